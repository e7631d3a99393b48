import type { CadenceEvery, DueRule, PeriodPolicy } from '#calendar';
import type { Policy, WorkingOffset } from '../policy/policy.schema.js';

/** When the reports of a rhythm are asked for. */
export interface CadenceRule extends PeriodPolicy {
  due: DueRule;
  /** When one can begin to file, from the due time. */
  windowOpens: WorkingOffset;
}

/** The rule of a rhythm, as the policy has it. */
export function cadenceRule(policy: Policy, every: CadenceEvery): CadenceRule {
  const { due, windowOpens, minimumWorkingDays } =
    every === 'ten-day' ? policy.reporting : policy.cadences[every];
  return { due, windowOpens, minimumWorkingDays };
}
