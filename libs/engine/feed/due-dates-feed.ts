import { randomBytes } from 'node:crypto';
import { addMinutes } from '#calendar';
import { dueDatesOf, endFeed, hashOfLink, markFeedRead, putFeed } from '#persistence';
import { dueDatesCalendar } from '#reporting';
import type { EngineContext } from '../engine-context.js';

/** Past due dates stay in the calendar so long, days. */
const KEPT_DAYS = 30;

/** Gives a person's calendar a secret address, in place of the former one. Returns the secret: it is kept nowhere. */
export async function renewFeed(
  context: EngineContext,
  who: { jurisdictionId: string; personId: string },
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await context.database.transaction({ jurisdictionId: who.jurisdictionId }, (tx) =>
    putFeed(tx, who.personId, hashOfLink(token), context.clock.now()),
  );
  return token;
}

/** From now on nobody can read the person's calendar by an address. */
export const stopFeed = async (
  context: EngineContext,
  who: { jurisdictionId: string; personId: string },
): Promise<void> => {
  await context.database.transaction({ jurisdictionId: who.jurisdictionId }, (tx) =>
    endFeed(tx, who.personId),
  );
};

/** The calendar behind a secret address: what the person's unit owes, and by when; null: there is none. */
export async function readFeed(
  context: EngineContext,
  token: string,
  baseUrl: string | null,
): Promise<string | null> {
  const [found] = await context.database.outsideTenants((tx) =>
    tx.query<{ jurisdictionId: string; personId: string }>(
      'select jurisdiction_id as "jurisdictionId", person_id as "personId" from feed_of_token($1)',
      [hashOfLink(token)],
    ),
  );
  if (found === undefined) return null;
  const { jurisdictionId, personId } = found;
  return context.database.transaction({ jurisdictionId }, async (tx) => {
    const now = context.clock.now();
    const [person] = await tx.query<{ name: string; unitId: string }>(
      'select name, unit_id as "unitId" from person where jurisdiction_id = $1 and id = $2',
      [jurisdictionId, personId],
    );
    if (person === undefined) return null;
    await markFeedRead(tx, personId, now);
    const dates = await dueDatesOf(tx, person.unitId, addMinutes(now, -KEPT_DAYS * 24 * 60));
    return dueDatesCalendar(person.name, dates, { now, baseUrl });
  });
}
