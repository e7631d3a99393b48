import type { TaskSummary } from '#contract';
import { common, tasksText } from '../texts/zh.js';

/** Who leads; where nobody does yet, it says so. */
export function LeadNames({
  task,
}: {
  task: Pick<TaskSummary, 'leads' | 'supportCount' | 'needsAssignment'>;
}) {
  return (
    <div className="lead-names">
      {task.needsAssignment ? (
        <span className="needs">{tasksText.needsAssignment}</span>
      ) : (
        <span>{common.joinUnits(task.leads.map(({ name }) => name))}</span>
      )}
      {task.supportCount > 0 ? (
        <span className="soft small">{common.supportMore(task.supportCount)}</span>
      ) : null}
    </div>
  );
}
