import { z } from 'zod';
import {
  daysInMonth,
  epochDayFrom,
  epochDayOf,
  instantAt,
  MINUTE_MS,
  minutesOf,
  partsOf,
  type EpochDay,
  type Instant,
} from './civil-time.js';
import type { Period } from './period.js';
import type { WorkingCalendar } from './working-calendar.js';
import { shiftWorkingDays } from './working-days.js';

const at = z.string().regex(/^\d{2}:\d{2}$/);

/** When what a period owes is due, as policy data. */
export const dueRuleSchema = z.discriminatedUnion('anchor', [
  /** On the last working day of the period (the last before it, should it hold none). */
  z.object({ anchor: z.literal('lastWorkingDayOfPeriod'), at }),
  /** So many working days after the period's last day: 1 is the next working day. */
  z.object({ anchor: z.literal('workingDayAfterPeriod'), days: z.int().min(1), at }),
  /**
   * On a day of the month after the period's last day (31 is the month's end). On a day off it moves to the next
   * working day, as in the Civil Code, art. 203, unless the rule says otherwise.
   */
  z.object({
    anchor: z.literal('dayOfNextMonth'),
    day: z.int().min(1).max(31),
    at,
    onDayOff: z.enum(['next', 'previous', 'keep']).optional(),
  }),
]);

export type DueRule = z.infer<typeof dueRuleSchema>;

function dueDay(cal: WorkingCalendar, end: EpochDay, rule: DueRule): EpochDay {
  switch (rule.anchor) {
    case 'lastWorkingDayOfPeriod':
      return cal.isWorking(end) ? end : shiftWorkingDays(cal, end, -1);
    case 'workingDayAfterPeriod':
      return shiftWorkingDays(cal, end, rule.days);
    case 'dayOfNextMonth': {
      const last = partsOf(end);
      const [year, month] = last.month === 12 ? [last.year + 1, 1] : [last.year, last.month + 1];
      const day = epochDayFrom(year, month, Math.min(rule.day, daysInMonth(year, month)));
      const roll = rule.onDayOff ?? 'next';
      if (roll === 'keep') return day;
      return roll === 'next' || cal.isWorking(day)
        ? shiftWorkingDays(cal, day, 0)
        : shiftWorkingDays(cal, day, -1);
    }
  }
}

/** @throws CalendarError UnknownYear, InvalidCivilTime */
export function dueOfPeriod(cal: WorkingCalendar, period: Pick<Period, 'end'>, rule: DueRule): Instant {
  return instantAt(dueDay(cal, epochDayOf(period.end), rule), minutesOf(rule.at) * MINUTE_MS);
}
