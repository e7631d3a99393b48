import type { Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

export type ProductState = 'draft' | 'reviewed' | 'issued' | 'withdrawn' | 'abandoned';
export type ProductScopeKind = 'plan' | 'action' | 'unit' | 'task';
export type ProductFormat = 'docx' | 'pdf' | 'xlsx';

/** A product of one scope and period; `document` is an official document, `figures` its numbers by name. */
export interface ProductWrite {
  id: string;
  kind: string;
  planId: string;
  scopeKind: ProductScopeKind;
  scopeId: string;
  period: string;
  edition: number;
  title: string;
  document: unknown;
  figures: Readonly<Record<string, unknown>>;
  figuresAt: Instant;
  dueAt: Instant | null;
  obligationId: string | null;
  producedAt: Instant;
  producedBy: string | null;
}

export interface ProductRead extends ProductWrite {
  version: number;
  state: ProductState;
  planTitle: string;
  scopeName: string;
  reviewedAt: Instant | null;
  reviewedByName: string | null;
  issuedAt: Instant | null;
  issuedByName: string | null;
  number: string | null;
  withdrawnAt: Instant | null;
  withdrawnByName: string | null;
  withdrawnReason: string | null;
}

const READ = `select p.id, p.kind, p.plan_id as "planId", p.scope_kind as "scopeKind", p.scope_id as "scopeId", p.period, p.edition,
    p.version, p.state, p.title, p.document, p.figures, p.figures_at as "figuresAt", p.due_at as "dueAt",
    p.obligation_id as "obligationId", p.produced_at as "producedAt", p.produced_by as "producedBy",
    p.reviewed_at as "reviewedAt", r.name as "reviewedByName", p.issued_at as "issuedAt", i.name as "issuedByName", p.number,
    p.withdrawn_at as "withdrawnAt", w.name as "withdrawnByName", p.withdrawn_reason as "withdrawnReason",
    plan.title as "planTitle",
    coalesce((select a.name from action a where a.jurisdiction_id = p.jurisdiction_id and a.id = p.scope_id),
      (select u.name from unit u where u.jurisdiction_id = p.jurisdiction_id and u.id = p.scope_id),
      (select t.title from task t where t.jurisdiction_id = p.jurisdiction_id and t.id = p.scope_id), plan.title) as "scopeName"
  from product p
  join plan on plan.jurisdiction_id = p.jurisdiction_id and plan.id = p.plan_id
  left join person r on r.jurisdiction_id = p.jurisdiction_id and r.id = p.reviewed_by
  left join person i on i.jurisdiction_id = p.jurisdiction_id and i.id = p.issued_by
  left join person w on w.jurisdiction_id = p.jurisdiction_id and w.id = p.withdrawn_by
  where p.jurisdiction_id = $1`;

export async function productById(tx: Transaction, id: string): Promise<ProductRead | null> {
  const [found] = await tx.query<ProductRead>(`${READ} and p.id = $2`, [tx.scope.jurisdictionId, id]);
  return found ?? null;
}

/** The same, locked: who changes it waits for who is changing it. */
export async function lockProduct(tx: Transaction, id: string): Promise<ProductRead | null> {
  const [found] = await tx.query<ProductRead>(`${READ} and p.id = $2 for update of p`, [
    tx.scope.jurisdictionId,
    id,
  ]);
  return found ?? null;
}

/** There already, of the same scope, period and edition: 0. */
export const insertProduct = (tx: Transaction, row: ProductWrite): Promise<number> =>
  tx.execute(
    `insert into product (jurisdiction_id, id, kind, plan_id, scope_kind, scope_id, period, edition, version, state, title,
       document, figures, figures_at, due_at, obligation_id, produced_at, produced_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 1, 'draft', $9, $10, $11, $12, $13, $14, $15, $16) on conflict do nothing`,
    [
      tx.scope.jurisdictionId,
      row.id,
      row.kind,
      row.planId,
      row.scopeKind,
      row.scopeId,
      row.period,
      row.edition,
      row.title,
      JSON.stringify(row.document),
      JSON.stringify(row.figures),
      row.figuresAt,
      row.dueAt,
      row.obligationId,
      row.producedAt,
      row.producedBy,
    ],
  );

/** What a step of a product's life writes; what is left out stays. Its version goes up by one. */
export interface ProductStep {
  state?: ProductState;
  title?: string;
  document?: unknown;
  figures?: Readonly<Record<string, unknown>>;
  figuresAt?: Instant;
  reviewed?: { at: Instant; by: string | null } | null;
  issued?: { at: Instant; by: string | null; number: string | null };
  withdrawn?: { at: Instant; by: string | null; reason: string };
}

export async function stepProduct(tx: Transaction, id: string, step: ProductStep): Promise<void> {
  const columns: [string, unknown][] = [
    ...(step.state === undefined ? [] : [['state', step.state] as [string, unknown]]),
    ...(step.title === undefined ? [] : [['title', step.title] as [string, unknown]]),
    ...(step.document === undefined
      ? []
      : [['document', JSON.stringify(step.document)] as [string, unknown]]),
    ...(step.figures === undefined ? [] : [['figures', JSON.stringify(step.figures)] as [string, unknown]]),
    ...(step.figuresAt === undefined ? [] : [['figures_at', step.figuresAt] as [string, unknown]]),
    ...(step.reviewed === undefined ? [] : pair('reviewed', step.reviewed)),
    ...(step.issued === undefined
      ? []
      : [...pair('issued', step.issued), ['number', step.issued.number] as [string, unknown]]),
    ...(step.withdrawn === undefined
      ? []
      : [
          ...pair('withdrawn', step.withdrawn),
          ['withdrawn_reason', step.withdrawn.reason] as [string, unknown],
        ]),
  ];
  const sets = columns.map(([column], at) => `${column} = $${at + 3}`);
  await tx.execute(
    `update product set ${[...sets, 'version = version + 1'].join(', ')} where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, id, ...columns.map(([, value]) => value)],
  );
}

const pair = (what: string, of: { at: Instant; by: string | null } | null): [string, unknown][] => [
  [`${what}_at`, of?.at ?? null],
  [`${what}_by`, of?.by ?? null],
];

export interface ProductVersionRead {
  version: number;
  act: string;
  madeAt: Instant;
  madeByName: string | null;
}

/** Keeps what the draft is now, as the version that its row has. */
export const keepProductVersion = (
  tx: Transaction,
  of: { productId: string; act: string; madeAt: Instant; madeBy: string | null },
): Promise<number> =>
  tx.execute(
    `insert into product_version (jurisdiction_id, product_id, version, act, document, figures, made_at, made_by)
     select jurisdiction_id, id, version, $3, document, figures, $4, $5 from product where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, of.productId, of.act, of.madeAt, of.madeBy],
  );

export const productVersions = (tx: Transaction, productId: string): Promise<ProductVersionRead[]> =>
  tx.query(
    `select v.version, v.act, v.made_at as "madeAt", p.name as "madeByName" from product_version v
     left join person p on p.jurisdiction_id = v.jurisdiction_id and p.id = v.made_by
     where v.jurisdiction_id = $1 and v.product_id = $2 order by v.version`,
    [tx.scope.jurisdictionId, productId],
  );
