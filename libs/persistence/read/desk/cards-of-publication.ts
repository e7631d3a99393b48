import type { ListSource } from '../../lists/list-source.js';
import { PRODUCTS } from '../../stores/product.store.js';
import { NO_LONGER_TRUE } from '../no-longer-true.js';
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
