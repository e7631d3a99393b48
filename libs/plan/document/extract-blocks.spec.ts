import type { DocumentBlock } from '#documents';
import { extractionSchema } from '../extraction.schema.js';
import { extractBlocks } from './extract-blocks.js';

const paragraphs = (...lines: string[]): DocumentBlock[] =>
  lines.map((text) => ({ type: 'paragraph', text }));
const table = (...rows: string[][]): DocumentBlock => ({
  type: 'table',
  sheet: '表1',
  rows: rows.map((cells, i) => ({ row: i + 1, cells })),
});
const NOTICE = paragraphs(
  '河西县人民政府关于印发《2025年兴水行动方案》的通知',
  '河政发〔2025〕3号',
  '一、重点任务',
  '1.整治河道。清淤5公里。',
  '2.修通水渠。年底前完成。（县水利局负责）',
);

describe('a document of text and tables', () => {
  it('takes its head from the text and its tasks from both, actions counted on', () => {
    const { extraction, text } = extractBlocks({
      kind: 'docx',
      blocks: [
        ...NOTICE,
        table(['序号', '重点任务', '牵头单位', '时限'], ['1', '种树', '县林业局', '3月底']),
      ],
    });
    expect(extractionSchema.parse(extraction)).toEqual(extraction);
    expect(extraction.document).toMatchObject({ documentNumber: '河政发〔2025〕3号', year: 2025 });
    expect(extraction.tasks.map(({ id, title, span }) => [id, title, span])).toMatchObject([
      ['A1-01', '整治河道', { start: expect.any(Number) as number }],
      ['A1-02', '修通水渠', { start: expect.any(Number) as number }],
      ['A2-01', '种树', { sheet: '表1', row: 2 }],
    ]);
    const span = extraction.tasks[0]?.span;
    expect(span && 'start' in span && Array.from(text).slice(span.start, span.end).join('')).toBe(
      '1.整治河道。清淤5公里。',
    );
    expect(extraction.tasks[2]?.deadlines[0]?.date).toBe('2025-03-31');
  });

  it('names a task once that stands in both, where it is said who leads', () => {
    const { extraction } = extractBlocks({
      kind: 'docx',
      blocks: [
        ...NOTICE,
        table(
          ['序号', '重点任务', '责任单位'],
          ['1', '整治河道。', '县生态环境局'],
          ['2', '修通水渠', '县水利局、县财政局'],
        ),
      ],
    });
    expect(extraction.tasks.map(({ title, lead }) => [title, lead])).toEqual([
      ['修通水渠', ['县水利局']],
      ['整治河道', ['县生态环境局']],
    ]);
  });

  it('reads tables of other things as running text', () => {
    const { text, extraction } = extractBlocks({
      kind: 'html',
      blocks: [...NOTICE, table(['年份', '产量'], ['2024', '12'])],
    });
    expect(text.endsWith('年份\u3000产量\n2024\u300012')).toBe(true);
    expect(extraction.tasks).toHaveLength(2);
  });
});
