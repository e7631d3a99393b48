import type { Clause } from '../clause/read-clause.js';
import { labelAt } from '../clause/label-words.js';
import type { MappedText, Span } from '../text/mapped-text.js';
import { isHeadingLine, listHeading, ownHeading } from './own-heading.js';
import { hasBody, headingEnd } from './paragraphs.js';
import type { OutlineParagraph, Part, Section } from './read-outline.js';

/** A place in the text that holds one task, with what stood around it. All positions are normalised ones. */
export interface TaskPlace {
  readonly span: Span;
  /** The paragraph's own heading sentence, where it has one. */
  readonly heading: Span | undefined;
  readonly section: Span | undefined;
  /** The printed number; 0 where the text has none. */
  readonly number: number;
  /** Which of the slices of its paragraph it is, from 1; 0 where the paragraph is not sliced. */
  readonly slice: number;
  readonly clauses: readonly Clause[];
}

export type ClausesOf = (span: Span) => readonly Clause[];
interface Reader {
  readonly text: string;
  readonly clausesOf: ClausesOf;
}

/**
 * Finds the tasks of a part. Numbered items are a task each, with all their clauses; other paragraphs are sliced by their
 * clauses. Sections about something else (指导思想, 主要目标) only count where they have clauses.
 */
export function findTaskPlaces(mapped: MappedText, part: Part, clausesOf: ClausesOf): TaskPlace[] {
  const reader = { text: mapped.text, clausesOf };
  const sections = part.sections.some((section) => section.heading)
    ? part.sections
    : [asSection(reader, part)];
  return sections.flatMap((section) =>
    placesOfSection(reader, section).filter((place) => section.role === 'tasks' || place.clauses.length > 0),
  );
}

/** 「三、修路。…（甲局牵头）」: a part without sections is one itself, where it says more than its heading. */
function asSection(reader: Reader, part: Part): Section {
  const paragraphs = part.sections.flatMap((section) => section.paragraphs);
  const last = paragraphs.at(-1);
  const isOnly =
    part.heading !== undefined &&
    (hasBody(reader.text, part.heading) ||
      reader.clausesOf(part.heading).length > 0 ||
      (last !== undefined && paragraphs.every((line) => belongsToWhatIsBefore(reader, line))));
  return { heading: isOnly ? part.heading : undefined, role: 'tasks', paragraphs };
}

function placesOfSection(reader: Reader, section: Section): TaskPlace[] {
  const { text } = reader;
  const heading = section.heading;
  const sectionSpan = heading && { start: heading.start, end: headingEnd(text, heading) };
  if (heading && itemsAreSubItems(reader, section))
    return sliceByClauses(reader, heading, section.paragraphs, true);
  const items = groupItems(section.paragraphs);
  if (items.length > 0) return items.flatMap((item) => placesOfItem(reader, item, sectionSpan));
  // 「（一）修路…」 with 「责任单位：…」 and 「完成时限：…」 below it; without a heading they belong to the part's.
  if (
    section.paragraphs.length > 0 &&
    section.paragraphs.every((line) => belongsToWhatIsBefore(reader, line))
  )
    return heading ? sliceByClauses(reader, heading, section.paragraphs) : [];
  const groups = groupPlain(reader, section.paragraphs);
  const places = groups.flatMap((group) => placesOfGroup(reader, group, sectionSpan));
  if (heading && hasBody(text, heading)) {
    const headed = places.filter((place) => place.heading).length;
    const isIntroduced = headed >= 2 && headed * 2 >= groups.length && reader.clausesOf(heading).length === 0;
    return isIntroduced ? places : sliceByClauses(reader, heading, section.paragraphs);
  }
  // 「（一）修路（甲局牵头）」 and nothing below it; or lines (1) … below a heading with a clause at their end.
  if (heading && places.length === 0) {
    const whole = { start: heading.start, end: section.paragraphs.at(-1)?.end ?? heading.end };
    if (reader.clausesOf(whole).length > 0) return sliceByClauses(reader, heading, section.paragraphs);
  }
  return places;
}

/** One clause on a line of its own after the last item goes for the section: its items are parts of one task. */
function itemsAreSubItems(reader: Reader, section: Section): boolean {
  const last = section.paragraphs.at(-1);
  if (!section.heading || !last || last.level !== 'none' || !isClauseOnly(reader, last)) return false;
  const lastItem = section.paragraphs.findLastIndex(({ level }) => level === 'item');
  const items = section.paragraphs.slice(0, lastItem + 1);
  return (
    items.filter(({ level }) => level === 'item').length >= 2 &&
    items.every((paragraph) => reader.clausesOf(paragraph).length === 0) &&
    section.paragraphs.slice(lastItem + 1).every((paragraph) => belongsToWhatIsBefore(reader, paragraph))
  );
}

/** An item and the paragraphs that follow it up to the next one. */
interface Group {
  readonly first: OutlineParagraph;
  readonly rest: OutlineParagraph[];
}

function groupItems(paragraphs: readonly OutlineParagraph[]): Group[] {
  const groups: Group[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.level === 'item') groups.push({ first: paragraph, rest: [] });
    else groups.at(-1)?.rest.push(paragraph);
  }
  return groups;
}

