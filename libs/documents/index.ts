/** Reading and writing of document files as plain blocks and tables. Owns the libraries that do it. */
export { DocumentRefused, type RefusalCode } from './document-refused.js';
export { GUARD_LIMITS, type GuardLimits, runGuarded } from './guard/run-guarded.js';
export { serveGuarded } from './guard/serve-guarded.js';
export type {
  DocumentBlock,
  DocumentBlocks,
  DocumentKind,
  DocumentNote,
  ParagraphBlock,
  TableBlock,
  TableRow,
} from './reading/document-blocks.js';
export { readDocument } from './reading/read-document.js';
export { walkXml, type XmlVisitor } from './reading/walk-xml.js';
export { openZip, type ZipFile } from './reading/zip/read-zip.js';
export { readWorkbook, workbookCells } from './workbook/read-workbook.js';
export {
  cellName,
  type ReadCell,
  type ReadMerge,
  type ReadRow,
  type ReadSheet,
} from './workbook/workbook-cells.js';
export { writeWorkbook, type WorkbookOptions } from './workbook/write-workbook.js';
export type {
  CellModel,
  CellValue,
  ColumnInput,
  ColumnModel,
  DateCell,
  SheetModel,
  StyledCell,
} from './workbook/sheet-model.js';
