import { identifierOf, refuse, type Actor, type Outcome } from '#accountability';
import {
  countEvidence,
  evidenceById,
  insertEvidence,
  placeOfTask,
  systemClock,
  unitOfObligation,
  type EvidenceRead,
  type Transaction,
} from '#persistence';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { recordEvidence, type TrailOrigin } from '../trail/index.js';
import { actsForEvidence } from './may-hand-in.js';

export interface AddEvidenceCommand {
  jurisdictionId: string;
  actor: Actor;
  origin: TrailOrigin;
  idempotencyKey: string;
  taskId: string;
  /** Of this task: the report that it belongs to. */
  obligationId: string | null;
  /** What was found of the file by looking at it, never what a request says. */
  file: { name: string; mediaType: string; size: number; sha256: string; scanned: boolean };
  note: string;
}

export type AddedEvidence = EvidenceRead;

/** So much stands for one task; more is no evidence but an archive. */
const AT_MOST = 200;

/**
 * Notes that a file was handed in for a task. The file lies in the store already: what the record names is there, and a
 * crash in between leaves a file that nobody names, which `luoshi evidence check` finds.
 *
 * Refused: SubjectNotFound, NotPermitted, EvidenceTooMuch.
 */
export function addEvidence(
  context: EngineContext,
  command: AddEvidenceCommand,
): Promise<Outcome<AddedEvidence>> {
  const { jurisdictionId, actor, taskId, obligationId, file } = command;
  return inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<AddedEvidence>> => {
    const place = await placeOfTask(tx, taskId);
    if (place === null) return refuse('SubjectNotFound', '找不到这项任务。');
    const unitId = actsForEvidence(actor, { jurisdictionId, ...place });
    if (unitId === undefined || actor.personId === null)
      return refuse('NotPermitted', '佐证材料由任务的牵头、配合单位和专班、指挥部办公室、督查室上传。');
    if (obligationId !== null) {
      const owedBy = await unitOfObligation(tx, taskId, obligationId);
      if (owedBy === null || (unitId !== null && owedBy !== unitId))
        return refuse('SubjectNotFound', '找不到这次填报，或不是本单位的填报。');
    }
    if (await wasErased(tx, file.sha256)) return refuse('NotPermitted', '这份文件已依法删除，不能再次上传。');
    if ((await countEvidence(tx, taskId)) >= AT_MOST)
      return refuse('EvidenceTooMuch', `这项任务的佐证材料已有${AT_MOST}份；请合并后上传，或撤回不用的。`);
    const id = identifierOf('evidence', jurisdictionId, command.idempotencyKey);
    const written = await insertEvidence(tx, {
      id,
      taskId,
      obligationId,
      unitId,
      ...file,
      note: command.note.trim(),
      addedAt: context.clock.now(),
      addedBy: actor.personId,
    });
    if (written === 1)
      await recordEvidence(tx, command.origin, {
        action: 'evidenceAdded',
        at: systemClock.now(),
        target: { kind: 'task', id: taskId },
        details: { evidenceId: id, sha256: file.sha256, size: file.size, mediaType: file.mediaType },
        after: { name: file.name },
      });
    const added = await evidenceById(tx, id);
    if (added === null) throw new Error(`evidence ${id} was written and is not there`);
    return { ok: true, value: added };
  });
}

/** What had to go by law does not come back by another door. */
async function wasErased(tx: Transaction, sha256: string): Promise<boolean> {
  const rows = await tx.query(
    'select from evidence where jurisdiction_id = $1 and sha256 = $2 and erased_at is not null limit 1',
    [tx.scope.jurisdictionId, sha256],
  );
  return rows.length > 0;
}
