import type { CalendarYearView, OfficeHours } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Select, Tag } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Answer } from '../components/answer.js';
import { PageTitle } from '../components/page-title.js';
import { Panel } from '../components/panel.js';
import { formatDay, formatFullDay, formatFullInstant } from '../format/date.js';
import { PagePending } from '../components/page-states.js';
import { arrangeText, calendarText, hoursText, marks } from '../texts/zh.js';
import { newYear } from './arrange/arranged.js';
import { useArranging, type UseArranging } from './arrange/use-arranging.js';
import { CalendarDues } from './calendar-dues.js';
import { CalendarMonth } from './calendar-month.js';
import { calendarQuery } from './queries.js';
import './calendar.css';

const HoursDialog = lazy(() =>
  import('./hours/hours-dialog.js').then((file) => ({ default: file.HoursDialog })),
);
const Arrange = lazy(() => import('./arrange/arrange.js').then((file) => ({ default: file.Arrange })));

/** 工作日历: a year at a glance, with what falls due in it; on paper one A4 page. */
export function CalendarPage() {
  const { year } = useSearch({ from: '/inside/calendar' });
  const act = useArranging();
  return <Answer query={useQuery(calendarQuery(year))}>{(found) => <Year found={found} act={act} />}</Answer>;
}

function Year({ found, act }: { found: CalendarYearView; act: UseArranging }) {
  const { arranging } = act;
  const navigate = useNavigate();
  const [settingHours, setHours] = useState(false);
  const next = (found.years.at(-1)?.year ?? found.year) + 1;
  const shown = arranging?.added ?? found.year;
  const show = (year: number): void => {
    if (arranging !== null && year === next)
      return act.change({
        added: year,
        held: { ...arranging.held, [year]: arranging.held[year] ?? newYear(year) },
      });
    act.change({ added: null });
    void navigate({ to: '/calendar', search: { year } });
  };
  const dueOn = new Map(
    found.dues.filter(({ every }) => every === 'ten-day').map(({ on, label }) => [on, label]),
  );
  return (
    <div className="calendar" data-testid="calendar">
      <div className="page-head">
        <PageTitle title={calendarText.title} />
        <b className="calendar-year">{calendarText.heading(shown)}</b>
        {arranging === null ? (
          <span className="soft">{calendarText.workingDays(found.workingDays)}</span>
        ) : null}
        {found.status === 'provisional' ? <Tag color="orange">{calendarText.status.provisional}</Tag> : null}
        <div className="page-actions">
          <Select
            aria-label={calendarText.year}
            data-testid="calendar-year"
            value={shown}
            options={[
              ...found.years.map(({ year, status }) => ({
                value: year,
                label: calendarText.yearOption(year, status === 'provisional'),
              })),
              ...(arranging === null ? [] : [{ value: next, label: arrangeText.addYear(next) }]),
            ]}
            onChange={show}
          />
          {found.mayAnnounce && arranging === null ? (
            <>
              <Button onClick={() => setHours(true)} data-testid="hours-begin">
                {hoursText.begin}
              </Button>
              <Button type="primary" onClick={() => act.begin(found)} data-testid="arrange-begin">
                {arrangeText.begin}
              </Button>
            </>
          ) : null}
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
      {settingHours ? (
        <Suspense fallback={null}>
          <HoursDialog
            found={found}
            onDone={(version) => {
              act.end(version);
              setHours(false);
            }}
            onClose={() => setHours(false)}
          />
        </Suspense>
      ) : null}
      <Following changes={found.changes} announced={act.announced} />
      <Legend />
      {arranging === null ? (
        <section className="calendar-months" aria-label={calendarText.heading(found.year)}>
          {found.months.map((month) => (
            <CalendarMonth key={month.month} month={month} today={found.today} dueOn={dueOn} />
          ))}
        </section>
      ) : (
        <Suspense fallback={<PagePending />}>
          <Arrange found={found} arranging={arranging} act={act} />
        </Suspense>
      )}
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

/** How far what is open follows the newest version; nothing where it has done so for a while. */
function Following({
  changes: [newest],
  announced,
}: Pick<CalendarYearView, 'changes'> & { announced: number | null }) {
  const [seen, setSeen] = useState<number | null>(null);
  const note = useRef<HTMLDivElement>(null);
  // Whoever has announced it stands at the foot of a long page; what comes of it is said at its head.
  useEffect(() => {
    if (announced !== null) note.current?.scrollIntoView({ block: 'center' });
  }, [announced]);
  if (newest === undefined) return null;
  const { version, finishedAt, left, moved } = newest;
  if (finishedAt === null && seen !== version) setSeen(version);
  if (finishedAt !== null && seen !== version && announced !== version) return null;
  return (
    <div ref={note} className="calendar-following" role="status" data-testid="calendar-following">
      <Alert
        type={finishedAt === null ? 'info' : 'success'}
        showIcon
        title={
          finishedAt === null ? calendarText.running(version, left) : calendarText.finished(version, moved)
        }
      />
    </div>
  );
}

function Changes({ changes }: Pick<CalendarYearView, 'changes'>) {
  return (
    <Panel title={calendarText.changes} testId="calendar-changes">
      {changes.length === 0 ? <p>{calendarText.noChanges}</p> : null}
      <ol className="calendar-list calendar-changes">
        {changes.map((change) => (
          <li key={change.version}>
            <b>{change.reason}</b>
            <span>{calendarText.changed(change.version, change.moved, change.finishedAt !== null)}</span>
            <span className="soft">
              {change.announcedBy ?? calendarText.bySystem} {formatFullInstant(change.announcedAt)}
            </span>
            <span>{daysOf(change)}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** So many days of a change are named in the list. */
const NAMED = 12;

function daysOf({ days, dayCount, hours }: CalendarYearView['changes'][number]): string {
  const times = ({ morning, afternoon }: OfficeHours): string =>
    calendarText.hours(morning.join('–'), afternoon.join('–'));
  const otherHours = hours === null ? '' : calendarText.changedHours(times(hours.before), times(hours.after));
  if (dayCount === 0) return otherHours || calendarText.yearOnly;
  const { kinds } = calendarText;
  const named = days
    .slice(0, NAMED)
    .map(({ on, before, after }) => arrangeText.change(formatFullDay(on), kinds[before], kinds[after]));
  return [calendarText.changedDays(named.join(marks.semicolon), dayCount - named.length), otherHours]
    .filter(Boolean)
    .join(marks.semicolon);
}
