import type { ExplanationView } from '#contract';
import type { ReactNode } from 'react';
import { formatFullInstant, formatInstant } from '../format/date.js';
import { taskText, marks } from '../texts/zh.js';

function Grounds({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="why-grounds">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Clock({ clock }: { clock: ExplanationView['clocks'][number] }) {
  return (
    <li>
      <b>{clock.label}</b> {clock.unit === null ? null : <span className="soft">{clock.unit} </span>}
      {clock.at === null ? taskText.suspended : formatFullInstant(clock.at)}{' '}
      <span className="soft small">{taskText.calendarVersion(clock.calendarVersion)}</span>
      {clock.provisional ? <p className="small">{taskText.provisional}</p> : null}
      {clock.segments.map((segment) => (
        <p key={segment.from + segment.kind} className="soft small">
          {segment.kind === 'running' ? taskText.running : taskText.still} {formatInstant(segment.from)} —{' '}
          {segment.to === null ? taskText.lasting : formatInstant(segment.to)}
          {marks.comma}
          {taskText.workingDays(segment.workingDays)}
          {segment.reason === undefined ? null : `${marks.open}${segment.reason}${marks.close}`}
        </p>
      ))}
    </li>
  );
}

/** What the sentences rest on: rules with their version, clocks with their segments, lines of the trail. */
export function WhyGrounds({ rules, clocks, events }: Pick<ExplanationView, 'rules' | 'clocks' | 'events'>) {
  return (
    <>
      <Grounds title={taskText.rules}>
        <ul>
          {rules.map((rule) => (
            <li key={rule.kind}>
              {rule.label} <span className="soft small">{taskText.ruleVersion(rule.version)}</span>
            </li>
          ))}
        </ul>
      </Grounds>
      <Grounds title={taskText.clocks}>
        <ul>
          {clocks.map((clock) => (
            <Clock key={clock.name + String(clock.unit) + String(clock.at)} clock={clock} />
          ))}
        </ul>
      </Grounds>
      <Grounds title={taskText.events}>
        <ul>
          {events.toReversed().map((event) => (
            <li key={event.subjectId + String(event.seq)}>
              <span className="soft">{formatInstant(event.at)}</span> {event.label}
            </li>
          ))}
        </ul>
      </Grounds>
    </>
  );
}
