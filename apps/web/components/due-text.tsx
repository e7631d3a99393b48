import type { NextDue } from '#contract';
import { formatDay, formatTime } from '../format/date.js';
import { common, tasksText } from '../texts/zh.js';

/** What is due next, on which day and weekday, and at what time. */
export function DueText({ due }: { due: NextDue | null }) {
  if (due === null) return <span className="soft">{tasksText.noDue}</span>;
  return (
    <div className={due.overdue ? 'due due-over' : 'due'}>
      <span className="nowrap">
        {formatDay(due.at)} {formatTime(due.at)}
      </span>
      <span className="small nowrap">
        {due.label}
        {due.overdue ? ` · ${common.overdue}` : ''}
      </span>
    </div>
  );
}
