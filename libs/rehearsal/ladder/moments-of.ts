import {
  ladderOf,
  type Effect,
  type IncomingEvent,
  type Policy,
  type Role,
  type Snapshot,
  type TaskClimb,
  type TaskRung,
} from '#accountability';
import type { CourseMoment, MomentKind, StopReason } from './course.js';

export type Moment = Omit<CourseMoment, 'workingDay'>;

/** What a course tells of what was done to a ladder as a whole. */
const STOPPED: Record<string, [MomentKind, StopReason]> = {
  HELD: ['stopped', 'held'],
  HOLD_EXPIRED: ['resumed', 'held'],
  SUSPENDED: ['stopped', 'suspended'],
  SUSPENSION_EXPIRED: ['resumed', 'suspended'],
  BLOCKAGE_ACCEPTED: ['stopped', 'waiting'],
  UNBLOCKED: ['resumed', 'waiting'],
};
const OF_CARDS: Record<string, MomentKind> = {
  CARD_ANSWERED: 'answered',
  CARD_ANSWER_OVERDUE: 'answerOverdue',
  APPEALED: 'appealed',
  APPEAL_UPHELD: 'appealUpheld',
  APPEAL_REJECTED: 'appealRejected',
  APPEAL_OVERDUE: 'appealOverdue',
};
const ASIDE: ReadonlySet<MomentKind> = new Set(['answered', 'answerOverdue']);

/** The climb that was asked for, also when it is over. */
export interface MainClimb {
  generation: number;
  rungs: readonly TaskRung[];
}

/** The climbs of a task or a line besides the one that is asked for. */
export function climbsBeside({ context }: Snapshot, main: MainClimb | null): TaskClimb[] {
  const { climbs, matters } = context as { climbs?: unknown; matters?: { climbs: TaskClimb[] } };
  const all = matters?.climbs ?? (Array.isArray(climbs) ? (climbs as TaskClimb[]) : []);
  return all.filter(({ generation }) => generation !== main?.generation);
}

/** Whose desks what an event brought about comes to; who has to agree to a notice before who issues it. */
function desks(effects: readonly Effect[]): Role[] {
  const told = effects.flatMap((effect) => (effect.type === 'notify' ? [effect] : []));
  const first = told.filter(({ message }) => message === 'noticeToAgree');
  const rest = told.filter(({ message }) => message !== 'noticeToAgree');
  return [...new Set([...first, ...rest].flatMap(({ audience }) => audience))];
}

export interface Taken {
  event: IncomingEvent;
  before: Snapshot;
  effects: readonly Effect[];
  policy: Policy;
}

/** What a course tells of an event that the chart has taken; null: nothing. */
export function momentOf({ event, before, effects, policy }: Taken, main: MainClimb | null): Moment | null {
  const note = (kind: MomentKind, more: Partial<Moment> = {}): Moment => ({
    ...{ at: event.at, kind, rung: null, aside: false, beside: null, to: desks(effects) },
    ...{ early: event['because'] === 'early', why: null },
    ...more,
  });
  if (event.type === 'REMINDER_DUE') return note('reminder');
  const stopped = STOPPED[event.type];
  if (stopped) return note(stopped[0], { why: stopped[1] });
  const beside =
    climbsBeside(before, main).find(({ generation }) => generation === event['generation']) ?? null;
  const rungs = beside ? (ladderOf(policy, beside)?.rungs ?? []) : (main?.rungs ?? []);
  const rung = rungs.find(({ name }) => name === event['rung']) ?? null;
  const of: Partial<Moment> = { rung, aside: beside !== null, beside: beside?.trigger ?? null };
  const ofCard = OF_CARDS[event.type];
  if (ofCard) return note(ofCard, { ...of, ...(ASIDE.has(ofCard) && { aside: true }) });
  switch (event.type) {
    case 'RUNG_DUE':
      return note(rung && 'within' in rung.issue ? 'toIssue' : 'reached', of);
    case 'ISSUE_OVERDUE':
      return note('issueOverdue', of);
    case 'NOTICE_ISSUED':
      return note('issued', of);
    default:
      return null;
  }
}
