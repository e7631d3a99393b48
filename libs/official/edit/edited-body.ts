import type { Block } from '../model/block.js';
import { figuresOf } from './figures-of.js';
import { editableLine, lineOfEdited } from './editable-line.js';

/** What a person sends of a body: a block that stays as it is, by its place; or words in the place of one, or new ones. */
export type EditedBlock =
  | { readonly keep: number }
  | { readonly instead?: number | undefined; readonly level: 0 | 1 | 2 | 3 | 4; readonly text: string };

/** What is wrong with an edited body, by the place of the block in what was sent. */
export interface EditProblem {
  readonly at: number;
  readonly code: 'NoSuchBlock' | 'UnknownFigure' | 'EmptyBlock' | 'BlockTwice' | 'NotWords';
  readonly words: string;
}

/** The body as edited. Tables and pictures are kept or left out whole; level 0 is a paragraph. */
export function editedBody(
  before: readonly Block[],
  edited: readonly EditedBlock[],
): { body: readonly Block[]; problems: readonly EditProblem[] } {
  const figures = figuresOf(before);
  const problems: EditProblem[] = [];
  const used = new Set<number>();
  const body = edited.flatMap((one, at): Block[] => {
    const from = 'keep' in one ? one.keep : one.instead;
    const stood = from === undefined ? undefined : before[from];
    if (from !== undefined && (stood === undefined || used.has(from))) {
      const code = stood === undefined ? 'NoSuchBlock' : 'BlockTwice';
      problems.push({ at, code, words: String(from) });
      return [];
    }
    if (from !== undefined) used.add(from);
    if ('keep' in one) return stood === undefined ? [] : [stood];
    if (stood !== undefined && stood.kind !== 'paragraph' && stood.kind !== 'heading') {
      problems.push({ at, code: 'NotWords', words: stood.caption ?? '' });
      return [];
    }
    if (one.text.trim() === '') {
      problems.push({ at, code: 'EmptyBlock', words: '' });
      return [];
    }
    const { line, unknown } = lineOfEdited(one.text.trim(), stood?.line ?? [], figures);
    problems.push(...unknown.map(({ source }) => ({ at, code: 'UnknownFigure' as const, words: source })));
    return [one.level === 0 ? { kind: 'paragraph', line } : { kind: 'heading', level: one.level, line }];
  });
  return { body, problems };
}

/** A body as it is offered for editing. */
export const editableBody = (
  body: readonly Block[],
): { kind: Block['kind']; level: 0 | 1 | 2 | 3 | 4; text: string }[] =>
  body.map((block) => {
    switch (block.kind) {
      case 'paragraph':
        return { kind: block.kind, level: 0, text: editableLine(block.line) };
      case 'heading':
        return { kind: block.kind, level: block.level, text: editableLine(block.line) };
      default:
        return { kind: block.kind, level: 0, text: block.caption ?? '' };
    }
  });
