import type { FieldError, Filing, SittingItem } from '#contract';
import { filingText } from '../texts/zh.js';
import { WORDS, type Entries, type Entry } from './draft.js';

/** What is wrong with a field, with the code that help and support know it by. */
export interface CellError {
  code: string;
  text: string;
}
/** What is wrong with one task's entry, by field: `progress`, `done`, `readings`… */
export type EntryErrors = Readonly<Record<string, CellError>>;
/** By obligation. */
export type Errors = Readonly<Record<string, EntryErrors>>;

/** What can be seen to be missing before it is sent; the server decides. */
export function checkEntry(entry: Entry, item: SittingItem): EntryErrors {
  const errors: Record<string, CellError> = {};
  const { progress } = entry;
  const wrong = filingText.errors;
  if (progress === null || progress < 0 || progress > 100)
    errors['progress'] = { code: 'ProgressOutOfRange', text: wrong.progress };
  if (entry.noChange) return errors;
  if (entry.done.trim() === '')
    errors['done'] = {
      code: 'WordsMissing',
      text: item.noChange.allowed ? wrong.doneOrNoChange : wrong.done,
    };
  else if (entry.carried.includes('done'))
    errors['done'] = {
      code: 'WordsNotConfirmed',
      text: item.noChange.allowed ? wrong.carriedOrNoChange : wrong.carried,
    };
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

/** The package to send. Of "no change" no words go: nobody sees them while it is chosen. */
export function filingOf(items: readonly SittingItem[], entries: Entries): Filing {
  return {
    reports: items.flatMap(({ obligationId }) => {
      const entry = entries[obligationId];
      if (entry === undefined) return [];
      const { noChange, progress } = entry;
      const read = Object.entries(entry.readings).flatMap(([position, value]) =>
        value === null ? [] : [{ position: Number(position), value }],
      );
      const [done, problems, helpWanted, nextSteps] = WORDS.map((word) => (noChange ? '' : entry[word]));
      return [
        {
          obligationId,
          progress: progress ?? 0,
          noChange,
          done: done ?? '',
          problems: problems ?? '',
          helpWanted: helpWanted ?? '',
          nextSteps: nextSteps ?? '',
          readings: read,
        },
      ];
    }),
  };
}

/** The server's pointers (`/reports/3/done`, or with the obligation's id) back to the row and field they speak of; the rest is not lost. */
export function errorsOf(
  items: readonly SittingItem[],
  errors: readonly FieldError[],
  code: string,
): { rows: Errors; others: string[] } {
  const rows: Record<string, Record<string, CellError>> = {};
  const others: string[] = [];
  for (const { path, message } of errors) {
    const [, which = 'none', field = 'done'] = /^\/reports\/([\w-]+)(?:\/(\w+))?/.exec(path) ?? [];
    const item = items.find(({ obligationId }) => obligationId === which) ?? items[Number(which)];
    if (item === undefined) others.push(message);
    else rows[item.obligationId] = { ...rows[item.obligationId], [field]: { code, text: message } };
  }
  return { rows, others };
}
