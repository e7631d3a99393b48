import type { TaskView } from '#contract';
import { Panel } from '../components/panel.js';
import { taskText } from '../texts/zh.js';

const words = (cadences: readonly { label: string }[]): string =>
  [...new Set(cadences.map(({ label }) => label))].join('、');

/** Where the plan says it; the sentence itself once the document is attached. */
export function PlaceInPlan({ task }: { task: TaskView }) {
  const { place, plan, text, cadences } = task;
  return (
    <Panel title={taskText.place} testId="place">
      <dl className="facts">
        <dt>{taskText.plan}</dt>
        <dd>
          {plan.title}
          {plan.documentNumber === null ? null : <span className="soft small"> {plan.documentNumber}</span>}
        </dd>
        <dt>{taskText.where}</dt>
        <dd>{place.label}</dd>
        <dt>{taskText.text}</dt>
        <dd>
          {text === null ? <span className="soft">{taskText.noText}</span> : <blockquote>{text}</blockquote>}
        </dd>
        <dt>{taskText.cadences}</dt>
        <dd>
          {words(cadences.inherited)}
          {cadences.own.length === 0 ? null : (
            <div className="small">
              {taskText.own}：{words(cadences.own)}
            </div>
          )}
        </dd>
      </dl>
    </Panel>
  );
}
