import { DocumentRefused } from '../../document-refused.js';
import { PART, readPlc, type WordStreams } from './fib.js';

/** A run of the text as it was saved: characters from `from` to `to`, in the file from byte `at` on. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  /** Bytes of a character: 1 (Windows-1252) or 2 (UTF-16). */
  readonly width: 1 | 2;
}

/** The pieces of which the text of a Word file is put together ([MS-DOC] 2.8.35, 2.9.38). */
export function readPieces({ main, part }: WordStreams): Piece[] {
  const clx = part(PART.pieces);
  let at = 0;
  while (at + 3 <= clx.length && clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1);
  if (at + 5 > clx.length || clx[at] !== 2) throw new DocumentRefused('DOCUMENT_DAMAGED');
  const { places, data } = readPlc(clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1)), 8);
  return data.flatMap((descriptor, i): Piece[] => {
    const [from = 0, to = 0] = [places[i], places[i + 1]];
    const place = descriptor.readUInt32LE(2);
    const isNarrow = (place & 0x4000_0000) !== 0;
    const start = isNarrow ? (place & 0x3fff_ffff) >>> 1 : place & 0x3fff_ffff;
    const width = isNarrow ? 1 : 2;
    // A piece cannot be longer than the file, whatever it says.
    const length = Math.min(to - from, Math.floor((main.length - start) / width));
    return length > 0 ? [{ from, to: from + length, at: start, width }] : [];
  });
}

const NARROW = new TextDecoder('windows-1252');

export function pieceText(main: Buffer, { from, to, at, width }: Piece): string {
  const bytes = main.subarray(at, at + (to - from) * width);
  return width === 1 ? NARROW.decode(bytes) : bytes.toString('utf16le');
}
