import type { CivilDate, Instant } from '#calendar';
import { lineLadder } from '../duty/line-ladder.js';
import type { AlertLevel, Effect } from '../effect.js';
import type { Climb, OwedSitting } from '../ladder/climb.js';
import { comesEarly, nextRung, offsetFrom, type NextRung } from '../ladder/next-rung.js';
import { cardsOfUnit, standingCards, type UnitCard } from '../ladder/unit-cards.js';
import type { Policy, Rung } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import { earnedCard, standsStill } from './line-card.js';
import type { ReportingLineContext } from './reporting-line.context.js';
import type { ReportingLineEvent } from './reporting-line.event.js';
import { pressed } from './pressed.js';
import { itemFacts } from './sitting-steps.js';

type Event<T extends ReportingLineEvent['type']> = Extract<ReportingLineEvent, { type: T }>;
type LineStep = Step<ReportingLineContext>;

const RUNG_CLOCK = 'rung';
const ISSUE_CLOCK = 'issue';

/** The sitting that just fell due was not filed: the climb begins, or goes on with one more period on its list. */
export function sittingIsMissed(
  context: ReportingLineContext,
  event: Event<'SITTING_DUE' | 'SITTING_DUE_AGAIN'>,
  policy: Policy,
): LineStep {
  const { climb } = context;
  if (climb !== null) {
    return {
      context: { climb: { ...climb, owed: [...climb.owed, ...owedOf(context, event.period, policy)] } },
    };
  }
  const owed = owedOf(context, event.period, policy);
  const begun: Climb = {
    generation: context.climbs + 1,
    causeDueAt: owed[0]?.dueAt ?? event.at,
    owed,
    reached: 0,
    effectiveAt: null,
    awaitingIssue: null,
  };
  return {
    context: { climb: begun, climbs: begun.generation },
    effects: armNext({ ...context, climb: begun }, policy, event),
  };
}

/** A rung is reached: claimed, told, its notice issued by the system or laid on the desk of who issues it. */
export function rungIsReached(
  context: ReportingLineContext,
  event: Event<'RUNG_DUE'>,
  policy: Policy,
): LineStep {
  const { climb } = context;
  const rung = climb && lineLadder(policy, context).rungs[climb.reached];
  if (!climb || !rung) return {};
  const byPerson = rung.issue.by !== 'system';
  const { early: _, ...before } = climb;
  const reached: Climb = {
    ...before,
    reached: climb.reached + 1,
    effectiveAt: byPerson ? climb.effectiveAt : event.at,
    awaitingIssue: byPerson
      ? { rung: rung.name, agreed: !('agreedBy' in rung.issue && rung.issue.agreedBy) }
      : null,
  };
  const carded = byPerson ? { cards: context.cards, effects: [] } : earnedCard(context, rung, event);
  const { cards } = carded;
  const after = {
    ...context,
    climb: byPerson ? reached : earlyAfter({ ...context, cards }, reached, event, policy),
    cards,
  };
  return {
    context: { climb: after.climb, cards },
    effects: [
      { type: 'claimRung', generation: climb.generation, rung: rung.name },
      ...alertOf(rung, context, climb),
      ...noticeOf(rung, context, climb),
      ...(byPerson
        ? askToIssue(rung, context, climb, event.at)
        : [tell(rung, context, climb), ...carded.effects, ...armNext(after, policy, event)]),
    ],
  };
}

/** The officer whose agreement a notice needs has given it. */
export function noticeIsAgreed(context: ReportingLineContext): LineStep {
  const { climb } = context;
  if (!climb?.awaitingIssue) return {};
  return { context: { climb: { ...climb, awaitingIssue: { ...climb.awaitingIssue, agreed: true } } } };
}

/** A person has issued the notice: it counts from now, and the next rung's clock runs from now. */
export function noticeIsIssued(
  context: ReportingLineContext,
  event: Event<'NOTICE_ISSUED'>,
  policy: Policy,
): LineStep {
  const { climb } = context;
  const rung = climb && lineLadder(policy, context).rungs[climb.reached - 1];
  if (!climb || !rung) return {};
  const { cards, effects } = earnedCard(context, rung, event);
  const issued = earlyAfter(
    { ...context, cards },
    { ...climb, effectiveAt: event.at, awaitingIssue: null },
    event,
    policy,
  );
  return {
    context: { climb: issued, cards },
    effects: [
      { type: 'disarmDeadline', name: ISSUE_CLOCK },
      { type: 'settleAlert', name: `issue:${climb.generation}:${rung.name}` },
      tell(rung, context, climb),
      ...effects,
      ...armNext({ ...context, climb: issued, cards }, policy, event),
    ],
  };
}

/** The issuing office let its own deadline pass: it is told, and those above it, every time the same stretch has gone by again. */
export function issueIsOverdue(
  context: ReportingLineContext,
  event: Event<'ISSUE_OVERDUE'>,
  policy: Policy,
): LineStep {
  const { climb } = context;
  const rung = climb && lineLadder(policy, context).rungs[climb.reached - 1];
  if (!climb || !rung || rung.issue.by === 'system') return {};
  return {
    effects: [
      {
        type: 'notify',
        message: 'issueOverdue',
        audience: [rung.issue.by, 'commander'],
        unitId: context.unitId,
        facts: factsOf(rung, context, climb),
      },
      armIssue(rung.issue.within, climb, rung, event.at),
    ],
  };
}

