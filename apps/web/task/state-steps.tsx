import type { TaskState } from '#contract';
import { Panel } from '../components/panel.js';
import { taskText } from '../texts/zh.js';

const STEPS = ['drafted', 'confirmed', 'dispatched', 'inProgress', 'closing', 'closed'] as const;

/** States beside the main path, at the step where they branch off. */
const BESIDE: Partial<Record<TaskState, (typeof STEPS)[number]>> = {
  disputed: 'dispatched',
  suspended: 'inProgress',
  withdrawn: 'inProgress',
};

const mainStep = (state: TaskState): number => STEPS.findIndex((step) => step === (BESIDE[state] ?? state));

/** The life of the task as steps: done, now, to come; and in words what may come next. */
export function StateSteps({ state, label }: { state: TaskState; label: string }) {
  const at = mainStep(state);
  const kind = (index: number): string => {
    if (index < at || state === 'closed') return 'done';
    if (index > at) return 'ahead';
    return BESIDE[state] === undefined ? 'now' : 'beside';
  };
  return (
    <Panel title={taskText.state} testId="state-steps">
      <ol className="steps">
        {STEPS.map((step, index) => (
          <li key={step} className={`step-${kind(index)}`} aria-current={index === at ? 'step' : undefined}>
            <i>{kind(index) === 'done' ? '✓' : index + 1}</i>
            <span>{index === at && state !== 'closed' ? label : taskText.steps[step]}</span>
          </li>
        ))}
      </ol>
      <p className="soft steps-next">
        <b>{taskText.next}</b> {taskText.mayBecome[state]}
      </p>
    </Panel>
  );
}
