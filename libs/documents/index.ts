/** Reading and writing of document files as plain blocks and tables. Owns the libraries that do it. */
export { writeWorkbook, type WorkbookOptions } from './workbook/write-workbook.js';
export type {
  CellModel,
  CellValue,
  ColumnModel,
  DateCell,
  SheetModel,
  StyledCell,
} from './workbook/sheet-model.js';
