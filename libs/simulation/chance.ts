import { createHash } from 'node:crypto';

/**
 * A number in [0, 1) that follows from a seed and the names of what it is drawn for. No draw depends on an earlier
 * one, so that one unit behaving otherwise leaves the chances of all others as they were.
 */
export type Chance = (...names: readonly string[]) => number;

export const chanceFrom =
  (seed: number): Chance =>
  (...names) =>
    createHash('sha256')
      .update(`${seed}\u001f${names.join('\u001f')}`)
      .digest()
      .readUInt32BE(0) /
    2 ** 32;
