import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PIECE_OF_CELL } from '../compose/held-together.js';
import { widthOf } from '../compose/width-of.js';
import { pointsOfMm } from '../format/units.js';
import { bulletin, letter } from '../testing/sample-documents.js';
import { breakLines } from './break-lines.js';
import { layOut } from './lay-out.js';
import { SHEET, type Mark, type RuleMark, type TextMark } from './sheet.js';

const texts = (page: readonly Mark[]): TextMark[] => page.filter((mark) => mark.kind === 'text');
const rules = (page: readonly Mark[]): RuleMark[] => page.filter((mark) => mark.kind === 'rule');
const right = ({ text, look, x, spacing }: TextMark): number =>
  x + widthOf(text) * look.size + spacing * [...text].length;

const words = fc
  .array(
    fc.constantFrom(
      ...'督查落实任务进展一二，。；：（）《》“”、！…—%12 3aB.',
      '149项',
      '87.5%',
      'https://example.org/a-very-long-address-that-no-line-holds',
    ),
    { minLength: 1, maxLength: 120 },
  )
  .map((parts) => parts.join(''));

describe('lines of Chinese text', () => {
  it('lose no character, hold at most 28, and neither begin with a closing mark nor end with an opening one', () => {
    fc.assert(
      fc.property(words, (text) => {
        const lines = breakLines([{ text, look: 0 }], { first: 26, others: 28 });
        const said = lines.map(({ spans }) => spans.map((span) => span.text).join(''));
        expect(said.join('')).toBe(text);
        for (const [at, line] of said.entries()) {
          expect(widthOf(line)).toBeLessThanOrEqual(at === 0 ? 26 : 28);
          // Where nothing else fits in a line, marks alone, there is no better place.
          const hasPlace = /[\p{Script=Han}]{3}/u.test(said[at - 1] ?? '');
          if (at > 0 && hasPlace && /[\p{Script=Han}]/u.test(said[at - 1]?.at(-1) ?? ''))
            expect(line).not.toMatch(/^[，。；：、）》”！…%]/u);
          if (at < said.length - 1 && hasPlace && /^\p{Script=Han}/u.test(said[at + 1] ?? ''))
            expect(line).not.toMatch(/[（《“]$/u);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keep a code whole that goes over two spans, and in a cell a date; what is longer than a line is torn all the same', () => {
    const said = (spans: readonly string[], room: number, piece?: RegExp): string[] =>
      breakLines(
        spans.map((text, look) => ({ text, look })),
        { first: room, others: room },
        piece,
      ).map((line) => line.spans.map(({ text }) => text).join(''));
    expect(said(['任务任务（A6-', '06）的'], 7)).toEqual(['任务任务', '（A6-06）的']);
    expect(said(['时限为2024年12月31日'], 9.5, PIECE_OF_CELL)).toEqual(['时限为', '2024年12月31日']);
    expect(said(['2024年12月31日'], 5, PIECE_OF_CELL)).toEqual(['2024年12月', '31日']);
    expect(said(['A6-', '06'], 1).join('')).toBe('A6-06');
  });

  it('are 28 characters long, and 28 with figures that count half', () => {
    const [first] = breakLines([{ text: '一'.repeat(40), look: 0 }], { first: 28, others: 28 });
    expect(first?.width).toBe(28);
    const [mixed] = breakLines([{ text: '2024年'.repeat(20), look: 0 }], { first: 28, others: 28 });
    expect(mixed?.width).toBe(27);
  });
});

describe('pages of a document', () => {
  const { pages, bookmarks } = layOut(bulletin(12, 40), false);

  it('hold 22 lines of text and nothing outside the type area but the number', () => {
    const full = texts(pages[1] ?? []).filter(({ look }) => look.size === 16);
    expect(new Set(full.map(({ baseline }) => Math.round(baseline))).size).toBe(22);
    for (const page of pages)
      for (const mark of texts(page).slice(0, -1)) {
        expect(mark.x).toBeGreaterThanOrEqual(SHEET.left - 0.01);
        expect(right(mark)).toBeLessThanOrEqual(SHEET.right + 0.3);
        expect(mark.baseline).toBeLessThanOrEqual(SHEET.bottom);
      }
  });

  it('begin with the mark 35 mm below the type area, and the red rule as wide as it', () => {
    const [mark] = texts(pages[0] ?? []);
    const ink = (mark?.baseline ?? 0) - 0.84 * (mark?.look.size ?? 0);
    expect(ink).toBeCloseTo(SHEET.top + pointsOfMm(35), 1);
    const [rule] = rules(pages[0] ?? []);
    expect([rule?.from[0], rule?.to[0], rule?.color]).toEqual([SHEET.left, SHEET.right, '#FF0000']);
  });

  it('end with the foot, its last rule on the lower edge of the type area', () => {
    const lowest = rules(pages.at(-1) ?? []).reduce((low, { from }) => Math.max(low, from[1]), 0);
    expect(lowest).toBeCloseTo(SHEET.bottom, 3);
  });

  it('carry their numbers outside, one character in, and a letter none on its first', () => {
    for (const [at, page] of pages.entries()) {
      const number = texts(page).at(-1);
      expect(number?.text).toBe(`— ${at + 1} —`);
      const edge = at % 2 === 0 ? SHEET.right - right(number as TextMark) : (number?.x ?? 0) - SHEET.left;
      expect(edge).toBeCloseTo(14, 1);
    }
    expect(texts(layOut(letter(), false).pages[0] ?? []).some(({ text }) => text.includes('—'))).toBe(false);
  });

  it('repeat the head of a table, and never leave name and date without text', () => {
    const withTable = pages.filter((page) =>
      texts(page).some(({ text, look }) => text === '牵头单位' && look.face === 'hei'),
    );
    expect(withTable.length).toBeGreaterThan(2);
    for (let lines = 1; lines <= 24; lines += 1) {
      const document = { ...letter(), body: Array.from({ length: lines }, () => letter().body[1]!) };
      const found = layOut(document, false).pages.find((page) =>
        texts(page).some(({ text }) => text === '2024年4月11日'),
      );
      expect(texts(found ?? []).some(({ text }) => text.includes('说明原因'))).toBe(true);
    }
  });

  it('are bookmarked by heading, with their numbers', () => {
    expect(bookmarks.slice(1, 4)).toMatchObject([
      { title: '一、总体情况', level: 2 },
      { title: '二、存在问题', level: 2 },
      { title: '（一）部分任务进展滞后', level: 3 },
    ]);
  });
});
