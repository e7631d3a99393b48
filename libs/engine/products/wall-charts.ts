import { periodFromKey } from '#calendar';
import type { ProductRead, Transaction } from '#persistence';
import { wallSheets, type ProductScope } from '#products';
import type { EngineContext } from '../engine-context.js';
import { lastInstantOf } from './facts/checkpoints-of.js';
import { readPeriodFacts, type WantedPeriod } from './facts/index.js';

/** Sheets for the wall of a meeting, 16 by 9. */
export type WallSheets = ReturnType<typeof wallSheets>;

/** The wall charts of a plan or an action for a period; null where there is no such thing, or none of its tasks had been dispatched. */
export async function readWallCharts(
  context: EngineContext,
  tx: Transaction,
  wanted: WantedPeriod,
): Promise<WallSheets | null> {
  const facts = await readPeriodFacts(context, tx, wanted);
  return facts === null || facts.record.tasks.every(({ stood }) => (stood.at(-1) ?? null) === null)
    ? null
    : wallSheets(facts);
}

const WITH_WALL_CHARTS: readonly string[] = ['dispatchBrief', 'monthlyBulletin', 'quarterlyReview'];

/**
 * The wall charts that go with a brief, a bulletin or a review, from what was known when its figures were read: the same sheets as long
 * as it is the same text. Null for other products.
 * @param tx bound to the jurisdiction: who may see the product sees of its sheets what it says, not what the reader may see besides
 */
export function wallChartsOf(
  context: EngineContext,
  tx: Transaction,
  product: ProductRead,
): Promise<WallSheets | null> {
  const scope = scopeOf(product);
  if (scope === null || !WITH_WALL_CHARTS.includes(product.kind)) return Promise.resolve(null);
  const end = lastInstantOf(periodFromKey(product.period).end);
  // A correction is written from all that is known, what came after the period too.
  const asOf = product.edition > 1 || product.figuresAt < end ? product.figuresAt : end;
  return readWallCharts(context, tx, { planId: product.planId, scope, period: product.period, asOf });
}

function scopeOf({ scopeKind, scopeId }: ProductRead): ProductScope | null {
  if (scopeKind === 'plan') return { per: 'plan' };
  return scopeKind === 'action' ? { per: 'action', actionId: scopeId } : null;
}
