import type { Clause } from '../clause/read-clause.js';
import { actionName, type DocumentHead } from '../document-head.js';
import { type MappedText, printedAt, type Span } from '../text/mapped-text.js';
import { findTaskPlaces, keepHabitualHeadings, type TaskPlace } from './find-task-places.js';
import { type Chapter, headingEnd, headingText, type Part } from './read-outline.js';

/** A chapter, part or section that is an action of the plan, with the places of its tasks. */
export interface ActionPlace {
  readonly number: string;
  readonly index: number;
  readonly name: string;
  readonly chapter: Chapter;
  readonly hasOwnChapter: boolean;
  /** What the name was taken from: an annex's title, or a heading; nothing where it is the document's title. */
  readonly named: Span | undefined;
  readonly numbered: Span | undefined;
  readonly places: readonly TaskPlace[];
}

/**
 * Where annexes hold tasks they are the actions, and the list of tasks in the notice only announces them.
 * Else the parts about tasks are the actions, or, where there is but one, its sections.
 */
export function findActions(
  mapped: MappedText,
  chapters: readonly Chapter[],
  head: DocumentHead,
  clausesOf: (span: Span) => readonly Clause[],
): ActionPlace[] {
  const places = (part: Part): TaskPlace[] => findTaskPlaces(mapped, part, clausesOf);
  const annexes = chapters
    .filter((chapter) => chapter.annex > 0)
    .map((chapter) => ({
      chapter,
      places: keepHabitualHeadings(taskParts(chapter, places).flatMap(({ found }) => found)),
    }))
    .filter((annex) => annex.places.length > 0);
  if (annexes.length >= 2) {
    return annexes.map(({ chapter, places: found }) => ({
      number: `附件${chapter.annex}`,
      index: chapter.annex,
      name: actionName(titleOf(mapped, chapter), head.jurisdiction),
      chapter,
      hasOwnChapter: true,
      named: titleSpan(mapped, chapter),
      numbered: chapter.marker,
      places: found,
    }));
  }
  const parts = chapters.flatMap((chapter) =>
    taskParts(chapter, places).map((part) => ({ ...part, chapter })),
  );
  const only = parts.length === 1 ? parts[0] : undefined;
  const named =
    only?.part.sections.filter((section) => section.heading && section.paragraphs.length > 0) ?? [];
  const sources =
    only &&
    named.length >= 2 &&
    named.length === only.part.sections.filter((section) => section.heading).length
      ? named.map((section) => ({
          chapter: only.chapter,
          heading: section.heading,
          found: places({ ...only.part, sections: [section] }),
        }))
      : parts.map((part) => ({ chapter: part.chapter, heading: part.part.heading, found: part.found }));
  return sources
    .filter((source) => source.found.length > 0)
    .map((source, i) => ({
      number: source.heading ? mapped.printed.slice(source.heading.start, source.heading.body) : '',
      index: i + 1,
      name: source.heading ? headingText(mapped.text, source.heading) : head.title,
      chapter: source.chapter,
      hasOwnChapter: false,
      named: source.heading && { start: source.heading.body, end: headingEnd(mapped.text, source.heading) },
      numbered: source.heading && { start: source.heading.start, end: source.heading.body },
      places: keepHabitualHeadings(source.found),
    }));
}

/** The parts of a chapter that hold tasks; a part about something else only counts where it has responsibility clauses. */
function taskParts(
  chapter: Chapter,
  places: (part: Part) => TaskPlace[],
): { part: Part; found: TaskPlace[] }[] {
  return chapter.parts
    .filter((part) => part.role === 'tasks' || part.role === 'organisation')
    .map((part) => ({
      part,
      found: places(part).filter((place) => part.role === 'tasks' || place.clauses.length > 0),
    }))
    .filter(({ found }) => found.length > 0);
}

function titleOf(mapped: MappedText, chapter: Chapter): string {
  return titleLines(mapped, chapter)
    .map((line) => printedAt(mapped, line))
    .join('');
}

function titleSpan(mapped: MappedText, chapter: Chapter): Span | undefined {
  const lines = titleLines(mapped, chapter);
  const [first, last] = [lines[0], lines.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

function titleLines(mapped: MappedText, chapter: Chapter): Span[] {
  const end = chapter.opening.findIndex((paragraph) => {
    const words = printedAt(mapped, paragraph);
    return /[。：；]$/.test(words) || words.length > 60;
  });
  return chapter.opening.slice(0, end < 0 ? undefined : end);
}
