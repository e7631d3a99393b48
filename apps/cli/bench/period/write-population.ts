import {
  identifierOf,
  MACHINE_VERSION,
  obligationIdOf,
  reportingLineIdOf,
  sittingIdOf,
  stateName,
  type Policy,
  type ReportingLineContext,
  type Rules,
  type TaskContext,
} from '#accountability';
import type { CalendarData } from '#calendar';
import {
  insertCalendarVersion,
  insertPolicyVersion,
  json,
  type Database,
  type Transaction,
} from '#persistence';
import { CLOSES_AT, MARKS, type LivedLine, type LivedSubject } from './lived-line.js';

export interface Population {
  jurisdictionId: string;
  /** So many lines in all, spread over the plans: each is a unit's in one plan. */
  lines: number;
  plans: number;
  /** How the n-th line has lived. */
  lived: (line: number) => LivedLine;
}

/** So many lines are laid out at once, and written by one statement a life and subject. */
const BATCH = 10_000;
const MARKED = /\uE000\w+\uE001/g;

const planId = (n: number): string => identifierOf('bench', 'plan', String(n));
const unitId = (n: number): string => identifierOf('bench', 'unit', String(n));
const personId = (n: number, post: string): string => identifierOf('bench', 'person', post, String(n));
const actionId = (n: number): string => identifierOf('bench', 'action', String(n));

/**
 * Writes a jurisdiction that stands a moment before a period falls due: plans, units with a liaison and a head, tasks, lines,
 * sittings, what is owed in the last two periods, and every armed clock. Nothing else of the past: hashes are none of a
 * chain. Ids do not depend on the jurisdiction.
 */
export async function writePopulation(
  database: Database,
  population: Population,
  rules: Rules,
  calendar: CalendarData,
  tell: (line: number) => void = () => {},
): Promise<void> {
  const scope = { jurisdictionId: population.jurisdictionId };
  const units = Math.ceil(population.lines / population.plans);
  await database.transaction(scope, (tx) => found(tx, population, units, rules.policy, calendar));
  for (let from = 0; from < population.lines; from += BATCH) {
    tell(from);
    const lives = new Map<LivedLine, Life>();
    const rows: LineRow[] = [];
    for (let i = from; i < Math.min(population.lines, from + BATCH); i += 1) {
      const lived = population.lived(i);
      const life = lives.get(lived) ?? lifeOf(lives.size, lived);
      lives.set(lived, life);
      rows.push(rowOf(i, population.plans, life));
    }
    await database.transaction(scope, async (tx) => {
      await layOut(tx, rows);
      for (const life of lives.values()) await writeLife(tx, life, rules);
    });
  }
}

