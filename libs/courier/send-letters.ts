import { identifierOf } from '#accountability';
import { addMinutes, type Instant } from '#calendar';
import { backoffAfter, freeAt, type Attempt, type BackoffRule, type Channel, type RateLimit } from '#notify';
import {
  appendOwnSetting,
  systemClock,
  attemptsSince,
  claimLetters,
  hashOfLink,
  lockOpenChannels,
  pauseChannel,
  raiseAlerts,
  refuseContact,
  settleLetter,
  type ChannelRead,
  type ClaimedLetter,
  type Database,
  type Transaction,
} from '#persistence';
import { withLink, type LetterLinks } from './letter-links.js';
import { wayIsClosed } from './watch-over.js';

/** A sender that says nothing for so long is gone: longer than any channel waits for its peer. */
const LEASE_MINUTES = 3;
/** Taken from one channel at a time, so that a slow peer holds up few. */
const AT_ONCE = 8;

/** Where a process can be made to die, for tests of what is left behind. */
export type CourierFault = (point: (typeof COURIER_FAULTS)[number]) => void;
export const COURIER_FAULTS = ['letters.claimed', 'letter.sent', 'letter.settled'] as const;

export interface LinkRules extends LetterLinks {
  /** Where people reach the system: `https://…`, no slash at the end. */
  baseUrl: string;
}

export interface Sending {
  database: Database;
  jurisdictionId: string;
  now: () => Instant;
  open: (row: ChannelRead) => Channel;
  /** Null: letters carry no link. */
  links: LinkRules | null;
  backoff: BackoffRule;
  fault: CourierFault;
}

/** Sends what may be sent now, each letter claimed, sent and settled. Returns how many attempts were made. */
export async function sendLetters(sending: Sending): Promise<number> {
  let attempts = 0;
  for (;;) {
    const claimed = await sending.database.transaction({ jurisdictionId: sending.jurisdictionId }, (tx) =>
      claim(tx, sending),
    );
    sending.fault('letters.claimed');
    if (claimed.length === 0) return attempts;
    await Promise.all(claimed.flatMap((one) => one.letters.map((letter) => sendOne(sending, one, letter))));
    attempts += claimed.reduce((sum, { letters }) => sum + letters.length, 0);
  }
}

interface Claimed {
  row: ChannelRead;
  channel: Channel;
  letters: ClaimedLetter[];
}

/** So many letters of each channel as its peer allows now; the channels are locked meanwhile. */
async function claim(tx: Transaction, { now: clock, open }: Sending): Promise<Claimed[]> {
  const now = clock();
  const claimed: Claimed[] = [];
  for (const row of await lockOpenChannels(tx)) {
    const channel = await opened(tx, row, open, now);
    if (channel === null) continue;
    const limit = await allowance(tx, row.id, channel.limits, now);
    if (limit === 0) continue;
    const leaseUntil = addMinutes(now, LEASE_MINUTES);
    const letters = await claimLetters(tx, row.id, { now, leaseUntil, limit });
    if (letters.length > 0) claimed.push({ row, channel, letters });
  }
  return claimed;
}

/** A channel whose settings cannot be read is paused, and the administrator is told: its letters wait. */
async function opened(
  tx: Transaction,
  row: ChannelRead,
  open: Sending['open'],
  now: Instant,
): Promise<Channel | null> {
  try {
    return open(row);
  } catch (error) {
    const reason = `设置无法读取：${error instanceof Error ? error.message : String(error)}`.slice(0, 300);
    await pauseChannel(tx, row.name, reason, { at: now, by: null });
    await appendOwnSetting(tx, {
      action: 'channelChanged',
      at: systemClock.now(),
      target: { kind: 'channel', id: row.id },
      details: { change: 'paused' },
      after: { pausedReason: reason },
    });
    await raiseAlerts(tx, [
      {
        ...ALERT_OF_NO_SUBJECT,
        id: identifierOf('alert', tx.scope.jurisdictionId, row.id, now),
        kind: 'channel',
        unitId: null,
        title: `发送渠道“${row.name}”已暂停`,
        detail: `${reason}。该渠道的消息已保留，重新设置并恢复后继续发送。`,
        raisedAt: now,
        idempotencyKey: `channel/${row.id}/${now}`,
      },
    ]);
    return null;
  }
}

