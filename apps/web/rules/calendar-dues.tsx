import type { CalendarYearView } from '#contract';
import { Panel } from '../components/panel.js';
import { formatDay, formatTime } from '../format/date.js';
import { calendarText } from '../texts/zh.js';

type Due = CalendarYearView['dues'][number];

const when = ({ at, on }: Due): string => `${formatDay(on)} ${formatTime(at)}`;

/** On which working day the reports of which period fall due, month by month. */
export function CalendarDues({ found: { months, dues } }: { found: CalendarYearView }) {
  return (
    <Panel title={calendarText.dues} note={calendarText.duesHint} testId="calendar-dues" flush>
      <div className="calendar-dues">
        {months.map(({ month, workingDays }) => {
          const here = dues.filter(({ on }) => Number(on.slice(5, 7)) === month);
          return (
            <section key={month}>
              <h3>
                {calendarText.month(month)}{' '}
                <span className="soft small">{calendarText.workingDays(workingDays)}</span>
              </h3>
              <ul className="small">
                {here.map((due) => (
                  <li
                    key={`${due.every}/${due.label}`}
                    className={due.every === 'ten-day' ? '' : 'due-other'}
                  >
                    <span>{due.label}</span>
                    <span className="number">{when(due)}</span>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Panel>
  );
}
