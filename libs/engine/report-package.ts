import { refuse, type Outcome } from '#accountability';
import type { OwedReport, SittingRead } from '#persistence';
import type { FiledReport } from './command.js';

/** What waits for a report: not filed yet, or returned. */
export const FILEABLE = new Set(['open', 'returned']);

export interface PackagePart {
  report: FiledReport;
  on: OwedReport;
}

/** What of a report is kept, with what it is on; words without the blanks around them. */
export const contentOf = ({ report, on }: PackagePart) => ({
  obligationId: on.obligationId,
  taskId: on.taskId,
  revision: on.revision + 1,
  progress: report.progress,
  noChange: report.noChange,
  done: report.done.trim(),
  problems: report.problems.trim(),
  helpWanted: (report.helpWanted ?? '').trim(),
  nextSteps: report.nextSteps.trim(),
  readings: report.readings,
});

/**
 * Whether reports are the package that a sitting waits for: one on everything that is to be filed now, each with words. What the
 * unit's head has already been sent may be left out.
 */
export function checkPackage(
  sitting: SittingRead,
  owed: readonly OwedReport[],
  reports: readonly FiledReport[],
  withHead: ReadonlySet<string> = new Set(),
): Outcome<PackagePart[]> {
  const waiting = owed.filter(({ state }) => FILEABLE.has(state));
  if (waiting.length === 0) {
    return sitting.filedAt === null
      ? refuse('SittingNotOpen', `${sitting.period}的填报窗口尚未打开，或已不需填报。`)
      : refuse('SittingAlreadyFiled', `${sitting.period}已经填报，无需重复提交。`);
  }
  const byId = new Map(waiting.map((on) => [on.obligationId, on]));
  const strange = reports.filter(({ obligationId }) => !byId.has(obligationId));
  if (strange.length > 0)
    return refuse('EventNotAllowed', '提交内容中有不属于本批次、或当前不需填报的事项；请刷新后重新填报。', {
      obligationIds: strange.map((report) => report.obligationId),
    });
  const given = new Map(reports.map((report) => [report.obligationId, report]));
  const asked = waiting.filter(({ obligationId }) => given.has(obligationId) || !withHead.has(obligationId));
  const missing = asked.filter(({ obligationId }) => !given.has(obligationId));
  if (missing.length > 0)
    return refuse('SittingIncomplete', `还有${missing.length}项任务没有填写；一个批次须一并提交。`, {
      obligationIds: missing.map((on) => on.obligationId),
    });
  const pairs = asked.map((on) => ({ on, report: given.get(on.obligationId) as FiledReport }));
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
