import type { Sheet } from '#charts';
import type { OfficialDocument } from './model/official-document.js';
import { drawnPictures } from './picture/drawn-pictures.js';
import type { WriteOptions } from './write-options.js';

/**
 * An official document as `.docx`, laid out after GB/T 9704-2012. The same document gives the same bytes. What it takes is loaded
 * when the first one is written: who only composes documents does not pay for it.
 */
export async function writeDocx(document: OfficialDocument, options: WriteOptions = {}): Promise<Uint8Array> {
  const { writeDocx: write } = await import('./docx/write-docx.js');
  return write(await drawnPictures(document), options);
}

/**
 * The same as PDF, with the typefaces that stand in embedded as far as they are used. Text can be searched and copied; headings are
 * bookmarks. The same document gives the same bytes.
 */
export async function writePdf(document: OfficialDocument, options: WriteOptions = {}): Promise<Uint8Array> {
  const { writePdf: write } = await import('./pdf/write-pdf.js');
  return write(await drawnPictures(document), options);
}

/** Whether it has charts or other drawings, for which there is more to open. */
export const hasPictures = ({ body, annexes }: OfficialDocument): boolean =>
  [body, ...annexes.map((annex) => annex.body)].flat().some(({ kind }) => kind === 'picture');

/** Of documents with pictures, and of ones without. */
const prepared = new Map<boolean, Promise<unknown>>();

/**
 * Opens, once for the process, what the first document has to open: the typefaces, both writers, and with the first that has pictures
 * what draws and paints them. For the moment in which somebody looks at what they are about to issue: by the time they issue it, nothing
 * is left to wait for. Writes the document and throws it away, so that nothing is opened that it does not need; the next call after one
 * that failed tries again.
 */
export function prepareToWrite(document: OfficialDocument): Promise<unknown> {
  const pictured = hasPictures(document);
  const before = prepared.get(true) ?? prepared.get(pictured);
  if (before !== undefined) return before;
  const preparing = writeDocx(document)
    .then(() => writePdf(document))
    .catch((error: unknown) => {
      prepared.delete(pictured);
      throw error;
    });
  prepared.set(pictured, preparing);
  return preparing;
}

/** Wall charts as one PDF, a page each (`picture/write-sheets-pdf.ts`). */
export async function writeSheetsPdf(
  sheets: readonly Sheet[],
  about: { readonly title: string; readonly on: string },
): Promise<Uint8Array> {
  return (await import('./picture/write-sheets-pdf.js')).writeSheetsPdf(sheets, about);
}

/** A drawing as PNG on white, `width` pixels wide; unless said as wide as the type area is printed. */
export async function writePng(svg: string, width?: number): Promise<Uint8Array> {
  return (await import('./picture/draw-png.js')).drawPng({ svg }, width);
}
