import type { components } from './api.generated.js';
import { followStream, type FollowStreamOptions } from './follow-stream.js';

type Alert = components['schemas']['Alert'];

/** `alert` was raised or changed, or was open when the stream began; `settled` is over. */
export interface AlertNews {
  kind: 'alert' | 'settled';
  alert: Alert;
}

/**
 * What the supervision office has to look at, live and for ever. What is open is told once more whenever the stream
 * begins: an alert may come twice, none is missed.
 *
 * @throws LuoshiProblem where the token is not good or not enough
 */
export async function* followAlerts(
  options: FollowStreamOptions,
): AsyncGenerator<AlertNews, void, undefined> {
  for await (const { event, data } of followStream('/api/v1/alerts/stream', options))
    yield* newsIn(event, JSON.parse(data) as Alert | { items: Alert[] });
}

function newsIn(event: string, said: Alert | { items: Alert[] }): AlertNews[] {
  if (event === 'snapshot' && 'items' in said) return said.items.map((alert) => ({ kind: 'alert', alert }));
  if ((event === 'alert' || event === 'settled') && 'id' in said) return [{ kind: event, alert: said }];
  return [];
}
