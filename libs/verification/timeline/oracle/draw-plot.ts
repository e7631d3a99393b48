import {
  DAY_MINUTES,
  dayOf,
  dayOfMinute,
  later,
  minuteOf,
  type Minute,
  type Stop,
} from '../../oracle/days.js';
import { drawFrom, type Draw } from '../../oracle/draw.js';
import { drawAnnouncement } from './draw-announcement.js';
import { drawMatter, WAITING_UNIT } from './draw-matter.js';
import type { Appeal, Plot, UnitPlot } from './plot.js';
import { sittingFrom } from './sittings.js';

/** Beginnings of months with holidays, make-up days and a quarter's end in them. */
export const BEGINNINGS = [
  '2024-04-22 10:15',
  '2024-09-05 10:15',
  '2024-09-23 10:15',
  '2024-11-04 10:15',
] as const;
/** How many tasks each unit of the district leads. */
export const LEADS = { education: 2, civil: 1, health: 2, [WAITING_UNIT]: 1 } as const;
/** A month and a bit. */
const DAYS = 33;

/** A month of a district, or so many days: reports in time, late and never, appeals, outages. The same for the same seed. */
export function drawPlot(seed: number, days = DAYS): Plot {
  const draw = drawFrom(seed);
  const dispatched = minuteOf(draw.from(BEGINNINGS));
  const until = dispatched + days * DAY_MINUTES;
  const outages = drawOutages(draw, dispatched);
  return {
    dispatched,
    until,
    outages,
    units: Object.entries(LEADS).map(([unit, tasks]) => {
      const drawn = drawUnit(draw, unit, tasks, dispatched, until);
      return unit === WAITING_UNIT ? waiting(draw, drawn, dispatched) : drawn;
    }),
    announcement: draw.chance(0.5) ? drawAnnouncement(draw, dispatched, outages) : null,
  };
}

function drawUnit(draw: Draw, unit: string, tasks: number, dispatched: Minute, until: Minute): UnitPlot {
  const diligence = draw.from([0.85, 0.5, 0.15] as const);
  const prompt = draw.chance(0.6);
  return {
    unit,
    tasks,
    liaison: draw.chance(0.85),
    signs: prompt
      ? later(dispatched, 1)
      : draw.chance(0.9)
        ? later(dispatched, draw.whole(1, 8)) + draw.whole(-90, 300)
        : null,
    files: dueTimes(dispatched, until).flatMap((due) => {
      if (draw.chance(diligence)) return [{ due, at: due - draw.whole(30, 2_400) }];
      return draw.chance(0.7) ? [{ due, at: later(due, draw.whole(0, 7)) + draw.whole(10, 900) }] : [];
    }),
    delays: [draw.whole(20, 900), draw.whole(20, 3_000), draw.whole(20, 1_500)],
    answers: draw.chance(0.6) ? draw.whole(60, 4_300) : null,
    appeals: [drawAppeal(draw), drawAppeal(draw)],
  };
}

/** It signs in time for something to become of its task. */
const waiting = (draw: Draw, unit: UnitPlot, dispatched: Minute): UnitPlot => ({
  ...unit,
  signs: later(dispatched, draw.whole(1, 3)),
  matter: drawMatter(draw, dispatched),
});

const drawAppeal = (draw: Draw): Appeal | null =>
  draw.chance(0.35)
    ? { after: draw.whole(30, 1_500), takes: draw.whole(40, 2_600), upheld: draw.chance(0.4) }
    : null;

function dueTimes(from: Minute, until: Minute): Minute[] {
  const times: Minute[] = [];
  for (let first = dayOf(monthOf(from)); ;) {
    const { sitting, last } = sittingFrom(first);
    if (sitting.due > until) return times;
    if (sitting.due > from) times.push(sitting.due);
    first = last + 1;
  }
}

const monthOf = (at: Minute): string => new Date(at * 60_000).toISOString().slice(0, 8) + '01';

/** None to two, of an hour to three days and a half; they end when nobody acts and no clock ran down just before. */
function drawOutages(draw: Draw, dispatched: Minute): Stop[] {
  const outages: Stop[] = [];
  let from = dayOfMinute(dispatched) + 2;
  for (let left = draw.whole(0, 2); left > 0; left -= 1) {
    from += draw.whole(1, 9);
    const begins = from * DAY_MINUTES + draw.whole(0, 23) * 60 + 5;
    const ends = begins + draw.from([60, 240, 1_080, 2_880, 4_980] as const) + 37;
    outages.push([begins, ends]);
    from = dayOfMinute(ends) + 1;
  }
  return outages;
}
