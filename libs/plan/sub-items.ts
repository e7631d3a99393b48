import type { Span } from './text/mapped-text.js';

/** One entry of a list that is numbered inside a paragraph; `number` as printed without brackets. */
export interface SubItemMention {
  readonly number: string;
  readonly span: Span;
}

const MARK = /（(\d{1,2})）|([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])/gu;

/** Finds the lists (1)…;(2)… or ①…②… in a text. A list begins at 1 and has at least two entries. */
export function findSubItems(text: string): SubItemMention[] {
  const marks = [...text.matchAll(MARK)].map((match) => ({
    number: match[1] ?? String('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(match[2] ?? '') + 1),
    at: match.index,
    body: match.index + match[0].length,
  }));
  const found: SubItemMention[] = [];
  for (let i = 0; i < marks.length; i += 1) {
    if (marks[i]?.number !== '1' || marks[i + 1]?.number !== '2') continue;
    let last = i;
    while (Number(marks[last + 1]?.number) === Number(marks[last]?.number) + 1) last += 1;
    for (let k = i; k <= last; k += 1) {
      const mark = marks[k];
      if (!mark) continue;
      const limit = k < last ? (marks[k + 1]?.at ?? text.length) : endOfSentence(text, mark.body);
      let end = limit;
      while (end > mark.body && /[；。，、\s]/.test(text.charAt(end - 1))) end -= 1;
      found.push({ number: mark.number, span: { start: mark.body, end } });
    }
    i = last;
  }
  return found;
}

function endOfSentence(text: string, from: number): number {
  for (let i = from; i < text.length; i += 1) if (/[。；\n]/.test(text.charAt(i))) return i;
  return text.length;
}
