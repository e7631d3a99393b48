import type { SubjectKind } from '#accountability';
import type { Transaction } from '../transaction.js';
import { json } from '../transaction.js';

/** A subject's statechart as its row holds it, with where it belongs. */
export interface SubjectRow {
  id: string;
  snapshot: { value: unknown; context: Record<string, unknown> };
  version: number;
  headHash: string;
  machineVersion: number;
  policyVersion: number;
  planId: string;
  planCode: string;
  actionCode: string | null;
  unitIds: string[];
  /** The task that it is or is about, as people call it; null where it is about none. */
  taskId: string | null;
  taskCode: string | null;
  taskTitle: string | null;
  planTitle: string;
  /** The newest version of the jurisdiction's calendar; null: it has none. */
  calendarVersion: number | null;
  /** Another one after every change to units, people and roles. */
  directoryMark: string;
}

/** A locked row by itself: where it belongs is told by ids. */
export type BareSubjectRow = Omit<
  SubjectRow,
  'planCode' | 'planTitle' | 'actionCode' | 'taskCode' | 'taskTitle'
> & {
  /** Null: its task's, or none. */
  actionId: string | null;
};

/** What a transition leaves in the row besides the snapshot. */
export interface SubjectWrite {
  id: string;
  state: string;
  snapshot: unknown;
  version: number;
  headHash: string;
  machineVersion: number;
  policyVersion: number;
  calendarVersion: number;
  /** Columns of that kind of subject that follow from the snapshot. */
  columns: Record<string, unknown>;
}

const OWN = `s.id, s.snapshot, s.version, s.head_hash as "headHash", s.machine_version as "machineVersion",
  s.policy_version as "policyVersion", m."calendarVersion", m."directoryMark"`;
const COLUMNS = `${OWN}, p.id as "planId", p.code as "planCode", p.title as "planTitle"`;
const STANDING = `cross join (select j.directory_mark as "directoryMark", (select max(c.version) from calendar_version c
    where c.jurisdiction_id = j.id and c.calendar_id = j.calendar_id) as "calendarVersion"
  from jurisdiction j where j.id = $2 offset 0) m`;

const LEADS = `array(select r.unit_id from responsibility r where r.jurisdiction_id = s.jurisdiction_id and r.task_id = s.id
  and r.kind = 'lead' order by r.position)`;

/** One locking read a kind; in the order of ids, so that two transactions meet in the same order. */
const LOCK: Record<SubjectKind, string> = {
  task: `select ${COLUMNS}, a.code as "actionCode", s.id as "taskId", s.code as "taskCode", s.title as "taskTitle",
      ${LEADS} as "unitIds"
    from task s join plan p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.plan_id
      join action a on a.jurisdiction_id = s.jurisdiction_id and a.id = s.action_id
      ${STANDING}
    where s.jurisdiction_id = $2 and s.id = any($1::uuid[]) order by s.id for update of s`,
  obligation: `select ${COLUMNS}, a.code as "actionCode", t.id as "taskId", t.code as "taskCode", t.title as "taskTitle", array[s.unit_id] as "unitIds"
    from obligation s join plan p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.plan_id
      left join task t on t.jurisdiction_id = s.jurisdiction_id and t.id = s.task_id
      left join action a on a.jurisdiction_id = s.jurisdiction_id and a.id = coalesce(s.action_id, t.action_id)
      ${STANDING}
    where s.jurisdiction_id = $2 and s.id = any($1::uuid[]) order by s.id for update of s`,
  reportingLine: `select ${COLUMNS}, null as "actionCode", null::uuid as "taskId", null as "taskCode", null as "taskTitle", array[s.unit_id] as "unitIds"
    from reporting_line s join plan p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.plan_id
      ${STANDING}
    where s.jurisdiction_id = $2 and s.id = any($1::uuid[]) order by s.id for update of s`,
};

const bare = (
  table: string,
  ids: string,
): string => `select ${OWN}, s.plan_id as "planId", ${ids} from ${table} s ${STANDING}
  where s.jurisdiction_id = $2 and s.id = any($1::uuid[]) order by s.id for update of s`;
