import type { EvidenceFileView } from '#contract';
import { EVIDENCE_KINDS } from '#evidence';
import type { EvidenceRead } from '#persistence';
import { personRef, unitRef } from '../view/refs.js';

/** @param acts for whom the person who looks hands in evidence: a unit, an office (null), nobody (undefined) */
export function evidenceView(row: EvidenceRead, acts: string | null | undefined): EvidenceFileView {
  const { id, taskId, obligationId, period, name, mediaType, size, sha256, scanned, note, addedAt } = row;
  return {
    id,
    taskId,
    obligationId,
    period,
    unit: row.unitId === null ? null : unitRef(row.unitId, row.unitName ?? ''),
    name,
    mediaType,
    kindLabel: EVIDENCE_KINDS.find((kind) => kind.mediaType === mediaType)?.label ?? mediaType,
    size,
    sha256,
    scanned,
    note,
    addedAt,
    addedBy: personRef(row.addedBy, row.addedByName),
    withdrawn:
      row.withdrawnAt === null
        ? null
        : { at: row.withdrawnAt, by: row.withdrawnByName, reason: row.withdrawnReason ?? '' },
    mayWithdraw: row.withdrawnAt === null && acts !== undefined && acts === row.unitId,
  };
}
