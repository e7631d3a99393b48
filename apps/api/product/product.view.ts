import {
  ROLE_LABELS,
  type AllowedAction,
  type Labelled,
  type ProductSummary,
  type ProductVersionView,
  type ProductView,
} from '#contract';
import { makerOf, productActName, productStateLabel, type ProductAct } from '#engine';
import { paperOf, pictureCounter, type OfficialDocument } from '#official';
import type {
  ProductDeliveryRead,
  ProductFileRead,
  ProductRead,
  ProductSummaryRead,
  ProductVersionRead,
} from '#persistence';
import { productKind, type ProductKindCode } from '#products';
import { blocksOf } from './blocks.view.js';
import { checksOf } from './checks-of.js';

/** What of a product's life a list shows besides its row. */
interface Standing {
  delivered: number;
  acknowledged: number;
  acts: readonly ProductAct[];
  version: number;
}

export function productSummary(
  row: ProductSummaryRead,
  { delivered, acknowledged, acts, version }: Standing,
): ProductSummary {
  const kind = row.kind as ProductKindCode;
  return {
    id: row.id,
    kind,
    kindLabel: productKind(kind).name,
    plan: { id: row.planId, title: row.planTitle },
    scopeKind: row.scopeKind,
    scopeId: row.scopeId,
    scopeName: row.scopeName,
    period: row.period,
    edition: row.edition,
    state: row.state,
    stateLabel: productStateLabel(row.state),
    title: row.title,
    number: row.number,
    dueAt: row.dueAt,
    producedAt: row.producedAt,
    issuedAt: row.issuedAt,
    withdrawnAt: row.withdrawnAt,
    delivered,
    acknowledged,
    acts: [...acts],
    version,
  };
}

/** What is known of a product besides itself. */
export interface Around {
  files: readonly ProductFileRead[];
  versions: readonly ProductVersionRead[];
  deliveries: readonly ProductDeliveryRead[];
  acts: readonly ProductAct[];
}

export function productView(row: ProductRead, { files, versions, deliveries, acts }: Around): ProductView {
  const document = row.document as OfficialDocument;
  const nextPicture = pictureCounter();
  const href = `/api/v1/products/${row.id}`;
  return {
    ...productSummary(row, {
      delivered: deliveries.length,
      acknowledged: deliveries.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length,
      acts,
      version: row.version,
    }),
    addressees: [...document.addressees],
    blocks: blocksOf(document.body, nextPicture),
    annexes: document.annexes.map(({ title, body }) => ({ title, blocks: blocksOf(body, nextPicture) })),
    issuers: [...document.signature.issuers],
    maker: makerLabel(row),
    copiesTo: [...(document.foot?.copiesTo ?? [])],
    figuresAt: row.figuresAt,
    reviewedAt: row.reviewedAt,
    reviewedBy: row.reviewedByName,
    issuedBy: row.issuedByName,
    withdrawn: row.withdrawnReason === null ? null : { by: row.withdrawnByName, reason: row.withdrawnReason },
    files: files.map(({ format, sha256, size }) => ({
      format,
      sha256,
      size,
      href: `${href}/files/${format}`,
    })),
    versions: versions.map(({ version, act, madeAt, madeByName }) => ({
      version,
      act: stepOf(act),
      at: madeAt,
      by: madeByName,
    })),
    deliveries: deliveries.map(({ personName, unitName, deliveredAt, readAt, acknowledgedAt }) => ({
      person: personName,
      unit: unitName,
      deliveredAt,
      readAt,
      acknowledgedAt,
    })),
    paper: paperOf(document),
    checks: row.state === 'draft' || row.state === 'reviewed' ? checksOf(row.kind, document.body) : [],
    allowedActions: acts.map((act) => allowed(act, href)),
  };
}

export function productVersionView(row: ProductVersionRead & { document: unknown }): ProductVersionView {
  const { title, body } = row.document as OfficialDocument;
  const { version, act, madeAt: at, madeByName: by } = row;
  return { version, act: stepOf(act), at, by, title, blocks: blocksOf(body) };
}

function makerLabel({ kind, scopeKind }: ProductRead): string {
  const maker = makerOf(kind as ProductKindCode, scopeKind);
  return maker === null ? '' : ROLE_LABELS[maker];
}

const stepOf = (act: string): Labelled => ({ code: act, label: STEPS[act] ?? act });

const STEPS: Readonly<Record<string, string>> = {
  produced: '生成',
  refreshed: '更新数据',
  edited: '修改',
  reviewed: '核稿',
  returned: '退回修改',
  issued: '印发',
};

/** Steps that people outside see, or that take away what somebody wrote. */
const GRAVE: readonly ProductAct[] = ['issue', 'withdraw', 'abandon'];

function allowed(act: ProductAct, href: string): AllowedAction {
  const withdraws = act === 'withdraw';
  return {
    action: act,
    label: productActName(act),
    href: act === 'edit' ? `${href}/text` : `${href}/actions/${act}`,
    grave: GRAVE.includes(act),
    needsReason: withdraws,
    fields: withdraws ? [{ name: 'reason', label: '撤回的理由', kind: 'text', required: true }] : [],
    ...((act === 'abandon' || withdraws) && { seldom: true }),
  };
}
