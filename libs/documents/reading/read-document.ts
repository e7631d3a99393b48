import { DocumentRefused } from '../document-refused.js';
import { detectKind, type Detected } from './detect-kind.js';
import type { DocumentBlock, DocumentBlocks, DocumentKind, DocumentNote } from './document-blocks.js';
import { readDoc } from './doc/read-doc.js';
import { readDocx } from './docx/read-docx.js';
import { readHtml } from './html/read-html.js';
import { MAX_TEXT } from './limits.js';
import { readXlsx } from './xlsx/read-xlsx.js';

/**
 * Reads a document as plain paragraphs and tables, whatever form it came in. Believes nothing of the file: to be
 * called in a guarded thread (`runGuarded`) when the bytes come from outside. Throws `DocumentRefused`.
 */
export async function readDocument(
  bytes: Uint8Array,
  decodeText: (bytes: Uint8Array) => string,
): Promise<DocumentBlocks> {
  const found = await readDetected(detectKind(bytes, decodeText), bytes);
  let length = 0;
  for (const block of found.blocks) {
    if (block.type === 'paragraph') length += block.text.length;
    else for (const { cells } of block.rows) for (const text of cells) length += text.length;
    if (length > MAX_TEXT) throw new DocumentRefused('DOCUMENT_EXPANDS_TOO_MUCH');
  }
  return found;
}

async function readDetected(found: Detected, bytes: Uint8Array): Promise<DocumentBlocks> {
  switch (found.kind) {
    case 'docx':
      return withNotes(found.kind, readDocx(found.zip));
    case 'doc':
      return withNotes(found.kind, readDoc(found.file));
    case 'xlsx':
      return { kind: found.kind, blocks: readXlsx(found.zip) };
    case 'html':
      return { kind: found.kind, blocks: readHtml(found.text) };
    case 'text':
      return { kind: found.kind, blocks: paragraph(found.text) };
    case 'pdf': {
      // The PDF library is large: it is only loaded for a PDF.
      const { readPdf } = await import('./pdf/read-pdf.js');
      return { kind: found.kind, blocks: await readPdf(bytes) };
    }
  }
}

/** A text stays one block, so that places in it are places in the file. */
function paragraph(text: string): DocumentBlock[] {
  return [{ type: 'paragraph', text }];
}

function withNotes(
  kind: DocumentKind,
  { blocks, notes }: { readonly blocks: readonly DocumentBlock[]; readonly notes: readonly DocumentNote[] },
): DocumentBlocks {
  return notes.length === 0 ? { kind, blocks } : { kind, blocks, notes };
}
