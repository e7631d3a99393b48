import type { ListSource } from '../lists/list-source.js';
import { likePattern } from './like-pattern.js';
import { TASK_COLUMNS, TASK_JOINS } from './task-columns.js';
import { STANDING_TODAY } from './today.js';

const hasWord = (like: string): string =>
  `(t.title ilike ${like} or t.code ilike ${like} or t.section ilike ${like} or exists (
    select from responsibility r join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id
    where r.jurisdiction_id = t.jurisdiction_id and r.task_id = t.id and r.kind = 'lead' and u.name ilike ${like}))`;

/** Tasks as a list reads them: TaskRow. */
export const TASKS: ListSource = {
  table: 'task',
  alias: 't',
  base: 'join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id',
  columns: TASK_COLUMNS,
  joins: TASK_JOINS,
  conditions: {
    unit: (unit, param) => `t.id in (select r.task_id from responsibility r
      where r.jurisdiction_id = $1 and r.unit_id = ${param(unit)}::uuid)`,
    schedule: (schedule, param) => `(${STANDING_TODAY}).today_schedule = ${param(schedule)}`,
    // Few lines climb at a time: the tasks are found from them.
    rung: (rung, param) => `t.id in (
      select (named.id #>> '{}')::uuid from reporting_line l
        cross join jsonb_array_elements(coalesce(l.snapshot #> '{context,climb,owed}', '[]')) owed
        cross join jsonb_array_elements(owed -> 'taskIds') named(id)
      where l.jurisdiction_id = $1 and l.rung >= ${param(rung)}::int)`,
    needsAssignment: (needs) => (needs === true ? 't.needs_assignment' : 'not t.needs_assignment'),
    lead: (unit, param) => `t.id in (select r.task_id from responsibility r
      where r.jurisdiction_id = $1 and r.unit_id = ${param(unit)}::uuid and r.kind = 'lead')`,
    // Every word somewhere, in any order.
    q: (words, param) =>
      String(words)
        .split(/\s+/u)
        .map((word) => hasWord(param(likePattern(word))))
        .join(' and '),
  },
};
