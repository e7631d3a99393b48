import { blocksOf, codeOf, textsOf } from '../testing/texts-of.js';
import { sheetData, xlsxOf } from '../testing/xlsx-of.js';

const styles = (...formats: (string | number)[]): string => {
  const codes = formats.flatMap((format, i) =>
    typeof format === 'string'
      ? [`<numFmt numFmtId="${200 + i}" formatCode="${format.replaceAll('"', '&quot;')}"/>`]
      : [],
  );
  const xfs = formats.map((format, i) => `<xf numFmtId="${typeof format === 'number' ? format : 200 + i}"/>`);
  return `<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`;
};
const c = (value: string | number, style = 0, type = ''): string =>
  `<c s="${style}"${type === '' ? '' : ` t="${type}"`}><v>${value}</v></c>`;

describe('the numbers of a workbook', () => {
  it.each([
    ['yyyy-mm-dd;@', 45838, '2025年6月30日'],
    ['[$-804]yyyy"年"m"月"', 45838, '2025年6月'],
    ['yyyy"年"', 45838, '2025年'],
    ['m"月"d"日"', 45838, '2025年6月30日'],
    [14, 45838, '2025年6月30日'],
    [57, 45838, '2025年6月'],
    ['yyyy/m/d h:mm', 45838.75, '2025年6月30日'],
    ['0%', 0.12, '12%'],
    [10, 0.125, '12.5%'],
    ['0.0%;[Red]-0.0%', 0.07, '7%'],
    ['General"万元"', 700, '700万元'],
    ['"第"000"号"', 7, '第007号'],
    ['#,##0.00_);[Red]\\(#,##0.00\\)', 1234.5, '1234.5'],
    ['0.00E+00', 1234.5, '1234.5'],
    ['General', 0.1 + 0.2, '0.3'],
    ['yyyy-mm-dd', -3, '-3'],
    ['yyyy-mm-dd', 99999999, '99999999'],
    ['@', 12, '12'],
  ])('with the format %s show %s as %s', async (format, value, expected) => {
    const bytes = xlsxOf(sheetData(['任务', c(value, 0)]), { 'xl/styles.xml': styles(format) });
    expect(await textsOf(bytes)).toEqual([`任务|${expected}`]);
  });

  it('are days since 1904 where the workbook says so', async () => {
    const book =
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="一" r:id="rId1"/></sheets></workbook>';
    const bytes = xlsxOf(sheetData(['任务', c(45838 - 1462)]), {
      'xl/workbook.xml': book,
      'xl/styles.xml': styles(14),
    });
    expect(await textsOf(bytes)).toEqual(['任务|2025年6月30日']);
  });

  it('may be texts, truths, days in words of the file, or errors', async () => {
    const bytes = xlsxOf(
      sheetData([
        '007',
        c('2025-06-30T00:00:00', 0, 'd'),
        c(1, 0, 'b'),
        c('#REF!', 0, 'e'),
        c('nan'),
        c('1.50', 0, 'str'),
      ]),
    );
    expect(await textsOf(bytes)).toEqual(['007|2025年6月30日|是||nan|1.50']);
  });
});

