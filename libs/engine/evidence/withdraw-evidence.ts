import { refuse, type Actor, type Outcome } from '#accountability';
import {
  evidenceById,
  markEvidenceWithdrawn,
  placeOfTask,
  systemClock,
  type EvidenceRead,
} from '#persistence';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { recordEvidence, type TrailOrigin } from '../trail/index.js';
import { actsForEvidence } from './may-hand-in.js';

export interface WithdrawEvidenceCommand {
  jurisdictionId: string;
  actor: Actor;
  origin: TrailOrigin;
  evidenceId: string;
  reason: string;
}

/**
 * Takes back what was handed in by mistake: it is marked with who, when and why, and kept. Only whoever it was handed in
 * for takes it back: a unit its own, an office an office's.
 *
 * Refused: SubjectNotFound, NotPermitted, ReasonMissing, EvidenceWithdrawn.
 */
export function withdrawEvidence(
  context: EngineContext,
  command: WithdrawEvidenceCommand,
): Promise<Outcome<EvidenceRead>> {
  const { jurisdictionId, actor, evidenceId } = command;
  return inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<EvidenceRead>> => {
    const found = await evidenceById(tx, evidenceId);
    const place = found && (await placeOfTask(tx, found.taskId));
    if (!place) return refuse('SubjectNotFound', '找不到这份佐证材料。');
    if (actor.personId === null || actsForEvidence(actor, { jurisdictionId, ...place }) !== found.unitId)
      return refuse('NotPermitted', '佐证材料由上传它的单位或办公室撤回。');
    const reason = command.reason.trim();
    if (reason === '') return refuse('ReasonMissing', '请写明撤回的理由。', { field: 'reason' });
    const now = context.clock.now();
    if ((await markEvidenceWithdrawn(tx, evidenceId, { at: now, by: actor.personId, reason })) === 0)
      return refuse('EvidenceWithdrawn', '这份佐证材料已经撤回。');
    await recordEvidence(tx, command.origin, {
      action: 'evidenceWithdrawn',
      at: systemClock.now(),
      target: { kind: 'task', id: found.taskId },
      details: { evidenceId, sha256: found.sha256 },
      after: { reason },
    });
    const withdrawn = await evidenceById(tx, evidenceId);
    if (withdrawn === null) throw new Error(`evidence ${evidenceId} was withdrawn and is not there`);
    return { ok: true, value: withdrawn };
  });
}
