import type { CivilDate, Instant, Suspension } from '#calendar';
import type { Effect } from '../../effect.js';
import { nextRung, type NextRung } from '../../ladder/next-rung.js';
import { importanceOf, LADDER_TRIGGERS, type Policy } from '../../policy/policy.schema.js';
import type { Step } from '../../step.js';
import { disarm, raise, settle } from '../task-effects.js';
import type { TaskContext } from '../task.context.js';
import { causeKey, type Cause, type TaskClimb } from './climb.js';
import { firstReportClock } from './first-report.js';
import { ladderOf, rungAheadOf, waitsForLag } from './ladder-of.js';
import { MATTERS, pauseOf } from './matters.js';

export { ladderOf } from './ladder-of.js';

export const rungClock = ({ generation }: { generation: number }): string => `rung:${generation}`;
export const issueClock = ({ generation }: { generation: number }): string => `issue:${generation}`;
export const holdClock = ({ generation }: { generation: number }): string => `hold:${generation}`;

interface Moment {
  type: string;
  at: Instant;
  on: CivilDate;
}

/**
 * What every event of a task ends with: what is wrong with it now is set beside the ladders that are being climbed.
 * A cause that is gone ends its climb, a new one begins one, one that has to wait stands still. So a cure stops its
 * ladder in the very transition that brings it, whatever it was.
 */
export function reconcile(
  before: TaskContext,
  after: TaskContext,
  event: Moment,
  policy: Policy,
): Step<TaskContext> {
  const cards = answersNotAskedAnyMore(after);
  const causes = lasting({ ...after, cards });
  const context = { ...after, causes, cards };
  const effects: Effect[] = [];
  for (const [key, cause] of Object.entries(before.causes))
    if (!(key in causes)) effects.push(...settle(MATTERS[cause.trigger].alert(cause)));
  const arrived = Object.entries(causes).filter(([key]) => !(key in before.causes));
  for (const [, cause] of arrived) effects.push(...told(context, cause, policy));

  const over = context.climbs.filter(({ key }) => causes[key] === undefined || causes[key].lifted);
  for (const climb of over) effects.push(...ends(climb));
  let { climbCount } = context;
  const begun = Object.values(causes)
    .filter((cause) => !cause.lifted && !context.climbs.some(({ key }) => key === causeKey(cause)))
    .filter((cause) => ladderOf(policy, cause) !== undefined)
    .map((cause) => begin(cause, ++climbCount, importanceAtStart(context, cause, policy)));
  const climbs = [...context.climbs.filter((climb) => !over.includes(climb)), ...begun].map((climb) => {
    const moved = settleIn(climb, { ...context, climbs: [] }, event, policy);
    effects.push(...moved.effects);
    return moved.climb;
  });
  effects.push(...firstReportClock(before, context, event, policy));
  return { context: { causes, climbs, climbCount, cards }, effects };
}

/** What is still wrong, as the task knows itself now. */
const lasting = (context: TaskContext): Record<string, Cause> =>
  Object.fromEntries(
    Object.entries(context.causes).filter(([, cause]) => MATTERS[cause.trigger].lasts(context, cause)),
  );

/** Who has made good what a card was for need not explain it any more. */
function answersNotAskedAnyMore(context: TaskContext): TaskContext['cards'] {
  const causes = lasting(context);
  const over = new Set(
    context.climbs
      .filter(({ key }) => causes[key] === undefined || causes[key].lifted)
      .map(({ generation }) => generation),
  );
  return context.cards.map((card) =>
    over.has(card.generation) && (card.answer === 'awaited' || card.answer === 'overdue')
      ? { ...card, answer: 'notAsked' }
      : card,
  );
}

/** A matter comes up: it is shown, and where no ladder was ruled for it, told once. */
function told(context: TaskContext, cause: Cause, policy: Policy): Effect[] {
  const { alert, message, audience } = MATTERS[cause.trigger];
  const facts = { ...(cause.gate && { gate: cause.gate }), trigger: cause.trigger, since: cause.since };
  const shown = raise(context, alert(cause), cause.unitId, facts);
  if (ladderOf(policy, cause)) return [shown];
  return [
    shown,
    {
      type: 'notify',
      message,
      audience: audience(cause),
      unitId: cause.unitId ?? context.leadUnitIds[0] ?? '',
      ...(LADDER_TRIGGERS[cause.trigger] === 'office' && { taskId: context.id }),
      facts: { taskIds: [context.id], ...facts },
    },
  ];
}

