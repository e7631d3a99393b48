import { damaged } from '../archive-error.js';

const BLOCK = 512;

/** A plain file in a tar, and its bytes: to be read to their end before the next. */
export interface TarFile {
  name: string;
  size: number;
  content: AsyncIterable<Buffer>;
}

/**
 * Reads a tar as archives are written: plain files one after the other, and nothing else. Links, folders, long names in headers of
 * their own and whatever else a tar could hold are refused before a byte of them is looked at, so that nothing of
 * an archive's making decides how much is held in memory or where something is written.
 *
 * @throws ArchiveError ARCHIVE_DAMAGED
 */
export async function* tarFiles(source: AsyncIterable<Buffer>): AsyncGenerator<TarFile> {
  const bytes = new Bytes(source);
  for (;;) {
    const header = await bytes.exactly(BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const { name, size } = fileOf(header);
    let left = size;
    async function* content(): AsyncGenerator<Buffer> {
      while (left > 0) {
        const part = await bytes.some(left);
        left -= part.length;
        yield part;
      }
    }
    yield { name, size, content: content() };
    if (left > 0) throw new Error(`${name} was not read to its end`);
    await bytes.exactly((BLOCK - (size % BLOCK)) % BLOCK);
  }
  await bytes.nothingButZeros();
}

function fileOf(header: Buffer): { name: string; size: number } {
  const text = (from: number, to: number): string => {
    const part = header.subarray(from, to);
    const end = part.indexOf(0);
    return part.subarray(0, end < 0 ? part.length : end).toString('latin1');
  };
  // The sum over all bytes, those of the sum itself counted as blanks.
  const sum = header.reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  if (Number.parseInt(text(148, 156), 8) !== sum) throw damaged('不是本系统的档案，或已损坏');
  const name = text(0, 100);
  const kind = text(156, 157);
  if ((kind !== '0' && kind !== '') || text(345, 500) !== '') throw damaged(`其中的 ${name} 不是普通文件`);
  return { name, size: sizeOf(header) };
}

function sizeOf(header: Buffer): number {
  const field = header.subarray(124, 136);
  // Above 8 GB: binary, the first bit set.
  const size =
    ((field[0] ?? 0) & 0x80) !== 0
      ? Number(field.readBigUInt64BE(4))
      : Number.parseInt(field.toString('latin1').replace(/[\0 ]+$/u, ''), 8);
  if (!Number.isSafeInteger(size) || size < 0) throw damaged('文件大小不合规定');
  return size;
}

/** A stream, taken so many bytes at a time. */
class Bytes {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** At least one byte, at most so many. */
  async some(most: number): Promise<Buffer> {
    if (this.#held.length === 0 && !(await this.#more())) throw damaged('文件不完整');
    const part = this.#held.subarray(0, most);
    this.#held = this.#held.subarray(part.length);
    return part;
  }

  async exactly(many: number): Promise<Buffer> {
    while (this.#held.length < many) if (!(await this.#more())) throw damaged('文件不完整');
    const part = this.#held.subarray(0, many);
    this.#held = this.#held.subarray(many);
    return part;
  }

  /** To the end; a tar is filled up to a whole record. */
  async nothingButZeros(): Promise<void> {
    const MOST_FILLING = 64 * 1024;
    let filling = 0;
    do {
      filling += this.#held.length;
      if (filling > MOST_FILLING || this.#held.some((byte) => byte !== 0)) throw damaged('末尾之后还有内容');
      this.#held = Buffer.alloc(0);
    } while (await this.#more());
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done === true) return false;
    this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
    return true;
  }
}
