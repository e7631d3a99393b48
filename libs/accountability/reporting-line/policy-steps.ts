import { lineLadder } from '../duty/line-ladder.js';
import type { Effect } from '../effect.js';
import { carriedOver, type PolicyAdopted } from '../ladder/adoption.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import * as ofTask from '../task/supervision/policy-steps.js';
import { armNext } from './ladder-steps.js';
import { standsStill } from './line-card.js';
import { asTask } from './line-matters.js';
import type { ReportingLineContext } from './reporting-line.context.js';

/** Whether a draft that waits for its issue lapses, because the new version has no such rung. */
export const dropsIssue = (line: ReportingLineContext, event: PolicyAdopted, policy: Policy): boolean =>
  line.climb?.awaitingIssue != null &&
  carriedOver(line.climb, lineLadder(policy, line).rungs, event, policy).lapses;

/** Another version of the policy holds from now on: the climb of the silence goes on where that has it stand. */
export function policyIsAdopted(
  line: ReportingLineContext,
  event: PolicyAdopted,
  policy: Policy,
): Step<ReportingLineContext> {
  const matters = asTask(line, event, policy, ofTask.policyIsAdopted);
  if (line.climb === null) return matters;
  const { climb, lapses } = carriedOver(line.climb, lineLadder(policy, line).rungs, event, policy);
  const { generation } = climb;
  const lapsed: Effect[] = lapses
    ? [
        { type: 'disarmDeadline', name: 'issue' },
        { type: 'cancelNotice', generation },
        { type: 'settleAlert', name: `issue:${generation}` },
      ]
    : [];
  const still = climb.awaitingIssue !== null || standsStill(climb);
  return {
    context: { ...matters.context, climb },
    effects: [
      ...(matters.effects ?? []),
      ...lapsed,
      { type: 'disarmDeadline', name: 'rung' },
      ...(still ? [] : armNext({ ...line, climb }, policy, event)),
    ],
  };
}
