import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakTitle } from './break-title.js';
import { markPoints } from './compose-head.js';
import { chineseCount, headingCounter } from './level-number.js';
import { placeSignature } from './place-signature.js';
import { widthOf } from './width-of.js';

describe('what goes on a page', () => {
  it('counts chapters as Chinese does, and begins anew below a higher level', () => {
    expect([1, 10, 11, 20, 99].map(chineseCount)).toEqual(['一', '十', '十一', '二十', '九十九']);
    const count = headingCounter();
    expect(([1, 2, 2, 3, 4, 1, 2] as const).map(count)).toEqual([
      '一、',
      '（一）',
      '（二）',
      '1.',
      '（1）',
      '二、',
      '（一）',
    ]);
  });

  it('breaks titles where words allow, loses nothing, and makes no line longer than it may be', () => {
    expect(breakTitle('关于2024年一季度全区高质量发展重点任务落实情况的通报', 20)).toEqual([
      '关于2024年一季度全区高质量发展',
      '重点任务落实情况的通报',
    ]);
    expect(breakTitle('关于《张家界市武陵源区实施“八大行动”总体方案》2024年度考核结果的通报', 20)).toEqual([
      '关于《张家界市武陵源区实施“八大行动”',
      '总体方案》2024年度考核结果的通报',
    ]);
    expect(breakTitle('关于《示例区“八大行动”实施方案》2024年5月落实情况的通报', 20)).toEqual([
      '关于《示例区“八大行动”实施方案》',
      '2024年5月落实情况的通报',
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'关于督查落实的情况通报，2024年（）'), { minLength: 1, maxLength: 90 }),
        (parts) => {
          const lines = breakTitle(parts.join(''), 20);
          expect(lines.join('')).toBe(parts.join(''));
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(20);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('places name and date: sealed with one middle, unsealed with the date two right of the name', () => {
    const date = '2024-01-08';
    // `2024年1月8日` is six characters wide.
    expect(placeSignature({ issuers: ['区督查室'], date, sealed: true })).toEqual([
      { text: '区督查室', right: 5 },
      { text: '2024年1月8日', right: 4 },
    ]);
    expect(placeSignature({ issuers: ['武陵源区高质量发展督查室'], date, sealed: false })).toEqual([
      { text: '武陵源区高质量发展督查室', right: 2 },
      { text: '2024年1月8日', right: 6 },
    ]);
    expect(placeSignature({ issuers: ['督查室'], date, sealed: false })).toEqual([
      { text: '督查室', right: 7 },
      { text: '2024年1月8日', right: 2 },
    ]);
  });

  it('makes the mark as large as one line allows, within reason', () => {
    expect(markPoints('武陵源区文件', 'document')).toBe(60);
    expect(markPoints('武陵源区高质量发展督查室文件', 'document')).toBe(30);
    expect(markPoints('一'.repeat(40), 'document')).toBe(22);
  });
});
