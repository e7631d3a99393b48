import { chineseDate, chineseDateTime } from '#calendar';
import { channels, ladderPauses, type Transaction } from '#persistence';

/** What of a jurisdiction stands still by order. */
export async function pausedThings(tx: Transaction): Promise<string[]> {
  const ladders = (await ladderPauses(tx))
    .filter(({ resumedAt }) => resumedAt === null)
    .map(
      ({ label, pausedAt, until, reason }) =>
        `阶梯“${label}”，自${chineseDateTime(pausedAt)}至${chineseDate(until)}：${reason}`,
    );
  const ways = (await channels(tx))
    .filter(({ state }) => state === 'paused')
    .map(({ name, pausedReason }) => `渠道“${name}”：${pausedReason ?? ''}`);
  return [...ladders, ...ways];
}
