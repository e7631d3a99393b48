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
  /** The last year that the plan covers: 2027 where its title says 2025—2027, else `year`. */
  readonly throughYear: number;
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
const NOTICE =
  /^(.{2,60}?)?\s?关于.{2,200}?的(?:实施|若干|指导)?(?:通知|意见|决定|通告|公告|批复|函|方案|办法|措施)/u;
/** Who may stand above 关于 in a title set on lines of its own: 某县人民政府办公室. */
const OFFICE = /^[\u4e00-\u9fff（）]{3,40}(?:政府|办公室|办公厅|委员会|指挥部|领导小组|局|厅|委|办|院|会)$/u;
/** 某县人民政府文件, the red head. */
const RED_HEAD =
  /^([\u4e00-\u9fff（）]{3,40}(?:政府|办公室|办公厅|委员会|指挥部|领导小组|局|厅|委|办|院))文件$/u;
const PLACE_AHEAD =
  /^(?!(?:全|各|本|我|上|下)?(?:省|市|州|县|区))[\u4e00-\u9fff]{1,7}?(?:省|自治区|自治州|市|州|盟|自治县|县|区|旗)(?:[\u4e00-\u9fff]{1,6}?(?:市|县|区|旗)(?!场|域|民|政|级|属|直|内|外|长))?/u;
