import { inOrderOfReferences, type Queryable } from '#persistence';
import type { FieldType } from '../archive-format.js';
import { CARRIED_TABLES, LEFT_OUT_TABLES } from '../tables/index.js';
import { fieldTypeOf } from './field-encoding.js';

export interface CarriedColumn {
  name: string;
  /** As PostgreSQL names it. */
  columnType: string;
  type: FieldType;
}

/** A table of the database as an archive takes it. */
export interface CarriedTable {
  name: string;
  /** Without the jurisdiction: an archive is of one, and the manifest says of which. */
  columns: CarriedColumn[];
  key: string[];
  references: { columns: string[]; table: string; to: string[] }[];
}

/** In every table; its row itself is called by its `id`. */
const TENANT = 'jurisdiction_id';

/**
 * The tables that an archive carries, as the database has them, those that others refer to first.
 *
 * @throws Error where a table or a column is there that nobody has decided about
 */
export async function catalogueOf(source: Queryable): Promise<CarriedTable[]> {
  const columns = await source.query<{ table: string; name: string; columnType: string; generated: boolean }>(
    `select c.relname as table, a.attname::text as name, format_type(a.atttypid, a.atttypmod) as "columnType",
       a.attgenerated <> '' as generated
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'luoshi'::regnamespace and c.relkind = 'r' order by c.relname, a.attnum`,
  );
  const constraints = await source.query<{
    table: string;
    kind: string;
    columns: string[];
    to: string | null;
    keys: string[];
  }>(
    `select c.relname as table, k.contype::text as kind, f.relname as to,
       array(select a.attname::text from unnest(k.conkey) with ordinality u (n, i)
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by u.i) as columns,
       array(select a.attname::text from unnest(k.confkey) with ordinality u (n, i)
         join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by u.i) as keys
     from pg_constraint k join pg_class c on c.oid = k.conrelid left join pg_class f on f.oid = k.confrelid
     where k.connamespace = 'luoshi'::regnamespace and k.contype in ('p', 'f') order by c.relname, k.conname`,
  );
  const tables = [...new Set(columns.map(({ table }) => table))].filter(
    (table) => !(table in LEFT_OUT_TABLES),
  );
  const carried = tables.map((table): CarriedTable => {
    const mine = constraints.filter((each) => each.table === table);
    return {
      name: table,
      columns: carriedColumns(
        table,
        columns.filter((each) => each.table === table && !each.generated && each.name !== TENANT),
      ),
      key: mine
        .filter(({ kind }) => kind === 'p')
        .flatMap((each) => each.columns.filter((name) => name !== TENANT)),
      references: mine.flatMap(({ kind, columns: from, to, keys }) => {
        const own = from
          .map((column, index) => ({ column, to: keys[index] ?? '' }))
          .filter(({ column }) => column !== TENANT);
        // What refers to the jurisdiction alone is its row; to the one above it, another archive's.
        if (kind !== 'f' || to === null || own.length === 0 || to === 'jurisdiction' || to in LEFT_OUT_TABLES)
          return [];
        return [{ columns: own.map(({ column }) => column), table: to, to: own.map((each) => each.to) }];
      }),
    };
  });
  return inOrder(carried);
}

function carriedColumns(
  table: string,
  there: readonly { name: string; columnType: string }[],
): CarriedColumn[] {
  const declared = CARRIED_TABLES.get(table);
  if (declared === undefined) throw new Error(`nobody has said whether table ${table} goes into an archive`);
  const names = new Set(there.map(({ name }) => name));
  const gone = [...declared.carried.keys(), ...declared.leftOut.keys()].filter((name) => !names.has(name));
  const undecided = [...names].filter((name) => !declared.carried.has(name) && !declared.leftOut.has(name));
  if (gone.length + undecided.length > 0)
    throw new Error(`${table}: undecided ${undecided.join()}; declared and not there ${gone.join()}`);
  return there
    .filter(({ name }) => declared.carried.has(name))
    .map(({ name, columnType }) => ({ name, columnType, type: fieldTypeOf(columnType) }));
}

/**
 * Roles come last: where the database asks whether somebody who filed a report was an administrator then, it looks at the
 * roles of today, which may say more than they did.
 */
const LAST = 'role_assignment';

function inOrder(tables: readonly CarriedTable[]): CarriedTable[] {
  const pairs = tables.flatMap(({ name, references }) =>
    references.map(({ table }) => ({ from: name, to: table })),
  );
  const ordered = inOrderOfReferences(tables, pairs);
  // The jurisdiction is referred to by all, though an archive does not say so in each line.
  const rank = ({ name }: CarriedTable): number => (name === 'jurisdiction' ? -1 : name === LAST ? 1 : 0);
  return [...ordered].sort((one, other) => rank(one) - rank(other));
}