const BARE: Record<SubjectKind, string> = {
  task: bare('task', `s.action_id as "actionId", s.id as "taskId", ${LEADS} as "unitIds"`),
  obligation: bare(
    'obligation',
    `s.action_id as "actionId", s.task_id as "taskId", array[s.unit_id] as "unitIds"`,
  ),
  reportingLine: bare(
    'reporting_line',
    `null::uuid as "actionId", null::uuid as "taskId", array[s.unit_id] as "unitIds"`,
  ),
};

/**
 * The same locks, without looking up what plan, action and task are called: under row-level security that takes three
 * quarters of the time, and it is known as long as the mark of the directory stays the same.
 */
export const lockBareSubjects = (
  tx: Transaction,
  kind: SubjectKind,
  ids: readonly string[],
): Promise<BareSubjectRow[]> => readBy(tx, ids, BARE[kind], BARE_ONE[kind]);

/** The same without the lock. */
export const readBareSubjects = (
  tx: Transaction,
  kind: SubjectKind,
  ids: readonly string[],
): Promise<BareSubjectRow[]> => readBy(tx, ids, BARE_READ[kind], BARE_READ_ONE[kind]);

export const lockSubjects = (
  tx: Transaction,
  kind: SubjectKind,
  ids: readonly string[],
): Promise<SubjectRow[]> => readBy(tx, ids, LOCK[kind], LOCK_ONE[kind]);

/** The same without the lock, for lists that say what somebody may do. */
export const readSubjects = (
  tx: Transaction,
  kind: SubjectKind,
  ids: readonly string[],
): Promise<SubjectRow[]> => readBy(tx, ids, READ[kind], READ_ONE[kind]);

/**
 * One subject by equality: PostgreSQL keeps the plan of that, and plans `any` anew each time, since it takes the array for
 * shorter than it guesses (measured: 200 µs against 53 µs).
 */
