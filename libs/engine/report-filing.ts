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
import { byEngine, type Envelope } from './envelope.js';
import { contentOf } from './report-package.js';

/** What reports are filed with: by whom, when, and by which calendar it is counted what could be expected. */
export interface Filing {
  command: {
    actor: Actor;
    idempotencyKey: string;
    /** The reports came as a workbook that was filled in elsewhere; it stands on the trail. */
    from?: 'workbook';
  };
  /** Why they go straight out although the unit wants its head's signature. */
  withoutSignOff?: 'vacant' | 'head' | null;
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
  /** The author, where the actor signs what somebody else has written; whether it came as a workbook. */
  signed?: { author: string; from: 'workbook' | undefined };
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

export const reportEnvelopes = (
  { command, now, withoutSignOff = null }: Filing,
  entries: readonly ReportEntry[],
): Envelope[] =>
  entries.map(({ report, on, reportId, expected, signed }) => ({
    to: { kind: 'obligation', id: on.obligationId },
    event: {
      type: 'REPORT_FILED',
      at: now,
      reportId,
      filedBy: signed?.author ?? command.actor.personId,
      progress: report.progress,
      noChange: report.noChange,
      noChangeRun: report.noChange ? on.noChangeRun + 1 : 0,
      expected,
      ...inCase('from', signed === undefined ? command.from : signed.from),
      ...inCase('signedBy', signed === undefined ? undefined : command.actor.personId),
      ...inCase('withoutSignOff', withoutSignOff),
    },
    actor: command.actor,
    idempotencyKey: command.idempotencyKey,
    droppable: false,
  }));

/** What is not there is left out of an event. */
const inCase = (name: string, value: string | null | undefined): Record<string, string> =>
  value === null || value === undefined ? {} : { [name]: value };

/**
 * What the line hears of reports: with the last one that it waits for, that the package is filed; of a package that still waits
 * for some, which have come.
 *
 * @param waiting how many reports the package waited for before these
 * @param ofSitting what tells the package's events from those of others under the same key; empty: there are none
 */
export function lineHears(
  filing: Filing,
  sitting: SittingRead,
  entries: readonly ReportEntry[],
  waiting: number,
  ofSitting = '',
): Envelope[] {
  if (sitting.filedAt !== null || entries.length === 0) return [];
  const { idempotencyKey } = filing.command;
  if (entries.length === waiting)
    return [{ ...sittingFiled(filing, sitting, entries), idempotencyKey: `${idempotencyKey}${ofSitting}` }];
  return entries.map(({ on }) =>
    byEngine(
      { kind: 'reportingLine', id: sitting.reportingLineId },
      { type: 'ITEM_FULFILLED', at: filing.now, period: sitting.period, itemId: on.taskId },
      `${idempotencyKey}/${on.obligationId}`,
    ),
  );
}

/** The package is complete: its line hears of it. */
function sittingFiled(
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
  entries.map((entry) => ({
    ...contentOf(entry),
    id: entry.reportId,
    unitId: entry.sitting.unitId,
    filedBy: entry.signed?.author ?? command.actor.personId,
    filedAt: now,
    signedBy: entry.signed === undefined ? null : command.actor.personId,
  }));

/** What could be expected of the unit by now: what stood still does not count, nor what was before it led. */
function expectedOf(calendar: WorkingCalendar, on: OwedReport, unitId: string, now: Instant): number {
  const { context } = upgraded('task', on.taskSnapshot);
  return expectedProgressOf(calendar, context as unknown as TaskContext, unitId, now);
}
