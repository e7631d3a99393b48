import { refuse, type Outcome } from '#accountability';
import { civilDateOf, type Instant } from '#calendar';
import {
  lockLinkedLetter,
  lockNotice,
  markLetterDelivered,
  markLetterRead,
  markNoticeAcknowledged,
  roleHolders,
  type LinkedLetter,
  type Transaction,
} from '#persistence';
import { inTransaction, type EngineContext } from '../engine-context.js';

/** What a link says of itself, and whether it was made for a person (`letterLinks` of the courier). */
export interface LinkClaim {
  letterId: string;
  expiresAt: Instant;
  hash: string;
  isFor: (personId: string) => boolean;
}

export interface OpenedLetter {
  person: string;
  /** Empty where the link has been used before: it opens once. */
  messages: { title: string; body: string }[];
  /** When it was acknowledged; null: it can be, once. */
  acknowledgedAt: Instant | null;
}

/**
 * What a link from a letter shows. That it is opened says that the letter has arrived, and no more: mail programmes open
 * links before people do. Refused: LinkUnknown, LinkExpired.
 */
export const openLetter = (context: EngineContext, claim: LinkClaim): Promise<Outcome<OpenedLetter>> =>
  withLetter(context, claim, async (tx, letter) => {
    await markLetterDelivered(tx, letter.id, context.clock.now());
    return null;
  });

/**
 * The addressee says that they have it: the messages are read, and notices to a unit for which the person may say so
 * are acknowledged. Counts once; said again, it tells when it was said first, and nothing else. Refused: as above.
 */
export const acknowledgeLetter = (context: EngineContext, claim: LinkClaim): Promise<Outcome<OpenedLetter>> =>
  withLetter(context, claim, async (tx, letter) => {
    const now = context.clock.now();
    await markLetterRead(tx, letter.id, now);
    const posts = (await roleHolders(tx, civilDateOf(now))).filter(
      ({ personId, role, scopeKind }) =>
        personId === letter.personId &&
        scopeKind === 'unit' &&
        (role === 'liaison' || role === 'leadUnitHead'),
    );
    for (const noticeId of new Set(letter.messages.flatMap((message) => message.noticeId ?? []))) {
      const notice = await lockNotice(tx, noticeId);
      if (notice?.state === 'issued' && posts.some(({ scopeId }) => scopeId === notice.unitId))
        await markNoticeAcknowledged(tx, noticeId, now, letter.personId);
    }
    return now;
  });

async function withLetter(
  context: EngineContext,
  claim: LinkClaim,
  work: (tx: Transaction, letter: LinkedLetter) => Promise<Instant | null>,
): Promise<Outcome<OpenedLetter>> {
  const unknown = refuse('LinkUnknown', '这个链接无效。');
  const [found] = await context.database.outsideTenants((tx) =>
    tx.query<{ jurisdiction: string; letter: string; until: Instant | null }>(
      `select jurisdiction_id as jurisdiction, letter_id as letter, link_expires_at as until from letter_of_link($1)`,
      [claim.hash],
    ),
  );
  if (found?.letter !== claim.letterId || found.until !== claim.expiresAt) return unknown;
  return inTransaction(context, found.jurisdiction, async (tx): Promise<Outcome<OpenedLetter>> => {
    const letter = await lockLinkedLetter(tx, found.letter);
    // Whoever could write a hash into the record has made no link by that.
    if (letter === null || !claim.isFor(letter.personId)) return unknown;
    if (claim.expiresAt < context.clock.now()) return refuse('LinkExpired', '这个链接已过期。');
    const { person, readAt } = letter;
    if (readAt !== null) return { ok: true, value: { person, messages: [], acknowledgedAt: readAt } };
    const acknowledgedAt = await work(tx, letter);
    const messages = letter.messages.map(({ title, body }) => ({ title, body }));
    return { ok: true, value: { person, messages, acknowledgedAt } };
  });
}
