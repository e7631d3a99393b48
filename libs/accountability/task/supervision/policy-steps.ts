import type { Effect } from '../../effect.js';
import { carriedOver, type PolicyAdopted } from '../../ladder/adoption.js';
import type { Policy } from '../../policy/policy.schema.js';
import type { Step } from '../../step.js';
import { disarm, settle } from '../task-effects.js';
import type { TaskContext } from '../task.context.js';
import { ladderOf } from './ladder-of.js';
import { issueClock, rungClock } from './reconcile.js';

/** Another version of the policy holds from now on: each climb goes on where that has it stand. */
export function policyIsAdopted(
  context: TaskContext,
  event: PolicyAdopted,
  policy: Policy,
): Step<TaskContext> {
  const effects: Effect[] = [];
  const climbs = context.climbs.flatMap((climb) => {
    const ladder = ladderOf(policy, climb);
    const drop = [...disarm(rungClock(climb), issueClock(climb)), ...settle(`issue:${climb.generation}`)];
    if (!ladder) {
      effects.push(...drop, { type: 'cancelNotice', generation: climb.generation });
      return [];
    }
    const { climb: carried, lapses } = carriedOver(climb, ladder.rungs, event, policy);
    const { early: _, ...rest } = carried;
    if (lapses) effects.push(...drop, { type: 'cancelNotice', generation: climb.generation });
    return [{ ...rest, armed: null }];
  });
  return { context: { climbs }, effects };
}
