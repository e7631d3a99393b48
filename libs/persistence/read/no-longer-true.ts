import type { Transaction } from '../transaction.js';

/**
 * The tasks that a release shows as verified and that are so no more: closed ones that are open again, and those that a
 * finding other than true has been made about since, which no later one has put right. Needs `r` (publication_release) and
 * `p` (its product).
 */
export const NO_LONGER_TRUE = `from jsonb_array_elements(convert_from(r.bytes, 'UTF8')::jsonb -> 'tasks') shown
  join task t on t.jurisdiction_id = $1 and t.plan_id = p.plan_id and t.code = shown ->> 'code'
  where (shown ->> 'outcome' = 'closed' and t.state <> 'closed') or exists (
    select from verification v where v.jurisdiction_id = $1 and v.task_id = t.id and v.finding <> 'true'
      and v.found_at > (convert_from(r.bytes, 'UTF8')::jsonb ->> 'asOf')::timestamptz
      and not exists (select from verification after where after.jurisdiction_id = $1 and after.task_id = t.id
        and after.unit_id = v.unit_id and after.finding = 'true' and after.found_at > v.found_at))`;

export interface NoLongerTrueRow {
  id: string;
  code: string;
  title: string;
  /** It was shown as closed and is open again; else a finding speaks against it. */
  reopened: boolean;
}

/** Of an issued publication what it still shows and the record no longer holds; none where it was not released, was withdrawn or corrected. */
export const noLongerTrueOf = (tx: Transaction, productId: string): Promise<NoLongerTrueRow[]> =>
  tx.query<NoLongerTrueRow>(
    `select gone.* from publication_release r
       join product p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.product_id
       cross join lateral (select t.id, t.code, t.title,
         shown ->> 'outcome' = 'closed' and t.state <> 'closed' as reopened ${NO_LONGER_TRUE}) gone
     where r.jurisdiction_id = $1 and r.product_id = $2 and r.withdrawn_at is null
       and not exists (select from publication_release later where later.jurisdiction_id = $1
         and later.plan_code = r.plan_code and later.scope_code is not distinct from r.scope_code
         and later.period = r.period and later.edition > r.edition)
     order by gone.code`,
    [tx.scope.jurisdictionId, productId],
  );
