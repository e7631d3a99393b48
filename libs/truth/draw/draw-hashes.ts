import type { TruthSignal } from '#accountability';
import { byKey, sha256 } from './draw-order.js';
import { thousandths } from './lots-of.js';

/** What stands first in everything that is hashed, so that a hash of one thing is never that of another. */
const RECIPE = 'luoshi.draw/1';

/** What is published before the population is frozen: it binds whoever holds the secret, and tells nobody anything. */
export const commitmentOf = (drawId: string, secret: string): string =>
  sha256(`${RECIPE}\ncommitment\n${drawId}\n${secret}\n`);

interface Weighed {
  key: string;
  reportId: string;
  lots: number;
  signals: readonly { name: TruthSignal; score: number }[];
}

/** The frozen population in a few figures a row: who, which report, how many lots, and each score in thousandths. */
export const populationText = (population: readonly Weighed[]): string =>
  [...population]
    .sort(byKey)
    .map(
      ({ key, reportId, lots, signals }) =>
        `${key}\t${reportId}\t${lots}\t${[...signals]
          .sort((a, b) => (a.name < b.name ? -1 : 1))
          .map(({ name, score }) => `${name}=${thousandths(score)}`)
          .join(',')}\n`,
    )
    .join('');

export const populationHash = (population: readonly Weighed[]): string =>
  sha256(`${RECIPE}\npopulation\n${populationText(population)}`);

/** The seed: the secret, the population that was frozen after it was committed to, and what a second person typed in. */
export const seedOf = (of: {
  drawId: string;
  secret: string;
  populationHash: string;
  randomness: string;
}): string => sha256(`${RECIPE}\nseed\n${of.drawId}\n${of.secret}\n${of.populationHash}\n${of.randomness}\n`);

/** The hash of a whole record: JSON with sorted keys and no blanks, without its own member `hash`. */
export function recordHash(record: object): string {
  const { hash: _, ...rest } = record as { hash?: unknown };
  return sha256(JSON.stringify(JSON.parse(JSON.stringify(rest)), sortedKeys));
}

const sortedKeys = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
