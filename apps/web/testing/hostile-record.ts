import { asOwner } from '#testing';
import { JURISDICTION } from '../../api/testing/district.js';
import { hostileText } from './hostile-texts.js';

/** Columns that hold words that people wrote or will read; the others hold keys, states and hashes. */
const WORDS =
  /^(name|title|body|detail|words|text|reason|note|done|problems|help_wanted|next_steps|number|printed|printed_name|section|section_title|document_number|issued_by|file_name|reached|label|agent|failure|found|unit_of_measure|address|summary|subject_label|post|office)$/;

/**
 * Writes a hostile text into every column of words of the jurisdiction, as if somebody had got it there by a way that
 * nobody thought of. Returns the columns that took it: a check or the trail's own guard may hold a column as it is.
 */
export async function makeRecordHostile(ownerUrl: string, next: () => string): Promise<string[]> {
  return asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ table: string; column: string }>(
      `select c.table_name as table, c.column_name as column
       from information_schema.columns c join pg_class t on t.relname = c.table_name
         and t.relnamespace = 'luoshi'::regnamespace and t.relkind = 'r'
       where c.table_schema = 'luoshi' and c.data_type = 'text' and c.is_generated = 'NEVER' order by 1, 2`,
    );
    const taken: string[] = [];
    for (const { table, column } of rows.filter((one) => WORDS.test(one.column))) {
      const key = table === 'jurisdiction' ? 'id' : 'jurisdiction_id';
      const changed = await owner
        .query(
          `update luoshi.${table} set "${column}" = left("${column}", 20) || $2 where ${key} = $1 and "${column}" is not null`,
          [JURISDICTION, hostileText(next())],
        )
        .catch(() => ({ rowCount: 0 }));
      if ((changed.rowCount ?? 0) > 0) taken.push(`${table}.${column}`);
    }
    return taken;
  });
}
