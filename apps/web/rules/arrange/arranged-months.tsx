import { addDays, isWorked, nextPeriod, periodOf, previousPeriod } from '#calendar';
import { useState, type KeyboardEvent } from 'react';
import { calendarText } from '../../texts/zh.js';
import { weeksOf } from '../weeks-of.js';
import { kindOn, turned, yearOf, type HeldYear, type Wanted } from './arranged.js';
import { DayButton } from './day-button.js';

interface MonthsProps {
  held: HeldYear;
  wanted: Wanted;
  today: string;
  onChange: (wanted: Wanted) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Where a key leads from a day; null: nowhere. Months are as long as they are: from the 31st one comes to the last day. */
export function ledTo(on: string, key: string): string | null {
  const step = STEPS[key];
  if (step !== undefined) return addDays(on, step);
  const month = periodOf('month', on);
  if (key === 'Home') return month.start;
  if (key === 'End') return month.end;
  if (key !== 'PageUp' && key !== 'PageDown') return null;
  const { start, end } = key === 'PageUp' ? previousPeriod(month) : nextPeriod(month);
  const same = `${start.slice(0, 8)}${on.slice(8)}`;
  return same > end ? end : same;
}

/** Twelve months whose days are turned over by a click, or by key: one day of them is in the order of the tab key. */
export function ArrangedMonths({ held, wanted, today, onChange }: MonthsProps) {
  const [entry, setEntry] = useState<string>();
  const days = Object.keys(held.kinds).sort();
  const here = entry !== undefined && yearOf(entry) === held.year ? entry : undefined;
  const at = here ?? (yearOf(today) === held.year ? today : days[0]);
  const go = (event: KeyboardEvent<HTMLElement>): void => {
    const from = (event.target as HTMLElement).dataset['on'];
    const to = from === undefined ? null : ledTo(from, event.key);
    if (to === null) return;
    event.preventDefault();
    if (yearOf(to) !== held.year) return;
    setEntry(to);
    event.currentTarget.querySelector<HTMLElement>(`[data-on="${to}"]`)?.focus();
  };
  const turn = (on: string): void => {
    setEntry(on);
    onChange(turned(held, wanted, on));
  };
  return (
    <section
      className="calendar-months"
      aria-label={calendarText.heading(held.year)}
      data-testid="arranged-months"
      onKeyDown={go}
    >
      {Array.from({ length: 12 }, (_, index) => {
        const month = `${held.year}-${String(index + 1).padStart(2, '0')}`;
        const ofMonth = days.filter((on) => on.startsWith(month)).map((on) => ({ on }));
        const working = ofMonth.filter(({ on }) => isWorked(kindOn(held, wanted, on)));
        return (
          <table key={month} className="month">
            <caption>
              <b>{calendarText.month(index + 1)}</b>{' '}
              <span className="soft small">{calendarText.workingDays(working.length)}</span>
            </caption>
            <thead>
              <tr>
                {calendarText.weekdays.map((letter, place) => (
                  <th key={place} scope="col" abbr={calendarText.weekdayNames[place]}>
                    {letter}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(ofMonth).map((week, row) => (
                <tr key={row}>
                  {week.map((day, place) => (
                    <td key={place}>
                      {day === null ? null : (
                        <DayButton
                          on={day.on}
                          kind={kindOn(held, wanted, day.on)}
                          before={wanted.days[day.on] === undefined ? null : (held.kinds[day.on] ?? null)}
                          isToday={day.on === today}
                          isEntry={day.on === at}
                          onTurn={turn}
                        />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </section>
  );
}
