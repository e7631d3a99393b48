import { isDeepStrictEqual } from 'node:util';
import {
  countsUnitCards,
  stateName,
  type Effect,
  type LeftOut,
  type RecordedEvent,
  type Rules,
} from '#accountability';
import type { CrowdKind, CrowdRow } from '#persistence';
import type { Envelope } from '../envelope.js';
import type { CaseShelf } from './case-shelf.js';

/** An effect that a crowd's statements carry out; whoever has another one goes the ordinary way. */
export type CrowdEffect = Extract<Effect, { type: 'disarmDeadline' | 'settleAlert' | 'forward' }>;

/** What becomes of one of a crowd. */
export interface Moved {
  event: RecordedEvent;
  effects: readonly CrowdEffect[];
  state: string;
  value: unknown;
  /** Fields of the context that are written over; null: the snapshot stays as it is. */
  written: Record<string, unknown> | null;
}

/** Events that a task may hear of with a crowd: they change no row but its own. */
const OF_TASKS: ReadonlySet<string> = new Set(['REPORT_MISSED']);

/** Whether an event may be taken with a crowd at all: one of the engine's own, of which nothing else depends. */
export function mayJoinCrowd({ to, event, actor, begins, droppable, expectedVersion }: Envelope): boolean {
  if (actor.personId !== null || !droppable || begins !== undefined || expectedVersion !== undefined)
    return false;
  if (to.kind === 'task') return OF_TASKS.has(event.type);
  return to.kind === 'obligation' && event.type !== 'POLICY_ADOPTED';
}

/** How a row is read that is decided with others. */
export interface CrowdReading {
  books: CaseShelf;
  jurisdictionId: string;
  /** Fields of the contexts that were not read. */
  leftOut: LeftOut;
}

/**
 * What an event makes of a subject as its row holds it: by its case where it is an obligation (ADR 0021), by what is said
 * of those that it moves nothing of where it is a task (ADR 0033). `refused`: the event has no way here and is dropped.
 * Null: it goes the ordinary way.
 */
export const crowdMove = (
  kind: CrowdKind,
  row: CrowdRow,
  event: Envelope['event'],
  rules: Rules,
  reading: CrowdReading,
): Moved | 'refused' | null =>
  kind === 'task' ? taskMove(row, event, rules, reading) : obligationMove(row, event, rules, reading);

function taskMove(
  row: CrowdRow,
  event: Envelope['event'],
  rules: Rules,
  { books }: CrowdReading,
): Moved | 'refused' | null {
  if (countsUnitCards('task', event.type, rules.policy)) return null;
  const heard = books.unmoved.of(row, event, rules);
  if (heard === null || heard === 'refused') return heard;
  return { event: heard.event, effects: [], state: '', value: null, written: null };
}

function obligationMove(
  row: CrowdRow,
  event: Envelope['event'],
  rules: Rules,
  { books, jurisdictionId, leftOut }: CrowdReading,
): Moved | 'refused' | null {
  // The engine may do anything anywhere: nobody asks where the subject belongs.
  const scope = { jurisdictionId, planCode: '', actionCode: null, unitIds: [] };
  const context = JSON.parse(row.context) as Record<string, unknown>;
  const before = JSON.parse(row.value) as unknown;
  if (leftOut.size === 0) books.seen(context);
  const subject = { kind: 'obligation' as const, snapshot: { value: before, context }, scope };
  const member = books.of(event, rules, row.policyVersion).memberOf(subject, leftOut);
  if (member === null) return null;
  const decided = member.equal.decisionFor(context, member.names);
  if (!decided.ok) return 'refused';
  const { changes } = member.equal;
  if (changes === null || !decided.effects.every(isOfCrowd)) return null;
  const { value } = decided.snapshot;
  const written = Object.fromEntries(changes.map((field) => [field, decided.snapshot.context[field]]));
  if (Object.values(written).includes(undefined)) return null;
  const stays = changes.length === 0 && isDeepStrictEqual(value, before);
  return {
    event: decided.event,
    effects: decided.effects,
    state: stateName(value),
    value,
    written: stays ? null : written,
  };
}

/** A line is opened by its first task: that is more than handing an event on. */
const isOfCrowd = (effect: Effect): effect is CrowdEffect =>
  effect.type === 'disarmDeadline' ||
  effect.type === 'settleAlert' ||
  (effect.type === 'forward' && !(effect.to.kind === 'reportingLine' && effect.event.type === 'TASK_JOINED'));
