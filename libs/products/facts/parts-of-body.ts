import type { NoticeParts } from '#reporting';

const INDENT = '\u3000\u3000';

/**
 * The parts of a notice as the record keeps it, also where an officer amended its words: what is set in is a paragraph,
 * the line before the first of them that ends in a colon names the addressees, `抄送：` those it is copied to.
 */
export function partsOfBody(body: string): NoticeParts {
  const lines = body.split('\n');
  const first = lines.findIndex((line) => line.startsWith(INDENT));
  const head = lines.slice(0, Math.max(0, first)).find((line) => line.endsWith('：'));
  const copies = lines.find((line) => line.startsWith('抄送：'));
  return {
    addressees: head === undefined ? [] : head.slice(0, -1).split('、'),
    paragraphs: lines.filter((line) => line.startsWith(INDENT)).map((line) => line.slice(INDENT.length)),
    copiesTo: copies === undefined ? [] : copies.slice('抄送：'.length).replace(/。$/u, '').split('、'),
  };
}
