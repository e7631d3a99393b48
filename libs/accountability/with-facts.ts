import {
  addDays,
  civilDateOf,
  dueOfPeriod,
  firstReportingPeriod,
  instantOf,
  nextReportingPeriod,
  periodFromKey,
  project,
  reportingPeriodOf,
  workingMsBetween,
  type CadenceEvery,
  type Instant,
  type Period,
} from '#calendar';
import { cadenceRule } from './cadence/cadence-rule.js';
import { lineDueOf, lineRule, type RhythmOf } from './duty/line-rule.js';
import type { IncomingEvent, Rules, Subject } from './decision.js';
import type { PlannedSitting } from './effect.js';
import { countsUnitCards, lineCardFacts } from './ladder/card-facts.js';
import { offsetFrom } from './ladder/next-rung.js';
import type { ObligationContext } from './obligation/obligation.context.js';
import type { LineSitting, ReportingLineContext } from './reporting-line/reporting-line.context.js';
import type { TaskContext } from './task/task.context.js';
import type { Snapshot } from './subject.js';
import { taskFacts } from './task/task-facts.js';
import { upgraded } from './upgrade.js';

/**
 * Writes into an event what the calendar and the policy know at that moment: the civil date, the sitting that comes
 * next. From here on the event carries it, and nobody has to ask again.
 */
export function withFacts(subject: Subject, event: IncomingEvent, rules: Rules): IncomingEvent {
  const known = factsOf(subject, event, rules);
  const { unitCards = [] } = subject;
  return unitCards.length > 0 && countsUnitCards(subject.kind, event.type, rules.policy)
    ? { ...known, unitCards }
    : known;
}

function factsOf(subject: Subject, event: IncomingEvent, rules: Rules): IncomingEvent {
  if (subject.kind === 'obligation') return obligationFacts(subject, event, rules);
  const on = civilDateOf(event.at);
  if (subject.kind === 'task')
    return taskFacts(subject.snapshot.context as unknown as TaskContext, event, rules);
  const line = subject.snapshot.context as unknown as ReportingLineContext;
  switch (event.type) {
    case 'TASK_JOINED':
    case 'ITEM_JOINED': {
      const first = firstReportingPeriod(rules.calendar, line.cadence, on, lineRule(rules.policy, line));
      const upcoming = plannedFrom(first, event, line, rules);
      return {
        ...event,
        on,
        upcoming,
        joinsCurrent: line.current !== null && line.current.dueAt >= upcoming.dueAt,
      };
    }
    case 'SITTING_DUE': {
      const next = nextPeriodOf(line, periodFromKey(String(event['period'])), rules);
      return { ...event, on, upcoming: sittingOf(line, next, rules) };
    }
    case 'FINER_REPORT_FILED':
      return { ...event, on, covers: coveredBy(line, String(event['finerPeriod']), rules) };
    case 'CALENDAR_CHANGED':
      return {
        ...event,
        on,
        current: movedAhead(line, event.at, rules),
        overdue: movedLater(line, rules),
      };
    default:
      return { ...event, on, ...lineCardFacts(line, event, rules) };
  }
}

/** The sitting of the line for which a report in a finer rhythm counts, if it does for one. */
function coveredBy(
  { current, overdue }: ReportingLineContext,
  finerPeriod: string,
  rules: Rules,
): string | null {
  const { cadence } = periodFromKey(finerPeriod);
  const covers = (sitting: LineSitting | null): boolean =>
    sitting !== null && coveringPeriod(sitting, cadence, rules).key === finerPeriod;
  return [current, overdue].find(covers)?.period ?? null;
}

/**
 * The period of a finer rhythm whose report counts for a sitting: the one in which the sitting's period ends, as it is
 * reported on (it may be merged); the one before it where that would come too late. Weeks do not fit into ten days.
 */
function coveringPeriod(
  { periodEnd, dueAt }: PlannedSitting,
  finer: CadenceEvery,
  { calendar, policy }: Rules,
): Period {
  const rule = cadenceRule(policy, finer);
  const last = reportingPeriodOf(calendar, finer, periodEnd, rule);
  return dueOfPeriod(calendar, last, rule.due) <= dueAt
    ? last
    : reportingPeriodOf(calendar, finer, addDays(last.start, -1), rule);
}

