import { PART, readPlc, type WordStreams } from './fib.js';
import { propertyChanges, type PropertyChange } from './property-changes.js';

/** Bytes of the file that have the same properties. */
export interface FormattedRun {
  readonly from: number;
  readonly to: number;
  readonly style: number;
  readonly changes: readonly PropertyChange[];
}

const PAGE = 512;

/** The properties of all paragraphs, by their bytes in the file, in rising order ([MS-DOC] 2.9.174, PapxFkp). */
export function paragraphRuns(streams: WordStreams): FormattedRun[] {
  return pages(streams, PART.paragraphPages).flatMap((page) =>
    runs(page, 13, (at) => {
      const words = page[at] ?? 0;
      const start = words === 0 ? at + 2 : at + 1;
      const length = words === 0 ? (page[at + 1] ?? 0) * 2 : words * 2 - 1;
      const list = page.subarray(start, start + length);
      const style = list.length >= 2 ? list.readUInt16LE(0) : 0;
      return { style, changes: propertyChanges(list.subarray(2)) };
    }),
  );
}

/** The properties of characters that have any of their own ([MS-DOC] 2.9.33, ChpxFkp). */
export function characterRuns(streams: WordStreams): FormattedRun[] {
  return pages(streams, PART.characterPages).flatMap((page) =>
    runs(page, 1, (at) => ({
      style: 0,
      changes: propertyChanges(page.subarray(at + 1, at + 1 + (page[at] ?? 0))),
    })),
  );
}

function pages({ main, part }: WordStreams, number: number): Buffer[] {
  const { data } = readPlc(part(number), 4);
  return data.flatMap((entry) => {
    const at = (entry.readUInt32LE(0) & 0x3f_ffff) * PAGE;
    return at + PAGE <= main.length ? [main.subarray(at, at + PAGE)] : [];
  });
}

/** A page's runs; `entry` is how many bytes say where a run's properties stand, of which the first counts. */
function runs(
  page: Buffer,
  entry: number,
  read: (at: number) => Pick<FormattedRun, 'style' | 'changes'>,
): FormattedRun[] {
  const count = Math.min(page[PAGE - 1] ?? 0, Math.floor((PAGE - 5) / (4 + entry)));
  return Array.from({ length: count }, (_, i) => {
    const at = (page[(count + 1) * 4 + i * entry] ?? 0) * 2;
    const properties = at === 0 ? { style: 0, changes: [] } : read(at);
    return { from: page.readUInt32LE(i * 4), to: page.readUInt32LE(i * 4 + 4), ...properties };
  });
}

/** The run that a byte of the file lies in; `runs` rising. */
export function runAt(runs: readonly FormattedRun[], at: number): FormattedRun | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run && at < run.to ? run : undefined;
}