describe('the texts of a workbook', () => {
  const shared =
    '<sst><si><t>清淤</t></si><si><r><t>由县</t></r><r><rPr><b/></rPr><t xml:space="preserve">水利局</t></r><rPh><t>shuǐ</t></rPh></si><si><t>一行_x000D_二行_x005F_x</t></si></sst>';

  it('are shared, rich, or in the cell, without readings above them', async () => {
    const inline =
      '<c t="inlineStr"><is><r><t>护</t></r><rPh sb="0"><t>hù</t></rPh><r><t>岸</t></r></is></c>';
    const bytes = xlsxOf(sheetData([c(0, 0, 's'), c(1, 0, 's'), c(2, 0, 's'), inline]), {
      'xl/sharedStrings.xml': shared,
    });
    expect(await textsOf(bytes)).toEqual(['清淤|由县水利局|一行\n二行_x|护岸']);
  });

  it('are all there, or the workbook is refused as damaged', async () => {
    const cells = sheetData([c(0, 0, 's'), c(9, 0, 's')]);
    expect(await codeOf(xlsxOf(cells, { 'xl/sharedStrings.xml': shared }))).toBe('DOCUMENT_DAMAGED');
    expect(await codeOf(xlsxOf(cells))).toBe('DOCUMENT_DAMAGED');
    expect(await codeOf(xlsxOf(cells, { 'xl/sharedStrings.xml': shared.slice(0, 60) }))).toBe(
      'DOCUMENT_DAMAGED',
    );
  });

  it('of formulas are those that were saved; no formula, link or macro is looked at', async () => {
    const dde = '<c t="str"><f>cmd|\'/C calc\'!A0</f><v>0</v></c>';
    const bytes = xlsxOf(sheetData(['<c><f>1+1</f><v>7</v></c>', '<c><f>NOW()</f></c>', dde]), {
      'xl/vbaProject.bin': 'macro',
      'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink ddeService="cmd"/></externalLink>',
    });
    expect(await textsOf(bytes)).toEqual(['7||0']);
  });
});

describe('what is visible of a workbook', () => {
  it('is read: no hidden sheet, row or column, but what a merge carries out of a hidden row', async () => {
    const book = `<workbook><sheets><sheet name="底" state="veryHidden" rel:id="r1"/><sheet name="稿" state="hidden" rel:id="r2"/>
      <sheet name="任务" rel:id="r3"/></sheets></workbook>`;
    const relations = ['r1', 'r2', 'r3']
      .map((id) => `<Relationship Id="${id}" Target="/xl/worksheets/sheet${id.slice(1)}.xml"/>`)
      .join('');
    const row = (r: number, hidden: boolean, ...cells: string[]): string =>
      `<row r="${r}"${hidden ? ' hidden="1"' : ''}>${cells.map((text, i) => `<c r="${'ABCD'.charAt(i)}${r}" t="str"><v>${text}</v></c>`).join('')}</row>`;
    const sheet = `<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData>${row(1, false, '类', '暗', '暗', '任务')}
      ${row(2, true, '兴水', '', '', '不看')}${row(3, false, '', 'x', 'y', '清淤')}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>`;
    const bytes = xlsxOf('', {
      'xl/workbook.xml': book,
      'xl/_rels/workbook.xml.rels': `<Relationships>${relations}</Relationships>`,
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row><c t="str"><v>不看</v></c></row></sheetData></worksheet>',
      'xl/worksheets/sheet3.xml': sheet,
    });
    expect(await blocksOf(bytes)).toEqual([
      {
        type: 'table',
        sheet: '任务',
        rows: [
          { row: 1, cells: ['类', '任务'] },
          { row: 3, cells: ['兴水', '清淤'] },
        ],
      },
    ]);
  });

  it('is read to two hundred columns and fifty thousand rows, over all sheets', async () => {
    const wide = `<sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c><c r="GR1" t="str"><v>界</v></c><c r="XFD1" t="str"><v>远</v></c></row></sheetData>`;
    const [block] = await blocksOf(xlsxOf(wide));
    const cells = block?.type === 'table' ? block.rows[0]?.cells : [];
    expect([cells?.length, cells?.filter(Boolean)]).toEqual([200, ['甲', '界']]);
    const sheets = Array.from({ length: 3 }, (_, i) => `<sheet name="表${i}" r:id="r1"/>`).join('');
    const rows = sheetData(...Array.from({ length: 20_000 }, (_, i) => [c(i + 1)]));
    const many = xlsxOf(rows, {
      'xl/workbook.xml': `<workbook><sheets>${sheets}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    });
    expect(await codeOf(many)).toBe('DOCUMENT_TOO_MANY_ROWS');
  });
});
