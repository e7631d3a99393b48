import { eachNamed } from '#english';

/** A stretch of a text; `chinese`: it is somebody's name or words, and stays Chinese on an English page. */
export interface Stretch {
  text: string;
  chinese: boolean;
}

const HAN = /\p{Script=Han}/u;
/** Chinese with the marks, figures and brackets between it. */
const CHINESE = /[《“〈（(]*\p{Script=Han}(?:[^A-Za-z]*[\p{Script=Han}》”〉）。！？；])?[)]*/gu;
/** From this length on a part of what somebody wrote is known as such; shorter ones are in any text. */
const SURELY_A_PART = 6;
const LONG_TEXT = 24;

const names = new Set<string>();
const byFirst = new Map<string, string[]>();
const longTexts = new Set<string>();
/** Units of measurement of one sign: `2次`. Such a sign is in any text; after a figure it is one. */
const measures = new Set<string>();
const found = new Map<string, readonly Stretch[] | null>();

function take(text: string): void {
  const name = text.trim();
  if (name.length === 1) measures.add(name);
  if (name.length < 2 || names.has(name)) return;
  names.add(name);
  found.clear();
  if (name.length >= LONG_TEXT) longTexts.add(name);
  const first = name.charAt(0);
  const others = byFirst.get(first) ?? [];
  byFirst.set(
    first,
    [...others, name].toSorted((a, b) => b.length - a.length),
  );
  // A plan is spoken of by what stands between the marks of its title.
  const short = /《(.+)》/u.exec(name)?.[1];
  if (short !== undefined) take(short);
}

/** Remembers what of an answer is Chinese by nature, as a page will show it. */
export const noteNames = (answer: unknown): void => eachNamed(answer, take);

/**
 * A text of the page by what of it is somebody's name or words; null where nothing is. Chinese that nobody is known to
 * have named or written is not among it: the system should have said it in English.
 */
export function stretchesOf(text: string): readonly Stretch[] | null {
  if (!HAN.test(text)) return null;
  const known = found.get(text);
  if (known !== undefined) return known;
  const stretches = names.has(text.trim()) ? byScript(text) : byNames(text);
  const any = stretches.some(({ chinese }) => chinese) ? stretches : null;
  found.set(text, any);
  return any;
}

/** What is all somebody's, and may have been said partly in English: `early May 2024 · 清水行动方案`. */
function byScript(text: string): Stretch[] {
  if (!/[A-Za-z]{2}/u.test(text)) return [{ text, chinese: true }];
  return between(
    [...text.matchAll(CHINESE)].map((match) => [match.index, match[0].length]),
    text,
  );
}

function byNames(text: string): Stretch[] {
  const places: [number, number][] = [];
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const name = byFirst.get(text.charAt(at))?.find((each) => rest.startsWith(each));
    const measure = measures.has(text.charAt(at)) && /[\d.] ?$/u.test(text.slice(0, at)) ? 1 : 0;
    const length = name?.length ?? (measure || partOfLongText(rest));
    if (length > 0) places.push([at, length]);
    at += Math.max(length, 1);
  }
  return between(places, text);
}

/** How much of the beginning of a text is part of something that somebody wrote; 0: too little to be sure. */
function partOfLongText(rest: string): number {
  const part = new RegExp(CHINESE.source, 'uy').exec(rest)?.[0] ?? '';
  if (part.length < SURELY_A_PART) return 0;
  return [...longTexts].some((whole) => whole.includes(part)) ? part.length : 0;
}

function between(places: readonly (readonly [number, number])[], text: string): Stretch[] {
  const stretches: Stretch[] = [];
  const add = (from: number, to: number, chinese: boolean): void => {
    if (to > from) stretches.push({ text: text.slice(from, to), chinese });
  };
  let last = 0;
  for (const [at, length] of places) {
    add(last, at, false);
    add(at, at + length, true);
    last = at + length;
  }
  add(last, text.length, false);
  return stretches;
}
