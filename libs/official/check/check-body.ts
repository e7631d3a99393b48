import { chineseDate } from '#calendar';
import { BODY, FACE, PAGE, SIZE, WORD, type FaceName } from '../format/figures.js';
import { SHEET } from '../docx/section.js';
import { levelNumber, type Level } from '../compose/level-number.js';
import { reportFace, reportSize, wrongFace } from './check-head.js';
import type { Report } from './finding.js';
import type { Recognised } from './recognise.js';
import type { Survey, SurveyedParagraph } from './survey.js';
import { child, childrenOf, flagOf, numberOf } from './xml-tree.js';

const TWO = BODY.firstLineCharacters * WORD.characterTwips;
const CHARACTER = SIZE.three * 20;
const LEVEL_FACE: Readonly<Record<Level, FaceName>> = { 1: 'hei', 2: 'kai', 3: 'text', 4: 'text' };

/** Half a character either way: indents are said in characters, in twips, or with spaces of the grid. */
const isTwoIn = ({ look, text }: SurveyedParagraph): boolean => {
  const typed = /^\u3000*/u.exec(text)?.[0].length ?? 0;
  return Math.abs(look.firstLine + look.left + typed * CHARACTER - TWO) <= CHARACTER / 2;
};

export function checkBody(survey: Survey, recognised: Recognised, report: Report): void {
  for (const text of recognised.texts) {
    // 黑体 and 楷体 within a paragraph are lead-ins.
    reportFace('TEXT_FONT', text, ['text', 'hei', 'kai'], report);
    reportSize('TEXT_SIZE', text, SIZE.three, report);
    if (!isTwoIn(text) && text.look.align !== 'right')
      report(
        'TEXT_INDENT',
        text,
        `首行缩进 ${Math.round((text.look.firstLine + text.look.left) / CHARACTER)} 字`,
        '首行空 2 字',
      );
    if (text.look.before !== 0 || text.look.after !== 0)
      report('TEXT_SPACING', text, `段前 ${text.look.before / 20} 磅，段后 ${text.look.after / 20} 磅`, '0');
  }
  checkHeadings(recognised.headings, report);
  checkAnnexNote(recognised.annexNote, report);
  checkDate(recognised, report);
  for (const mark of recognised.annexMarks)
    if (wrongFace(mark, ['hei']) || mark.look.firstLine > 0 || !mark.hasPageBreakBefore)
      report(
        'ANNEX_MARK',
        mark,
        mark.hasPageBreakBefore ? '字体或缩进不对' : '没有另起一页',
        '另起一页，3号黑体，顶格',
      );
  for (const table of survey.tables) checkTable(table, report);
}

function checkHeadings(headings: Recognised['headings'], report: Report): void {
  const counts = [0, 0, 0, 0];
  for (const { level, paragraph } of headings) {
    reportFace('LEVEL_FONT', paragraph, [LEVEL_FACE[level]], report);
    reportSize('TEXT_SIZE', paragraph, SIZE.three, report);
    if (!isTwoIn(paragraph)) report('TEXT_INDENT', paragraph, '缩进不对', '首行空 2 字');
    const words = paragraph.text.trimStart();
    const label = /^(?:[（(][^）)]*[）)]|[^、.．，]*[、.．，])/u.exec(words)?.[0] ?? '';
    // A first number begins anew, as each annex does.
    const isFirst = label.replace(/[^\d一二三四五六七八九十]/gu, '') === (level < 3 ? '一' : '1');
    const count = isFirst ? 1 : (counts[level - 1] ?? 0) + 1;
    counts.splice(level - 1, 4, count, 0, 0, 0);
    counts.length = 4;
    const wanted = levelNumber(level, count);
    if (label === wanted) continue;
    const same =
      label.replace(/[^\d一二三四五六七八九十]/gu, '') === wanted.replace(/[^\d一二三四五六七八九十]/gu, '');
    report(same ? 'LEVEL_FORM' : 'LEVEL_ORDER', paragraph, label, wanted);
  }
}

function checkAnnexNote(note: readonly SurveyedParagraph[], report: Report): void {
  const [first] = note;
  if (!first) return;
  if (!isTwoIn(first)) report('ANNEX_NOTE_INDENT', first, '缩进不对', '左空二字');
  const off =
    note.find(({ text }) => /[。；，、;,.]\s*$/u.test(text)) ??
    (/^附\s*件\s*：/u.test(first.text) ? undefined : first);
  if (off) report('ANNEX_NOTE_MARKS', off, off.text.trim().slice(-1), '附件：1.×××（名称后无标点）');
}

function checkDate({ date, issuers, form }: Recognised, report: Report): void {
  if (!date) return;
  const words = date.text.trim();
  const [, year, month, day] = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u.exec(words) ?? [];
  const civil = [year, month, day].map((part) => (part ?? '').padStart(2, '0')).join('-');
  if (year === undefined || !isDate(civil) || chineseDate(civil) !== words)
    report('DATE_FORM', date, words, '2024年1月8日');
  const isMinutes = form === 'minutes' && issuers.length === 0;
  const least = BODY.unsealedNameRightCharacters * WORD.characterTwips - CHARACTER / 2;
  if (!isMinutes && (date.look.align !== 'right' || date.look.right < least))
    report(
      'DATE_PLACE',
      date,
      date.look.align === 'right' ? `右空 ${Math.round(date.look.right / CHARACTER)} 字` : '没有右对齐',
      `右空 ${BODY.sealedDateRightCharacters} 字（加盖印章）`,
    );
}

const isDate = (civil: string): boolean => {
  const at = new Date(`${civil}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(civil);
};

function checkTable(table: Parameters<typeof child>[0] & object, report: Report): void {
  const widths = childrenOf(child(table, 'tblGrid'), 'gridCol').map((one) => numberOf(one, 'w') ?? 0);
  const width =
    widths.reduce((sum, one) => sum + one, 0) +
    Math.max(0, numberOf(child(child(table, 'tblPr'), 'tblInd'), 'w') ?? 0);
  // A millimetre is what the margins themselves may be off.
  if (width > SHEET.textWidth + 57)
    report(
      'TABLE_WIDTH',
      null,
      `${Math.round((width / 1440) * 254) / 10} 毫米`,
      `不超过 ${PAGE.typeAreaWidthMm} 毫米`,
    );
  const rows = childrenOf(table, 'tr');
  const isFloating = child(child(table, 'tblPr'), 'tblpPr') !== undefined;
  if (rows.length > 3 && widths.length > 1 && !isFloating && !flagOf(child(rows[0], 'trPr'), 'tblHeader'))
    report('TABLE_HEAD', null, '表头不重复', `表头在每页重复（${FACE.hei.name}）`);
}
