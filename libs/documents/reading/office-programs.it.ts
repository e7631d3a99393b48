import { findChromium, libreOffice } from '#testing';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { docxOf } from './testing/docx-of.js';
import { richDocx } from './testing/rich-docx.js';
import { codeOf, readBytes, textsOf } from './testing/texts-of.js';
import { writeWorkbook } from '../workbook/write-workbook.js';

/** Saves a file in another form with LibreOffice; nothing where it cannot. */
async function saveAs(bytes: Uint8Array, from: string, to: string): Promise<Uint8Array | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'document-'));
  try {
    await writeFile(join(folder, `in.${from}`), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const out = join(folder, 'out');
    const args = [
      profile,
      '--headless',
      '--norestore',
      '--convert-to',
      to,
      '--outdir',
      out,
      join(folder, `in.${from}`),
    ];
    await promisify(execFile)(libreOffice ?? '', args, { timeout: 120_000 });
    return new Uint8Array(await readFile(join(out, `in.${to.replace(/:.*/, '')}`)));
  } catch {
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const DOC = 'doc:MS Word 97';
const writer = libreOffice === undefined ? undefined : await saveAs(richDocx(), 'docx', DOC);
if (!writer)
  process.stderr.write('skipped: LibreOffice Writer is not installed, no document is saved with it\n');
const withWriter = writer ? it : it.skip;
if (libreOffice === undefined) process.stderr.write('skipped: LibreOffice is not installed\n');
const withCalc = libreOffice === undefined ? it.skip : it;

const LOCKED =
  'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}';

describe('a document that LibreOffice saved', () => {
  withWriter('says the same as .doc and as .docx', async () => {
    const expected = await readBytes(richDocx());
    expect(await readBytes(writer ?? new Uint8Array())).toEqual({ ...expected, kind: 'doc' });
    expect(await readBytes((await saveAs(richDocx(), 'docx', 'docx')) ?? new Uint8Array())).toEqual(expected);
  });

  withWriter('is read as a PDF line by line, with its numbers, and refused when it is locked', async () => {
    const [text = ''] = await textsOf((await saveAs(richDocx(), 'docx', 'pdf')) ?? new Uint8Array());
    const lines = text.split('\n').map((line) => line.replace(/\s/g, ''));
    expect(lines).toEqual(
      expect.arrayContaining(['一、总体要求', '（一）整治河道', '1.清淤五公里', '①上游', '末段']),
    );
    expect(await codeOf((await saveAs(richDocx(), 'docx', LOCKED)) ?? new Uint8Array())).toBe(
      'DOCUMENT_ENCRYPTED',
    );
  });

  withCalc('is read as the same table from a workbook and from its PDF, over several pages', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => [
      `第${i + 1}项`,
      `推进第${i + 1}项重点工作，加快建设进度，完善配套设施，确保按期建成投用并发挥效益`,
      i % 3 === 0 ? '县发展改革局、县财政局' : '县水利局',
      `2025年${(i % 12) + 1}月`,
    ]);
    const columns = ['序号', '工作任务', '牵头单位', '完成时限'].map((header, i) => ({
      header,
      width: [8, 40, 22, 12][i] ?? 10,
    }));
    const book = await writeWorkbook([{ name: '任务', title: '2025年重点任务清单', columns, rows }]);
    const tasksOf = async (bytes: Uint8Array | undefined): Promise<string[]> =>
      (await readBytes(bytes ?? new Uint8Array())).blocks
        .flatMap((block) => (block.type === 'table' ? block.rows : []))
        .map(({ cells }) => cells.join('|').replace(/\s/g, ''))
        .filter((row) => row.startsWith('第'));
    expect(await tasksOf(book)).toEqual(rows.map((row) => row.join('|')));
    expect(await tasksOf(await saveAs(book, 'xlsx', 'pdf'))).toEqual(rows.map((row) => row.join('|')));
    expect(await tasksOf(await saveAs(book, 'xlsx', 'html'))).toEqual(rows.map((row) => row.join('|')));
  });

  withCalc('as a workbook of 1997 is refused with advice', async () => {
    const book = await writeWorkbook([
      { name: '任务', title: '清单', columns: [{ header: '任务', width: 10 }], rows: [['清淤']] },
    ]);
    expect(await codeOf((await saveAs(book, 'xlsx', 'xls')) ?? new Uint8Array())).toBe(
      'DOCUMENT_IS_OLD_OFFICE',
    );
    expect(await codeOf(docxOf(''))).toBe('read');
  });
});

const chromium = findChromium();
if (chromium === null)
  process.stderr.write('skipped: Chromium is not installed, no page is printed with it\n');

(chromium === null ? it.skip : it)('a page that a browser printed has the table of the page', async () => {
  const row = (...cells: string[]): string => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`;
  const html = `<!doctype html><html><head><meta charset="utf-8"><style>table{border-collapse:collapse}td{border:1px solid;padding:4px}</style></head>
    <body><p>2025年重点工作任务分工表，请各单位认真组织实施。</p><table><tr><td rowspan="2">序号</td><td rowspan="2">工作任务</td><td colspan="2">责任单位</td></tr>
    ${row('牵头单位', '配合单位')}${row('1', '整治河道，年底前清淤5公里，护岸3公里，新建拦水坝两座，并完成沿线绿化工作，确保汛期安全和居民出行', '县水利局', '县财政局')}
    ${row('2', '种树', '县林业局', '')}</table><p>注：本表按月更新。</p></body></html>`;
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  try {
    await writeFile(join(folder, 'page.html'), html);
    const args = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      `--user-data-dir=${join(folder, 'profile')}`,
    ];
    args.push(`--print-to-pdf=${join(folder, 'page.pdf')}`, `file://${join(folder, 'page.html')}`);
    await promisify(execFile)(chromium ?? '', args, { timeout: 120_000 });
    expect(await textsOf(new Uint8Array(await readFile(join(folder, 'page.pdf'))))).toEqual(
      await textsOf(new TextEncoder().encode(html)),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
