import type { DraftTask } from '#contract';
import { Checkbox } from 'antd';
import { memo } from 'react';
import { formatFullDay } from '../../format/date.js';
import { cardText, marks } from '../../texts/zh.js';
import { toneOf } from '../document/passages.js';
import { nameOf } from '../fields/words.js';

interface TaskRowProps {
  task: DraftTask;
  checked: boolean;
  unsaved: boolean;
  mayCheck: boolean;
  onSelect: (taskId: string) => void;
  onCheck: (taskId: string) => void;
}

const leadWords = ({ lead }: DraftTask): string => lead.map(nameOf).join(marks.list);

/** One task in two lines; chosen, it unfolds into its card. */
export const TaskRow = memo(function TaskRow({
  task,
  checked,
  unsaved,
  mayCheck,
  onSelect,
  onCheck,
}: TaskRowProps) {
  const unknown = [...task.lead, ...task.support].filter(({ unit, group }) => unit === null && !group).length;
  const date = task.deadlines.at(-1)?.date;
  const lead = leadWords(task);
  const missing = lead === '' && task.state !== 'dropped';
  return (
    <div className={`pr-row pr-row-${toneOf(task)}`}>
      {mayCheck ? (
        <Checkbox
          checked={checked}
          aria-label={cardText.checkbox(task.code)}
          onChange={() => onCheck(task.id)}
        />
      ) : null}
      <button type="button" onClick={() => onSelect(task.id)} data-testid={`task-${task.code}`}>
        <span className="pr-row-title">
          <span className="number soft">{task.code}</span>
          <b title={task.title ?? task.text}>{task.title ?? task.text}</b>
        </span>
        <span className="pr-row-facts small">
          <span className={missing ? 'needs' : 'soft'} title={missing ? cardText.noLead : lead}>
            {missing ? cardText.noLead : lead}
          </span>
          {date === undefined ? null : <span className="soft nowrap">{formatFullDay(date)}</span>}
        </span>
      </button>
      <span className="pr-row-marks small">
        {task.doubts.length > 0 && task.state === 'proposed' ? (
          <span className="pr-tag pr-tag-guess">{cardText.doubtCount(task.doubts.length)}</span>
        ) : null}
        {unknown > 0 ? <span className="pr-tag pr-tag-bad">{cardText.unmatchedUnit}</span> : null}
        {unsaved ? <span className="pr-tag pr-tag-bad">{cardText.unsaved}</span> : null}
        {/* That a task waits goes without saying. */}
        {task.state === 'proposed' ? null : (
          <span className={`pr-state pr-state-${task.state}`}>{task.stateLabel}</span>
        )}
      </span>
    </div>
  );
});
