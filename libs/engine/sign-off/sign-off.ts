import { refuse, signOffRole, type Actor, type Outcome } from '#accountability';
import {
  decideParked,
  insertReports,
  nameFiler,
  owedReports,
  parkedOfSitting,
  systemClock,
  type OwedReport,
  type ParkedRead,
  type SittingRead,
  type Transaction,
} from '#persistence';
import { applyEvents } from '../apply-events.js';
import type { EngineContext } from '../engine-context.js';
import { onSitting } from '../on-sitting.js';
import { lineHears, reportEntries, reportEnvelopes, reportRows, type ReportEntry } from '../report-filing.js';
import { FILEABLE } from '../report-package.js';
import { presentOrigin, recordFiling } from '../trail/index.js';
import type { SignedOff, SignedRow, SomeOfSittingCommand } from './command.js';

interface Judged extends SignedRow {
  parked: ParkedRead | undefined;
  on: OwedReport | undefined;
}

/**
 * The head signs what the liaison has sent: in one transaction it is signed and filed, by the ordinary pipeline, with the liaison as its
 * author and the head as who signed. What cannot be filed any more is told, and kept; the others go out all the same.
 *
 * Refused: SubjectNotFound, NotPermitted, OwnSignOff, and what the pipeline refuses.
 */
export function signOff(context: EngineContext, command: SomeOfSittingCommand): Promise<Outcome<SignedOff>> {
  return onSitting(context, command, async (tx, sitting, now): Promise<Outcome<SignedOff>> => {
    const role = signOffRole(command.actor, 'sign', { ...command, unitId: sitting.unitId });
    const by = command.actor.personId;
    if (by === null || role === null) return refuse('NotPermitted', '送审的填报由本单位负责人审签。');
    const owed = await owedReports(tx, sitting.id);
    const judged = judge(command.obligationIds, await parkedOfSitting(tx, sitting.id), owed);
    const own = judged.filter(({ outcome, parked }) => outcome === 'signed' && parked?.sentBy === by);
    if (role.onBehalfOf !== undefined && own.length > 0)
      return refuse('OwnSignOff', `其中${own.length}项是您本人送审的，代办不能审签；请由负责人本人审签。`, {
        obligationIds: own.map(({ obligationId }) => obligationId),
      });
    // As who it is signed: a role that is lent says for whom, also where the person could have filed it as a liaison.
    const actor: Actor = { ...command.actor, roles: [role] };
    const calendar = await context.book.calendar(tx);
    const filing = { command: { ...command, actor }, now, calendar };
    const fresh = judged.filter(({ outcome, parked }) => outcome === 'signed' && parked?.state === 'waiting');
    const entries = entriesOf(filing, sitting, fresh);
    await decide(tx, judged, entries, by, now);
    context.fault('signOff.signed');
    const waiting = owed.filter(({ state }) => FILEABLE.has(state)).length;
    if (entries.length > 0) {
      const shell = { tx, now, book: context.book, fault: context.fault };
      const outcome = await applyEvents(shell, [
        ...reportEnvelopes(filing, entries),
        ...lineHears(filing, sitting, entries, waiting),
      ]);
      if (!outcome.ok) return outcome;
      await insertReports(tx, reportRows(filing, entries));
      const last = entries.at(-1)?.signed?.author;
      if (entries.length === waiting && sitting.filedAt === null && last !== undefined)
        await nameFiler(tx, sitting.id, last);
      await recordFiling(tx, presentOrigin(), {
        action: 'signedOff',
        at: systemClock.now(),
        target: { kind: 'sitting', id: sitting.id },
        details: { obligationIds: entries.map(({ on }) => on.obligationId) },
      });
    }
    context.fault('signOff.filed');
    return {
      ok: true,
      value: {
        sittingId: sitting.id,
        at: now,
        late: now > sitting.dueAt,
        rows: judged.map(({ obligationId, outcome, message }) => ({ obligationId, outcome, message })),
        stillOwed: waiting - entries.length,
      },
    };
  });
}

/** What can become of each, by the record as it stands under the lock of the line. */
function judge(
  obligationIds: readonly string[],
  parked: readonly ParkedRead[],
  owed: readonly OwedReport[],
): Judged[] {
  // The latest of each: they come in the order in which they were sent.
  const current = new Map(parked.map((one) => [one.obligationId, one]));
  const byId = new Map(owed.map((on) => [on.obligationId, on]));
  return [...new Set(obligationIds)].map((obligationId): Judged => {
    const [row, on] = [current.get(obligationId), byId.get(obligationId)];
    const is = (outcome: Judged['outcome'], message = ''): Judged => ({
      obligationId,
      outcome,
      message,
      parked: row,
      on,
    });
    // Signed under an earlier sending of this very request.
    if (row?.state === 'signed') return is('signed');
    if (row?.state !== 'waiting') return is('notWaiting', '这一项已被撤回或退回，没有审签。');
    if (on === undefined || !FILEABLE.has(on.state))
      return is(
        'notOwed',
        `${WHY_NOT_OWED[on?.state ?? ''] ?? '这一项已不需填报'}，没有报出；所填内容已留存。`,
      );
    if (on.revision + 1 !== row.revision)
      return is('changed', '送审以后这一项已另行填报，没有报出；请退回联络员核对。');
    return is('signed');
  });
}

const WHY_NOT_OWED: Readonly<Record<string, string>> = {
  missed: '已过补报时限，按缺报记',
  excused: '任务已暂缓、办结、撤销或改由他人承担，本期不再要求填报',
  submitted: '这一项已经填报',
  accepted: '这一项已经填报',
};

const entriesOf = (
  filing: Parameters<typeof reportEntries>[0],
  sitting: SittingRead,
  fresh: readonly Judged[],
): ReportEntry[] =>
  fresh.flatMap(({ parked, on }) => {
    if (parked === undefined || on === undefined) return [];
    const signed = { author: parked.sentBy, from: parked.fromWorkbook ? ('workbook' as const) : undefined };
    return reportEntries(filing, sitting, [{ report: parked, on }]).map((entry) => ({ ...entry, signed }));
  });

async function decide(
  tx: Transaction,
  judged: readonly Judged[],
  entries: readonly ReportEntry[],
  by: string,
  now: string,
): Promise<void> {
  const reportOf = new Map(entries.map(({ on, reportId }) => [on.obligationId, reportId]));
  await decideParked(
    tx,
    judged.flatMap(({ outcome, parked, obligationId, message }) => {
      if (parked?.state !== 'waiting') return [];
      const reportId = reportOf.get(obligationId) ?? null;
      const state = outcome === 'signed' ? ('signed' as const) : ('overtaken' as const);
      return [{ id: parked.id, state, remark: message, reportId }];
    }),
    by,
    now,
  );
}
