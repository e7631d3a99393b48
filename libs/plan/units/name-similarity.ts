import { abbreviationFit } from './abbreviation.js';
import { otherCores } from './former-names.js';
import type { NameCore } from './name-core.js';

export interface Likeness {
  /** 0 to 1; 1 is kept for names that the directory knows. */
  readonly score: number;
  readonly how: 'same' | 'abbreviation' | 'former' | 'alike';
}

/** How likely two names mean one unit, by what tells units apart; what all units have in common weighs little. */
export function likenessOf(a: NameCore, b: NameCore): Likeness {
  const level = a.level === '' || b.level === '' || a.level === b.level ? 1 : 0.6;
  const body = bodyFactor(a, b);
  const former = Math.max(0, ...otherCores(a.core).map((core) => coreScore(core, b.core)));
  const candidates: Likeness[] = [
    { score: a.rest === b.rest ? 0.98 : a.core === b.core ? 0.97 * body : 0, how: 'same' },
    {
      score: Math.max(abbreviated(a.core, b.core) * body, abbreviated(a.rest, b.rest)),
      how: 'abbreviation',
    },
    { score: 0.85 * former * body, how: 'former' },
    { score: Math.max(partial(a.core, b.core), 0.85 * bigramLikeness(a.core, b.core)) * body, how: 'alike' },
  ];
  const best = candidates.reduce((one, other) => (other.score > one.score ? other : one));
  return { ...best, score: best.score * level };
}

/** 局 and 委 stand for one another after a reform; a company is no department. */
function bodyFactor(a: NameCore, b: NameCore): number {
  if (a.body === b.body) return 1;
  if (a.bodyClass === b.bodyClass) return 0.99;
  const classes = [a.bodyClass, b.bodyClass];
  if (classes.includes('company')) return classes.includes('other') ? 0.85 : 0.6;
  return classes.includes('other') ? 0.95 : 0.9;
}

const coreScore = (a: string, b: string): number => (a === b ? 1 : abbreviated(a, b));

/** Either of the two as an abbreviation of the other; the more of the long name it covers, the surer. */
function abbreviated(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return 0;
  const fit = abbreviationFit(short, long);
  const cover = short.length / long.length;
  // One letter alone says little: 纪 of 纪律检查, 编 of 机构编制.
  return fit * (short.length === 1 ? 0.55 : 0.72 + 0.2 * cover);
}

/** An abbreviation of which one letter belongs elsewhere: 文广旅 for 文化旅游. */
function partial(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 3 || short.length > 6) return 0;
  const without = Array.from(short, (_, i) => short.slice(0, i) + short.slice(i + 1));
  const share = (short.length - 1) / short.length;
  return 0.75 * share * Math.max(...without.map((rest) => coreScore(rest, long)));
}

/** Dice over letters and pairs of letters: pairs weigh double. */
function bigramLikeness(a: string, b: string): number {
  const [inA, inB] = [features(a), features(b)];
  let common = 0;
  for (const [feature, weight] of inA) common += Math.min(weight, inB.get(feature) ?? 0);
  const total = sumOf(inA) + sumOf(inB);
  return total === 0 ? 0 : (2 * common) / total;
}

const sumOf = (features: Map<string, number>): number =>
  [...features.values()].reduce((total, weight) => total + weight, 0);

/** Words that many units share tell less. */
const COMMON = /[管理服务事发展建设工作]/u;

function features(text: string): Map<string, number> {
  const result = new Map<string, number>();
  const add = (feature: string, weight: number): void => {
    result.set(feature, (result.get(feature) ?? 0) + weight);
  };
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i] ?? '';
    const pair = text.slice(i, i + 2);
    add(letter, COMMON.test(letter) ? 0.3 : 1);
    if (pair.length === 2) add(pair, [...pair].every((one) => COMMON.test(one)) ? 0.5 : 2);
  }
  return result;
}
