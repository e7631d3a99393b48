import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ProductBlock } from '#contract';
import { charactersIn, compareVersions, tokensOf, type ComparedLine } from './compare-words.js';

const text = (words: string) => ({ kind: 'text' as const, text: words });
const figure = (printed: string) => ({ kind: 'figure' as const, text: printed, source: 'tasks.late' });
const paragraph = (...line: NonNullable<ProductBlock['line']>): ProductBlock => ({
  ...{ kind: 'paragraph', level: 0, text: '', line },
});
const table = (...rows: string[][]): ProductBlock => ({
  ...{ kind: 'table', level: 0, text: '', caption: '附表', columns: [] },
  rows: rows.map((row) => row.map((cell) => [text(cell)])),
});
const version = (...blocks: ProductBlock[]) => ({ title: '五月通报', blocks });
const said = (lines: readonly ComparedLine[], side: 'in' | 'out'): string[] =>
  lines
    .filter(({ mark }) => mark === 'same' || mark === 'changed' || mark === side)
    .map(({ cells }) =>
      cells
        .map((cell) =>
          cell.map((piece) => (piece.mark === 'same' || piece.mark === side ? piece.text : '')).join(''),
        )
        .join('|'),
    );

describe('two versions of a product, word by word', () => {
  it('differ in words and in whole figures, not in characters and digits', () => {
    const [, changed] = compareVersions(
      version(paragraph(text('全区共有滞后任务'), figure('18'), text('项，占12.5%，须加快推进。'))),
      version(paragraph(text('全区共有滞后任务'), figure('13'), text('项，占12.9%，须抓紧推进。'))),
    );
    expect(changed?.mark).toBe('changed');
    expect(changed?.cells[0]?.filter(({ mark }) => mark !== 'same')).toEqual([
      { text: '18', mark: 'out' },
      { text: '13', mark: 'in' },
      { text: '12.5%', mark: 'out' },
      { text: '12.9%', mark: 'in' },
      { text: '加快', mark: 'out' },
      { text: '抓紧', mark: 'in' },
    ]);
    expect(tokensOf([figure('87.5%'), text('比2024年')])).toEqual(['87.5%', '比', '2024', '年']);
    expect(charactersIn('按PPP项目𠮷，A1')).toEqual(['按', 'PPP', '项', '目', '𠮷', '，', 'A1']);
  });

  it('tell a paragraph that came in from one that was rewritten, and one that went', () => {
    const kept = paragraph(text('各单位要压实责任，按月报送进展情况。'));
    const lines = compareVersions(
      version(kept, paragraph(text('区教育局连续两旬未报。')), paragraph(text('天气晴好。'))),
      version(paragraph(text('现将有关情况通报如下。')), kept, paragraph(text('区教育局连续三旬未报。'))),
    );
    expect(lines.map(({ mark }) => mark)).toEqual(['same', 'in', 'same', 'changed', 'out']);
  });

  it('compare tables row by row, each cell by itself', () => {
    const lines = compareVersions(
      version(table(['1', '区教育局', '按时'], ['2', '区财政局', '按时'])),
      version(table(['1', '区教育局', '迟报'], ['2', '区财政局', '按时'], ['3', '区民政局', '未报'])),
    );
    expect(lines.map(({ kind, mark }) => `${kind} ${mark}`)).toEqual([
      'words same',
      'words same',
      'row changed',
      'row same',
      'row in',
    ]);
    expect(lines[2]?.cells[2]?.map(({ text: words, mark }) => `${mark} ${words}`)).toEqual([
      'out 按时',
      'in 迟报',
    ]);
  });

  it('say all of both texts, whatever was changed, and nothing twice', () => {
    const words = fc.array(fc.constantFrom('督查', '落实', '，', '18', '项', '区教育局', '。'), {
      maxLength: 12,
    });
    const texts = fc.array(words, { maxLength: 9 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const of = (lines: string[][]) =>
          version(
            ...lines.map((line) =>
              paragraph(...line.map((word, at) => (at % 3 ? text(word) : figure(word)))),
            ),
          );
        const lines = compareVersions(of(before), of(after));
        expect(said(lines, 'out')).toEqual(['五月通报', ...before.map((line) => line.join(''))]);
        expect(said(lines, 'in')).toEqual(['五月通报', ...after.map((line) => line.join(''))]);
        if (JSON.stringify(before) === JSON.stringify(after))
          expect(lines.every(({ mark }) => mark === 'same')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
