import type { CivilDate, Instant } from '#calendar';
import { lineLadder } from '../duty/line-ladder.js';
import type { Effect } from '../effect.js';
import type { Climb } from '../ladder/climb.js';
import type { UnitCard } from '../ladder/unit-cards.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import { pausesAfter } from '../task/supervision/reconcile.js';
import * as supervision from '../task/supervision/supervision-steps.js';
import { armIssue, armNext, causeIsCured } from './ladder-steps.js';
import { isOfSilence, standsStill } from './line-card.js';
import { asTask } from './line-matters.js';
import type { ReportingLineContext } from './reporting-line.context.js';
import type { ReportingLineEvent } from './reporting-line.event.js';

/*
 * What people do about the cards of a line and about its ladder (domain.md §8): a notice is answered, a card is
 * appealed against once and that is decided, the ladder is held, lifted, or a rung of it passed over. The same as of
 * the matters of a task, and done by the same steps; the climb of the line's silence is besides those.
 */

type Event<T extends ReportingLineEvent['type']> = Extract<ReportingLineEvent, { type: T }>;
type LineStep = Step<ReportingLineContext>;
interface Moment {
  at: Instant;
  on: CivilDate;
  unitCards?: UnitCard[];
}

const HOLD_CLOCK = 'hold';

/** The silence is over: no clock runs, and nothing need be explained any more. */
export function silenceIsOver(
  line: ReportingLineContext,
  event: Moment & { type: string },
  policy: Policy,
): LineStep {
  const { climb } = line;
  if (climb === null) return {};
  const cured = causeIsCured(line);
  const open = (answer: string): boolean => answer === 'awaited' || answer === 'overdue';
  const cards = line.cards.map((card) =>
    card.generation === climb.generation && open(card.answer)
      ? { ...card, answer: 'notAsked' as const }
      : card,
  );
  const settled = asTask({ ...line, ...cured.context, cards }, event, policy);
  return {
    context: { ...cured.context, ...settled.context },
    effects: [
      ...(cured.effects ?? []),
      { type: 'disarmDeadline', name: HOLD_CLOCK },
      { type: 'disarmDeadline', name: `card:answer:${climb.generation}` },
      ...(settled.effects ?? []),
    ],
  };
}

/** The ladders of what goes wrong with cards: their rungs, and the notices of those that have some. */
export const matterReachesRung = (
  line: ReportingLineContext,
  event: Event<'RUNG_DUE'>,
  policy: Policy,
): LineStep => asTask(line, event, policy, supervision.rungIsReached);

export const matterIsAgreed = (
  line: ReportingLineContext,
  event: Event<'NOTICE_AGREED'>,
  policy: Policy,
): LineStep => asTask(line, event, policy, supervision.noticeIsAgreed);

export const matterIsIssued = (
  line: ReportingLineContext,
  event: Event<'NOTICE_ISSUED'>,
  policy: Policy,
): LineStep => asTask(line, event, policy, supervision.noticeIsIssued);

export const matterIsLate = (
  line: ReportingLineContext,
  event: Event<'ISSUE_OVERDUE'>,
  policy: Policy,
): LineStep => asTask(line, event, policy, supervision.issueIsOverdue);

export const cardIsAnswered = (
  line: ReportingLineContext,
  event: Event<'CARD_ANSWERED'>,
  policy: Policy,
): LineStep => asTask(line, event, policy, supervision.cardIsAnswered);

export const answerIsOverdue = (
  line: ReportingLineContext,
  event: Event<'CARD_ANSWER_OVERDUE'>,
  policy: Policy,
): LineStep => asTask(line, event, policy, supervision.answerIsOverdue);

/** The unit appeals, once: until that is decided the ladder stands still. */
export const isAppealed = (line: ReportingLineContext, event: Event<'APPEALED'>, policy: Policy): LineStep =>
  repaused(line, asTask(line, event, policy, supervision.isAppealed), event, policy);

export const appealIsRejected = (
  line: ReportingLineContext,
  event: Event<'APPEAL_REJECTED'>,
  policy: Policy,
): LineStep => repaused(line, asTask(line, event, policy, supervision.appealIsRejected), event, policy);

/** As if the card had never been: it counts nowhere, nor do those that followed from it. */
export const appealIsUpheld = (
  line: ReportingLineContext,
  event: Event<'APPEAL_UPHELD'>,
  policy: Policy,
): LineStep => asTask(line, event, policy, supervision.appealIsUpheld);

/** The same, of the climb that goes on now: it falls back to nothing, and this silence climbs no further. */
export function climbFallsBack(
  line: ReportingLineContext,
  event: Event<'APPEAL_UPHELD'>,
  policy: Policy,
): LineStep {
  const upheld = appealIsUpheld(line, event, policy);
  return after(upheld, silenceIsOver({ ...line, ...upheld.context }, event, policy));
}

