import type { components } from './api.generated.js';
import { LuoshiProblem } from './luoshi-problem.js';
import { pause } from './pause.js';
import { serverSentEvents, type ServerSentEvent } from './server-sent-events.js';

type Alert = components['schemas']['Alert'];

/** `alert` was raised or changed, or was open when the stream began; `settled` is over. */
export interface AlertNews {
  kind: 'alert' | 'settled';
  alert: Alert;
}

export interface FollowAlertsOptions {
  url: string;
  token: string;
  signal?: AbortSignal;
  /** Before the stream is opened again after it broke off; default 2 s. */
  againAfterMs?: number;
}

/**
 * What the supervision office has to look at, live and for ever. A stream that breaks off is opened again, with the number
 * of the last event, and what is open is told once more at its beginning: an alert may come twice, none is missed.
 *
 * @throws LuoshiProblem where the token is not good or not enough
 */
export async function* followAlerts(
  options: FollowAlertsOptions,
): AsyncGenerator<AlertNews, void, undefined> {
  const { signal, againAfterMs = 2_000 } = options;
  let lastId: string | undefined;
  while (signal?.aborted !== true) {
    const stream = await open(options, lastId);
    if (stream !== null) {
      try {
        for await (const { event, data, id } of stream) {
          lastId = id ?? lastId;
          yield* newsIn(event, JSON.parse(data) as Alert | { items: Alert[] });
        }
      } catch {
        // Broken off: opened again below.
      }
    }
    await pause(againAfterMs, signal);
  }
}

function newsIn(event: string, said: Alert | { items: Alert[] }): AlertNews[] {
  if (event === 'snapshot' && 'items' in said) return said.items.map((alert) => ({ kind: 'alert', alert }));
  if ((event === 'alert' || event === 'settled') && 'id' in said) return [{ kind: event, alert: said }];
  return [];
}

/** Null: cannot be had just now. */
async function open(
  { url, token, signal }: FollowAlertsOptions,
  lastId: string | undefined,
): Promise<AsyncIterable<ServerSentEvent> | null> {
  const response = await fetch(`${url}/api/v1/alerts/stream`, {
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: 'text/event-stream',
      ...(lastId === undefined ? {} : { 'Last-Event-ID': lastId }),
    },
    ...(signal === undefined ? {} : { signal }),
  }).catch(() => null);
  if (response === null || response.status >= 500 || response.status === 429) return null;
  if (!response.ok || response.body === null)
    throw LuoshiProblem.of(response, await response.json().catch(() => null));
  return serverSentEvents(response.body);
}
