import type { BurdenFigures } from '#accountability';
import type { AskedRow } from '#persistence';

/** What is asked of units, by what it is. */
export const DEMAND_LABELS = {
  taskReport: '任务填报',
  part: '配合材料',
  requestedReport: '临时报送',
  ledger: '台账',
  meeting: '调度会',
  bulletin: '通报',
  review: '讲评',
  assessment: '考核',
  cardAnswer: '回复督办单',
} as const;
export type DemandKind = keyof typeof DEMAND_LABELS;

/** Fields of a form besides the readings of indicators: progress, done, problems and next steps of a report, and so on. */
const FIELDS: Record<DemandKind, number> = {
  taskReport: 4,
  part: 2,
  requestedReport: 2,
  ledger: 3,
  meeting: 5,
  bulletin: 3,
  review: 3,
  assessment: 3,
  cardAnswer: 1,
};

export interface DemandSum {
  planId: string | null;
  kind: DemandKind;
  label: string;
  demands: number;
  fields: number;
  minutes: number;
}

export interface UnitMonth {
  unitId: string;
  demands: number;
  fields: number;
  /** Estimated, by the policy's figures. */
  minutes: number;
  overCap: boolean;
  /** What made it, the most first. */
  made: DemandSum[];
}

const isKnown = (kind: string): kind is DemandKind => kind in DEMAND_LABELS;

/** Sums up what was asked of each unit in a month, the most burdened first. Pure. */
export function reckonBurden(asked: readonly AskedRow[], figures: BurdenFigures): UnitMonth[] {
  const units = new Map<string, Map<string, DemandSum>>();
  for (const row of asked) {
    if (!isKnown(row.kind)) throw new Error(`a demand of an unknown kind: ${row.kind}`);
    const sums = units.get(row.unitId) ?? new Map<string, DemandSum>();
    const key = `${row.planId ?? ''}/${row.kind}`;
    const before = sums.get(key) ?? {
      planId: row.planId,
      kind: row.kind,
      label: DEMAND_LABELS[row.kind],
      demands: 0,
      fields: 0,
      minutes: 0,
    };
    sums.set(key, {
      ...before,
      demands: before.demands + row.demands,
      fields: before.fields + row.demands * FIELDS[row.kind] + row.readings,
      minutes:
        before.minutes +
        row.demands * minutesOf(row.kind, figures) +
        row.sittings * figures.minutesPerSitting,
    });
    units.set(row.unitId, sums);
  }
  return [...units]
    .map(([unitId, sums]): UnitMonth => {
      const made = [...sums.values()].sort((a, b) => b.minutes - a.minutes || (a.kind < b.kind ? -1 : 1));
      const sum = (of: 'demands' | 'fields' | 'minutes'): number =>
        made.reduce((all, one) => all + one[of], 0);
      const minutes = sum('minutes');
      return {
        unitId,
        demands: sum('demands'),
        fields: sum('fields'),
        minutes,
        overCap: minutes > figures.minutesPerMonthCap,
        made,
      };
    })
    .sort((a, b) => b.minutes - a.minutes || (a.unitId < b.unitId ? -1 : 1));
}

function minutesOf(kind: DemandKind, figures: BurdenFigures): number {
  if (kind === 'taskReport') return figures.minutesPerReport;
  if (kind === 'part') return figures.minutesPerPart;
  return kind === 'cardAnswer' ? figures.minutesPerAnswer : figures.minutesPerDuty[kind];
}
