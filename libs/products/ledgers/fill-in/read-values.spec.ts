import fc from 'fast-check';
import type { ReadCell } from '#documents';
import { readNumber, readPercent, readWords, readYesNo, type Read } from './read-values.js';

const text = (value: string): ReadCell => ({ column: 0, text: value });
const number = (value: number, shownAs?: 'percent' | 'date'): ReadCell => ({
  column: 0,
  text: String(value),
  number: value,
  ...(shownAs === undefined ? {} : { shownAs }),
});
const valueOf = <T>(read: Read<T>): T | string => (read.ok ? read.value : read.message);

describe('a percentage in a cell', () => {
  it.each<[ReadCell, number]>([
    [number(45), 45],
    [number(0), 0],
    [number(100), 100],
    [number(1), 1],
    [number(0.45), 45],
    [number(0.45, 'percent'), 45],
    [number(1, 'percent'), 100],
    [number(0.07 + 0.01, 'percent'), 8],
    [text('45'), 45],
    [text(' 45 % '), 45],
    [text('４５％'), 45],
    [text('45.5﹪'), 45.5],
    [text('０．４５'), 45],
    [text('0.5%'), 0.5],
    [text('百分之四十五'), 45],
    [text('百分之百'), 100],
    [text('百分之十'), 10],
    [text('百分之二十点五'), 20.5],
    [text('四十五'), 45],
    [text('零'), 0],
  ])('is understood however it was written: %j is %d', (cell, percent) => {
    expect(valueOf(readPercent(cell))).toBe(percent);
  });

  it('says where it took a share for a percentage', () => {
    expect(readPercent(number(0.45))).toMatchObject({
      note: expect.stringContaining('按 45% 读取') as string,
    });
    expect(readPercent(number(45))).not.toHaveProperty('note');
  });

  it.each([
    [number(101), '超出范围'],
    [number(-5), '超出范围'],
    [number(1.2, 'percent'), '超出范围'],
    [text('-5%'), '超出范围'],
    [text('过半'), '不是百分数'],
    [text('约45%'), '不是百分数'],
    [text('45-50'), '不是百分数'],
    [text('九十九十'), '不是百分数'],
    [number(45_387, 'date'), '成了日期'],
    [{ column: 0, text: '#DIV/0!', error: true } as const, '公式出错'],
    [{ column: 0, text: '', formula: true } as const, '没有计算结果'],
  ])('is refused with what is wrong, and never guessed: %j', (cell, why) => {
    expect(valueOf(readPercent(cell))).toContain(why);
  });

  it('is the same from each way to write one, and never outside of 0 to 100', () => {
    const hundredths = fc.integer({ min: 100, max: 10_000 }).map((n) => n / 100);
    fc.assert(
      fc.property(hundredths, (value) => {
        const wide = [...String(value)]
          .map((c) => (c === '.' ? '．' : String.fromCharCode(c.charCodeAt(0) + 0xfee0)))
          .join('');
        const ways = [
          ...[number(value), number(value / 100, 'percent'), text(String(value)), text(`${value}%`)],
          ...[text(wide), text(`${wide}％`)],
        ];
        return ways.every((cell) => valueOf(readPercent(cell)) === value);
      }),
      { numRuns: 60 },
    );
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.float().map(String));
    fc.assert(
      fc.property(typed, fc.float(), (words, held) =>
        [text(words), number(held), number(held, 'percent')].map(readPercent).every((read) =>
          // Whoever typed it is told what to do.
          read.ok ? read.value >= 0 && read.value <= 100 : /[一-鿿]/u.test(read.message),
        ),
      ),
      { numRuns: 200 },
    );
  });
});

describe('the other cells', () => {
  it('are 是 or 否, and what people write instead', () => {
    expect(['是', '√', 'Ｙ', '1', ' 无变化'].map((word) => valueOf(readYesNo(text(word))))).toEqual(
      Array(5).fill(true),
    );
    expect(['否', '×', 'n', '0'].map((word) => valueOf(readYesNo(text(word))))).toEqual(Array(4).fill(false));
    expect(valueOf(readYesNo(text('也许')))).toContain('请填“是”或“否”');
  });

  it('are figures with their unit or without', () => {
    expect(valueOf(readNumber(text('1,234.5 万元'), '万元'))).toBe(1234.5);
    expect(valueOf(readNumber(text('９６％'), '%'))).toBe(96);
    expect(valueOf(readNumber(number(0.96, 'percent'), '%'))).toBe(96);
    expect(valueOf(readNumber(number(-3), ''))).toBe(-3);
    expect(valueOf(readNumber(text('96万亩'), '万元'))).toContain('不是数字');
    expect(valueOf(readNumber(number(1e20), ''))).toContain('过大');
  });

  it('are words as they were typed, whatever they begin with, and no more than fit', () => {
    expect(valueOf(readWords(text('=SUM(A1)\r\n+1\u0007'), 100))).toBe('=SUM(A1)\n+1');
    expect(valueOf(readWords(text('字'.repeat(101)), 100))).toContain('写了 101 字');
    expect(valueOf(readWords({ column: 0, text: '#REF!', error: true }, 100))).toContain('公式出错');
  });
});
