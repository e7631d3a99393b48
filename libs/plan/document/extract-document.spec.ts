import { DocumentRefused, writeWorkbook } from '#documents';
import { existsSync, readFileSync } from 'node:fs';
import { extractDocument, extractPlan, readPlanDocument } from '../index.js';

const TEXT = `河西县人民政府关于印发《2025年兴水行动方案》的通知
一、重点任务
1.整治河道。年底前清淤5公里。（县水利局牵头，县财政局配合）
2.修通水渠。6月底前完成。（县水利局负责）
`;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codeOf = async (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof DocumentRefused ? error.code : String(error)),
  );

describe('a document', () => {
  it('that is a text is read as its text is, with places in the file', async () => {
    const reading = await readPlanDocument(utf8(TEXT));
    expect(reading).toEqual({ kind: 'text', text: TEXT, tables: [], extraction: extractPlan(TEXT) });
    expect(reading.extraction.tasks).toHaveLength(2);
  });

  it('that is a workbook is read row by row', async () => {
    const bytes = await writeWorkbook([
      {
        name: '任务清单',
        title: '2025年重点任务清单',
        notes: ['注：本表由县水利局填报'],
        columns: ['序号', '重点任务', '牵头单位', '完成时限'].map((header) => ({ header, width: 12 })),
        rows: [
          [1, '整治河道', '县水利局', '2025年6月'],
          [2, '修路', '县交通运输局', '持续推进'],
        ],
      },
    ]);
    const { tasks } = await extractDocument(bytes);
    expect(tasks.map(({ number, lead, span }) => [number, lead, span])).toMatchObject([
      ['1', ['县水利局'], { sheet: '任务清单' }],
      ['2', ['县交通运输局'], { sheet: '任务清单' }],
    ]);
  });

  it('that is a web page is read without what the site printed around it', async () => {
    const lines = TEXT.trim().split('\n');
    const page = `<!DOCTYPE html><html><head><title>x</title><script>alert(1)</script></head><body>
      <div class="nav">首页 > 政务公开</div><div id="zoom">${lines.map((line) => `<p>&emsp;&emsp;${line}</p>`).join('')}</div>
      <div class="share">打印 关闭</div></body></html>`;
    const { kind, text, extraction } = await readPlanDocument(utf8(page));
    expect(kind).toBe('html');
    expect(text.split('\n').map((line) => line.trim())).toEqual(lines);
    expect(extraction.tasks.map(({ lead }) => lead)).toEqual([['县水利局'], ['县水利局']]);
  });

  it('is refused with a code when it is nothing that can be read', async () => {
    expect(await codeOf(extractDocument(new Uint8Array()))).toBe('DOCUMENT_EMPTY');
    expect(await codeOf(extractDocument(utf8(' \n \n')))).toBe('DOCUMENT_EMPTY');
    expect(await codeOf(extractDocument(new Uint8Array(20 * 1024 * 1024 + 1)))).toBe('DOCUMENT_TOO_LARGE');
    expect(await codeOf(extractDocument(Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9])))).toBe('DOCUMENT_DAMAGED');
    expect(await codeOf(extractDocument(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1])))).toBe(
      'DOCUMENT_DAMAGED',
    );
  });

  it('is given up when it takes too long or too much, and the next one is read as ever', async () => {
    const slow = codeOf(extractDocument(utf8(TEXT), { timeMs: 1, memoryMb: 256 }));
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 1);
    expect(await slow).toBe('DOCUMENT_TAKES_TOO_LONG');
    clearInterval(ticking);
    const large = utf8('1.整治河道。（县水利局牵头）\n'.repeat(200_000));
    expect(await codeOf(extractDocument(large, { timeMs: 60_000, memoryMb: 24 }))).toBe(
      'DOCUMENT_NEEDS_TOO_MUCH_MEMORY',
    );
    expect((await extractDocument(utf8(TEXT))).tasks).toHaveLength(2);
  });
});

const SHEET = '../shared/plans/zhejiang-2026-ai-tasks.xlsx';
const available = existsSync(SHEET);
if (!available)
  process.stderr.write('skipped: the published task list is not beside the checkout (../shared)\n');
interface Gold {
  tasks: { number: string; lead: string[]; support: string[]; deadline: string }[];
}
(available ? it : it.skip)('published as a workbook has the units and dates of its gold', async () => {
  const gold = JSON.parse(readFileSync('../shared/gold/zhejiang-2026-ai-tasks.json', 'utf8')) as Gold;
  const { tasks } = await extractDocument(readFileSync(SHEET));
  expect(
    tasks.map((task) => ({
      number: task.number,
      lead: task.lead,
      support: task.support,
      deadline: task.ongoing ? 'ongoing' : task.deadlines[0]?.date,
    })),
  ).toEqual(
    gold.tasks.map(({ number, lead, support, deadline }) => ({
      number,
      lead,
      // A leader that is printed among those who take part as well is named once.
      support: support.filter((name) => !lead.includes(name)),
      deadline,
    })),
  );
});
