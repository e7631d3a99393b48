import type { MappedText, Span } from '../text/mapped-text.js';
import { trimSpan } from '../text/mapped-text.js';
import { type Marker, readMarker } from './marker.js';
import { type PartRole, partRole } from './part-role.js';

/** A paragraph with its marker; `body` begins after the marker. */
export interface Paragraph extends Span {
  readonly marker: Marker;
  readonly body: number;
}

/** One heading of the second level with what stands under it; without a heading, the paragraphs before the first one. */
export interface Section {
  readonly heading: Paragraph | undefined;
  readonly paragraphs: readonly Paragraph[];
}

/** A part of the first level (一、). */
export interface Part {
  readonly heading: Paragraph | undefined;
  readonly role: PartRole;
  readonly sections: readonly Section[];
}

/** The notice itself (`annex` 0) or one of its annexes. */
export interface Chapter extends Span {
  readonly annex: number;
  /** The line 附件1 that opens an annex. */
  readonly marker: Paragraph | undefined;
  /** Paragraphs before the first part: title, addressees, why the plan was made. */
  readonly opening: readonly Paragraph[];
  readonly parts: readonly Part[];
}

/** Reads the outline of a normalised text: chapters, parts, sections, paragraphs. Nothing of the text is left out. */
export function readOutline(mapped: MappedText): Chapter[] {
  const groups: { annex: number; marker: Paragraph | undefined; paragraphs: Paragraph[] }[] = [
    { annex: 0, marker: undefined, paragraphs: [] },
  ];
  for (const paragraph of readParagraphs(mapped.text)) {
    if (paragraph.marker.kind === 'annex')
      groups.push({
        annex: paragraph.marker.number || groups.length,
        marker: paragraph,
        paragraphs: [],
      });
    else groups.at(-1)?.paragraphs.push(paragraph);
  }
  return groups
    .filter((group) => group.paragraphs.length > 0)
    .map((group) => ({ ...readChapter(mapped.text, group.annex, group.paragraphs), marker: group.marker }));
}

function* readParagraphs(text: string): Generator<Paragraph> {
  let start = 0;
  while (start <= text.length) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const span = trimSpan(text, { start, end });
    if (span.end > span.start) {
      const marker = readMarker(text.slice(span.start, span.end));
      yield { ...span, marker, body: span.start + marker.length };
    }
    start = end + 1;
  }
}

function readChapter(text: string, annex: number, paragraphs: readonly Paragraph[]): Omit<Chapter, 'marker'> {
  const opening: Paragraph[] = [];
  const parts: { heading: Paragraph | undefined; paragraphs: Paragraph[] }[] = [];
  const hasParts = paragraphs.some((paragraph) => paragraph.marker.kind === 'part');
  for (const paragraph of paragraphs) {
    const opensPart = hasParts
      ? paragraph.marker.kind === 'part'
      : parts.length === 0 && paragraph.marker.kind !== 'none';
    if (opensPart)
      parts.push({ heading: hasParts ? paragraph : undefined, paragraphs: hasParts ? [] : [paragraph] });
    else (parts.at(-1)?.paragraphs ?? opening).push(paragraph);
  }
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  return {
    annex,
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    opening,
    parts: parts.map((part) => ({
      heading: part.heading,
      role: part.heading ? partRole(headingText(text, part.heading)) : 'tasks',
      sections: readSections(part.paragraphs),
    })),
  };
}

function readSections(paragraphs: readonly Paragraph[]): Section[] {
  const sections: { heading: Paragraph | undefined; paragraphs: Paragraph[] }[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.marker.kind === 'section') sections.push({ heading: paragraph, paragraphs: [] });
    else if (sections.length === 0) sections.push({ heading: undefined, paragraphs: [paragraph] });
    else sections.at(-1)?.paragraphs.push(paragraph);
  }
  return sections;
}

/** The words of a heading without its number and full stop: of a paragraph that goes on, its first sentence. */
export function headingText(text: string, paragraph: Paragraph): string {
  return text.slice(paragraph.body, headingEnd(text, paragraph)).trim();
}

/** Where the first sentence of a paragraph ends, its full stop left out. */
export function headingEnd(text: string, paragraph: Paragraph): number {
  // Only its own words are searched: to the end of a text without full stops it would be far for every paragraph.
  const stop = text.slice(paragraph.body, paragraph.end).indexOf('。');
  return stop >= 0 ? paragraph.body + stop : paragraph.end;
}

/** Does the paragraph say more than its heading? */
export function hasBody(text: string, paragraph: Paragraph): boolean {
  return headingEnd(text, paragraph) + 1 < paragraph.end;
}
