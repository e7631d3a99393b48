import { inflateRawSync } from 'node:zlib';
import { DocumentRefused } from '../../document-refused.js';
import { MAX_EXPANDED_BYTES, MAX_EXPANSION_RATIO, MAX_ZIP_ENTRIES, RATIO_FLOOR_BYTES } from '../limits.js';

/** The entries of a ZIP file by name. Nothing is unpacked before it is asked for, and never to disk. */
export interface ZipFile {
  readonly names: readonly string[];
  /** The bytes of an entry; nothing where there is none. Throws `DocumentRefused` when the file expands too much. */
  read: (name: string) => Uint8Array | undefined;
}

interface Entry {
  readonly offset: number;
  readonly packed: number;
  readonly method: number;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_LENGTH = 22;

/**
 * Opens a ZIP file. Sizes that the file declares are not believed: what comes out is counted while it is unpacked,
 * over all entries, against a total and a ratio. Throws `DocumentRefused`.
 */
export function openZip(bytes: Uint8Array): ZipFile {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view);
  let left = Math.min(MAX_EXPANDED_BYTES, Math.max(RATIO_FLOOR_BYTES, bytes.length * MAX_EXPANSION_RATIO));
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const content = unpack(view, entry, left);
      left -= content.length;
      return content;
    },
  };
}

function readDirectory(view: Buffer): Map<string, Entry> {
  const end = findEnd(view);
  const count = view.readUInt16LE(end + 10);
  if (count > MAX_ZIP_ENTRIES) throw new DocumentRefused('DOCUMENT_EXPANDS_TOO_MUCH');
  const entries = new Map<string, Entry>();
  let at = view.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== ENTRY_MARK)
      throw new DocumentRefused('DOCUMENT_DAMAGED');
    if ((view.readUInt16LE(at + 8) & 1) === 1) throw new DocumentRefused('DOCUMENT_ENCRYPTED');
    const nameEnd = at + 46 + view.readUInt16LE(at + 28);
    const name = view
      .toString('utf8', at + 46, nameEnd)
      .replaceAll('\\', '/')
      .replace(/^\/+/, '');
    if (!entries.has(name)) {
      entries.set(name, {
        offset: view.readUInt32LE(at + 42),
        packed: view.readUInt32LE(at + 20),
        method: view.readUInt16LE(at + 10),
      });
    }
    at = nameEnd + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: Buffer): number {
  const first = Math.max(0, view.length - END_LENGTH - 0xffff);
  for (let at = view.length - END_LENGTH; at >= first; at -= 1)
    if (view.readUInt32LE(at) === END_MARK) return at;
  throw new DocumentRefused('DOCUMENT_DAMAGED');
}

function unpack(view: Buffer, entry: Entry, left: number): Uint8Array {
  const { offset, packed, method } = entry;
  if (offset + 30 > view.length || view.readUInt32LE(offset) !== LOCAL_MARK)
    throw new DocumentRefused('DOCUMENT_DAMAGED');
  const start = offset + 30 + view.readUInt16LE(offset + 26) + view.readUInt16LE(offset + 28);
  const content = view.subarray(start, start + packed);
  if (content.length !== packed) throw new DocumentRefused('DOCUMENT_DAMAGED');
  if (method === 0 && packed > left) throw new DocumentRefused('DOCUMENT_EXPANDS_TOO_MUCH');
  if (method === 0) return content;
  if (method !== 8) throw new DocumentRefused('DOCUMENT_DAMAGED');
  if (left < 1) throw new DocumentRefused('DOCUMENT_EXPANDS_TOO_MUCH');
  try {
    return inflateRawSync(content, { maxOutputLength: left });
  } catch (error) {
    const isTooMuch = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new DocumentRefused(isTooMuch ? 'DOCUMENT_EXPANDS_TOO_MUCH' : 'DOCUMENT_DAMAGED');
  }
}
