import { deflateSync } from 'node:zlib';
import { DocumentRefused } from '../document-refused.js';
import type { DocumentBlocks } from '../reading/document-blocks.js';
import { codeOf as codeHere } from '../reading/testing/texts-of.js';
import { docxOf, p, tc } from '../reading/testing/docx-of.js';
import { pdfLines, pdfOfObjects, pdfOfPages } from '../reading/testing/pdf-of.js';
import { xlsxOf } from '../reading/testing/xlsx-of.js';
import { zipOf } from '../reading/testing/zip-of.js';
import { GUARD_LIMITS, runGuarded } from './run-guarded.js';

/** Where there is time for what takes long. */
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;

const WORKER = new URL('./testing/read-only.worker.js', import.meta.url);
const MB = 1024 * 1024;
/** On a busy machine a limit is to be met because of what the document is, not because of the time. */
const PATIENT = { ...GUARD_LIMITS, timeMs: 300_000 };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (bytes: Uint8Array, limits = PATIENT): Promise<DocumentBlocks> =>
  runGuarded<DocumentBlocks>(WORKER, bytes, limits);
const codeOf = (bytes: Uint8Array, limits = PATIENT): Promise<string> =>
  read(bytes, limits).then(
    () => 'read',
    (error: unknown) => (error instanceof DocumentRefused ? error.code : String(error)),
  );
const PLAIN = docxOf(p('一、整治河道'));

/** The same bytes under many names: what one of them holds is unpacked as often as it is asked for. */
function overlapping(bytes: Uint8Array, from: string, names: readonly string[]): Uint8Array {
  const view = Buffer.from(bytes);
  const end = view.length - 22;
  const start = view.readUInt32LE(end + 16);
  let entry: Buffer | undefined;
  for (let at = start; at < end;) {
    const length = 46 + view.readUInt16LE(at + 28);
    if (view.toString('utf8', at + 46, at + length) === from) entry = view.subarray(at, at + 46);
    at += length;
  }
  const added = names.flatMap((name) => {
    const head = Buffer.from(entry ?? Buffer.alloc(46));
    head.writeUInt16LE(name.length, 28);
    return [head, Buffer.from(name)];
  });
  const tail = Buffer.from(view.subarray(end));
  tail.writeUInt16LE(view.readUInt16LE(end + 10) + names.length, 10);
  return new Uint8Array(Buffer.concat([view.subarray(0, end), ...added, tail]));
}

