import { civilDateOf, periodOf, type CivilDate } from '#calendar';
import type { HeatMapRow } from '#charts';
import type { Picture } from '#official';
import { dueIn, onTimeRate } from '../facts/tally-filings.js';
import type { PeriodFacts } from '../facts/period-facts.js';
import type { FilingRecord } from '../facts/period-record.js';
import { picturesOf } from './picture-of.js';

/**
 * Reports on time by action and period: of the plan its actions, of an action its units. Periods are ten days in a product of a month or
 * less, months in one of a quarter or a year; a report belongs to the period that it fell due in.
 */
export function filingMap(facts: PeriodFacts): Picture[] {
  const { record, book, units } = facts;
  const filings = record.checkpoints.flatMap((checkpoint) => dueIn(record.filings, checkpoint));
  const every = ['quarter', 'half-year', 'year'].includes(record.period.cadence) ? 'month' : 'ten-day';
  // By the first day: 上旬, 中旬, 下旬 are not in the order of their characters.
  const columnOf = ({ dueAt }: FilingRecord): CivilDate => periodOf(every, civilDateOf(dueAt)).start;
  const columns = [...new Set(filings.map(columnOf))].sort();
  const actionOf = new Map(record.tasks.map(({ id, actionId }) => [id, actionId]));
  const row = (name: string, own: (filing: FilingRecord) => boolean): HeatMapRow[] => {
    const of = filings.filter(own);
    return of.length === 0
      ? []
      : [{ name, cells: columns.map((start) => rate(of.filter((one) => columnOf(one) === start))) }];
  };
  const isOfPlan = record.scope.per === 'plan';
  const rows = isOfPlan
    ? record.actions.flatMap(({ id }) =>
        row(book.fact(`action.${id}.name`).printed, ({ taskId }) => actionOf.get(taskId) === id),
      )
    : units.flatMap(({ id }) => row(book.fact(`unit.${id}.name`).printed, ({ unitId }) => unitId === id));
  return picturesOf(isOfPlan ? '各行动各期填报按时率' : '各牵头单位各期填报按时率', {
    kind: 'heatMap',
    measure: '填报按时率',
    unit: '%',
    good: 'high',
    full: 100,
    columns: columns.map((start) => columnName(periodOf(every, start).key)),
    rows,
  });
}

const rate = (filings: readonly FilingRecord[]): number | null =>
  filings.length === 0 ? null : onTimeRate(filings);

/** `2024-05 中旬` → `5月中旬`, `2024-05` → `5月`: the year stands in the title. */
const columnName = (key: string): string => {
  const [, month = '', part = ''] = /^\d{4}-(\d{2})(?: (.+))?$/u.exec(key) ?? [];
  return month === '' ? key : `${String(Number(month))}月${part}`;
};
