import { refuse, type Outcome } from '#accountability';
import { lockSubjects, lockVerification, markFound } from '#persistence';
import { applyEvents } from '../apply-events.js';
import { inTransaction, type EngineContext } from '../engine-context.js';
import type { RecordedFinding, RecordFindingCommand } from './draw-commands.js';
import { notIndependent } from './supervising.js';

/** What was found on the spot, by somebody who has no part in it. Refused: AlreadyFound, NotIndependent, InputInvalid. */
export function recordFinding(
  context: EngineContext,
  command: RecordFindingCommand,
): Promise<Outcome<RecordedFinding>> {
  const { verificationId, finding, found, actor } = command;
  const words = command.words.trim();
  return inTransaction(context, command.jurisdictionId, async (tx): Promise<Outcome<RecordedFinding>> => {
    const [at] = await tx.query<{ task_id: string }>('select task_id from verification where id = $1', [
      verificationId,
    ]);
    // The task first, as every transaction that touches it does.
    if (at) await lockSubjects(tx, 'task', [at.task_id]);
    const verification = at && (await lockVerification(tx, verificationId));
    if (!verification) return refuse('SubjectNotFound', '找不到这项核实。');
    if (verification.state === 'found')
      return refuse('AlreadyFound', '这项核实已有结论，不能改动；需要复核的，请另行安排核实。');
    const partial = notIndependent(actor, verification);
    if (partial) return { ok: false, rejection: partial };
    if (words === '') return refuse('InputInvalid', '请写明核实情况。', { field: 'words' });
    if (finding !== 'true' && command.evidence.length === 0)
      return refuse(
        'InputInvalid',
        '结论为部分属实、不实的，请至少列明一项依据（笔录、台账、影像等的编号或存放处）。',
        {
          field: 'evidence',
        },
      );
    const now = context.clock.now();
    const outcome = await applyEvents({ tx, now, book: context.book, fault: context.fault }, [
      {
        to: { kind: 'task', id: verification.taskId },
        event: {
          type: 'VERIFICATION_FOUND',
          at: now,
          verificationId,
          unitId: verification.unitId,
          reportId: verification.reportId,
          period: verification.period,
          finding,
          reported: verification.reported,
          found,
          words,
        },
        actor,
        idempotencyKey: command.idempotencyKey,
        droppable: false,
      },
    ]);
    if (!outcome.ok) return outcome;
    await markFound(tx, verificationId, {
      finding,
      found,
      words,
      evidence: command.evidence,
      at: now,
      by: actor.personId,
    });
    return { ok: true, value: { verificationId, foundAt: now } };
  });
}
