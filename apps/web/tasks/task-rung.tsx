import type { TaskSummary } from '#contract';
import { RungTag } from '../components/rung-tag.js';
import { WhyButton } from '../components/why.js';

/** The colour of a task in a list: pressed, it says why. */
export function TaskRung({ task }: { task: TaskSummary }) {
  if (task.standing === null) return <RungTag rung={null} />;
  return (
    <WhyButton of={{ kind: 'task', id: task.id }} as="rung">
      <RungTag rung={task.standing} />
    </WhyButton>
  );
}
