import type { Paragraph } from './paragraphs.js';

const HEADING = /^目 ?[录次]$/;
/** 一、总体要求……3 · （一）整治河道 12 */
const LEADER = /[.…·—]{3,} ?\d{0,4}$/;
const PAGE = /[ .…·—]+\d{1,4}$/;
const LONGEST = 60;

/** The paragraphs without the table of contents: what it lists stands below once more. */
export function withoutContents(text: string, paragraphs: readonly Paragraph[]): Paragraph[] {
  const wordsOf = ({ start, end }: Paragraph): string => text.slice(start, end);
  const plain = paragraphs.filter((paragraph) => {
    return paragraph.end - paragraph.start > LONGEST || !LEADER.test(wordsOf(paragraph));
  });
  const heading = plain.slice(0, 60).findIndex((paragraph) => HEADING.test(wordsOf(paragraph)));
  if (heading < 0) return plain;
  const first = plain[heading + 1];
  const key = first && keyOf(wordsOf(first));
  const again = plain.findIndex((paragraph, i) => i > heading + 1 && keyOf(wordsOf(paragraph)) === key);
  const listed = plain.slice(heading + 1, again);
  const isTable = again > 0 && listed.every(({ start, end }) => end - start <= LONGEST);
  return [...plain.slice(0, heading), ...plain.slice(isTable ? again : heading + 1)];
}

function keyOf(line: string): string {
  return line
    .slice(0, LONGEST)
    .replace(PAGE, '')
    .replace(/[\s、.：（）]/g, '');
}
