import { civilDateOf } from '#calendar';
import { eraseEvidenceOf, evidenceById, roleHolders, systemClock, type Transaction } from '#persistence';
import type { EngineContext } from '../engine-context.js';
import { presentOrigin, recordEvidence } from '../trail/index.js';

export interface EraseEvidenceCommand {
  evidenceId: string;
  /** Which law, whose request. Kept on the trail beside the chain. */
  reason: string;
  /** Two persons: who decides it, of the supervision or the headquarters office, and who confirms it, an auditor or of the other office. */
  askedBy: string;
  confirmedBy: string;
}

const DECIDES = ['supervisor', 'headquartersOffice'];
const CONFIRMS = [...DECIDES, 'auditor'];

/**
 * Erases a file as the law asks: wherever the same bytes were handed in, for they say the same there. What stays is who handed in what
 * size under which SHA-256 and when, and that it was erased; the chain holds. The bytes are the caller's to remove, after the commit.
 *
 * @returns the SHA-256 and the uses; null: it is not there, or erased already; `persons`: not two who may
 */
export async function eraseEvidence(
  { clock }: EngineContext,
  tx: Transaction,
  { evidenceId, reason, askedBy, confirmedBy }: EraseEvidenceCommand,
): Promise<{ sha256: string; uses: number } | 'persons' | null> {
  const holders = await roleHolders(tx, civilDateOf(clock.now()));
  const holds = (personId: string, roles: readonly string[]): boolean =>
    holders.some((one) => one.personId === personId && roles.includes(one.role));
  if (askedBy === confirmedBy || !holds(askedBy, DECIDES) || !holds(confirmedBy, CONFIRMS)) return 'persons';
  const found = await evidenceById(tx, evidenceId);
  if (found === null || found.erasedAt !== null) return null;
  const { sha256 } = found;
  const erased = await eraseEvidenceOf(tx, sha256, { at: clock.now(), askedBy, confirmedBy, reason });
  await recordEvidence(
    tx,
    presentOrigin(),
    ...erased.map(({ id, taskId }) => ({
      action: 'evidenceErased' as const,
      at: systemClock.now(),
      personIds: [askedBy, confirmedBy],
      target: { kind: 'task', id: taskId },
      details: { evidenceId: id, sha256, askedBy, confirmedBy },
      after: { reason },
    })),
  );
  return { sha256, uses: erased.length };
}
