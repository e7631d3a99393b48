import { civilPartsOf, instantAt, MINUTE_MS, minutesOf, type CivilTime, type Instant } from './civil-time.js';
import type { WorkingCalendar } from './working-calendar.js';
import { shiftWorkingDays } from './working-days.js';

/** The hours of a working day in which people may be messaged. */
export interface MessagingHours {
  from: CivilTime;
  to: CivilTime;
}

export const DEFAULT_MESSAGING_HOURS: MessagingHours = { from: '08:00', to: '18:00' };

/** The instant itself when it lies in [from, to) of a working day, else the next opening. @throws CalendarError UnknownYear */
export function nextOpenInstant(cal: WorkingCalendar, instant: Instant, hours: MessagingHours): Instant {
  const { day, msOfDay } = civilPartsOf(instant);
  const [opens, closes] = [minutesOf(hours.from) * MINUTE_MS, minutesOf(hours.to) * MINUTE_MS];
  if (!cal.isWorking(day)) return instantAt(shiftWorkingDays(cal, day, 0), opens);
  if (msOfDay < opens) return instantAt(day, opens);
  return msOfDay < closes ? instant : instantAt(shiftWorkingDays(cal, day, 1), opens);
}
