import type { ServerResponse } from 'node:http';

/**
 * Acts once nobody hears this answer any more: it was sent, or the requester hung up. At once where that was so before,
 * while it was looked up who asks: `close` is not said twice.
 */
export function whenOver(response: Pick<ServerResponse, 'destroyed' | 'once'>, act: () => void): void {
  if (response.destroyed) act();
  else response.once('close', act);
}
