import type { SittingItem, SittingView } from '#contract';
import { z } from 'zod';

/** What a liaison has entered for one task; figures as typed, so that nothing typed is lost. */
export const entrySchema = z.object({
  progress: z.number().nullable(),
  noChange: z.boolean(),
  done: z.string(),
  problems: z.string(),
  nextSteps: z.string(),
  readings: z.record(z.string(), z.number().nullable()),
});
export type Entry = z.infer<typeof entrySchema>;

/** By obligation. */
export type Entries = Readonly<Record<string, Entry>>;

/** The form starts with what is known: a returned report as it was filed, else last period's figures. */
export function startOf(item: SittingItem): Entry {
  const filed = item.report;
  const known = filed ?? item.lastReport;
  const lastReadings = item.indicators.flatMap(({ position, lastReading }) =>
    lastReading === null ? [] : [[String(position), lastReading.value] as const],
  );
  const readings = known?.readings.map(({ position, value }) => [String(position), value] as const) ?? [];
  return {
    progress: known?.progress ?? item.task.progress,
    noChange: false,
    done: filed?.done ?? '',
    problems: filed?.problems ?? '',
    nextSteps: filed?.nextSteps ?? '',
    readings: Object.fromEntries([...lastReadings, ...readings]),
  };
}

export const itemsToFile = (sitting: SittingView): SittingItem[] =>
  sitting.items.filter(({ toFile }) => toFile);

export const startOfAll = (sitting: SittingView): Entries =>
  Object.fromEntries(itemsToFile(sitting).map((item) => [item.obligationId, startOf(item)]));

/** "No change" carries last period's figures over; taking it back leaves them for the person to change. */
export function withNoChange(item: SittingItem, entry: Entry, noChange: boolean): Entry {
  if (!noChange) return { ...entry, noChange: false };
  const { progress, readings } = startOf(item);
  return { ...entry, noChange: true, progress: item.lastReport?.progress ?? progress, readings };
}
