import { damaged } from '../archive-error.js';
import { MOST } from '../archive-format.js';

const LINE_END = 0x0a;

/** The lines of a file, without their ends; the last one has an end, too. @throws ArchiveError ARCHIVE_DAMAGED */
export async function* readLines(file: string, parts: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const part of parts) {
    let from = 0;
    for (let end = part.indexOf(LINE_END); end >= 0; end = part.indexOf(LINE_END, from)) {
      const last = part.subarray(from, end);
      yield (held.length === 0 ? last : Buffer.concat([...held, last])).toString('utf8');
      held = [];
      size = 0;
      from = end + 1;
    }
    if (from === part.length) continue;
    held.push(part.subarray(from));
    size += part.length - from;
    if (size > MOST.line) throw damaged(`${file} 有一行过长`);
  }
  if (size > 0) throw damaged(`${file} 的最后一行不完整`);
}
