import { readChineseNumber } from '../text/chinese-number.js';
import { trimSpan } from '../text/mapped-text.js';
import type { Paragraph } from './paragraphs.js';

/** The notice itself (`annex` 0) or one of its annexes, as paragraphs. */
export interface Division {
  readonly annex: number;
  /** The line 附件1 that opens an annex. */
  readonly marker: Paragraph | undefined;
  readonly paragraphs: Paragraph[];
}

const TITLED =
  /^附 ?[件表录]? ?([一二三四五六七八九十\d]{0,3}) ?[：.、 ] ?(?:\d{1,2}[.、] ?)?(?=[^。]{2,60}$)/;
const LISTED = /^(?:\d{1,2}[.、]|附 ?[件表] ?[一二三四五六七八九十\d]{0,3} ?[：.、 ])[^。；]{2,60}$/;

/** Parts a document at its annexes. The list of annexes under a notice (附件：1.… 2.…) is none, and is left out. */
export function divide(
  text: string,
  paragraphs: readonly Paragraph[],
  closing: ReadonlySet<Paragraph>,
): Division[] {
  const divisions: Division[] = [{ annex: 0, marker: undefined, paragraphs: [] }];
  const listed = { end: 0 };
  for (let i = 0; i < paragraphs.length; i += 1) {
    const paragraph = paragraphs[i];
    if (!paragraph) continue;
    const opening = opensAnnex(text, paragraph);
    if (!opening) {
      divisions.at(-1)?.paragraphs.push(paragraph);
      continue;
    }
    const listEnd = endOfList(text, paragraphs, i, closing, listed);
    if (listEnd > i) {
      i = listEnd - 1;
      continue;
    }
    const { number, title } = opening;
    divisions.push({
      annex: number || divisions.length,
      marker: title ? { ...paragraph, end: title.start } : paragraph,
      paragraphs: title ? [title] : [],
    });
  }
  return divisions.filter((division) => division.paragraphs.some((paragraph) => !closing.has(paragraph)));
}

function opensAnnex(
  text: string,
  paragraph: Paragraph,
): { number: number; title: Paragraph | undefined } | undefined {
  const { marker, start, end } = paragraph;
  if (marker.kind === 'annex') return { number: marker.number, title: undefined };
  if (marker.kind !== 'none' || end - start > 70) return undefined;
  const match = TITLED.exec(text.slice(start, end));
  if (!match) return undefined;
  const span = trimSpan(text, { start: start + match[0].length, end });
  return { number: readChineseNumber(match[1] ?? ''), title: { ...paragraph, ...span, body: span.start } };
}

/** Where the list of annexes that begins at `from` ends; `from` where none does: an annex is followed by what it says. */
function endOfList(
  text: string,
  paragraphs: readonly Paragraph[],
  from: number,
  closing: ReadonlySet<Paragraph>,
  listed: { end: number },
): number {
  const wordsAt = (i: number): string => {
    const paragraph = paragraphs[i];
    return paragraph ? text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 80)) : '';
  };
  const isBare = paragraphs[from]?.marker.kind === 'annex';
  // Lines of a list are looked through once, also where each of them might begin it.
  let end = from < listed.end ? Math.max(from + 1, listed.end) : from + 1;
  while (end < paragraphs.length && LISTED.test(wordsAt(end))) end += 1;
  listed.end = end;
  const next = paragraphs[end];
  const closes = next === undefined || closing.has(next) || next.marker.kind === 'annex';
  if (!closes) return from;
  // A bare 附件 with nothing numbered below it announces nothing.
  if (isBare && end === from + 1) return next === undefined || closing.has(next) ? end : from;
  if (end === from + 1 && next === undefined)
    return isBare || !/^附 ?件 ?：/.test(wordsAt(from)) ? from : end;
  return end;
}
