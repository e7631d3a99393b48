import type { TaskMatter } from '#contract';
import { Panel } from '../components/panel.js';
import { formatInstant } from '../format/date.js';
import { taskText } from '../texts/zh.js';

/** What is open beside the state: who waits for whom, and whose turn it is. Nothing where nothing is. */
export function Matters({ matters }: { matters: readonly TaskMatter[] }) {
  if (matters.length === 0) return null;
  return (
    <Panel title={taskText.matters} testId="matters" flush>
      <ul className="matters">
        {matters.map((matter) => (
          <li key={matter.kind + matter.words}>
            <header>
              <b>{matter.label}</b>
              {matter.waitsFor === null ? null : <em>{taskText.waitsFor(matter.waitsFor)}</em>}
              {matter.since === null ? null : (
                <span className="soft small">{taskText.mattersSince(formatInstant(matter.since))}</span>
              )}
            </header>
            <p>{matter.words}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
