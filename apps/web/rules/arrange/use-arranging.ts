import type { CalendarYearView } from '#contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { calendarQuery } from '../queries.js';
import { heldYear, newYear, NOTHING_WANTED, type HeldYear, type Wanted } from './arranged.js';

/** Somebody changes the calendar: against which version, and what is to be other than it is. */
export interface Arranging {
  version: number;
  held: Readonly<Record<number, HeldYear>>;
  wanted: Wanted;
  /** A year that the calendar does not hold is shown. */
  added: number | null;
}

export interface UseArranging {
  arranging: Arranging | null;
  begin: (shown: CalendarYearView) => void;
  /** Nothing is being changed any more; what is in force by it, if that was announced. */
  end: (announced?: number) => void;
  /** The version that was announced here. */
  announced: number | null;
  change: (part: Partial<Arranging>) => void;
  /** Years as they are held, read where they are not known yet; those that cannot be added are left out. */
  years: (years: readonly number[], known: CalendarYearView) => Promise<HeldYear[]>;
  /** Somebody else was first: the same wishes against what is in force now. */
  again: () => Promise<void>;
}

export function useArranging(): UseArranging {
  const queries = useQueryClient();
  const [arranging, setArranging] = useState<Arranging | null>(null);
  const [announced, setAnnounced] = useState<number | null>(null);
  const change = useCallback(
    (part: Partial<Arranging>) => setArranging((before) => before && { ...before, ...part }),
    [],
  );
  const read = (year: number, fresh: boolean): Promise<CalendarYearView> =>
    queries.fetchQuery({ ...calendarQuery(year), ...(fresh ? { staleTime: 0 } : {}) });
  return {
    arranging,
    change,
    begin: (shown) =>
      setArranging({
        version: shown.calendar.version,
        held: { [shown.year]: heldYear(shown) },
        wanted: NOTHING_WANTED,
        added: null,
      }),
    announced,
    end: (version) => {
      if (version !== undefined) setAnnounced(version);
      setArranging(null);
    },
    years: (years, { years: known }) =>
      Promise.all(
        years.flatMap((year) => {
          const there = arranging?.held[year];
          if (there) return [Promise.resolve(there)];
          if (known.some((one) => one.year === year)) return [read(year, false).then(heldYear)];
          return known.at(-1)?.year === year - 1 ? [Promise.resolve(newYear(year))] : [];
        }),
      ),
    again: async () => {
      if (arranging === null) return;
      const years = Object.values(arranging.held);
      const found = await Promise.all(
        years.filter(({ isNew }) => !isNew).map(({ year }) => read(year, true)),
      );
      const [first] = found;
      if (!first) return;
      const added = years.filter(({ isNew, year }) => isNew && !first.years.some((one) => one.year === year));
      const held = [...found.map(heldYear), ...added];
      setArranging({
        ...arranging,
        version: first.calendar.version,
        held: Object.fromEntries(held.map((one) => [one.year, one])),
      });
      await queries.invalidateQueries({ queryKey: ['calendar'] });
    },
  };
}
