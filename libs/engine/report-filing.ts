import {
  expectedProgressOf,
  identifierOf,
  upgraded,
  type Actor,
  type SubjectRef,
  type TaskContext,
} from '#accountability';
import type { Instant, WorkingCalendar } from '#calendar';
import type { OwedReport, ReportWrite, SittingRead } from '#persistence';
import type { FiledReport } from './command.js';
import type { Envelope } from './envelope.js';

/** What reports are filed with: by whom, when, and by which calendar it is counted what could be expected. */
export interface Filing {
  command: {
    actor: Actor;
    idempotencyKey: string;
    /** The reports came as a workbook that was filled in elsewhere; it stands on the trail. */
    from?: 'workbook';
  };
  now: Instant;
  calendar: WorkingCalendar;
}

/** A report with what it is on. */
export interface ReportEntry {
  sitting: SittingRead;
  report: FiledReport;
  on: OwedReport;
  reportId: string;
  /** Percent that could be expected of the task by now. */
  expected: number;
}

export const reportEntries = (
  { now, calendar }: Filing,
  sitting: SittingRead,
  reports: readonly { report: FiledReport; on: OwedReport }[],
): ReportEntry[] =>
  reports.map(({ report, on }) => ({
    sitting,
    report,
    on,
    reportId: identifierOf(on.obligationId, 'report', String(on.revision + 1)),
    expected: expectedOf(calendar, on, sitting.unitId, now),
  }));

export const reportEnvelopes = ({ command, now }: Filing, entries: readonly ReportEntry[]): Envelope[] =>
  entries.map(({ report, on, reportId, expected }) => ({
    to: { kind: 'obligation', id: on.obligationId },
    event: {
      type: 'REPORT_FILED',
      at: now,
      reportId,
      filedBy: command.actor.personId,
      progress: report.progress,
      noChange: report.noChange,
      noChangeRun: report.noChange ? on.noChangeRun + 1 : 0,
      expected,
      ...(command.from === undefined ? {} : { from: command.from }),
    },
    actor: command.actor,
    idempotencyKey: command.idempotencyKey,
    droppable: false,
  }));

/** The package is complete: its line hears of it. */
export function sittingFiled(
  { command: { actor, idempotencyKey }, now: at }: Filing,
  sitting: SittingRead,
  entries: readonly ReportEntry[],
): Envelope {
  const to: SubjectRef = { kind: 'reportingLine', id: sitting.reportingLineId };
  const taskIds = entries.map(({ on }) => on.taskId);
  const event = { type: 'SITTING_FILED', at, period: sitting.period, late: at > sitting.dueAt, taskIds };
  return { to, event, actor, idempotencyKey, droppable: false };
}

export const reportRows = ({ command, now }: Filing, entries: readonly ReportEntry[]): ReportWrite[] =>
  entries.map(({ sitting, report, on, reportId }) => ({
    id: reportId,
    obligationId: on.obligationId,
    taskId: on.taskId,
    unitId: sitting.unitId,
    revision: on.revision + 1,
    progress: report.progress,
    noChange: report.noChange,
    done: report.done.trim(),
    problems: report.problems.trim(),
    helpWanted: (report.helpWanted ?? '').trim(),
    nextSteps: report.nextSteps.trim(),
    readings: report.readings,
    filedBy: command.actor.personId,
    filedAt: now,
  }));

/** What could be expected of the unit by now: what stood still does not count, nor what was before it led. */
function expectedOf(calendar: WorkingCalendar, on: OwedReport, unitId: string, now: Instant): number {
  const { context } = upgraded('task', on.taskSnapshot);
  return expectedProgressOf(calendar, context as unknown as TaskContext, unitId, now);
}
