import type { Database } from '#persistence';

/** Statements as the owner of the tables, each on its own. */
export type Owner = <T extends object>(sql: string, params?: readonly unknown[]) => Promise<T[]>;

/** So many obligations are closed by one chunk of the baseline, as the figure is defined. */
const CHUNK = 10_000;

/** What of the rows the product writes; what a default or the table itself fills in is left to these. */
const UPDATED: Record<string, readonly string[]> = {
  reporting_line: [
    'state',
    'snapshot',
    'version',
    'head_hash',
    'machine_version',
    'policy_version',
    'calendar_version',
    'rung',
    'colour',
  ],
  obligation: ['state', 'snapshot', 'version', 'head_hash', 'machine_version', 'calendar_version'],
  // A task that hears of a missed report and has nothing to change keeps its snapshot.
  task: ['version', 'head_hash', 'machine_version', 'calendar_version'],
  task_changed: [
    'state',
    'snapshot',
    'version',
    'head_hash',
    'machine_version',
    'policy_version',
    'calendar_version',
    'schedule',
    'supervision',
    'progress',
    'expected',
  ],
  deadline: ['state', 'settled_at'],
};
const INSERTED = ['sitting', 'obligation', 'event', 'deadline', 'rung_claim', 'message', 'alert'] as const;
const OWN_DEFAULTS = new Set(['jurisdiction_id', 'recorded_at', 'recorded_xid']);

/** The places where the rows wait that the baseline writes: no log, and nobody reads them but the baseline. */
export async function prepareBaseline(owner: Owner): Promise<void> {
  await owner('drop schema if exists bench cascade');
  await owner('create schema bench');
  await owner('grant usage on schema bench to luoshi_app');
  for (const table of ['reporting_line', 'obligation', 'task', 'task_changed', 'deadline'])
    await owner(
      `create unlogged table bench.u_${table} as select 0 as chunk, t.* from luoshi.${table.replace('_changed', '')} t limit 0`,
    );
  for (const table of INSERTED)
    await owner(
      `create unlogged table bench.i_${table} as select 0 as chunk, t.* from luoshi.${table} t limit 0`,
    );
  await owner('create unlogged table bench.line (id uuid primary key, chunk integer)');
  await owner(
    'create unlogged table bench.subject (kind text, id uuid, chunk integer, version integer, primary key (kind, id))',
  );
  for (const table of [
    ...Object.keys(UPDATED).map((one) => `u_${one}`),
    ...INSERTED.map((one) => `i_${one}`),
  ])
    await owner(`create index on bench.${table} (chunk)`);
  await owner('grant select on all tables in schema bench to luoshi_app');
}

/**
 * Lays ready for the baseline what the product has written in its jurisdiction and the other one has not: the rows as they
 * came out, cut into chunks of ten thousand closing obligations. Not part of any time. Returns how many chunks and rows.
 */