/** What an alert is of that no subject of the record raised. */
const ALERT_OF_NO_SUBJECT = {
  level: 'info',
  planId: null,
  subjectKind: null,
  subjectId: null,
  noticeId: null,
} as const;

/** How many sends the peer allows now, up to what is taken at once. */
async function allowance(
  tx: Transaction,
  channelId: string,
  limits: readonly RateLimit[],
  now: Instant,
): Promise<number> {
  const longest = Math.max(0, ...limits.map(({ withinMs }) => withinMs));
  const sends = await attemptsSince(tx, channelId, addMinutes(now, -Math.ceil(longest / 60_000)));
  const nowMs = Date.parse(now);
  let allowed = 0;
  while (allowed < AT_ONCE && freeAt(limits, sends, nowMs) <= nowMs) {
    sends.push(nowMs);
    allowed += 1;
  }
  return allowed;
}

async function sendOne(sending: Sending, { row, channel }: Claimed, letter: ClaimedLetter): Promise<void> {
  const { database, jurisdictionId, now, backoff, fault } = sending;
  const link = linkOf(letter, sending.links);
  const attempt = await channel.send(
    {
      idempotencyKey: letter.id,
      title: letter.title,
      body: withLink(letter.body, link),
      // Where the text itself is not sent, as in a text message of a registered form, its link is.
      link: row.kind === 'sms' ? link : null,
      again: letter.again,
    },
    letter.address,
  );
  fault('letter.sent');
  await database.transaction({ jurisdictionId }, (tx) =>
    settle(tx, row, letter, attempt, { at: now(), backoff }),
  );
  fault('letter.settled');
}

/** The letter's link, made again as it was when it was packed; null: it has none. */
function linkOf(
  { id, personId, linkHash, linkExpiresAt }: ClaimedLetter,
  links: LinkRules | null,
): string | null {
  if (links === null || personId === null || linkExpiresAt === null) return null;
  const token = links.make({ letterId: id, personId, expiresAt: linkExpiresAt });
  return hashOfLink(token) === linkHash ? `${links.baseUrl}/l/${token}` : null;
}

async function settle(
  tx: Transaction,
  row: ChannelRead,
  letter: ClaimedLetter,
  attempt: Attempt,
  { at, backoff }: { at: Instant; backoff: BackoffRule },
): Promise<void> {
  const notBefore = nextTry(letter, attempt, at, backoff);
  const settled = await settleLetter(tx, {
    id: letter.id,
    attempt: letter.attempts,
    at,
    outcome: attempt.state,
    code: attempt.state === 'sent' ? null : attempt.code,
    reason: attempt.state === 'sent' ? null : attempt.reason,
    reference: attempt.state === 'sent' ? attempt.reference : null,
    delivered: attempt.state === 'sent' && attempt.delivered === true,
    notBefore,
  });
  if (!settled || attempt.state === 'sent' || notBefore !== null) return;
  if (letter.contactId !== null && attempt.state === 'failedForGood' && attempt.code === 'AddressRefused')
    await refuseContact(tx, letter.contactId, attempt.reason);
  await wayIsClosed(tx, letter.id, `“${row.name}”：${attempt.reason}`, at);
}

/** Null: sent, or given up. What the peer says of when it can be asked again counts where it is later. */
function nextTry(letter: ClaimedLetter, attempt: Attempt, at: Instant, backoff: BackoffRule): Instant | null {
  if (attempt.state === 'sent' || attempt.state === 'failedForGood') return null;
  const pause = backoffAfter(backoff, letter.attempts, letter.id);
  if (pause === null) return null;
  const asked = attempt.state === 'failedForNow' ? (attempt.retryAfterMs ?? 0) : 0;
  return addMinutes(at, Math.max(pause, asked) / 60_000);
}
