import type { ClientBase } from 'pg';

/** Numbers of transactions mean something in their own cluster only: whoever restores gives new ones. */
const OF_THE_CLUSTER = 'recorded_xid';
/** Which migrations were run, the head of a backup says; which processes run, is nobody's record. */
const NOT_OF_THE_RECORD = ['schema_migration', 'process_clock'];

export interface TableToCopy {
  name: string;
  columns: string[];
}

/** Every table of the record, those that others refer to first. @throws Error on a circle */
export async function tablesInOrder(client: ClientBase): Promise<TableToCopy[]> {
  const { rows: tables } = await client.query<TableToCopy>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'luoshi'::regnamespace and c.relkind = 'r' and c.relname <> all ($2)
       and a.attname <> $1
     group by c.relname order by c.relname`,
    [OF_THE_CLUSTER, NOT_OF_THE_RECORD],
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select distinct f.relname as "from", t.relname as "to" from pg_constraint k
     join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and k.connamespace = 'luoshi'::regnamespace and k.conrelid <> k.confrelid`,
  );
  return inOrderOfReferences(tables, references);
}

/** Those that others refer to first; references to oneself say nothing. @throws Error on a circle */
export function inOrderOfReferences<T extends { name: string }>(
  tables: readonly T[],
  references: readonly { from: string; to: string }[],
): T[] {
  const ordered: T[] = [];
  const placed = new Set<string>();
  while (ordered.length < tables.length) {
    const ready = tables.filter(
      ({ name }) =>
        !placed.has(name) &&
        references.every(({ from, to }) => from !== name || to === name || placed.has(to)),
    );
    if (ready.length === 0) throw new Error('tables refer to each other in a circle');
    for (const table of ready) {
      ordered.push(table);
      placed.add(table.name);
    }
  }
  return ordered;
}
