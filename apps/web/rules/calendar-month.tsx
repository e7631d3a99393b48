import type { CalendarYearView } from '#contract';
import { calendarText } from '../texts/zh.js';
import { weeksOf } from './weeks-of.js';

type Month = CalendarYearView['months'][number];
type Day = Month['days'][number];

interface MonthProps {
  month: Month;
  today: string;
  /** What falls due on which day, in words. */
  dueOn: ReadonlyMap<string, string>;
}

/** A month with Monday first. Every day says what it is by a letter as well as by its colour. */
export function CalendarMonth({ month, today, dueOn }: MonthProps) {
  return (
    <table className="month" data-testid={`month-${month.month}`}>
      <caption>
        <b>{calendarText.month(month.month)}</b>{' '}
        <span className="soft small">{calendarText.workingDays(month.workingDays)}</span>
      </caption>
      <thead>
        <tr>
          {calendarText.weekdays.map((letter, index) => (
            <th key={index} scope="col" abbr={calendarText.weekdayNames[index]}>
              {letter}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month.days).map((week, index) => (
          <tr key={index}>
            {week.map((day, place) => (
              <td key={place}>
                {day === null ? null : <DayCell day={day} today={today} due={dueOn.get(day.on)} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day: { on, kind }, today, due }: { day: Day; today: string; due: string | undefined }) {
  const { kinds, signs } = calendarText;
  const marks = [`day day-${kind}`, due === undefined ? '' : 'day-due', on === today ? 'day-today' : ''];
  const told = [
    kind === 'working' || kind === 'weekend' ? '' : kinds[kind],
    due === undefined ? '' : `${calendarText.due} ${due}`,
    on === today ? calendarText.today : '',
  ].filter(Boolean);
  return (
    <span
      className={marks.filter(Boolean).join(' ')}
      title={told.length === 0 ? undefined : told.join(' · ')}
    >
      {Number(on.slice(8))}
      {kind === 'off' || kind === 'worked' ? <i aria-hidden="true">{signs[kind]}</i> : null}
      {told.length === 0 ? null : <span className="visually-hidden">{told.join(' ')}</span>}
    </span>
  );
}
