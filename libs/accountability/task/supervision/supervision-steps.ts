import type { Instant } from '#calendar';
import { instantOf } from '#calendar';
import type { Effect } from '../../effect.js';
import { offsetFrom } from '../../ladder/next-rung.js';
import type { Policy, TaskLadder, TaskRung } from '../../policy/policy.schema.js';
import type { Role } from '../../role.js';
import type { Step } from '../../step.js';
import { disarm, raise, settle, tellOffice, tellUnit } from '../task-effects.js';
import type { TaskContext } from '../task.context.js';
import type { TaskEvent } from '../task.event.js';
import { earlyAfter } from './early.js';
import type { TaskCard, TaskClimb } from './climb.js';
import { isGrouped, ladderOf, rungAheadOf } from './ladder-of.js';
import { holdClock, issueClock } from './reconcile.js';
import { withCauses } from './with-causes.js';

type Event<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;
type TaskStep = Step<TaskContext>;
type OfRung = { generation: number; rung: string };

export const climbOf = (context: TaskContext, generation: number): TaskClimb | undefined =>
  context.climbs.find((climb) => climb.generation === generation);

export const cardOf = (context: TaskContext, { generation, rung }: OfRung): TaskCard | undefined =>
  context.cards.find((card) => card.generation === generation && card.rung === rung);

export { withCauses } from './with-causes.js';

/** The rung that comes next on a climb. */
export const rungAhead = (
  climb: TaskClimb | undefined,
  context: TaskContext,
  policy: Policy,
): TaskRung | undefined => rungAheadOf(climb, context, policy)?.rung;

const replaced = (context: TaskContext, climb: TaskClimb): TaskContext['climbs'] =>
  context.climbs.map((one) => (one.generation === climb.generation ? climb : one));

const recarded = (context: TaskContext, of: OfRung, change: Partial<TaskCard>): TaskContext['cards'] =>
  context.cards.map((card) =>
    card.generation === of.generation && card.rung === of.rung ? { ...card, ...change } : card,
  );

/** A rung is reached: claimed, told, its notice issued by the system or laid on the desk of who issues it. */
export function rungIsReached(context: TaskContext, event: Event<'RUNG_DUE'>, policy: Policy): TaskStep {
  const climb = climbOf(context, event.generation);
  const ladder = climb && ladderOf(policy, climb);
  const ahead = rungAheadOf(climb, context, policy);
  if (!climb || !ladder || !ahead) return {};
  const { rung, index } = ahead;
  const byPerson = rung.issue.by !== 'system';
  const { early: _, ...before } = climb;
  const reached: TaskClimb = {
    ...before,
    reached: index + 1,
    effectiveAt: byPerson ? climb.effectiveAt : event.at,
    awaitingIssue: byPerson
      ? { rung: rung.name, agreed: !('agreedBy' in rung.issue && rung.issue.agreedBy) }
      : null,
    armed: null,
  };
  const matter: Matter = { context, climb, ladder, rung };
  const carded = byPerson ? { cards: context.cards, effects: [] } : earns(matter, event);
  const after = { ...context, climbs: replaced(context, reached), cards: carded.cards };
  return {
    context: byPerson
      ? { climbs: after.climbs, cards: after.cards }
      : earlyAfter(after, reached, event, policy),
    effects: [
      { type: 'claimRung', generation: climb.generation, rung: rung.name },
      ...alertOf(matter),
      ...noticeOf(matter),
      ...(byPerson ? askToIssue(matter, event.at) : [tell(matter), ...carded.effects]),
    ],
  };
}

interface Matter {
  context: TaskContext;
  climb: TaskClimb;
  ladder: TaskLadder;
  rung: TaskRung;
}

const factsOf = ({ climb, ladder, rung, context }: Matter): Record<string, unknown> => ({
  taskIds: [context.id],
  rung: rung.name,
  label: rung.label,
  generation: climb.generation,
  trigger: climb.trigger,
  basis: ladder.basis,
  since: climb.causeDueAt,
  ...(climb.gate && { gate: climb.gate }),
});

/** What brings matters of one unit together in one notice: the same ladder and rung. */
const groupOf = ({ climb, ladder, rung }: Matter): string | undefined =>
  isGrouped(ladder) ? [climb.unitId, climb.trigger, rung.name].join('/') : undefined;

