import type { ProductBlock } from '#contract';
import {
  editableBody,
  headingCounter,
  pictureCaption,
  pictureCounter,
  type Block,
  type Inline,
} from '#official';

/** A body as it is read, and as it is edited; pictures are numbered through body and annexes. */
export function blocksOf(body: readonly Block[], nextPicture = pictureCounter()): ProductBlock[] {
  const editable = editableBody(body);
  const count = headingCounter();
  return body.map((block, at) => {
    const { kind, level, text } = editable[at] ?? { kind: block.kind, level: 0, text: '' };
    const shared = { kind, level, text };
    switch (block.kind) {
      case 'table':
        return {
          ...shared,
          ...(block.caption !== undefined && { caption: block.caption }),
          columns: block.columns.map(({ title, align }) => ({ title, align })),
          rows: block.rows.map((row) => row.map(lineOf)),
        };
      case 'picture':
        return {
          ...shared,
          caption: pictureCaption(block, nextPicture()),
          alternative: block.alternative,
          svg: block.svg,
        };
      case 'heading':
        return { ...shared, number: count(block.level), line: lineOf(block.line) };
      case 'paragraph':
        return { ...shared, line: lineOf(block.line) };
    }
  });
}

const lineOf = (line: readonly Inline[]): NonNullable<ProductBlock['line']> =>
  line.map((run) => ({ ...run }));