async function found(
  tx: Transaction,
  { lines, plans }: Population,
  units: number,
  policy: Policy,
  calendar: CalendarData,
): Promise<void> {
  const at = '2024-01-02T02:00:00.000Z';
  const j = tx.scope.jurisdictionId;
  await tx.execute(
    `insert into jurisdiction (id, name, level, calendar_id, created_at) values ($1, '测速区', 'county', $2, $3)`,
    [j, calendar.id, at],
  );
  await insertCalendarVersion(tx, { id: calendar.id, version: calendar.version, body: calendar, at });
  await insertPolicyVersion(tx, { id: policy.id, version: policy.version, body: policy, at });
  const numbers = Array.from({ length: units + 1 }, (_, n) => n);
  await tx.execute(
    `insert into unit (jurisdiction_id, id, code, name, kind)
     select $1, w.id, 'u' || w.n, '第' || w.n || '单位', 'government-department' from unnest($2::uuid[], $3::integer[]) as w (id, n)`,
    [j, numbers.map(unitId), numbers],
  );
  const posts: [unit: number, role: string, scopeKind: string, scopeId: string][] = [
    ...numbers.flatMap((n): typeof posts => [
      [n, 'liaison', 'unit', unitId(n)],
      [n, 'leadUnitHead', 'unit', unitId(n)],
    ]),
    // The last unit is nobody's lead: the offices sit there.
    ...['supervisor', 'headquartersOffice', 'commander'].map((role): (typeof posts)[number] => [
      units,
      role,
      'jurisdiction',
      j,
    ]),
    ...Array.from({ length: plans }, (_, p): (typeof posts)[number] => [
      units,
      'taskForceOffice',
      'action',
      `plan${p}/A1`,
    ]),
  ];
  const people = posts.map(([unit, role, , scopeId]) =>
    personId(unit, role === 'taskForceOffice' ? scopeId : role),
  );
  await tx.execute(
    `insert into person (jurisdiction_id, id, unit_id, name, username)
     select $1, w.id, w.unit, w.role || w.n, $1 || '-' || w.n from unnest($2::uuid[], $3::uuid[], $4::text[], $5::integer[]) as w (id, unit, role, n)`,
    [j, people, posts.map(([unit]) => unitId(unit)), posts.map(([, role]) => role), posts.map((_, n) => n)],
  );
  await tx.execute(
    `insert into role_assignment (jurisdiction_id, id, person_id, role, scope_kind, scope_id)
     select $1, w.id, w.id, w.role, w.kind, w.scope from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as w (id, role, kind, scope)`,
    [
      j,
      people,
      posts.map(([, role]) => role),
      posts.map(([, , kind]) => kind),
      posts.map(([, , , id]) => id),
    ],
  );
  for (let p = 0; p < Math.min(plans, lines); p += 1) {
    await tx.execute(
      `insert into plan (jurisdiction_id, id, code, title, year, policy_version) values ($1, $2, $3, $4, 2024, $5)`,
      [j, planId(p), `plan${p}`, `第${p}方案`, policy.version],
    );
    await tx.execute(
      `insert into action (jurisdiction_id, id, plan_id, code, name, position) values ($1, $2, $3, 'A1', '行动', 1)`,
      [j, actionId(p), planId(p)],
    );
  }
}

/** The periods that are written: the one before and the one that falls due. */
const WRITTEN = new Set(['2024-04 中旬', '2024-04 下旬']);

/** A life that several lines have had, by its number within a batch. */
interface Life {
  number: number;
  lived: LivedLine;
  /** In the order in which they are written: whatever another one refers to comes first. */
  subjects: LivedSubject[];
  periods: string[];
}

function lifeOf(number: number, lived: LivedLine): Life {
  const order = { reportingLine: 0, task: 1, obligation: 2 };
  const subjects = lived.subjects
    .filter(({ sitting }) => sitting === null || WRITTEN.has(sitting.period))
    .sort((a, b) => order[a.kind] - order[b.kind]);
  const periods = lived.sittings.map(({ period }) => period).filter((period) => WRITTEN.has(period));
  return { number, lived, subjects, periods };
}

/** A line's ids, as they are laid out; those of what it owes in the order of the life's subjects. */
interface LineRow {
  index: number;
  life: number;
  plan: string;
  unit: string;
  action: string;
  person: string;
  line: string;
  tasks: string[];
  sittings: string[];
  owed: string[];
}

function rowOf(index: number, plans: number, { number, subjects, periods }: Life): LineRow {
  const [plan, unit] = [planId(index % plans), Math.floor(index / plans)];
  const line = reportingLineIdOf(plan, unitId(unit), 'ten-day');
  const count = subjects.filter(({ kind }) => kind === 'task').length;
  const tasks = Array.from({ length: count }, (_, n) =>
    identifierOf('bench', 'task', String(index), String(n)),
  );
  const owed = subjects.flatMap(({ kind, sitting, task }) =>
    kind === 'obligation'
      ? [obligationIdOf(sittingIdOf(line, sitting?.period ?? ''), tasks[task ?? 0] ?? '')]
      : [],
  );
  return {
    index,
    life: number,
    plan,
    unit: unitId(unit),
    action: actionId(index % plans),
    person: personId(unit, 'liaison'),
    line,
    tasks,
    sittings: periods.map((period) => sittingIdOf(line, period)),
    owed,
  };
}

const arrayOf = (ids: readonly string[]): string => `{${ids.join(',')}}`;

