import { Transform } from 'node:stream';

const LINE_END = 0x0a;

/** Cuts a stream of lines into pieces of about so many bytes, each ending with a line. COPY text has no bare line end in a value. */
export function wholeLines(bytes: number): Transform {
  let held: Buffer[] = [];
  let size = 0;
  return new Transform({
    readableObjectMode: true,
    transform(part: Buffer, _, done) {
      held.push(part);
      size += part.length;
      if (size >= bytes) {
        const all = Buffer.concat(held);
        const end = all.lastIndexOf(LINE_END) + 1;
        if (end > 0) this.push(all.subarray(0, end));
        held = end < all.length ? [all.subarray(end)] : [];
        size = all.length - end;
      }
      done();
    },
    flush(done) {
      if (size > 0) this.push(Buffer.concat(held));
      done();
    },
  });
}

export function countLines(piece: Buffer): number {
  let lines = 0;
  for (let at = piece.indexOf(LINE_END); at !== -1; at = piece.indexOf(LINE_END, at + 1)) lines += 1;
  return lines;
}
