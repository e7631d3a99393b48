import type { Instant } from '#calendar';
import type { ListSource } from '../lists/list-source.js';

export interface ReportingLineRow {
  id: string;
  plan_id: string;
  plan_title: string;
  unit_id: string;
  unit_name: string;
  cadence: string;
  rung: number;
  colour: string | null;
  rung_label: string | null;
  /** The rung's notice waits for the person who issues it. */
  awaiting_issue: boolean;
  task_count: number;
  missed_sittings: number;
  latest_sitting_id: string | null;
  next_name: string | null;
  next_at: Instant | null;
}

/**
 * Where each unit's reporting line stands, as a list reads it: ReportingLineRow. The latest sitting is the last one whose
 * due time has passed by `:now` and that is not filed, else the one that is open or the last there was.
 */
export const REPORTING_LINES: ListSource = {
  table: 'reporting_line',
  alias: 'l',
  base: 'join unit u on u.jurisdiction_id = l.jurisdiction_id and u.id = l.unit_id',
  where: "l.duty = 'taskReport'",
  columns: `l.id, l.plan_id, p.title as plan_title, l.unit_id, u.name as unit_name, l.cadence, l.rung, l.colour,
       (select v.body #>> array['reportingLadder', 'rungs', (l.rung - 1)::text, 'label'] from policy_version v
         where v.jurisdiction_id = l.jurisdiction_id and v.version = l.policy_version limit 1) as rung_label,
       l.snapshot #>> '{context,climb,awaitingIssue,rung}' is not null as awaiting_issue,
       coalesce(jsonb_array_length(nullif(l.snapshot #> '{context,taskIds}', 'null')), 0) as task_count,
       (select count(*)::int from sitting s where s.jurisdiction_id = l.jurisdiction_id
         and s.reporting_line_id = l.id and exists (select from obligation o
           where o.jurisdiction_id = s.jurisdiction_id and o.sitting_id = s.id and o.state = 'missed')) as missed_sittings,
       latest.id as latest_sitting_id, next.name as next_name, next.projected_at as next_at`,
  joins: `join plan p on p.jurisdiction_id = l.jurisdiction_id and p.id = l.plan_id
       left join lateral (
         select s.id from sitting s where s.jurisdiction_id = l.jurisdiction_id and s.reporting_line_id = l.id
         order by case when s.due_at <= :now::timestamptz and s.filed_at is null then 0
             when s.opens_at <= :now::timestamptz then 1 else 2 end,
           s.due_at desc limit 1) latest on true
       left join lateral (
         select d.name, d.projected_at from deadline d
         where d.jurisdiction_id = l.jurisdiction_id and d.subject_kind = 'reportingLine' and d.subject_id = l.id
           and d.state = 'armed' and d.projected_at is not null
         order by d.projected_at limit 1) next on true`,
};
