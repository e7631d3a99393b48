import { chineseDateTime } from '#calendar';
import {
  channels,
  deliveriesOf,
  lettersIn,
  requeueLetter,
  sendDeliveryAgain,
  webhookSubscriptions,
  type Transaction,
} from '#persistence';
import { withUnits, type UnitsOptions } from '../units/units-of-record.js';

export interface FailedThing {
  /** 信件: a letter over a channel; 推送: an event to another system. */
  kind: '信件' | '推送';
  id: string;
  /** The channel, or the subscription. */
  by: string;
  what: string;
  attempts: number;
  reason: string;
  since: string;
}

/** So many of a kind are listed, and sent again at a time. */
const AT_MOST = 500;

/** Everything that has been given up, the latest first. @throws CliError NOT_LOADED */
export const failedThings = (options: UnitsOptions): Promise<FailedThing[]> =>
  withUnits(options, ({ tx }) => listed(tx));

/** Sends it all once more, or the one of that number. Returns how many. @throws CliError NOT_LOADED */
export const sendAgain = (id: string | undefined, options: UnitsOptions): Promise<number> =>
  withUnits(options, async ({ tx, at }) => {
    let count = 0;
    for (const one of await given(tx))
      if (id === undefined || one.id === id)
        count +=
          one.kind === '信件'
            ? await requeueLetter(tx, one.id, at)
            : await sendDeliveryAgain(tx, one.subscriptionId, one.id, at);
    return count;
  });

const listed = async (tx: Transaction): Promise<FailedThing[]> =>
  (await given(tx)).map(({ subscriptionId: _, ...shown }) => shown);

async function given(tx: Transaction): Promise<(FailedThing & { subscriptionId: string })[]> {
  const names = new Map((await channels(tx)).map(({ id, name }) => [id, name]));
  const letters = (await lettersIn(tx, ['failedForGood'], AT_MOST)).map((letter) => ({
    kind: '信件' as const,
    id: letter.id,
    by: names.get(letter.channelId) ?? letter.channelId,
    what: letter.title,
    attempts: letter.attempts,
    reason: letter.failure ?? '原因不明',
    since: letter.createdAt,
    subscriptionId: '',
  }));
  const events: (FailedThing & { subscriptionId: string })[] = [];
  for (const { id: subscriptionId, name } of await webhookSubscriptions(tx)) {
    for (const one of await deliveriesOf(tx, subscriptionId, { states: ['dead'], limit: AT_MOST }))
      events.push({
        kind: '推送',
        id: one.id,
        by: name,
        what: one.type,
        attempts: one.attempts,
        reason: one.failure ?? (one.status === null ? '原因不明' : `对方应答 ${one.status}`),
        since: one.createdAt,
        subscriptionId,
      });
  }
  return [...letters, ...events].sort((a, b) => (a.since > b.since ? -1 : 1));
}

export const failedText = (things: readonly FailedThing[]): string =>
  things.length === 0
    ? '没有停止发送的信件或推送。'
    : things
        .map(
          ({ kind, id, by, what, attempts, reason, since }) =>
            `${kind} ${id}\n  ${by}：${what}（${chineseDateTime(since)}，试过 ${attempts} 次）\n  ${reason}`,
        )
        .join('\n');
