import type { Clause } from '../clause/read-clause.js';
import { actionName, type DocumentHead } from '../document-head.js';
import { type MappedText, printedAt, type Span } from '../text/mapped-text.js';
import { findTaskPlaces, keepHabitualHeadings, type TaskPlace } from './find-task-places.js';
import { headingEnd, headingText } from './paragraphs.js';
import { isAboutTasksAtLarge } from './part-role.js';
import type { Chapter, OutlineParagraph, Part } from './read-outline.js';

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
  const parts = withoutMerePoints(
    chapters.flatMap((chapter) => taskParts(chapter, places).map((part) => ({ ...part, chapter }))),
  );
  return sourcesOf(mapped.text, parts, places)
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

interface TaskPart {
  readonly part: Part;
  readonly chapter: Chapter;
  readonly found: readonly TaskPlace[];
}
/** What becomes an action: a part, a section, or the whole document. */
interface Source {
  readonly chapter: Chapter;
  readonly heading: OutlineParagraph | undefined;
  readonly found: readonly TaskPlace[];
}

function sourcesOf(text: string, parts: readonly TaskPart[], places: (part: Part) => TaskPlace[]): Source[] {
  const [first] = parts;
  if (first && parts.length >= 2 && parts.every(isTaskItself))
    return [{ chapter: first.chapter, heading: undefined, found: parts.flatMap(({ found }) => found) }];
  const isOnly = parts.length === 1;
  return parts.flatMap((taskPart) => {
    const { part, chapter, found } = taskPart;
    const whole = [{ chapter, heading: part.heading, found }];
    const atLarge = part.heading && isAboutTasksAtLarge(headingText(text, part.heading));
    if (!isOnly && !atLarge) return whole;
    const headed = part.sections.filter((section) => section.heading);
    const named = headed.filter((section) => section.paragraphs.length > 0);
    if (named.length < 2 || named.length !== headed.length) return whole;
    return named.map((section) => ({
      chapter,
      heading: section.heading,
      found: places({ ...part, heading: undefined, sections: [section] }),
    }));
  });
}

/** Is the part one task (三、修路。…) and not a heading over tasks? */
function isTaskItself({ part, found }: TaskPart): boolean {
  return part.heading !== undefined && found.every((place) => place.section?.start === part.heading?.start);
}

/** Where parts have tasks below them, a part that only says something, with no unit to do it, is none. */
function withoutMerePoints(parts: readonly TaskPart[]): TaskPart[] {
  if (parts.every(isTaskItself)) return [...parts];
  return parts.filter((part) => !isTaskItself(part) || part.found.some(({ clauses }) => clauses.length > 0));
}

/** The parts of a chapter that hold tasks; a part about something else only counts where it has responsibility clauses. */
function taskParts(
  chapter: Chapter,
  places: (part: Part) => TaskPlace[],
): { part: Part; found: TaskPlace[] }[] {
  return chapter.parts
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
