import type { Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

/** A row of the record that a figure was counted from, with what a person knows it by. */
export interface FigureSourceRow {
  kind: 'task' | 'obligation' | 'notice' | 'verification' | 'meeting' | 'unit';
  id: string;
  /** Of a task its title, of a report its task's, of a notice its title; of a unit its name. */
  title: string;
  /** Of a task its number; else null. */
  code: string | null;
  unit: string | null;
  period: string | null;
  /** Due, issued, found. */
  at: Instant | null;
  /** Kind of a notice, finding of a verification; else null. */
  word: string | null;
  number: string | null;
  taskId: string | null;
  total: number;
}

/**
 * Of what a figure was counted from one page, in the order of kinds, then of numbers and names; `total` counts what this
 * transaction's scope sees.
 *
 * @param refs kind and id of each, as the product keeps them
 */
export const figureSources = (
  tx: Transaction,
  refs: readonly { kind: string; id: string }[],
  { limit, offset }: { limit: number; offset: number },
): Promise<FigureSourceRow[]> =>
  tx.query<FigureSourceRow>(
    `with ref as (select * from unnest($2::text[], $3::uuid[]) as r(kind, id)), found as (
       select 1 as rank, 'task' as kind, t.id, t.title, t.code, null::text as unit, null::text as period, null::timestamptz as at,
         null::text as word, null::text as number, t.id as "taskId"
       from ref join task t on ref.kind = 'task' and t.jurisdiction_id = $1 and t.id = ref.id
       union all
       select 2, ref.kind, o.id, coalesce(t.title, a.name, ''), t.code, u.name, o.period, o.due_at, null, null, t.id
       from ref join obligation o on ref.kind in ('obligation', 'meeting') and o.jurisdiction_id = $1 and o.id = ref.id
         left join task t on t.jurisdiction_id = $1 and t.id = o.task_id
         left join action a on a.jurisdiction_id = $1 and a.id = o.action_id
         left join unit u on u.jurisdiction_id = $1 and u.id = o.unit_id
       union all
       select 3, 'notice', n.id, n.title, null, u.name, null, n.issued_at, n.kind, n.number, null
       from ref join notice n on ref.kind = 'notice' and n.jurisdiction_id = $1 and n.id = ref.id
         left join unit u on u.jurisdiction_id = $1 and u.id = n.unit_id
       union all
       select 4, 'verification', v.id, t.title, t.code, u.name, v.period, v.found_at, v.finding, null, v.task_id
       from ref join verification v on ref.kind = 'verification' and v.jurisdiction_id = $1 and v.id = ref.id
         left join task t on t.jurisdiction_id = $1 and t.id = v.task_id
         left join unit u on u.jurisdiction_id = $1 and u.id = v.unit_id
       union all
       select 5, 'unit', u.id, u.name, null, null, null, null, null, null, null
       from ref join unit u on ref.kind = 'unit' and u.jurisdiction_id = $1 and u.id = ref.id)
     select kind, id, coalesce(title, '') as title, code, unit, period, at, word, number, "taskId", count(*) over ()::int as total
     from found order by rank, code nulls last, unit nulls first, period, title, id limit $4 offset $5`,
    [tx.scope.jurisdictionId, refs.map(({ kind }) => kind), refs.map(({ id }) => id), limit, offset],
  );
