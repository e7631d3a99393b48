import { compareInstants, type Instant } from '#calendar';
import {
  deadlineLabel,
  labelOf,
  RESPONSIBILITY_LABELS,
  type AllowedAction,
  type ArmedDeadline,
  type Place,
  type TaskMatter,
  type TaskView,
} from '#contract';
import type { Today } from '#engine';
import type {
  ArmedDeadlineRow,
  IndicatorRow,
  NoticeRow,
  ReportRow,
  ResponsibilityRow,
  TaskDetailRow,
} from '#persistence';
import { indicatorView } from '../view/indicator.view.js';
import { cadenceView } from '../view/labels.js';
import { noticeSummary } from '../view/notice-summary.view.js';
import { unitRef } from '../view/refs.js';
import { reportView } from '../view/report.view.js';
import { taskSummary } from './task.view.js';

export interface TaskParts {
  task: TaskDetailRow;
  responsibilities: ResponsibilityRow[];
  indicators: IndicatorRow[];
  deadlines: ArmedDeadline[];
  reports: ReportRow[];
  notices: NoticeRow[];
  matters: TaskMatter[];
  mayBeSplit: boolean;
  allowedActions: AllowedAction[];
}

/** One task whole. */
export function taskView(parts: TaskParts, today: Today): TaskView {
  const { task } = parts;
  return {
    ...taskSummary(task, today),
    plan: {
      id: task.plan_id,
      code: task.plan_code,
      title: task.plan_title,
      documentNumber: task.document_number,
    },
    place: placeView(task),
    text: task.text,
    startOn: task.start_on,
    responsibilities: parts.responsibilities.map((row) => ({
      unit: unitRef(row.unit_id, row.unit_name),
      desk: deskName(row),
      kind: row.kind,
      label: labelOf(RESPONSIBILITY_LABELS, row.kind),
      printedName: row.printed_name,
    })),
    indicators: parts.indicators.map(indicatorView),
    cadences: { inherited: task.plan_cadences.map(cadenceView), own: task.cadences.map(cadenceView) },
    armedDeadlines: parts.deadlines,
    reports: parts.reports.map(reportView),
    notices: parts.notices.map(noticeSummary),
    matters: parts.matters,
    mayBeSplit: parts.mayBeSplit,
    allowedActions: parts.allowedActions,
  };
}

/** The desk as the plan prints it: of 区发展和改革局〈工信〉, 工信. */
const deskName = ({ desk, printed_name: printed }: ResponsibilityRow): string =>
  desk === '' ? '' : (/[〈（(](.+?)[〉）)]/.exec(printed)?.[1] ?? '');

function placeView(task: TaskDetailRow): Place {
  const words = (name: string): string | null => {
    const value = task.place[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const offset = (name: string): number | null => {
    const value = task.place[name];
    return typeof value === 'number' ? value : null;
  };
  const [annex, section, number] = [
    // A plan without annexes is read as one, which has no number.
    words('annex') === '0' ? null : words('annex'),
    words('section') ?? task.section,
    words('number') ?? task.number,
  ];
  const [sheet, row] = [words('sheet'), offset('row')];
  const inTable = sheet === null || row === null ? null : `表“${sheet}”第 ${row} 行`;
  const label = [annex, section, number === null ? null : `第 ${number} 项`, inTable]
    .filter((part) => part !== null)
    .join(' · ');
  return { annex, section, number, start: offset('start'), end: offset('end'), label };
}

/** A clock as it stands; what it lived through is added to it. */
export function armedDeadline(
  row: ArmedDeadlineRow,
  now: Instant,
): Omit<ArmedDeadline, 'segments' | 'workingDays' | 'limit' | 'rule'> {
  return {
    name: row.name,
    label: deadlineLabel(row.name),
    subjectKind: row.subject_kind,
    unit: row.unit_id === null ? null : unitRef(row.unit_id, row.unit_name ?? ''),
    projectedAt: row.projected_at,
    armedAt: row.armed_at,
    calendarVersion: row.calendar_version,
    overdue: row.projected_at !== null && compareInstants(row.projected_at, now) < 0,
  };
}
