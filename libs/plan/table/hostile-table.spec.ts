import fc from 'fast-check';
import { extractBlocks } from '../document/extract-blocks.js';
import { extractionSchema } from '../extraction.schema.js';

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '无',
    '/',
    '县水利局',
    '县水利局\n县财政局',
    '县水利局牵头，各乡镇配合',
    '2025年13月',
    '6月',
    '长期',
  ),
  fc.constantFrom(
    '一、兴水',
    '合计',
    '注：说明',
    '序号',
    '重点任务',
    '牵头单位',
    '（'.repeat(300),
    '=1+1',
    '年内清淤5公里。',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const header = fc.constantFrom(
  '序号',
  '工作类别',
  '重点任务',
  '牵头单位',
  '责任单位',
  '配合单位',
  '完成时限',
  '责任领导',
  '目标',
  '',
);

describe('a table that nobody has vouched for', () => {
  it('is read without a throw, every task of it at one of its rows', () => {
    const tables = fc
      .integer({ min: 1, max: 7 })
      .chain((width) =>
        fc.tuple(
          fc.array(header, { minLength: width, maxLength: width }),
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 }),
        ),
      );
    fc.assert(
      fc.property(tables, ([names, rows]) => {
        const cells = [names, ...rows];
        const { extraction } = extractBlocks({
          kind: 'xlsx',
          blocks: [
            { type: 'table', sheet: '表1', rows: cells.map((row, i) => ({ row: i + 1, cells: row })) },
          ],
        });
        expect(extractionSchema.safeParse(extraction).error).toBeUndefined();
        // A table of other things is running text, with places in that.
        const places = extraction.tasks.flatMap(({ span }) => ('row' in span ? [span.row] : []));
        expect(places.every((row) => row >= 1 && row <= cells.length)).toBe(true);
        expect(new Set(extraction.tasks.map(({ id }) => id)).size).toBe(extraction.tasks.length);
      }),
      { numRuns: 1500, seed: 20250601 },
    );
  });
});
