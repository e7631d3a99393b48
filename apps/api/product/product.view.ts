import type { AllowedAction, ProductBlock, ProductSummary, ProductView } from '#contract';
import { productActName, productStateLabel, type ProductAct } from '#engine';
import { editableBody, type Block, type Inline, type OfficialDocument } from '#official';
import type {
  ProductDeliveryRead,
  ProductFileRead,
  ProductRead,
  ProductSummaryRead,
  ProductVersionRead,
} from '#persistence';
import { productKind, type ProductKindCode } from '#products';

export function productSummary(row: ProductSummaryRead): ProductSummary {
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
  const href = `/api/v1/products/${row.id}`;
  return {
    ...productSummary(row),
    addressees: [...document.addressees],
    blocks: blocksOf(document.body),
    annexes: document.annexes.map(({ title, body }) => ({ title, blocks: blocksOf(body) })),
    issuers: [...document.signature.issuers],
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
      act: { code: act, label: STEPS[act] ?? act },
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
    allowedActions: acts.map((act) => allowed(act, href)),
    version: row.version,
  };
}

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

function blocksOf(body: readonly Block[]): ProductBlock[] {
  const editable = editableBody(body);
  return body.map((block, at) => {
    const { kind, level, text } = editable[at] ?? { kind: block.kind, level: 0, text: '' };
    switch (block.kind) {
      case 'table':
        return {
          ...{ kind, level, text },
          columns: block.columns.map(({ title, align }) => ({ title, align })),
          rows: block.rows.map((row) => row.map(lineOf)),
        };
      case 'picture':
        return { ...{ kind, level, text }, alternative: block.alternative, svg: block.svg };
      default:
        return { ...{ kind, level, text }, line: lineOf(block.line) };
    }
  });
}

const lineOf = (line: readonly Inline[]): NonNullable<ProductBlock['line']> =>
  line.map((run) => ({ ...run }));
