import type { FieldError, Filing, SittingItem } from '#contract';
import { filingText } from '../texts/zh.js';
import type { Entries, Entry } from './draft.js';

/** What is wrong with one task's entry, by field: `progress`, `done`, `readings/0`… */
export type EntryErrors = Readonly<Record<string, string>>;
/** By obligation. */
export type Errors = Readonly<Record<string, EntryErrors>>;

/** What can be seen to be missing before it is sent; the server decides. */
export function checkEntry(entry: Entry, item: SittingItem): EntryErrors {
  const errors: Record<string, string> = {};
  const { progress } = entry;
  if (progress === null || progress < 0 || progress > 100) errors['progress'] = filingText.errors.progress;
  if (!entry.noChange && entry.done.trim() === '') {
    errors['done'] = item.noChange.allowed ? filingText.errors.doneOrNoChange : filingText.errors.done;
  }
  return errors;
}

export const isComplete = (entry: Entry, item: SittingItem): boolean =>
  Object.keys(checkEntry(entry, item)).length === 0;

export function checkAll(items: readonly SittingItem[], entries: Entries): Errors {
  return Object.fromEntries(
    items.flatMap((item) => {
      const entry = entries[item.obligationId];
      const errors = entry === undefined ? {} : checkEntry(entry, item);
      return Object.keys(errors).length === 0 ? [] : [[item.obligationId, errors]];
    }),
  );
}

export function filingOf(items: readonly SittingItem[], entries: Entries): Filing {
  return {
    reports: items.flatMap(({ obligationId }) => {
      const entry = entries[obligationId];
      if (entry === undefined) return [];
      const { readings, progress, ...words } = entry;
      const read = Object.entries(readings).flatMap(([position, value]) =>
        value === null ? [] : [{ position: Number(position), value }],
      );
      return [{ obligationId, progress: progress ?? 0, ...words, readings: read }];
    }),
  };
}

/** The server's pointers (`/reports/3/done`, or with the obligation's id) back to the row and field they speak of; the rest is not lost. */
export function errorsOf(
  items: readonly SittingItem[],
  errors: readonly FieldError[],
): { rows: Errors; others: string[] } {
  const rows: Record<string, Record<string, string>> = {};
  const others: string[] = [];
  for (const { path, message } of errors) {
    const [, which = 'none', field = 'done'] = /^\/reports\/([\w-]+)(?:\/(\w+))?/.exec(path) ?? [];
    const item = items.find(({ obligationId }) => obligationId === which) ?? items[Number(which)];
    if (item === undefined) others.push(message);
    else rows[item.obligationId] = { ...rows[item.obligationId], [field]: message };
  }
  return { rows, others };
}
