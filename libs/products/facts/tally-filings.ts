import type { FactBook } from './fact-book.js';
import type { Checkpoint, FilingRecord } from './period-record.js';

/** Filings that fell due in the stretch that ends at a checkpoint. */
export const dueIn = (filings: readonly FilingRecord[], { from, at }: Checkpoint): FilingRecord[] =>
  filings.filter(({ dueAt }) => dueAt >= from && dueAt <= at);

export const isUnfiled = ({ outcome }: FilingRecord): boolean => outcome === 'silent' || outcome === 'missed';

/** `<prefix>filings.…`: `due` = `onTime` + `late` + `unfiled`, `unfiled` = `silent` + `missed`; the rate where any was due. */
export function tallyFilings(book: FactBook, prefix: string, filings: readonly FilingRecord[]): void {
  const add = (name: string, found: readonly FilingRecord[]): void =>
    book.add(`${prefix}filings.${name}`, found.length, {
      of: found.map(({ id }) => ({ kind: 'obligation', id })),
    });
  add('due', filings);
  for (const outcome of ['onTime', 'late', 'silent', 'missed'] as const)
    add(
      outcome,
      filings.filter((filing) => filing.outcome === outcome),
    );
  add('unfiled', filings.filter(isUnfiled));
  if (filings.length > 0) {
    const rate = onTimeRate(filings);
    book.add(`${prefix}filings.rate`, rate, { printed: `${rate}%` });
  }
}

/** Percent of what was due that came on time, one decimal. */
export function onTimeRate(filings: readonly FilingRecord[]): number {
  const onTime = filings.filter(({ outcome }) => outcome === 'onTime').length;
  return filings.length === 0 ? 0 : Math.round((onTime / filings.length) * 1000) / 10;
}
