import type { Fault } from './fault.js';

const GUARDS = 'libs/accountability/task/task-guards.ts';
const CHART = 'libs/accountability/task/task.machine.ts';
const LINE = 'libs/accountability/reporting-line/reporting-line.machine.ts';

/** Questions that the charts ask, answered wrongly. */
export const guards: readonly Fault[] = [
  {
    name: 'one-signature-for-all',
    file: GUARDS,
    text: 'context.leadUnitIds.every((unitId) => unitId === event.unitId',
    replacement: 'context.leadUnitIds.some((unitId) => unitId === event.unitId',
    breaks: 'A task of several leads begins with the first signature.',
  },
  {
    name: 'any-rung-at-any-time',
    file: GUARDS,
    text: 'return climb?.awaitingIssue === null && rungAhead(climb, context, policy)?.name === rung;',
    replacement:
      'return climb !== undefined && rungAhead(climb, context, policy) !== undefined && rung !== undefined;',
    breaks: 'A clock that rings twice climbs two rungs.',
  },
  {
    name: 'card-without-agreement',
    file: GUARDS,
    text: 'return awaiting?.rung === event.rung && awaiting.agreed;',
    replacement: 'return awaiting?.rung === event.rung;',
    breaks: 'A red card of a task is issued although the commander has not agreed.',
  },
  {
    name: 'appeals-without-end',
    file: GUARDS,
    text: "card.appeal === 'none' &&\n      !card.rescinded &&",
    replacement: '!card.rescinded &&',
    breaks: 'A unit appeals against the same card again and again.',
  },
  {
    name: 'one-extension-too-many',
    file: GUARDS,
    text: 'context.extensions < policy.extensionsAtMost',
    replacement: 'context.extensions <= policy.extensionsAtMost',
    breaks: 'A second extension needs no override.',
  },
  {
    name: 'dispute-at-any-time',
    file: GUARDS,
    text: '!context.signingOverdueOf.includes(event.unitId)',
    replacement: 'event.unitId !== ""',
    breaks: 'A unit that let its time to sign pass gets out of the ladder by disputing.',
  },
  {
    name: 'accepted-blockage-is-claimed-anew',
    file: GUARDS,
    text: "context.blockage !== null && context.blockage.state !== 'accepted'",
    replacement: 'context.blockage !== null',
    breaks: 'What has been accepted can be rejected, accepted again and be late to be answered.',
  },
  {
    name: 'gate-under-another-name',
    file: GUARDS,
    text: "isOfVerification: ({ event }: Asked) => isOfGate('verification', event)",
    replacement: "isOfVerification: ({ event }: Asked) => 'gate' in event",
    breaks: 'What was meant for one gate opens another.',
  },
  {
    name: 'gate-passed-over',
    file: CHART,
    text: "guard: 'isOfReview',\n                    target: 'verification',",
    replacement: "guard: 'isOfReview',\n                    target: 'approval',",
    breaks: 'A closure gets by the verification.',
  },
  {
    name: 'answer-given-and-yet-late',
    file: GUARDS,
    text: "cardOf(context, event)?.answer === 'awaited'",
    replacement: 'cardOf(context, event) !== undefined',
    breaks: 'A clock that comes late finds an answered card unanswered.',
  },
  {
    name: 'line-climbs-by-any-clock',
    file: LINE,
    text: 'lineLadder(policy, context).rungs[context.climb.reached]?.name === event.rung,',
    replacement: 'context.climb.reached < lineLadder(policy, context).rungs.length,',
    breaks: 'A reminder that rings twice is two rungs.',
  },
  {
    name: 'line-card-without-agreement',
    file: LINE,
    text: 'context.climb.awaitingIssue.agreed,',
    replacement: 'context.climb.generation > 0,',
    breaks: 'A red card for silence is issued although the commander has not agreed.',
  },
  {
    name: 'filed-before-the-window',
    file: LINE,
    text: 'current?.period === period && current.open && current.filedAt === null',
    replacement: 'current?.period === period',
    breaks: 'A package is filed before its window opens, and filed twice.',
  },
  {
    name: 'no-change-once-more',
    file: 'libs/accountability/obligation/obligation.machine.ts',
    text: 'event.noChangeRun <= policy.reporting.noChangeAtMost',
    replacement: 'event.noChangeRun <= policy.reporting.noChangeAtMost + 1',
    breaks: 'A unit says "no change" three times running.',
  },
];
