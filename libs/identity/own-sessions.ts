import type { Instant } from '#calendar';
import type { IdentityShell } from './identity-shell.js';
import { deleteOtherSessions } from './session.store.js';

/** A session as its person is shown it. */
export interface OwnSession {
  id: string;
  createdAt: Instant;
  lastSeenAt: Instant;
  expiresAt: Instant;
  /** Where it was begun from, and with what; null: not said. */
  address: string | null;
  agent: string | null;
}

interface Person {
  jurisdictionId: string;
  personId: string;
}

/** The person's living sessions, the last used first. */
export function sessionsOf(
  shell: IdentityShell,
  { jurisdictionId, personId }: Person,
): Promise<OwnSession[]> {
  return shell.database.transaction(
    { jurisdictionId },
    (tx) =>
      tx.query<OwnSession>(
        `select id, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt", address, agent
         from session
         where person_id = $1 and expires_at > $2 and last_seen_at + make_interval(mins => $3) > $2
         order by last_seen_at desc, id`,
        [personId, shell.clock.now(), shell.settings.idleMinutes],
      ),
    { readOnly: true },
  );
}

/** Ends one of the person's sessions; false: it is none of theirs, or over. */
export function endSession(
  shell: IdentityShell,
  { jurisdictionId, personId }: Person,
  id: string,
): Promise<boolean> {
  return shell.database.transaction({ jurisdictionId }, async (tx) => {
    const ended = await tx.query('delete from session where person_id = $1 and id = $2 returning id', [
      personId,
      id,
    ]);
    return ended.length > 0;
  });
}

/** Ends all of the person's sessions but the one that asks. */
export async function endOtherSessions(
  shell: IdentityShell,
  { jurisdictionId, personId }: Person,
  keptId: string,
): Promise<void> {
  await shell.database.transaction({ jurisdictionId }, (tx) => deleteOtherSessions(tx, personId, keptId));
}
