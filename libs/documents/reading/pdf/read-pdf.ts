import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DocumentRefused } from '../../document-refused.js';
import type { DocumentBlock } from '../document-blocks.js';
import { MAX_PAGES, MAX_ROWS, MAX_TEXT } from '../limits.js';
import { GrowingTable } from './join-tables.js';
import type { ColumnMemory } from './page-columns.js';
import { type PageItem, readPage } from './read-page.js';
import { dropRunningLines } from './running-lines.js';

const HOME = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** A scanned page may hold a stamp or a page number; a page with text holds more. */
const LEAST_TEXT = 20;

/**
 * The text layer of a PDF, a line of the page a line, without running heads and page numbers; columns one after the
 * other; tables drawn with lines as tables. Lines that were broken at the column's width stay broken: joining them is
 * the business of who reads the text. Scripts, forms and attachments are not looked at. Throws `DocumentRefused`.
 */
export async function readPdf(bytes: Uint8Array): Promise<DocumentBlock[]> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: join(HOME, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(HOME, 'standard_fonts/'),
    isEvalSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    // Pictures say nothing here, and unpacking them costs time and memory.
    maxImageSize: 1,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES) throw new DocumentRefused('DOCUMENT_TOO_MANY_ROWS');
    const pages: PageItem[][] = [];
    const columns: ColumnMemory = { gutter: undefined };
    let length = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const items = await readPage(page, columns);
      pages.push(items);
      page.cleanup();
      length += items.reduce((sum, item) => sum + textLength(item), 0);
      if (length > MAX_TEXT) throw new DocumentRefused('DOCUMENT_EXPANDS_TOO_MUCH');
    }
    if (length < LEAST_TEXT) throw new DocumentRefused('PDF_HAS_NO_TEXT');
    return toBlocks(dropRunningLines(pages));
  } catch (error) {
    if (error instanceof DocumentRefused) throw error;
    const isLocked = (error as { name?: unknown }).name === 'PasswordException';
    throw new DocumentRefused(isLocked ? 'DOCUMENT_ENCRYPTED' : 'DOCUMENT_DAMAGED');
  } finally {
    await task.destroy();
  }
}

/** Lines follow each other over the ends of pages; so does a table where nothing stands between its parts. */
function toBlocks(pages: readonly (readonly PageItem[])[]): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let lines: string[] = [];
  let table: GrowingTable | undefined;
  let tables = 0;
  let rows = 0;
  const endTable = (): void => {
    if (!table) return;
    tables += 1;
    blocks.push({ type: 'table', sheet: `表${tables}`, rows: table.toRows() });
    table = undefined;
  };
  const endLines = (): void => {
    const text = lines.join('\n');
    if (text.trim() !== '') blocks.push({ type: 'paragraph', text });
    lines = [];
  };
  for (const item of pages.flat()) {
    if (typeof item === 'string') {
      if (item !== '') endTable();
      lines.push(item);
      continue;
    }
    rows += item.rows.length;
    if (rows > MAX_ROWS) throw new DocumentRefused('DOCUMENT_TOO_MANY_ROWS');
    endLines();
    if (table?.goOn(item) === true) continue;
    endTable();
    table = new GrowingTable(item);
  }
  endTable();
  endLines();
  return blocks;
}

function textLength(item: PageItem): number {
  if (typeof item === 'string') return item.replace(/\s/g, '').length;
  return item.rows.flat().reduce((sum, cell) => sum + (cell?.text.length ?? 0), 0);
}
