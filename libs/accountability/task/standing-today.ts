import { isUnknownYear, type Instant, type WorkingCalendar } from '#calendar';
import type { Policy } from '../policy/policy.schema.js';
import { expectedProgressOf, type ExpectedTask } from './expected-progress-of.js';
import type { TaskContext } from './task.context.js';

/** What of a task its standing of any day follows from; the database keeps it beside the snapshot (`task.outlook`). */
export type TaskOutlook = ExpectedTask & Pick<TaskContext, 'leadUnitIds' | 'progressOf' | 'progress'>;

export type Schedule = 'onTrack' | 'behind' | 'seriouslyBehind';

/** How a task stands beside what is expected of it at an instant, with what was last reported. */
export interface StandingToday {
  /** The lead unit that it is reckoned of: the one that is furthest behind. */
  unitId: string;
  /** Percent, two decimals. */
  expected: number;
  /** Expected less reported, in percentage points, two decimals; negative: ahead. */
  lag: number;
  schedule: Schedule;
}

/** As the database keeps it: what is empty is left out, stretches that last stand by when they began. */
type StoredOutlook = Partial<TaskOutlook> & { lasting?: Instant[] };

export function outlookOf(stored: unknown): TaskOutlook {
  const { lasting = [], suspensions = [], ...known } = stored as StoredOutlook;
  return {
    leadUnitIds: [],
    leadSince: {},
    startOn: null,
    deadlineOn: '',
    extendedAt: null,
    progress: 0,
    progressOf: {},
    ...known,
    suspensions: [...suspensions, ...lasting.map((from) => ({ from, to: null, reason: '' }))],
    suspension: null,
    closure: null,
    blockage: null,
  };
}

/** States in which working days go by for a task; before them it has no start, after them its figures are settled. */
const RUNNING = ['dispatched', 'disputed', 'inProgress', 'suspended'];

/** @param state as it is stored: a closure with its gate, `closing.approval` */
export const runsToday = (state: string): boolean => RUNNING.includes(state) || state.startsWith('closing');

/**
 * How a task stands at an instant by what its leads last reported. Of several leads the one furthest behind tells; one
 * that has neither reported nor missed a report is not judged, as in the record. Null: no working days go by for it, nobody
 * leads it, or the calendar does not reach so far; the record then stands.
 *
 * This is what is shown. The statechart's schedule stays what the last report made it, and ladders follow that alone.
 */
export function standingToday(
  calendar: WorkingCalendar,
  task: TaskOutlook,
  state: string,
  limits: Policy['lag'],
  at: Instant,
): StandingToday | null {
  if (!runsToday(state)) return null;
  try {
    const leads = task.leadUnitIds.map((unitId) => ({
      unitId,
      expected: expectedProgressOf(calendar, task, unitId, at),
      reported: task.progressOf[unitId],
    }));
    const lagOf = ({ expected, reported }: (typeof leads)[number]): number => expected - (reported ?? 0);
    const judged = leads.filter(({ reported }) => reported !== undefined);
    const of = judged.length > 0 ? judged : leads;
    const [first, ...others] = of;
    if (first === undefined) return null;
    const worst = others.reduce((most, lead) => (lagOf(lead) > lagOf(most) ? lead : most), first);
    const { unitId, expected, reported } = worst;
    // Less nothing, so that no zero is negative.
    const lag = Math.round((expected - (reported ?? task.progress)) * 100) / 100 + 0;
    return { unitId, expected, lag, schedule: reported === undefined ? 'onTrack' : scheduleOf(lag, limits) };
  } catch (error) {
    if (isUnknownYear(error)) return null;
    throw error;
  }
}

const scheduleOf = (lag: number, limits: Policy['lag']): Schedule =>
  lag >= limits.seriouslyBehind ? 'seriouslyBehind' : lag >= limits.behind ? 'behind' : 'onTrack';
