import { zipOf } from './zip-of.js';

/** A workbook with the given sheet's XML and further parts, for tests. */
export function xlsxOf(sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipOf({
    'xl/workbook.xml': '<workbook><sheets><sheet name="一" r:id="rId1"/></sheets></workbook>',
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
    ...more,
  });
}

/** Rows of cells; a cell is its XML, or its text. */
export function sheetData(...rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string =>
    row
      .map((cell) => (cell.startsWith('<') ? cell : `<c t="inlineStr"><is><t>${cell}</t></is></c>`))
      .join('');
  return `<sheetData>${rows.map((row) => `<row>${cells(row)}</row>`).join('')}</sheetData>`;
}