const readBy = <Row extends object>(
  tx: Transaction,
  ids: readonly string[],
  many: string,
  one: string,
): Promise<Row[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.query<Row>(ids.length === 1 ? one : many, [
        ids.length === 1 ? ids[0] : ids,
        tx.scope.jurisdictionId,
      ]);

const changed = (texts: typeof LOCK, from: string, to: string): typeof LOCK => ({
  task: texts.task.replace(from, to),
  obligation: texts.obligation.replace(from, to),
  reportingLine: texts.reportingLine.replace(from, to),
});
const BARE_ONE = changed(BARE, 's.id = any($1::uuid[]) order by s.id', 's.id = $1');
const LOCK_ONE = changed(LOCK, 's.id = any($1::uuid[]) order by s.id', 's.id = $1');
const READ = changed(LOCK, ' for update of s', '');
const READ_ONE = changed(LOCK_ONE, ' for update of s', '');
const BARE_READ = changed(BARE, ' for update of s', '');
const BARE_READ_ONE = changed(BARE_ONE, ' for update of s', '');

export const SUBJECT_TABLE: Record<SubjectKind, string> = {
  task: 'task',
  obligation: 'obligation',
  reportingLine: 'reporting_line',
};

/** Columns that follow from the snapshot or from what happened, per kind: set as `settingOf` says. */
export const DERIVED: Record<SubjectKind, readonly [column: string, type: string][]> = {
  task: [
    ['schedule', 'text'],
    ['supervision', 'text'],
    ['progress', 'numeric'],
    ['expected', 'numeric'],
    ['start_on', 'date'],
    ['deadline_on', 'date'],
    ['needs_assignment', 'boolean'],
    ['last_reports', 'jsonb'],
  ],
  obligation: [],
  reportingLine: [
    ['rung', 'integer'],
    ['colour', 'text'],
  ],
};

/** How a derived column is set from the row `w`; what units reported last is added to what others did. */
export const settingOf = ([column]: readonly [string, string]): string =>
  column === 'last_reports' ? 'last_reports = s.last_reports || w.last_reports' : `${column} = w.${column}`;

/**
 * Writes what became of locked subjects, in one statement a kind. The version checked is the one they were read
 * at: a count that falls short means that somebody wrote without the lock, and throws.
 */
export async function saveSubjects(
  tx: Transaction,
  kind: SubjectKind,
  rows: readonly SubjectWrite[],
): Promise<void> {
  if (rows.length === 0) return;
  const derived = DERIVED[kind];
  const sets = derived.map(settingOf);
  const types = derived.map(([column, type]) => `${column} ${type}`);
  const changed = await tx.execute(
    `update ${SUBJECT_TABLE[kind]} s set state = w.state, snapshot = w.snapshot, version = w.version, head_hash = w."headHash",
       machine_version = w."machineVersion", policy_version = w."policyVersion", calendar_version = w."calendarVersion"${sets.map((set) => `, ${set}`).join('')}
     from jsonb_to_recordset($1::jsonb) as w (id uuid, state text, snapshot jsonb, version integer, "headHash" text,
       "machineVersion" integer, "policyVersion" integer, "calendarVersion" integer${types.map((type) => `, ${type}`).join('')})
     where s.jurisdiction_id = $2 and s.id = w.id and s.version < w.version`,
    [json(rows.map(({ columns, ...row }) => ({ ...row, ...columns }))), tx.scope.jurisdictionId],
  );
  if (changed !== rows.length) throw new Error(`${kind}: ${rows.length} rows to save, ${changed} saved`);
}

export interface NewReportingLine extends SubjectWrite {
  planId: string;
  unitId: string;
  duty: string;
  cadence: string;
}

export async function insertReportingLines(
  tx: Transaction,
  rows: readonly NewReportingLine[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `insert into reporting_line (jurisdiction_id, id, plan_id, unit_id, duty, cadence, state, rung, colour, machine_version,
       policy_version, calendar_version, snapshot, version, head_hash)
     select $2, w.id, w."planId", w."unitId", w.duty, w.cadence, w.state, w.rung, w.colour, w."machineVersion", w."policyVersion",
       w."calendarVersion", w.snapshot, w.version, w."headHash"
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "planId" uuid, "unitId" uuid, duty text, cadence text, state text, rung integer,
       colour text, "machineVersion" integer, "policyVersion" integer, "calendarVersion" integer, snapshot jsonb,
       version integer, "headHash" text)`,
    [json(rows.map(({ columns, ...row }) => ({ ...row, ...columns }))), tx.scope.jurisdictionId],
  );
}

export interface NewObligation extends SubjectWrite {
  sittingId: string | null;
  planId: string;
  taskId: string | null;
  actionId: string | null;
  unitId: string;
  kind: string;
  duty: string;
  askedByUnitId: string | null;
  period: string;
  dueAt: string;
}

export async function insertObligations(tx: Transaction, rows: readonly NewObligation[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `insert into obligation (jurisdiction_id, id, sitting_id, plan_id, task_id, action_id, unit_id, kind, duty, asked_by_unit_id, period,
       due_at, state, machine_version, policy_version, calendar_version, snapshot, version, head_hash)
     select $2, w.id, w."sittingId", w."planId", w."taskId", w."actionId", w."unitId", w.kind, w.duty, w."askedByUnitId",
       w.period, w."dueAt", w.state, w."machineVersion", w."policyVersion", w."calendarVersion", w.snapshot, w.version,
       w."headHash"
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "sittingId" uuid, "planId" uuid, "taskId" uuid, "actionId" uuid,
       "unitId" uuid, kind text, duty text, "askedByUnitId" uuid, period text, "dueAt" timestamptz, state text, "machineVersion" integer, "policyVersion" integer, "calendarVersion" integer,
       snapshot jsonb, version integer, "headHash" text)`,
    [json(rows.map(({ columns, ...row }) => ({ ...row, ...columns }))), tx.scope.jurisdictionId],
  );
}

/** Which of these obligations are there already: a task that left a sitting and came back owes it no second time. */
export async function existingObligations(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>('select id from obligation where id = any($1::uuid[])', [ids]);
  return new Set(rows.map((row) => row.id));
}
