import type { Transaction } from '#persistence';

/** A year of many units, made up: as many rows as a real one would have, and the events that scoring looks at. */
export interface MadeUpYear {
  units: number;
  /** Of each unit; a task has eight events, every tenth one more: its deadline passed. */
  tasksEach: number;
  /** Of each unit; a report has four events, every twentieth is returned and filed again. */
  reportsEach: number;
}

export const BENCH_JURISDICTION = '990000';
const J = `'${BENCH_JURISDICTION}'`;

/** An id that follows from a kind and a number, as SQL. */
const idOf = (kind: string, number: string): string =>
  `(substr(md5('${kind}' || (${number})), 1, 8) || '-' || substr(md5('${kind}' || (${number})), 9, 4) || '-5' || substr(md5('${kind}' || (${number})), 14, 3)
    || '-8' || substr(md5('${kind}' || (${number})), 18, 3) || '-' || substr(md5('${kind}' || (${number})), 21, 12))::uuid`;

const TASK_EVENTS = [
  `(1, 'DRAFTED', jsonb_build_object('input', jsonb_build_object('leadUnitIds', jsonb_build_array(unit), 'deadlineOn', '2024-11-30')), '2024-01-08')`,
  `(2, 'CONFIRMED', '{}'::jsonb, '2024-01-09')`,
  `(3, 'DISPATCHED', '{}', '2024-01-10')`,
  `(4, case when n % 10 = 0 then 'SIGNING_OVERDUE' else 'SIGNED' end, jsonb_build_object('unitId', unit), '2024-01-12')`,
  `(5, case when n % 10 = 1 then 'DEADLINE_PASSED' else 'PROGRESS_REPORTED' end, jsonb_build_object('unitId', unit, 'progress', 80), '2024-11-30')`,
  `(6, 'CLOSURE_REQUESTED', jsonb_build_object('unitId', unit), '2024-12-02')`,
  `(7, 'GATE_PASSED', jsonb_build_object('gate', 'taskForceReview'), '2024-12-04')`,
  `(8, 'GATE_PASSED', jsonb_build_object('gate', 'approval'), '2024-12-10')`,
];

const REPORT_EVENTS = [
  `(1, 'SCHEDULED', jsonb_build_object('input', jsonb_build_object('id', id, 'unitId', unit, 'taskId', task, 'period', period, 'dueAt', due)), opens)`,
  `(2, 'WINDOW_OPENED', '{}'::jsonb, opens)`,
  `(3, 'REPORT_FILED', jsonb_build_object('reportId', id, 'progress', 50, 'noChange', false), case when n % 15 = 0 then due + interval '2 days' else due - interval '1 hour' end)`,
  `(4, case when n % 20 = 0 then 'REPORT_RETURNED' else 'REPORT_ACCEPTED' end, '{"silently": true}', due + interval '3 days')`,
];

/** Writes the year into an empty jurisdiction. Hashes are not those of a chain: nobody verifies this one. */
export async function writeMadeUpYear(
  tx: Transaction,
  { units, tasksEach, reportsEach }: MadeUpYear,
): Promise<void> {
  const [unit, task, plan, report] = [
    idOf('unit', 'u::text'),
    idOf('task', 'n::text'),
    idOf('plan', `'1'`),
    idOf('report', 'n::text'),
  ];
  const statements = [
    `insert into jurisdiction (id, name, level, calendar_id, created_at) values (${J}, '测速省', 'province', 'cn-state-council', '2024-01-01')`,
    `insert into unit (jurisdiction_id, id, code, name, kind)
     select ${J}, ${unit}, 'u' || u, '第' || u || '单位', (array['government-department', 'township', 'branch-office'])[1 + u % 3]
     from generate_series(1, ${units}) u`,
    `insert into plan (jurisdiction_id, id, code, title, year, policy_version) values (${J}, ${plan}, 'bench', '测速方案', 2024, 1)`,
    `insert into action (jurisdiction_id, id, plan_id, code, name, "position") values (${J}, ${idOf('action', `'1'`)}, ${plan}, 'A1', '行动', 1)`,
    `insert into task (jurisdiction_id, id, plan_id, action_id, code, title, place, deadline_on, original_deadline_on, deadline_inferred, state,
       machine_version, policy_version, calendar_version, snapshot, version, head_hash)
     select ${J}, ${task}, ${plan}, ${idOf('action', `'1'`)}, 'T' || n, '第' || n || '项任务', '{}', '2024-11-30', '2024-11-30', false, 'closed', 3, 1, 1, '{}', 8, ''
     from generate_series(1, ${units * tasksEach}) n`,
    `insert into indicator (jurisdiction_id, task_id, "position", name, comparator, value)
     select ${J}, ${task}, 0, '指标', '>=', 90 from generate_series(1, ${units * tasksEach}) n`,
    `insert into obligation (jurisdiction_id, id, task_id, plan_id, unit_id, kind, period, due_at, state, machine_version, policy_version,
       calendar_version, snapshot, version, head_hash)
     select ${J}, ${report}, ${idOf('task', `((n - 1) / ${reportsEach} * ${tasksEach} + n % ${tasksEach} + 1)::text`)}, ${plan},
       ${idOf('unit', `((n - 1) / ${reportsEach} + 1)::text`)}, 'taskReport', '2024', '2024-01-20'::timestamptz + (n % ${reportsEach}) * interval '10 days', 'accepted', 2, 1, 1, '{}', 4, ''
     from generate_series(1, ${units * reportsEach}) n`,
    `insert into event (jurisdiction_id, subject_kind, subject_id, seq, type, payload, at, idempotency_key, prev_hash, hash)
     select ${J}, 'task', t.id, e.seq, e.type, e.payload, e.at::timestamptz, 'k' || e.seq, '', ''
     from (select n, ${task} as id, ${idOf('unit', `((n - 1) / ${tasksEach} + 1)::text`)} as unit from generate_series(1, ${units * tasksEach}) n) t
       cross join lateral (values ${TASK_EVENTS.join(', ')}) e (seq, type, payload, at)`,
    `insert into event (jurisdiction_id, subject_kind, subject_id, seq, type, payload, at, idempotency_key, prev_hash, hash)
     select ${J}, 'obligation', o.id, e.seq, e.type, e.payload, e.at, 'k' || e.seq, '', ''
     from (select row_number() over (order by id) as n, id, unit_id as unit, task_id as task, period,
         due_at as due, due_at - interval '3 days' as opens from obligation) o
       cross join lateral (values ${REPORT_EVENTS.join(', ')}) e (seq, type, payload, at)`,
  ];
  for (const statement of statements) await tx.execute(statement);
}
