import type { DocumentBlock, DocumentBlocks } from '../document-blocks.js';
import { readDocument } from '../read-document.js';

export function readBytes(bytes: Uint8Array): Promise<DocumentBlocks> {
  return readDocument(bytes, (text) => new TextDecoder('utf-8').decode(text));
}

export async function blocksOf(bytes: Uint8Array): Promise<readonly DocumentBlock[]> {
  return (await readBytes(bytes)).blocks;
}

/** The blocks of a document as texts; the cells of a table parted by |, its rows by line ends. */
export async function textsOf(bytes: Uint8Array): Promise<string[]> {
  return (await blocksOf(bytes)).map((block) =>
    block.type === 'paragraph' ? block.text : block.rows.map(({ cells }) => cells.join('|')).join('\n'),
  );
}

/** The code with which a document is refused, or `read`. */
export async function codeOf(bytes: Uint8Array): Promise<unknown> {
  return readBytes(bytes).then(
    () => 'read',
    (error: unknown) => (error as { code?: unknown }).code ?? error,
  );
}
