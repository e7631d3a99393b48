import type { Request } from 'express';

/** How an answer may be squeezed, and what a file that was squeezed before is called. */
export const ENCODINGS = { br: '.br', gzip: '.gz' } as const;
export type Encoding = keyof typeof ENCODINGS;

/**
 * What the asker can read, the smaller first. Browsers read `br` only where the way is secure (https, or the machine
 * itself); an office's browser over plain http says `gzip` alone.
 */
export function encodingWanted(request: Request): Encoding | null {
  if (request.headers['accept-encoding'] === undefined) return null;
  if (request.acceptsEncodings('br') === 'br') return 'br';
  return request.acceptsEncodings('gzip') === 'gzip' ? 'gzip' : null;
}