/** The ids of a batch, where the statements of all lives find them: each is sent once. */
async function layOut(tx: Transaction, rows: readonly LineRow[]): Promise<void> {
  await tx.execute(
    `create temporary table laid_out (index integer, life integer, plan uuid, unit uuid, action uuid, person uuid, line uuid,
       tasks uuid[], sittings uuid[], owed uuid[]) on commit drop`,
  );
  const columns = ['plan', 'unit', 'action', 'person', 'line'] as const;
  await tx.execute(
    `insert into laid_out select u.index, u.life, u.plan, u.unit, u.action, u.person, u.line, u.tasks::uuid[], u.sittings::uuid[],
       u.owed::uuid[]
     from unnest($1::integer[], $2::integer[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[],
       $10::text[]) as u (index, life, plan, unit, action, person, line, tasks, sittings, owed)`,
    [
      arrayOf(rows.map(({ index }) => String(index))),
      arrayOf(rows.map(({ life }) => String(life))),
      ...columns.map((column) => arrayOf(rows.map((row) => row[column]))),
      rows.map(({ tasks }) => arrayOf(tasks)),
      rows.map(({ sittings }) => arrayOf(sittings)),
      rows.map(({ owed }) => arrayOf(owed)),
    ],
  );
  await tx.execute('create index on laid_out (life)');
  await tx.execute('analyze laid_out');
}

async function writeLife(tx: Transaction, life: Life, rules: Rules): Promise<void> {
  const { subjects, lived } = life;
  const sittingsAt = subjects.findIndex(({ kind }) => kind === 'obligation');
  for (const [n, one] of subjects.entries()) {
    if (n === sittingsAt) await writeSittings(tx, life);
    await writeSubject(tx, one, life, rules);
  }
  for (const { of, name, generation, detail, budget, suspensions, projectedAt, armedAt } of lived.clocks) {
    const subject = subjects.find(({ kind, id }) => kind === of.kind && id === of.id);
    if (!subject) continue;
    const id = idOf(subject, life);
    await tx.execute(
      `insert into deadline (jurisdiction_id, id, subject_kind, subject_id, name, generation, detail, budget, suspensions, projected_at,
         calendar_version, state, armed_at)
       select $1, md5($2 || '/' || ${id} || '/' || $3 || '/' || $4::integer)::uuid, $2, ${id}, $3, $4, $5, $6, $7, $8, $9, 'armed', $10
       from laid_out w where w.life = $11`,
      [
        tx.scope.jurisdictionId,
        of.kind,
        name,
        generation,
        json(detail),
        json(budget),
        json(suspensions),
        projectedAt,
        rules.calendar.version,
        armedAt,
        life.number,
      ],
    );
  }
}

async function writeSittings(tx: Transaction, { number, lived, periods }: Life): Promise<void> {
  for (const { period, periodStart, periodEnd, opensAt, dueAt, filedAt } of lived.sittings) {
    if (!WRITTEN.has(period)) continue;
    await tx.execute(
      `insert into sitting (jurisdiction_id, id, reporting_line_id, plan_id, unit_id, period, period_start, period_end, opens_at, due_at, filed_at)
       select $1, w.sittings[$8], w.line, w.plan, w.unit, $2, $3, $4, $5, $6, $7 from laid_out w where w.life = $9`,
      [
        tx.scope.jurisdictionId,
        period,
        periodStart,
        periodEnd,
        opensAt,
        dueAt,
        filedAt,
        periods.indexOf(period) + 1,
        number,
      ],
    );
  }
}

const taskOf = ({ task }: LivedSubject): string => (task === null ? 'null::uuid' : `w.tasks[${task + 1}]`);

/** Where a subject's id is laid out. */
function idOf(subject: LivedSubject, { subjects }: Life): string {
  if (subject.kind === 'reportingLine') return 'w.line';
  if (subject.kind === 'task') return taskOf(subject);
  return `w.owed[${subjects.filter(({ kind }) => kind === 'obligation').indexOf(subject) + 1}]`;
}

