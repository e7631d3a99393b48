import type { Snapshot } from '../subject.js';
import { begunTask } from './begun-task.js';
import type { LeadSince, TaskContext } from './task.context.js';
import type { Gate } from './task.event.js';

/** What version 1 of the statechart knew of a task. */
type TaskContext1 = Pick<
  TaskContext,
  | 'id'
  | 'planId'
  | 'leadUnitIds'
  | 'signedBy'
  | 'startOn'
  | 'deadlineOn'
  | 'originalDeadlineOn'
  | 'extendedAt'
  | 'progressOf'
  | 'progress'
  | 'expected'
  | 'extensions'
  | 'deadlinePassed'
  | 'dispute'
  | 'suspension'
  | 'suspensions'
  | 'returns'
>;

/**
 * From version 1 to 2: beside life and schedule there is supervision, with nothing on it, since version 1 had no
 * ladders for single tasks. Each lead has led from the beginning; what could be expected when each reported was not
 * kept, and the last figure stands in for it.
 */
export function upgradeTask1(snapshot: Snapshot): Snapshot {
  const value = snapshot.value as { life: unknown; schedule: unknown };
  if ('supervision' in value) return snapshot;
  const context = snapshot.context as unknown as TaskContext1;
  const begun = begunTask({
    id: context.id,
    planId: context.planId,
    leadUnitIds: context.leadUnitIds,
    deadlineOn: context.deadlineOn,
  });
  const gate = gateOf(value.life);
  const { startOn } = context;
  const upgraded: TaskContext = {
    ...begun,
    ...context,
    leadSince:
      startOn === null
        ? {}
        : Object.fromEntries(
            context.leadUnitIds.map((unitId): [string, LeadSince] => [unitId, { on: startOn, base: 0 }]),
          ),
    expectedOf: Object.fromEntries(
      Object.keys(context.progressOf).map((unitId) => [unitId, context.expected]),
    ),
    closure: gate && { gate, requestedAt: null, gateSince: null },
  };
  return {
    value: { ...value, supervision: 'none' },
    context: upgraded as unknown as Record<string, unknown>,
  };
}

function gateOf(life: unknown): Gate | null {
  return typeof life === 'object' && life !== null && 'closing' in life ? (life.closing as Gate) : null;
}
