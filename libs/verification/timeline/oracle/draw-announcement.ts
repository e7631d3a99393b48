import {
  DAY_MINUTES,
  dayOfMinute,
  isPlainWeekend,
  later,
  shiftDays,
  timeOfDay,
  type Day,
  type Minute,
  type Stop,
} from '../../oracle/days.js';
import type { Draw } from '../../oracle/draw.js';
import { reachable } from './course.js';
import type { Announcement } from './plot.js';

/** Before what is due on that day is due: of what has just been missed no due time comes to lie ahead again. */
const LATEST = 17 * 60 + 15;

/** One or two days ahead become off, and sometimes a day off is worked instead. */
export function drawAnnouncement(draw: Draw, dispatched: Minute, outages: readonly Stop[]): Announcement {
  const at = byDaylight(later(dispatched, draw.whole(2, 16)) + draw.whole(-90, 300), outages);
  const today = dayOfMinute(at);
  const first = shiftDays(today, draw.whole(1, 6));
  const off = draw.chance(0.8) ? [first, ...(draw.chance(0.4) ? [shiftDays(first, 1)] : [])] : [];
  const instead = weekendAfter(today + draw.whole(0, 7));
  return { at, off, worked: off.length === 0 || draw.chance(0.6) ? [instead] : [] };
}

function byDaylight(at: Minute, outages: readonly Stop[]): Minute {
  const reached = reachable(at, outages);
  return timeOfDay(reached) <= LATEST
    ? reached
    : byDaylight(shiftDays(dayOfMinute(reached), 1) * DAY_MINUTES + 9 * 60, outages);
}

function weekendAfter(day: Day): Day {
  let at = day + 1;
  while (!isPlainWeekend(at)) at += 1;
  return at;
}
