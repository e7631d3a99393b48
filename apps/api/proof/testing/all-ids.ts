import { asOwner } from '#testing';
import type { PopulatedWorld } from './populated-world.js';
import { thingsOf, WHOSE } from './things.js';

/** Ids of things of both jurisdictions, and of none. */
export async function allIds(world: PopulatedWorld): Promise<string[]> {
  const things = await thingsOf(world);
  const tasks = await asOwner(world.db.ownerUrl, (owner) =>
    owner.query<{ id: string }>('select id from luoshi.task union all select id from luoshi.obligation'),
  );
  return [
    ...WHOSE.flatMap((whose) => Object.values(things[whose])),
    ...tasks.rows.map(({ id }) => id),
    '00000000-0000-4000-8000-00000000dead',
  ];
}
