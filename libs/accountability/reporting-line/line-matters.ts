import type { CivilDate, Instant } from '#calendar';
import type { Effect } from '../effect.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import { begunTask } from '../task/begun-task.js';
import { reconcile } from '../task/supervision/reconcile.js';
import type { TaskContext } from '../task/task.context.js';
import type { ReportingLineContext } from './reporting-line.context.js';

/*
 * What goes wrong with the cards of a line climbs the ladders of those matters just as a task's do, so the line is
 * shown to the steps of a task as far as they look. Clocks have a prefix, so that a cure of the silence does not take
 * them off.
 */
const PREFIX = 'card';

interface Moment {
  type: string;
  at: Instant;
  on: CivilDate;
}

/** A step of a task's cards and climbs, taken by a line. */
export function asTask<E extends Moment>(
  line: ReportingLineContext,
  event: E,
  policy: Policy,
  take: (context: TaskContext, event: E, policy: Policy) => Step<TaskContext> = () => ({}),
): Step<ReportingLineContext> {
  const before = shownAsTask(line);
  const taken = take(before, event, policy);
  const settled = reconcile(before, { ...before, ...taken.context }, event, policy);
  const after = { ...before, ...taken.context, ...settled.context };
  return {
    context: {
      cards: after.cards,
      matters: { causes: after.causes, climbs: after.climbs },
      climbs: after.climbCount,
    },
    effects: [...(taken.effects ?? []), ...(settled.effects ?? [])].map((effect) => ofLine(effect, line)),
  };
}

export const shownAsTask = ({
  id,
  planId,
  unitId,
  cards,
  matters,
  climbs,
}: ReportingLineContext): TaskContext => ({
  ...begunTask({ id, planId, leadUnitIds: [unitId], deadlineOn: '9999-12-31' }),
  cards: cards as TaskContext['cards'],
  causes: matters.causes,
  climbs: matters.climbs,
  climbCount: climbs,
});

/** No task is meant, and the clocks are the line's. */
function ofLine(effect: Effect, line: ReportingLineContext): Effect {
  switch (effect.type) {
    case 'armDeadline':
    case 'disarmDeadline':
      return { ...effect, name: `${PREFIX}:${effect.name}` };
    case 'notify': {
      const { taskId: _, ...told } = effect;
      return { ...told, facts: withoutTasks(effect.facts) };
    }
    case 'raiseAlert':
      return { ...effect, facts: withoutTasks(effect.facts) };
    case 'draftNotice':
      return effect.matter === undefined
        ? effect
        : { ...effect, matter: { ...effect.matter, taskId: line.taskIds[0] ?? '' } };
    default:
      return effect;
  }
}

function withoutTasks({ taskIds: _, ...facts }: Record<string, unknown>): Record<string, unknown> {
  return facts;
}
