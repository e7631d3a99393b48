import { LuoshiProblem } from './luoshi-problem.js';
import { pause } from './pause.js';
import { serverSentEvents, type ServerSentEvent } from './server-sent-events.js';

export interface FollowStreamOptions {
  /** Where the system is, without a slash at the end. */
  url: string;
  token: string;
  signal?: AbortSignal;
  /** The id of the last event that was dealt with; left out: from now on. */
  lastEventId?: string;
  /** Before the stream is opened again after it broke off; default 2 s. */
  againAfterMs?: number;
}

/**
 * The events of a stream, for ever: one that breaks off is opened again behind the last event that came.
 *
 * @throws LuoshiProblem where the token is not good or not enough
 */
export async function* followStream(
  path: string,
  { url, token, signal, lastEventId, againAfterMs = 2_000 }: FollowStreamOptions,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  let lastId = lastEventId;
  while (signal?.aborted !== true) {
    const response = await fetch(url + path, {
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: 'text/event-stream',
        ...(lastId === undefined ? {} : { 'Last-Event-ID': lastId }),
      },
      ...(signal === undefined ? {} : { signal }),
    }).catch(() => null);
    // What may pass is waited out; what will not is told.
    if (response !== null && !response.ok && response.status < 500 && response.status !== 429)
      throw LuoshiProblem.of(response, await response.json().catch(() => null));
    for await (const event of eventsUntilCut(response)) {
      lastId = event.id ?? lastId;
      yield event;
    }
    await pause(againAfterMs, signal);
  }
}

async function* eventsUntilCut(response: Response | null): AsyncGenerator<ServerSentEvent, void, undefined> {
  if (response === null || !response.ok || response.body === null) return;
  const events = serverSentEvents(response.body);
  for (;;) {
    const next = await events.next().catch(() => null);
    if (next === null || next.done === true) return;
    yield next.value;
  }
}
