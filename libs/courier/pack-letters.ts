import { identifierOf, type MessageRules } from '#accountability';
import { addMinutes, epochMsOf, type Instant } from '#calendar';
import {
  dropIdleParcels,
  hashOfLink,
  holdParcels,
  insertLetters,
  recentLetters,
  takeDueParcels,
  unfiredSince,
  type DueParcel,
  type LetterWrite,
  type Transaction,
} from '#persistence';
import type { LetterLinks } from './letter-links.js';
import { throttled } from './throttled.js';

export interface PackingRules {
  /** So many letters within so long to one address and one person; what comes beyond goes out together later. */
  throttle: MessageRules['throttle'];
  /** Null: letters carry no link. */
  links: LetterLinks | null;
  /** A link opens for so many days. */
  linkDays: number;
}

const BATCH = 2_000;
/** So long letters wait for clocks of the same instant that have not been fired yet. */
const GATHER_MINUTES = 10;

/**
 * Packs what is due into letters: everything for one contact into one. Returns how many letters were made. Of a letter's
 * link the record keeps the hash: it is made again when the letter is sent.
 */
export async function packLetters(tx: Transaction, now: Instant, rules: PackingRules): Promise<number> {
  await dropIdleParcels(tx, now);
  const parcels = await takeDueParcels(tx, await gatheredBy(tx, now), BATCH);
  if (parcels.length === 0) return 0;
  const byContact = new Map<string, DueParcel[]>();
  for (const parcel of parcels) {
    const together = byContact.get(parcel.contactId);
    if (together) together.push(parcel);
    else byContact.set(parcel.contactId, [parcel]);
  }
  // Who has waited longest goes first where an address is everybody's.
  const oldest = ([first]: readonly DueParcel[]): string => first?.createdAt ?? '';
  const packs = [...byContact].sort(([, a], [, b]) => (oldest(a) < oldest(b) ? -1 : 1));
  const since = addMinutes(now, -rules.throttle.withinMinutes);
  const recent = await recentLetters(tx, [...byContact.keys()], since);
  const held = throttled(
    packs.map(([contactId]) => contactId),
    recent,
    rules.throttle,
    now,
  );
  if (held.size > 0)
    await holdParcels(
      tx,
      [...held].map(([contactId, until]) => ({ contactId, until })),
      now,
    );
  const letters = packs
    .filter(([contactId]) => !held.has(contactId))
    .map(([, together]) => letterOf(together, now, rules));
  await insertLetters(tx, letters);
  return letters.length;
}

/**
 * Several sittings end at one instant, and their clocks are fired in several transactions: while some are left to be
 * fired, what has fallen due since waits for them, so that it is one letter. A sweeper that stands still holds letters
 * up no longer than some minutes.
 */
async function gatheredBy(tx: Transaction, now: Instant): Promise<Instant> {
  const unfired = await unfiredSince(tx, addMinutes(now, -GATHER_MINUTES), now);
  return unfired === null ? now : new Date(Date.parse(unfired) - 1).toISOString();
}

const MINUTE_MS = 60_000;

function letterOf(
  parcels: readonly DueParcel[],
  now: Instant,
  { links, linkDays }: PackingRules,
): LetterWrite {
  const [first] = parcels;
  if (first === undefined) throw new Error('a letter of nothing');
  const { contactId, channelId, personId } = first;
  const texts = parcels.map(({ title, body }, index) =>
    parcels.length === 1 ? body.trim() : `${index + 1}. ${title}\n${body.trim()}`,
  );
  const letter = {
    id: identifierOf('letter', contactId, ...parcels.map(({ messageId }) => messageId)),
    contactId,
    channelId,
    title: parcels.length === 1 ? first.title : `${first.title}等${parcels.length}件事项`,
    body: texts.join('\n\n'),
    messageIds: parcels.map(({ messageId }) => messageId),
    createdAt: now,
  };
  // A group's message is everybody's: a link that acts for one person is not for it.
  if (links === null || personId === null) return { ...letter, linkHash: null, linkExpiresAt: null };
  const end = epochMsOf(addMinutes(now, linkDays * 24 * 60));
  const linkExpiresAt = new Date(Math.ceil(end / MINUTE_MS) * MINUTE_MS).toISOString();
  const token = links.make({ letterId: letter.id, personId, expiresAt: linkExpiresAt });
  return { ...letter, linkHash: hashOfLink(token), linkExpiresAt };
}
