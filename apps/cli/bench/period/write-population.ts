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
import { CLOSES_AT, MARKS, taskMark, type LivedLine, type LivedSubject } from './lived-line.js';

export interface Population {
  jurisdictionId: string;
  /** So many lines in all, spread over the plans: each is a unit's in one plan. */
  lines: number;
  plans: number;
  /** How the n-th line has lived. */
  lived: (line: number) => LivedLine;
}

/** What one line's marks stand for. */
interface Ids {
  index: number;
  line: string;
  plan: string;
  unit: string;
  person: string;
  tasks: string[];
}

/** So many lines are written by one statement a subject of theirs. */
const BATCH = 1_000;
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
    const byLife = new Map<LivedLine, Ids[]>();
    for (let i = from; i < Math.min(population.lines, from + BATCH); i += 1) {
      const lived = population.lived(i);
      const tasks = lived.subjects.filter(({ kind }) => kind === 'task').length;
      const [plan, unit] = [planId(i % population.plans), Math.floor(i / population.plans)];
      const ids: Ids = {
        index: i,
        plan,
        unit: unitId(unit),
        person: personId(unit, 'liaison'),
        line: reportingLineIdOf(plan, unitId(unit), 'ten-day'),
        tasks: Array.from({ length: tasks }, (_, n) => identifierOf('bench', 'task', String(i), String(n))),
      };
      byLife.set(lived, [...(byLife.get(lived) ?? []), ids]);
    }
    await database.transaction(scope, async (tx) => {
      for (const [lived, lines] of byLife) await writeLines(tx, lived, lines, population.plans, rules);
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

async function writeLines(
  tx: Transaction,
  lived: LivedLine,
  lines: readonly Ids[],
  plans: number,
  rules: Rules,
): Promise<void> {
  const kept = lived.subjects.filter(({ sitting }) => sitting === null || WRITTEN.has(sitting.period));
  const order = { task: 1, reportingLine: 0, obligation: 2 };
  kept.sort((a, b) => order[a.kind] - order[b.kind]);
  const sittingsAt = kept.findIndex(({ kind }) => kind === 'obligation');
  for (const [n, one] of kept.entries()) {
    if (n === sittingsAt) await writeSittings(tx, lived, lines);
    await writeSubject(tx, one, lines, plans, rules);
  }
  for (const { of, name, generation, detail, budget, suspensions, projectedAt, armedAt } of lived.clocks) {
    const subject = kept.find(({ kind, id }) => kind === of.kind && id === of.id);
    if (!subject) continue;
    await tx.execute(
      `insert into deadline (jurisdiction_id, id, subject_kind, subject_id, name, generation, detail, budget, suspensions, projected_at,
         calendar_version, state, armed_at)
       select $1, md5($2 || '/' || w.id || '/' || $3 || '/' || $4::integer)::uuid, $2, w.id::uuid, $3, $4, $5, $6, $7, $8, $9, 'armed', $10
       from unnest($11::text[]) as w (id)`,
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
        lines.map((ids) => idOf(subject, ids)),
      ],
    );
  }
}

async function writeSittings(tx: Transaction, lived: LivedLine, lines: readonly Ids[]): Promise<void> {
  for (const { period, periodStart, periodEnd, opensAt, dueAt, filedAt } of lived.sittings) {
    if (!WRITTEN.has(period)) continue;
    await tx.execute(
      `insert into sitting (jurisdiction_id, id, reporting_line_id, plan_id, unit_id, period, period_start, period_end, opens_at, due_at, filed_at)
       select $1, w.id, w.line, w.plan, w.unit, $2, $3, $4, $5, $6, $7
       from unnest($8::uuid[], $9::uuid[], $10::uuid[], $11::uuid[]) as w (id, line, plan, unit)`,
      [
        tx.scope.jurisdictionId,
        period,
        periodStart,
        periodEnd,
        opensAt,
        dueAt,
        filedAt,
        lines.map(({ line }) => sittingIdOf(line, period)),
        lines.map(({ line }) => line),
        lines.map(({ plan }) => plan),
        lines.map(({ unit }) => unit),
      ],
    );
  }
}

const taskOf = (subject: LivedSubject, ids: Ids): string => ids.tasks[subject.task ?? 0] ?? '';

function idOf(subject: LivedSubject, ids: Ids): string {
  if (subject.kind === 'reportingLine') return ids.line;
  if (subject.kind === 'task') return taskOf(subject, ids);
  return obligationIdOf(sittingIdOf(ids.line, subject.sitting?.period ?? ''), taskOf(subject, ids));
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

async function writeSubject(
  tx: Transaction,
  subject: LivedSubject,
  lines: readonly Ids[],
  plans: number,
  rules: Rules,
): Promise<void> {
  const { kind, snapshot, version, sitting } = subject;
  const text = JSON.stringify(snapshot);
  // An obligation's own id follows from marks, and is none itself.
  const tokens = [...new Set(text.match(MARKED) ?? []), ...(kind === 'obligation' ? [subject.id] : [])];
  const k = tokens.length;
  const stamped = tokens.reduce(
    (inner, _, n) => `replace(${inner}, $${15 + k + n}::text, w.t${n})`,
    '$2::text',
  );
  const { names, values } = COLUMNS[kind];
  await tx.execute(
    `insert into ${TABLE[kind]} (jurisdiction_id, id, plan_id, state, machine_version, policy_version, calendar_version, snapshot, version,
       head_hash, ${names})
     select $1, w.id::uuid, w.plan, w.of ->> 'state', $4, $5, $6, (${stamped})::jsonb, $7, md5(w.id || 'a') || md5(w.id || 'b'), ${values}
     from (select u.*, $3::jsonb as of from unnest($8::text[], $9::uuid[], $10::uuid[], $11::uuid[], $12::uuid[], $13::uuid[],
       $14::integer[]${tokens.map((_, n) => `, $${15 + n}::text[]`).join('')})
       as u (id, plan, unit, action, sitting, task, index${tokens.map((_, n) => `, t${n}`).join('')})) w`,
    [
      tx.scope.jurisdictionId,
      text,
      json({ ...shown(subject, rules), n: subject.task, ...sitting }),
      MACHINE_VERSION[kind],
      rules.policy.version,
      rules.calendar.version,
      version,
      lines.map((ids) => idOf(subject, ids)),
      lines.map(({ plan }) => plan),
      lines.map(({ unit }) => unit),
      lines.map(({ index }) => actionId(index % plans)),
      lines.map(({ line }) => (sitting ? sittingIdOf(line, sitting.period) : null)),
      lines.map((ids) => (subject.task === null ? null : taskOf(subject, ids))),
      lines.map(({ index }) => index),
      ...tokens.map((token) => lines.map((ids) => meant(token, subject, ids))),
      ...tokens,
    ],
  );
}

function meant(token: string, subject: LivedSubject, ids: Ids): string {
  if (token === subject.id && subject.kind === 'obligation') return idOf(subject, ids);
  const known: Record<string, string> = {
    [MARKS.line]: ids.line,
    [MARKS.plan]: ids.plan,
    [MARKS.unit]: ids.unit,
    [MARKS.person]: ids.person,
    ...Object.fromEntries(ids.tasks.map((id, n) => [taskMark(n), id])),
  };
  const id = known[token];
  if (id === undefined) throw new Error(`nobody knows what ${token} stands for`);
  return id;
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
