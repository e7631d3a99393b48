import type { Actor } from '#accountability';
import type { Instant } from '#calendar';
import {
  owedReports,
  parkedOfSitting,
  sittingById,
  type OwedReport,
  type Transaction,
  type UnitHead,
} from '#persistence';
import type { JudgedRow, OwedItem } from '#products';
import type { EngineContext } from '../engine-context.js';
import { FILEABLE, type PackagePart } from '../report-package.js';
import { park, tellHeads } from '../sign-off/send-for-sign-off.js';
import { wayOut } from '../sign-off/way-out.js';

/** Sittings whose rows go to the head of the unit before they are filed, with who that is. */
export type ToHead = ReadonlyMap<string, readonly UnitHead[]>;

export async function goingToHead(
  tx: Transaction,
  actor: Actor,
  items: readonly OwedItem[],
  now: Instant,
): Promise<ToHead> {
  const found = new Map<string, readonly UnitHead[]>();
  for (const id of new Set(items.map(({ sittingId }) => sittingId))) {
    const sitting = await sittingById(tx, id);
    const way = sitting === null ? null : await wayOut(tx, sitting, actor, now);
    if (way?.signOff === true) found.set(id, way.heads);
  }
  return found;
}

/** What the head has already is not overwritten by a workbook. */
export function notWhileWithHead(row: JudgedRow, withHead: ReadonlySet<string>): JudgedRow {
  if (row.outcome !== 'file' || row.item === null || !withHead.has(row.item.obligationId)) return row;
  const message = '这一项已送审，待负责人审签，没有改动；要改的，请先撤回。';
  return { ...row, outcome: 'conflict', report: null, faults: [{ field: null, message }, ...row.faults] };
}

/** The rows that are reports, by their sitting. */
export function goodRows(rows: readonly JudgedRow[]): Map<string, JudgedRow[]> {
  const bySitting = new Map<string, JudgedRow[]>();
  for (const row of rows)
    if (row.outcome === 'file' && row.item !== null)
      bySitting.set(row.item.sittingId, [...(bySitting.get(row.item.sittingId) ?? []), row]);
  return bySitting;
}

export const pairsOf = (good: readonly JudgedRow[], waiting: readonly OwedReport[]): PackagePart[] =>
  good.flatMap(({ report, item }) => {
    const on = waiting.find(({ obligationId }) => obligationId === item?.obligationId);
    return report === null || on === undefined
      ? []
      : [{ report: { ...report, obligationId: on.obligationId }, on }];
  });

/** Keeps the good rows of such sittings for the heads, and tells them. */
export async function sendToHeads(
  context: EngineContext,
  tx: Transaction,
  { actor, idempotencyKey }: { actor: Actor; idempotencyKey: string },
  { rows }: { rows: readonly JudgedRow[] },
  toHead: ToHead,
  now: Instant,
): Promise<void> {
  const by = actor.personId;
  if (by === null) return;
  for (const [sittingId, good] of goodRows(rows)) {
    const heads = toHead.get(sittingId);
    const sitting = heads === undefined ? null : await sittingById(tx, sittingId);
    if (heads === undefined || sitting === null) continue;
    const waiting = (await owedReports(tx, sittingId)).filter(({ state }) => FILEABLE.has(state));
    const reports = pairsOf(good, waiting);
    const parked = await parkedOfSitting(tx, sittingId);
    await park(tx, sitting, reports, { by, at: now, idempotencyKey, fromWorkbook: true });
    await tellHeads(tx, context.book, { sitting, parked, reports, heads, by }, now);
  }
}