/** How many working hours a unit has for a report that it is asked for. */
function obligationFacts(subject: Subject, event: IncomingEvent, { calendar }: Rules): IncomingEvent {
  if (event.type !== 'REPORT_REQUESTED') return event;
  const { dueAt } = subject.snapshot.context as unknown as ObligationContext;
  return { ...event, noticeHours: workingMsBetween(calendar, event.at, dueAt) / 3_600_000 };
}

const nextPeriodOf = (line: RhythmOf, period: Period, { calendar, policy }: Rules): Period =>
  nextReportingPeriod(calendar, period, lineRule(policy, line));

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
  const joining = (event['item'] as { id: string } | undefined)?.id ?? event['taskId'];
  const isExcused = ({ key }: Period): boolean =>
    line.left.some(({ taskId, period }) => taskId === joining && period === key);
  let period = first;
  while (
    lineDueOf(rules, line, period) <= event.at ||
    period.key === line.overdue?.period ||
    isExcused(period)
  ) {
    period = nextPeriodOf(line, period, rules);
  }
  return sittingOf(line, period, rules);
}

/**
 * Where this calendar puts a sitting whose due time lies ahead. It is not put behind us: a unit that would be late at
 * once keeps the time it had; and a window that has opened stays open.
 */
function movedAhead(line: ReportingLineContext, at: Instant, rules: Rules): PlannedSitting | null {
  const sitting = line.current;
  if (sitting === null) return null;
  const kept = plannedOf(sitting);
  const { moved, isBehind } = placedAnew(line, sitting, at, rules);
  if (isBehind) return kept;
  return { ...moved, opensAt: sitting.open ? kept.opensAt : moved.opensAt };
}

function placedAnew(
  line: ReportingLineContext,
  sitting: LineSitting,
  at: Instant,
  rules: Rules,
): { moved: PlannedSitting; isBehind: boolean } {
  const moved = sittingOf(line, periodOfSitting(sitting), rules);
  return { moved, isBehind: moved.dueAt <= at };
}

/** A sitting that keeps its due time, as the calendar would put it behind the moment at which it changes. */
export interface KeptSitting {
  period: string;
  dueAt: Instant;
  /** Where the calendar would have it. */
  wouldBe: Instant;
}

/** The sitting of a line that these rules would put behind `at`, though it lies ahead; null: there is none. */
export function keptSitting(snapshot: Snapshot, at: Instant, rules: Rules): KeptSitting | null {
  const line = upgraded('reportingLine', snapshot).context as unknown as ReportingLineContext;
  const sitting = line.current;
  if (sitting === null || sitting.dueAt <= at) return null;
  const { moved, isBehind } = placedAnew(line, sitting, at, rules);
  return isBehind ? { period: sitting.period, dueAt: sitting.dueAt, wouldBe: moved.dueAt } : null;
}

/** Where this calendar puts a sitting whose due time has passed; never sooner than it was. */
function movedLater(line: ReportingLineContext, rules: Rules): PlannedSitting | null {
  const sitting = line.overdue;
  if (sitting === null) return null;
  const kept = plannedOf(sitting);
  const { dueAt } = sittingOf(line, periodOfSitting(sitting), rules);
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

function sittingOf(line: RhythmOf, period: Period, rules: Rules): PlannedSitting {
  const dueAt = lineDueOf(rules, line, period);
  const { windowOpens } = lineRule(rules.policy, line);
  return {
    period: period.key,
    periodStart: period.start,
    periodEnd: period.end,
    opensAt:
      windowOpens === 'periodStart'
        ? instantOf(period.start, '08:00')
        : instantOrThrow(project(offsetFrom(dueAt, windowOpens), [], rules.calendar).at),
    dueAt,
  };
}

function instantOrThrow(at: Instant | null): Instant {
  if (at === null) throw new Error('a budget without suspensions always has an instant');
  return at;
}
