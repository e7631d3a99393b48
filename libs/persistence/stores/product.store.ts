import type { Instant } from '#calendar';
import type { ListSource } from '../lists/list-source.js';
import type { Transaction } from '../transaction.js';

export type ProductState = 'draft' | 'reviewed' | 'issued' | 'withdrawn' | 'abandoned';
/** What it is about; of a meeting the duty that the meeting was. */
export type ProductScope = 'plan' | 'action' | 'unit' | 'person' | 'task' | 'meeting';
export type ProductFormat = 'docx' | 'pdf' | 'xlsx';

/** A product of one scope and period; `document` is an official document, `figures` its numbers by name. */
export interface ProductWrite {
  id: string;
  kind: string;
  planId: string;
  scopeKind: ProductScope;
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

/** A product as a list shows it. */
export type ProductSummaryRead = Pick<
  ProductWrite,
  'id' | 'kind' | 'planId' | 'scopeKind' | 'scopeId' | 'period' | 'edition' | 'title' | 'dueAt' | 'producedAt'
> & {
  state: ProductState;
  planTitle: string;
  scopeName: string;
  number: string | null;
  issuedAt: Instant | null;
  withdrawnAt: Instant | null;
};

export interface ProductRead extends ProductWrite, ProductSummaryRead {
  version: number;
  reviewedAt: Instant | null;
  reviewedBy: string | null;
  reviewedByName: string | null;
  issuedByName: string | null;
  withdrawnByName: string | null;
  withdrawnReason: string | null;
}

const SUMMARY = `p.id, p.kind, p.plan_id as "planId", p.scope_kind as "scopeKind", p.scope_id as "scopeId", p.period, p.edition,
  p.state, p.title, p.number, p.due_at as "dueAt", p.produced_at as "producedAt", p.issued_at as "issuedAt",
  p.withdrawn_at as "withdrawnAt", plan.title as "planTitle",
  coalesce((select a.name from action a where a.jurisdiction_id = p.jurisdiction_id and a.id = p.scope_id),
    (select u.name from unit u where u.jurisdiction_id = p.jurisdiction_id and u.id = p.scope_id),
    (select pe.name from person pe where pe.jurisdiction_id = p.jurisdiction_id and pe.id = p.scope_id),
    (select t.title from task t where t.jurisdiction_id = p.jurisdiction_id and t.id = p.scope_id), plan.title) as "scopeName"`;
const PLAN = 'join plan on plan.jurisdiction_id = p.jurisdiction_id and plan.id = p.plan_id';

/** Products as a list reads them: ProductSummaryRead. Drafts are papers of the offices: row-level security keeps units from them. */
export const PRODUCTS: ListSource = {
  table: 'product',
  alias: 'p',
  columns: `${SUMMARY}, p.version, p.reviewed_by as "reviewedBy", plan.code as "planCode",
    (select a.code from action a where a.jurisdiction_id = p.jurisdiction_id and a.id = case p.scope_kind
      when 'action' then p.scope_id
      when 'task' then (select t.action_id from task t where t.jurisdiction_id = p.jurisdiction_id and t.id = p.scope_id)
      when 'meeting' then (select o.action_id from obligation o where o.jurisdiction_id = p.jurisdiction_id and o.id = p.scope_id)
      end) as "actionCode",
    d.delivered, d.acknowledged, d.waits as "waitsForAcknowledgement"`,
  joins: `${PLAN} left join lateral (select count(*)::int as delivered, count(d.acknowledged_at)::int as acknowledged,
      coalesce(bool_or(d.person_id = :person::uuid and d.acknowledged_at is null), false) as waits
    from product_delivery d where d.jurisdiction_id = p.jurisdiction_id and d.product_id = p.id) d on true`,
};

/** A product of a list (`:person` asks), with where it belongs and what of it waits for whom. */
export type ProductRowRead = ProductSummaryRead & {
  version: number;
  reviewedBy: string | null;
  planCode: string;
  actionCode: string | null;
  delivered: number;
  acknowledged: number;
  waitsForAcknowledgement: boolean;
};

const READ = `select ${SUMMARY}, p.version, p.document, p.figures, p.figures_at as "figuresAt",
    p.obligation_id as "obligationId", p.produced_by as "producedBy", p.reviewed_at as "reviewedAt",
    p.reviewed_by as "reviewedBy", r.name as "reviewedByName", i.name as "issuedByName", w.name as "withdrawnByName",
    p.withdrawn_reason as "withdrawnReason"
  from product p ${PLAN}
  left join person r on r.jurisdiction_id = p.jurisdiction_id and r.id = p.reviewed_by
  left join person i on i.jurisdiction_id = p.jurisdiction_id and i.id = p.issued_by
  left join person w on w.jurisdiction_id = p.jurisdiction_id and w.id = p.withdrawn_by
  where p.jurisdiction_id = $1`;

export async function productById(tx: Transaction, id: string): Promise<ProductRead | null> {
  const [found] = await tx.query<ProductRead>(`${READ} and p.id = $2`, [tx.scope.jurisdictionId, id]);
  return found ?? null;
}

/** The draft that will most likely be written next: those kinds first that have most to open, a reviewed one before others, the latest first. Null: none waits. */
export async function paperInHand(tx: Transaction): Promise<unknown> {
  const [found] = await tx.query<{ document: unknown }>(
    `select document from product where jurisdiction_id = $1 and state in ('reviewed', 'draft')
     order by kind in ('monthlyBulletin', 'quarterlyReview', 'annualAssessment') desc, state = 'reviewed' desc, produced_at desc, id
     limit 1`,
    [tx.scope.jurisdictionId],
  );
  return found?.document ?? null;
}

/** The edition that follows it: the correction, or null. */
export async function nextEditionOf(
  tx: Transaction,
  { id, edition }: Pick<ProductRead, 'id' | 'edition'>,
): Promise<Pick<ProductRead, 'id' | 'state'> | null> {
  const [found] = await tx.query<Pick<ProductRead, 'id' | 'state'>>(
    `select n.id, n.state from product p join product n on n.jurisdiction_id = p.jurisdiction_id and n.kind = p.kind
      and n.plan_id = p.plan_id and n.scope_kind = p.scope_kind and n.scope_id = p.scope_id and n.period = p.period
    where p.jurisdiction_id = $1 and p.id = $2 and n.edition = $3 and n.state <> 'abandoned'`,
    [tx.scope.jurisdictionId, id, edition + 1],
  );
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

/** What a draft was at one of its steps. */
export async function productVersion(
  tx: Transaction,
  productId: string,
  version: number,
): Promise<(ProductVersionRead & { document: unknown }) | null> {
  const [found] = await tx.query<ProductVersionRead & { document: unknown }>(
    `select v.version, v.act, v.made_at as "madeAt", p.name as "madeByName", v.document from product_version v
     left join person p on p.jurisdiction_id = v.jurisdiction_id and p.id = v.made_by
     where v.jurisdiction_id = $1 and v.product_id = $2 and v.version = $3`,
    [tx.scope.jurisdictionId, productId, version],
  );
  return found ?? null;
}

/** The units that lead or support tasks of a plan, or of one of its actions. */
export async function unitsOfTasks(
  tx: Transaction,
  planId: string,
  actionId: string | null,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct r.unit_id as id from task t
     join responsibility r on r.jurisdiction_id = t.jurisdiction_id and r.task_id = t.id
     where t.jurisdiction_id = $1 and t.plan_id = $2 and ($3::uuid is null or t.action_id = $3) order by r.unit_id`,
    [tx.scope.jurisdictionId, planId, actionId],
  );
  return rows.map(({ id }) => id);
}

/** A duty of a period that is over and is not seen to, and a product that goes with it and is not drafted yet. */
export interface UnwrittenDuty {
  kind: string;
  per: 'plan' | 'action';
  duty: string;
  obligationId: string;
  planId: string;
  actionId: string | null;
  period: string;
  dueAt: Instant;
}

/** Of each rule the duties that its product has still to be drafted for. The policy says which goes with which. */
export const unwrittenDuties = (
  tx: Transaction,
  rules: readonly { with: string; kind: string; per: 'plan' | 'action' }[],
  today: string,
): Promise<UnwrittenDuty[]> =>
  tx.query(
    `select w.kind, w.per, o.duty, o.id as "obligationId", o.plan_id as "planId", a.id as "actionId", o.period,
       o.due_at as "dueAt"
     from unnest($2::text[], $3::text[], $4::text[]) as w(duty, kind, per)
     join obligation o on o.jurisdiction_id = $1 and o.duty = w.duty and o.kind <> 'taskReport' and o.state in ('scheduled', 'open')
     join sitting s on s.jurisdiction_id = o.jurisdiction_id and s.id = o.sitting_id and s.period_end < $5::date
     left join action a on w.per = 'action' and a.jurisdiction_id = $1 and a.plan_id = o.plan_id
       and a.id = coalesce(o.action_id, a.id)
     where not exists (select from product p where p.jurisdiction_id = $1 and p.kind = w.kind and p.scope_kind = w.per
       and p.scope_id = coalesce(a.id, o.plan_id) and p.period = o.period)
     order by o.due_at, o.id, w.kind`,
    [
      tx.scope.jurisdictionId,
      rules.map((rule) => rule.with),
      rules.map(({ kind }) => kind),
      rules.map(({ per }) => per),
      today,
    ],
  );

/** A product that was issued before its duty could be seen to, and by whom. */
export interface IssuedAhead {
  id: string;
  issuedBy: string;
}

/** Those whose duty now can be seen to. */
export const issuedAheadOfDuty = (tx: Transaction): Promise<IssuedAhead[]> =>
  tx.query(
    `select p.id, p.issued_by as "issuedBy" from product p
     join obligation o on o.jurisdiction_id = p.jurisdiction_id and o.id = p.obligation_id and o.state = 'open'
     where p.jurisdiction_id = $1 and p.state = 'issued' and p.issued_by is not null order by p.id`,
    [tx.scope.jurisdictionId],
  );
