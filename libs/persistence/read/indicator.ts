import type { Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

export interface IndicatorRow {
  task_id: string;
  position: number;
  name: string;
  comparator: string;
  value: number;
  upper: number | null;
  unit: string;
  per: string | null;
  reading_value: number | null;
  reading_period: string | null;
  reading_at: Instant | null;
}

/** The indicators of some tasks with the latest reading of each that a visible report gave. */
export function listIndicators(tx: Transaction, taskIds: readonly string[]): Promise<IndicatorRow[]> {
  return tx.query<IndicatorRow>(
    `select i.task_id, i.position, i.name, i.comparator, i.value, i.upper, i.unit, i.per,
       last.value as reading_value, last.period as reading_period, last.filed_at as reading_at
     from indicator i left join lateral (
       select (reading ->> 'value')::numeric as value, o.period, r.filed_at
       from progress_report r
         join obligation o on o.jurisdiction_id = r.jurisdiction_id and o.id = r.obligation_id
         cross join jsonb_array_elements(r.readings) reading
       where r.jurisdiction_id = i.jurisdiction_id and r.task_id = i.task_id
         and (reading ->> 'position')::int = i.position
       order by r.filed_at desc limit 1) last on true
     where i.jurisdiction_id = $1 and i.task_id = any ($2::uuid[]) order by i.task_id, i.position`,
    [tx.scope.jurisdictionId, taskIds],
  );
}
