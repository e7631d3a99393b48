import { addDays, dayKindOn } from '#calendar';
import type { ArrangedYear, CalendarYearView, ChangedDayView, DayKind } from '#contract';

type Status = ArrangedYear['status'];

/** A year as it is in force, or as it would be without any arrangement. */
export interface HeldYear {
  year: number;
  status: Status;
  source: string | null;
  /** Of every day of the year, by its date. */
  kinds: Readonly<Record<string, DayKind>>;
  /** The calendar does not hold it yet. */
  isNew: boolean;
}

/** What is to be other than it is held: days by their date, and what is said of years. */
export interface Wanted {
  days: Readonly<Record<string, DayKind>>;
  statuses: Readonly<Record<number, Status>>;
}

export const NOTHING_WANTED: Wanted = { days: {}, statuses: {} };

export const yearOf = (on: string): number => Number(on.slice(0, 4));

/** What a day is by the day of the week alone. */
const ordinary = (on: string): DayKind => dayKindOn({ years: {} }, on);
export const isWeekend = (on: string): boolean => ordinary(on) === 'weekend';

export function heldYear({
  year,
  status,
  source,
  months,
}: Pick<CalendarYearView, 'year' | 'status' | 'source' | 'months'>): HeldYear {
  const days = months.flatMap((month) => month.days.map(({ on, kind }) => [on, kind] as const));
  return { year, status, source, kinds: Object.fromEntries(days), isNew: false };
}

/** A year of which nothing is arranged yet. */
export function newYear(year: number): HeldYear {
  const kinds: Record<string, DayKind> = {};
  for (let on = `${year}-01-01`; yearOf(on) === year; on = addDays(on, 1)) kinds[on] = ordinary(on);
  return { year, status: 'provisional', source: null, kinds, isNew: true };
}

export const kindOn = ({ kinds }: HeldYear, { days }: Wanted, on: string): DayKind =>
  days[on] ?? kinds[on] ?? ordinary(on);

/** What a day can be, in the order in which it is turned over: a weekend is worked instead, or part of a holiday. */
const CHOICES: Record<'weekday' | 'weekend', readonly DayKind[]> = {
  weekday: ['working', 'off'],
  weekend: ['weekend', 'worked', 'off'],
};

/** The day as the next thing that it can be. */
export function turned(held: HeldYear, wanted: Wanted, on: string): Wanted {
  const choices = CHOICES[isWeekend(on) ? 'weekend' : 'weekday'];
  const next = choices[(choices.indexOf(kindOn(held, wanted, on)) + 1) % choices.length] ?? ordinary(on);
  return withDay(held, wanted, on, next);
}

/** The day as that; what is as it is held needs no wish. */
export function withDay({ kinds }: HeldYear, wanted: Wanted, on: string, kind: DayKind): Wanted {
  const { [on]: _, ...others } = wanted.days;
  return { ...wanted, days: kinds[on] === kind ? others : { ...others, [on]: kind } };
}

/** Days as a notice has them; `whole`: what it does not name in its year is an ordinary day again. */
export function withNotice(
  held: HeldYear,
  wanted: Wanted,
  { off, worked }: { off: readonly string[]; worked: readonly string[] },
  whole: boolean,
): Wanted {
  const named = new Map<string, DayKind>([
    ...off.map((on) => [on, 'off'] as const),
    ...worked.map((on) => [on, 'worked'] as const),
  ]);
  let next = wanted;
  for (const on of Object.keys(held.kinds)) {
    const kind = named.get(on) ?? (whole ? ordinary(on) : undefined);
    if (kind !== undefined) next = withDay(held, next, on, kind);
  }
  return next;
}

/** What differs from what is held, in order. */
export const differences = (held: readonly HeldYear[], { days }: Wanted): ChangedDayView[] =>
  held
    .flatMap(({ kinds }) =>
      Object.entries(kinds).flatMap(([on, before]) => {
        const after = days[on] ?? before;
        return after === before ? [] : [{ on, before, after }];
      }),
    )
    .sort((a, b) => (a.on < b.on ? -1 : 1));

/** Years of which a day or what is said of them differs, and new ones that somebody has begun. */
export const changedYears = (held: readonly HeldYear[], wanted: Wanted): HeldYear[] =>
  held.filter(
    (one) =>
      differences([one], wanted).length > 0 || (wanted.statuses[one.year] ?? one.status) !== one.status,
  );

/**
 * What is asked of the server. A year that is arranged for the first time, or published from now on, names what it was
 * published in; a change meanwhile leaves that as it is, and stands in the history.
 */
export const arrangedYears = (held: readonly HeldYear[], wanted: Wanted, reason: string): ArrangedYear[] =>
  changedYears(held, wanted).map((one) => {
    const status = wanted.statuses[one.year] ?? one.status;
    const of = (kind: DayKind): string[] =>
      Object.keys(one.kinds)
        .filter((on) => kindOn(one, wanted, on) === kind)
        .sort();
    const source = one.isNew || status !== one.status ? reason.trim() || one.source : one.source;
    return { year: one.year, status, source, off: of('off'), worked: of('worked') };
  });
