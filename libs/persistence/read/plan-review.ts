import type { ListSource } from '../lists/list-source.js';
import type { Transaction } from '../transaction.js';

export interface PlanReviewSummaryRow {
  id: string;
  version: number;
  state: 'open' | 'dispatched' | 'abandoned';
  title: string;
  file_name: string;
  kind: string;
  amends_plan_id: string | null;
  amends_title: string | null;
  uploaded_by: string | null;
  uploaded_by_name: string | null;
  uploaded_at: string;
  plan_id: string | null;
  /** Of a plan that is, or was, dispatched in batches: how many tasks there are to be, and how many there are. */
  dispatch_total: number | null;
  dispatch_done: number | null;
  proposed: number;
  confirmed: number;
  dropped: number;
  /** Proposed tasks with a place that a person should look at. */
  doubtful: number;
}

const COLUMNS = `r.id, r.version, r.state, r.facts ->> 'title' as title, d.file_name, d.kind, r.amends_plan_id,
    a.title as amends_title, r.uploaded_by, p.name as uploaded_by_name, r.uploaded_at, r.plan_id,
    r.dispatch_total, r.dispatch_done,
    t.proposed, t.confirmed, t.dropped, t.doubtful`;
const JOINS = `
  join plan_document d on d.jurisdiction_id = r.jurisdiction_id and d.id = r.document_id
  left join plan a on a.jurisdiction_id = r.jurisdiction_id and a.id = r.amends_plan_id
  left join person p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.uploaded_by
  cross join lateral (
    select count(*) filter (where state = 'proposed')::int as proposed,
      count(*) filter (where state = 'confirmed')::int as confirmed,
      count(*) filter (where state = 'dropped')::int as dropped,
      count(*) filter (where state = 'proposed' and jsonb_array_length(body -> 'doubts') > 0)::int as doubtful
    from draft_task t where t.jurisdiction_id = r.jurisdiction_id and t.review_id = r.id) t`;
const SUMMARY = `select ${COLUMNS} from plan_review r ${JOINS}`;

/** Reviews of plans as a list reads them: PlanReviewSummaryRow. */
export const PLAN_REVIEWS: ListSource = { table: 'plan_review', alias: 'r', columns: COLUMNS, joins: JOINS };

export async function readPlanReviewSummary(
  tx: Transaction,
  id: string,
): Promise<PlanReviewSummaryRow | null> {
  const [row] = await tx.query<PlanReviewSummaryRow>(
    `${SUMMARY} where r.jurisdiction_id = $1 and r.id = $2`,
    [tx.scope.jurisdictionId, id],
  );
  return row ?? null;
}

/** What a review's reading rests on besides its own rows: a change of any of it may change what is shown. */
const GROUNDS = [
  'unit',
  'unit_alias',
  'unit_succession',
  'unit_change',
  'role_assignment',
  'person',
  'plan',
  'policy_version',
];

/**
 * A mark that is another one as soon as anything has changed that a review's reading rests on: how many rows there are
 * and which transaction wrote the latest of them. Null where there is no such review.
 */
export async function planReviewMark(tx: Transaction, reviewId: string): Promise<string | null> {
  const of = (table: string, where: string): string =>
    `(select count(*) || ':' || coalesce(max(xmin::text::bigint), 0) from ${table} where jurisdiction_id = $1 ${where})`;
  const [row] = await tx.query<{ mark: string }>(
    `select concat_ws('/', r.version, r.xmin::text, ${of('draft_task', 'and review_id = $2')},
       ${GROUNDS.map((table) => of(table, '')).join(', ')}) as mark
     from plan_review r where r.jurisdiction_id = $1 and r.id = $2`,
    [tx.scope.jurisdictionId, reviewId],
  );
  return row?.mark ?? null;
}

export interface ReviewDocumentRow {
  kind: string;
  fileName: string;
  size: number;
  sha256: string;
  text: string;
  tables: { sheet: string; rows: { row: number; cells: string[] }[] }[];
}

/** The document of a review as it was read. */
export async function readReviewDocument(
  tx: Transaction,
  reviewId: string,
): Promise<ReviewDocumentRow | null> {
  const [row] = await tx.query<ReviewDocumentRow>(
    `select d.kind, d.file_name as "fileName", d.size, d.sha256, d.text, d.tables
     from plan_review r join plan_document d on d.jurisdiction_id = r.jurisdiction_id and d.id = r.document_id
     where r.jurisdiction_id = $1 and r.id = $2`,
    [tx.scope.jurisdictionId, reviewId],
  );
  return row ?? null;
}

/** The file of a review as it was uploaded. */
export async function readReviewOriginal(
  tx: Transaction,
  reviewId: string,
): Promise<{ fileName: string; bytes: Uint8Array } | null> {
  const [row] = await tx.query<{ fileName: string; bytes: Uint8Array }>(
    `select d.file_name as "fileName", d.bytes
     from plan_review r join plan_document d on d.jurisdiction_id = r.jurisdiction_id and d.id = r.document_id
     where r.jurisdiction_id = $1 and r.id = $2`,
    [tx.scope.jurisdictionId, reviewId],
  );
  return row ?? null;
}

/** The code points `[start, end)` of a review's text. */
export async function readReviewPassage(
  tx: Transaction,
  reviewId: string,
  start: number,
  end: number,
): Promise<string> {
  const [row] = await tx.query<{ passage: string }>(
    `select substring(d.text from $3::int + 1 for $4::int) as passage
     from plan_review r join plan_document d on d.jurisdiction_id = r.jurisdiction_id and d.id = r.document_id
     where r.jurisdiction_id = $1 and r.id = $2`,
    [tx.scope.jurisdictionId, reviewId, start, Math.max(0, end - start)],
  );
  return row?.passage ?? '';
}

export interface ReviewStepRow {
  seq: number;
  at: string;
  actor_id: string | null;
  actor_name: string | null;
  type: string;
  draft_task_ids: string[];
  words: string;
}

/** What was done with a review, the latest first. */
export const listReviewSteps = (tx: Transaction, reviewId: string): Promise<ReviewStepRow[]> =>
  tx.query<ReviewStepRow>(
    `select s.seq, s.at, s.actor_id, p.name as actor_name, s.type, s.draft_task_ids, s.words
     from plan_review_step s left join person p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.actor_id
     where s.jurisdiction_id = $1 and s.review_id = $2 order by s.seq desc limit 2000`,
    [tx.scope.jurisdictionId, reviewId],
  );

/** Names of persons by id, as they are now. */
export async function personNames(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, name from person where jurisdiction_id = $1 and id = any ($2::uuid[])',
    [tx.scope.jurisdictionId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
