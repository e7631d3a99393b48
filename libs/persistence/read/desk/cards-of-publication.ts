import type { ListSource } from '../../lists/list-source.js';
import { PRODUCTS } from '../../stores/product.store.js';
import { planReached, type DeskCardSource } from './desk-card.js';

/** Issued publications that everybody sees: the edition in force of each. */
const RELEASED: ListSource = {
  ...PRODUCTS,
  base: 'join publication_release r on r.jurisdiction_id = p.jurisdiction_id and r.product_id = p.id',
  where: `r.withdrawn_at is null and not exists (select from publication_release later where later.jurisdiction_id = $1
    and later.plan_code = r.plan_code and later.scope_code is not distinct from r.scope_code
    and later.period = r.period and later.edition > r.edition)`,
};
const released = {
  kind: 'product',
  roles: ['headquartersOffice'],
  source: RELEASED,
  title: 'p.title',
  at: 'r.released_at',
  clock: 'since',
  latestFirst: true,
} as const;

/**
 * The tasks that a release shows as verified and that are so no more: closed ones that are open again, and those that a
 * finding other than true has been made about since, which no later one has put right. Needs `r` and `p`.
 */
const NO_LONGER_TRUE = `from jsonb_array_elements(convert_from(r.bytes, 'UTF8')::jsonb -> 'tasks') shown
  join task t on t.jurisdiction_id = $1 and t.plan_id = p.plan_id and t.code = shown ->> 'code'
  where (shown ->> 'outcome' = 'closed' and t.state <> 'closed') or exists (
    select from verification v where v.jurisdiction_id = $1 and v.task_id = t.id and v.finding <> 'true'
      and v.found_at > (convert_from(r.bytes, 'UTF8')::jsonb ->> 'asOf')::timestamptz
      and not exists (select from verification after where after.jurisdiction_id = $1 and after.task_id = t.id
        and after.unit_id = v.unit_id and after.finding = 'true' and after.found_at > v.found_at))`;
/** Later periods have taken its place on the plan's page. */
const LATEST = `not exists (select from publication_release next where next.jurisdiction_id = $1
  and next.plan_code = r.plan_code and next.scope_code is not distinct from r.scope_code and next.period > r.period
  and next.withdrawn_at is null)`;
const CORRECTED_ALREADY = `exists (select from product n where n.jurisdiction_id = $1 and n.kind = p.kind
  and n.scope_kind = p.scope_kind and n.scope_id = p.scope_id and n.period = p.period and n.edition > p.edition
  and n.state <> 'abandoned')`;

/** What the public sees, and what it does not see yet: for those who release it. */
export const CARDS_OF_PUBLICATION = [
  {
    name: 'toRelease',
    roles: ['headquartersOffice'],
    kind: 'product',
    source: PRODUCTS,
    where: `p.kind = 'publication' and p.state in ('draft', 'reviewed') and ${planReached('p.plan_id')}`,
    title: 'p.title',
    note: 'null::text',
    at: 'p.due_at',
    clock: 'due',
  },
  {
    ...released,
    name: 'correctionsDue',
    where: `exists (select ${NO_LONGER_TRUE}) and ${LATEST} and not ${CORRECTED_ALREADY} and ${planReached('p.plan_id')}`,
    note: `(select string_agg(t.code, '、' order by t.code) ${NO_LONGER_TRUE})`,
  },
  {
    ...released,
    name: 'released',
    where: planReached('p.plan_id'),
    note: 'p.number',
  },
] as const satisfies readonly DeskCardSource[];
