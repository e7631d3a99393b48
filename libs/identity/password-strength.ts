import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { CHINESE_HABITS } from './chinese-habits.js';
import type { IdentityRejectionCode } from './identity-rejection.js';

/** NIST SP 800-63B asks for eight; the accounts here decide careers. */
const SHORTEST = 10;
/** zxcvbn's scale ends at 4; 3 means some hundred million guesses and more. */
const STRONG_ENOUGH = 3;
/** More is not looked at: estimating takes longer than linear, and what is longer is strong. */
const LOOKED_AT = 72;

/** What somebody who guesses knows besides: the account's name, its person and unit, the password before. */
export interface KnownToGuess {
  username: string;
  current?: string;
  words?: readonly string[];
}

/**
 * Why a new password is not taken; null: it is. Length, none of those that leaked (the list that comes with
 * @zxcvbn-ts/language-common, about 40,000) in whatever disguise of capitals and digits, and hard enough to guess by who knows the person.
 */
export async function weaknessOf(next: string, known: KnownToGuess): Promise<IdentityRejectionCode | null> {
  if ([...next].length < SHORTEST || next === known.current || new Set(next).size < 4)
    return 'PasswordTooWeak';
  if (next.toLowerCase().includes(known.username.toLowerCase())) return 'PasswordTooWeak';
  const { score, sequence } = (await estimator()).check(next.slice(0, LOOKED_AT), [
    known.username,
    ...(known.words ?? []),
    ...(known.current === undefined ? [] : [known.current]),
  ]);
  if (score >= STRONG_ENOUGH) return null;
  const [only] = sequence;
  const leaked = sequence.length === 1 && only?.pattern === 'dictionary';
  return leaked ? 'PasswordLeaked' : 'PasswordGuessable';
}

let made: Promise<ZxcvbnFactory> | undefined;

/** Two megabytes of words: loaded when the first password is changed, not when the process starts. */
function estimator(): Promise<ZxcvbnFactory> {
  return (made ??= (async () => {
    const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
    ]);
    return new ZxcvbnFactory({
      dictionary: { ...dictionary, chineseHabits: [...CHINESE_HABITS] },
      graphs: adjacencyGraphs,
    });
  })());
}
