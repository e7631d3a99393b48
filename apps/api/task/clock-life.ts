import { ladderOf, rungClock, type Policy, type TaskContext } from '#accountability';
import {
  isUnknownYear,
  project,
  workingMsBetween,
  type Budget,
  type Instant,
  type Projection,
  type WorkingCalendar,
} from '#calendar';
import type { ArmedDeadline, ClockLimit } from '#contract';
import type { ArmedDeadlineRow } from '#persistence';

type Life = Pick<ArmedDeadline, 'segments' | 'workingDays' | 'limit' | 'rule'>;

/** What a clock has lived through, how much of its time is used, and the rule that it follows. */
export function clockLife(
  row: Pick<ArmedDeadlineRow, 'name' | 'subject_kind' | 'budget' | 'suspensions'>,
  task: Pick<TaskContext, 'climbs'>,
  { policy, calendar }: { policy: Policy; calendar: WorkingCalendar },
  now: Instant,
): Life {
  const { segments, workingDays } = lived(row, calendar, now);
  return {
    segments,
    workingDays,
    limit: limitOf(row.budget),
    rule: { label: ruleOf(row, task, policy), version: policy.version },
  };
}

function lived(
  { budget, suspensions }: Pick<ArmedDeadlineRow, 'budget' | 'suspensions'>,
  calendar: WorkingCalendar,
  now: Instant,
): Pick<Life, 'segments' | 'workingDays'> {
  const projection = projected(budget, suspensions, calendar);
  if (projection === null) return { segments: [], workingDays: null };
  const { at, segments } = projection;
  const ran = segments.filter(({ kind }) => kind === 'running');
  if (ran.length === 0) return { segments, workingDays: null };
  const days = (until: Instant): number => {
    const ms = ran.reduce((sum, { from, to }) => {
      const end = to === null || to > until ? until : to;
      return from < end ? sum + workingMsBetween(calendar, from, end) : sum;
    }, 0);
    return Math.round((ms / calendar.dayLengthMs) * 100) / 100;
  };
  return { segments, workingDays: { used: days(now), inAll: at === null ? null : days(at) } };
}

/** Null: it ends in a year whose calendar is not held. A date alone is known also then; its life is not. */
function projected(
  budget: Budget,
  suspensions: ArmedDeadlineRow['suspensions'],
  calendar: WorkingCalendar,
): Projection | null {
  try {
    return project(budget, suspensions, calendar);
  } catch (error) {
    if (isUnknownYear(error)) return null;
    throw error;
  }
}

function limitOf(budget: Budget): ClockLimit | null {
  switch (budget.kind) {
    case 'civil':
      return { kind: 'date', amount: null, at: budget.at };
    case 'workingDays':
      return { kind: 'workingDays', amount: budget.days, at: budget.at ?? null };
    case 'workingHours':
      return { kind: 'workingHours', amount: budget.hours, at: null };
    case 'latestOf':
      return null;
  }
}

/** The next rung of a ladder comes by that ladder's rule, everything else by the policy as a whole. */
function ruleOf(
  { name, subject_kind: kind }: Pick<ArmedDeadlineRow, 'name' | 'subject_kind'>,
  { climbs }: Pick<TaskContext, 'climbs'>,
  policy: Policy,
): string {
  if (kind === 'reportingLine' && name === 'rung') return policy.reportingLadder.basis;
  const climb = kind === 'task' ? climbs.find((one) => rungClock(one) === name) : undefined;
  return (climb && ladderOf(policy, climb)?.basis) ?? policy.label;
}
