import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tabSeparated } from './tab-separated.js';

describe('a block from the clipboard', () => {
  it('is read cell by cell, with what stands in quotation marks as one cell', () => {
    expect(tabSeparated('45%\t"第一行\n第""二""行"\t\r\n50\t完成\t无\r\n')).toEqual([
      ['45%', '第一行\n第"二"行', ''],
      ['50', '完成', '无'],
    ]);
  });

  it('keeps a quotation mark that is one of the text', () => {
    expect(tabSeparated('"好"的\t5" 管\n"没关')).toEqual([['"好"的', '5" 管'], ['"没关']]);
  });

  it('gives back what was copied, whatever it holds', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', '"', '\t', '\n', ' ', '1') });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    const copied = (text: string): string =>
      /["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    fc.assert(
      fc.property(block, (rows) => {
        const text = rows.map((row) => row.map(copied).join('\t')).join('\n') + '\n';
        expect(tabSeparated(text)).toEqual(rows);
      }),
    );
  });
});
