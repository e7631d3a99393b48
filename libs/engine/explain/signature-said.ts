import type { EventRead, Queryable } from '#persistence';
import { namesOf } from '../sign-off/tell.js';
import type { Saying } from './words/words-in.js';

/** Whose hands a report went through in its unit (负责人审签): who wrote and who signed it, or who has it still. */
export async function signatureSaid(
  tx: Queryable,
  obligationId: string,
  own: readonly EventRead[],
  say: Saying,
): Promise<string[]> {
  const [waiting] = await tx.query<{ name: string; at: string }>(
    `select p.name, k.sent_at as at from parked_report k join person p on p.jurisdiction_id = k.jurisdiction_id and p.id = k.sent_by
     where k.obligation_id = $1 and k.state = 'waiting'`,
    [obligationId],
  );
  if (waiting !== undefined) return [say.atSignOff(waiting.name, say.time(waiting.at))];
  const payload = own.filter(({ type }) => type === 'REPORT_FILED').at(-1)?.payload ?? {};
  const { filedBy: author, signedBy: signer, withoutSignOff: why } = payload;
  if (typeof why === 'string') return [say.withoutSignOff(why)];
  if (typeof author !== 'string' || typeof signer !== 'string') return [];
  const names = await namesOf(tx, [author, signer]);
  return [say.signedOff(names.get(author) ?? '', names.get(signer) ?? '')];
}
