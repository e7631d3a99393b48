import { createHash } from 'node:crypto';

/*
 * The recipe of the draw. Weighted random sampling without replacement by Efraimidis and Spirakis (Information
 * Processing Letters 97, 2006): each has a random number u for each of its w lots and counts by its best; the best of w
 * numbers is distributed as u^(1/w), so whoever has twice the lots is twice as likely to come first, and so on among
 * those that remain. Lots are whole numbers and each number is a hash: no logarithm, nothing that two machines could
 * round differently, and a row can be checked by hand without the others. docs/truth-checks.md says it in ten lines.
 */

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The number on one lot: 64 hexadecimal digits; of all lots in the draw the smallest is drawn first. */
export const lotNumber = (seed: string, key: string, lot: number): string =>
  sha256(`${seed}\n${key}\n${lot}\n`);

/** The best of somebody’s lots: the smallest number, and which lot has it (from 1). */
export function bestLot(seed: string, key: string, lots: number): { lot: number; number: string } {
  let best = { lot: 1, number: lotNumber(seed, key, 1) };
  for (let lot = 2; lot <= lots; lot += 1) {
    const number = lotNumber(seed, key, lot);
    if (number < best.number) best = { lot, number };
  }
  return best;
}

export interface Lots {
  key: string;
  lots: number;
}

export interface PlacedLots extends Lots {
  lot: number;
  number: string;
}

/** Everybody in the order in which the draw takes them; in whatever order they are given. */
export const drawOrder = <T extends Lots>(seed: string, population: readonly T[]): (T & PlacedLots)[] =>
  population
    .map((one) => ({ ...one, ...bestLot(seed, one.key, one.lots) }))
    .sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : byKey(a, b)));

/** In the order of their UTF-8 bytes, as every language can sort. */
export const byKey = (a: { key: string }, b: { key: string }): number =>
  Buffer.compare(Buffer.from(a.key, 'utf8'), Buffer.from(b.key, 'utf8'));
