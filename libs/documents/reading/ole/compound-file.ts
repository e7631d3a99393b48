import { DocumentRefused } from '../../document-refused.js';

/** The streams of an OLE compound file, the container of the old office formats ([MS-CFB]). */
export interface CompoundFile {
  readonly names: readonly string[];
  /** The bytes of a stream that lies at the top of the file; nothing where there is none. */
  read: (name: string) => Buffer | undefined;
}

interface Stream {
  readonly start: number;
  readonly size: number;
}

const END = 0xfffffffe;
const LAST_SECTOR = 0xfffffffa;
const HEADER_SECTORS = 109;

/**
 * Opens a compound file. Chains of sectors are followed no further than the file is long, so that one that leads in a
 * circle ends. Throws `DocumentRefused` for what is none.
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 1536) throw new DocumentRefused('DOCUMENT_DAMAGED');
  const shift = view.readUInt16LE(30);
  const miniShift = view.readUInt16LE(32);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw new DocumentRefused('DOCUMENT_DAMAGED');
  const sectorSize = 1 << shift;
  const sector = (number: number): Buffer => view.subarray((number + 1) << shift, (number + 2) << shift);
  const fat = readFat(view, sector, sectorSize);
  const chain = (start: number): Buffer => readChain(start, fat, sector, Math.ceil(view.length / sectorSize));
  const streams = readDirectory(chain(view.readUInt32LE(48)));
  const root = streams.get('Root Entry');
  if (!root) throw new DocumentRefused('DOCUMENT_DAMAGED');
  const miniStream = chain(root.start);
  const miniFat = numbers(chain(view.readUInt32LE(60)));
  const miniSector = (number: number): Buffer => miniStream.subarray(number << 6, (number + 1) << 6);
  const cutoff = view.readUInt32LE(56);
  return {
    names: [...streams.keys()],
    read: (name) => {
      const stream = streams.get(name);
      if (!stream) return undefined;
      const content =
        stream.size < cutoff
          ? readChain(stream.start, miniFat, miniSector, miniFat.length)
          : chain(stream.start);
      return content.subarray(0, stream.size);
    },
  };
}

/** Which sector follows each: the table lies in sectors that are listed in the header, and in further lists. */
function readFat(view: Buffer, sector: (number: number) => Buffer, sectorSize: number): number[] {
  const places: number[] = [];
  for (let i = 0; i < HEADER_SECTORS; i += 1) places.push(view.readUInt32LE(76 + i * 4));
  const most = Math.ceil(view.length / sectorSize);
  let next = view.readUInt32LE(68);
  for (let i = 0; i < most && next <= LAST_SECTOR; i += 1) {
    const list = numbers(sector(next));
    next = list.pop() ?? END;
    places.push(...list);
  }
  const used = places.filter((place) => place <= LAST_SECTOR).slice(0, most);
  return used.flatMap((place) => numbers(sector(place)));
}

function readChain(
  start: number,
  table: readonly number[],
  sector: (number: number) => Buffer,
  most: number,
): Buffer {
  const parts: Buffer[] = [];
  for (let at = start; at <= LAST_SECTOR && parts.length < most; at = table[at] ?? END) {
    const part = sector(at);
    if (part.length === 0) break;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Streams by their names; of two with the same name the first (the other lies in an embedded object). */
function readDirectory(directory: Buffer): Map<string, Stream> {
  const streams = new Map<string, Stream>();
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const nameLength = directory.readUInt16LE(at + 64);
    const type = directory[at + 66];
    if ((type !== 2 && type !== 5) || nameLength < 2 || nameLength > 64) continue;
    const name = directory.toString('utf16le', at, at + nameLength - 2);
    if (!streams.has(name))
      streams.set(name, { start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) });
  }
  return streams;
}

function numbers(bytes: Buffer): number[] {
  const found: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) found.push(bytes.readUInt32LE(at));
  return found;
}
