import { identifierOf, refuse, type Actor, type Outcome } from '#accountability';
import type { Instant } from '#calendar';
import {
  insertProduct,
  keepProductVersion,
  productById,
  systemClock,
  type ProductRead,
  type Transaction,
} from '#persistence';
import { inTransaction, type EngineContext } from '../../engine-context.js';
import { BY_SYSTEM, presentOrigin, recordProduct } from '../../trail/index.js';
import { placeOfProduct } from './at-product.js';
import { mayMake } from './product-acts.js';
import type { ProductText, WantedProduct } from './product-text.js';
import { writerOf } from './writers.js';

export interface ProduceCommand extends WantedProduct {
  jurisdictionId: string;
  actor: Actor;
}

/** What a draft is owed for, where it is owed. */
export interface Owed {
  obligationId: string;
  dueAt: Instant;
}

export const productIdOf = (jurisdictionId: string, wanted: WantedProduct, edition: number): string =>
  identifierOf(
    'product',
    jurisdictionId,
    wanted.kind,
    wanted.scopeKind,
    wanted.scopeId,
    wanted.period,
    String(edition),
  );

/**
 * Drafts a product by hand; one that is there already is answered as it is, whatever its state. Refused: NotPermitted,
 * ProductUnknown (no such product about such a thing), NothingToReport.
 */
export function produceProduct(
  context: EngineContext,
  command: ProduceCommand,
): Promise<Outcome<ProductRead>> {
  const { jurisdictionId, actor } = command;
  return inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<ProductRead>> => {
    const place = await placeOfProduct(tx, command);
    if (place.planCode === '') return refuse('SubjectNotFound', '找不到这份方案。');
    if (!mayMake(actor, command.kind, command.scopeKind, place))
      return refuse('NotPermitted', '这类产品由负责它的办公室拟制。');
    return draftProduct(context, tx, command, 1, actor.personId, null);
  });
}

/** Writes the draft of an edition, in the transaction of who asks; the same is there once. */
export async function draftProduct(
  context: EngineContext,
  tx: Transaction,
  wanted: WantedProduct,
  edition: number,
  producedBy: string | null,
  owed: Owed | null,
): Promise<Outcome<ProductRead>> {
  const id = productIdOf(tx.scope.jurisdictionId, wanted, edition);
  const there = await productById(tx, id);
  if (there !== null) return { ok: true, value: there };
  const write = writerOf(wanted.kind);
  if (write === null)
    return refuse('ProductUnknown', '这类产品不由这里拟制：台账请到“台账”页下载，文书由督办阶梯拟制。');
  const at = context.clock.now();
  const text = await write(context, tx, wanted);
  context.fault('products.written');
  if (text === null)
    return refuse('NothingToReport', '这一期没有可以写的内容：没有任务，或这一期还没有开始。');
  await insertProduct(tx, {
    ...row(wanted, edition, id, text),
    figuresAt: at,
    producedAt: at,
    producedBy,
    ...due(owed),
  });
  await keepProductVersion(tx, { productId: id, act: 'produced', madeAt: at, madeBy: producedBy });
  await recordProduct(tx, producedBy === null ? BY_SYSTEM : presentOrigin(), {
    action: 'productProduced',
    at: systemClock.now(),
    target: { kind: 'product', id },
    details: { kind: wanted.kind, period: wanted.period, edition },
  });
  const drafted = await productById(tx, id);
  if (drafted === null) throw new Error(`product ${id} was drafted and is not there`);
  return { ok: true, value: drafted };
}

const row = (wanted: WantedProduct, edition: number, id: string, { document, figures }: ProductText) => ({
  id,
  kind: wanted.kind,
  planId: wanted.planId,
  scopeKind: wanted.scopeKind,
  scopeId: wanted.scopeId,
  period: wanted.period,
  edition,
  title: document.title,
  document,
  figures,
});

const due = (owed: Owed | null): { dueAt: Instant | null; obligationId: string | null } => ({
  dueAt: owed?.dueAt ?? null,
  obligationId: owed?.obligationId ?? null,
});
