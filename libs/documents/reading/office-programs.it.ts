import { libreOffice } from '#testing';
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
