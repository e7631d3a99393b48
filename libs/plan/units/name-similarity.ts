import { type NameCore } from './name-core.js';

export interface Likeness {
  /** 0 to 1; 1 is kept for names that are the same. */
  readonly score: number;
  readonly how: 'same' | 'abbreviation' | 'alike';
}

/** How likely two names mean one unit, by what tells units apart; what all units have in common weighs little. */
export function likenessOf(a: NameCore, b: NameCore): Likeness {
  const body = bodyFactor(a, b);
  const level = a.level === '' || b.level === '' || a.level === b.level ? 1 : 0.6;
  const of = (score: number, how: Likeness['how']): Likeness => ({ score: score * level * body, how });
  if (a.core === b.core) return of(0.97, 'same');
  const [short, long] = a.core.length <= b.core.length ? [a.core, b.core] : [b.core, a.core];
  const shortened = abbreviationOf(short, long);
  const alike = 0.85 * bigramLikeness(a.core, b.core);
  return shortened >= alike ? of(shortened, 'abbreviation') : of(alike, 'alike');
}

/** 局 and 委 stand for one another after a reform; a company is no department. */
function bodyFactor(a: NameCore, b: NameCore): number {
  if (a.body === b.body) return 1;
  if (a.bodyClass === b.bodyClass) return 0.99;
  const classes = [a.bodyClass, b.bodyClass];
  if (classes.includes('company')) return classes.includes('other') ? 0.85 : 0.6;
  return classes.includes('other') ? 0.95 : 0.9;
}

/**
 * 0 to about 0.95: the letters of the short name in order within the long one, each the first of a word there, or the
 * next after the one before. Words of such names have two letters: 卫健 is 卫生·健康, 国资 is 国有·资产·监督·管理.
 */
function abbreviationOf(short: string, long: string): number {
  if (short.length < 2 || short.length >= long.length || !isSubsequence(short, long)) return 0;
  const NONE = -1;
  // best[j]: the best sum for the letters so far with the last of them at place j of the long name.
  let best: number[] = Array.from(long, (letter, j) =>
    letter === short[0] ? (j === 0 ? 1.2 : j % 2 === 0 ? 0.8 : 0.5) : NONE,
  );
  for (let i = 1; i < short.length; i += 1) {
    const next: number[] = Array.from(long, () => NONE);
    for (let j = i; j < long.length; j += 1) {
      if (long[j] !== short[i]) continue;
      for (let k = i - 1; k < j; k += 1) {
        const before = best[k] ?? NONE;
        if (before === NONE) continue;
        const gain = k === j - 1 ? 1 : (j - k) % 2 === 0 || j % 2 === 0 ? 1 : 0.6;
        next[j] = Math.max(next[j] ?? NONE, before + gain);
      }
    }
    best = next;
  }
  const reached = Math.max(...best);
  if (reached <= 0) return 0;
  const fit = Math.min(1, reached / short.length);
  // The more of the long name the short one covers, the surer; the start of the name says most.
  const cover = short.length / long.length;
  return fit * (0.72 + 0.2 * cover);
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Dice over letters and pairs of letters: pairs weigh double. */
function bigramLikeness(a: string, b: string): number {
  const [inA, inB] = [features(a), features(b)];
  let common = 0;
  for (const [feature, weight] of inA) common += Math.min(weight, inB.get(feature) ?? 0);
  const sum = (features: Map<string, number>): number =>
    [...features.values()].reduce((total, weight) => total + weight, 0);
  const total = sum(inA) + sum(inB);
  return total === 0 ? 0 : (2 * common) / total;
}

/** Words that many units share tell less. */
const COMMON = /[管理服务事发展建设]/u;

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
