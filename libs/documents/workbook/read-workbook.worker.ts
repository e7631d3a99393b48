import { serveGuarded } from '../guard/serve-guarded.js';
import { workbookCells } from './read-workbook.js';

/** The thread in which a workbook is read; started by `readWorkbook`. */
await serveGuarded((bytes) => Promise.resolve(workbookCells(bytes)));
