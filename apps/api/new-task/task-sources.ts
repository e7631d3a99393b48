import { maySend, mayCreateTask, offsetFrom, type Policy } from '#accountability';
import { civilDateOf, project, type CivilDate, type Instant, type WorkingCalendar } from '#calendar';
import { TASK_SOURCE_LABELS, TASK_SOURCES, type TaskSource, type TaskSourceView } from '#contract';
import { latestPolicyVersion, listActions, readPlan } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import { problem } from '../http/problem.js';
import { seenBy } from '../who/seen-by.js';
import type { Who } from '../who/who.js';

/** What this person may make a task of, action by action. Rejects with NotFound. */
export function taskSources(context: ApiContext, who: Who, planId: string): Promise<TaskSourceView[]> {
  const now = context.now();
  return seenBy(context, who, async (tx) => {
    const plan = await readPlan(tx, planId);
    if (plan === null) throw problem('NotFound');
    const { policy, calendar } = await context.engine.context.book.rules(tx, await latestPolicyVersion(tx));
    return (await listActions(tx, planId)).flatMap((action) => {
      const scope = {
        jurisdictionId: who.jurisdictionId,
        planCode: plan.code,
        actionCode: action.code,
        unitIds: [],
      };
      const mayDispatch = maySend(who.actor, 'task', 'DISPATCHED', scope);
      return TASK_SOURCES.filter((source) => mayCreateTask(who.actor, source, scope)).map((source) => ({
        actionCode: action.code,
        actionName: action.name,
        source,
        sourceLabel: TASK_SOURCE_LABELS[source],
        deadlineOn: limitOf(source, policy, calendar, now),
        mayDispatch,
      }));
    });
  });
}

function limitOf(
  source: TaskSource,
  policy: Policy,
  calendar: WorkingCalendar,
  now: Instant,
): CivilDate | null {
  const limit = policy.tasks.sources[source];
  const at = limit ? project(offsetFrom(now, limit), [], calendar).at : null;
  return at === null ? null : civilDateOf(at);
}
