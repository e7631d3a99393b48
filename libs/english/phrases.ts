import { counted } from './sentences/pattern.js';
import { wordFor } from './word-for.js';

/**
 * Sentences of the system with `{holes}`, and how they are said in English with the same holes. What a hole holds is
 * told by how its name begins: `n` a figure (`{n|task}` counts), `day` a day or moment, `word` a word of the system,
 * `list` names with 、 between them, `told` further sentences; anything else stays as it is.
 */
export type Phrases = Readonly<Record<string, string>>;

type SayPart = (part: string) => string | null;
interface Compiled {
  pattern: RegExp;
  holes: readonly string[];
  english: string;
}

const HOLE = /\{(\w+)(?:\|([^|}]+))?(?:\|([^}]+))?\}/gu;
const formOf = (hole: string): string => (/^n\d*$/u.test(hole) ? '(-?[\\d.,]+)' : '(.*?)');
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

function compiled(chinese: string, english: string): Compiled {
  let pattern = '';
  let last = 0;
  const holes: string[] = [];
  for (const { 0: all, 1: hole = '', index } of chinese.matchAll(HOLE)) {
    pattern += literal(chinese.slice(last, index)) + formOf(hole);
    holes.push(hole);
    last = index + all.length;
  }
  return { pattern: new RegExp(`^${pattern}${literal(chinese.slice(last))}$`, 'su'), holes, english };
}

/** `2024年5月10日17:30` as `10 May 2024 17:30`. */
function dayFor(day: string): string {
  const found = /^(\d+年\d+月)(\d+)日 ?(.*)$/u.exec(day);
  if (found === null) return day;
  const [, month = '', date = '', time = ''] = found;
  return `${date} ${wordFor(month)} ${time}`.trimEnd();
}

/** Each of several sentences, what of them it is about before it: `A1-01没有写明完成时限…`. What is none of ours stays. */
function toldFor(told: string, sayPart: SayPart): string {
  const whole = sayPart(told);
  if (whole !== null) return whole;
  const parts = told.match(/[^。；\n]+[。；\n]*/gu) ?? [];
  const said = parts.map((part) => {
    const bare = part.replace(/[；\n]+$/u, '');
    const [, place = '', sentence = ''] = /^([A-Za-z]\w*-\w+)?(.*)$/su.exec(bare) ?? [];
    const open = sentence.replace(/。$/u, '');
    const english = sayPart(sentence) ?? sayPart(open) ?? sayPart(`${open}。`) ?? sentence;
    return place === '' ? english : `${place}: ${english}`;
  });
  return said.join(/。/u.test(told) ? ' ' : '; ');
}

function fillerFor(hole: string, held: string, sayPart: SayPart): string {
  if (hole.startsWith('word')) return wordFor(held);
  if (hole.startsWith('day')) return dayFor(held);
  if (hole.startsWith('list')) return held.replaceAll('、', ', ');
  return hole.startsWith('told') ? toldFor(held, sayPart) : held;
}

/**
 * What says a sentence in English by a table; null where the table does not have it.
 *
 * @param phrases read when the first sentence is to be said
 * @param sayPart says what stands in a `told` hole
 */
export function phrasebook(phrases: Phrases, sayPart: SayPart): SayPart {
  let open: readonly Compiled[] | null = null;
  return (sentence) => {
    if (Object.hasOwn(phrases, sentence)) return phrases[sentence] ?? null;
    open ??= Object.entries(phrases)
      .filter(([chinese]) => chinese.includes('{'))
      .map(([chinese, english]) => compiled(chinese, english));
    for (const { pattern, holes, english } of open) {
      const found = pattern.exec(sentence)?.slice(1);
      if (found === undefined) continue;
      const held = new Map(holes.map((hole, at) => [hole, fillerFor(hole, found[at] ?? '', sayPart)]));
      return english.replace(HOLE, (_, hole: string, one?: string, many?: string) => {
        const value = held.get(hole) ?? '';
        return one === undefined ? value : counted(value, one, many);
      });
    }
    return null;
  };
}
