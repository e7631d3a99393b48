import type { TaskView } from '#contract';
import { Panel } from '../components/panel.js';
import { formatFullDay } from '../format/date.js';
import { marks, taskText } from '../texts/zh.js';

/** The deadline as it was first set and as it stands now, always side by side. */
export function Deadlines({ deadline, startOn }: { deadline: TaskView['deadline']; startOn: string | null }) {
  return (
    <Panel title={taskText.deadline} testId="deadlines">
      <div className="deadline-pair">
        <div>
          <span className="soft small">{taskText.original}</span>
          <b>{formatFullDay(deadline.originalOn)}</b>
        </div>
        <div className={deadline.passed ? 'late' : ''}>
          <span className="soft small">
            {taskText.current}
            {deadline.extended ? `${marks.open}${taskText.extended}${marks.close}` : ''}
          </span>
          <b>{formatFullDay(deadline.currentOn)}</b>
          {deadline.passed ? <span className="small">{taskText.passed}</span> : null}
        </div>
      </div>
      {deadline.inferred ? <p className="soft small">{taskText.inferred}</p> : null}
      {startOn === null ? null : <p className="soft small">{taskText.startOn(formatFullDay(startOn))}</p>}
    </Panel>
  );
}
