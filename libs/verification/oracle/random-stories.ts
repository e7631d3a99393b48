import { DAY_MINUTES, dayOf, isWorkingDay, type Minute } from './days.js';
import type { Draw } from './draw.js';
import type { Story, StoryRung } from './story.js';

/** Days around which deadlines go wrong: holidays, weeks with make-up days, the year's ends. */
const DELICATE = [
  '2024-02-09',
  '2024-02-18',
  '2024-04-28',
  '2024-05-11',
  '2024-09-14',
  '2024-09-30',
  '2024-10-12',
  '2024-12-31',
  '2025-01-26',
  '2025-02-08',
  '2025-09-28',
  '2025-10-09',
  '2025-12-31',
  '2026-02-14',
  '2026-09-20',
  '2026-10-08',
  '2026-12-30',
] as const;
const MOST = 60 * DAY_MINUTES;
const COLOURS = ['blue', 'yellow', 'red'] as const;

/** A ladder of one to five rungs whose offsets grow. */
export function randomRungs(draw: Draw): StoryRung[] {
  let days = 0;
  return Array.from({ length: draw.whole(1, 5) }, (_, index) => {
    days += draw.whole(0, index === 0 ? 2 : 5);
    return {
      days,
      time: draw.chance(0.2) ? 1050 : null,
      colour: draw.chance(0.75) ? draw.from(COLOURS) : null,
      person: draw.chance(0.4) ? { within: draw.whole(1, 3), agreed: draw.chance(0.5) } : null,
      early:
        index > 0 && draw.chance(0.5)
          ? {
              colour: draw.from(['blue', 'red'] as const),
              count: draw.chance(0.8) ? 2 : 3,
              within: draw.from(['quarter', 'year'] as const),
            }
          : null,
    };
  });
}

/** What happens to one climb; `ofLine`: a reporting line has no life that could be suspended. */
export function randomStory(draw: Draw, rungs: readonly StoryRung[], ofLine: boolean): Story {
  const due = aDueTime(draw);
  const after = (most: Minute): Minute => due + draw.whole(1, most);
  const several = (most: number): number => (draw.chance(0.5) ? 0 : draw.whole(1, most));
  const list = <T>(count: number, one: () => T): T[] => Array.from({ length: count }, one);
  return {
    rungs,
    due,
    cards: list(several(6), () => ({
      colour: draw.from(COLOURS),
      day: Math.floor(due / DAY_MINUTES) - draw.whole(0, 120),
    })),
    delays: rungs.map(() => draw.whole(1, draw.chance(0.7) ? DAY_MINUTES : 9 * DAY_MINUTES)),
    outages: apart(draw, due, several(3), 4 * DAY_MINUTES),
    stops: ofLine
      ? []
      : apart(draw, due, several(2), 9 * DAY_MINUTES).map((during) => ({
          during,
          why: draw.from(['suspended', 'atGate', 'waiting'] as const),
        })),
    holds: list(draw.chance(0.3) ? draw.whole(1, 2) : 0, () => {
      const at = after(20 * DAY_MINUTES);
      return { at, until: Math.floor(at / DAY_MINUTES) + draw.whole(1, 9) };
    }),
    appeals: rungs.map(() =>
      draw.chance(0.2)
        ? { after: draw.whole(1, 6 * DAY_MINUTES), takes: draw.whole(1, 8 * DAY_MINUTES) }
        : null,
    ),
    skips: draw.chance(0.15) ? [after(15 * DAY_MINUTES)] : [],
    cured: draw.chance(0.4) ? after(25 * DAY_MINUTES) : null,
    until: due + MOST,
  };
}

/** Half of them at the usual hour of a working day, half at any minute of any day. */
function aDueTime(draw: Draw): Minute {
  const day = draw.chance(0.5)
    ? dayOf(draw.from(DELICATE)) + draw.whole(-5, 2)
    : draw.whole(dayOf('2024-02-01'), dayOf('2026-12-31'));
  if (draw.chance(0.5)) return day * DAY_MINUTES + draw.whole(0, DAY_MINUTES - 1);
  let working = day;
  while (!isWorkingDay(working)) working -= 1;
  return working * DAY_MINUTES + 1050;
}

/** Stretches one after the other, with at least a minute between them. */
function apart(draw: Draw, due: Minute, count: number, longest: Minute): [Minute, Minute][] {
  let free = due + 1;
  return Array.from({ length: count }, () => {
    const from = free + draw.whole(0, 8 * DAY_MINUTES);
    const to = from + draw.whole(15, longest);
    free = to + 1;
    return [from, to];
  });
}
