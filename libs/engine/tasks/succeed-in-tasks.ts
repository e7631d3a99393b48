import { refuse, type Actor, type Outcome } from '#accountability';
import { applyEvents } from '../apply-events.js';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { areUnits } from './are-units.js';

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
    const rows = await tx.query<{ id: string }>(
      `select id from task
       where (state in ('dispatched', 'disputed', 'inProgress', 'suspended') or state like 'closing.%') and (
         snapshot #> '{context,leadUnitIds}' ? $1 or snapshot #>> '{context,blockage,byUnitId}' = $1
         or snapshot #> '{context,handover,toUnitIds}' ? $1)
       order by id`,
      [fromUnitId],
    );
    if (command.dryRun === true) return { ok: true, value: { tasks: rows.length } };
    const outcome = await applyEvents(
      { tx, now, book: context.book, fault: context.fault },
      rows.map(({ id }) => ({
        to: { kind: 'task' as const, id },
        event: { type: 'UNIT_SUCCEEDED', at: now, fromUnitId, toUnitId, reason },
        actor,
        idempotencyKey,
        droppable: false,
      })),
    );
    return outcome.ok ? { ok: true, value: { tasks: rows.length } } : outcome;
  });
}