/** The card of a rung, from now on, and the time in which the notice is to be answered. */
function earns(
  matter: Matter,
  { at, on, appealBy }: { at: Instant; on: TaskCard['on']; appealBy?: Instant },
): { cards: TaskCard[]; effects: Effect[] } {
  const { context, climb, rung } = matter;
  if (rung.colour === null || climb.unitId === null) return { cards: context.cards, effects: [] };
  const group = groupOf(matter);
  const card: TaskCard = {
    generation: climb.generation,
    rung: rung.name,
    trigger: climb.trigger,
    unitId: climb.unitId,
    colour: rung.colour,
    at,
    on,
    answer: rung.answerWithin ? 'awaited' : 'notAsked',
    appeal: 'none',
    rescinded: false,
    ...(appealBy !== undefined && { appealBy }),
    ...(group !== undefined && { group: `${group}/${on}` }),
  };
  const effects: Effect[] = rung.answerWithin
    ? [
        {
          type: 'armDeadline',
          name: `answer:${climb.generation}:${rung.name}`,
          budget: offsetFrom(at, rung.answerWithin),
          detail: { event: 'CARD_ANSWER_OVERDUE', generation: climb.generation, rung: rung.name },
        },
      ]
    : [];
  return { cards: [...context.cards, card], effects };
}

/** One open alert a climb: that of the highest coloured rung; until then the matter itself is shown. */
const alertOf = (matter: Matter): Effect[] => {
  const { climb, rung } = matter;
  if (rung.colour === null) return [];
  const name = `matter:${climb.generation}`;
  return [
    ...settle(name),
    {
      type: 'raiseAlert',
      name: `${name}:${rung.name}`,
      level: rung.colour ?? 'info',
      unitId: climb.unitId,
      facts: factsOf(matter),
    },
  ];
};

function noticeOf(matter: Matter): Effect[] {
  const { context, climb, ladder, rung } = matter;
  if (rung.notice === null || climb.unitId === null) return [];
  const group = groupOf(matter);
  return [
    {
      type: 'draftNotice',
      ...(group !== undefined && { group }),
      kind: rung.notice,
      generation: climb.generation,
      rung: rung.name,
      colour: rung.colour,
      issue: rung.issue.by === 'system' ? 'automatic' : 'byPerson',
      unitId: climb.unitId,
      owed: [],
      matter: {
        trigger: climb.trigger,
        taskId: context.id,
        since: climb.causeDueAt,
        periods: context.causes[climb.key]?.periods ?? 0,
        basis: ladder.basis,
      },
      answerWithin: rung.answerWithin ?? null,
    },
  ];
}

function tell(matter: Matter): Effect {
  const { context, climb, rung } = matter;
  return {
    type: 'notify',
    message: rung.message,
    audience: rung.audience,
    unitId: climb.unitId ?? context.leadUnitIds[0] ?? '',
    taskId: context.id,
    facts: factsOf(matter),
  };
}

function askToIssue(matter: Matter, at: Instant): Effect[] {
  const { context, climb, rung } = matter;
  if (rung.issue.by === 'system') return [];
  const facts = factsOf(matter);
  const { agreedBy } = rung.issue;
  const unitId = climb.unitId ?? context.leadUnitIds[0] ?? '';
  const ask = (message: string, role: Role): Effect => ({
    type: 'notify',
    message,
    audience: [role],
    unitId,
    taskId: context.id,
    facts,
  });
  return [
    ask('noticeToIssue', rung.issue.by),
    {
      type: 'raiseAlert',
      name: `issue:${climb.generation}:${rung.name}`,
      level: rung.colour ?? 'info',
      unitId: climb.unitId,
      facts,
    },
    armIssue(climb, rung, at),
    ...(agreedBy ? [ask('noticeToAgree', agreedBy)] : []),
  ];
}

const armIssue = (climb: TaskClimb, rung: TaskRung, at: Instant): Effect => ({
  type: 'armDeadline',
  name: issueClock(climb),
  budget: offsetFrom(at, 'within' in rung.issue ? rung.issue.within : { workingDays: 1 }),
  detail: { event: 'ISSUE_OVERDUE', generation: climb.generation, rung: rung.name, label: rung.label },
});

function awaited(context: TaskContext, event: OfRung, policy: Policy): Matter | null {
  const climb = climbOf(context, event.generation);
  const ladder = climb && ladderOf(policy, climb);
  const rung = ladder?.rungs[(climb?.reached ?? 0) - 1];
  return climb && ladder && rung ? { context, climb, ladder, rung } : null;
}

