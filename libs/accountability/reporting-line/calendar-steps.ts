import type { Effect, PlannedSitting } from '../effect.js';
import { lineOwners } from '../duty/line-ladder.js';
import { obligationIdOf, sittingIdOf } from '../identifier.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import { armNext } from './ladder-steps.js';
import { standsStill } from './line-card.js';
import type { LineSitting, ReportingLineContext } from './reporting-line.context.js';
import type { ReportingLineEvent } from './reporting-line.event.js';
import { unfiled } from './pressed.js';
import { clocksOf, DUE_AGAIN_CLOCK, isOwed, itemFacts, SITTING_CLOCKS } from './sitting-steps.js';

type CalendarChanged = Extract<ReportingLineEvent, { type: 'CALENDAR_CHANGED' }>;
type LineStep = Step<ReportingLineContext>;

/** Whether the new calendar gives any sitting of the line another due time or window. */
export const calendarMoves = (context: ReportingLineContext, event: CalendarChanged): boolean =>
  isMoved(context.current, event.current) || isMoved(context.overdue, event.overdue);

/** Whether what was overdue lies ahead again, and nothing else is on the climb's list: nobody climbs for it. */
export function causeLiesAhead({ climb, overdue }: ReportingLineContext, event: CalendarChanged): boolean {
  return (
    overdue !== null &&
    event.overdue !== null &&
    event.overdue.dueAt > event.at &&
    (climb?.owed ?? []).every(({ period }) => period === overdue.period)
  );
}

/** Sittings stand where the new calendar puts them; their clocks are armed anew and the unit is told. */
export function sittingsMove(
  context: ReportingLineContext,
  event: CalendarChanged,
  policy: Policy,
): LineStep {
  const current = movedTo(context.current, event.current);
  const overdue = movedTo(context.overdue, event.overdue);
  const effects: Effect[] = [];
  if (current && current !== context.current) {
    effects.push(
      ...moved(context, current),
      { type: 'disarmDeadline', name: SITTING_CLOCKS },
      ...clocksOf(context, current, policy).filter(({ name }) => stillRuns(name, current)),
      ...tell(context, context.current, current, event, policy),
    );
  }
  if (overdue && overdue !== context.overdue) {
    effects.push(...moved(context, overdue));
    if (overdue.dueAt > event.at)
      effects.push(
        {
          type: 'armDeadline',
          name: DUE_AGAIN_CLOCK,
          budget: { kind: 'workingDays', from: overdue.dueAt, days: 0 },
          detail: { event: 'SITTING_DUE_AGAIN', period: overdue.period },
        },
        ...tell(context, context.overdue, overdue, event, policy),
      );
  }
  return { context: { current, overdue }, effects };
}

/** The climb's cause moved, and is still behind us: its offsets run from where it stands now. What was reached stays. */
export function causeMoves(context: ReportingLineContext, event: CalendarChanged, policy: Policy): LineStep {
  const { climb } = context;
  if (!climb) return {};
  const at = event.overdue;
  const owed = climb.owed
    .map((sitting) => (sitting.period === at?.period ? { ...sitting, dueAt: at.dueAt } : sitting))
    .filter(({ dueAt }) => dueAt <= event.at);
  const after = { ...climb, owed, causeDueAt: owed[0]?.dueAt ?? climb.causeDueAt };
  return {
    context: { climb: after },
    effects:
      climb.awaitingIssue || standsStill(climb) ? [] : armNext({ ...context, climb: after }, policy, event),
  };
}

const isMoved = (before: LineSitting | null, after: PlannedSitting | null): boolean =>
  before !== null && after !== null && (before.dueAt !== after.dueAt || before.opensAt !== after.opensAt);

function movedTo(before: LineSitting | null, after: PlannedSitting | null): LineSitting | null {
  return before && after && isMoved(before, after)
    ? { ...before, opensAt: after.opensAt, dueAt: after.dueAt }
    : before;
}

/** A window that has opened stays open, and nobody is reminded of what is filed. */
function stillRuns(name: string, { open, filedAt }: LineSitting): boolean {
  if (name === `${SITTING_CLOCKS}:due`) return true;
  return filedAt === null && !(open && name === `${SITTING_CLOCKS}:opens`);
}

function moved(context: ReportingLineContext, { period, opensAt, dueAt, taskIds }: LineSitting): Effect[] {
  return [
    { type: 'moveSitting', period, opensAt, dueAt },
    ...taskIds.map((taskId): Effect => ({
      type: 'forward',
      to: { kind: 'obligation', id: obligationIdOf(sittingIdOf(context.id, period), taskId) },
      event: { type: 'CALENDAR_CHANGED', dueAt },
    })),
  ];
}

function tell(
  context: ReportingLineContext,
  before: LineSitting | null,
  after: LineSitting,
  { reason, calendarVersion }: CalendarChanged,
  policy: Policy,
): Effect[] {
  if (!isOwed(after) || before?.dueAt === after.dueAt) return [];
  const { period, dueAt } = after;
  const owed = [{ period, dueAt, taskIds: unfiled(after) }];
  return [
    {
      type: 'notify',
      message: 'calendarChanged',
      audience: lineOwners(policy, context),
      unitId: context.unitId,
      facts: { ...itemFacts(context), owed, dueBefore: before?.dueAt, reason, calendarVersion },
    },
  ];
}
