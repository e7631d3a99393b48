import { dateOf } from './dates.js';
import type { MappedText } from './text/mapped-text.js';

/** What the head of a document says of itself; empty strings and 0 where it says nothing. */
export interface DocumentHead {
  readonly title: string;
  readonly documentNumber: string;
  readonly issuedBy: string;
  /** `YYYY-MM-DD` or empty. */
  readonly issuedOn: string;
  readonly year: number;
  readonly jurisdiction: string;
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
  const lines = mapped.text
    .slice(0, HEAD_LENGTH)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const titleLine = lines.slice(0, 12).find((line) => NOTICE.test(line) && !/^(?:为|根据|按照)/.test(line));
  const notice = titleLine === undefined ? null : NOTICE.exec(titleLine);
  const plain = lines
    .slice(0, 12)
    .find((line) => line.length <= 100 && !line.endsWith('。') && PLAN_TITLE.test(line));
  const title = (notice?.[0] ?? PLAN_TITLE.exec(plain ?? '')?.[0] ?? '').replaceAll(' ', '');
  const number = lines.map((line) => NUMBER.exec(line)?.[1]).find((found) => found !== undefined);
  const date = lines.map((line) => DATE_LINE.exec(line.replaceAll(' ', ''))).find((found) => found !== null);
  const issuedBy = notice?.[1] ?? '';
  const issuedOn = (date && dateOf(Number(date[1]), Number(date[2]), Number(date[3]))) ?? '';
  return {
    title: tidyTitle(title, mapped),
    documentNumber: (number ?? '').replaceAll(' ', ''),
    issuedBy: issuedBy.replaceAll(' ', ''),
    issuedOn,
    year: readYear(title, issuedOn, number, lines, PART_WITH_YEAR.exec(mapped.text)?.[1]),
    jurisdiction: issuedBy.replace(OFFICE_ENDING, '').replaceAll(' ', ''),
  };
}

/** The plan's year: of its date of issue; else the last year its title names, else that of its number, else the first in its head. */
function readYear(
  title: string,
  issuedOn: string,
  number: string | undefined,
  lines: readonly string[],
  headingYear: string | undefined,
): number {
  if (issuedOn !== '') return Number(issuedOn.slice(0, 4));
  const inTitle = /(20\d{2})(?:[-—–~至到](20\d{2}))?年/u.exec(title);
  const found =
    inTitle?.[2] ??
    inTitle?.[1] ??
    /〔\s?(20\d{2})/u.exec(number ?? '')?.[1] ??
    headingYear ??
    /20\d{2}(?=年)/u.exec(lines.join('\n'))?.[0];
  return Number(found ?? 0);
}

function tidyTitle(title: string, mapped: MappedText): string {
  const at = mapped.text.indexOf(title);
  return at >= 0 ? mapped.printed.slice(at, at + title.length) : title;
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
