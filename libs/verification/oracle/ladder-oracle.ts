import {
  dateOf,
  DAY_MINUTES,
  dayOfMinute,
  later,
  pushed,
  shiftDays,
  type Day,
  type Minute,
  type Stop,
} from './days.js';
import { tell, type Story, type StoryRung, type Told } from './story.js';

/** When a hold ends on its day, and until when an appeal may be made: the end of the working day (policy). */
const EVENING = 17 * 60 + 30;
const APPEAL_DAYS = 3;

interface Happening {
  readonly at: Minute;
  /** Clocks go before people at the same minute, and among each other by what they are. */
  readonly order: number;
  /** When a clock ran down, which may be before it was seen. */
  readonly ranDown: Minute;
  readonly happens: () => void;
}

/**
 * What becomes of one climb, from domain.md §4 and §8 alone:
 *
 * - A rung's offset runs from the missed due time, but never sooner after the rung before it took effect than the gap
 *   between their offsets. A rung that a person issues takes effect with its issue.
 * - "2 blue in the quarter" is counted when a rung takes effect, and brings the next one at once, on a working day.
 * - While the task is suspended, waits for others, is held or its card is under appeal, the clock stands still, and goes
 *   on where it stood.
 * - What runs down while the system is down is seen when it is back, and counts from then.
 * - The issuing office has a time of its own, and is reminded every time it has gone by; a hold takes that off it.
 * - A cure ends it.
 */
export function foretell(story: Story): Told[] {
  const { rungs, due, outages } = story;
  const told: Told[] = [];
  const cards = [...story.cards];
  const stops: Stop[] = [];
  /** Why the climb stands still now. */
  const reasons = new Set<string>();
  let stoodSince: Minute | null = null;
  let now = due;
  let reached = 0;
  let effective: Minute | null = null;
  let awaited: number | null = null;
  let issueBy: Minute | null = null;
  let heldUntil: Minute | null = null;
  /** Since when the next rung is due at once. */
  let early: Minute | null = null;
  let over = false;
  const planned: Happening[] = [];

  const seen = (at: Minute): Minute => outages.find(([from, to]) => at >= from && at < to)?.[1] ?? at;
  const gapTo = (rung: StoryRung): number => rung.days - (rungs[reached - 1]?.days ?? 0);

  function nextRungAt(): Minute | null {
    const rung = rungs[reached];
    if (!rung || awaited !== null || reasons.size > 0) return null;
    if (early !== null) return pushed(later(early, 0), early, stops);
    const fromDue = pushed(later(due, rung.days, rung.time), due, stops);
    if (effective === null) return fromDue;
    return Math.max(fromDue, pushed(later(effective, gapTo(rung)), effective, stops));
  }

  let rungAt = nextRungAt();

  /** It stands still from now on, or goes on. */
  function settle(): void {
    if (reasons.size > 0 && stoodSince === null) stoodSince = now;
    if (reasons.size === 0 && stoodSince !== null) {
      stops.push([stoodSince, now]);
      stoodSince = null;
      rungAt = nextRungAt();
    }
    if (reasons.size > 0) rungAt = null;
  }

  const takesEffect = (number: number, rung: StoryRung): void => {
    effective = now;
    if (rung.colour !== null) cards.push({ colour: rung.colour, day: dayOfMinute(now) });
    const ahead = rungs[reached];
    early = ahead && isEarly(ahead, cards, dayOfMinute(now)) ? now : null;
    if (rung.colour === null) return;
    const appeal = story.appeals[number];
    if (!appeal) return;
    const lastMoment = shiftDays(dayOfMinute(now), APPEAL_DAYS) * DAY_MINUTES + EVENING;
    if (now + appeal.after > lastMoment) return;
    plan(now + appeal.after, () => {
      reasons.add(`appeal ${number}`);
      const ends = now + appeal.takes;
      plan(ends, () => reasons.delete(`appeal ${number}`));
    });
  };

  const plan = (at: Minute, happens: () => void): void => {
    planned.push({ at, order: 9, ranDown: at, happens });
  };

  function rungIsReached(): void {
    const number = reached;
    const rung = rungs[number];
    if (!rung) return;
    told.push(tell(now, number, 'reached'));
    reached += 1;
    rungAt = null;
    early = null;
    if (rung.person === null) {
      takesEffect(number, rung);
      rungAt = nextRungAt();
      return;
    }
    awaited = number;
    issueBy = later(now, rung.person.within);
    plan(now + (story.delays[number] ?? 0), () => {
      told.push(tell(now, number, 'issued'));
      awaited = null;
      issueBy = null;
      takesEffect(number, rung);
      rungAt = nextRungAt();
    });
  }

  for (const { during, why } of story.stops) {
    plan(during[0], () => reasons.add(why));
    plan(during[1], () => reasons.delete(why));
  }
  for (const { at, until } of story.holds)
    plan(at, () => {
      if (heldUntil !== null) return;
      heldUntil = until * DAY_MINUTES + EVENING;
      reasons.add('held');
      issueBy = null;
    });
  for (const at of story.skips)
    plan(at, () => {
      if (awaited !== null || reached >= rungs.length) return;
      reached += 1;
      effective = now;
      early = null;
      rungAt = nextRungAt();
    });
  if (story.cured !== null) plan(story.cured, () => (over = true));

  while (!over) {
    const clock = (order: number, at: Minute | null, happens: () => void): Happening[] =>
      at === null ? [] : [{ at: seen(Math.max(at, now)), order, ranDown: at, happens }];
    const happenings = [
      ...clock(1, heldUntil, () => {
        heldUntil = null;
        reasons.delete('held');
        const person = awaited === null ? null : rungs[awaited]?.person;
        if (person) issueBy = later(now, person.within);
      }),
      ...clock(2, issueBy, () => {
        const person = awaited === null ? null : rungs[awaited]?.person;
        if (!person || awaited === null) return;
        told.push(tell(now, awaited, 'not issued in time'));
        issueBy = later(now, person.within);
      }),
      ...clock(3, rungAt, rungIsReached),
      ...planned,
    ];
    const [next] = happenings.sort(
      (a, b) =>
        a.at - b.at ||
        Math.sign(a.order - 9) - Math.sign(b.order - 9) ||
        a.ranDown - b.ranDown ||
        a.order - b.order,
    );
    if (!next || next.at > story.until) break;
    now = next.at;
    if (next.order === 9) planned.splice(planned.indexOf(next), 1);
    next.happens();
    settle();
  }
  return told;
}

/** Whether so many cards of the colour have been earned in the quarter, or the year, of a day. */
function isEarly({ early }: StoryRung, cards: Story['cards'], today: Day): boolean {
  if (early === null) return false;
  const stretchOf = (day: Day): string => {
    const [year = '', month = ''] = dateOf(day).split('-');
    return early.within === 'year' ? year : `${year}/${Math.floor((Number(month) - 1) / 3)}`;
  };
  const counted = cards.filter(
    ({ colour, day }) => colour === early.colour && stretchOf(day) === stretchOf(today),
  );
  return counted.length >= early.count;
}
