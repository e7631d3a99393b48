import type { RateLimit } from './channel.js';

/**
 * The first moment, in epoch milliseconds, at which one more send keeps every limit; `now` if that is already so.
 * `sends` are the moments of the sends before, in any order, at least as far back as the longest limit.
 */
export function freeAt(limits: readonly RateLimit[], sends: readonly number[], now: number): number {
  const ordered = [...sends].sort((a, b) => b - a);
  return limits.reduce((free, { sends: most, withinMs }) => {
    // The send that has to be out of the window before one more fits in.
    const nth = ordered[most - 1];
    return nth === undefined ? free : Math.max(free, nth + withinMs);
  }, now);
}
