import { describe, expect, test } from '@jest/globals';
import { writeWorkbook } from '#documents';
import { planOfFile } from './plan-of-file.js';

const DISTRICT = { id: '430811', name: '河西县' };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const HEAD = ['河西县人民政府关于印发《2025年兴水方案》的通知', '河西县人民政府', '2025年1月8日'];
const TASK = '1.整治河道。年底前清淤5公里。（县水利局牵头，县财政局配合）';

describe('a plan out of a file', () => {
  test('published as a workbook has its tasks in the rows of a sheet', async () => {
    const bytes = await writeWorkbook([
      {
        name: '任务清单',
        title: '2025年重点任务清单',
        notes: [],
        columns: ['序号', '重点任务', '牵头单位', '完成时限'].map((header) => ({ header, width: 12 })),
        rows: [
          [1, '整治河道', '县水利局', '2025年6月'],
          [2, '修通水渠', '县财政局', '2025年9月'],
        ],
      },
    ]);
    const { plan, source } = await planOfFile(
      '任务.xlsx',
      bytes,
      { id: 'tasks-2025', issuedOn: '2025-01-08' },
      DISTRICT,
    );
    expect(source).toBe(bytes);
    expect(plan.tasks.map(({ title, place }) => [title, place])).toMatchObject([
      ['整治河道', { sheet: '任务清单', row: expect.any(Number) as unknown }],
      ['修通水渠', { sheet: '任务清单', row: expect.any(Number) as unknown }],
    ]);
    expect(plan.sourceLength).toBe(0);
  });

  test('published as a web page has its tasks in the text that was read from it', async () => {
    const page = `<!DOCTYPE html><html><body><div id="zoom">${[...HEAD, '一、重点任务', TASK]
      .map((line) => `<p>${line}</p>`)
      .join('')}</div></body></html>`;
    const { plan } = await planOfFile('plan.html', utf8(page), {}, DISTRICT);
    expect(plan).toMatchObject({ id: 'plan', document: { issuedOn: '2025-01-08', year: 2025 } });
    expect(plan.tasks).toMatchObject([{ title: '整治河道', lead: [{ printed: '县水利局' }] }]);
    expect(plan.tasks[0]?.place).toMatchObject({ end: plan.sourceLength });
  });

  test('is refused in Chinese when nothing in it is a task, or the file is none of the forms', async () => {
    await expect(planOfFile('a.txt', utf8('你好。'), { id: 'a' }, DISTRICT)).rejects.toMatchObject({
      code: 'FILE_INVALID',
    });
    const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]);
    await expect(planOfFile('a.docx', zip, { id: 'a' }, DISTRICT)).rejects.toMatchObject({
      code: 'DOCUMENT_DAMAGED',
    });
  });
});
