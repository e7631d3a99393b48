import { compareInstants, civilDateOf, type Instant } from '#calendar';
import { deadlineLabel, SCHEDULE_LABELS, type LastReport, type NextDue, type TaskSummary } from '#contract';
import type { ShownStanding, Today } from '#engine';
import type { TaskRow } from '#persistence';
import { periodLabel, standingView, taskStateLabel, taskStateOf } from '../view/labels.js';

/** A task as lists show it. */
export function taskSummary(row: TaskRow, today: Today): TaskSummary {
  const now = today.at;
  const stands = today.standingOf(row);
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    titleIsLabel: row.title_is_label,
    action: { id: row.action_id, code: row.action_code, name: row.action_name },
    section: row.section,
    number: row.number,
    state: taskStateOf(row.state),
    stateLabel: taskStateLabel(row.state),
    needsAssignment: row.needs_assignment,
    ongoing: row.ongoing,
    leads: row.leads,
    supportCount: row.support_count,
    deadline: deadlineView(row, now),
    progress: row.progress,
    expected: stands.expected,
    lag: stands.lag,
    schedule: stands.schedule,
    scheduleLabel: SCHEDULE_LABELS[stands.schedule],
    lastReport: lastReportView(stands),
    recorded: { ...stands.recorded, scheduleLabel: SCHEDULE_LABELS[stands.recorded.schedule] },
    nextDue: nextDue(row, now),
    standing: standingView(row),
    version: row.version,
  };
}

const lastReportView = ({ lastReport }: ShownStanding): LastReport | null =>
  lastReport && {
    periodLabel: periodLabel(lastReport.period),
    at: lastReport.at,
    daysAgo: lastReport.daysAgo,
  };

export function deadlineView(
  row: Pick<TaskRow, 'deadline_on' | 'original_deadline_on' | 'deadline_inferred'>,
  now: Instant,
): TaskSummary['deadline'] {
  return {
    currentOn: row.deadline_on,
    originalOn: row.original_deadline_on,
    inferred: row.deadline_inferred,
    extended: row.deadline_on !== row.original_deadline_on,
    passed: row.deadline_on < civilDateOf(now),
  };
}

function nextDue(row: TaskRow, now: Instant): NextDue | null {
  if (row.next_at === null || row.next_name === null) return null;
  const overdue = compareInstants(row.next_at, now) < 0;
  return { name: row.next_name, label: deadlineLabel(row.next_name), at: row.next_at, overdue };
}
