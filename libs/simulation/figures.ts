import { createHash } from 'node:crypto';
import { instantOf, type Instant } from '#calendar';
import type { Queryable } from '#persistence';

/** What came of a simulation, in figures. Nothing in it depends on the machine or the moment. */
export interface SimulationFigures {
  schema: 'luoshi.simulation/1';
  scenario: string;
  plan: string;
  from: string;
  to: string;
  seed: number;
  periods: string[];
  tasks: Record<string, number>;
  obligations: Record<string, number>;
  filings: { onTime: number; late: number; refiled: number; acceptedSilently: number };
  sittings: { total: number; onTime: number; late: number; unfiled: number };
  /** What was owed besides the reports and fell due: `monthlyBulletin` and so on. */
  duties: Record<string, { owed: number; onTime: number; late: number; missed: number }>;
  messages: Record<string, number>;
  rungs: Record<string, number>;
  notices: Record<string, Record<string, number>>;
  alerts: Record<string, number>;
  events: number;
  byPeriod: {
    period: string;
    sittings: number;
    onTime: number;
    late: number;
    unfiled: number;
    rungs: number;
  }[];
  byUnit: UnitFigures[];
  /** SHA-256 over the heads of all chains: equal only where every event of every subject is equal. */
  trail: string;
  /** SHA-256 over the text of every notice and message. */
  texts: string;
}

export interface UnitFigures {
  unit: string;
  tasks: number;
  obligations: number;
  onTime: number;
  late: number;
  missed: number;
  reminders: number;
  blue: number;
  yellow: number;
  red: number;
  interview: number;
}

type Tally = { name: string; count: number };

/** Reads the figures. Periods and sittings are those that fell due by the last day; what lies ahead is not counted. */
export async function readFigures(
  tx: Queryable,
  about: Pick<SimulationFigures, 'scenario' | 'plan' | 'from' | 'to' | 'seed'>,
): Promise<SimulationFigures> {
  const end = instantOf(about.to, '23:59');
  const tally = async (sql: string): Promise<Record<string, number>> =>
    Object.fromEntries((await tx.query<Tally>(sql)).map(({ name, count }) => [name, count]));
  const one = async <T extends object>(sql: string, params: readonly unknown[] = []): Promise<T> => {
    const [row] = await tx.query<T>(sql, params);
    if (!row) throw new Error('a figure without a row');
    return row;
  };
  const periods = await tx.query<SimulationFigures['byPeriod'][number]>(
    `select s.period, count(*)::integer as sittings, (count(*) filter (where s.filed_at <= s.due_at))::integer as "onTime",
       (count(*) filter (where s.filed_at > s.due_at))::integer as late,
       (count(*) filter (where s.filed_at is null))::integer as unfiled,
       (select count(*) from event e join reporting_line l on l.id = e.subject_id and l.duty = 'taskReport'
        where e.subject_kind = 'reportingLine' and e.type = 'RUNG_DUE'
          and e.at >= min(s.due_at) and e.at < (select coalesce(min(n.due_at), 'infinity') from sitting n where n.duty = 'taskReport' and n.due_at > min(s.due_at)))::integer as rungs
     from sitting s where s.duty = 'taskReport' and s.due_at <= $1 group by s.period order by min(s.due_at), s.period collate "C"`,
    [end],
  );
  const notices = await tx.query<Tally & { state: string }>(
    'select kind as name, state, count(*)::integer as count from notice group by 1, 2 order by 1, 2',
  );
  const byKind: Record<string, Record<string, number>> = {};
  for (const { name, state, count } of notices) (byKind[name] ??= {})[state] = count;
  return {
    schema: 'luoshi.simulation/1',
    ...about,
    periods: periods.map(({ period }) => period),
    tasks: await tally('select state as name, count(*)::integer as count from task group by 1 order by 1'),
    obligations: await tally(
      `select state as name, count(*)::integer as count from obligation where kind = 'taskReport' group by 1 order by 1`,
    ),
    filings:
      await one(`select (count(*) filter (where type = 'REPORT_FILED' and not late and first))::integer as "onTime",
       (count(*) filter (where type = 'REPORT_FILED' and late and first))::integer as late,
       (count(*) filter (where type = 'REPORT_FILED' and not first))::integer as refiled,
       (count(*) filter (where type = 'REPORT_ACCEPTED' and (payload->>'silently')::boolean))::integer as "acceptedSilently"
     from (select e.type, e.payload, e.at > o.due_at as late,
       e.seq = min(e.seq) filter (where e.type = 'REPORT_FILED') over (partition by e.subject_id) as first
       from event e join obligation o on o.jurisdiction_id = e.jurisdiction_id and o.id = e.subject_id where e.subject_kind = 'obligation') f`),
    sittings: await one(
      `select count(*)::integer as total, (count(*) filter (where filed_at <= due_at))::integer as "onTime",
       (count(*) filter (where filed_at > due_at))::integer as late, (count(*) filter (where filed_at is null))::integer as unfiled from sitting
       where duty = 'taskReport' and due_at <= $1`,
      [end],
    ),
    duties: await dutyFigures(tx, end),
    messages: await tally(
      'select kind as name, count(*)::integer as count from message group by 1 order by 1',
    ),
    rungs: await tally(
      `select rung as name, count(*)::integer as count from rung_claim c
       where not exists (select from reporting_line l where l.id = c.subject_id and l.duty <> 'taskReport') group by 1 order by 1`,
    ),
    notices: byKind,
    alerts: await tally('select kind as name, count(*)::integer as count from alert group by 1 order by 1'),
    events: (await one<{ count: number }>('select count(*)::integer as count from event')).count,
    byPeriod: periods,
    byUnit: await unitFigures(tx),
    trail: await digest(
      tx,
      `select subject_id::text || seq || hash as line from event order by subject_kind, subject_id, seq`,
    ),
    texts: await digest(
      tx,
      `select line from (
       select 'notice' || id || coalesce(number, '') || title || body as line from notice
       union all select 'message' || id || title || body from message) t order by line collate "C"`,
    ),
  };
}

