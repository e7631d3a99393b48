import { DRAFT } from '../format/figures.js';
import type { Inline } from '../model/inline.js';
import type { Span } from './break-lines.js';
import type { Look } from './sheet.js';

/** A line of the model as text with looks. Drafts show figures and what a person wrote. */
export function spansOf(line: readonly Inline[], look: Look, draft: boolean): Span<Look>[] {
  return line.map((run) => {
    const shade = draft ? shadeOf(run) : undefined;
    const strong = run.kind === 'text' && run.strong === true;
    if (shade === undefined && !strong) return { text: run.text, look };
    return {
      text: run.text,
      look: {
        ...look,
        ...(strong ? { face: 'hei' as const } : {}),
        ...(shade === undefined ? {} : { shade }),
      },
    };
  });
}

function shadeOf(run: Inline): string | undefined {
  if (run.kind === 'figure') return `#${DRAFT.figureShade}`;
  return run.edited ? `#${DRAFT.editedShade}` : undefined;
}
