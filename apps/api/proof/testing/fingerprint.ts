import { asOwner } from '#testing';
import type { PopulatedWorld } from './populated-world.js';

/** What every table holds, as one hash each: of both jurisdictions, as the owner sees them. Who looked at what is another matter. */
export function fingerprintOf(world: PopulatedWorld): Promise<Record<string, string>> {
  return asOwner(world.db.ownerUrl, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'luoshi'::regnamespace and relkind = 'r'
         and relname not like 'trail_%' order by 1`,
    );
    const parts = tables.map(
      ({ name }) =>
        `select '${name}' as name, coalesce(md5(string_agg(row, '' order by row)), '') as hash
         from (select md5(t::text) as row from luoshi.${name} t) one`,
    );
    const { rows } = await owner.query<{ name: string; hash: string }>(parts.join(' union all '));
    return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
  });
}