/** By duty: what fell due, what was seen to in time, late, or never. */
async function dutyFigures(tx: Queryable, end: Instant): Promise<SimulationFigures['duties']> {
  const rows = await tx.query<{ duty: string; owed: number; onTime: number; late: number; missed: number }>(
    `select duty, count(*)::integer as owed, (count(*) filter (where filed and not late))::integer as "onTime",
       (count(*) filter (where filed and late))::integer as late, (count(*) filter (where state = 'missed'))::integer as missed
     from (select duty, state, snapshot #>> '{context,filedAt}' is not null as filed,
         (snapshot #>> '{context,late}')::boolean as late from obligation
       where kind <> 'taskReport' and due_at <= $1 and state <> 'excused') o group by duty order by duty`,
    [end],
  );
  return Object.fromEntries(rows.map(({ duty, ...figures }) => [duty, figures]));
}

const unitFigures = (tx: Queryable): Promise<UnitFigures[]> =>
  tx.query<UnitFigures>(
    `select u.name as unit,
       (select count(distinct o.task_id) from obligation o where o.unit_id = u.id and o.kind = 'taskReport')::integer as tasks,
       (select count(*) from obligation o where o.unit_id = u.id and o.kind = 'taskReport')::integer as obligations,
       (select count(*) from sitting s where s.unit_id = u.id and s.duty = 'taskReport' and s.filed_at <= s.due_at)::integer as "onTime",
       (select count(*) from sitting s where s.unit_id = u.id and s.duty = 'taskReport' and s.filed_at > s.due_at)::integer as late,
       (select count(distinct o.sitting_id) from obligation o where o.unit_id = u.id and o.kind = 'taskReport' and o.state = 'missed')::integer as missed,
       (select count(*) from message m where m.unit_id = u.id and m.kind = 'reminder')::integer as reminders,
       ${(['blue', 'yellow', 'red', 'interview'] as const)
         .map(
           (colour) =>
             `(select count(*) from notice n where n.unit_id = u.id and n.colour = '${colour}' and n.state = 'issued')::integer as ${colour}`,
         )
         .join(',\n       ')}
     from unit u where exists (select from reporting_line l where l.unit_id = u.id and l.duty = 'taskReport') order by u.code collate "C"`,
  );

async function digest(tx: Queryable, sql: string): Promise<string> {
  const hash = createHash('sha256');
  for (const { line } of await tx.query<{ line: string }>(sql)) hash.update(line).update('\n');
  return hash.digest('hex');
}