describe('a hostile document', () => {
  afterEach(async () => {
    expect((await read(PLAIN)).blocks).toEqual([{ type: 'paragraph', text: '一、整治河道' }]);
  });

  it('may not be larger than 20 MB', async () => {
    expect(await codeOf(new Uint8Array(20 * MB + 1).fill(65))).toBe('DOCUMENT_TOO_LARGE');
    expect(await codeOf(utf8('甲乙丙\n'.repeat(2 * MB)).subarray(0, 20 * MB))).toBe('read');
  });

  it('may not expand too much: in one part, over many, by overlapping ones, whatever it claims', async () => {
    const many = Array.from({ length: 150 }, (_, i) => i + 1);
    const sheets = many.map((i) => `<sheet name="表${i}" r:id="r${i}"/>`).join('');
    const links = many.map((i) => `<Relationship Id="r${i}" Target="worksheets/s${i}.xml"/>`).join('');
    const parts = {
      'xl/workbook.xml': `<workbook><sheets>${sheets}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${links}</Relationships>`,
    };
    const blank = `<worksheet>${' '.repeat(MB)}</worksheet>`;
    const names = many.map((i) => `xl/worksheets/s${i}.xml`);
    expect(await codeOf(zipOf({ ...parts, ...Object.fromEntries(names.map((name) => [name, blank])) }))).toBe(
      'DOCUMENT_EXPANDS_TOO_MUCH',
    );
    const one = zipOf({ ...parts, 'xl/worksheets/s1.xml': blank });
    expect(await codeOf(overlapping(one, 'xl/worksheets/s1.xml', names.slice(1)))).toBe(
      'DOCUMENT_EXPANDS_TOO_MUCH',
    );
    for (const claims of [0, 10, 0xffffffff])
      expect(await codeOf(zipOf({ 'word/document.xml': p('一'.repeat(40 * MB)) }, claims))).toBe(
        'DOCUMENT_EXPANDS_TOO_MUCH',
      );
    const inner = zipOf({ 'word/document.xml': p('一'.repeat(MB)) });
    expect(
      await codeOf(zipOf({ 'word/document.xml': '<w:document/>', 'word/embeddings/x.docx': inner })),
    ).toBe('read');
  });

  inCi('may not say one thing a million times by merging cells or sharing texts', async () => {
    const long = '长'.repeat(100_000);
    const cells = '<c t="s"><v>0</v></c>'.repeat(50);
    const shared = xlsxOf(`<sheetData>${`<row>${cells}</row>`.repeat(50)}</sheetData>`, {
      'xl/sharedStrings.xml': `<sst><si><t>${long}</t></si></sst>`,
    });
    expect(await codeOf(shared)).toBe('DOCUMENT_EXPANDS_TOO_MUCH');
    const rows = '<tr><td>一</td></tr>'.repeat(999);
    expect(
      await codeOf(utf8(`<table><tr><td rowspan="1000">${long}</td><td>二</td></tr>${rows}</table>`)),
    ).toBe('DOCUMENT_EXPANDS_TOO_MUCH');
    expect(
      await codeOf(
        utf8(`<table>${'<tr><td rowspan="99999" colspan="99999">一</td></tr>'.repeat(999)}</table>`),
      ),
    ).toBe('read');
  });

  inCi('may not have a million rows, in any form', async () => {
    const row = `<w:tr>${tc('一')}${tc('二')}</w:tr>`;
    const padding = Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 99_991).join(' ');
    expect(await codeOf(docxOf(`<w:tbl>${row.repeat(60_000)}</w:tbl>`, { 'a.txt': padding }))).toBe(
      'DOCUMENT_TOO_MANY_ROWS',
    );
    expect(await codeOf(utf8(`<table>${'<tr><td>一<td>二'.repeat(1_000_000)}</table>`))).toBe(
      'DOCUMENT_TOO_MANY_ROWS',
    );
  });

  it('has no entities of its own and fetches none', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    const type = `<!DOCTYPE x [<!ENTITY l0 "哈">${laughs}<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:1/x">%p;]>`;
    const word = zipOf({
      'word/document.xml': `${type}<w:document xmlns:w="w">${p('甲&l9;&f;')}</w:document>`,
    });
    expect((await read(word)).blocks).toEqual([{ type: 'paragraph', text: '甲&l9;&f;' }]);
    const book = xlsxOf('', {
      'xl/worksheets/sheet1.xml': `${type}<worksheet><sheetData><row><c t="str"><v>甲&l9;&f;</v></c></row></sheetData></worksheet>`,
    });
    expect((await read(book)).blocks).toMatchObject([{ rows: [{ cells: ['甲&l9;&f;'] }] }]);
  });

  it('may be nested deeper than any document is, but not without end', async () => {
    const deep = (open: string, close: string, depth: number): string =>
      open.repeat(depth) + close.repeat(depth);
    const padding = Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 99_991).join(' ');
    const nested = docxOf(
      deep('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>', 4_000) +
        deep('<w:p><w:r><w:txbxContent>', '</w:txbxContent></w:r></w:p>', 3_000) +
        deep('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 3_000) +
        p('末'),
      { 'a.txt': padding },
    );
    expect((await read(nested)).blocks).toEqual([{ type: 'paragraph', text: '末' }]);
    expect(await codeOf(utf8('<div class="a">甲<b>'.repeat(4_000)))).toBe('read');
    const bottomless = deep('<w:sdt>', '</w:sdt>', 1_000_000);
    expect(await codeOf(docxOf(bottomless, { 'a.txt': padding }))).toBe('DOCUMENT_DAMAGED');
    expect(await codeOf(utf8('<div class="a">甲<b>'.repeat(500_000)))).toBe('DOCUMENT_DAMAGED');
  });

  inCi('that is a PDF runs no script and is stopped when its streams go on for ever', async () => {
    const fill = deflateSync(Buffer.alloc(400 * MB, '0 0 m 9 9 l S '), { level: 1 }).toString('latin1');
    const bomb = pdfOfObjects([
      '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(for\\(;;\\);)>>>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
      `<</Length ${fill.length}/Filter/FlateDecode>>stream\n${fill}\nendstream`,
    ]);
    expect(await codeOf(bomb, { timeMs: 2_000, memoryMb: 256 })).toMatch(
      /^DOCUMENT_(?:TAKES_TOO_LONG|NEEDS_TOO_MUCH_MEMORY)$/,
    );
    const small = pdfOfPages([pdfLines(['一、整治河道，清淤五公里，由县水利局牵头，县财政局配合'])]);
    const script = Buffer.from(small)
      .toString('latin1')
      .replace('/Type/Catalog', '/Type/Catalog/OpenAction<</S/JavaScript/JS(for\\(;;\\);)>>');
    expect(await codeOf(new Uint8Array(Buffer.from(script, 'latin1')))).toBe('read');
  });

  it('is refused with a code wherever it is cut off or changed', async () => {
    const whole = [
      PLAIN,
      xlsxOf('<sheetData><row><c><v>1</v></c></row></sheetData>'),
      pdfOfPages([pdfLines(['甲'.repeat(30)])]),
    ];
    for (const bytes of whole) {
      for (let i = 1; i <= 12; i += 1) {
        const changed = Uint8Array.from(bytes).map((byte, at) =>
          at % (17 + i * 5) === i ? byte ^ 0x55 : byte,
        );
        const cut = bytes.subarray(0, Math.floor((bytes.length * i) / 13));
        for (const broken of [changed, cut])
          expect(await codeHere(broken)).toMatch(/^(?:read|DOCUMENT_|PDF_)/);
      }
    }
  });
});
