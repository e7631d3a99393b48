import type { Instant } from '#calendar';
import type { Queryable, Transaction } from '../transaction.js';
import type { ProductFormat } from './product.store.js';

/** What of an issued publication everybody may have, and whether it was taken back. */
export interface ReleaseRead {
  productId: string;
  planCode: string;
  planTitle: string;
  scopeKind: 'plan' | 'action';
  /** Of an action its code; null: the whole plan. */
  scopeCode: string | null;
  scopeName: string;
  period: string;
  edition: number;
  title: string;
  /** SHA-256 of the data set's bytes, and how many there are. */
  sha256: string;
  size: number;
  releasedAt: Instant;
  withdrawnAt: Instant | null;
  withdrawnReason: string | null;
}

export interface ReleaseWrite extends Omit<ReleaseRead, 'withdrawnAt' | 'withdrawnReason'> {
  document: unknown;
  bytes: Uint8Array;
}

const COLUMNS = `product_id as "productId", plan_code as "planCode", plan_title as "planTitle", scope_kind as "scopeKind",
  scope_code as "scopeCode", scope_name as "scopeName", period, edition, title, sha256, size, released_at as "releasedAt",
  withdrawn_at as "withdrawnAt", withdrawn_reason as "withdrawnReason"`;

export const insertRelease = (tx: Transaction, row: ReleaseWrite): Promise<number> =>
  tx.execute(
    `insert into publication_release (jurisdiction_id, product_id, plan_code, plan_title, scope_kind, scope_code, scope_name,
       period, edition, title, document, sha256, size, bytes, released_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      tx.scope.jurisdictionId,
      row.productId,
      row.planCode,
      row.planTitle,
      row.scopeKind,
      row.scopeCode,
      row.scopeName,
      row.period,
      row.edition,
      row.title,
      JSON.stringify(row.document),
      row.sha256,
      row.size,
      Buffer.from(row.bytes),
      row.releasedAt,
    ],
  );

/** Takes a release back, with its reason. Not released, or withdrawn already: 0. */
export const withdrawReleaseRow = (
  tx: Transaction,
  productId: string,
  at: Instant,
  reason: string,
): Promise<number> =>
  tx.execute(
    `update publication_release set withdrawn_at = $3, withdrawn_reason = $4
     where jurisdiction_id = $1 and product_id = $2 and withdrawn_at is null`,
    [tx.scope.jurisdictionId, productId, at, reason],
  );

/** Every release of the jurisdiction, withdrawn ones too, without their data; the oldest edition of a period first. */
export const releases = (tx: Transaction): Promise<ReleaseRead[]> =>
  tx.query(
    `select ${COLUMNS} from publication_release where jurisdiction_id = $1
     order by plan_code, scope_code nulls first, period, edition`,
    [tx.scope.jurisdictionId],
  );

export async function releaseOf(tx: Transaction, productId: string): Promise<ReleaseRead | null> {
  const [found] = await tx.query<ReleaseRead>(
    `select ${COLUMNS} from publication_release where jurisdiction_id = $1 and product_id = $2`,
    [tx.scope.jurisdictionId, productId],
  );
  return found ?? null;
}

/** The data set and the document of a release; null where there is none, or it was withdrawn. */
export async function releasedContent(
  tx: Transaction,
  productId: string,
): Promise<{ bytes: Buffer; document: unknown } | null> {
  const [found] = await tx.query<{ bytes: Buffer; document: unknown }>(
    `select bytes, document from publication_release where jurisdiction_id = $1 and product_id = $2 and withdrawn_at is null`,
    [tx.scope.jurisdictionId, productId],
  );
  return found ?? null;
}

/** The files of a release as they were issued; none where it was withdrawn. */
export const releasedFiles = (
  tx: Transaction,
  productId: string,
): Promise<{ format: ProductFormat; sha256: string; bytes: Buffer }[]> =>
  tx.query(
    `select f.format, f.sha256, f.bytes from product_file f
     join publication_release r on r.jurisdiction_id = f.jurisdiction_id and r.product_id = f.product_id
     where f.jurisdiction_id = $1 and f.product_id = $2 and r.withdrawn_at is null order by f.format`,
    [tx.scope.jurisdictionId, productId],
  );

export interface ReleasingJurisdiction {
  id: string;
  name: string;
  /** When something was released or withdrawn last. */
  changedAt: Instant;
}

/** Where something was ever released: for who asks before knowing where. */
export const jurisdictionsWithReleases = (tx: Queryable): Promise<ReleasingJurisdiction[]> =>
  tx.query('select id, name, changed_at as "changedAt" from jurisdictions_with_releases()', []);
