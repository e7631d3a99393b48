import {
  addWorkingDays,
  civilDateOf,
  dueOfPeriod,
  instantOf,
  type CadenceEvery,
  type Instant,
  type Period,
} from '#calendar';
import { cadenceRule } from '../cadence/cadence-rule.js';
import type { Rules } from '../decision.js';
import type { DutyDue } from '../policy/duty.schema.js';
import type { Policy, WorkingOffset } from '../policy/policy.schema.js';
import { TASK_REPORT } from './line-ladder.js';

/** A line as its rhythm goes: what is owed on it, and how often. */
export interface RhythmOf {
  duty: string;
  cadence: CadenceEvery;
}

/** When what is owed on a line is asked for. */
export interface LineRule {
  due: DutyDue;
  windowOpens: WorkingOffset | 'periodStart';
  minimumWorkingDays: number;
}

/** What ends a line whose duty the policy that it came under has not: it owes what it owes, at a period's end, and no more. */
const ENDING: LineRule = {
  due: { anchor: 'lastWorkingDayOfPeriod', at: '17:30' },
  windowOpens: 'periodStart',
  minimumWorkingDays: 0,
};

/** The rule of a line's rhythm: that of the reports, or of its duty. */
export function lineRule(policy: Policy, { duty, cadence }: RhythmOf): LineRule {
  if (duty === TASK_REPORT) return cadenceRule(policy, cadence);
  const found = policy.duties.find(({ name }) => name === duty);
  if (!found) return ENDING;
  const { due, windowOpens, minimumWorkingDays } = found;
  return { due, windowOpens, minimumWorkingDays };
}

/** By when what a line owes for a period is due. @throws CalendarError UnknownYear */
export function lineDueOf({ policy, calendar }: Rules, line: RhythmOf, period: Period): Instant {
  const { due } = lineRule(policy, line);
  if (due.anchor !== 'beforeTheWhole') return dueOfPeriod(calendar, period, due);
  const whole = dueOfPeriod(calendar, period, cadenceRule(policy, line.cadence).due);
  return instantOf(addWorkingDays(calendar, civilDateOf(whole), -due.workingDays), due.at);
}
