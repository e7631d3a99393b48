import type ExcelJS from 'exceljs';

/** A workbook as somebody has it open: cells by header and row, and everything else that a spreadsheet program does. */
export class EditedWorkbook {
  private constructor(readonly book: ExcelJS.Workbook) {}

  static async open(bytes: Uint8Array): Promise<EditedWorkbook> {
    // Every file with a database reads this folder, hardly one of them a workbook.
    const { default: excel } = await import('exceljs');
    const book = new excel.Workbook();
    // The reader's type asks for an older kind of Buffer than Node has.
    await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
    return new EditedWorkbook(book);
  }

  get sheet(): ExcelJS.Worksheet {
    return this.named('填报');
  }

  named(name: string): ExcelJS.Worksheet {
    const sheet = this.book.getWorksheet(name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  /** The row of the header, and where each column stands. */
  get head(): { row: number; columns: Map<string, number> } {
    const row = [1, 2, 3, 4, 5, 6].find((at) => this.sheet.getCell(at, 1).text === '任务编号') ?? 4;
    const columns = new Map<string, number>();
    this.sheet.getRow(row).eachCell((cell, column) => columns.set(cell.text, column));
    return { row, columns };
  }

  column(header: string): number {
    const column = this.head.columns.get(header);
    if (column === undefined) throw new Error(`no column ${header}`);
    return column;
  }

  /** The rows of the table by their task codes; of several with one code the first. */
  row(code: string): number {
    const { row } = this.head;
    for (let at = row + 1; at <= this.sheet.rowCount; at += 1)
      if (this.sheet.getCell(at, 1).text === code) return at;
    throw new Error(`no row ${code}`);
  }

  codes(): string[] {
    const { row, columns } = this.head;
    const id = columns.get('标识（勿改）') ?? 1;
    const codes: string[] = [];
    for (let at = row + 1; at <= this.sheet.rowCount; at += 1)
      if (this.sheet.getCell(at, id).text.length === 36) codes.push(this.sheet.getCell(at, 1).text);
    return codes;
  }

  cell(code: string, header: string): ExcelJS.Cell {
    return this.sheet.getCell(this.row(code), this.column(header));
  }

  /** Fills in a row. */
  fill(code: string, values: Readonly<Record<string, ExcelJS.CellValue>>): this {
    for (const [header, value] of Object.entries(values)) this.cell(code, header).value = value;
    return this;
  }

  async bytes(): Promise<Uint8Array> {
    return new Uint8Array(await this.book.xlsx.writeBuffer());
  }
}

/** A row in good order. */
export const GOOD = { '本期进度（%）': 45, 本期进展: '完成招标，开始施工' } as const;
