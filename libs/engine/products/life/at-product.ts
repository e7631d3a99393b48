import { refuse, type Actor, type Outcome, type Policy, type SubjectScope } from '#accountability';
import type { Instant, WorkingCalendar } from '#calendar';
import {
  actionOfDuty,
  keepProductVersion,
  latestPolicyVersion,
  lockProduct,
  placesOf,
  productById,
  stepProduct,
  systemClock,
  type ProductRead,
  type ProductStep,
  type Transaction,
} from '#persistence';
import { inTransaction, type EngineContext } from '../../engine-context.js';
import { presentOrigin, recordProduct, type TrailAction } from '../../trail/index.js';
import { productActs, type ProductAct } from './product-acts.js';

/** Somebody does something with a product. */
export interface ProductCommand {
  jurisdictionId: string;
  actor: Actor;
  productId: string;
  /** The version the person has seen; another one is refused. Left out: whatever it is now. */
  expectedVersion?: number;
}

/** What a step works with: the product, locked, and the rules of its place. */
export interface AtProduct {
  tx: Transaction;
  product: ProductRead;
  place: SubjectScope;
  policy: Policy;
  calendar: WorkingCalendar;
  now: Instant;
}

/** Where a product belongs: its plan, its action, its unit. */
export async function placeOfProduct(
  tx: Transaction,
  { planId, scopeKind, scopeId }: Pick<ProductRead, 'planId' | 'scopeKind' | 'scopeId'>,
): Promise<SubjectScope> {
  const actionId = scopeKind === 'meeting' ? await actionOfDuty(tx, scopeId) : scopeId;
  const isOfAction = scopeKind === 'action' || scopeKind === 'meeting';
  const places = await placesOf(tx, {
    plans: [planId],
    actions: isOfAction && actionId !== null ? [actionId] : [],
    tasks: scopeKind === 'task' ? [scopeId] : [],
  });
  const own = places.find(({ kind }) => kind === (isOfAction ? 'action' : scopeKind));
  return {
    jurisdictionId: tx.scope.jurisdictionId,
    planCode: places.find(({ kind }) => kind === 'plan')?.code ?? '',
    actionCode: own?.kind === 'action' ? own.code : (own?.actionCode ?? null),
    unitIds: scopeKind === 'unit' ? [scopeId] : [],
  };
}

/** The rules that hold for products today. */
export async function productRulesNow(
  context: EngineContext,
  tx: Transaction,
): Promise<{ policy: Policy; calendar: WorkingCalendar }> {
  return context.book.rules(tx, await latestPolicyVersion(tx));
}

/**
 * One step in the life of a product, in one transaction: the product is locked, the version is the one that was seen, the
 * person may, and what was done is on the trail. Refused: SubjectNotFound, VersionConflict, NotPermitted, EventNotAllowed.
 */
export function atProduct(
  context: EngineContext,
  command: ProductCommand,
  act: ProductAct,
  step: (at: AtProduct) => Promise<Outcome<unknown>>,
): Promise<Outcome<ProductRead>> {
  const { jurisdictionId, actor, productId, expectedVersion } = command;
  return inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<ProductRead>> => {
    const product = await lockProduct(tx, productId);
    if (product === null) return refuse('SubjectNotFound', '找不到这份产品；它可能不在您的权限范围内。');
    if (expectedVersion !== undefined && expectedVersion !== product.version)
      return refuse('VersionConflict', '这份产品已被他人更新；请刷新后再办理。');
    const place = await placeOfProduct(tx, product);
    const { policy, calendar } = await productRulesNow(context, tx);
    if (!productActs(actor, product, place, policy.products).includes(act)) return notOpen(product, act);
    const done = await step({ tx, product, place, policy, calendar, now: context.clock.now() });
    if (!done.ok) return done;
    const after = await productById(tx, productId);
    if (after === null) throw new Error(`product ${productId} was changed and is not there`);
    return { ok: true, value: after };
  });
}

const NAMES: Readonly<Record<ProductAct, string>> = {
  refresh: '更新数据',
  edit: '修改',
  review: '核稿',
  return: '退回修改',
  issue: '印发',
  withdraw: '撤回',
  correct: '更正',
  abandon: '作废',
  acknowledge: '签收',
};

export const productActName = (act: ProductAct): string => NAMES[act];

const STATES: Readonly<Record<ProductRead['state'], string>> = {
  draft: '草稿',
  reviewed: '已核稿',
  issued: '已印发',
  withdrawn: '已撤回',
  abandoned: '已作废',
};

export const productStateLabel = (state: ProductRead['state']): string => STATES[state];

const notOpen = (product: ProductRead, act: ProductAct): Outcome<never> =>
  refuse(
    'NotPermitted',
    `这份产品现为“${STATES[product.state]}”，您不能对它“${NAMES[act]}”：由拟制它的办公室按步骤办理，须两人经办的由另一人印发。`,
  );

/** Writes the step, keeps what the draft is now as a version, and puts it on the trail. */
export async function takeStep(
  { tx, product, now }: Pick<AtProduct, 'tx' | 'product' | 'now'>,
  actor: Actor,
  of: {
    step: ProductStep;
    keep?: 'refreshed' | 'edited' | 'reviewed' | 'returned' | 'issued';
    action: TrailAction<'product'>;
    details?: Record<string, unknown>;
  },
): Promise<void> {
  await stepProduct(tx, product.id, of.step);
  if (of.keep !== undefined)
    await keepProductVersion(tx, {
      productId: product.id,
      act: of.keep,
      madeAt: now,
      madeBy: actor.personId,
    });
  await recordProduct(tx, presentOrigin(), {
    action: of.action,
    at: systemClock.now(),
    target: { kind: 'product', id: product.id },
    details: { kind: product.kind, period: product.period, edition: product.edition, ...of.details },
  });
}
