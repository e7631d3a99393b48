import type { ReportView, SittingItem, SittingView } from '#contract';
import { z } from 'zod';

/** What a liaison writes of one task, in the order of the form. */
export const WORDS = ['done', 'problems', 'helpWanted', 'nextSteps'] as const;
export type Word = (typeof WORDS)[number];

/** What a liaison has entered for one task; figures as typed, so that nothing typed is lost. */
export const entrySchema = z.object({
  progress: z.number().nullable(),
  noChange: z.boolean(),
  done: z.string(),
  problems: z.string(),
  helpWanted: z.string().default(''),
  nextSteps: z.string(),
  readings: z.record(z.string(), z.number().nullable()),
  /** Fields that hold what was filed for the last period and that nobody has touched or confirmed: `done`, `readings/0`… */
  carried: z.array(z.string()).default([]),
});
export type Entry = z.infer<typeof entrySchema>;

/** By obligation. */
export type Entries = Readonly<Record<string, Entry>>;

/**
 * The form starts with what is known: what the head has returned or the liaison taken back, a returned report as it was filed, else
 * what was filed for the last period.
 */
export function startOf(item: SittingItem): Entry {
  const known = item.signOff ?? item.report ?? item.lastReport;
  const lastReadings = item.indicators.flatMap(({ position, lastReading }) =>
    lastReading === null ? [] : [[String(position), lastReading.value] as const],
  );
  const readings = known?.readings.map(({ position, value }) => [String(position), value] as const) ?? [];
  const entry: Entry = {
    progress: known?.progress ?? item.task.progress,
    noChange: item.signOff?.noChange ?? false,
    ...wordsOf(known),
    readings: Object.fromEntries([...lastReadings, ...readings]),
    carried: [],
  };
  const isAnew = item.signOff === null && item.report === null;
  return isAnew && item.lastReport !== null ? { ...entry, carried: fieldsOf(entry) } : entry;
}

/** The words of a report; of none, empty ones. */
const wordsOf = (report: Pick<ReportView, Word> | null): Pick<Entry, Word> => ({
  done: report?.done ?? '',
  problems: report?.problems ?? '',
  helpWanted: report?.helpWanted ?? '',
  nextSteps: report?.nextSteps ?? '',
});

/** The fields that have something in them. */
const fieldsOf = (entry: Entry): string[] => [
  'progress',
  ...WORDS.filter((word) => entry[word] !== ''),
  ...Object.keys(entry.readings).map((position) => `readings/${position}`),
];

export const itemsToFile = (sitting: SittingView): SittingItem[] =>
  sitting.items.filter(({ toFile }) => toFile);

export const startOfAll = (sitting: SittingView): Entries =>
  Object.fromEntries(itemsToFile(sitting).map((item) => [item.obligationId, startOf(item)]));

/** What a person has put in: those fields are theirs from then on. */
export function touched(entry: Entry, part: Partial<Entry>): Entry {
  const fields = Object.keys(part).filter((field) => field !== 'readings');
  const moved = Object.keys(part.readings ?? {}).filter(
    (position) => part.readings?.[position] !== entry.readings[position],
  );
  const theirs = new Set([...fields, ...moved.map((position) => `readings/${position}`)]);
  return { ...entry, ...part, carried: entry.carried.filter((field) => !theirs.has(field)) };
}

/** What stands there from the last period is still true. */
export const confirmed = (entry: Entry): Entry => ({ ...entry, carried: [] });

/** What a person has written or changed of a task themselves: no act on all tasks at once may take it from them. */
export function isTheirs(item: SittingItem, entry: Entry): boolean {
  if (entry.noChange) return false;
  const start = startOf(item);
  const written = entry.done.trim() !== '' && !entry.carried.includes('done');
  return (
    written ||
    entry.progress !== start.progress ||
    WORDS.some((word) => entry[word] !== start[word]) ||
    Object.entries(entry.readings).some(([position, value]) => value !== (start.readings[position] ?? null))
  );
}

/** "No change" carries last period's figures over; taking it back leaves them for the person to change. */
export function withNoChange(item: SittingItem, entry: Entry, noChange: boolean): Entry {
  if (!noChange) return { ...entry, noChange: false };
  const { progress, readings } = startOf(item);
  return { ...entry, noChange: true, progress: item.lastReport?.progress ?? progress, readings };
}
