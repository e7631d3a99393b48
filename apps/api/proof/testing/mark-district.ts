import type pg from 'pg';

/** What no answer to anybody of another jurisdiction may ever contain. */
export const MARK = '他区机密ZZ7731';

interface Column {
  table: string;
  column: string;
}

/**
 * Writes the mark into every text of a jurisdiction's rows that takes it (not into keys, states and hashes, which
 * constraints hold), as the owner. Returns how many columns now bear it.
 */
export async function markDistrict(owner: pg.Client, jurisdictionId: string): Promise<number> {
  const columns = await owner.query<Column>(
    `select c.table_name as table, c.column_name as column
     from information_schema.columns c
     where c.table_schema = 'luoshi' and c.data_type = 'text' and c.is_generated = 'NEVER'
       and c.column_name not like '%jurisdiction_id'
       and exists (select 1 from information_schema.columns j
         where j.table_schema = 'luoshi' and j.table_name = c.table_name and j.column_name = 'jurisdiction_id')
       and exists (select 1 from pg_class where relname = c.table_name and relkind = 'r'
         and relnamespace = 'luoshi'::regnamespace)
     order by 1, 2`,
  );
  // One round trip: a column that does not take it (a key, a check, the trail's own guard) stays as it is.
  const attempts = columns.rows.map(
    ({ table, column }) => `begin
      update luoshi.${table} set "${column}" = "${column}" || '${MARK}' where jurisdiction_id = '${jurisdictionId}';
      marked := marked + 1;
    exception when others then null; end;`,
  );
  await owner.query(`do $mark$ declare marked int := 0; begin ${attempts.join('\n')}
    perform set_config('luoshi.marked', marked::text, false); end $mark$`);
  const { rows } = await owner.query<{ marked: string }>(`select current_setting('luoshi.marked') as marked`);
  return Number(rows[0]?.marked);
}
