import { isDeepStrictEqual } from 'node:util';
import {
  decide,
  ENGINE_ACTOR,
  stateName,
  unitCounted,
  type Effect,
  type RecordedEvent,
  type Rules,
  type Snapshot,
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

/**
 * What an event makes of a subject as its row holds it: by its case where it is an obligation (ADR 0021), by the chart
 * itself where it is a task. `refused`: the event has no way here and is dropped. Null: it goes the ordinary way.
 */
export function crowdMove(
  kind: CrowdKind,
  row: CrowdRow,
  event: Envelope['event'],
  rules: Rules,
  books: CaseShelf,
  jurisdictionId: string,
): Moved | 'refused' | null {
  // The engine may do anything anywhere: nobody asks where the subject belongs.
  const scope = { jurisdictionId, planCode: '', actionCode: null, unitIds: [] };
  const subject = { kind, snapshot: row.snapshot, scope };
  if (kind === 'task') {
    if (unitCounted(subject, event, rules.policy) !== null) return null;
    const decided = decide(subject, event, rules, ENGINE_ACTOR);
    if (!decided.ok) return 'refused';
    const { snapshot, effects } = decided;
    if (effects.length > 0 || !isAsItWas(snapshot, row.snapshot)) return null;
    return { event: decided.event, effects: [], state: '', value: snapshot.value, written: null };
  }
  const member = books.of(event, rules, row.policyVersion).memberOf(subject);
  if (member === null) return null;
  const { context } = row.snapshot;
  const decided = member.equal.decisionFor(context, member.names);
  if (!decided.ok) return 'refused';
  const { changes } = member.equal;
  if (changes === null || !decided.effects.every(isOfCrowd)) return null;
  const { value } = decided.snapshot;
  const written = Object.fromEntries(changes.map((field) => [field, decided.snapshot.context[field]]));
  if (Object.values(written).includes(undefined)) return null;
  const stays = changes.length === 0 && isDeepStrictEqual(value, row.snapshot.value);
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

/** Whether the row would say the same: mostly the chart has handed the very context back. */
const isAsItWas = (next: Snapshot, before: Snapshot): boolean =>
  isDeepStrictEqual(plain(next.value), before.value) &&
  (next.context === before.context || isDeepStrictEqual(plain(next.context), before.context));

/** As it would be read again. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
