import {
  civilDateOf,
  dueOfPeriod,
  firstReportingPeriod,
  nextReportingPeriod,
  periodFromKey,
  project,
  type Instant,
  type Period,
} from '#calendar';
import { cadenceRule } from './cadence/cadence-rule.js';
import type { IncomingEvent, Rules, Subject } from './decision.js';
import type { PlannedSitting } from './effect.js';
import { offsetFrom } from './ladder/next-rung.js';
import type { LineSitting, ReportingLineContext } from './reporting-line/reporting-line.context.js';
import type { TaskContext } from './task/task.context.js';
import { taskFacts } from './task/task-facts.js';

/**
 * Writes into an event what the calendar and the policy know at that moment: the civil date, the sitting that comes
 * next. From here on the event carries it, and nobody has to ask again.
 */
export function withFacts(subject: Subject, event: IncomingEvent, rules: Rules): IncomingEvent {
  if (subject.kind === 'obligation') return event;
  const on = civilDateOf(event.at);
  if (subject.kind === 'task')
    return taskFacts(subject.snapshot.context as unknown as TaskContext, event, rules);
  const line = subject.snapshot.context as unknown as ReportingLineContext;
  switch (event.type) {
    case 'TASK_JOINED': {
      const first = firstReportingPeriod(
        rules.calendar,
        line.cadence,
        on,
        cadenceRule(rules.policy, line.cadence),
      );
      const upcoming = plannedFrom(first, event, line, rules);
      return {
        ...event,
        on,
        upcoming,
        joinsCurrent: line.current !== null && line.current.dueAt >= upcoming.dueAt,
      };
    }
    case 'SITTING_DUE': {
      const next = nextPeriodOf(periodFromKey(String(event['period'])), rules);
      return { ...event, on, upcoming: sittingOf(next, rules) };
    }
    case 'CALENDAR_CHANGED':
      return {
        ...event,
        on,
        current: movedAhead(line.current, event.at, rules),
        overdue: movedLater(line.overdue, rules),
      };
    default:
      return { ...event, on };
  }
}

const nextPeriodOf = (period: Period, { calendar, policy }: Rules): Period =>
  nextReportingPeriod(calendar, period, cadenceRule(policy, period.cadence));

/**
 * The first sitting whose due time still lies ahead: one that the line has already passed is not asked for again, nor
 * one from which this task has been excused.
 */
function plannedFrom(
  first: Period,
  event: IncomingEvent,
  line: ReportingLineContext,
  rules: Rules,
): PlannedSitting {
  const isExcused = ({ key }: Period): boolean =>
    line.left.some(({ taskId, period }) => taskId === event['taskId'] && period === key);
  let period = first;
  while (dueOf(period, rules) <= event.at || period.key === line.overdue?.period || isExcused(period)) {
    period = nextPeriodOf(period, rules);
  }
  return sittingOf(period, rules);
}

/**
 * Where this calendar puts a sitting whose due time lies ahead. It is not put behind us: a unit that would be late at
 * once keeps the time it had; and a window that has opened stays open.
 */
function movedAhead(sitting: LineSitting | null, at: Instant, rules: Rules): PlannedSitting | null {
  if (sitting === null) return null;
  const kept = plannedOf(sitting);
  const moved = sittingOf(periodOfSitting(sitting), rules);
  if (moved.dueAt <= at) return kept;
  return { ...moved, opensAt: sitting.open ? kept.opensAt : moved.opensAt };
}

/** Where this calendar puts a sitting whose due time has passed; never sooner than it was. */
function movedLater(sitting: LineSitting | null, rules: Rules): PlannedSitting | null {
  if (sitting === null) return null;
  const kept = plannedOf(sitting);
  const { dueAt } = sittingOf(periodOfSitting(sitting), rules);
  return dueAt > kept.dueAt ? { ...kept, dueAt } : kept;
}

const plannedOf = ({ period, periodStart, periodEnd, opensAt, dueAt }: LineSitting): PlannedSitting => ({
  period,
  periodStart,
  periodEnd,
  opensAt,
  dueAt,
});

/** The period as it was announced: one that was merged stays so, whatever the new calendar would have made of it. */
const periodOfSitting = ({ period, periodStart, periodEnd }: LineSitting): Period => ({
  ...periodFromKey(period),
  start: periodStart,
  end: periodEnd,
});

const dueOf = (period: Period, rules: Rules): Instant =>
  dueOfPeriod(rules.calendar, period, cadenceRule(rules.policy, period.cadence).due);

function sittingOf(period: Period, rules: Rules): PlannedSitting {
  const dueAt = dueOf(period, rules);
  return {
    period: period.key,
    periodStart: period.start,
    periodEnd: period.end,
    opensAt: instantOrThrow(
      project(offsetFrom(dueAt, cadenceRule(rules.policy, period.cadence).windowOpens), [], rules.calendar)
        .at,
    ),
    dueAt,
  };
}

function instantOrThrow(at: Instant | null): Instant {
  if (at === null) throw new Error('a budget without suspensions always has an instant');
  return at;
}
