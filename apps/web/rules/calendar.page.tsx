import type { CalendarYearView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select, Tag } from 'antd';
import { Answer } from '../components/answer.js';
import { PageTitle } from '../components/page-title.js';
import { Panel } from '../components/panel.js';
import { formatDay, formatFullInstant } from '../format/date.js';
import { calendarText, marks } from '../texts/zh.js';
import { CalendarDues } from './calendar-dues.js';
import { CalendarMonth } from './calendar-month.js';
import { calendarQuery } from './queries.js';
import './calendar.css';

/** 工作日历: a year at a glance, with what falls due in it; on paper one A4 page. */
export function CalendarPage() {
  const { year } = useSearch({ from: '/inside/calendar' });
  return <Answer query={useQuery(calendarQuery(year))}>{(found) => <Year found={found} />}</Answer>;
}

function Year({ found }: { found: CalendarYearView }) {
  const navigate = useNavigate();
  const dueOn = new Map(
    found.dues.filter(({ every }) => every === 'ten-day').map(({ on, label }) => [on, label]),
  );
  return (
    <div className="calendar" data-testid="calendar">
      <div className="page-head">
        <PageTitle title={calendarText.title} />
        <b className="calendar-year">{calendarText.heading(found.year)}</b>
        <span className="soft">{calendarText.workingDays(found.workingDays)}</span>
        {found.status === 'provisional' ? <Tag color="orange">{calendarText.status.provisional}</Tag> : null}
        <div className="page-actions">
          <Select
            aria-label={calendarText.year}
            data-testid="calendar-year"
            value={found.year}
            options={found.years.map(({ year, status }) => ({
              value: year,
              label: calendarText.yearOption(year, status === 'provisional'),
            }))}
            onChange={(year) => void navigate({ to: '/calendar', search: { year } })}
          />
          <Button onClick={() => window.print()}>{calendarText.print}</Button>
        </div>
      </div>
      <p className="soft small calendar-source">
        {[
          found.source === null ? '' : calendarText.source(found.source),
          calendarText.version(found.calendar.id, found.calendar.version),
          calendarText.hours(found.hours.morning.join('–'), found.hours.afternoon.join('–')),
        ]
          .filter(Boolean)
          .join(marks.semicolon)}
      </p>
      <Legend />
      <section className="calendar-months" aria-label={calendarText.heading(found.year)}>
        {found.months.map((month) => (
          <CalendarMonth key={month.month} month={month} today={found.today} dueOn={dueOn} />
        ))}
      </section>
      <div className="calendar-below">
        <Holidays found={found} />
        <CalendarDues found={found} />
        <Changes changes={found.changes} />
      </div>
    </div>
  );
}

function Legend() {
  const { kinds, signs } = calendarText;
  return (
    <ul className="calendar-legend small" aria-hidden="true">
      <li>
        <span className="day">1</span> {kinds.working}
      </li>
      <li>
        <span className="day day-weekend">1</span> {kinds.weekend}
      </li>
      <li>
        <span className="day day-off">
          1<i>{signs.off}</i>
        </span>{' '}
        {kinds.off}
      </li>
      <li>
        <span className="day day-worked">
          1<i>{signs.worked}</i>
        </span>{' '}
        {kinds.worked}
      </li>
      <li>
        <span className="day day-due">1</span> {calendarText.due}
      </li>
      <li>
        <span className="day day-today">1</span> {calendarText.today}
      </li>
    </ul>
  );
}

function Holidays({ found: { holidays, worked } }: { found: CalendarYearView }) {
  return (
    <Panel title={calendarText.holidays} testId="calendar-holidays">
      <ul className="calendar-list">
        {holidays.map(({ from, to, label, days }) => (
          <li key={from}>
            <b>{label ?? calendarText.unnamed}</b>
            <span>{from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`}</span>
            <span className="soft">{calendarText.days(days)}</span>
          </li>
        ))}
      </ul>
      <h3>{calendarText.worked}</h3>
      <p>{worked.length === 0 ? calendarText.noWorked : worked.map(formatDay).join(marks.comma)}</p>
    </Panel>
  );
}

function Changes({ changes }: Pick<CalendarYearView, 'changes'>) {
  return (
    <Panel title={calendarText.changes} testId="calendar-changes">
      {changes.length === 0 ? <p>{calendarText.noChanges}</p> : null}
      <ol className="calendar-list">
        {changes.map(({ version, announcedAt, announcedBy, reason, finishedAt, moved }) => (
          <li key={version}>
            <b>{reason}</b>
            <span>{calendarText.changed(version, moved, finishedAt !== null)}</span>
            <span className="soft">
              {announcedBy ?? calendarText.bySystem} {formatFullInstant(announcedAt)}
            </span>
          </li>
        ))}
      </ol>
      <p className="soft small">{calendarText.howToChange}</p>
    </Panel>
  );
}