const COLUMNS: Record<LivedSubject['kind'], { names: string; values: string }> = {
  task: {
    names:
      'action_id, code, title, place, start_on, deadline_on, original_deadline_on, deadline_inferred, schedule, supervision, progress, expected',
    values: `w.action, 'T' || w.index || '-' || (w.of ->> 'n'), '第' || w.index || '线第' || (w.of ->> 'n') || '项任务', '{}',
      (w.of ->> 'startOn')::date, (w.of ->> 'deadlineOn')::date, (w.of ->> 'deadlineOn')::date, false, w.of ->> 'schedule',
      w.of ->> 'supervision', (w.of ->> 'progress')::numeric, (w.of ->> 'expected')::numeric`,
  },
  reportingLine: {
    names: 'unit_id, cadence, rung, colour',
    values: `w.unit, 'ten-day', (w.of ->> 'rung')::integer, w.of ->> 'colour'`,
  },
  obligation: {
    names: 'unit_id, sitting_id, task_id, kind, period, due_at',
    values: `w.unit, w.sitting, w.task, 'taskReport', w.of ->> 'period', (w.of ->> 'dueAt')::timestamptz`,
  },
};
const TABLE = { task: 'task', reportingLine: 'reporting_line', obligation: 'obligation' } as const;

async function writeSubject(tx: Transaction, subject: LivedSubject, life: Life, rules: Rules): Promise<void> {
  const { kind, snapshot, version, sitting } = subject;
  const text = JSON.stringify(snapshot);
  // An obligation's own id follows from marks, and is none itself.
  const tokens = [...new Set(text.match(MARKED) ?? []), ...(kind === 'obligation' ? [subject.id] : [])];
  const id = idOf(subject, life);
  const stamped = tokens.reduce(
    (inner, token, n) => `replace(${inner}, $${9 + n}::text, ${meant(token, subject, id)}::text)`,
    '$2::text',
  );
  const { names, values } = COLUMNS[kind];
  const sittingId = sitting ? `w.sittings[${life.periods.indexOf(sitting.period) + 1}]` : 'null::uuid';
  await tx.execute(
    `insert into ${TABLE[kind]} (jurisdiction_id, id, plan_id, state, machine_version, policy_version, calendar_version, snapshot, version,
       head_hash, ${names})
     select $1, w.id, w.plan, w.of ->> 'state', $4, $5, $6, (${stamped})::jsonb, $7, md5(w.id || 'a') || md5(w.id || 'b'), ${values}
     from (select l.*, ${id.replace('w.', 'l.')} as id, ${sittingId.replace('w.', 'l.')} as sitting, ${taskOf(subject).replace('w.', 'l.')} as task,
       $3::jsonb as of from laid_out l where l.life = $8) w`,
    [
      tx.scope.jurisdictionId,
      text,
      json({ ...shown(subject, rules), n: subject.task, ...sitting }),
      MACHINE_VERSION[kind],
      rules.policy.version,
      rules.calendar.version,
      version,
      life.number,
      ...tokens,
    ],
  );
}

const KNOWN: Readonly<Record<string, string>> = {
  [MARKS.line]: 'w.line',
  [MARKS.plan]: 'w.plan',
  [MARKS.unit]: 'w.unit',
  [MARKS.person]: 'w.person',
};

function meant(token: string, subject: LivedSubject, id: string): string {
  if (token === subject.id && subject.kind === 'obligation') return id;
  const task = /^\uE000task(\d+)\uE001$/.exec(token);
  const known = task ? `w.tasks[${Number(task[1]) + 1}]` : KNOWN[token];
  if (known === undefined) throw new Error(`nobody knows what ${token} stands for`);
  return known;
}

/** What the row shows of the snapshot. */
function shown({ kind, snapshot: { value, context } }: LivedSubject, rules: Rules): Record<string, unknown> {
  if (kind === 'obligation') return { state: stateName(value) };
  if (kind === 'task') {
    const { life, schedule, supervision = 'none' } = value as Record<string, unknown>;
    const { progress, expected, startOn, deadlineOn } = context as unknown as TaskContext;
    const states = {
      state: stateName(life),
      schedule: stateName(schedule),
      supervision: stateName(supervision),
    };
    return { ...states, progress, expected, startOn, deadlineOn };
  }
  const { climb } = context as unknown as ReportingLineContext;
  const reached = climb?.reached ?? 0;
  const inForce = climb?.awaitingIssue ? reached - 1 : reached;
  const colour = rules.policy.reportingLadder.rungs[inForce - 1]?.colour ?? null;
  return { state: stateName((value as { ladder: unknown }).ladder), rung: reached, colour };
}

/** When the clocks of the population run down. */
export const FALLS_DUE = CLOSES_AT;
