import type { FollowedEvent } from './follow-events.js';
import { followStream, type FollowStreamOptions } from './follow-stream.js';

/**
 * What the person of the token may see of tasks, duties and notices, live and for ever, each event once. Keep an event's
 * `cursor`, and begin behind it the next time (`lastEventId`).
 *
 * @throws LuoshiProblem where the token is not good or not enough
 */
export async function* followOwnEvents(
  options: FollowStreamOptions,
): AsyncGenerator<FollowedEvent, void, undefined> {
  for await (const { event, data } of followStream('/api/v1/events/stream', options))
    if (event === 'message') yield JSON.parse(data) as FollowedEvent;
}
