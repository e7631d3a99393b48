import ExcelJS from 'exceljs';
import { docxOf as docx, p, tc as cell } from './testing/docx-of.js';
import { blocksOf, codeOf, textsOf as textOf } from './testing/texts-of.js';
import { zipOf } from './testing/zip-of.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
describe('a Word document', () => {
  it('gives its paragraphs, revisions taken as accepted and fields by their result', async () => {
    const body = `${p('一、重点&amp;任务')}<w:p><w:r><w:t>整治</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>
      <w:ins><w:r><w:t>河道</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:br/></w:r>
      <w:r><w:t>下一行</w:t></w:r></w:p>${p('')}${p('末段')}`;
    expect(await textOf(docx(body))).toEqual(['一、重点&任务', '整治河道\n下一行', '末段']);
  });

  it('prints the automatic numbers of its lists', async () => {
    const level = (i: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="4">${level(0, 'chineseCounting', '%1、')}
      ${level(1, 'decimal', '%2.')}</w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="4"/></w:num></w:numbering>`;
    const item = (i: number, text: string): string =>
      p(text, `<w:numPr><w:ilvl w:val="${i}"/><w:numId w:val="2"/></w:numPr>`);
    const body = item(0, '总则') + item(1, '甲') + item(1, '乙') + item(0, '任务') + item(1, '丙');
    expect(await textOf(docx(body, { 'word/numbering.xml': numbering }))).toEqual([
      '一、总则',
      '1.甲',
      '2.乙',
      '二、任务',
      '1.丙',
    ]);
  });

  it('gives its tables, merged cells filled down, a cell over several columns once', async () => {
    const body = `<w:tbl><w:tr>${cell('任务清单', '<w:gridSpan w:val="2"/>')}${cell('备注')}</w:tr>
      <w:tr>${cell('兴水', '<w:vMerge w:val="restart"/>')}${cell('清淤')}${cell('')}</w:tr>
      <w:tr>${cell('', '<w:vMerge/>')}${cell('护岸')}${cell('急')}</w:tr></w:tbl>`;
    expect(await textOf(docx(body))).toEqual(['任务清单||备注\n兴水|清淤|\n兴水|护岸|急']);
  });

  it('dissolves tables that only hold the page together', async () => {
    const inner = `<w:tbl><w:tr>${cell('甲')}${cell('乙')}</w:tr></w:tbl>`;
    const body = `<w:tbl><w:tr><w:tc>${p('标题')}${inner}${p('')}</w:tc>${cell('旁注')}</w:tr></w:tbl>`;
    expect(await textOf(docx(body))).toEqual(['标题', '甲|乙', '旁注']);
  });

  it('follows no entity', async () => {
    const bytes = zipOf({
      'word/document.xml': `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY f SYSTEM "file:///etc/passwd">]>
        <w:document xmlns:w="w">${p('甲&a;乙&f;丙')}</w:document>`,
    });
    expect(await textOf(bytes)).toEqual(['甲&a;乙&f;丙']);
  });

  it('is refused when it expands too much, whatever size it claims', async () => {
    const bomb = `<w:document>${p('一'.repeat(40_000_000))}</w:document>`;
    expect(await codeOf(zipOf({ 'word/document.xml': bomb }))).toBe('DOCUMENT_EXPANDS_TOO_MUCH');
    expect(await codeOf(zipOf({ 'word/document.xml': bomb }, 10))).toBe('DOCUMENT_EXPANDS_TOO_MUCH');
  });

  it('is refused when it is cut off, or none', async () => {
    const whole = docx(p('甲'));
    expect(await codeOf(whole.subarray(0, whole.length - 30))).toBe('DOCUMENT_DAMAGED');
    expect(await codeOf(zipOf({ 'a.txt': 'a' }))).toBe('DOCUMENT_KIND_UNKNOWN');
  });
});

describe('a workbook', () => {
  const save = async (
    fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
  ): Promise<Uint8Array> => {
    const book = new ExcelJS.Workbook();
    fill(book.addWorksheet('任务'), book);
    return new Uint8Array(await book.xlsx.writeBuffer());
  };

  it('gives its visible sheets, values as shown, merged cells filled down', async () => {
    const bytes = await save((sheet, book) => {
      sheet.addRow(['序号', '任务', '时限']);
      sheet.addRow([1, { richText: [{ text: '清' }, { text: '淤' }] }, new Date(Date.UTC(2025, 5, 30))]);
      sheet.addRow([2, '护岸', new Date(Date.UTC(2025, 8, 1))]);
      sheet.addRow([]);
      sheet.addRow([0.1 + 0.2, true, '']);
      sheet.getCell('C2').numFmt = 'yyyy/m/d';
      sheet.getCell('C3').numFmt = 'yyyy"年"m"月"';
      sheet.mergeCells('D2:D3');
      sheet.getCell('D2').value = '县水利局';
      book.addWorksheet('底稿', { state: 'hidden' }).addRow(['不看']);
    });
    expect(await blocksOf(bytes)).toEqual([
      {
        type: 'table',
        sheet: '任务',
        rows: [
          { row: 1, cells: ['序号', '任务', '时限', ''] },
          { row: 2, cells: ['1', '清淤', '2025年6月30日', '县水利局'] },
          { row: 3, cells: ['2', '护岸', '2025年9月', '县水利局'] },
          { row: 5, cells: ['0.3', '是', '', ''] },
        ],
      },
    ]);
  });

  it('runs no formula: a cell has the value that was saved with it', async () => {
    const bytes = await save((sheet) => {
      sheet.addRow([
        { formula: '1+1', result: 7 },
        { formula: 'HYPERLINK("http://x")', result: '甲' },
        { formula: 'A1' },
      ]);
    });
    expect(await textOf(bytes)).toEqual(['7|甲']);
  });

  it('is not slowed by a merge over every row there can be', async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c></row><row r="1048576"><c r="B1048576"><v>2</v></c></row>
      </sheetData><mergeCells><mergeCell ref="A1:A1048576"/></mergeCells></worksheet>`;
    const book = '<workbook><sheets><sheet name="一" r:id="rId1"/></sheets></workbook>';
    const bytes = zipOf({ 'xl/workbook.xml': book, 'xl/worksheets/sheet1.xml': sheet });
    expect(await blocksOf(bytes)).toEqual([
      {
        type: 'table',
        sheet: '一',
        rows: [
          { row: 1, cells: ['甲', ''] },
          { row: 1_048_576, cells: ['甲', '2'] },
        ],
      },
    ]);
  });

  it('is refused with more rows than a plan can have', async () => {
    const rows = Array.from({ length: 50_001 }, (_, i) => `<row r="${i + 1}"><c><v>${i}</v></c></row>`).join(
      '',
    );
    const bytes = zipOf({
      'xl/workbook.xml': '<workbook><sheets><sheet name="一"/></sheets></workbook>',
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    });
    expect(await codeOf(bytes)).toBe('DOCUMENT_TOO_MANY_ROWS');
  });
});

