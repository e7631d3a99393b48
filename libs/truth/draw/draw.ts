import type { DrawRules } from '#accountability';
import type { DrawEntry, Drawn } from './draw-record.schema.js';
import { bestLot, byKey, drawOrder } from './draw-order.js';
import { drawnByLot } from './lots-of.js';

type Rules = Pick<DrawRules, 'shareAtMost' | 'certain'>;
type Candidate = Pick<DrawEntry, 'key' | 'lots'> & { signals: readonly { name: string; score: number }[] };

/** Whether the rules have it drawn for certain. */
const isCertain = ({ signals }: Candidate, { certain }: Rules): boolean =>
  certain.some(({ signal, from }) => signals.some(({ name, score }) => name === signal && score >= from));

/** Who is drawn, in order: first those that the rules name, then by lot from all others. Independent of the order given. */
export function draw(seed: string, population: readonly Candidate[], rules: Rules, count: number): Drawn[] {
  const named = population.filter((one) => isCertain(one, rules)).sort(byKey);
  const others = population.filter((one) => !isCertain(one, rules));
  const places = drawnByLot({ count, population: others.length, shareAtMost: rules.shareAtMost });
  const byRule = named.map(({ key, lots }) => ({
    key,
    because: 'rule' as const,
    ...bestLot(seed, key, lots),
  }));
  const byLot = drawOrder(seed, others)
    .slice(0, places)
    .map(({ key, lot, number }) => ({ key, because: 'lot' as const, lot, number }));
  return [...byRule, ...byLot].map((one, index) => ({ order: index + 1, ...one }));
}
