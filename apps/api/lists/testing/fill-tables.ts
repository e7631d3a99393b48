import { asOwner } from '#testing';
import type pg from 'pg';

/** Of each kind so many different ones; the rest of the rows point to these. */
const KINDS: Readonly<Record<string, number>> = {
  unit: 200,
  plan: 20,
  action: 40,
  person: 2_000,
  channel: 10,
  reporting_line: 2_000,
  plan_document: 10,
};

/** States and kinds as they come, by column; of others any word will do. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'task.state': [
    'inProgress',
    'inProgress',
    'inProgress',
    'closed',
    'drafted',
    'closing.approval',
    'disputed',
  ],
  'task.schedule': ['onTrack', 'onTrack', 'onTrack', 'onTrack', 'behind', 'seriouslyBehind'],
  'obligation.kind': ['taskReport', 'taskReport', 'taskReport', 'ledger', 'meeting', 'part'],
  'obligation.state': [
    'accepted',
    'accepted',
    'accepted',
    'accepted',
    'missed',
    'submitted',
    'open',
    'returned',
  ],
  'obligation.duty': ['taskReport'],
  'sitting.duty': ['taskReport'],
  'reporting_line.duty': ['taskReport'],
  'verification.state': ['found', 'found', 'found', 'open'],
  'notice.state': ['issued', 'issued', 'issued', 'drafted', 'cancelled'],
  'notice.kind': ['reminderLetter', 'reminderLetter', 'supervisionNotice', 'circular'],
  'message.channel': ['inbox'],
  'message.state': ['delivered', 'read', 'read', 'pending'],
  'alert.state': ['settled', 'settled', 'settled', 'open'],
  'alert.level': ['blue', 'blue', 'yellow', 'red', 'info'],
  'letter.state': ['delivered', 'sent', 'read', 'dead', 'pending'],
  'channel.state': ['on'],
  'plan_review.state': ['dispatched', 'dispatched', 'abandoned', 'open'],
  'unit.kind': ['department', 'town', 'company'],
};

/** The id of the n-th of a kind, in SQL. */
export const idOf = (kind: string, number: string): string => `md5('${kind}' || (${number}))::uuid`;

/**
 * So many made-up rows in each table, set by set: what plans of statements depend on is how many rows there are and how
 * their values are spread, not what they mean. Checks and foreign keys are taken off for it.
 */
export async function fillTables(
  ownerUrl: string,
  jurisdictionId: string,
  tables: Readonly<Record<string, number>>,
): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    await owner.query('set search_path = luoshi; set session_replication_role = replica');
    for (const [table, count] of Object.entries({ ...KINDS, ...tables })) {
      await takeChecksOff(owner, table);
      await owner.query(`delete from ${table}`);
      const columns = await columnsOf(owner, table);
      const values = columns.map((column) => valueOf(table, column, jurisdictionId));
      await owner.query(
        `insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')})
         select ${values.join(', ')} from generate_series(1, ${count}) i on conflict do nothing`,
      );
    }
    await owner.query('vacuum analyze');
  });
}

interface Column {
  name: string;
  type: string;
}

async function takeChecksOff(owner: pg.Client, table: string): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    "select conname as name from pg_constraint where conrelid = $1::regclass and contype in ('c', 'u')",
    [table],
  );
  for (const { name } of rows) await owner.query(`alter table ${table} drop constraint "${name}" cascade`);
}

async function columnsOf(owner: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
    [table],
  );
  return rows;
}

function valueOf(table: string, { name, type }: Column, jurisdictionId: string): string {
  if (name === 'jurisdiction_id') return `'${jurisdictionId}'`;
  if (name === 'id') return idOf(table, 'i');
  const words = WORDS[`${table}.${name}`];
  if (words !== undefined)
    return `(array['${words.join("','")}'])[1 + hashint4(i) & 1023 % ${words.length}]`.replace(
      'hashint4(i) & 1023 %',
      '(hashint4(i) & 1023) %',
    );
  if (type === 'uuid') return pointer(name);
  if (type === 'boolean') return name === 'active' ? 'true' : 'i % 100 = 0';
  if (type === 'integer' || type === 'bigint')
    return name === 'rung' ? 'case when i % 50 = 0 then 1 + i % 4 else 0 end' : 'i % 40';
  if (type === 'numeric') return 'i % 100';
  if (type === 'date') return "date '2024-01-01' + (hashint4(i) & 1023) % 366";
  if (type === 'jsonb') return `'{"body":{}}'`;
  if (type.startsWith('timestamp')) return "timestamptz '2024-01-01' + i * interval '7 minutes'";
  if (type === 'uuid[]') return "'{}'";
  if (type === 'bytea') return "''";
  return `'${name} ' || i`;
}

/** `asked_by_unit_id` points to a unit, `filed_by` to a person. */
function pointer(name: string): string {
  const kind = Object.keys(KINDS).find((known) => name.endsWith(`${known}_id`));
  if (kind !== undefined) return idOf(kind, `1 + (hashint4(i) & 65535) % ${KINDS[kind]}`);
  if (name === 'document_id') return idOf('plan_document', '1 + i % 10');
  if (name.endsWith('_id')) return idOf(name.replace(/_id$/u, ''), '1 + i / 3');
  return idOf('person', '1 + i % 2000');
}
