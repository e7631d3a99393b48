import type { Instant } from '#calendar';
import type { Bounce } from '#notify';
import { recordBounced, refuseContact, type Transaction } from '#persistence';
import { wayIsClosed } from './watch-over.js';

/** `settled`: the letter has failed; `known`: it had, or was read; `unknown`: none of ours; `delayed`: it may still arrive. */
export type BounceRecorded = 'settled' | 'known' | 'unknown' | 'delayed';

/**
 * A mail server sends back what it had taken over. The letter has failed for good; where the address is to blame it is
 * not used again until it is recorded anew; the next way of its person is taken now, or they are called. Repeats change
 * nothing.
 *
 * @param channelId only letters of this channel; left out: of any that sends mail
 */
export async function recordBounce(
  tx: Transaction,
  bounce: Bounce,
  at: Instant,
  channelId: string | null = null,
): Promise<BounceRecorded> {
  if (bounce.failed === 'forNow') return 'delayed';
  const reason = `退信：${bounce.reason}`;
  const bounced = await recordBounced(tx, { id: bounce.letterKey, channelId, reason });
  if (bounced === null) return 'unknown';
  if (!bounced.settled) return 'known';
  if (bounce.addressIsWrong && bounced.contactId !== null) await refuseContact(tx, bounced.contactId, reason);
  if (bounced.purpose === 'messages')
    await wayIsClosed(tx, bounce.letterKey, `“${bounced.channel}”${reason}`, at);
  return 'settled';
}
