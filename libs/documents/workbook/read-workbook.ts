import { DocumentRefused } from '../document-refused.js';
import { runGuarded, type GuardLimits } from '../guard/run-guarded.js';
import { MAX_ROWS } from '../reading/limits.js';
import { openCompoundFile } from '../reading/ole/compound-file.js';
import { readNumberLooks, readSharedStrings, readSheetParts } from '../reading/xlsx/workbook-parts.js';
import { openZip } from '../reading/zip/read-zip.js';
import { readCells } from './read-cells.js';
import type { ReadSheet } from './workbook-cells.js';

/**
 * All sheets of an .xlsx file, hidden ones too, cell by cell. Macros, links and formulas are not looked at. Believes nothing of the
 * file; bytes from outside are read by `readWorkbook`. Throws `DocumentRefused`.
 */
export function workbookCells(bytes: Uint8Array): ReadSheet[] {
  const [first, second] = bytes;
  if (first === 0xd0 && second === 0xcf) throw oldOffice(bytes);
  if (first !== 0x50 || second !== 0x4b) throw new DocumentRefused('DOCUMENT_KIND_UNKNOWN');
  const zip = openZip(bytes);
  if (!zip.names.includes('xl/workbook.xml')) throw new DocumentRefused('DOCUMENT_KIND_UNKNOWN');
  const { sheets, since1904 } = readSheetParts(zip);
  if (sheets.length === 0) throw new DocumentRefused('DOCUMENT_DAMAGED');
  const workbook = { strings: readSharedStrings(zip), numberLooks: readNumberLooks(zip), since1904 };
  let left = MAX_ROWS;
  return sheets.map(({ name, path, hidden }) => {
    const content = zip.read(path);
    const read = content ? readCells(content, workbook, left) : { rows: [], merges: [] };
    left -= read.rows.length;
    return { name, hidden, ...read };
  });
}

function oldOffice(bytes: Uint8Array): DocumentRefused {
  const locked = openCompoundFile(bytes).names.includes('EncryptedPackage');
  return new DocumentRefused(locked ? 'DOCUMENT_ENCRYPTED' : 'DOCUMENT_IS_OLD_OFFICE');
}

/** The same in a thread of its own, which is killed when it takes too long or too much. Rejects with `DocumentRefused`. */
export const readWorkbook = (bytes: Uint8Array, limits?: GuardLimits): Promise<ReadSheet[]> =>
  runGuarded<ReadSheet[]>(new URL('./read-workbook.worker.js', import.meta.url), bytes, limits);
