import type { ArmedDeadline } from '#contract';
import { Panel } from '../components/panel.js';
import { formatDay, formatFullInstant, formatInstant, formatTime } from '../format/date.js';
import { common, taskText } from '../texts/zh.js';
import { ClockLife } from './clock-life.js';

const key = ({ subjectKind, unit, name, armedAt, projectedAt }: ArmedDeadline): string =>
  [subjectKind, unit?.id, name, armedAt, projectedAt].join();

/** Suspended clocks last; the others as they fall due. */
const sorted = (deadlines: readonly ArmedDeadline[]): ArmedDeadline[] =>
  deadlines.toSorted((a, b) => ((a.projectedAt ?? '9') < (b.projectedAt ?? '9') ? -1 : 1));

/** The clocks that run: what for, until when, from when they are counted, and how they have run and stood still. */
export function ArmedDeadlines({ deadlines }: { deadlines: readonly ArmedDeadline[] }) {
  if (deadlines.length === 0) {
    return (
      <Panel title={taskText.armed} testId="armed-deadlines">
        <span className="soft">{taskText.noArmed}</span>
      </Panel>
    );
  }
  return (
    <Panel title={taskText.armed} note={taskText.armedNote} testId="armed-deadlines" flush>
      <ul className="armed">
        {sorted(deadlines).map((deadline) => (
          <li key={key(deadline)}>
            <b>{deadline.label}</b>
            <span className="soft small">
              {deadline.unit?.name ?? taskText.subject[deadline.subjectKind]}
            </span>
            {deadline.projectedAt === null ? (
              <span className="armed-when">{taskText.suspended}</span>
            ) : (
              <span
                className={deadline.overdue ? 'armed-when late' : 'armed-when'}
                title={formatFullInstant(deadline.projectedAt)}
              >
                {formatDay(deadline.projectedAt)} {formatTime(deadline.projectedAt)}
                {deadline.overdue ? ` · ${common.overdue}` : ''}
              </span>
            )}
            <span className="soft small armed-since">
              {taskText.armedSince} {formatInstant(deadline.armedAt)} ·{' '}
              {taskText.calendarVersion(deadline.calendarVersion)}
            </span>
            <ClockLife clock={deadline} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
