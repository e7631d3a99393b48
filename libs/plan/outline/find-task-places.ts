import type { Clause } from '../clause/read-clause.js';
import { type MappedText, type Span } from '../text/mapped-text.js';
import { hasBody, headingEnd, type Paragraph, type Part, type Section } from './read-outline.js';

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

const MAX_HEADING = 36;
/** A chapter either prints headings or does not: below this share short first sentences are only short sentences. */
const HEADING_SHARE = 0.4;

/** Finds the tasks of a part. Numbered items are a task each, with all their clauses; other paragraphs are sliced by their clauses. */
export function findTaskPlaces(
  mapped: MappedText,
  part: Part,
  clausesOf: (span: Span) => readonly Clause[],
): TaskPlace[] {
  return part.sections.flatMap((section) => placesOfSection(mapped, section, clausesOf));
}

function placesOfSection(
  mapped: MappedText,
  section: Section,
  clausesOf: (span: Span) => readonly Clause[],
): TaskPlace[] {
  const { text } = mapped;
  const sectionSpan = section.heading && {
    start: section.heading.start,
    end: headingEnd(text, section.heading),
  };
  const items = groupItems(section.paragraphs);
  if (items.length > 0) {
    return items.map(({ first, last }) => {
      const span = { start: first.start, end: last.end };
      return {
        span,
        heading: headingOf(text, first, clausesOf(span)),
        section: sectionSpan,
        number: first.marker.number,
        slice: 0,
        clauses: clausesOf(span),
      };
    });
  }
  if (section.heading && hasBody(text, section.heading)) return sliceByClauses(text, section, clausesOf);
  return section.paragraphs.flatMap((paragraph) => {
    const heading = headingOf(text, paragraph, clausesOf(paragraph));
    const clauses = clausesOf(paragraph);
    if (!heading && clauses.length === 0) return [];
    return [{ span: paragraph, heading, section: sectionSpan, number: 0, slice: 0, clauses }];
  });
}

/** An item and the paragraphs without a number of their own that follow it. */
function groupItems(paragraphs: readonly Paragraph[]): { first: Paragraph; last: Paragraph }[] {
  const groups: { first: Paragraph; last: Paragraph }[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.marker.kind === 'item' || paragraph.marker.kind === 'article')
      groups.push({ first: paragraph, last: paragraph });
    else {
      const group = groups.at(-1);
      if (group) group.last = paragraph;
    }
  }
  return groups;
}

/** 「(一)标题。…（甲局牵头）。…（乙局牵头）。」: one task for each clause, from the end of the one before. */
function sliceByClauses(
  text: string,
  section: Section,
  clausesOf: (span: Span) => readonly Clause[],
): TaskPlace[] {
  const paragraph = section.heading;
  if (!paragraph) return [];
  const last = section.paragraphs.at(-1);
  const whole = { start: paragraph.start, end: last?.end ?? paragraph.end };
  const heading = headingOf(text, paragraph, []);
  const sectionSpan = { start: paragraph.start, end: headingEnd(text, paragraph) };
  const clauses = clausesOf(whole);
  const base = { heading, section: sectionSpan, number: paragraph.marker.number };
  if (clauses.length === 0) return [{ ...base, span: whole, slice: 0, clauses }];
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

/** The first sentence of a paragraph where it is short, one piece, and something follows it. */
function headingOf(text: string, paragraph: Paragraph, clauses: readonly Clause[]): Span | undefined {
  const end = headingEnd(text, paragraph);
  const words = text.slice(paragraph.body, end);
  // "甲是发展的首要任务。" opens an aspect; what is to be done is said without 是.
  if (paragraph.marker.kind === 'none' && /是(?!否)/.test(words)) return undefined;
  const clauseOnly = clauses[0] !== undefined && clauses[0].span.start <= end;
  if (
    clauseOnly ||
    end >= paragraph.end - 1 ||
    words.length > MAX_HEADING ||
    words.length < 2 ||
    /[，；：！？]/.test(words)
  )
    return undefined;
  return { start: paragraph.body, end };
}

/** The same places without their headings where too few of a chapter's tasks have one for it to be its habit. */
export function keepHabitualHeadings(places: readonly TaskPlace[]): TaskPlace[] {
  const withHeading = places.filter((place) => place.heading).length;
  return withHeading >= places.length * HEADING_SHARE
    ? [...places]
    : places.map((place) => ({ ...place, heading: undefined }));
}