/** Only a ladder that begins somewhere else for some asks for the importance of the task. */
function importanceAtStart(
  { importance }: TaskContext,
  cause: Cause,
  policy: Policy,
): Pick<TaskClimb, 'importance'> {
  const { id } = importanceOf(policy, importance);
  return ladderOf(policy, cause)?.startAt?.[id] === undefined ? {} : { importance: id };
}

const begin = (
  { trigger, unitId, gate, since }: Cause,
  generation: number,
  weighed: Pick<TaskClimb, 'importance'>,
): TaskClimb => ({
  key: causeKey({ trigger, unitId, gate }),
  trigger,
  unitId,
  gate,
  generation,
  causeDueAt: since,
  reached: 0,
  effectiveAt: null,
  awaitingIssue: null,
  hold: null,
  pauses: [],
  armed: null,
  ...weighed,
});

/** Cured: no clock runs, drafts are withdrawn; what was issued stays in the record. */
const ends = (climb: TaskClimb): Effect[] => [
  ...disarm(rungClock(climb), issueClock(climb), holdClock(climb), `answer:${climb.generation}`),
  { type: 'cancelNotice', generation: climb.generation },
  ...settle(`matter:${climb.generation}`, `issue:${climb.generation}`),
];

/** A climb as it stands after the event: still, or with the clock of its next rung running. */
function settleIn(
  climb: TaskClimb,
  context: TaskContext,
  event: Moment,
  policy: Policy,
): { climb: TaskClimb; effects: Effect[] } {
  const pauses = pausesAfter(climb.pauses, pauseOf(context, climb), event.at);
  const paused = pauses.at(-1)?.to === null;
  const next = paused || climb.awaitingIssue ? null : nextOf(climb, context, event, policy);
  const armed = next ? [next.rung.name, next.because, pauses.length, climb.effectiveAt].join('/') : null;
  if (armed === climb.armed) return { climb: { ...climb, pauses }, effects: [] };
  const effects: Effect[] =
    next === null
      ? disarm(rungClock(climb))
      : [
          {
            type: 'armDeadline',
            name: rungClock(climb),
            budget: next.budget,
            suspensions: pauses,
            detail: {
              event: 'RUNG_DUE',
              generation: climb.generation,
              rung: next.rung.name,
              label: next.rung.label,
              because: next.because,
            },
          },
        ];
  return { climb: { ...climb, pauses, armed }, effects };
}

function nextOf(climb: TaskClimb, context: TaskContext, event: Moment, policy: Policy): NextRung | null {
  const ladder = ladderOf(policy, climb);
  if (!ladder) return null;
  const ahead = rungAheadOf(climb, context, policy);
  if (!ahead || waitsForLag(climb, context, ahead.rung)) return null;
  const { rung, index } = ahead;
  const now = { kind: 'workingDays', from: event.at, days: 0 } as const;
  if (rung.afterPeriods !== undefined) {
    const periods = context.causes[climb.key]?.periods ?? 0;
    return periods >= rung.afterPeriods ? { rung, budget: now, because: 'offset' } : null;
  }
  if (climb.early !== undefined) return { rung, budget: { ...now, from: climb.early }, because: 'early' };
  const next = nextRung(ladder, climb, [], event.at, event.on, index);
  // A rung that waited for the lag to grow comes no sooner than it has.
  return next && rung.lagOver !== undefined
    ? { ...next, budget: { kind: 'latestOf', of: [next.budget, now] } }
    : next;
}

/** Opens a stretch in which the climb stands still, or closes it. */
export function pausesAfter(pauses: readonly Suspension[], reason: string | null, at: Instant): Suspension[] {
  const last = pauses.at(-1);
  const open = last?.to === null ? last : null;
  if (reason === null) return open ? [...pauses.slice(0, -1), { ...open, to: at }] : [...pauses];
  return open ? [...pauses] : [...pauses, { from: at, to: null, reason }];
}
