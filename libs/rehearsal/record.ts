import type { Policy, SubjectKind, SubjectRef } from '#accountability';
import type { Instant, WorkingCalendar } from '#calendar';

/** What has been recorded of a jurisdiction up to an instant, as a rehearsal needs it. Data only. */
export interface PlayedRecord {
  /** How far it is known: what clocks would do after the last look at them is not a matter of record. */
  until: Instant;
  /** The events of every task, obligation and reporting line, in the order in which they were written. */
  events: TrailLine[];
  /** The policy version that governs each subject. */
  policyVersionOf: ReadonlyMap<string, number>;
  policies: ReadonlyMap<number, Policy>;
  /** Oldest first. */
  calendars: CalendarInForce[];
  /** What the clocks showed that events of the trail stand for, by the id of the clock. */
  firings: ReadonlyMap<string, Firing>;
}

/** A line of the trail. `given`: a person or somebody outside brought it about, it does not follow from another. */
export interface TrailLine {
  subject: SubjectRef;
  type: string;
  at: Instant;
  payload: Record<string, unknown>;
  actorId: string | null;
  idempotencyKey: string;
}

export interface CalendarInForce {
  /** From when on decisions rest on it. */
  since: Instant;
  /** When the open deadlines followed it; the same instant where none did. */
  followedAt: Instant;
  reason: string;
  calendar: WorkingCalendar;
}

export interface Firing {
  armedAt: Instant;
  projectedAt: Instant;
}

export const keyOf = ({ kind, id }: { kind: SubjectKind; id: string }): string => `${kind}/${id}`;

/** Where an event of the trail comes from; the pipeline names its keys so, and no person is behind what follows. */
export function sourceOf({
  actorId,
  idempotencyKey,
}: TrailLine): 'begin' | 'clock' | 'other' | 'calendar' | 'given' {
  if (idempotencyKey === 'begin') return 'begin';
  if (actorId !== null) return 'given';
  if (idempotencyKey.startsWith('deadline:')) return 'clock';
  if (/^from:(?:task|obligation|reportingLine)\//u.test(idempotencyKey)) return 'other';
  return /^calendar:\d+$/u.test(idempotencyKey) ? 'calendar' : 'given';
}

/** The policy version that each subject began under: the one before it first came under another. */
export function firstVersionsOf({ events, policyVersionOf }: PlayedRecord): Map<string, number> {
  const first = new Map(policyVersionOf);
  for (const { subject, type, payload } of events.toReversed())
    if (type === 'POLICY_ADOPTED') first.set(keyOf(subject), Number(payload['from']));
  return first;
}
