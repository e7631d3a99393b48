import type { Instant } from '#calendar';

/** What carries a statechart and a chain of events of its own. */
export type SubjectKind = 'task' | 'obligation' | 'reportingLine';

export interface SubjectRef {
  kind: SubjectKind;
  id: string;
}

/** What is stored of a statechart: its configuration and its context, JSON both. */
export interface Snapshot<Context = Record<string, unknown>> {
  value: unknown;
  context: Context;
}

/** A line of the trail before it is chained: past tense, with everything a replay needs inside `payload`. */
export interface RecordedEvent {
  type: string;
  at: Instant;
  payload: Record<string, unknown>;
}

/** What a subject is in one word, for its row and for people: `inProgress`, `closing.verification`. */
export function stateName(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return '';
  const [entry] = Object.entries(value);
  return entry ? [entry[0], stateName(entry[1])].filter(Boolean).join('.') : '';
}
