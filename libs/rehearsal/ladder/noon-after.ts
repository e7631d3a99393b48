import { offsetFrom } from '#accountability';
import { project, type Instant, type WorkingCalendar } from '#calendar';

/** When people do what is supposed of them: at noon, so many working days after an instant. */
export function noonAfter(from: Instant, workingDays: number, calendar: WorkingCalendar): Instant {
  const { at } = project(offsetFrom(from, { workingDays, at: '12:00' }), [], calendar);
  if (at === null) throw new Error('a budget without suspensions always has an instant');
  return at;
}