function placesOfItem(reader: Reader, { first, rest }: Group, section: Span | undefined): TaskPlace[] {
  const { text, clausesOf } = reader;
  const subs = groupSubItems(rest);
  const owned = subs.filter((sub) => clausesOf(spanOf(sub)).length > 0);
  // 「1.修路」 with 「（1）…（甲局牵头）」 and 「（2）…（乙局牵头）」 below it: each of these is a task.
  if (!hasBody(text, first) && subs.length >= 2 && owned.length * 2 > subs.length) {
    const heading = { start: first.start, end: headingEnd(text, first) };
    return subs.flatMap((sub) => placesOfItem(reader, { first: sub.first, rest: sub.rest }, heading));
  }
  const span = spanOf({ first, rest });
  const clauses = clausesOf(span);
  const heading = ownHeading(text, first, rest[0], clauses);
  return [{ span, heading, section, number: first.marker.number, slice: 0, clauses }];
}

function groupSubItems(paragraphs: readonly OutlineParagraph[]): Group[] {
  const groups: Group[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.level === 'subItem') groups.push({ first: paragraph, rest: [] });
    else groups.at(-1)?.rest.push(paragraph);
  }
  return groups;
}

/** Paragraphs without numbers: a heading line takes what follows it; clauses and lists on lines of their own belong to what is before them. */
function groupPlain(reader: Reader, paragraphs: readonly OutlineParagraph[]): Group[] {
  const groups: Group[] = [];
  paragraphs.forEach((paragraph, i) => {
    const group = groups.at(-1);
    const previous = paragraphs[i - 1];
    const belongs =
      group &&
      (paragraph.level === 'subItem' ||
        belongsToWhatIsBefore(reader, paragraph) ||
        (previous && previous === group.first && isHeadingLine(reader.text, previous, paragraph)));
    if (belongs) group.rest.push(paragraph);
    else groups.push({ first: paragraph, rest: [] });
  });
  return groups;
}

/** A clause, or 完成时限：…, on a line of its own. */
function belongsToWhatIsBefore(reader: Reader, paragraph: OutlineParagraph): boolean {
  if (paragraph.level !== 'none') return false;
  if (isClauseOnly(reader, paragraph)) return true;
  const label = labelAt(reader.text, paragraph.start)?.value;
  return label !== undefined && label !== 'remark' && paragraph.end - paragraph.start <= 200;
}

function placesOfGroup(reader: Reader, group: Group, section: Span | undefined): TaskPlace[] {
  const span = spanOf(group);
  const clauses = reader.clausesOf(span);
  const heading =
    ownHeading(reader.text, group.first, group.rest[0], clauses) ?? listHeading(reader.text, group.first);
  if (!heading && clauses.length === 0) return [];
  const base = { heading, section, number: 0 };
  const isSliced = clauses.length >= 2 && group.rest.every((paragraph) => !isClauseOnly(reader, paragraph));
  return isSliced ? slices(reader.text, span, clauses, base) : [{ ...base, span, slice: 0, clauses }];
}

function spanOf({ first, rest }: Group): Span {
  return { start: first.start, end: rest.at(-1)?.end ?? first.end };
}

function isClauseOnly({ text, clausesOf }: Reader, paragraph: Span): boolean {
  const clauses = clausesOf(paragraph);
  if (clauses.length === 0) return false;
  const said = clauses.reduce((sum, { span }) => sum + span.end - span.start, 0);
  return said + 2 >= text.slice(paragraph.start, paragraph.end).trim().length;
}

/** 「（一）标题。…（甲局牵头）。…（乙局牵头）。」: one task for each clause, from the end of the one before. */
function sliceByClauses(
  reader: Reader,
  paragraph: OutlineParagraph,
  following: readonly OutlineParagraph[],
  asOne = false,
): TaskPlace[] {
  const { text, clausesOf } = reader;
  const whole = { start: paragraph.start, end: following.at(-1)?.end ?? paragraph.end };
  const heading = ownHeading(text, paragraph, following[0], []);
  const section = { start: paragraph.start, end: headingEnd(text, paragraph) };
  const clauses = clausesOf(whole);
  const base = { heading, section, number: paragraph.marker.number };
  const isOne =
    asOne ||
    (clauses.length > 0 &&
      clauses.every(({ span }) => span.start >= (following[0]?.start ?? whole.end)) &&
      following.every((line) => belongsToWhatIsBefore(reader, line)));
  return clauses.length === 0 || isOne
    ? [{ ...base, span: whole, slice: 0, clauses }]
    : slices(text, whole, clauses, base);
}

function slices(
  text: string,
  whole: Span,
  clauses: readonly Clause[],
  base: Pick<TaskPlace, 'heading' | 'section' | 'number'>,
): TaskPlace[] {
  let start = whole.start;
  return clauses.map((clause, i) => {
    let end = clause.span.end;
    while (end < whole.end && /[。；，\s]/.test(text.charAt(end))) end += 1;
    if (i === clauses.length - 1) end = whole.end;
    const place = { ...base, span: { start, end }, slice: i + 1, clauses: [clause] };
    start = end;
    return place;
  });
}

/** A chapter either prints headings or does not: below this share short first sentences are only short sentences. */
const HEADING_SHARE = 0.4;

/** The same places without their headings where too few of a chapter's tasks have one for it to be its habit. */
export function keepHabitualHeadings(places: readonly TaskPlace[]): TaskPlace[] {
  const withHeading = places.filter((place) => place.heading).length;
  return withHeading >= places.length * HEADING_SHARE
    ? [...places]
    : places.map((place) => ({ ...place, heading: undefined }));
}
