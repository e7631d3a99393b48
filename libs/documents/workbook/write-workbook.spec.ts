import ExcelJS from 'exceljs';
import { writeWorkbook, type SheetModel } from '../index.js';
import { cellText } from './cell-text.js';
import { fixZipDates } from './fix-zip-dates.js';
import { linesOf } from './row-height.js';
import { sheetNames } from './sheet-names.js';

const table = (rows: SheetModel['rows'], more: Partial<SheetModel> = {}): SheetModel => ({
  name: '台账',
  title: '旬台账',
  subtitle: '2024年5月中旬',
  columns: [
    { header: '编号', width: 10 },
    { header: '进度', width: 8, format: '0.0' },
    { header: '应报时间', width: 18 },
  ],
  rows,
  ...more,
});

async function readBack(model: SheetModel): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  // The reader's type asks for an older kind of Buffer than Node has.
  await workbook.xlsx.load(Buffer.from(await writeWorkbook([model])) as unknown as ExcelJS.Buffer);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe('a workbook', () => {
  it('says of columns that are filled in what fits, in every row of the table and nowhere else', async () => {
    const sheet = await readBack({
      ...table([
        ['A1-01', null, null, null],
        ['A1-02', 40, '否', '无'],
      ]),
      columns: [
        { header: '编号', width: 10 },
        { header: '进度', width: 8, input: { kind: 'percent' } },
        { header: '无变化', width: 8, input: { kind: 'oneOf', words: ['是', '否'] } },
        { header: '问题', width: 20, input: { kind: 'text', atMost: 500 } },
      ],
    });
    const rule = (cell: string): unknown => sheet.getCell(cell).dataValidation;
    expect(rule('B4')).toMatchObject({
      type: 'decimal',
      operator: 'between',
      formulae: [0, 100],
      allowBlank: true,
    });
    expect(rule('C5')).toMatchObject({ type: 'list', formulae: ['"是,否"'] });
    expect(rule('D5')).toMatchObject({ type: 'textLength', formulae: [500], error: '最多填写500字。' });
    expect([rule('A4'), rule('B3'), rule('B6')]).toEqual([undefined, undefined, undefined]);
  });

  it('is the same, byte for byte, for the same tables at another time', async () => {
    const model = table([['A1-01', 12.5, { date: '2024-05-20', time: '17:30' }]], { notes: ['注'] });
    const first = await writeWorkbook([model, { ...model, name: '另一' }]);
    // Zip entries count in steps of two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const second = await writeWorkbook([model, { ...model, name: '另一' }]);
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    expect(Buffer.from(await writeWorkbook([table([['A1-02']])])).equals(Buffer.from(first))).toBe(false);
  });

  it('holds title, header, values and notes where they belong', async () => {
    const sheet = await readBack(
      table([['A1-01', 12.5, { date: '2024-05-20', time: '17:30' }], ['A1-02']], { notes: ['说明'] }),
    );
    expect(sheet.getCell('A1').value).toBe('旬台账');
    expect(sheet.getCell('A2').value).toBe('2024年5月中旬');
    expect([1, 2, 3].map((column) => sheet.getCell(3, column).value)).toEqual(['编号', '进度', '应报时间']);
    expect([1, 2, 3].map((column) => sheet.getCell(4, column).value)).toEqual([
      'A1-01',
      12.5,
      new Date('2024-05-20T17:30:00Z'),
    ]);
    expect(sheet.getCell('B4').numFmt).toBe('0.0');
    expect(sheet.getCell('C4').numFmt).toBe('yyyy-mm-dd hh:mm');
    expect(sheet.getCell('B5').value).toBeNull();
    expect(sheet.getCell('A6').value).toBe('说明');
  });

  it('keeps the header in view and on every printed page, filters the table, fits the width of A4 across', async () => {
    const sheet = await readBack(table([['A1-01', 1]], { frozenColumns: 1 }));
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 3 });
    expect(sheet.autoFilter).toBe('A3:C4');
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    });
    expect(sheet.getColumn(1).width).toBe(10);
  });

  it.each(['=1+1', '+86 744', '-5%', '@SUM(A1)', '  =HYPERLINK("x")', '\t=1', '＝1+1'])(
    'keeps %j as text, also for whoever edits the cell',
    async (text) => {
      const sheet = await readBack(table([[text, null, null]], { title: text }));
      expect(sheet.getCell('A4')).toMatchObject({ type: ExcelJS.ValueType.String, value: text, numFmt: '@' });
      expect(sheet.getCell('A4').formula).toBeUndefined();
      expect(sheet.getCell('A1').formula).toBeUndefined();
    },
  );

  it('leaves what is no number empty', async () => {
    const sheet = await readBack(
      table([
        ['x', NaN, null],
        ['y', Infinity, null],
      ]),
    );
    expect([sheet.getCell('B4').value, sheet.getCell('B5').value]).toEqual([null, null]);
  });

  it('colours a cell on demand', async () => {
    const sheet = await readBack(table([[{ value: '黄牌', fill: 'FFF2CC', bold: true }]]));
    expect(sheet.getCell('A4').fill).toMatchObject({ fgColor: { argb: 'FFFFF2CC' } });
    expect(sheet.getCell('A4').font.bold).toBe(true);
  });

  it('refuses tables that cannot be written', async () => {
    await expect(writeWorkbook([])).rejects.toThrow('at least one sheet');
    await expect(writeWorkbook([table([], { columns: [] })])).rejects.toThrow('no columns');
    await expect(writeWorkbook([table([['a', 1, 'b', 'c']])])).rejects.toThrow(
      'row 1: more cells than columns',
    );
    await expect(writeWorkbook([table([[{ date: '2024-13-01' }]])])).rejects.toThrow('Not a date');
  });
});

