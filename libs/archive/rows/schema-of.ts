import type { Queryable } from '#persistence';

/** The shape of a database's tables, by a name: the last of its migrations, and how many there were. */
export async function schemaOf(source: Queryable): Promise<string> {
  const [found] = await source.query<{ last: string; count: number }>(
    `select (array_agg(name order by timestamp desc))[1] as last, count(*)::integer as count from luoshi.schema_migration`,
  );
  return `${found?.last ?? ''}/${String(found?.count ?? 0)}`;
}
