import { randomBytes } from 'node:crypto';
import { identifierOf, type MessageRules } from '#accountability';
import { addMinutes, type Instant } from '#calendar';
import {
  dropIdleParcels,
  hashOfLink,
  holdParcels,
  insertLetters,
  lettersSince,
  takeDueParcels,
  unfiredSince,
  type DueParcel,
  type LetterWrite,
  type Transaction,
} from '#persistence';

export interface PackingRules {
  /** So many letters within so long to one address; what comes beyond goes out together later. */
  throttle: MessageRules['throttle'];
  /** Where people reach the system: `https://…`, no slash at the end. Null: letters carry no link. */
  baseUrl: string | null;
  /** A link opens for so many days. */
  linkDays: number;
}

const BATCH = 2_000;
/** So long letters wait for clocks of the same instant that have not been fired yet. */
const GATHER_MINUTES = 10;

/**
 * Packs what is due into letters: everything for one contact into one. Returns how many letters were made. The link
 * of a letter is known to the letter alone; the record keeps its hash.
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
  const { letters: most, withinMinutes } = rules.throttle;
  const lately = await lettersSince(tx, [...byContact.keys()], addMinutes(now, -withinMinutes));
  const full = lately.filter(({ count }) => count >= most);
  if (full.length > 0) {
    const holds = full.map(({ contactId, first }) => ({
      contactId,
      until: addMinutes(first, withinMinutes),
    }));
    await holdParcels(tx, holds, now);
  }
  const held = new Set(full.map(({ contactId }) => contactId));
  const letters = [...byContact]
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

const LINK_WORDS = '查看并签收：';

/** The link at the end of a letter's text; null: it has none. */
export const linkIn = (body: string): string | null =>
  new RegExp(`\\n\\n${LINK_WORDS}(\\S+)$`, 'u').exec(body)?.[1] ?? null;

function letterOf(parcels: readonly DueParcel[], now: Instant, rules: PackingRules): LetterWrite {
  const [first] = parcels;
  if (first === undefined) throw new Error('a letter of nothing');
  // A group's message is everybody's: a link that acts for one person is not for it.
  const linked = rules.baseUrl !== null && first.personId !== null;
  const token = linked ? randomBytes(24).toString('base64url') : null;
  const link = token === null ? '' : `\n\n${LINK_WORDS}${rules.baseUrl ?? ''}/l/${token}`;
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