/** The officer whose agreement a notice needs has given it. */
export function noticeIsAgreed(context: TaskContext, event: Event<'NOTICE_AGREED'>): TaskStep {
  const climb = climbOf(context, event.generation);
  if (!climb?.awaitingIssue) return {};
  return {
    context: {
      climbs: replaced(context, { ...climb, awaitingIssue: { ...climb.awaitingIssue, agreed: true } }),
    },
  };
}

/** A person has issued the notice: it counts from now, and the next rung's clock runs from now. */
export function noticeIsIssued(
  context: TaskContext,
  event: Event<'NOTICE_ISSUED'>,
  policy: Policy,
): TaskStep {
  const matter = awaited(context, event, policy);
  if (!matter) return {};
  const { climb, rung } = matter;
  const carded = earns(matter, event);
  const issued: TaskClimb = { ...climb, effectiveAt: event.at, awaitingIssue: null, armed: null };
  const after = { ...context, climbs: replaced(context, issued), cards: carded.cards };
  return {
    context: earlyAfter(after, issued, event, policy),
    effects: [
      ...disarm(issueClock(climb)),
      ...settle(`issue:${climb.generation}:${rung.name}`),
      tell(matter),
      ...carded.effects,
    ],
  };
}

/** The issuing office let its own deadline pass: it is told, and those above it, every time the stretch has gone by again. */
export function issueIsOverdue(
  context: TaskContext,
  event: Event<'ISSUE_OVERDUE'>,
  policy: Policy,
): TaskStep {
  const matter = awaited(context, event, policy);
  if (!matter || matter.rung.issue.by === 'system') return {};
  const { climb, rung } = matter;
  return {
    effects: [
      tellOffice(
        context,
        'issueOverdue',
        [matter.rung.issue.by, 'commander'],
        factsOf(matter),
        climb.unitId ?? '',
      ),
      armIssue(climb, rung, event.at),
    ],
  };
}

/** It weighs more, or less, than was thought: ladders that begin from now on begin where that says. */
export const importanceIsSet = (_: TaskContext, event: Event<'IMPORTANCE_SET'>): TaskStep => ({
  context: { importance: event.importance },
});

/** A person holds the ladder until a day, with a reason; what it has reached stays. */
export function isHeld(context: TaskContext, event: Event<'HELD'>, policy: Policy): TaskStep {
  const climb = climbOf(context, event.generation);
  if (!climb) return {};
  return {
    context: {
      climbs: replaced(context, { ...climb, hold: { until: event.until, reason: event.reason } }),
    },
    effects: [
      ...(climb.awaitingIssue ? disarm(issueClock(climb)) : []),
      {
        type: 'armDeadline',
        name: holdClock(climb),
        budget: { kind: 'civil', on: event.until, at: policy.taskDueAt },
        detail: { event: 'HOLD_EXPIRED', generation: climb.generation },
      },
    ],
  };
}

/** The day has come: it climbs on; an office that had a notice to issue has its time for that again. */
export function holdIsOver(context: TaskContext, event: Event<'HOLD_EXPIRED'>, policy: Policy): TaskStep {
  const climb = climbOf(context, event.generation);
  if (!climb?.hold) return {};
  const matter = awaited(context, { generation: climb.generation, rung: '' }, policy);
  return {
    context: { climbs: replaced(context, { ...climb, hold: null }) },
    effects: [
      ...disarm(holdClock(climb)),
      ...(climb.awaitingIssue && matter ? [armIssue(climb, matter.rung, event.at)] : []),
    ],
  };
}

/** A person lifts the ladder, with a reason: this cause climbs no further; cards that were issued stay. */
export function isLifted(context: TaskContext, event: Event<'LIFTED'>): TaskStep {
  const climb = climbOf(context, event.generation);
  const cause = climb && context.causes[climb.key];
  if (!climb || !cause) return {};
  return {
    context: { causes: { ...context.causes, [climb.key]: { ...cause, lifted: true } } },
    effects: climb.unitId ? [tellUnit(context, 'ladderLifted', climb.unitId, { reason: event.reason })] : [],
  };
}

/** The next rung is passed over, with a reason and whoever approved it; the one after it runs from now. */
export function isSkipped(context: TaskContext, event: Event<'SKIPPED'>, policy: Policy): TaskStep {
  const climb = climbOf(context, event.generation);
  const ahead = rungAheadOf(climb, context, policy);
  if (!climb || !ahead) return {};
  const { early: _, ...before } = climb;
  return {
    context: {
      climbs: replaced(context, { ...before, reached: ahead.index + 1, effectiveAt: event.at, armed: null }),
    },
    effects: disarm(`rung:${climb.generation}`),
  };
}

