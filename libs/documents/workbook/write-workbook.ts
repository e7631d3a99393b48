import type ExcelJS from 'exceljs';
import { cellText, looksLikeFormula } from './cell-text.js';
import { fixZipDates } from './fix-zip-dates.js';
import type { CellModel, CellValue, ColumnModel, DateCell, SheetModel, StyledCell } from './sheet-model.js';
import { linesOf, rowHeight } from './row-height.js';
import { sheetNames } from './sheet-names.js';
import { validationOf } from './validation-of.js';

export interface WorkbookOptions {
  /** Shown as the document's author. Default `落实`. */
  creator?: string;
  /**
   * Shown as the date of creation and change, `YYYY-MM-DD`. Part of the file, so only what the content itself
   * depends on may decide it. Default 1980-01-01.
   */
  date?: string;
}

const PAPER_SIZE = { A4: 9, A3: 8 } as const;
const HEADER_FILL = 'E8EEF7';
const LINE: ExcelJS.Border = { style: 'thin', color: { argb: 'FFBFBFBF' } };
const BORDER: Partial<ExcelJS.Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const FONT = '宋体';
const HEADING_FONT = '黑体';

/**
 * One xlsx file with a sheet for every table. The same tables give the same bytes, whenever and wherever.
 * @throws Error when there is no sheet, a sheet has no columns, or a row has more cells than columns
 */
export async function writeWorkbook(
  sheets: readonly SheetModel[],
  options: WorkbookOptions = {},
): Promise<Uint8Array> {
  if (sheets.length === 0) throw new Error('A workbook needs at least one sheet.');
  // Loading it takes longer than reading most documents: only who writes a workbook waits for it.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const date = utcDate({ date: options.date ?? '1980-01-01' });
  workbook.creator = cellText(options.creator ?? '落实');
  workbook.lastModifiedBy = workbook.creator;
  workbook.created = date;
  workbook.modified = date;
  const names = sheetNames(sheets.map(({ name }) => name));
  for (const [i, sheet] of sheets.entries()) await addSheet(workbook, names[i] ?? `表${i + 1}`, sheet);
  return fixZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** What may still be done to a locked sheet: it is looked through, and made wider. */
const ALLOWED = {
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatColumns: true,
  formatRows: true,
  autoFilter: true,
  sort: true,
};

async function addSheet(workbook: ExcelJS.Workbook, name: string, model: SheetModel): Promise<void> {
  const width = model.columns.length;
  if (width === 0) throw new Error(`Sheet "${model.name}" has no columns.`);
  const wide = model.rows.findIndex((row) => row.length > width);
  if (wide >= 0)
    throw new Error(`Sheet "${model.name}", row ${wide + 1}: more cells than columns (${width}).`);
  const sheet = workbook.addWorksheet(name, model.hidden === true ? { state: 'veryHidden' } : {});
  model.columns.forEach((column, i) => {
    sheet.getColumn(i + 1).width = column.width;
    if (column.hidden === true) sheet.getColumn(i + 1).hidden = true;
  });

  const totalWidth = model.columns.reduce((sum, column) => sum + column.width, 0);
  let at = 1;
  line(sheet, at++, width, model.title, {
    font: { name: HEADING_FONT, size: 16 },
    horizontal: 'center',
    height: 30,
  });
  if (model.subtitle !== undefined) {
    line(sheet, at++, width, model.subtitle, {
      font: { name: FONT, size: 10.5 },
      horizontal: 'center',
      height: 18,
    });
  }
  if (model.columns.some(({ key }) => key !== undefined)) keys(sheet, at++, model.columns);
  const headerRow = at++;
  model.columns.forEach((column, i) => header(sheet.getCell(headerRow, i + 1), column));
  sheet.getRow(headerRow).height = rowHeight(tallest(model.columns, ({ header: text }) => text));
  for (const row of model.rows) {
    model.columns.forEach((column, i) => {
      body(sheet.getCell(at, i + 1), row[i] ?? null, column);
      if (model.locked === true && column.input) sheet.getCell(at, i + 1).protection = { locked: false };
    });
    sheet.getRow(at).height = rowHeight(
      tallest(model.columns, (_, i) => wrappedText(row[i], model.columns[i])),
    );
    at++;
  }
  if (model.filters !== false) {
    sheet.autoFilter = {
      from: { row: headerRow, column: 1 },
      to: { row: Math.max(headerRow, at - 1), column: width },
    };
  }
  for (const note of model.notes ?? []) {
    const height = rowHeight(linesOf(note, totalWidth));
    line(sheet, at++, width, note, { font: { name: FONT, size: 10 }, horizontal: 'left', height });
  }
  sheet.views = [
    { state: 'frozen', xSplit: Math.min(model.frozenColumns ?? 0, width - 1), ySplit: headerRow },
  ];
  page(sheet, model, headerRow);
  if (model.locked === true) await sheet.protect('', ALLOWED);
}

function keys(sheet: ExcelJS.Worksheet, row: number, columns: readonly ColumnModel[]): void {
  columns.forEach(({ key }, i) => {
    if (key !== undefined) setText(sheet.getCell(row, i + 1), key);
  });
  sheet.getRow(row).hidden = true;
}

/** Lines of the cell that takes the most. */
function tallest(
  columns: readonly ColumnModel[],
  text: (column: ColumnModel, index: number) => string,
): number {
  return Math.max(...columns.map((column, i) => linesOf(text(column, i), column.width)));
}

function wrappedText(cell: CellModel | undefined, column: ColumnModel | undefined): string {
  const value = cell !== undefined && isStyled(cell) ? cell.value : cell;
  if (column?.wrap === false) return '';
  if (typeof value === 'string') return cellText(value);
  return typeof value === 'object' && value !== null && value.time !== undefined
    ? `${value.date} ${value.time}`
    : '';
}

interface LineStyle {
  font: Partial<ExcelJS.Font>;
  horizontal: 'left' | 'center';
  height: number;
}

function line(sheet: ExcelJS.Worksheet, row: number, width: number, text: string, style: LineStyle): void {
  if (width > 1) sheet.mergeCells(row, 1, row, width);
  const cell = sheet.getCell(row, 1);
  setText(cell, text);
  cell.font = style.font;
  cell.alignment = { horizontal: style.horizontal, vertical: 'middle', wrapText: true };
  sheet.getRow(row).height = style.height;
}

function header(cell: ExcelJS.Cell, column: ColumnModel): void {
  setText(cell, column.header);
  cell.font = { name: HEADING_FONT, size: 10.5 };
  cell.fill = solid(HEADER_FILL);
  cell.border = BORDER;
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
}

const isStyled = (cell: CellModel): cell is StyledCell =>
  typeof cell === 'object' && cell !== null && 'value' in cell;
const solid = (rgb: string): ExcelJS.Fill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: `FF${rgb}` },
});