export async function stage(
  owner: Owner,
  product: string,
  baseline: string,
): Promise<{ chunks: number; rows: number }> {
  const tables = [...Object.keys(UPDATED).map((one) => `u_${one}`), ...INSERTED.map((one) => `i_${one}`)];
  // Whole slices are joined here: an estimate that is off by a slice must not lead to a loop in a loop, which took hours.
  await owner('set enable_nestloop = off');
  await owner(`truncate bench.line, bench.subject, ${tables.map((one) => `bench.${one}`).join(', ')}`);
  const both = `a.jurisdiction_id = '${product}' and b.jurisdiction_id = '${baseline}' and b.id = a.id`;
  await owner(
    `insert into bench.line
     select id, ((sum(owed) over (order by id) - owed) / ${CHUNK})::integer
     from (select a.id, coalesce(jsonb_array_length(coalesce(nullif(b.snapshot #> '{context,overdue,taskIds}', 'null'),
         nullif(b.snapshot #> '{context,filed,taskIds}', 'null'))), 1) as owed
       from luoshi.reporting_line a join luoshi.reporting_line b on ${both} where a.version <> b.version) w`,
  );
  const of = (table: string): string => `luoshi.${table} a join luoshi.${table} b on ${both}`;
  const missing = (table: string, key = 'b.id = a.id'): string =>
    `not exists (select from luoshi.${table} b where b.jurisdiction_id = '${baseline}' and ${key})`;
  const mine = `a.jurisdiction_id = '${product}'`;
  for (const statement of [
    `insert into bench.u_reporting_line select l.chunk, a.* from luoshi.reporting_line a join bench.line l on l.id = a.id where ${mine}`,
    `insert into bench.i_sitting select l.chunk, a.* from luoshi.sitting a join bench.line l on l.id = a.reporting_line_id
     where ${mine} and ${missing('sitting')}`,
    `create temporary table owed as select l.chunk, a.id from bench.line l
       join luoshi.sitting s on s.jurisdiction_id = '${product}' and s.reporting_line_id = l.id
       join luoshi.obligation a on ${mine} and a.sitting_id = s.id`,
    'analyze owed',
    `insert into bench.u_obligation select o.chunk, a.* from ${of('obligation')} join owed o on o.id = a.id where a.version <> b.version`,
    `insert into bench.i_obligation select o.chunk, a.* from owed o join luoshi.obligation a on a.id = o.id where ${mine} and ${missing('obligation')}`,
    `create temporary table moved as select distinct on (a.id) o.chunk, a.id, b.version, a.snapshot is distinct from b.snapshot as changed
     from owed o join luoshi.obligation ob on ob.jurisdiction_id = '${product}' and ob.id = o.id
       join ${of('task')} on a.id = ob.task_id where a.version <> b.version order by a.id`,
    `insert into bench.u_task select m.chunk, a.* from luoshi.task a join moved m on m.id = a.id and not m.changed where ${mine}`,
    `insert into bench.u_task_changed select m.chunk, a.* from luoshi.task a join moved m on m.id = a.id and m.changed where ${mine}`,
    `insert into bench.subject
     select 'reportingLine', l.id, l.chunk, b.version from bench.line l join luoshi.reporting_line b on b.jurisdiction_id = '${baseline}' and b.id = l.id
     union all select 'obligation', o.id, o.chunk, coalesce(b.version, 0) from owed o
       left join luoshi.obligation b on b.jurisdiction_id = '${baseline}' and b.id = o.id
     union all select 'task', id, chunk, version from moved`,
    'drop table owed, moved',
    'analyze bench.subject',
    `insert into bench.i_event select s.chunk, a.* from bench.subject s
       join luoshi.event a on ${mine} and a.subject_kind = s.kind and a.subject_id = s.id and a.seq > s.version`,
    `insert into bench.u_deadline select s.chunk, a.* from bench.subject s
       join luoshi.deadline a on ${mine} and a.subject_kind = s.kind and a.subject_id = s.id
       join luoshi.deadline b on b.jurisdiction_id = '${baseline}' and b.id = a.id and b.state <> a.state`,
    `insert into bench.i_deadline select s.chunk, a.* from bench.subject s
       join luoshi.deadline a on ${mine} and a.subject_kind = s.kind and a.subject_id = s.id where ${missing('deadline')}`,
    `insert into bench.i_rung_claim select s.chunk, a.* from bench.subject s
       join luoshi.rung_claim a on ${mine} and a.subject_kind = s.kind and a.subject_id = s.id
     where ${missing('rung_claim', 'b.subject_kind = a.subject_kind and b.subject_id = a.subject_id and b.generation = a.generation and b.rung = a.rung')}`,
    `insert into bench.i_message select s.chunk, a.* from luoshi.message a
       join bench.subject s on s.kind = a.subject_kind and s.id = a.subject_id where ${mine} and ${missing('message')}`,
    `insert into bench.i_alert select s.chunk, a.* from luoshi.alert a
       join bench.subject s on s.kind = a.subject_kind and s.id = a.subject_id where ${mine} and ${missing('alert')}`,
  ])
    await owner(statement);
  for (const table of tables) await owner(`analyze bench.${table}`);
  await owner('reset enable_nestloop');
  const [count] = await owner<{ chunks: number; rows: number }>(
    `select coalesce((select max(chunk) + 1 from bench.line), 0)::integer as chunks,
       (${tables.map((one) => `(select count(*) from bench.${one})`).join(' + ')})::integer as rows`,
  );
  return count ?? { chunks: 0, rows: 0 };
}

/** What the statements of a chunk say, worked out from the tables once. */
export async function baselineStatements(owner: Owner): Promise<string[]> {
  const updates = Object.entries(UPDATED).map(([name, columns]) => {
    const table = name.replace('_changed', '');
    return `update luoshi.${table} t set ${columns.map((one) => `${one} = s.${one}`).join(', ')}
      from bench.u_${name} s where s.chunk = $2 and t.jurisdiction_id = $1 and t.id = s.id`;
  });
  const inserts: string[] = [];
  for (const table of INSERTED) {
    const columns = await owner<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'luoshi' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
      [table],
    );
    const own = columns.map(({ name }) => `"${name}"`).filter((name) => !OWN_DEFAULTS.has(name.slice(1, -1)));
    inserts.push(
      `insert into luoshi.${table} (jurisdiction_id, ${own.join(', ')}) select $1, ${own.join(', ')} from bench.i_${table} where chunk = $2`,
    );
  }
  return [...updates, ...inserts];
}

/** Writes one chunk, in one transaction, as the application's role: the same rows and columns as the product wrote. */
export const writeChunk = (
  database: Database,
  jurisdictionId: string,
  statements: readonly string[],
  chunk: number,
): Promise<void> =>
  database.transaction({ jurisdictionId }, async (tx) => {
    for (const statement of statements) await tx.execute(statement, [jurisdictionId, chunk]);
  });

/** Rows that one of the two has and the other has not, but for whose they are and when they were written down; for tests. */
export async function differences(owner: Owner, product: string, baseline: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of [
    'reporting_line',
    'obligation',
    'task',
    'sitting',
    'event',
    'deadline',
    'rung_claim',
    'message',
    'alert',
  ]) {
    const rows = (jurisdiction: string): string =>
      `select to_jsonb(t) - 'jurisdiction_id' - 'recorded_at' - 'recorded_xid' as row from luoshi.${table} t where jurisdiction_id = '${jurisdiction}'`;
    const [count] = await owner<{ more: number; less: number; all: number }>(
      `select (select count(*) from (${rows(product)} except ${rows(baseline)}) a)::integer as more,
         (select count(*) from (${rows(baseline)} except ${rows(product)}) b)::integer as less`,
    );
    if (count && count.more + count.less > 0) found.push(`${table}: ${count.more} more, ${count.less} less`);
  }
  return found;
}
