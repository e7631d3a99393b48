import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { connectError } from './connect-error.js';
import { sessionSettings, withStartupOptions } from './connection-string.js';
import { dataSourceFor } from './data-source.js';
import { entityColumns } from './entity-columns.js';
import { projectFile } from './project-file.js';
import { dumpSchema } from './schema-dump.js';
import { queryableOn, type Queryable } from './transaction.js';

const SCHEMA_SQL = projectFile('libs/persistence/schema.sql');

export interface SchemaCheck {
  /** Differences between the entities and the database, as sentences; empty when they agree. */
  entities: string[];
  /** Lines of `schema.sql` that the database contradicts, as a short diff; empty when they agree. */
  schemaSql: string[];
}

/**
 * Whether entities, migrations and the committed `schema.sql` say the same, on a freshly migrated database. Entities
 * are compared by table, column, type, nullability, default and primary key. TypeORM's own comparison is of no use
 * here: it wants its own constraint names and knows no policies.
 *
 * @param options.write write `schema.sql` anew instead of comparing it
 */
export async function checkSchema(ownerUrl: string, options: { write?: boolean } = {}): Promise<SchemaCheck> {
  const connectionString = withStartupOptions(ownerUrl, sessionSettings());
  const client = new pg.Client({ connectionString, application_name: 'luoshi schema check' });
  try {
    await client.connect();
  } catch (error) {
    throw connectError(error, ownerUrl);
  }
  try {
    const owner = queryableOn(client);
    const dump = await dumpSchema(owner);
    if (options.write === true) writeFileSync(SCHEMA_SQL, dump);
    return {
      entities: await compareEntities(owner, connectionString),
      schemaSql: differences(readFileSync(SCHEMA_SQL, 'utf8').split('\n'), dump.split('\n')),
    };
  } finally {
    await client.end();
  }
}

async function compareEntities(owner: Queryable, connectionString: string): Promise<string[]> {
  const source = dataSourceFor(connectionString, { poolSize: 1, applicationName: 'luoshi schema check' });
  await source.initialize();
  const claimed = entityColumns(source);
  await source.destroy();
  const rows = await owner.query<{ column: string; definition: string }>(COLUMNS);
  const actual = new Map(rows.map((row) => [row.column, row.definition]));
  return [...new Set([...claimed.keys(), ...actual.keys()])].sort().flatMap((column) => {
    const [inEntity, inDatabase] = [claimed.get(column), actual.get(column)];
    if (inEntity === inDatabase) return [];
    return [`${column}: entity says ${inEntity ?? 'nothing'}, database says ${inDatabase ?? 'nothing'}`];
  });
}

const COLUMNS = `
  select c.relname || '.' || a.attname as "column",
    format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
      || coalesce(case a.attgenerated when '' then ' default ' || pg_get_expr(d.adbin, d.adrelid) end, '')
      || case when exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary
           and a.attnum = any (i.indkey)) then ' primary key' else '' end as definition
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relnamespace = 'luoshi'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migration'`;

/** Lines that stand in only one of two texts, in their order. Enough to find the place. */
function differences(committed: string[], actual: string[]): string[] {
  if (committed.join('\n') === actual.join('\n')) return [];
  const [inCommitted, inActual] = [new Set(committed), new Set(actual)];
  const lines = [
    ...committed.filter((line) => !inActual.has(line)).map((line) => `- ${line}`),
    ...actual.filter((line) => !inCommitted.has(line)).map((line) => `+ ${line}`),
  ];
  return lines.length > 0 ? lines : ['the same lines in another order'];
}
