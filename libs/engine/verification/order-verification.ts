import { identifierOf, refuse, type Outcome } from '#accountability';
import { insertVerifications, lockSubjects } from '#persistence';
import { applyEvents } from '../apply-events.js';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { dueOf } from './carry-out-draw.js';
import type { OrderVerificationCommand } from './draw-commands.js';

interface LastReport {
  id: string;
  obligation_id: string;
  period: string;
  progress: number;
}

/** The supervision office looks at a task by name (点名核实, 复核), with a reason; it stands in no draw. */
export function orderVerification(
  context: EngineContext,
  command: OrderVerificationCommand,
): Promise<Outcome<{ verificationId: string }>> {
  const { taskId, unitId, actor } = command;
  const reason = command.reason.trim();
  return inTransaction(
    context,
    command.jurisdictionId,
    async (tx): Promise<Outcome<{ verificationId: string }>> => {
      if (reason === '') return refuse('ReasonMissing', '请写明核实理由后再提交。', { field: 'reason' });
      const [task] = await lockSubjects(tx, 'task', [taskId]);
      if (!task) return refuse('SubjectNotFound', '找不到这一任务；它可能不在您的权限范围内。');
      const id = identifierOf(taskId, 'verification', unitId, command.idempotencyKey);
      const [known] = await tx.query<{ id: string }>(
        `select id from verification where task_id = $1 and unit_id = $2 and (state = 'open' or id = $3)`,
        [taskId, unitId, id],
      );
      if (known?.id === id) return { ok: true, value: { verificationId: id } };
      const [last] = await tx.query<LastReport>(
        `select r.id, r.obligation_id, o.period, r.progress from progress_report r
           join obligation o on o.jurisdiction_id = r.jurisdiction_id and o.id = r.obligation_id
         where r.task_id = $1 and r.unit_id = $2 and o.state in ('submitted', 'accepted')
         order by r.filed_at desc, r.revision desc limit 1`,
        [taskId, unitId],
      );
      const now = context.clock.now();
      const outcome = await applyEvents({ tx, now, book: context.book, fault: context.fault }, [
        {
          to: { kind: 'task', id: taskId },
          event: {
            type: 'VERIFICATION_ORDERED',
            at: now,
            verificationId: id,
            unitId,
            reportId: last?.id ?? null,
            period: last?.period ?? null,
            drawId: null,
            recordHash: null,
            reason,
          },
          actor,
          idempotencyKey: command.idempotencyKey,
          droppable: false,
        },
      ]);
      if (!outcome.ok) return outcome;
      // Only now: that something is being looked at is for nobody to learn who may not order it.
      if (known) return refuse('AlreadyVerified', '该单位在这项任务上的填报正在核实，无需重复安排。');
      await insertVerifications(tx, [
        {
          id,
          planId: task.planId,
          taskId,
          unitId,
          drawId: null,
          reportId: last?.id ?? null,
          obligationId: last?.obligation_id ?? null,
          period: last?.period ?? null,
          reported: last?.progress ?? null,
          reason,
          orderedAt: now,
          orderedBy: actor.personId,
          dueAt: await dueOf(context, tx, task, now),
        },
      ]);
      return { ok: true, value: { verificationId: id } };
    },
  );
}
