import { plainText, type Block, type OfficialDocument } from '#official';

/** How many of a list the text names, from twenty to none: what is left out stands in the annex. */
const STEPS = [20, 12, 8, 5, 3, 1, 0] as const;

/** Characters of a body: headings, paragraphs and tables; annexes are not counted. */
export const lengthOf = (body: readonly Block[]): number =>
  body.reduce((sum, block) => sum + wordsOf(block).length, 0);

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainText(block.line);
    case 'table':
      return [block.columns.map(({ title }) => title), block.rows.flat().map(plainText)].flat().join('');
    case 'picture':
      return block.caption;
  }
}

/**
 * The longest of a document's versions that keeps the limit of the format: lists are shortened step by step, all alike.
 * Whatever is shortened is whole in the annex, so nothing is lost.
 */
export function fitted(
  write: (namedAtMost: number) => OfficialDocument,
  atMost: number | null,
): OfficialDocument {
  let document = write(STEPS[0]);
  for (const step of STEPS.slice(1)) {
    if (atMost === null || lengthOf(document.body) <= atMost) break;
    document = write(step);
  }
  return document;
}
