import { eachNamed, ownWordAt } from '#english';

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

/** What of the server's answers is Chinese by nature, and where it stands in a text of the page. */
export interface NamesHeard {
  /** Remembers what of an answer is Chinese by nature, as a page will show it. */
  note: (answer: unknown) => void;
  /**
   * A text of the page by what of it is somebody's name or words; null where nothing is. Chinese that nobody is known
   * to have named or written is not among it: the system should have said it in English.
   */
  stretchesOf: (text: string) => readonly Stretch[] | null;
}

interface Known {
  names: ReadonlySet<string>;
  /** By their first sign, the longest first. */
  byFirst: ReadonlyMap<string, readonly string[]>;
  longTexts: ReadonlySet<string>;
  /** Units of measurement of one sign: `2次`. Such a sign is in any text; after a figure it is one. */
  measures: ReadonlySet<string>;
}

/** Knows nothing at first. A page in English has one; who looks at several pages, as tests do, has one for each. */
export function namesHeard(): NamesHeard {
  const names = new Set<string>();
  const byFirst = new Map<string, string[]>();
  const longTexts = new Set<string>();
  const measures = new Set<string>();
  const known: Known = { names, byFirst, longTexts, measures };
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

  return {
    note: (answer) => eachNamed(answer, take),
    stretchesOf: (text) => {
      if (!HAN.test(text)) return null;
      const before = found.get(text);
      if (before !== undefined) return before;
      const stretches = names.has(text.trim()) ? byScript(text) : byNames(text, known);
      const any = stretches.some(({ chinese }) => chinese) ? stretches : null;
      found.set(text, any);
      return any;
    },
  };
}

/** What is all somebody's, and may have been said partly in English: `early May 2024 · 清水行动方案`. */
function byScript(text: string): Stretch[] {
  if (!/[A-Za-z]{2}/u.test(text)) return [{ text, chinese: true }];
  return between(
    [...text.matchAll(CHINESE)].map((match) => [match.index, match[0].length]),
    text,
  );
}

function byNames(text: string, { byFirst, measures, longTexts }: Known): Stretch[] {
  const places: [number, number][] = [];
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const name = byFirst.get(text.charAt(at))?.find((each) => rest.startsWith(each));
    const measure = measures.has(text.charAt(at)) && /[\d.] ?$/u.test(text.slice(0, at)) ? 1 : 0;
    const theirs = name?.length ?? (measure || partOfLongText(rest, longTexts));
    const own = ownWordAt(rest);
    // What the system says is not somebody's for a name that stands in it: `逾期未报`, where a paper has `未报`.
    const isOwn = own > 0 && (own > theirs || (own === theirs && !standsAlone(text, at, own)));
    const length = isOwn ? 0 : theirs;
    if (length > 0) places.push([at, length]);
    at += isOwn ? own : Math.max(length, 1);
  }
  return between(places, text);
}

/** Between what is not Chinese, as in `signed by 指挥长`: whoever is called as a post is was not put into Chinese words. */
const standsAlone = (text: string, at: number, length: number): boolean =>
  !HAN.test(text.charAt(at - 1)) && !HAN.test(text.charAt(at + length));

/** How much of the beginning of a text is part of something that somebody wrote; 0: too little to be sure. */
function partOfLongText(rest: string, longTexts: ReadonlySet<string>): number {
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