describe('the height of a row', () => {
  it('is what its longest wrapped text needs', async () => {
    const sheet = await readBack(
      table([
        ['短', 1, null],
        ['一二三四五六七八九十一二三四五', 1, null],
        ['甲\n乙', 1, null],
      ]),
    );
    expect([4, 5, 6].map((row) => sheet.getRow(row).height)).toEqual([18, 63, 33]);
  });

  it('counts Chinese characters and marks as two digits', () => {
    expect(linesOf('12345678', 9)).toBe(1);
    expect(linesOf('一二三四', 9)).toBe(1);
    expect(linesOf('一二三四五', 9)).toBe(2);
    expect(linesOf('“”一二三', 9)).toBe(2);
    expect(linesOf('', 9)).toBe(1);
  });
});

describe('the text of a cell', () => {
  it('loses what would make the file unreadable and nothing else', () => {
    expect(cellText('一\u0000二\u000B三\r\n四\ud800五😀\uffff')).toBe('一二三\n四\ufffd五😀');
    expect(cellText('张家界“武陵源”〈工信〉 & <b>')).toBe('张家界“武陵源”〈工信〉 & <b>');
  });

  it('is not read as an escaped character', async () => {
    const sheet = await readBack(table([['_x0041_']]));
    expect(['_x0041_', '_x005F_x0041_']).toContain(sheet.getCell('A4').value);
    expect(cellText('a_x0041_')).toBe('a_x005F_x0041_');
  });

  it('is cut, visibly, at what a cell can hold', () => {
    const long = cellText('长'.repeat(40_000));
    expect(long).toHaveLength(32_767);
    expect(long.endsWith('（内容过长，已截断）')).toBe(true);
  });
});

describe('the names of sheets', () => {
  it('are accepted by every program and all different', () => {
    expect(sheetNames(['A/B:C', '', 'History', '总览', '总览', "'x'"])).toEqual([
      'A B C',
      '表2',
      '表3',
      '总览',
      '总览(2)',
      'x',
    ]);
    const long = sheetNames(['行动'.repeat(30), '行动'.repeat(30)]);
    expect(long.every((name) => name.length <= 31)).toBe(true);
    expect(new Set(long).size).toBe(2);
  });
});

it('refuses to date what is no zip file', () => {
  expect(() => fixZipDates(new Uint8Array(100))).toThrow('zip');
});
