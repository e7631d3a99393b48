import { DAY_MINUTES, dayOfMinute, later, shiftDays, type Minute } from '../../oracle/days.js';
import type { Draw } from '../../oracle/draw.js';
import { EVENING } from './climb.js';
import type { MatterPlot, UnitPlot } from './plot.js';

/** The unit that has tasks of no story but is waited for. */
export const AWAITED_UNIT = 'land';
/** The unit whose one task has its deadline so many working days after the dispatch, waits and is suspended. */
export const WAITING_UNIT = 'works';
const DEADLINE_DAYS = 9;

export const deadlineOf = (dispatched: Minute): Minute =>
  shiftDays(dayOfMinute(dispatched), DEADLINE_DAYS) * DAY_MINUTES + EVENING;

/** Help wanted before or after the deadline, confirmed, denied, decided or left; a suspension that overlaps it or not. */
export function drawMatter(draw: Draw, dispatched: Minute): MatterPlot {
  const moment = (): Minute => later(dispatched, draw.whole(2, 15)) + draw.whole(-90, 400);
  return {
    deadline: deadlineOf(dispatched),
    wait: draw.chance(0.8)
      ? {
          at: moment(),
          awaited: drawAwaited(draw),
          reply: draw.chance(0.75) ? { after: draw.whole(30, 5_500), accepts: draw.chance(0.7) } : null,
          decision: draw.chance(0.5) ? { after: draw.whole(60, 9_000), accepts: draw.chance(0.6) } : null,
          comes: draw.chance(0.75) ? draw.whole(1_500, 22_000) : null,
        }
      : null,
    suspension: draw.chance(0.6)
      ? { at: moment(), days: draw.whole(1, 12), resumes: draw.chance(0.5) ? draw.whole(120, 14_000) : null }
      : null,
  };
}

const drawAwaited = (draw: Draw): UnitPlot => ({
  unit: AWAITED_UNIT,
  tasks: 0,
  liaison: true,
  signs: null,
  files: [],
  delays: [draw.whole(20, 900), draw.whole(20, 3_000), draw.whole(20, 1_500)],
  answers: draw.chance(0.6) ? draw.whole(60, 4_300) : null,
  appeals: [null, null],
});
