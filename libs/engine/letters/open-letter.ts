import { refuse, type Outcome } from '#accountability';
import { civilDateOf, type Instant } from '#calendar';
import {
  hashOfLink,
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

export interface OpenedLetter {
  person: string;
  messages: { title: string; body: string }[];
  /** When it was acknowledged; null: it can be, once. */
  acknowledgedAt: Instant | null;
}

/**
 * What a link from a letter shows. That it is opened says that the letter has arrived, and no more: mail programmes open
 * links before people do.
 *
 * @param token of the link
 */
export const openLetter = (context: EngineContext, token: string): Promise<Outcome<OpenedLetter>> =>
  withLetter(context, token, async (tx, letter) => {
    await markLetterDelivered(tx, letter.id, context.clock.now());
    return letter.readAt;
  });

/**
 * The addressee says that they have it: the messages are read, and notices to a unit for which the person may say so
 * are acknowledged. Counts once; said again, it tells when it was said first.
 */
export const acknowledgeLetter = (context: EngineContext, token: string): Promise<Outcome<OpenedLetter>> =>
  withLetter(context, token, async (tx, letter) => {
    if (letter.readAt !== null) return letter.readAt;
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
  token: string,
  work: (tx: Transaction, letter: LinkedLetter) => Promise<Instant | null>,
): Promise<Outcome<OpenedLetter>> {
  const unknown = refuse('LinkUnknown', '这个链接无效；请登录系统办理。');
  const [found] = await context.database.outsideTenants((tx) =>
    tx.query<{ jurisdiction: string; letter: string; until: Instant | null }>(
      `select jurisdiction_id as jurisdiction, letter_id as letter, link_expires_at as until from letter_of_link($1)`,
      [hashOfLink(token)],
    ),
  );
  if (found === undefined) return unknown;
  if (found.until === null || found.until < context.clock.now())
    return refuse('LinkExpired', '这个链接已过期；请登录系统办理。');
  return inTransaction(context, found.jurisdiction, async (tx): Promise<Outcome<OpenedLetter>> => {
    const letter = await lockLinkedLetter(tx, found.letter);
    if (letter === null) return unknown;
    const acknowledgedAt = await work(tx, letter);
    const messages = letter.messages.map(({ title, body }) => ({ title, body }));
    return { ok: true, value: { person: letter.person, messages, acknowledgedAt } };
  });
}
