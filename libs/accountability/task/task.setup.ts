import { setup } from 'xstate';
import type { Effect } from '../effect.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import { reconcile } from './supervision/reconcile.js';
import { taskGuards } from './task-guards.js';
import type { TaskContext, TaskInput } from './task.context.js';
import type { TaskEvent } from './task.event.js';

type Event<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;

/** What the task's chart is made of: its types and guards, and the action that takes a step and settles what follows. */
export function taskSetup(policy: Policy) {
  const base = setup({
    types: { context: {} as TaskContext, events: {} as TaskEvent, input: {} as TaskInput },
    actions: { effect: (_, _effect: Effect) => {} },
    guards: taskGuards(policy),
  });
  const step = <T extends TaskEvent['type']>(
    take: (context: TaskContext, event: Event<T>, policy: Policy) => Step<TaskContext>,
  ) =>
    base.enqueueActions(({ context, event, enqueue }) => {
      // The chart sends each step only the event it is written for.
      const taken = take(context, event as Event<T>, policy);
      const settled = reconcile(context, { ...context, ...taken.context }, event, policy);
      enqueue.assign({ ...taken.context, ...settled.context });
      for (const effect of [...(taken.effects ?? []), ...(settled.effects ?? [])])
        enqueue({ type: 'effect', params: effect });
    });
  return { base, step };
}

export type TaskStep = ReturnType<typeof taskSetup>['step'];