export const appealIsOverdue = (
  line: ReportingLineContext,
  event: Event<'APPEAL_OVERDUE'>,
  policy: Policy,
): LineStep => asTask(line, event, policy, supervision.appealIsOverdue);

/** A person holds the ladder until a day; what it has reached stays. */
export function isHeld(line: ReportingLineContext, event: Event<'HELD'>, policy: Policy): LineStep {
  const { climb } = line;
  if (!isOfSilence(line, event) || climb === null) return asTask(line, event, policy, supervision.isHeld);
  const held: Climb = { ...climb, hold: { until: event.until, reason: event.reason } };
  const effects: Effect[] = [
    ...(climb.awaitingIssue ? [{ type: 'disarmDeadline', name: 'issue' } as const] : []),
    {
      type: 'armDeadline',
      name: HOLD_CLOCK,
      budget: { kind: 'civil', on: event.until, at: policy.taskDueAt },
      detail: { event: 'HOLD_EXPIRED', generation: climb.generation },
    },
  ];
  return repaused(line, { context: { climb: held }, effects }, event, policy);
}

/** The day has come: it climbs on; an office that had a notice to issue has its time for that again. */
export function holdIsOver(
  line: ReportingLineContext,
  event: Event<'HOLD_EXPIRED'>,
  policy: Policy,
): LineStep {
  const { climb } = line;
  if (!isOfSilence(line, event) || climb === null) return asTask(line, event, policy, supervision.holdIsOver);
  const rung = lineLadder(policy, line).rungs[climb.reached - 1];
  const effects: Effect[] = [
    { type: 'disarmDeadline', name: HOLD_CLOCK },
    ...(climb.awaitingIssue && rung && 'within' in rung.issue
      ? [armIssue(rung.issue.within, climb, rung, event.at)]
      : []),
  ];
  return repaused(line, { context: { climb: { ...climb, hold: null } }, effects }, event, policy);
}

/** A person lifts the ladder of a card's matter, with a reason. */
export const isLifted = (line: ReportingLineContext, event: Event<'LIFTED'>, policy: Policy): LineStep =>
  asTask(line, event, policy, supervision.isLifted);

/** The same of the silence: it climbs no further, though it lasts; cards that were issued stay. */
export function silenceIsLifted(
  line: ReportingLineContext,
  event: Event<'LIFTED'>,
  policy: Policy,
): LineStep {
  const told: Effect = {
    type: 'notify',
    message: 'ladderLifted',
    audience: ['liaison', 'leadUnitHead'],
    unitId: line.unitId,
    facts: { reason: event.reason },
  };
  return after(silenceIsOver(line, event, policy), { effects: [told] });
}

/** The next rung is passed over, with a reason and whoever approved it; the one after it runs from now. */
export function isSkipped(line: ReportingLineContext, event: Event<'SKIPPED'>, policy: Policy): LineStep {
  const { climb } = line;
  if (!isOfSilence(line, event) || climb === null) return asTask(line, event, policy, supervision.isSkipped);
  const { early: _, ...before } = climb;
  const skipped: Climb = { ...before, reached: climb.reached + 1, effectiveAt: event.at };
  return {
    context: { climb: skipped },
    effects: [
      { type: 'disarmDeadline', name: 'rung' },
      ...(standsStill(climb) ? [] : armNext({ ...line, climb: skipped }, policy, event)),
    ],
  };
}

/** The climb of the silence stands still or goes on, as what was just decided has it. */
function repaused(
  line: ReportingLineContext,
  taken: LineStep,
  event: Moment & { generation: number },
  policy: Policy,
): LineStep {
  const changed = { ...line, ...taken.context };
  const { climb } = changed;
  if (climb === null || climb.generation !== event.generation) return taken;
  const before = climb.pauses ?? [];
  const pauses = pausesAfter(before, pauseOf(changed, climb), event.at);
  const paused = { ...climb, pauses };
  const [stood, stands] = [standsStill(climb), standsStill(paused)];
  const effects: Effect[] =
    stood === stands
      ? []
      : stands
        ? [{ type: 'disarmDeadline', name: 'rung' }]
        : climb.awaitingIssue
          ? []
          : armNext({ ...changed, climb: paused }, policy, event);
  return after(taken, { context: { climb: paused }, effects });
}

function pauseOf({ cards }: ReportingLineContext, { generation, hold }: Climb): string | null {
  if (hold) return `督办暂缓：${hold.reason}`;
  const open = cards.some((card) => card.generation === generation && card.appeal === 'open');
  return open ? '申诉处理中' : null;
}

/** One step after another. */
const after = (first: LineStep, second: LineStep): LineStep => ({
  context: { ...first.context, ...second.context },
  effects: [...(first.effects ?? []), ...(second.effects ?? [])],
});
