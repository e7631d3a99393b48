import type { Instant } from '#calendar';
import type { Effect } from '../../effect.js';
import { offsetFrom } from '../../ladder/next-rung.js';
import type { Policy } from '../../policy/policy.schema.js';
import type { Step } from '../../step.js';
import { disarm } from '../task-effects.js';
import type { TaskContext } from '../task.context.js';
import { withCauses } from './with-causes.js';

const CLOCK = 'firstReport';

/** What makes a task go on; an end of it clears the same fields, and begins nothing. */
const BEGINS = new Set(['DISPATCHED', 'DISPUTE_RESOLVED', 'RESUMED', 'SUSPENSION_EXPIRED', 'REOPENED']);

/** The lead units that have not said anything yet of a task that was dispatched to them. */
const silent = ({ leadUnitIds, progressOf }: TaskContext): string[] =>
  leadUnitIds.filter((unitId) => progressOf[unitId] === undefined);

/** Whether somebody owes a first report now: not while it is disputed whose it is, nor while it is suspended. */
export const owesFirstReport = (context: TaskContext): boolean =>
  context.startOn !== null &&
  context.dispute === null &&
  context.suspension === null &&
  silent(context).length > 0;

/**
 * The clock of the first report, where the policy asks for one of its own: it begins with the dispatch, again for new
 * leads and after what stood in the way, and ends when all have reported.
 */
export function firstReportClock(
  before: TaskContext,
  after: TaskContext,
  { at, type }: { at: Instant; type: string },
  { tasks }: Policy,
): Effect[] {
  if (tasks.firstReportWithin === undefined) return [];
  const [owed, owes] = [owesFirstReport(before), owesFirstReport(after)];
  if (!owes) return owed ? disarm(CLOCK) : [];
  const changesHands = owed && before.leadUnitIds.join() !== after.leadUnitIds.join();
  if (!changesHands && !BEGINS.has(type)) return [];
  return [
    {
      type: 'armDeadline',
      name: CLOCK,
      budget: offsetFrom(at, tasks.firstReportWithin),
      detail: { event: 'FIRST_REPORT_OVERDUE' },
    },
  ];
}

/** The time for it is over: each unit that has reported nothing climbs a ladder for that. */
export const firstReportIsOverdue = (context: TaskContext, event: { at: Instant }): Step<TaskContext> => ({
  context: {
    causes: withCauses(
      context,
      silent(context).map((unitId) => ({ trigger: 'unreported', unitId, gate: null, since: event.at })),
    ),
  },
});
