import type { ReportView, SittingView } from '#contract';
import { WORDS, type Entries, type Entry } from './draft.js';

/** Fields of an entry that two people (or two windows) can have filled in differently. */
export const COMPARED = ['noChange', 'progress', ...WORDS, 'readings'] as const;
export type Compared = (typeof COMPARED)[number];

/** One task where what I typed and what another has differ. */
export interface Clash {
  obligationId: string;
  mine: Entry;
  theirs: Entry;
  fields: Compared[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function clashOf(obligationId: string, mine: Entry, theirs: Entry): Clash | null {
  const fields = COMPARED.filter((field) => !same(mine[field], theirs[field]));
  return fields.length === 0 ? null : { obligationId, mine, theirs, fields };
}

/** What I have typed against what another person has filed in the meantime. */
export function clashesWithFiled(sitting: SittingView, mine: Entries): Clash[] {
  return sitting.items.flatMap(({ obligationId, report, toFile }) => {
    const own = mine[obligationId];
    if (own === undefined || report === null || toFile) return [];
    return clashOf(obligationId, own, entryOf(report)) ?? [];
  });
}

/** What two windows of one person hold, where each has changed the same task differently since they last agreed. */
export function clashesOfWindows(base: Entries, mine: Entries, theirs: Entries): Clash[] {
  return Object.entries(mine).flatMap(([id, own]) => {
    const [before, other] = [base[id], theirs[id]];
    if (other === undefined || same(own, before) || same(other, before)) return [];
    return clashOf(id, own, other) ?? [];
  });
}

/** Both drafts in one where they do not clash: the other's where I have changed nothing since. */
export function merged(base: Entries, mine: Entries, theirs: Entries): Entries {
  const ours = Object.entries(mine).filter(([id, own]) => theirs[id] === undefined || !same(own, base[id]));
  return { ...theirs, ...Object.fromEntries(ours) };
}

/** What was chosen, field by field; nothing of it is carried over any more. */
export function decided(
  { mine, theirs, fields }: Clash,
  chosen: Partial<Record<Compared, 'mine' | 'theirs'>>,
): Entry {
  const taken = fields
    .filter((field) => chosen[field] === 'theirs')
    .map((field) => [field, theirs[field]] as const);
  return {
    ...mine,
    ...Object.fromEntries(taken),
    carried: mine.carried.filter((field) => !taken.some(([name]) => field.startsWith(name))),
  };
}

const entryOf = (report: ReportView): Entry => ({
  progress: report.progress,
  noChange: report.noChange,
  done: report.done,
  problems: report.problems,
  helpWanted: report.helpWanted,
  nextSteps: report.nextSteps,
  readings: Object.fromEntries(report.readings.map(({ position, value }) => [String(position), value])),
  carried: [],
});
