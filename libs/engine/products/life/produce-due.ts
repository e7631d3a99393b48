import { chineseDateTime, civilDateOf } from '#calendar';
import {
  forgetUnwritten,
  issuedAheadOfDuty,
  noteUnwritten,
  unwrittenDuties,
  unwrittenProducts,
  type Transaction,
  type UnwrittenDuty,
  type UnwrittenProductRead,
} from '#persistence';
import { PRODUCT_KINDS, type ProductKindCode } from '#products';
import type { EngineContext } from '../../engine-context.js';
import { tellSupervisors } from '../../tell-supervisors.js';
import { productRulesNow } from './at-product.js';
import { fulfilOpenedDuty } from './fulfil-its-duty.js';
import { draftProduct, type Owed } from './produce-product.js';
import type { WantedProduct } from './product-text.js';
import { keyOf, unwritten } from './retry-later.js';

/**
 * Drafts by itself what the policy wants drafted: with each duty whose period is over and that nobody has seen to, the products
 * that go with it: on the first day of the month the bulletin is there. Each in a transaction of its own: one that cannot be
 * written is told to the offices, is tried again later and later (`retryAfter`), and keeps nobody else waiting. Returns how many
 * were drafted.
 */
export async function produceDueProducts(context: EngineContext, jurisdictionId: string): Promise<number> {
  const now = context.clock.now();
  const { ahead, wanted, failed } = await context.database.transaction({ jurisdictionId }, async (tx) => {
    const { produce } = (await productRulesNow(context, tx)).policy.products;
    return {
      ahead: await issuedAheadOfDuty(tx),
      wanted: produce.length === 0 ? [] : await wantedNow(tx, produce, civilDateOf(now)),
      failed: new Map((await unwrittenProducts(tx)).map((one) => [keyOf(one), one])),
    };
  });
  for (const one of ahead) await fulfilOpenedDuty(context, jurisdictionId, one);
  let drafted = 0;
  for (const one of wanted) {
    const before = failed.get(keyOf(one.wanted));
    if (before !== undefined && before.retryAt > now) continue;
    if (await drafts(context, jurisdictionId, one, before)) drafted += 1;
  }
  return drafted;
}

interface Due {
  wanted: WantedProduct;
  owed: Owed | null;
}

type Produce = { with: string; kind: string; per: 'plan' | 'action' };

async function wantedNow(tx: Transaction, produce: readonly Produce[], today: string): Promise<Due[]> {
  const kinds = new Map(PRODUCT_KINDS.map((kind) => [kind.code as string, kind]));
  const rules = produce.filter(({ kind }) => kinds.has(kind));
  const duties = await unwrittenDuties(tx, rules, today);
  return duties.map((duty) => ({ wanted: wantedOf(duty), owed: fulfils(duty) }));
}

const wantedOf = ({ kind, per, planId, actionId, period }: UnwrittenDuty): WantedProduct => ({
  kind: kind as ProductKindCode,
  planId,
  scopeKind: per,
  scopeId: per === 'action' ? (actionId ?? planId) : planId,
  period,
});

/** Whether the product is the very one that the duty asks for, or only made along with it. */
function fulfils({ kind, per, duty, obligationId, dueAt }: UnwrittenDuty): Owed | null {
  const scope = PRODUCT_KINDS.find(({ code }) => code === kind)?.scopes.find((one) => one.per === per);
  return scope?.duty === duty ? { obligationId, dueAt } : null;
}

async function drafts(
  context: EngineContext,
  jurisdictionId: string,
  { wanted, owed }: Due,
  before: UnwrittenProductRead | undefined,
): Promise<boolean> {
  try {
    return await context.database.transaction({ jurisdictionId }, async (tx) => {
      const made = await draftProduct(context, tx, wanted, 1, null, owed);
      if (before !== undefined) await forgetUnwritten(tx, wanted);
      return made.ok;
    });
  } catch (error) {
    await tellOfFailure(
      context,
      jurisdictionId,
      wanted,
      unwritten(wanted, before, error, context.clock.now()),
    );
    return false;
  }
}

/** Kept, and told once to the offices that supervise and that issue it. */
const tellOfFailure = (
  context: EngineContext,
  jurisdictionId: string,
  { kind, scopeId, period }: WantedProduct,
  failure: UnwrittenProductRead,
): Promise<void> =>
  context.database.transaction({ jurisdictionId }, async (tx) => {
    await noteUnwritten(tx, failure);
    await tellSupervisors(
      tx,
      context.book,
      {
        kind: 'product:failed',
        key: `product-failed/${kind}/${scopeId}/${period}`,
        title: `${PRODUCT_KINDS.find(({ code }) => code === kind)?.name ?? kind}未能自动生成（${period}）`,
        body: `系统未能自动生成这一期的草稿（${failure.code}），${chineseDateTime(failure.retryAt)}起再试；也可到“通报讲评”页手工拟制，并请管理员查看日志：${failure.reason}`,
      },
      failure.failedAt,
      { alert: true, roles: ['supervisor', 'headquartersOffice'] },
    );
  });
