import type { LadderCourseView } from '#contract';
import { Tag } from 'antd';
import { RungTag } from '../components/rung-tag.js';
import { formatDay, formatTime } from '../format/date.js';
import { laddersText, marks } from '../texts/zh.js';
import { namesOf } from './names-of.js';

type Moment = LadderCourseView['moments'][number];

/** On which working day which step reaches whom: a line of days, from the reminders to where it ends. */
export function Course({ course: { moments, end } }: { course: LadderCourseView }) {
  const days = daysOf(moments);
  return (
    <div data-testid="course">
      <ol className="course">
        {days.map(({ on, workingDay, here }) => (
          <li key={on} className={workingDay === 0 ? 'course-day course-due' : 'course-day'}>
            <p className="course-on">
              <b>{laddersText.day(workingDay)}</b> <span className="soft small">{formatDay(on)}</span>
            </p>
            <ul>
              {here.map((moment, index) => (
                <li key={index} className={`course-moment course-${moment.kind}`}>
                  <MomentLine moment={moment} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <p className="course-end" data-testid="course-end">
        {laddersText.ends[end]}
      </p>
    </div>
  );
}

function MomentLine({ moment }: { moment: Moment }) {
  const { at, label, level, aside, beside, early, to } = moment;
  const inForce = moment.kind === 'reached' || moment.kind === 'issued';
  const tag = beside?.label ?? (aside ? laddersText.aside : null);
  return (
    <>
      <span className="course-at number soft small">{formatTime(at)}</span>
      <span className="course-what">
        {inForce && level !== null ? <RungTag rung={{ label: level.label, colour: level.id }} /> : null}{' '}
        <b>{wordsOf(moment, label ?? '')}</b> {early ? <Tag>{laddersText.earlySign}</Tag> : null}
        {tag === null ? null : <Tag>{tag}</Tag>}
        {to.length === 0 ? null : (
          <span className="soft small">
            {marks.comma}
            {laddersText.desks(namesOf(to))}
          </span>
        )}
      </span>
    </>
  );
}

function wordsOf({ kind, why }: Moment, label: string): string {
  const { moments, stopReasons } = laddersText;
  switch (kind) {
    case 'reminder':
    case 'due':
    case 'cured':
      return moments[kind];
    case 'stopped':
    case 'resumed':
      return why === null || why === 'appeal' || why === 'decision' ? '' : moments[kind](stopReasons[why]);
    case 'refused':
      return why === null ? '' : moments.refused[why];
    default:
      return moments[kind](label);
  }
}

interface CourseDay {
  on: string;
  workingDay: number;
  here: Moment[];
}

function daysOf(moments: readonly Moment[]): CourseDay[] {
  const days: CourseDay[] = [];
  for (const moment of moments) {
    const last = days.at(-1);
    if (last?.on === moment.on) last.here.push(moment);
    else days.push({ on: moment.on, workingDay: moment.workingDay, here: [moment] });
  }
  return days;
}
