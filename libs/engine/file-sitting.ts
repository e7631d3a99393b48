import { refuse, type Outcome } from '#accountability';
import type { Instant } from '#calendar';
import {
  insertReports,
  lockSubjects,
  owedReports,
  sittingById,
  type OwedReport,
  type SittingRead,
} from '#persistence';
import { applyEvents } from './apply-events.js';
import type { FiledReport, FiledSitting, FileSittingCommand } from './command.js';
import { inTransaction, type EngineContext } from './engine-context.js';
import { reportEntries, reportEnvelopes, reportRows, sittingFiled } from './report-filing.js';

/** What waits for a report: not filed yet, or returned. */
export const FILEABLE = new Set(['open', 'returned']);

/**
 * A unit files its package: a report on every task that the sitting still waits for, in one transaction. Returned
 * reports are filed again the same way, without the others.
 */
export function fileSitting(
  context: EngineContext,
  command: FileSittingCommand,
): Promise<Outcome<FiledSitting>> {
  return inTransaction(context, command.jurisdictionId, async (tx): Promise<Outcome<FiledSitting>> => {
    const now = context.clock.now();
    const sitting = await sittingById(tx, command.sittingId);
    if (!sitting) return refuse('SubjectNotFound', '找不到这一填报批次。');
    // The line first, as every transaction that touches a sitting does.
    await lockSubjects(tx, 'reportingLine', [sitting.reportingLineId]);
    const owed = await owedReports(tx, sitting.id);
    if (await isRepeat(tx, owed, command)) return filed(sitting, sitting.filedAt ?? now);
    const checked = check(sitting, owed, command);
    if (!checked.ok) return checked;
    const filing = { command, now, calendar: await context.book.calendar(tx) };
    const entries = reportEntries(filing, sitting, checked.value);
    const envelopes = reportEnvelopes(filing, entries);
    if (sitting.filedAt === null) envelopes.push(sittingFiled(filing, sitting, entries));
    const outcome = await applyEvents({ tx, now, book: context.book, fault: context.fault }, envelopes);
    if (!outcome.ok) return outcome;
    await insertReports(tx, reportRows(filing, entries));
    context.fault('fileSitting.written');
    return filed(sitting, now);
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

function check(
  sitting: SittingRead,
  owed: readonly OwedReport[],
  command: FileSittingCommand,
): Outcome<{ report: FiledReport; on: OwedReport }[]> {
  const waiting = owed.filter(({ state }) => FILEABLE.has(state));
  if (waiting.length === 0) {
    return sitting.filedAt === null
      ? refuse('SittingNotOpen', `${sitting.period}的填报窗口尚未打开，或已不需填报。`)
      : refuse('SittingAlreadyFiled', `${sitting.period}已经填报，无需重复提交。`);
  }
  const byId = new Map(waiting.map((on) => [on.obligationId, on]));
  const strange = command.reports.filter(({ obligationId }) => !byId.has(obligationId));
  if (strange.length > 0)
    return refuse('EventNotAllowed', '提交内容中有不属于本批次、或当前不需填报的事项；请刷新后重新填报。', {
      obligationIds: strange.map((report) => report.obligationId),
    });
  const given = new Map(command.reports.map((report) => [report.obligationId, report]));
  const missing = waiting.filter(({ obligationId }) => !given.has(obligationId));
  if (missing.length > 0)
    return refuse('SittingIncomplete', `还有${missing.length}项任务没有填写；一个批次须一并提交。`, {
      obligationIds: missing.map((on) => on.obligationId),
    });
  const pairs = waiting.map((on) => ({ on, report: given.get(on.obligationId) as FiledReport }));
  const wordless = pairs.filter(({ report }) => !report.noChange && report.done.trim() === '');
  if (wordless.length > 0)
    return refuse('InputInvalid', `有${wordless.length}项任务没有写明进展；确无变化的，请选“无变化”。`, {
      obligationIds: wordless.map(({ on }) => on.obligationId),
      field: 'done',
    });
  const first = pairs.filter(
    ({ on, report }) => report.noChange && on.lastProgress === null && report.progress !== 0,
  );
  if (first.length > 0)
    return refuse(
      'InputInvalid',
      `有${first.length}项任务是首次填报，没有上期可比，不能选“无变化”并填写进度。`,
      { obligationIds: first.map(({ on }) => on.obligationId), field: 'noChange' },
    );
  return { ok: true, value: pairs };
}

const filed = (sitting: SittingRead, at: Instant): Outcome<FiledSitting> => ({
  ok: true,
  value: { sittingId: sitting.id, filedAt: at, late: at > sitting.dueAt },
});