/** The cause is cured: no clock runs, drafts are withdrawn; what was issued stays in the record. */
export function causeIsCured(context: ReportingLineContext): LineStep {
  const { climb } = context;
  if (climb === null) return {};
  return {
    context: { climb: null },
    effects: [
      { type: 'disarmDeadline', name: RUNG_CLOCK },
      { type: 'disarmDeadline', name: ISSUE_CLOCK },
      { type: 'cancelNotice', generation: climb.generation },
      { type: 'settleAlert', name: `rung:${climb.generation}` },
      { type: 'settleAlert', name: `issue:${climb.generation}` },
    ],
  };
}

/**
 * A rung has taken effect: whether the next one comes at once by the count of the unit's cards, here and what the event
 * knows of elsewhere in the plan. Counted here and now only, as on the ladders of a task.
 */
function earlyAfter(
  { id, unitId, duty, cards }: ReportingLineContext,
  climb: Climb,
  { at, on, unitCards }: { at: Instant; on: CivilDate; unitCards?: UnitCard[] },
  policy: Policy,
): Climb {
  const ahead = lineLadder(policy, { duty }).rungs[climb.reached];
  const earned = cardsOfUnit(
    unitId,
    standingCards(id, cards, () => unitId),
    unitCards,
  );
  return ahead && comesEarly(ahead, earned, on) ? { ...climb, early: at } : climb;
}

/**
 * Arms the clock of the rung that comes next, unless the climb stands still: at its offset, or at once where that was
 * found when the rung before took effect.
 */
export function armNext(
  context: ReportingLineContext,
  policy: Policy,
  { at, on }: { at: Instant; on: CivilDate },
): Effect[] {
  const { climb } = context;
  const inTurn = climb && nextRung(lineLadder(policy, context), climb, [], at, on);
  if (!climb || !inTurn || standsStill(climb)) return [];
  const next: NextRung =
    climb.early === undefined
      ? inTurn
      : {
          rung: inTurn.rung,
          budget: { kind: 'workingDays', from: climb.early, days: 0 },
          because: 'early',
        };
  const { pauses = [] } = climb;
  const detail = {
    event: 'RUNG_DUE',
    generation: climb.generation,
    rung: next.rung.name,
    label: next.rung.label,
    because: next.because,
  };
  const suspensions = pauses.length > 0 ? { suspensions: pauses } : {};
  return [{ type: 'armDeadline', name: RUNG_CLOCK, budget: next.budget, ...suspensions, detail }];
}

export function armIssue(
  within: { workingDays: number; at?: string | undefined },
  climb: Climb,
  rung: Rung,
  now: Instant,
): Effect {
  return {
    type: 'armDeadline',
    name: ISSUE_CLOCK,
    budget: offsetFrom(now, within),
    detail: { event: 'ISSUE_OVERDUE', generation: climb.generation, rung: rung.name, label: rung.label },
  };
}

function noticeOf(rung: Rung, context: ReportingLineContext, climb: Climb): Effect[] {
  if (rung.notice === null) return [];
  return [
    {
      type: 'draftNotice',
      kind: rung.notice,
      generation: climb.generation,
      rung: rung.name,
      colour: rung.colour,
      issue: rung.issue.by === 'system' ? 'automatic' : 'byPerson',
      unitId: context.unitId,
      owed: climb.owed,
      answerWithin: rung.answerWithin ?? null,
    },
  ];
}

/** One open alert a climb: that of the highest rung. */
function alertOf(rung: Rung, context: ReportingLineContext, climb: Climb): Effect[] {
  const name = `rung:${climb.generation}`;
  const level: AlertLevel = rung.colour ?? 'info';
  return [
    { type: 'settleAlert', name },
    {
      type: 'raiseAlert',
      name: `${name}:${rung.name}`,
      level,
      unitId: context.unitId,
      facts: factsOf(rung, context, climb),
    },
  ];
}

const factsOf = (rung: Rung, context: ReportingLineContext, climb: Climb): Record<string, unknown> => ({
  ...itemFacts(context),
  rung: rung.name,
  label: rung.label,
  generation: climb.generation,
  owed: climb.owed,
});

/** The sitting that has just become overdue, as the climb keeps it. */
/** Looked up by its period: the other region moves it from `current` to `overdue` with the same event. */
function owedOf(context: ReportingLineContext, period: string, policy: Policy): OwedSitting[] {
  return [context.current, context.overdue].flatMap((sitting) =>
    sitting?.period === period
      ? [{ period, dueAt: sitting.dueAt, taskIds: pressed(context, sitting, policy) }]
      : [],
  );
}

function askToIssue(rung: Rung, context: ReportingLineContext, climb: Climb, now: Instant): Effect[] {
  if (rung.issue.by === 'system') return [];
  const { agreedBy } = rung.issue;
  const facts = factsOf(rung, context, climb);
  const asked: Effect[] = [
    { type: 'notify', message: 'noticeToIssue', audience: [rung.issue.by], unitId: context.unitId, facts },
    {
      type: 'raiseAlert',
      name: `issue:${climb.generation}:${rung.name}`,
      level: rung.colour ?? 'info',
      unitId: context.unitId,
      facts,
    },
    armIssue(rung.issue.within, climb, rung, now),
  ];
  if (agreedBy)
    asked.push({
      type: 'notify',
      message: 'noticeToAgree',
      audience: [agreedBy],
      unitId: context.unitId,
      facts,
    });
  return asked;
}

function tell(rung: Rung, context: ReportingLineContext, climb: Climb): Effect {
  return {
    type: 'notify',
    message: rung.message,
    audience: rung.audience,
    unitId: context.unitId,
    facts: factsOf(rung, context, climb),
  };
}
