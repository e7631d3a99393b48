import {
  addDays,
  epochMsOf,
  instantFrom,
  instantOf,
  previousPeriod,
  type Instant,
  type Period,
} from '#calendar';
import type { Checkpoint } from '#products';

/** The last instant of a civil day. */
export const lastInstantOf = (day: string): Instant =>
  instantFrom(epochMsOf(instantOf(addDays(day, 1), '00:00')) - 1);

/**
 * The instants at which a period's product looks at the tasks: its own end (or `asOf`, where that comes sooner) and the
 * end of the period before; of a quarter, the ends of all quarters of its year up to it.
 */
export function checkpointsOf(period: Period, asOf: Instant): Checkpoint[] {
  const periods = [period];
  const before = (): Period => previousPeriod(periods[0] ?? period);
  if (period.cadence === 'quarter')
    while (before().end >= `${period.end.slice(0, 4)}-01-01`) periods.unshift(before());
  else periods.unshift(before());
  return periods.map(({ key, label, start, end }) => {
    const at = lastInstantOf(end);
    return { key, label, from: instantOf(start, '00:00'), at: at < asOf ? at : asOf };
  });
}
