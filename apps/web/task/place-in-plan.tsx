import type { Place, TaskView } from '#contract';
import { Button } from 'antd';
import { useState } from 'react';
import { Panel } from '../components/panel.js';
import { shortTitle } from '../session/use-plan.js';
import { marks, taskText } from '../texts/zh.js';
import { AttachSource } from './attach-source.js';
import { SourceDrawer } from './source-drawer.js';

const words = (cadences: readonly { label: string }[]): string =>
  [...new Set(cadences.map(({ label }) => label))].join(marks.list);

/** `附件5 (三) 第10项`; a place without parts keeps the words it came with. */
function whereOf({ annex, section, number, label }: Place): string {
  const parts = [
    annex === null ? null : /^\d+$/.test(annex) ? taskText.annex(annex) : annex,
    section,
    number === null ? null : taskText.item(number),
  ].filter((part) => part !== null);
  return parts.length === 0 ? label : parts.join(' ');
}

/** Where the plan says it; the sentence itself once the document is attached. */
export function PlaceInPlan({ task }: { task: TaskView }) {
  const { place, plan, text, cadences } = task;
  const [reading, read] = useState(false);
  return (
    <Panel title={taskText.place} testId="place">
      <dl className="facts">
        <dt>{taskText.plan}</dt>
        <dd>
          <span title={plan.title}>{shortTitle(plan.title)}</span>
          {plan.documentNumber === null ? null : <span className="soft small"> {plan.documentNumber}</span>}
        </dd>
        <dt>{taskText.where}</dt>
        <dd>{whereOf(place)}</dd>
        <dt>{taskText.text}</dt>
        <dd>
          {text === null ? (
            <AttachSource task={task} />
          ) : (
            <>
              <blockquote>{text}</blockquote>
              {place.start === null ? null : (
                <Button type="link" size="small" onClick={() => read(true)} data-testid="in-source">
                  {taskText.inSource}
                </Button>
              )}
            </>
          )}
        </dd>
        {cadences.inherited.length + cadences.own.length === 0 ? null : (
          <>
            <dt>{taskText.cadences}</dt>
            <dd>
              {words(cadences.inherited)}
              {cadences.own.length === 0 ? null : (
                <div className="small">
                  {taskText.own}
                  {marks.colon}
                  {words(cadences.own)}
                </div>
              )}
            </dd>
          </>
        )}
      </dl>
      {reading ? <SourceDrawer task={task} onClose={() => read(false)} /> : null}
    </Panel>
  );
}
