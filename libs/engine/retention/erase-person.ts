import type { Instant } from '#calendar';
import type { Transaction } from '#persistence';
import { recordRetention, type TrailOrigin } from '../trail/index.js';
import { ERASED } from './retention-rules.js';
import type { ErasedCounts } from './erase-expired.js';

/**
 * Takes away what can be said of a person who has left: name, user name, addresses, what was sent to them, how and from where they
 * signed in, and the personal parts of the trail by them and about them. What they did stays under their id. In the transaction given.
 *
 * @param now the wall's time
 * @returns how much, by kind; null: there is no such person, they have not left, or were erased before
 */
export async function erasePerson(
  tx: Transaction,
  personId: string,
  now: Instant,
  origin: TrailOrigin,
): Promise<ErasedCounts | null> {
  const of = [tx.scope.jurisdictionId, personId];
  const found = await tx.execute(
    `update person set name = '${ERASED}', username = 'erased:' || id, erased_at = $3
     where jurisdiction_id = $1 and id = $2 and not active and erased_at is null`,
    [...of, now],
  );
  if (found === 0) return null;
  const counts: ErasedCounts = {};
  for (const [name, sql] of Object.entries(ERASURES)) {
    const count = await tx.execute(sql, of);
    if (count > 0) counts[name] = (counts[name] ?? 0) + count;
  }
  await recordRetention(tx, origin, {
    action: 'personErased',
    at: now,
    personIds: [personId],
    details: counts,
  });
  return counts;
}

const OWN = 'jurisdiction_id = $1 and person_id = $2';
const OWN_CONTACTS = `select id from contact where ${OWN}`;

/** In this order: what points at a contact before the contact itself. */
const ERASURES: Readonly<Record<string, string>> = {
  letterAttempts: `update letter_attempt set reason = null where jurisdiction_id = $1
    and letter_id in (select id from letter where jurisdiction_id = $1 and contact_id in (${OWN_CONTACTS}))`,
  letters: `update letter set title = '${ERASED}', body = '${ERASED}', failure = null, link_hash = null
    where jurisdiction_id = $1 and contact_id in (${OWN_CONTACTS})`,
  // Letters of trial and with codes name their address themselves.
  addressedLetters: `update letter set title = '${ERASED}', body = '${ERASED}', failure = null, address = '${ERASED}'
    where jurisdiction_id = $1 and address in (select address from contact where ${OWN})`,
  contacts: `update contact set address = 'erased:' || id, state = 'takenBack', refused_reason = null, code_hash = null
    where ${OWN}`,
  calls: `update phone_call set reached = '${ERASED}', words = '${ERASED}' where jurisdiction_id = $1
    and message_id in (select id from message where ${OWN})`,
  choices: `delete from message_choice where ${OWN}`,
  sessions: `delete from session where ${OWN}`,
  externalSignIns: `delete from external_sign_in where ${OWN}`,
  externalIdentities: `delete from external_identity where ${OWN}`,
  feeds: `delete from calendar_feed where ${OWN}`,
  recoveryCodes: `delete from recovery_code where ${OWN}`,
  secondFactors: `delete from second_factor where ${OWN}`,
  credentials: `delete from credential where ${OWN}`,
  tokens: `update api_token set name = '${ERASED}', last_used_from = null, token_hash = 'erased:' || id,
      ended_at = coalesce(ended_at, expires_at) where ${OWN}`,
  // Answers kept for repeats can hold what an administrator was shown of them.
  repeatedAnswers: 'delete from idempotent_answer where jurisdiction_id = $1 and ($2::uuid is not null)',
  trailPersonal: `delete from trail_personal p using trail_line l
    where p.jurisdiction_id = $1 and l.jurisdiction_id = $1 and l.chain_id = p.chain_id and l.seq = p.seq
      and (l.actor_id = $2 or l.on_behalf_of = $2 or l.person_ids @> array[$2::uuid] or l.chain_id = $2)`,
};
