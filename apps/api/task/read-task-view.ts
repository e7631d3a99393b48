import { allowedTaskActions, policySchema } from '#accountability';
import { civilDateOf } from '#calendar';
import type { TaskView } from '#contract';
import {
  listArmedDeadlines,
  listIndicators,
  listNoticesOfTask,
  listReportsOfTask,
  listResponsibilities,
  policyOf,
  readTask,
  type ResponsibilityRow,
  type TaskDetailRow,
  type Transaction,
} from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import { problem } from '../http/problem.js';
import { seesDrafts } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import type { Who } from '../who/who.js';
import { taskActionView } from './task-action.view.js';
import { taskView } from './task-detail.view.js';

/** A year of ten-day reports of one unit is 36. */
const REPORTS_SHOWN = 60;

/** One task whole, with what this person may do with it. Rejects with NotFound. */
export function readTaskView(context: ApiContext, who: Who, taskId: string): Promise<TaskView> {
  const now = context.now();
  return seenBy(context, who, async (tx) => {
    const task = await readTask(tx, taskId);
    if (task === null) throw problem('NotFound');
    const responsibilities = await listResponsibilities(tx, taskId);
    const parts = {
      task,
      responsibilities,
      indicators: await listIndicators(tx, [taskId]),
      deadlines: await listArmedDeadlines(tx, taskId),
      reports: await listReportsOfTask(tx, taskId, REPORTS_SHOWN),
      notices: await listNoticesOfTask(tx, taskId, seesDrafts(who.actor)),
      allowedActions: (await actionsOf(tx, who, task, responsibilities, now)).map((action) =>
        taskActionView(taskId, action),
      ),
    };
    return taskView(parts, now);
  });
}

async function actionsOf(
  tx: Transaction,
  who: Who,
  task: TaskDetailRow,
  responsibilities: readonly ResponsibilityRow[],
  now: string,
) {
  const policy = policySchema.parse(await policyOf(tx, task.policy_version));
  const leads = responsibilities.filter((row) => row.kind === 'lead').map((row) => row.unit_id);
  const scope = {
    jurisdictionId: who.jurisdictionId,
    planCode: task.plan_code,
    actionCode: task.action_code,
    unitIds: [...new Set(leads)],
  };
  return allowedTaskActions(task.snapshot, scope, who.actor, policy, now, civilDateOf(now));
}
