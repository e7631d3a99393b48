import type { Block } from '../model/block.js';
import type { Inline } from '../model/inline.js';

/** The lines of a block: its words, or what stands in its cells. */
export function linesOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'table':
      return block.rows.flat();
    case 'picture':
      return [];
    default:
      return [block.line];
  }
}

/** What each figure of a body is printed as, by its name. */
export const figuresOf = (body: readonly Block[]): ReadonlyMap<string, string> =>
  new Map(
    body
      .flatMap(linesOf)
      .flatMap((line) =>
        line.flatMap((run): [string, string][] => (run.kind === 'figure' ? [[run.source, run.text]] : [])),
      ),
  );
