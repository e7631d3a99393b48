import { allowedTaskActions, can, maySendNow, upgraded, type Policy } from '#accountability';
import { civilDateOf } from '#calendar';
import type { AllowedAction, ArmedDeadline, TaskView } from '#contract';
import { todayIn } from '#engine';
import {
  listArmedDeadlines,
  listIndicators,
  listNoticesOfTask,
  listReportsOfTask,
  listResponsibilities,
  readTask,
  unitNames,
  type ArmedDeadlineRow,
  type ResponsibilityRow,
  type TaskDetailRow,
} from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import { problem } from '../http/problem.js';
import { seesDrafts } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import type { Who } from '../who/who.js';
import { aboutAction } from './about-action.js';
import { clockLife } from './clock-life.js';
import { taskActionView } from './task-action.view.js';
import { stillTaskClock, tellingTaskClock } from './task-clock.js';
import { armedDeadline, taskView } from './task-detail.view.js';
import { contextOf, taskMatters, unitsInMatters } from './task-matters.view.js';

/** A year of ten-day reports of one unit is 36. */
const REPORTS_SHOWN = 60;

/** One task whole, with what this person may do with it. Rejects with NotFound. */
export function readTaskView(context: ApiContext, who: Who, taskId: string): Promise<TaskView> {
  const now = context.now();
  return seenBy(context, who, async (tx) => {
    const task = await readTask(tx, taskId);
    if (task === null) throw problem('NotFound');
    const responsibilities = await listResponsibilities(tx, taskId);
    const { book } = context.engine.context;
    const [policy, calendar] = [await book.policy(tx, task.policy_version), await book.calendar(tx)];
    const running = contextOf(task);
    const still = stillTaskClock(running, policy, {
      policyVersion: task.policy_version,
      calendarVersion: calendar.version,
    });
    const armed = [...runningOn(task, await listArmedDeadlines(tx, taskId)), ...still];
    const deadlines: ArmedDeadline[] = [];
    for (const row of armed) {
      const told = tellingTaskClock(row, running);
      const rules = { policy: await book.policy(tx, row.policy_version), calendar };
      deadlines.push({ ...armedDeadline(row, now), ...clockLife(told, running, rules, now) });
    }
    const names = await unitNames(tx, unitsInMatters(running));
    const parts = {
      task,
      responsibilities,
      indicators: await listIndicators(tx, [taskId]),
      deadlines,
      reports: await listReportsOfTask(tx, taskId, REPORTS_SHOWN),
      notices: await listNoticesOfTask(tx, taskId, seesDrafts(who.actor)),
      matters: taskMatters(running, (id) => names.get(id) ?? id, policy),
      ...actionsOf(who, task, responsibilities, policy, now),
    };
    return taskView(parts, await todayIn(book, tx, now));
  });
}

/** A unit goes on reporting on its other tasks: of that no clock runs on one that is over. */
const runningOn = ({ state }: TaskDetailRow, deadlines: ArmedDeadlineRow[]): ArmedDeadlineRow[] =>
  state === 'closed' || state === 'withdrawn'
    ? deadlines.filter(({ subject_kind: kind }) => kind !== 'reportingLine')
    : deadlines;

function actionsOf(
  who: Who,
  task: TaskDetailRow,
  responsibilities: readonly ResponsibilityRow[],
  policy: Policy,
  now: string,
): { allowedActions: AllowedAction[]; mayBeSplit: boolean } {
  const leads = responsibilities.filter((row) => row.kind === 'lead').map((row) => row.unit_id);
  const scope = {
    jurisdictionId: who.jurisdictionId,
    planCode: task.plan_code,
    actionCode: task.action_code,
    unitIds: [...new Set(leads)],
  };
  const today = civilDateOf(now);
  const actions = allowedTaskActions(task.snapshot, scope, who.actor, policy, now, today);
  const snapshot = upgraded('task', task.snapshot);
  return {
    allowedActions: actions.map((action) =>
      taskActionView(task.id, action, aboutAction(action, task.snapshot, scope, who.actor, policy, today)),
    ),
    mayBeSplit:
      can('task', snapshot, { type: 'SPLIT', at: now, intoTaskIds: [], reason: '' }, policy) &&
      maySendNow(who.actor, 'task', snapshot, 'SPLIT', scope),
  };
}
