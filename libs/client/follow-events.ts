import { answerOf } from './answer-of.js';
import type { components } from './api.generated.js';
import type { Luoshi } from './create-luoshi.js';
import { LuoshiProblem } from './luoshi-problem.js';
import { pause } from './pause.js';

export type FollowedEvent = components['schemas']['OutgoingEvent'];

export interface FollowEventsOptions {
  /** The `cursor` of the last event that was dealt with; '0': from the beginning. */
  after: string;
  /** How long to wait where there is nothing new; default 5 s. */
  pollMs?: number;
  signal?: AbortSignal;
}

/**
 * Events as they come, for ever, each once. Keep an event's `cursor` together with what was made of it, and begin there
 * the next time: nothing is missed. What may pass (a lost connection, an update) is waited out. `luoshi` holds the key of a
 * subscription.
 *
 * @throws LuoshiProblem where the key is not good any more
 */
export async function* followEvents(
  luoshi: Luoshi,
  { after, pollMs = 5_000, signal }: FollowEventsOptions,
): AsyncGenerator<FollowedEvent, void, undefined> {
  let next = after;
  const read = () =>
    answerOf(
      luoshi.GET('/api/v1/events', {
        params: { query: { after: Number(next) } },
        ...(signal === undefined ? {} : { signal }),
      }),
    );
  while (signal?.aborted !== true) {
    const page = await read().catch((error: unknown) => {
      if (LuoshiProblem.is(error) && error.status < 500 && error.status !== 429) throw error;
      return null;
    });
    if (page === null) {
      await pause(pollMs, signal);
      continue;
    }
    yield* page.value.events;
    next = page.value.next;
    if (!page.value.more) await pause(pollMs, signal);
  }
}
