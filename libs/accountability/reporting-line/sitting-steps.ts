import { civilDateOf, civilTimeOf, type Budget } from '#calendar';
import { lineLadder, TASK_REPORT } from '../duty/line-ladder.js';
import { lineRule, type RhythmOf } from '../duty/line-rule.js';
import type { ArmDeadline, Effect, PlannedSitting } from '../effect.js';
import { obligationIdOf, sittingIdOf } from '../identifier.js';
import { offsetFrom } from '../ladder/next-rung.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import { pressed, unfiled } from './pressed.js';
import type { LineSitting, ReportingLineContext } from './reporting-line.context.js';
import type { ReportingLineEvent } from './reporting-line.event.js';

type Event<T extends ReportingLineEvent['type']> = Extract<ReportingLineEvent, { type: T }>;
type LineStep = Step<ReportingLineContext>;

/** The clocks of a sitting have names that begin so. */
export const SITTING_CLOCKS = 'sitting';
/** The clock of a sitting that was overdue until a new calendar moved its due time ahead. */
export const DUE_AGAIN_CLOCK = 'dueAgain';

/** Puts a sitting ahead: its row, its obligations, its clocks. */
function plan(
  line: RhythmOf,
  upcoming: PlannedSitting,
  taskIds: string[],
  policy: Policy,
): { current: LineSitting; effects: Effect[] } {
  return {
    current: { ...upcoming, taskIds, open: false, filedAt: null },
    effects: [{ type: 'planSitting', ...upcoming, taskIds }, ...clocksOf(line, upcoming, policy)],
  };
}

/** The clocks of a sitting: its window, its reminders, its due time. */
export function clocksOf(line: RhythmOf, sitting: PlannedSitting, policy: Policy): ArmDeadline[] {
  const { period, dueAt } = sitting;
  const reminders = lineLadder(policy, line).reminders.map((reminder): ArmDeadline => ({
    type: 'armDeadline',
    name: `${SITTING_CLOCKS}:reminder:${reminder.name}`,
    budget: offsetFrom(dueAt, reminder.offset),
    detail: { event: 'REMINDER_DUE', period, reminder: reminder.name },
  }));
  return [
    {
      type: 'armDeadline',
      name: `${SITTING_CLOCKS}:opens`,
      budget: windowOf(line, sitting, policy),
      detail: { event: 'SITTING_OPENED', period },
    },
    ...reminders,
    {
      type: 'armDeadline',
      name: `${SITTING_CLOCKS}:due`,
      budget: { kind: 'workingDays', from: dueAt, days: 0 },
      detail: { event: 'SITTING_DUE', period },
    },
  ];
}

/** The budget of the window: so long before the due time, or with the period itself. */
function windowOf(line: RhythmOf, { opensAt, dueAt }: PlannedSitting, policy: Policy): Budget {
  const { windowOpens } = lineRule(policy, line);
  return windowOpens === 'periodStart'
    ? { kind: 'civil', on: civilDateOf(opensAt), at: civilTimeOf(opensAt) }
    : offsetFrom(dueAt, windowOpens);
}

/** A task of the unit goes live: it joins the sitting ahead while that is far enough away, else the next one. */
export function taskJoins(
  context: ReportingLineContext,
  event: Event<'TASK_JOINED'>,
  policy: Policy,
): LineStep {
  const taskIds = [...context.taskIds, event.taskId];
  const { current } = context;
  const finer = event.finer === true ? { finer: [...(context.finer ?? []), event.taskId] } : {};
  if (current === null) {
    const planned = plan(context, event.upcoming, taskIds, policy);
    return { context: { taskIds, ...finer, current: planned.current }, effects: planned.effects };
  }
  if (!event.joinsCurrent || current.filedAt !== null) return { context: { taskIds, ...finer } };
  return {
    context: { taskIds, ...finer, current: { ...current, taskIds: [...current.taskIds, event.taskId] } },
    effects: [
      {
        type: 'addObligation',
        period: current.period,
        taskId: event.taskId,
        dueAt: current.dueAt,
        open: current.open,
      },
    ],
  };
}

/** A task of the unit stops being reported on: what it owed is excused, and a sitting left empty goes. */
export function taskLeaves(context: ReportingLineContext, event: Event<'TASK_LEFT'>): LineStep {
  const without = (ids: readonly string[]): string[] => ids.filter((id) => id !== event.taskId);
  const effects: Effect[] = [];
  const leave = (sitting: LineSitting | null): LineSitting | null => {
    if (sitting === null || !sitting.taskIds.includes(event.taskId)) return sitting;
    // What is filed stays, and what was returned is owed no more: what has been accepted does not even hear of it.
    effects.push(
      toObligation(context, sitting.period, event.taskId, {
        type: 'EXCUSED',
        reason: event.reason,
        keepsFiled: true,
      }),
    );
    const taskIds = without(sitting.taskIds);
    return taskIds.length > 0 || sitting.filedAt !== null ? { ...sitting, taskIds } : null;
  };
  const [current, overdue, filed] = [context.current, context.overdue, context.filed].map(leave) as [
    LineSitting | null,
    LineSitting | null,
    LineSitting | null,
  ];
  const taskIds = without(context.taskIds);
  const ahead = context.current;
  const left = context.left.filter(({ dueAt }) => dueAt > event.at);
  if (ahead?.filedAt === null && ahead.taskIds.includes(event.taskId))
    left.push({ taskId: event.taskId, period: ahead.period, dueAt: ahead.dueAt });
  const climb = context.climb && {
    ...context.climb,
    owed: context.climb.owed
      .map((sitting) => ({ ...sitting, taskIds: without(sitting.taskIds) }))
      .filter((sitting) => sitting.taskIds.length > 0),
  };
  const stays = current !== null || taskIds.length > 0;
  if (!stays) effects.push({ type: 'disarmDeadline', name: SITTING_CLOCKS });
  return {
    context: {
      taskIds,
      ...(context.finer && { finer: without(context.finer) }),
      current: stays ? (current ?? emptied(context.current)) : null,
      overdue,
      filed: filed !== null && filed.taskIds.length > 0 ? filed : null,
      left,
      climb,
    },
    effects,
  };
}

