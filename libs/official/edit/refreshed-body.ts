import type { Block } from '../model/block.js';
import type { Inline } from '../model/inline.js';
import { isEdited } from './editable-line.js';
import { figuresOf, linesOf } from './figures-of.js';

export interface Refreshed {
  readonly body: readonly Block[];
  /** Figures in words that a person wrote which the data no longer have: left as they were. */
  readonly gone: readonly string[];
}

/** Whether a person wrote anything of this body. */
export const hasEdits = (body: readonly Block[]): boolean =>
  body.some((block) => linesOf(block).some(isEdited));

/**
 * A body after the data have moved on. One that nobody edited is made anew. In one that was edited the words stay, and every
 * figure follows the data; tables and pictures are made anew in their places.
 * @param anew the text as it would be made now
 */
export function refreshedBody(before: readonly Block[], anew: readonly Block[]): Refreshed {
  if (!hasEdits(before)) return { body: anew, gone: [] };
  const figures = figuresOf(anew);
  const gone = new Set<string>();
  const follow = (line: readonly Inline[]): readonly Inline[] =>
    line.map((run) => {
      if (run.kind === 'text') return run;
      const printed = figures.get(run.source);
      if (printed === undefined) gone.add(run.source);
      return printed === undefined ? run : { ...run, text: printed };
    });
  const body = before.map((block): Block => {
    switch (block.kind) {
      case 'table':
      case 'picture':
        return counterpart(block, anew) ?? block;
      default:
        return { ...block, line: follow(block.line) };
    }
  });
  return { body, gone: [...gone].sort() };
}

const counterpart = (block: Block & { caption?: string }, anew: readonly Block[]): Block | undefined =>
  anew.find((other) => other.kind === block.kind && 'caption' in other && other.caption === block.caption);