describe('a web page', () => {
  const page = (body: string): Uint8Array => utf8(`<!doctype html><html><body>${body}</body></html>`);

  it('gives the part that holds the document', async () => {
    const text = '整治河道，清淤五公里，由县水利局牵头。';
    const body = `<div><a>首页</a>|<a>政务公开</a></div><div class="TRS_Editor"><p>一、任务</p><p>${text}<br>${text}</p>
      <script>document.write('x')</script><p style="display: none">暗</p></div><p>版权所有</p>`;
    expect(await textOf(page(body))).toEqual(['一、任务', `${text}\n${text}`]);
  });

  it('gives all of it but menus and links where no part is named', async () => {
    const body =
      '<nav>首页</nav><div class="share-box">分享</div><h1>方案</h1>甲<b>乙</b><p>丙&nbsp;&lt;丁&gt;</p><footer>备案</footer>';
    expect(await textOf(page(body))).toEqual(['方案', '甲乙', '丙\u00a0<丁>']);
  });

  it('gives its tables by columns and rows as they are seen', async () => {
    const body = `<table><tr><th colspan=2>清单</th><th>时限</th></tr><tr><td rowspan="2">兴水</td><td>清淤</td><td>6月</td></tr>
      <tr><td>护岸</td><td>7月</td></tr></table>`;
    expect(await textOf(page(body))).toEqual(['清单||时限\n兴水|清淤|6月\n兴水|护岸|7月']);
  });

  it('is read to its end whatever is left open or nested', async () => {
    expect(await textOf(page('<table><tr><td>甲<td>乙<tr><td>丙<td>丁'))).toEqual(['甲|乙\n丙|丁']);
    const nest = page(`${'<table><tr><td>'.repeat(3000)}甲${'</td></tr></table>'.repeat(3000)}`);
    expect(await textOf(nest)).toEqual(['甲']);
  });
});

describe('other files', () => {
  it('are refused by what they hold, not by their name', async () => {
    expect(await codeOf(Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251))).toBe(
      'DOCUMENT_KIND_UNKNOWN',
    );
    expect(await codeOf(utf8('{\\rtf1 a}'))).toBe('DOCUMENT_KIND_UNKNOWN');
    expect(await codeOf(utf8('\n \n'))).toBe('DOCUMENT_EMPTY');
  });

  it('that are text stay one block, so that places in it are places in the file', async () => {
    expect(await blocksOf(utf8('一、甲\r\n  乙\n'))).toEqual([
      { type: 'paragraph', text: '一、甲\r\n  乙\n' },
    ]);
  });
});
