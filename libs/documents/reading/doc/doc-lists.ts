import type { ListLevel, Lists, NumberedList } from '../docx/numbering.js';
import { PART, type WordStreams } from './fib.js';

/** Number formats by their numbers ([MS-OSHARED] 2.2.1.3), under the names that they have in .docx files. */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};
const LEVELS = 9;
const LEVEL_SIZE = 28;

/** Reads on through bytes; beyond their end there is nothing but zeros. */
class Reader {
  at = 0;
  constructor(private readonly bytes: Buffer) {}

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }
  take(length: number): Buffer {
    const taken = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return taken.length === length ? taken : Buffer.concat([taken, Buffer.alloc(length - taken.length)]);
  }
  u16(): number {
    return this.take(2).readUInt16LE(0);
  }
  u32(): number {
    return this.take(4).readUInt32LE(0);
  }
}

/** The numbered lists of a Word file, by the number under which paragraphs refer to them ([MS-DOC] 2.9.206, 2.9.205). */
export function readDocLists(streams: WordStreams): Lists {
  const lists = readAbstractLists(new Reader(streams.fromPart(PART.lists)));
  const reader = new Reader(streams.part(PART.listOverrides));
  const count = Math.min(reader.u32(), 10_000);
  const overrides = Array.from({ length: reader.isAtEnd ? 0 : count }, () => {
    const bytes = reader.take(16);
    return { id: bytes.readInt32LE(0), changes: Math.min(bytes[12] ?? 0, LEVELS) };
  });
  const found = new Map<string, NumberedList>();
  overrides.forEach(({ id, changes }, i) => {
    reader.take(4);
    const levels = new Map(lists.get(id));
    const restarts = new Map<number, number>();
    for (let change = 0; change < changes && !reader.isAtEnd; change += 1) {
      const start = reader.u32();
      const flags = reader.u32();
      if ((flags & 0x10) !== 0) restarts.set(flags & 0xf, start);
      if ((flags & 0x20) !== 0) levels.set(flags & 0xf, readLevel(reader));
    }
    found.set(String(i + 1), { counter: String(id), levels, restarts });
  });
  return found;
}

function readAbstractLists(reader: Reader): Map<number, Map<number, ListLevel>> {
  const heads = Array.from({ length: reader.isAtEnd ? 0 : Math.min(reader.u16(), 10_000) }, () => {
    const bytes = reader.take(28);
    return { id: bytes.readInt32LE(0), levels: ((bytes[26] ?? 0) & 1) === 1 ? 1 : LEVELS };
  });
  return new Map(
    heads.map(({ id, levels }) => [
      id,
      new Map(
        Array.from({ length: levels }, (_, i): [number, ListLevel] => [i, readLevel(reader)]).filter(
          () => !reader.isAtEnd || levels > 0,
        ),
      ),
    ]),
  );
}

function readLevel(reader: Reader): ListLevel {
  const head = reader.take(LEVEL_SIZE);
  const flags = head[5] ?? 0;
  reader.take((head[24] ?? 0) + (head[25] ?? 0));
  const text = reader.take(reader.u16() * 2).toString('utf16le');
  return {
    start: head.readInt32LE(0),
    format: FORMATS[head[4] ?? 0] ?? 'decimal',
    // A character below nine stands for the number of that level.
    text: Array.from(text, (sign) =>
      sign.charCodeAt(0) < LEVELS ? `%${sign.charCodeAt(0) + 1}` : sign,
    ).join(''),
    restartAfter: (flags & 0x08) === 0 ? undefined : restartLimit(head[26] ?? 0),
    isLegal: (flags & 0x04) !== 0,
    style: undefined,
  };
}

function restartLimit(limit: number): number | 'never' {
  return limit === 0 ? 'never' : limit - 1;
}
