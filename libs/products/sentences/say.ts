import type { Inline } from '#official';
import { text } from '#official';

/** What a sentence is made of: words, a figure, or a piece made before. */
export type Part = string | Inline | readonly Part[];

const isInline = (part: Inline | readonly Part[]): part is Inline => !Array.isArray(part);

const flat = (part: Part): Inline[] => {
  if (typeof part === 'string') return part === '' ? [] : [text(part)];
  return isInline(part) ? [part] : part.flatMap(flat);
};

/** Runs of plain words that stand side by side become one. */
function joined(runs: readonly Inline[]): Inline[] {
  const lines: Inline[] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    if (last?.kind === 'text' && run.kind === 'text' && last.strong === run.strong && !run.edited)
      lines[lines.length - 1] = { ...last, text: last.text + run.text };
    else lines.push(run);
  }
  return lines;
}

/** Pieces one after the other. */
export const inline = (...parts: readonly Part[]): Inline[] => joined(parts.flatMap(flat));

/** A piece of a sentence: ``say`共${book.run('tasks.total')}项` ``. */
export const say = (words: TemplateStringsArray, ...parts: readonly Part[]): Inline[] =>
  inline(words.flatMap((word, index): Part[] => [word, parts[index] ?? '']));
