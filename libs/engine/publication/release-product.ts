import { createHash } from 'node:crypto';
import { refuse, type Outcome } from '#accountability';
import type { OfficialDocument } from '#official';
import { insertRelease, withdrawReleaseRow, type ProductRead } from '#persistence';
import { openDataBytes, type ReleaseFault } from '#publication';
import type { EngineContext } from '../engine-context.js';
import type { AtProduct } from '../products/life/at-product.js';
import { openDataNow } from './open-data-now.js';

/**
 * Releases (发布) an issued publication to the public, in the transaction of its issue: the data set as exact bytes with their hash,
 * with the detail that the rules allow today. Other products, and where the rules release nothing: nothing. Refused: ReleaseRefused,
 * with everything in the document that must not go out; PublicationEmpty, unless it was confirmed
 * (`publishEmpty`) that a page without one task is wanted.
 */
export async function releaseIssued(
  context: EngineContext,
  { tx, product, policy, now }: AtProduct,
  document: OfficialDocument,
  publishEmpty: boolean,
): Promise<Outcome<{ sha256: string } | null>> {
  const nothing = { ok: true, value: null } as const;
  if (product.kind !== 'publication' || !policy.publication.enabled) return nothing;
  if (product.scopeKind !== 'plan' && product.scopeKind !== 'action') return nothing;
  const releasable = await openDataNow(context, tx, product, document, now);
  if (releasable === null) return nothing;
  const { data, faults, actionCode } = releasable;
  if (faults.length > 0)
    return refuse('ReleaseRefused', `这份公示还不能对外公开：${faults.map(faultText).join('；')}。`, {
      issues: faults.map((fault) => ({ path: fault.code, message: faultText(fault) })),
    });
  if (data.tasks.length === 0 && !publishEmpty)
    return refuse(
      'PublicationEmpty',
      '这份公示没有一项经核实的任务，公众看到的网页上不列任何任务；确认仍要公开的，请确认后再印发。',
    );
  const bytes = openDataBytes(data);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await insertRelease(tx, {
    productId: product.id,
    planCode: data.plan.code,
    planTitle: data.plan.title,
    scopeKind: product.scopeKind,
    scopeCode: actionCode,
    scopeName: data.action?.name ?? data.plan.title,
    period: product.period,
    edition: product.edition,
    title: document.title,
    document,
    sha256,
    size: bytes.byteLength,
    bytes,
    releasedAt: now,
  });
  return { ok: true, value: { sha256 } };
}

/** Takes what was withdrawn off the public site; a note with the reason stays there. */
export const withdrawRelease = async (
  { tx, product, now }: Pick<AtProduct, 'tx' | 'now'> & { product: Pick<ProductRead, 'id'> },
  reason: string,
): Promise<void> => {
  await withdrawReleaseRow(tx, product.id, now, reason);
};

const FAULTS: Readonly<Record<ReleaseFault['code'], (what: string) => string>> = {
  FigureNotPublic: (what) => `文中的数字“${what}”不在可公开之列，请退回修改，把它去掉`,
  NotToBeNamed: (what) => `现行规则不公开“${what}”，请退回后更新数据，或改写`,
  TaskNotVerified: () => '文中列有现在不属于核实属实的任务，请退回后更新数据',
  PersonalNumber: (what) => `文中有个人号码（${what}），请退回修改，把它去掉`,
};

export const faultText = ({ code, what }: ReleaseFault): string => FAULTS[code](what);
