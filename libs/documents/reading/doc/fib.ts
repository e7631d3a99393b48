import { DocumentRefused } from '../../document-refused.js';
import type { CompoundFile } from '../ole/compound-file.js';

/** Where the parts of a Word file of 1997 to 2003 lie ([MS-DOC] 2.5, File Information Block). */
export interface WordStreams {
  readonly main: Buffer;
  readonly table: Buffer;
  /** Characters of: the text, its footnotes, headers, macros, comments, endnotes, text boxes. */
  readonly lengths: readonly number[];
  /** The part of the table stream with a number of FibRgFcLcb97. */
  part: (number: number) => Buffer;
  /** From the beginning of a part to the end of the table stream: some parts are followed by more than they declare. */
  fromPart: (number: number) => Buffer;
}

/** Numbers of parts in FibRgFcLcb97 ([MS-DOC] 2.5.6). */
export const PART = {
  styles: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  shapes: 40,
  endnoteReferences: 46,
  endnoteTexts: 47,
  boxTexts: 56,
  lists: 73,
  listOverrides: 74,
} as const;

const MAGIC = 0xa5ec;
const WORD_97 = 0xc1;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
const LENGTHS = 0x4c;
const PARTS = 0x9a;

/** Throws `DocumentRefused` for locked, damaged and still older files. */
export function readFib(file: CompoundFile): WordStreams {
  const main = file.read('WordDocument');
  if (!main || main.length < 0x300 || main.readUInt16LE(0) !== MAGIC)
    throw new DocumentRefused('DOCUMENT_DAMAGED');
  const flags = main.readUInt16LE(0x0a);
  if ((flags & ENCRYPTED) !== 0) throw new DocumentRefused('DOCUMENT_ENCRYPTED');
  if (main.readUInt16LE(2) < WORD_97) throw new DocumentRefused('DOCUMENT_IS_OLD_OFFICE');
  const table = file.read((flags & SECOND_TABLE) === 0 ? '0Table' : '1Table');
  if (!table) throw new DocumentRefused('DOCUMENT_DAMAGED');
  const placeOf = (number: number): [number, number] => [
    main.readUInt32LE(PARTS + number * 8),
    main.readUInt32LE(PARTS + number * 8 + 4),
  ];
  return {
    main,
    table,
    lengths: Array.from({ length: 7 }, (_, i) => Math.max(0, main.readInt32LE(LENGTHS + i * 4))),
    part: (number) => {
      const [from, length] = placeOf(number);
      return table.subarray(from, from + length);
    },
    fromPart: (number) => {
      const [from, length] = placeOf(number);
      return length === 0 ? Buffer.alloc(0) : table.subarray(from);
    },
  };
}

/** The places of a list of places and data (Plc): one place more than data of `size` bytes each. */
export function readPlc(part: Buffer, size: number): { places: number[]; data: Buffer[] } {
  const count = Math.max(0, Math.floor((part.length - 4) / (4 + size)));
  const places = Array.from({ length: part.length < 4 ? 0 : count + 1 }, (_, i) => part.readUInt32LE(i * 4));
  const first = (count + 1) * 4;
  const data = Array.from({ length: count }, (_, i) =>
    part.subarray(first + i * size, first + (i + 1) * size),
  );
  return { places, data };
}
