import { ROLES, type Role } from '#accountability';
import type pg from 'pg';
import type { Database, Scope, Transaction } from '#persistence';

/** A table and the columns that a statement can give. */
interface Table {
  name: string;
  columns: string[];
  /** One row of the other jurisdiction, as JSON. */
  row: string;
}

/** Everything that could get at a row of another jurisdiction, and what of it succeeded: nothing, where all is well. */
export interface Breach {
  role: Role;
  table: string;
  what: string;
}

const UNIT_ROLES: ReadonlySet<Role> = new Set<Role>(['leadUnitHead', 'liaison', 'supportUnitLiaison']);

/** Which scope the transactions of a role have: that of its unit, or of the whole jurisdiction. */
export const scopeOfRole = (role: Role, home: { id: string; unitId: string }): Scope =>
  UNIT_ROLES.has(role) ? { jurisdictionId: home.id, unitId: home.unitId } : { jurisdictionId: home.id };

export const ALL_ROLES: readonly Role[] = ROLES;

/** Every table that has rows of the other jurisdiction, with one of them; read as the owner. */
export async function tablesWithRowsOf(owner: pg.Client, otherId: string): Promise<Table[]> {
  await owner.query('set search_path = luoshi');
  const { rows } = await owner.query<{ name: string; key: string; columns: string[] }>(
    `select c.relname as name,
       case when c.relname = 'jurisdiction' then 'id' else 'jurisdiction_id' end as key,
       array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'luoshi'::regnamespace and c.relkind in ('r', 'p')
       and (c.relname = 'jurisdiction' or exists (select 1 from pg_attribute j
         where j.attrelid = c.oid and j.attname = 'jurisdiction_id' and not j.attisdropped))
     group by c.relname order by c.relname`,
  );
  const tables: Table[] = [];
  for (const { name, key, columns } of rows) {
    const { rows: found } = await owner.query<{ row: string }>(
      `select row_to_json(t)::text as row from ${name} t where ${key} = $1 limit 1`,
      [otherId],
    );
    if (found[0] === undefined) throw new Error(`${name} has no row of ${otherId} to try it with`);
    tables.push({ name, columns, row: found[0].row });
  }
  return tables;
}

/**
 * Tries, as the application and in the context of a role, to see, change, remove, move in and insert rows of another
 * jurisdiction, in every table. Nothing is kept. Returns what succeeded.
 */
export async function attemptAcross(
  database: Database,
  role: Role,
  home: { id: string; unitId: string },
  otherId: string,
  tables: readonly Table[],
): Promise<Breach[]> {
  const breaches: Breach[] = [];
  const rolledBack = new Error('rolled back');
  await database
    .transaction(scopeOfRole(role, home), async (tx) => {
      for (const table of tables) {
        for (const [what, sql, params] of attempts(table, home.id, otherId))
          if ((await changed(tx, sql, params)) > 0) breaches.push({ role, table: table.name, what });
      }
      throw rolledBack;
    })
    .catch((error: unknown) => {
      if (error !== rolledBack) throw error;
    });
  return breaches;
}

function attempts(
  { name, columns, row }: Table,
  homeId: string,
  otherId: string,
): [string, string, unknown[]][] {
  const key = name === 'jurisdiction' ? 'id' : 'jurisdiction_id';
  const list = columns.map((column) => `"${column}"`).join(', ');
  return [
    ['seen', `select 1 from ${name} where ${key} = $1`, [otherId]],
    ['changed', `update ${name} set ${key} = ${key} where ${key} = $1`, [otherId]],
    ['removed', `delete from ${name} where ${key} = $1`, [otherId]],
    ['moved in', `update ${name} set ${key} = $2 where ${key} = $1`, [otherId, homeId]],
    ['moved out', `update ${name} set ${key} = $1 where ${key} = $2`, [otherId, homeId]],
    [
      'inserted',
      `insert into ${name} (${list}) select ${list} from json_populate_record(null::${name}, $1::json)`,
      [row],
    ],
  ];
}

/** How many rows a statement touched; 0 where PostgreSQL forbids it. @throws any other error: then it proves nothing */
async function changed(tx: Transaction, sql: string, params: unknown[]): Promise<number> {
  await tx.execute('savepoint attempt');
  try {
    return sql.startsWith('select') ? (await tx.query(sql, params)).length : await tx.execute(sql, params);
  } catch (error) {
    if (!FORBIDDEN.test((error as { code?: string }).code ?? '')) throw error;
    return 0;
  } finally {
    await tx.execute('rollback to savepoint attempt');
  }
}

/** A privilege is missing, row-level security forbids it, or a trigger of ours does. */
const FORBIDDEN = /^(?:42501|P0001|LS\d+)$/;
