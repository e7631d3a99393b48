import { refuse, type Outcome } from '#accountability';
import type { Instant } from '#calendar';
import {
  insertReports,
  owedReports,
  replaceParked,
  waitingObligations,
  type OwedReport,
  type SittingRead,
} from '#persistence';
import { applyEvents } from './apply-events.js';
import type { FiledSitting, FileSittingCommand } from './command.js';
import type { EngineContext } from './engine-context.js';
import { onSitting } from './on-sitting.js';
import { lineHears, reportEntries, reportEnvelopes, reportRows } from './report-filing.js';
import { checkPackage, FILEABLE } from './report-package.js';
import { unsigned, wayOut, type WayOut } from './sign-off/way-out.js';

/**
 * A unit files its package: a report on every task that the sitting still waits for, in one transaction. Returned
 * reports are filed again the same way, without the others. Where the unit wants its head's signature, only the head files
 * straight out, or whoever files while nobody is the head.
 */
export function fileSitting(
  context: EngineContext,
  command: FileSittingCommand,
): Promise<Outcome<FiledSitting>> {
  return onSitting(context, command, async (tx, sitting, now): Promise<Outcome<FiledSitting>> => {
    const owed = await owedReports(tx, sitting.id);
    const way = await wayOut(tx, sitting, command.actor, now);
    if (await isRepeat(tx, owed, command)) return filed(sitting, sitting.filedAt ?? now, way);
    if (way.signOff)
      return refuse('SignOffWanted', '本单位的填报须经负责人审签，没有直接报出；请送负责人审签。');
    const obligationIds = owed.map(({ obligationId }) => obligationId);
    const withHead = sitting.hasParked ? await waitingObligations(tx, obligationIds) : undefined;
    const checked = checkPackage(sitting, owed, command.reports, withHead);
    if (!checked.ok) return checked;
    const calendar = await context.book.calendar(tx);
    const filing = { command, now, calendar, withoutSignOff: unsigned(way) };
    const entries = reportEntries(filing, sitting, checked.value);
    const waiting = owed.filter(({ state }) => FILEABLE.has(state)).length;
    const envelopes = [...reportEnvelopes(filing, entries), ...lineHears(filing, sitting, entries, waiting)];
    const outcome = await applyEvents({ tx, now, book: context.book, fault: context.fault }, envelopes);
    if (!outcome.ok) return outcome;
    await insertReports(tx, reportRows(filing, entries));
    if (sitting.hasParked)
      await replaceParked(
        tx,
        entries.map(({ on }) => on.obligationId),
        command.actor.personId,
        now,
      );
    context.fault('fileSitting.written');
    return filed(sitting, now, way);
  });
}

type Queryable = Parameters<typeof owedReports>[0];

/** Whether this very package has been filed before: the key stands in the trail of what it holds. */
async function isRepeat(
  tx: Queryable,
  owed: readonly OwedReport[],
  command: FileSittingCommand,
): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from event where subject_kind = 'obligation' and subject_id = any($1::uuid[]) and idempotency_key = $2 limit 1`,
    [owed.map(({ obligationId }) => obligationId), command.idempotencyKey],
  );
  return rows.length > 0;
}

const filed = (sitting: SittingRead, at: Instant, way: WayOut): Outcome<FiledSitting> => ({
  ok: true,
  value: { sittingId: sitting.id, filedAt: at, late: at > sitting.dueAt, withoutSignOff: unsigned(way) },
});
