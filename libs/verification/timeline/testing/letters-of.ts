import { civilOf, mayBeTold, minuteOfInstant, under } from '../../oracle/days.js';
import type { Database } from '#persistence';
import type { Announcement } from '../oracle/plot.js';
import { DISTRICT } from './district.js';
import type { ReceivedLetter } from './receiver.js';

/** A clock may be two minutes ahead. */
const isInHours = (instant: string, announcement: Announcement | null): boolean =>
  [0, 2].some((ahead) => {
    const at = Math.floor(minuteOfInstant(instant)) + ahead;
    return (
      under(announcement !== null && at >= announcement.at ? announcement : null, () => mayBeTold(at)) === at
    );
  });

/** What is wrong with the letters: nothing, if every message arrived, and repeats were marked. */
export async function wrongWithLetters(
  database: Database,
  received: readonly ReceivedLetter[],
  since: string,
  announcement: Announcement | null,
): Promise<string[]> {
  const wrong: string[] = [];
  const letters = await database.transaction({ jurisdictionId: DISTRICT }, (tx) =>
    tx.query<{ id: string; state: string; title: string; messages: number }>(
      `select l.id, l.state, l.title, count(p.message_id)::int as messages from letter l
         left join parcel p on p.jurisdiction_id = l.jurisdiction_id and p.letter_id = l.id
       group by l.jurisdiction_id, l.id, l.state, l.title`,
    ),
  );
  const orphans = await database.transaction({ jurisdictionId: DISTRICT }, (tx) =>
    tx.query<{ title: string; kind: string }>(
      `select m.title, m.kind from message m
       where m.created_at > $1 and not exists (
         select 1 from parcel p where p.jurisdiction_id = m.jurisdiction_id and p.message_id = m.id
           and p.letter_id is not null)`,
      [since],
    ),
  );
  const attempts = await database.transaction({ jurisdictionId: DISTRICT }, (tx) =>
    tx.query<{ at: string; title: string }>(
      `select a.begun_at as at, l.title from letter_attempt a
         join letter l on l.jurisdiction_id = a.jurisdiction_id and l.id = a.letter_id`,
    ),
  );
  for (const { at, title } of attempts)
    if (!isInHours(at, announcement))
      wrong.push(`sent outside working hours, ${civilOf(minuteOfInstant(at))}: ${title}`);
  for (const { title, kind } of orphans) wrong.push(`never in a letter: ${kind} ${title}`);
  for (const { id, state, title, messages } of letters) {
    const arrivals = received.filter(({ key }) => key === id);
    if (messages === 0) wrong.push(`a letter of nothing: ${title}`);
    if (state !== 'sent') wrong.push(`a letter that is ${state}: ${title}`);
    if (!arrivals.some(({ taken }) => taken)) wrong.push(`never arrived: ${title}`);
    if (arrivals.some((one) => one.title !== title)) wrong.push(`other words at another attempt: ${title}`);
    // A letter under way when its sender died may come in after its repeat, as minutes pass here in no time: of those that do
    // not say that they are repeats, only the last may have arrived.
    arrivals
      .filter(({ again }) => !again)
      .slice(0, -1)
      .filter(({ taken, answered }) => taken || !answered)
      .forEach(() => wrong.push(`a repeat that does not say so: ${title}`));
  }
  const known = new Set(letters.map(({ id }) => id));
  for (const { key, title } of received) if (!known.has(key)) wrong.push(`nobody knows of it: ${title}`);
  return wrong;
}
