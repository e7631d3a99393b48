import { followEvents, type FollowEventsOptions, type Luoshi } from '#client';

/** A notice that was issued to the unit, as an office system passes it on. */
export interface Escalation {
  words: string;
  /** Keep it with what was made of the notice, and begin there the next time. */
  cursor: string;
}

/** Hands on every notice that is issued, from a cursor on, until it is stopped. */
export async function listenForEscalations(
  events: Luoshi,
  from: FollowEventsOptions,
  handOn: (escalation: Escalation) => void | Promise<void>,
): Promise<void> {
  for await (const { type, timestamp, cursor, data } of followEvents(events, from)) {
    if (type !== 'notice.issued') continue;
    const { notice } = data as { notice?: { title?: string; number?: string | null } };
    const words = `${timestamp} 文书签发：${notice?.number ?? ''}${notice?.title ?? ''}`;
    await handOn({ words, cursor: cursor ?? from.after });
  }
}