function body(cell: ExcelJS.Cell, model: CellModel, column: ColumnModel): void {
  const { value, fill, bold }: StyledCell = isStyled(model) ? model : { value: model };
  if (column.format !== undefined) cell.numFmt = column.format;
  setValue(cell, value, column);
  cell.font = { name: FONT, size: 10.5, ...(bold === undefined ? {} : { bold }) };
  if (fill !== undefined) cell.fill = solid(fill);
  cell.border = BORDER;
  const side = column.align ?? (typeof value === 'number' ? 'right' : 'left');
  cell.alignment = { horizontal: side, vertical: 'middle', wrapText: column.wrap ?? true };
  if (column.input) cell.dataValidation = validationOf(column.input);
}

function setValue(cell: ExcelJS.Cell, value: CellValue, column: ColumnModel): void {
  if (typeof value === 'string') return setText(cell, value);
  if (typeof value === 'object' && value !== null) {
    cell.value = utcDate(value);
    cell.numFmt = column.format ?? (value.time === undefined ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm');
    return;
  }
  // NaN and Infinity have no place in a sheet; an empty cell is the honest one.
  cell.value = typeof value === 'number' && !Number.isFinite(value) ? null : value;
}

function setText(cell: ExcelJS.Cell, text: string): void {
  const clean = cellText(text);
  cell.value = clean === '' ? null : clean;
  if (looksLikeFormula(clean)) cell.numFmt = '@';
}

/** Spreadsheets know no time zones: the civil date and time are written as they are. */
function utcDate({ date, time = '00:00' }: DateCell): Date {
  const result = new Date(`${date}T${time}:00.000Z`);
  if (Number.isNaN(result.getTime())) throw new Error(`Not a date: ${date} ${time}`);
  return result;
}

function page(sheet: ExcelJS.Worksheet, model: SheetModel, headerRow: number): void {
  sheet.pageSetup = {
    paperSize: PAPER_SIZE[model.paper ?? 'A4'] as ExcelJS.PaperSize,
    orientation: model.orientation ?? 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${headerRow}:${headerRow}`,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
  sheet.headerFooter.oddFooter = '&C第 &P 页，共 &N 页';
  const { left, right } = model.pageHead ?? {};
  // A single & begins a code of its own.
  const words = (side: string, text: string | undefined): string =>
    text === undefined ? '' : `&${side}${cellText(text).replaceAll('&', '&&').slice(0, 100)}`;
  const head = words('L', left) + words('R', right);
  if (head !== '') sheet.headerFooter.oddHeader = head;
}
