import { FACE, PAGE, PAGE_NUMBER, SIZE, WORD } from '../format/figures.js';
import { mmOfTwips } from '../format/units.js';
import { SHEET } from '../docx/section.js';
import type { FindingCode, Report } from './finding.js';
import { isFace, type Recognised } from './recognise.js';
import { sheetOf, type Survey, type SurveyedParagraph } from './survey.js';
import { child, numberOf } from './xml-tree.js';

const mm = (twips: number | undefined): string =>
  twips === undefined ? '没有设置' : `${Math.round(mmOfTwips(twips) * 10) / 10} 毫米`;

/** Sheet, margins, lines on a page and characters in a line. */
export function checkPage({ section }: Survey, { texts }: Recognised, report: Report): void {
  const sheet = sheetOf(section);
  const isOff = (twips: number | undefined, wanted: number): boolean =>
    twips === undefined || Math.abs(mmOfTwips(twips) - wanted) > PAGE.toleranceMm;
  if (isOff(sheet['width'], PAGE.widthMm) || isOff(sheet['height'], PAGE.heightMm))
    report('PAGE_SIZE', null, `${mm(sheet['width'])} × ${mm(sheet['height'])}`, 'A4，210 毫米 × 297 毫米');
  const margins: readonly (readonly [FindingCode, string, number])[] = [
    ['MARGIN_TOP', 'top', PAGE.topMm],
    ['MARGIN_BOTTOM', 'bottom', PAGE.bottomMm],
    ['MARGIN_LEFT', 'left', PAGE.leftMm],
    ['MARGIN_RIGHT', 'right', PAGE.rightMm],
  ];
  for (const [code, side, wanted] of margins)
    if (isOff(sheet[side], wanted))
      report(
        code,
        null,
        mm(sheet[side]),
        `${wanted} 毫米（版心 ${PAGE.typeAreaWidthMm} × ${PAGE.typeAreaHeightMm} 毫米）`,
      );
  const grid = child(section, 'docGrid');
  const gridType = grid?.attributes['type'] ?? 'default';
  const pitch = numberOf(grid, 'linePitch') ?? 0;
  for (const text of texts) checkLines(text, gridType === 'default' ? 0 : pitch, report);
  const charSpace = gridType === 'linesAndChars' ? ((numberOf(grid, 'charSpace') ?? 0) / 4096) * 20 : 0;
  checkCharacters(texts, charSpace, report);
}

/** 22 lines of this height fill the type area, and 23 do not fit. */
function checkLines(text: SurveyedParagraph, gridPitch: number, report: Report): void {
  const { lineRule, line, snapToGrid } = text.look;
  const height =
    lineRule === 'exact' ? line : lineRule === 'auto' && line === 240 && snapToGrid ? gridPitch : 0;
  const lines = height === 0 ? 0 : Math.floor((SHEET.height - SHEET.top - SHEET.bottom) / height);
  if (lines === PAGE.linesPerPage) return;
  const found =
    lineRule === 'exact' ? `固定值 ${line / 20} 磅` : height === 0 ? '行距不固定' : `网格 ${height / 20} 磅`;
  report(
    'LINES_PER_PAGE',
    text,
    found,
    `每页 ${PAGE.linesPerPage} 行，行距固定值 ${WORD.linePitchTwips / 20} 磅`,
  );
}

/** What most characters of the text take: a few that are spaced otherwise are no other grid. */
function checkCharacters(texts: readonly SurveyedParagraph[], charSpace: number, report: Report): void {
  const counts = new Map<number, number>();
  for (const { runs } of texts)
    for (const { text, look } of runs)
      if (look.size === SIZE.three) counts.set(look.spacing, (counts.get(look.spacing) ?? 0) + text.length);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (!most) return;
  const advance = SIZE.three * 20 + most[0] + charSpace;
  const characters = Math.floor(SHEET.textWidth / advance);
  if (characters !== PAGE.charactersPerLine)
    report('CHARACTERS_PER_LINE', null, `每行 ${characters} 字`, `每行 ${PAGE.charactersPerLine} 字`);
}

/** `— 1 —` in 4号宋体, at the outer edge of odd and even pages. */
export function checkPageNumbers({ footers, evenAndOdd }: Survey, report: Report): void {
  const odd = numbered(footers.get('default'));
  const even = numbered(footers.get('even'));
  if (!odd || (evenAndOdd && !even)) {
    report('PAGE_NUMBER_MISSING', null, odd ? '偶数页没有页码' : '没有页码', '每页页脚有页码');
    if (!odd) return;
  }
  if (!evenAndOdd || (even && (odd.look.align !== 'right' || even.look.align === 'right')))
    report(
      'PAGE_NUMBER_SIDES',
      null,
      evenAndOdd ? '奇偶页页码的位置不对' : '奇偶页页码相同',
      '奇数页居右空一字，偶数页居左空一字',
    );
  for (const own of [odd, even]) {
    if (!own) continue;
    if (!/^\s*[—－–-]\s*\d+\s*[—－–-]\s*$/u.test(own.text.replace(/\s+/gu, ' ')))
      report('PAGE_NUMBER_FORM', own, own.text.trim(), `${PAGE_NUMBER.before}1${PAGE_NUMBER.after}`);
    const off = own.runs.find(
      ({ text, look }) => text.trim() !== '' && (look.size !== SIZE.four || !isSong(look)),
    );
    if (off)
      report(
        'PAGE_NUMBER_FONT',
        own,
        `${off.look.size} 磅 ${off.look.latinFace ?? '默认字体'}`,
        `4号（${SIZE.four} 磅）半角${FACE.song.name}`,
      );
  }
}

const isSong = ({ latinFace, face }: { latinFace: string | undefined; face: string | undefined }): boolean =>
  isFace(latinFace, 'song') || (isFace(face, 'song') && latinFace === 'Times New Roman');

const numbered = (footer: readonly SurveyedParagraph[] | undefined): SurveyedParagraph | undefined =>
  footer?.find(({ text }) => /\d/u.test(text));