/** A sitting that nobody owes anything in still marks the rhythm: its due time plans the next one. */
const emptied = (sitting: LineSitting | null): LineSitting | null => sitting && { ...sitting, taskIds: [] };

export function sittingOpens(context: ReportingLineContext, event: Event<'SITTING_OPENED'>): LineStep {
  const { current } = context;
  if (current === null) return {};
  return {
    context: { current: { ...current, open: true } },
    effects: current.taskIds.map((taskId) =>
      toObligation(context, event.period, taskId, { type: 'WINDOW_OPENED' }),
    ),
  };
}

/** The due time passes: what is unfiled becomes overdue, what was overdue before is missed for ever, the next sitting is planned. */
export function sittingFallsDue(
  context: ReportingLineContext,
  event: Event<'SITTING_DUE'>,
  policy: Policy,
): LineStep {
  const { current, overdue, filed } = context;
  const missed: Effect[] = [
    ...(overdue ? [{ type: 'disarmDeadline', name: DUE_AGAIN_CLOCK } as const] : []),
    // Of a sitting that was filed, what is returned and was not filed again is missed too.
    ...[overdue, filed].flatMap((sitting) =>
      (sitting?.taskIds ?? []).map((taskId) =>
        toObligation(context, sitting?.period ?? '', taskId, { type: 'NEXT_PERIOD_DUE' }),
      ),
    ),
  ];
  const nowOverdue = current !== null && isOwed(current) ? current : null;
  const nowFiled =
    current !== null && current.filedAt !== null && current.taskIds.length > 0 ? current : null;
  const after = { overdue: nowOverdue, filed: nowFiled };
  const taskIds = ongoing(context, current, policy);
  if (taskIds.length === 0) return { context: { ...after, taskIds, current: null }, effects: missed };
  const planned = plan(context, event.upcoming, taskIds, policy);
  return {
    context: { ...after, taskIds, current: planned.current },
    effects: [...missed, ...planned.effects],
  };
}

/** The package is filed: the sitting ahead, or the overdue one. */
export function sittingIsFiled(context: ReportingLineContext, event: Event<'SITTING_FILED'>): LineStep {
  const filed: Effect = { type: 'fileSitting', period: event.period, filedAt: event.at };
  if (context.current?.period === event.period) {
    return {
      context: { current: { ...context.current, filedAt: event.at } },
      effects: [filed, { type: 'disarmDeadline', name: `${SITTING_CLOCKS}:reminder` }],
    };
  }
  const late = context.overdue && { ...context.overdue, filedAt: event.at };
  return {
    context: { overdue: null, filed: late },
    effects: [filed, { type: 'disarmDeadline', name: DUE_AGAIN_CLOCK }],
  };
}

export function reminderFallsDue(
  context: ReportingLineContext,
  event: Event<'REMINDER_DUE'>,
  policy: Policy,
): LineStep {
  const reminder = lineLadder(policy, context).reminders.find(
    (candidate) => candidate.name === event.reminder,
  );
  const { current } = context;
  // After an outage a reminder can come up behind the due time it was to remind of: then the chase says it all.
  const waited = current === null ? [] : pressed(context, current, policy);
  if (!reminder || current === null || waited.length === 0 || event.at > current.dueAt) return {};
  // The form of the sitting has these as well: who is told of nine and finds ten in it must be told why.
  const byFiner = unfiled(current).length - waited.length;
  return {
    effects: [
      {
        type: 'notify',
        message: reminder.message,
        audience: reminder.audience,
        unitId: context.unitId,
        facts: {
          ...itemFacts(context),
          owed: [{ period: current.period, dueAt: current.dueAt, taskIds: waited }],
          reminder: reminder.name,
          ...(byFiner > 0 && { byFiner }),
        },
      },
    ],
  };
}

/** Whether the unit still owes this package. */
export const isOwed = (sitting: LineSitting): boolean =>
  sitting.filedAt === null && unfiled(sitting).length > 0;

/** What goes on into the next sitting: an item that was asked for one period alone does not. */
function ongoing(
  { duty, taskIds, items }: ReportingLineContext,
  over: LineSitting | null,
  { duties }: Policy,
): string[] {
  // A duty that the policy has no more ends with the period that it was owed for.
  if (duty !== TASK_REPORT && !duties.some(({ name }) => name === duty)) return [];
  const once = new Set(items.filter(({ once }) => once).map(({ id }) => id));
  return once.size === 0
    ? taskIds
    : taskIds.filter((id) => !once.has(id) || over?.taskIds.includes(id) !== true);
}

/** What a duty's line says of itself to people; nothing of a line of reports, whose tasks say it all. */
export const itemFacts = ({ duty, items }: ReportingLineContext): Record<string, unknown> =>
  duty === TASK_REPORT
    ? {}
    : { duty, items: items.map(({ id, kind, refId, actionCode }) => ({ id, kind, refId, actionCode })) };

function toObligation(
  context: ReportingLineContext,
  period: string,
  taskId: string,
  event: { type: string; [key: string]: unknown },
): Effect {
  const id = obligationIdOf(sittingIdOf(context.id, period), taskId);
  return { type: 'forward', to: { kind: 'obligation', id }, event };
}
