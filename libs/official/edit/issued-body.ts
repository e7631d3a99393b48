import type { Block } from '../model/block.js';
import type { Inline } from '../model/inline.js';

/** A body as it goes out: who wrote which word is not marked on an issued document. */
export const issuedBody = (body: readonly Block[]): readonly Block[] =>
  body.map((block): Block => {
    switch (block.kind) {
      case 'picture':
        return block;
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map(unmarked)) };
      default:
        return { ...block, line: unmarked(block.line) };
    }
  });

const unmarked = (line: readonly Inline[]): readonly Inline[] =>
  line.map((run) => {
    if (run.kind === 'figure' || run.edited === undefined) return run;
    const { edited: _edited, ...words } = run;
    return words;
  });