const PLAN_TITLE =
  /^.{4,80}(?:方案|计划|意见|措施|报告|要点|规划|办法|清单|台账|(?:分解|安排|任务|分工|责任)表|一览表|工作|分工)(?:（[^（）]{2,30}）)?/u;
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
  const issuer = findIssuer(lines, title, dateLine);
  const issuedBy = bare(issuer?.value);
  const place = issuer ? { ...issuer, value: placeOfIssuer(issuedBy) } : placeOfTitle(title);
  const jurisdiction = place?.value ?? '';
  const year = findYear(mapped.text, lines, title, issuedOn === '' ? undefined : dateLine, number);
  const source = (found: Span): Evidence['span'] => sourceSpan(mapped, found);
  return {
    title: title ? bare(mapped.printed.slice(title.start, title.end).replaceAll('\n', '')) : '',
    documentNumber: bare(number?.value),
    issuedBy,
    issuedOn,
    year: Number(year?.value ?? 0),
    throughYear: Math.max(Number(year?.value ?? 0), lastYearOf(title)),
    jurisdiction,
    evidence: [
      ...(title ? [asPrinted('/title', source(title))] : []),
      ...(number ? [asPrinted('/documentNumber', source(number))] : []),
      ...(issuer && issuedBy !== '' ? [byRule('/issuedBy', source(issuer), issuer.rule)] : []),
      ...(dateLine && issuedOn !== '' ? [byRule('/issuedOn', source(dateLine), 'DATE_CONVERTED')] : []),
      ...(year ? [evidenceOf('/year', source(year), year.rule)] : []),
      ...(place && jurisdiction !== ''
        ? [
            byRule(
              '/jurisdiction',
              source(place),
              issuer ? 'JURISDICTION_FROM_ISSUER' : 'JURISDICTION_FROM_TITLE',
            ),
          ]
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

interface Title extends Found {
  readonly issuer: Found | undefined;
}

/** A notice's name, which may be set on up to three lines, the issuer on the first; else the plan's own name. */
function findTitle(lines: readonly Line[]): Title | undefined {
  const first = lines.slice(0, 12);
  for (const i of first.keys()) {
    for (const count of [1, 2, 3]) {
      const title = noticeOn(first.slice(i, i + count));
      if (title) return title;
    }
  }
  for (const [i, { text, start }] of first.entries()) {
    const value = text.length <= 100 && !text.endsWith('。') ? PLAN_TITLE.exec(text)?.[0] : undefined;
    if (value === undefined || value.startsWith('关于印发')) continue;
    const below = first[i + 1];
    return below && value.length === text.length && YEARS_BELOW.test(below.text)
      ? { value: `${value}${below.text}`, start, end: below.end, issuer: undefined }
      : { value, start, end: start + value.length, issuer: undefined };
  }
  return undefined;
}

/** The title that all of the lines together make up. */
function noticeOn(lines: readonly Line[]): Title | undefined {
  const [head, ...more] = lines;
  const last = lines.at(-1);
  if (!head || !last || /^(?:为|根据|按照)/.test(head.text)) return undefined;
  // A name runs on over lines only below an office that stands alone, or from 关于 to what it is the notice of.
  if (more.length > 0 && !OFFICE.test(bare(head.text)) && !head.text.startsWith('关于')) return undefined;
  const before = lines
    .slice(0, -1)
    .map(({ text }) => text)
    .join('');
  const notice = NOTICE.exec(before + last.text);
  if (!notice || notice[0].length <= before.length) return undefined;
  const end = last.start + notice[0].length - before.length;
  const name = notice[1] ?? '';
  const issuer = name === '' ? undefined : { value: name, start: head.start, end: head.start + name.length };
  return { value: notice[0], start: head.start, end, issuer };
}

/** Who issued it: named in the title, else in the red head above it, else in the line above the date. */
function findIssuer(
  lines: readonly Line[],
  title: Title | undefined,
  date: Found | undefined,
): (Found & { rule: EvidenceRule }) | undefined {
  if (title?.issuer) return { ...title.issuer, rule: 'ISSUER_FROM_TITLE' };
  for (const line of lines.slice(0, 4)) {
    const name = RED_HEAD.exec(bare(line.text))?.[1];
    if (name !== undefined)
      return { value: name, start: line.start, end: line.end, rule: 'ISSUER_FROM_HEAD' };
  }
  const above = date && lines[lines.findIndex(({ start }) => start === date.start) - 1];
  if (!above || !OFFICE.test(bare(above.text))) return undefined;
  return { value: above.text, start: above.start, end: above.end, rule: 'ISSUER_FROM_SIGNATURE' };
}

/** 某县人民政府办公室 and 某县生态环境保护委员会办公室 sit in 某县. */
function placeOfIssuer(issuedBy: string): string {
  const before = issuedBy.replace(OFFICE_ENDING, '');
  return PLACE_AHEAD.exec(before)?.[0] ?? before;
}

/** The place that a title without an issuer begins with: 某市全民健身行动计划. */
function placeOfTitle(title: Title | undefined): Found | undefined {
  const value = title && PLACE_AHEAD.exec(title.value)?.[0];
  return title && value !== undefined
    ? { value, start: title.start, end: title.start + value.length }
    : undefined;
}

/** （2025—2027年）, on a line of its own below the name. */
const YEARS_BELOW = /^（20\d{2}年?(?:[-—–~～至到]+20\d{2})?年度?）$/u;
const YEARS = /(20\d{2})年?(?:[-—–~～至到]+(20\d{2}))?年/u;

function lastYearOf(title: Title | undefined): number {
  return Number(YEARS.exec(bare(title?.value))?.[2] ?? 0);
}

/** The plan's year: of its date of issue, or the one after it where the title names that; else the first year its title names, else that of its number, else the first in its head. */
function findYear(
  text: string,
  lines: readonly Line[],
  title: Found | undefined,
  date: Found | undefined,
  number: Found | undefined,
): (Found & { rule: EvidenceRule }) | undefined {
  const inTitle = title && YEARS.exec(bare(title.value));
  const issued = date?.value.slice(0, 4);
  // A plan for 2025 that was issued at the end of 2024.
  const isForNextYear = inTitle && inTitle[2] === undefined && Number(inTitle[1]) === Number(issued) + 1;
  if (date && issued !== undefined && !isForNextYear)
    return { ...date, value: issued, rule: 'YEAR_FROM_DATE' };
  if (inTitle) return { ...title, value: inTitle[1] ?? '', rule: 'YEAR_FROM_TITLE' };
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
