import { randomBytes } from 'node:crypto';
import { identifierOf } from '#accountability';
import { addMinutes, type Instant } from '#calendar';
import {
  dropIdleParcels,
  hashOfLink,
  insertLetters,
  lettersSince,
  takeDueParcels,
  type DueParcel,
  type LetterWrite,
  type Transaction,
} from '#persistence';

export interface PackingRules {
  /** So many letters an hour to one contact; what comes beyond goes out together later. */
  lettersPerHour: number;
  /** Where people reach the system: `https://…`, no slash at the end. Null: letters carry no link. */
  baseUrl: string | null;
  /** A link opens for so many days. */
  linkDays: number;
}

const BATCH = 2_000;

/**
 * Packs what is due into letters: everything for one contact into one. Returns how many letters were made. The link
 * of a letter is known to the letter alone; the record keeps its hash.
 */
export async function packLetters(tx: Transaction, now: Instant, rules: PackingRules): Promise<number> {
  await dropIdleParcels(tx, now);
  const parcels = await takeDueParcels(tx, now, BATCH);
  if (parcels.length === 0) return 0;
  const byContact = new Map<string, DueParcel[]>();
  for (const parcel of parcels)
    byContact.set(parcel.contactId, [...(byContact.get(parcel.contactId) ?? []), parcel]);
  const lately = await lettersSince(tx, [...byContact.keys()], addMinutes(now, -60));
  const counts = new Map(lately.map(({ contactId, count }) => [contactId, count]));
  const letters = [...byContact.values()]
    .filter(([first]) => (counts.get(first?.contactId ?? '') ?? 0) < rules.lettersPerHour)
    .map((together) => letterOf(together, now, rules));
  await insertLetters(tx, letters);
  return letters.length;
}

function letterOf(parcels: readonly DueParcel[], now: Instant, rules: PackingRules): LetterWrite {
  const [first] = parcels;
  if (first === undefined) throw new Error('a letter of nothing');
  // A group's message is everybody's: a link that acts for one person is not for it.
  const linked = rules.baseUrl !== null && first.personId !== null;
  const token = linked ? randomBytes(24).toString('base64url') : null;
  const link = token === null ? '' : `\n\n查看并签收：${rules.baseUrl ?? ''}/l/${token}`;
  const texts = parcels.map(({ title, body }, index) =>
    parcels.length === 1 ? body.trim() : `${index + 1}. ${title}\n${body.trim()}`,
  );
  return {
    id: identifierOf('letter', first.contactId, ...parcels.map(({ messageId }) => messageId)),
    contactId: first.contactId,
    channelId: first.channelId,
    title: parcels.length === 1 ? first.title : `${first.title}等${parcels.length}件事项`,
    body: `${texts.join('\n\n')}${link}`,
    messageIds: parcels.map(({ messageId }) => messageId),
    linkHash: token === null ? null : hashOfLink(token),
    linkExpiresAt: token === null ? null : addMinutes(now, rules.linkDays * 24 * 60),
    createdAt: now,
  };
}
