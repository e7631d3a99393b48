import { hashOfLink, recordReceipt, type Clock, type Database } from '#persistence';
import { readBounce, readReceipts, smsReceiptsSchema } from '#notify';
import { recordBounce } from './record-bounce.js';
import { wayIsClosed } from './watch-over.js';

/** What came of a body of receipts: no such address, no report of this gateway, or how many letters it settled. */
export type Received = { ok: false; why: 'unknown' | 'unreadable' } | { ok: true; settled: number };

/**
 * A gateway reports what became of messages that it took over. Its address is the key: it names the channel, and a
 * report counts only for a letter of that channel which was sent. Repeats change nothing.
 *
 * @param token of the address
 * @param body as it came: JSON, the fields of a form, or the bytes of a mail that came back
 */
export async function recordReceipts(
  { database, clock }: { database: Database; clock: Clock },
  token: string,
  body: unknown,
): Promise<Received> {
  const [found] = await database.outsideTenants((tx) =>
    tx.query<{ jurisdictionId: string; channelId: string }>(
      `select jurisdiction_id as "jurisdictionId", channel_id as "channelId" from channel_of_receipt($1)`,
      [hashOfLink(token)],
    ),
  );
  if (found === undefined) return { ok: false, why: 'unknown' };
  const { jurisdictionId, channelId } = found;
  if (body instanceof Uint8Array) {
    const bounce = await readBounce(body);
    if (bounce === null) return { ok: false, why: 'unreadable' };
    const recorded = await database.transaction({ jurisdictionId }, (tx) =>
      recordBounce(tx, bounce, clock.now(), channelId),
    );
    return { ok: true, settled: recorded === 'settled' ? 1 : 0 };
  }
  return database.transaction({ jurisdictionId }, async (tx): Promise<Received> => {
    const [channel] = await tx.query<{ name: string; settings: Record<string, unknown> }>(
      'select name, settings from channel where jurisdiction_id = $1 and id = $2',
      [jurisdictionId, channelId],
    );
    const settings = smsReceiptsSchema.safeParse(channel?.settings['receipts']);
    const receipts = settings.success ? readReceipts(settings.data, body) : null;
    if (channel === undefined || receipts === null) return { ok: false, why: 'unreadable' };
    const at = clock.now();
    let settled = 0;
    for (const receipt of receipts) {
      const letterId = await recordReceipt(tx, { channelId, ...receipt, at });
      if (letterId === null) continue;
      settled += 1;
      if (!receipt.delivered)
        await wayIsClosed(tx, letterId, `“${channel.name}”：${receipt.reason ?? '未送达'}`, at);
    }
    return { ok: true, settled };
  });
}
