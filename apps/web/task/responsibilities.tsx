import type { ResponsibilityView, TaskView } from '#contract';
import { Panel } from '../components/panel.js';
import { taskText } from '../texts/zh.js';
import { WhoWaits } from './who-waits.js';

function Units({ of }: { of: readonly ResponsibilityView[] }) {
  return (
    <ul className="unit-list">
      {of.map((each) => (
        <li key={each.unit.id + each.desk + each.printedName} title={taskText.printedAs(each.printedName)}>
          {each.unit.name}
          {each.desk === '' ? null : <span className="soft">{taskText.ofDesk(each.desk)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Who leads and who gives their part, by today's names of the units; and who of them waits for whom. */
export function Responsibilities({ task }: { task: TaskView }) {
  const { responsibilities } = task;
  const leads = responsibilities.filter(({ kind }) => kind === 'lead');
  const supports = responsibilities.filter(({ kind }) => kind === 'support');
  return (
    <Panel title={taskText.responsibilities} testId="responsibilities">
      <dl className="facts">
        <dt>{taskText.lead}</dt>
        <dd>
          {leads.length === 0 ? <span className="needs">{taskText.noLead}</span> : <Units of={leads} />}
        </dd>
        {supports.length === 0 ? null : (
          <>
            <dt>{taskText.support}</dt>
            <dd>
              <Units of={supports} />
            </dd>
          </>
        )}
      </dl>
      <WhoWaits task={task} />
    </Panel>
  );
}
