import { nextOpenInstant, project, type Budget, type Suspension } from '#calendar';
import { shippedRules } from '#testing';
import {
  dayOf,
  dateOf,
  DAY_MINUTES,
  civilOf,
  instantOfMinute,
  isWorkingDay,
  later,
  mayBeTold,
  minuteOfInstant,
  pushed,
  workedOn,
  type Minute,
  type Stop,
} from './days.js';
import { drawFrom, type Draw } from './draw.js';

const { calendar, policy } = shippedRules();
/** 100,000 where there is time for them; the first of the same ones otherwise. */
const CASES = process.env['LUOSHI_VERIFY'] === undefined ? 20_000 : 100_000;

/** Any minute of 2024 to 2026; every third one is around a holiday, a make-up day or a year's end. */
const NEAR = [
  '2024-02-18',
  '2024-05-11',
  '2024-10-01',
  '2024-12-31',
  '2025-01-26',
  '2025-10-08',
  '2026-02-14',
  '2026-12-31',
] as const;
function anyMoment(draw: Draw): Minute {
  const day = draw.chance(0.33)
    ? dayOf(draw.from(NEAR)) + draw.whole(-6, 3)
    : draw.whole(dayOf('2024-02-01'), dayOf('2026-12-31'));
  return day * DAY_MINUTES + draw.whole(0, DAY_MINUTES - 1);
}

function anyStops(draw: Draw, from: Minute): Stop[] {
  const stops: Stop[] = [];
  for (let left = draw.whole(0, 3); left > 0; left -= 1) {
    const begins = from + draw.whole(-2 * DAY_MINUTES, 12 * DAY_MINUTES);
    stops.push([begins, begins + draw.whole(0, draw.chance(0.5) ? 600 : 12 * DAY_MINUTES)]);
  }
  return stops;
}

const asSuspensions = (stops: readonly Stop[]): Suspension[] =>
  stops.map(([from, to]) => ({ from: instantOfMinute(from), to: instantOfMinute(to), reason: '暂停' }));

describe('deadlines, counted once more on lists of their own', () => {
  it('agree on every day of 2024 to 2027', () => {
    for (let day = dayOf('2024-01-01'); day <= dayOf('2027-12-31'); day += 1)
      expect([dateOf(day), calendar.isWorkingDay(dateOf(day))]).toEqual([dateOf(day), isWorkingDay(day)]);
  });

  it(`agree in ${CASES} random cases: working days, working hours, suspensions in any order`, () => {
    const draw = drawFrom(20_240_412);
    const seen = { days: 0, back: 0, hours: 0, pushed: 0 };
    for (let number = 0; number < CASES; number += 1) {
      const from = anyMoment(draw);
      const days = draw.whole(-5, 20);
      const time = draw.chance(0.3) ? draw.whole(8 * 60, 18 * 60) : null;
      const minutes = draw.whole(1, 60 * 60);
      const inHours = draw.chance(0.3);
      const stops = !inHours && days < 0 ? [] : anyStops(draw, from);
      const budget: Budget = inHours
        ? { kind: 'workingHours', from: instantOfMinute(from), hours: minutes / 60 }
        : {
            kind: 'workingDays',
            from: instantOfMinute(from),
            days,
            ...(time !== null && { at: civilOf(time).slice(11) }),
          };
      const plain = inHours ? workedOn(from, minutes) : later(from, days, time);
      const expected = pushed(plain, from, stops);
      const { at } = project(budget, asSuspensions(stops), calendar);
      if (at !== instantOfMinute(expected))
        throw new Error(
          `case ${number}: ${JSON.stringify({ budget, stops: stops.map((stop) => stop.map(civilOf)) })} is ${civilOf(minuteOfInstant(at ?? ''))}, and should be ${civilOf(expected)}`,
        );
      seen[inHours ? 'hours' : days < 0 ? 'back' : 'days'] += 1;
      if (expected > plain) seen.pushed += 1;
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(CASES / 10);
  });

  it(`agree in ${CASES} random cases on when somebody may be told`, () => {
    const draw = drawFrom(8);
    let waited = 0;
    for (let number = 0; number < CASES; number += 1) {
      const at = anyMoment(draw);
      const expected = mayBeTold(at);
      const told = nextOpenInstant(calendar, instantOfMinute(at), policy.quietHours);
      if (told !== instantOfMinute(expected))
        throw new Error(`${civilOf(at)}: told ${told}, and should be at ${civilOf(expected)}`);
      if (expected > at) waited += 1;
    }
    expect(waited).toBeGreaterThan(CASES / 3);
  });
});