/** The unit says in writing how it came about and what it does. */
export const cardIsAnswered = (context: TaskContext, event: Event<'CARD_ANSWERED'>): TaskStep => ({
  context: { cards: recarded(context, event, { answer: 'given' }) },
  effects: [
    ...disarm(`answer:${event.generation}:${event.rung}`),
    tellOffice(context, 'cardAnswered', ['supervisor'], { reason: event.statement }, event.unitId),
  ],
});

export function answerIsOverdue(context: TaskContext, event: Event<'CARD_ANSWER_OVERDUE'>): TaskStep {
  const card = cardOf(context, event);
  if (!card) return {};
  const cards = recarded(context, event, { answer: 'overdue' });
  const cause = { trigger: 'cardAnswer', unitId: card.unitId, gate: null, since: event.at } as const;
  return { context: { cards, causes: withCauses(context, [cause]) } };
}

/** The unit appeals against a card, once: who supervises has a deadline of their own to decide. */
export const isAppealed = (context: TaskContext, event: Event<'APPEALED'>, policy: Policy): TaskStep => ({
  context: { cards: recarded(context, event, { appeal: 'open' }) },
  effects: [
    {
      type: 'armDeadline',
      name: appealClock(event),
      budget: offsetFrom(event.at, policy.tasks.appealDecidedWithin),
      detail: { event: 'APPEAL_OVERDUE', generation: event.generation, rung: event.rung },
    },
    tellOffice(context, 'appealed', ['supervisor'], { reason: event.reason }, event.unitId),
    raise(context, appealAlert(event), event.unitId, { reason: event.reason }),
  ],
});

const appealClock = ({ generation, rung }: OfRung): string => `appeal:${generation}:${rung}`;
const appealAlert = ({ generation, rung }: OfRung): string => `appeal:${generation}:${rung}`;

/**
 * As if the card had never been: it counts nowhere any more, nor do those of the same climb that followed from it,
 * and its cause climbs no further.
 */
export function appealIsUpheld(context: TaskContext, event: Event<'APPEAL_UPHELD'>): TaskStep {
  const card = cardOf(context, event);
  if (!card) return {};
  const follows = (one: TaskCard): boolean => one.generation === card.generation && one.at >= card.at;
  const climb = climbOf(context, event.generation);
  const cause = climb && context.causes[climb.key];
  return {
    context: {
      cards: recarded(context, event, { appeal: 'upheld' }).map((one) =>
        follows(one) ? { ...one, rescinded: true } : one,
      ),
      ...(climb && cause && { causes: { ...context.causes, [climb.key]: { ...cause, lifted: true } } }),
    },
    effects: [
      ...disarm(appealClock(event), `answer:${event.generation}`),
      ...settle(appealAlert(event)),
      ...context.cards
        .filter(follows)
        .map(({ generation, rung }): Effect => ({ type: 'rescindNotice', generation, rung })),
      tellUnit(context, 'appealUpheld', card.unitId, { reason: event.reason }),
    ],
  };
}

export function appealIsRejected(context: TaskContext, event: Event<'APPEAL_REJECTED'>): TaskStep {
  const card = cardOf(context, event);
  if (!card) return {};
  return {
    context: { cards: recarded(context, event, { appeal: 'rejected' }) },
    effects: [
      ...disarm(appealClock(event)),
      ...settle(appealAlert(event)),
      tellUnit(context, 'appealRejected', card.unitId, { reason: event.reason }),
    ],
  };
}

/** Who decides appeals is late: that climbs a ladder of its own. */
export const appealIsOverdue = (context: TaskContext, event: Event<'APPEAL_OVERDUE'>): TaskStep => ({
  context: {
    causes: withCauses(context, [{ trigger: 'appealLate', unitId: null, gate: null, since: event.at }]),
  },
});

/** Whether a hold ends on a later day than it begins, and an open climb is there to be held. */
export const mayBeHeld = (context: TaskContext, event: Event<'HELD'>, policy: Policy): boolean =>
  climbOf(context, event.generation) !== undefined &&
  climbOf(context, event.generation)?.hold === null &&
  event.until > event.on &&
  instantOf(event.until, policy.taskDueAt) > event.at;
