import { refuse, type Actor, type Outcome } from '#accountability';
import { applyEvents } from '../apply-events.js';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { areUnits } from './are-units.js';
import { tasksToHandOver } from './tasks-to-hand-over.js';

export interface SucceedInTasksCommand {
  jurisdictionId: string;
  actor: Actor;
  idempotencyKey: string;
  fromUnitId: string;
  toUnitId: string;
  reason: string;
  /** Count them, and change nothing. */
  dryRun?: boolean;
}

/**
 * A unit was renamed or merged: its successor takes over every task that it leads, is to lead, or is waited for in,
 * signed for as they are. Cards and what was filed stay with the unit that they were of. Tasks that are drafted or
 * confirmed, closed or withdrawn are left as they are. Returns how many were moved.
 */
export function succeedInTasks(
  context: EngineContext,
  command: SucceedInTasksCommand,
): Promise<Outcome<{ tasks: number }>> {
  return inTransaction(context, command.jurisdictionId, async (tx): Promise<Outcome<{ tasks: number }>> => {
    const { fromUnitId, toUnitId, actor, idempotencyKey } = command;
    const reason = command.reason.trim();
    if (reason === '') return refuse('ReasonMissing', '请写明理由后再提交。', { field: 'reason' });
    if (fromUnitId === toUnitId || !(await areUnits(tx, [fromUnitId, toUnitId])))
      return refuse('UnitUnknown', '请选定名录内的两个具体单位。', { field: 'toUnitId' });
    const now = context.clock.now();
    const ids = await tasksToHandOver(tx, fromUnitId);
    if (command.dryRun === true) return { ok: true, value: { tasks: ids.length } };
    const outcome = await applyEvents(
      { tx, now, book: context.book, fault: context.fault },
      ids.map((id) => ({
        to: { kind: 'task' as const, id },
        event: { type: 'UNIT_SUCCEEDED', at: now, fromUnitId, toUnitId, reason },
        actor,
        idempotencyKey,
        droppable: false,
      })),
    );
    return outcome.ok ? { ok: true, value: { tasks: ids.length } } : outcome;
  });
}
