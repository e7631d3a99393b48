import { linesOf, type OfficialDocument } from '#official';

/** The names of the figures that stand in a document, each with its place: the text before the annexes. */
export function figuresInOrder({ body, annexes }: OfficialDocument): Map<string, number> {
  const places = new Map<string, number>();
  for (const line of [...body, ...annexes.flatMap((annex) => annex.body)].flatMap(linesOf))
    for (const run of line)
      if (run.kind === 'figure' && !places.has(run.source)) places.set(run.source, places.size);
  return places;
}
