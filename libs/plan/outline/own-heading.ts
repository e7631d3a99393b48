import type { Clause } from '../clause/read-clause.js';
import type { Span } from '../text/mapped-text.js';
import { headingEnd, type Paragraph } from './paragraphs.js';

const MAX_HEADING = 36;
const MAX_LINE = 30;

/**
 * What a paragraph's heading is: a short line that others follow, or its first sentence where that is short, one piece,
 * and something follows it.
 */
export function ownHeading(
  text: string,
  paragraph: Paragraph,
  next: Paragraph | undefined,
  clauses: readonly Clause[],
): Span | undefined {
  const end = headingEnd(text, paragraph);
  const words = text.slice(paragraph.body, end);
  // "甲是发展的首要任务。" opens an aspect; what is to be done is said without 是.
  if (paragraph.marker.kind === 'none' && /是(?!否)/.test(words)) return undefined;
  const first = clauses[0];
  if (first !== undefined && first.span.start <= end) return undefined;
  const goesOn = end < paragraph.end - 1 || (next !== undefined && end >= paragraph.end - 1);
  if (!goesOn || words.length > MAX_HEADING || words.length < 2 || /[，；：！？]/.test(words))
    return undefined;
  return { start: paragraph.body, end };
}

/** 「办好十件实事：1.…；2.…」: what a list of things to do is called, where it is short. */
export function listHeading(text: string, paragraph: Paragraph): Span | undefined {
  const words = text.slice(paragraph.body, Math.min(paragraph.end, paragraph.body + MAX_LINE + 1));
  const name = /^([^，。；：！？\n]{4,30})：(?=.{0,4}(?:1[.、）]|（[1一]）|[①⑴]|一是))/u.exec(
    words + text.slice(paragraph.body + words.length, paragraph.body + words.length + 6),
  )?.[1];
  return name === undefined ? undefined : { start: paragraph.body, end: paragraph.body + name.length };
}

/** A short line without a number and without a sentence, before a paragraph that says more. */
export function isHeadingLine(text: string, paragraph: Paragraph, next: Paragraph): boolean {
  if (paragraph.marker.kind !== 'none' || next.marker.kind !== 'none') return false;
  const words = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + MAX_LINE + 1));
  if (words.length > MAX_LINE || words.length < 4 || /[，。；：！？、]$|[。；！？]/.test(words)) return false;
  return next.end - next.start > words.length && /[，。；]/.test(text.slice(next.start, next.start + 200));
}
