import type { MappedText, Span } from '../text/mapped-text.js';
import { divide } from './annexes.js';
import { closingLines } from './closing-lines.js';
import { withoutContents } from './contents-table.js';
import { type Level, levelsOf } from './levels.js';
import { hasBody, headingText, type Paragraph, readParagraphs } from './paragraphs.js';
import { type PartRole, partRole, roleOfBareLine } from './part-role.js';

export type { Paragraph } from './paragraphs.js';

/** A paragraph with what its marker means in its chapter. */
export interface OutlineParagraph extends Paragraph {
  readonly level: Level;
}

/** One heading of the second level with what stands under it; without a heading, the paragraphs before the first one. */
export interface Section {
  readonly heading: OutlineParagraph | undefined;
  readonly role: PartRole;
  readonly paragraphs: readonly OutlineParagraph[];
}

/** A part of the first level (一、). */
export interface Part {
  readonly heading: OutlineParagraph | undefined;
  readonly role: PartRole;
  readonly sections: readonly Section[];
}

/** The notice itself (`annex` 0) or one of its annexes. */
export interface Chapter extends Span {
  readonly annex: number;
  /** The line 附件1 that opens an annex. */
  readonly marker: Paragraph | undefined;
  /** Paragraphs before the first part: title, addressees, why the plan was made. */
  readonly opening: readonly OutlineParagraph[];
  readonly parts: readonly Part[];
}

/**
 * Reads the outline of a normalised text: chapters, parts, sections, paragraphs. Left out are the table of contents, the
 * list of annexes, and what closes a document (signature, date, copies to).
 */
export function readOutline(mapped: MappedText): Chapter[] {
  const { text } = mapped;
  const paragraphs = withoutContents(text, [...readParagraphs(text)]);
  const closing = closingLines(text, paragraphs);
  return divide(text, paragraphs, closing).map((division) => ({
    annex: division.annex,
    marker: division.marker,
    ...readChapter(text, division.paragraphs, closing),
  }));
}

interface OpenPart {
  readonly heading: OutlineParagraph | undefined;
  readonly role: PartRole | undefined;
  readonly paragraphs: OutlineParagraph[];
}

function readChapter(
  text: string,
  all: readonly Paragraph[],
  closing: ReadonlySet<Paragraph>,
): Omit<Chapter, 'annex' | 'marker'> {
  const levels = levelsOf(all);
  const leveled = all.map(({ start, end, marker, body }): OutlineParagraph => ({
    start,
    end,
    marker,
    body,
    level: levels[marker.kind],
  }));
  const enclosed = startOfEnclosure(text, all, leveled, closing);
  const opening: OutlineParagraph[] = [];
  const parts: OpenPart[] = [];
  const hasParts = leveled.some(({ level }) => level === 'part');
  let open = opening;
  leveled.forEach((paragraph, i) => {
    const original = all[i];
    if (original && closing.has(original)) return;
    if (i === enclosed && i > 0) open = opening;
    const bare = hasParts ? undefined : bareRole(text, paragraph, leveled[i + 1]);
    const isHeading = bare !== undefined || paragraph.level === 'part';
    if (isHeading || (!hasParts && parts.length === 0 && paragraph.level !== 'none')) {
      const role = i < enclosed ? 'organisation' : bare;
      const part = {
        heading: isHeading ? paragraph : undefined,
        role,
        paragraphs: isHeading ? [] : [paragraph],
      };
      parts.push(part);
      open = part.paragraphs;
    } else open.push(paragraph);
  });
  return {
    start: all[0]?.start ?? 0,
    end: all.at(-1)?.end ?? 0,
    opening,
    parts: parts.map((part) => ({
      heading: part.heading,
      role: part.role ?? (part.heading ? partRole(headingText(text, part.heading)) : 'tasks'),
      sections: readSections(text, part.paragraphs),
    })),
  };
}

const TITLE_LINE =
  /(?:方案|计划|意见|要点|措施|办法|清单|分工|任务|报告|规划|细则|安排)(?:（[^（）]{2,30}）)?$/;

/** Where the plan begins that a notice with numbered points of its own encloses; 0 where it encloses none. */
function startOfEnclosure(
  text: string,
  all: readonly Paragraph[],
  leveled: readonly OutlineParagraph[],
  closing: ReadonlySet<Paragraph>,
): number {
  const firstPart = leveled.findIndex(({ level }) => level === 'part');
  if (firstPart < 0) return 0;
  const again = leveled.findIndex(
    ({ level, marker }, i) => i > firstPart && level === 'part' && marker.number === 1,
  );
  if (again < 0) return 0;
  for (let i = again - 1; i > firstPart && leveled[i]?.level === 'none'; i -= 1) {
    const paragraph = all[i];
    const before = all[i - 1];
    if (!paragraph) return 0;
    const isTitle =
      paragraph.end - paragraph.start <= 60 && TITLE_LINE.test(text.slice(paragraph.start, paragraph.end));
    if (isTitle || (before && closing.has(before))) return i;
  }
  return 0;
}

/** 主要目标 or 重点任务 as a line of its own. */
function bareRole(
  text: string,
  paragraph: OutlineParagraph,
  next: OutlineParagraph | undefined,
): PartRole | undefined {
  if (paragraph.level !== 'none' || !next || paragraph.end - paragraph.start > 16) return undefined;
  return roleOfBareLine(text.slice(paragraph.start, paragraph.end));
}

function readSections(text: string, paragraphs: readonly OutlineParagraph[]): Section[] {
  const sections: { heading: OutlineParagraph | undefined; paragraphs: OutlineParagraph[] }[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.level === 'section') sections.push({ heading: paragraph, paragraphs: [] });
    else if (sections.length === 0) sections.push({ heading: undefined, paragraphs: [paragraph] });
    else sections.at(-1)?.paragraphs.push(paragraph);
  }
  return sections.map((section) => ({ ...section, role: sectionRole(text, section.heading) }));
}

/** Among tasks a section is about something else only where its heading says nothing but that. */
function sectionRole(text: string, heading: OutlineParagraph | undefined): PartRole {
  if (!heading) return 'tasks';
  const words = headingText(text, heading);
  return words.length <= 10 && (hasBody(text, heading) || !/[，。]/.test(words))
    ? (roleOfBareLine(words) ?? 'tasks')
    : 'tasks';
}
