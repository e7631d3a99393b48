import type pg from 'pg';
import { TASKS } from '../transitions/bench-district.js';

/** What is copied, in an order in which foreign keys hold; columns that are another's identity in every copy. */
const TABLES: Record<string, Record<string, string>> = {
  unit: { id: ID('id'), code: `u.code || '/' || k`, name: `u.name || k` },
  task: { id: ID('id'), code: `u.code || '/' || k` },
  responsibility: { task_id: ID('task_id'), unit_id: ID('unit_id') },
  reporting_line: { id: ID('id'), unit_id: ID('unit_id') },
  sitting: { id: ID('id'), reporting_line_id: ID('reporting_line_id'), unit_id: ID('unit_id') },
  obligation: {
    id: ID('id'),
    sitting_id: ID('sitting_id'),
    task_id: ID('task_id'),
    unit_id: ID('unit_id'),
  },
  deadline: {
    id: ID('id'),
    subject_id: ID('subject_id'),
    // None has run down: they lie in the next three months, no two thousand on one instant.
    projected_at: `date_trunc('milliseconds', now() + interval '1 day' + random() * interval '90 days')`,
  },
};
const CHUNK = 250;

function ID(column: string): string {
  return `md5(u.${column}::text || '/' || k)::uuid`;
}

/** Copies the county's live work over and over, set-based, until there are so many tasks; goes on from how many there are. */
export async function multiply(
  owner: pg.Client,
  tasks: number,
  onChunk: (done: number) => void,
): Promise<void> {
  await owner.query('set search_path = luoshi');
  // What is copied holds together: nothing is gained by asking again of every row.
  await owner.query('set session_replication_role = replica');
  const { rows } = await owner.query<{ count: number }>('select count(*)::integer as count from task');
  const copies = Math.ceil(tasks / TASKS) - 1;
  const made = Math.round((rows[0]?.count ?? TASKS) / TASKS) - 1;
  if (made === 0) await keepBase(owner);
  for (let from = made + 1; from <= copies; from += CHUNK) {
    const to = Math.min(copies, from + CHUNK - 1);
    await owner.query('begin');
    for (const [table, changed] of Object.entries(TABLES)) {
      const columns = await columnsOf(owner, table);
      const values = columns.map((column) => changed[column] ?? `u."${column}"`);
      await owner.query(
        `insert into ${table} (${columns.map((one) => `"${one}"`).join(', ')})
         select ${values.join(', ')} from base_${table} u cross join generate_series(${from}::integer, ${to}::integer) k`,
      );
    }
    await owner.query('commit');
    onChunk((to + 1) * TASKS);
  }
}

/** The county itself, aside: what is copied are not the copies. */
async function keepBase(owner: pg.Client): Promise<void> {
  for (const table of Object.keys(TABLES)) await owner.query(`create table base_${table} as table ${table}`);
  await owner.query(
    `update deadline set projected_at = now() + interval '1 day' + random() * interval '90 days' where state = 'armed'`,
  );
  await owner.query(`update message set state = 'read', read_at = delivered_at where true`);
  await owner.query('update heartbeat set beat_at = now()');
}

async function columnsOf(owner: pg.Client, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [`luoshi.${table}`],
  );
  return rows.map(({ name }) => name);
}
