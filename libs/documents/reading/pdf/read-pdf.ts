import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DocumentRefused } from '../../document-refused.js';
import { MAX_PAGES } from '../limits.js';
import { dropRunningLines } from './running-lines.js';
import { type PlacedText, toLines } from './to-lines.js';

const HOME = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** A scanned page may hold a stamp or a page number; a page with text holds more. */
const LEAST_TEXT = 20;

/**
 * The text layer of a PDF, a line of the page a line, without running heads and page numbers. Lines that were broken at
 * the column's width stay broken: joining them is the business of who reads the text. Throws `DocumentRefused`.
 */
export async function readPdf(bytes: Uint8Array): Promise<string> {
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
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES) throw new DocumentRefused('DOCUMENT_TOO_MANY_ROWS');
    const pages: string[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(toLines(items.flatMap((item): PlacedText[] => ('str' in item ? [placed(item)] : []))));
      page.cleanup();
    }
    const text = dropRunningLines(pages).flat().join('\n');
    if (text.replace(/\s/g, '').length < LEAST_TEXT) throw new DocumentRefused('PDF_HAS_NO_TEXT');
    return text;
  } catch (error) {
    if (error instanceof DocumentRefused) throw error;
    const isLocked = (error as { name?: unknown }).name === 'PasswordException';
    throw new DocumentRefused(isLocked ? 'DOCUMENT_ENCRYPTED' : 'DOCUMENT_DAMAGED');
  } finally {
    await task.destroy();
  }
}

function placed(item: {
  str: string;
  transform: readonly number[];
  width: number;
  height: number;
}): PlacedText {
  const [, , , , x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, width: item.width, height: item.height };
}
