import { DocumentRefused } from '../document-refused.js';
import type { DocumentKind } from './document-blocks.js';
import { pageOfMhtml } from './html/page-of-mhtml.js';
import { type CompoundFile, openCompoundFile } from './ole/compound-file.js';
import { openZip, type ZipFile } from './zip/read-zip.js';

/** What a file is, with what was already opened or decoded to find out. */
export type Detected =
  | { readonly kind: 'docx' | 'xlsx'; readonly zip: ZipFile }
  | { readonly kind: 'doc'; readonly file: CompoundFile }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'html' | 'text'; readonly text: string };

const HTML =
  /<!doctype\s+html|<(?:html|head|body|table|div|article|section|main|meta|title|p|span|font|center|[ou]l|h[1-6])[\s>]/i;
/** A text may hold so many characters that no text has before it is taken for something else. */
const STRANGE_SHARE = 0.02;

/** Finds out by content what a file is; its name is not asked. Throws `DocumentRefused` for what cannot be read. */
export function detectKind(bytes: Uint8Array, decodeText: (bytes: Uint8Array) => string): Detected {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return detectOffice(openZip(bytes));
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return detectOldOffice(openCompoundFile(bytes));
  }
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return { kind: 'pdf' };
  const page = pageOfMhtml(bytes);
  if (page) return { kind: 'html', text: decodeText(page) };
  const text = decodeText(bytes);
  if (text.startsWith('{\\rtf') || !readsLikeText(text)) throw new DocumentRefused('DOCUMENT_KIND_UNKNOWN');
  if (text.trim() === '') throw new DocumentRefused('DOCUMENT_EMPTY');
  const kind: DocumentKind = /^\s*</.test(text) && HTML.test(text.slice(0, 8192)) ? 'html' : 'text';
  return { kind, text };
}

/** Word files of old, and what else comes in their container: workbooks of old, locked files of now. */
function detectOldOffice(file: CompoundFile): Detected {
  if (file.names.includes('EncryptedPackage')) throw new DocumentRefused('DOCUMENT_ENCRYPTED');
  if (file.names.includes('WordDocument')) return { kind: 'doc', file };
  throw new DocumentRefused('DOCUMENT_IS_OLD_OFFICE');
}

function detectOffice(zip: ZipFile): Detected {
  if (zip.names.some((name) => /^word\/document\d*\.xml$/.test(name))) return { kind: 'docx', zip };
  if (zip.names.includes('xl/workbook.xml')) return { kind: 'xlsx', zip };
  throw new DocumentRefused('DOCUMENT_KIND_UNKNOWN');
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

function readsLikeText(text: string): boolean {
  const sample = text.slice(0, 65_536);
  const strange = sample.match(/[\ufffd\p{Co}]|(?![\t\n\v\f\r])\p{Cc}/gu)?.length ?? 0;
  return strange <= 2 || strange <= sample.length * STRANGE_SHARE;
}
