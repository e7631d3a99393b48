import { dateOf } from './dates.js';
import { asPrinted, byRule, evidenceOf } from './evidence/evidence.js';
import type { EvidenceRule } from './evidence/rules.js';
import type { Evidence } from './extraction.schema.js';
import { type MappedText, type Span, sourceSpan, trimSpan } from './text/mapped-text.js';

/** What the head of a document says of itself; empty strings and 0 where it says nothing. */
export interface DocumentHead {
  readonly title: string;
  readonly documentNumber: string;
  readonly issuedBy: string;
  /** `YYYY-MM-DD` or empty. */
  readonly issuedOn: string;
  readonly year: number;
  readonly jurisdiction: string;
  readonly evidence: Evidence[];
}

interface Line extends Span {
  readonly text: string;
}
/** What was found, and where (normalised positions). */
interface Found extends Span {
  readonly value: string;
}

const HEAD_LENGTH = 3000;
const NOTICE = /^(.{2,60}?)\s?关于.{2,200}?的(?:实施)?(?:通知|意见|决定|通告|公告|批复|函|方案|办法|措施)/u;
const PLAN_TITLE =
  /^.{4,80}(?:方案|计划|意见|措施|报告|要点|规划|办法|清单|工作|分工)(?:（[^（）]{2,30}）)?/u;
const NUMBER = /(?<![（(])([\u4e00-\u9fff]{2,12}[〔]\s?(20\d{2})\s?[〕]\s?第?\s?\d{1,4}\s?号)(?!）)/u;
const DATE_LINE = /^(20\d{2})年(\d{1,2})月(\d{1,2})日$/u;
/** 二、2023年工作安排 */
const PART_WITH_YEAR = /^[一二三四五六七八九十]{1,3}、(20\d{2})年[^\n]{0,20}(?:安排|任务|工作|重点|打算)/mu;
const OFFICE_ENDING = /(?:人民政府|人民代表大会|人大|政协|党|中共|委员会).*$/u;

/** Reads title, document number, issuer, date and place from the beginning of a normalised text. */
export function readDocumentHead(mapped: MappedText): DocumentHead {
  const lines = linesOf(mapped.text.slice(0, HEAD_LENGTH));
  const title = findTitle(lines);
  const number = firstMatch(lines, NUMBER, 1);
  const dateLine = firstMatch(lines, DATE_LINE, 0);
  const date = DATE_LINE.exec(dateLine?.value ?? '');
  const issuedOn = (date && dateOf(Number(date[1]), Number(date[2]), Number(date[3]))) ?? '';
  const issuer = title?.issuer;
  const issuedBy = bare(issuer?.value);
  const jurisdiction = issuedBy.replace(OFFICE_ENDING, '');
  const year = findYear(mapped.text, lines, title, issuedOn === '' ? undefined : dateLine, number);
  const place = (found: Span): Evidence['span'] => sourceSpan(mapped, found);
  return {
    title: title ? bare(mapped.printed.slice(title.start, title.end)) : '',
    documentNumber: bare(number?.value),
    issuedBy,
    issuedOn,
    year: Number(year?.value ?? 0),
    jurisdiction,
    evidence: [
      ...(title ? [asPrinted('/title', place(title))] : []),
      ...(number ? [asPrinted('/documentNumber', place(number))] : []),
      ...(issuer && issuedBy !== '' ? [byRule('/issuedBy', place(issuer), 'ISSUER_FROM_TITLE')] : []),
      ...(dateLine && issuedOn !== '' ? [byRule('/issuedOn', place(dateLine), 'DATE_CONVERTED')] : []),
      ...(year ? [evidenceOf('/year', place(year), year.rule)] : []),
      ...(issuer && jurisdiction !== ''
        ? [byRule('/jurisdiction', place(issuer), 'JURISDICTION_FROM_ISSUER')]
        : []),
    ],
  };
}

const bare = (text: string | undefined): string => (text ?? '').replaceAll(' ', '');

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const span = trimSpan(text, { start, end });
    if (span.end > span.start) lines.push({ ...span, text: text.slice(span.start, span.end) });
    start = end + 1;
  }
  return lines;
}

/** The first line that has the form; blanks inside it count for nothing. `group` is what of it is wanted. */
function firstMatch(lines: readonly Line[], form: RegExp, group: number): Found | undefined {
  for (const line of lines) {
    const match = form.exec(line.text);
    const value = match?.[group];
    if (match && value !== undefined) {
      const start = line.start + match.index + match[0].indexOf(value);
      return { value: bare(value), start, end: start + value.length };
    }
    const squeezed = form.exec(bare(line.text))?.[group];
    if (squeezed !== undefined) return { value: squeezed, start: line.start, end: line.end };
  }
  return undefined;
}

function findTitle(lines: readonly Line[]): (Found & { issuer: Found | undefined }) | undefined {
  const first = lines.slice(0, 12);
  for (const { text, start } of first) {
    const notice = /^(?:为|根据|按照)/.test(text) ? null : NOTICE.exec(text);
    if (!notice) continue;
    const issuer = { value: notice[1] ?? '', start, end: start + (notice[1] ?? '').length };
    return { value: notice[0], start, end: start + notice[0].length, issuer };
  }
  for (const { text, start } of first) {
    const value = text.length <= 100 && !text.endsWith('。') ? PLAN_TITLE.exec(text)?.[0] : undefined;
    if (value !== undefined) return { value, start, end: start + value.length, issuer: undefined };
  }
  return undefined;
}

/** The plan's year: of its date of issue; else the last year its title names, else that of its number, else the first in its head. */
function findYear(
  text: string,
  lines: readonly Line[],
  title: Found | undefined,
  date: Found | undefined,
  number: Found | undefined,
): (Found & { rule: EvidenceRule }) | undefined {
  if (date) return { ...date, value: date.value.slice(0, 4), rule: 'YEAR_FROM_DATE' };
  const inTitle = title && /(20\d{2})(?:[-—–~至到](20\d{2}))?年/u.exec(bare(title.value));
  if (inTitle) return { ...title, value: inTitle[2] ?? inTitle[1] ?? '', rule: 'YEAR_FROM_TITLE' };
  const inNumber = /〔\s?(20\d{2})/u.exec(number?.value ?? '')?.[1];
  if (number && inNumber !== undefined) return { ...number, value: inNumber, rule: 'YEAR_FROM_NUMBER' };
  const heading = PART_WITH_YEAR.exec(text);
  if (heading) {
    const span = { start: heading.index, end: heading.index + heading[0].length };
    return { ...span, value: heading[1] ?? '', rule: 'YEAR_FROM_HEADING' };
  }
  const anywhere = firstMatch(lines, /(20\d{2})年/u, 1);
  return anywhere && { ...anywhere, rule: 'YEAR_FROM_TEXT' };
}

const ACTION_ENDING =
  /(?:的)?(?:总体|工作|具体)?(?:实施|行动|推进)?(?:方案|计划|意见|细则|措施)(?:（[^（）]*）)?$/u;

/** The name of an annex's action: its title without the place and without 实施方案. */
export function actionName(title: string, jurisdiction: string): string {
  const bare = title.replaceAll(' ', '');
  const local = jurisdiction !== '' && bare.startsWith(jurisdiction) ? bare.slice(jurisdiction.length) : bare;
  const name = local.replace(/^(?:实施)/u, '').replace(ACTION_ENDING, '');
  return /行动方案$/u.test(local) && !name.endsWith('行动') ? `${name}行动` : name || bare;
}
