import type { Queryable } from '../transaction.js';

export interface TrailWanted {
  person: string | null;
  unit: string | null;
  subject: string | null;
  /** Of subjects or of lines; null: all. */
  kind: string | null;
  from: string;
  until: string | null;
  /** A pattern for `like`. */
  address: string | null;
  limit: number;
  /** After which: what the page before ended with. */
  after: TrailPlace | null;
}

/** Where a row stands in the order: by time, then by chain and number. */
export interface TrailPlace {
  at: string;
  chainKind: string;
  chainId: string;
  seq: number;
}

export interface TrailRow extends TrailPlace {
  kind: string;
  action: string;
  actorId: string | null;
  onBehalfOf: string | null;
  unitId: string | null;
  via: string | null;
  sessionId: string | null;
  tokenId: string | null;
  targetKind: string | null;
  targetId: string | null;
  personIds: string[];
  address: string | null;
  agent: string | null;
  before: unknown;
  after: unknown;
  details: unknown;
  erased: boolean;
  hash: string;
  sealNumber: number | null;
  sealedAt: string | null;
}

/**
 * Events of subjects and lines of those who act, the newest first. Each half runs along its own index by time and stops at the limit;
 * an address is looked up among what is still held of the personal parts, and events have none.
 */
export function searchTrail(tx: Queryable, jurisdictionId: string, wanted: TrailWanted): Promise<TrailRow[]> {
  const { person, unit, subject, kind, from, until, address, limit, after } = wanted;
  return tx.query<TrailRow>(SEARCH, [
    jurisdictionId,
    person,
    unit,
    subject,
    kind,
    from,
    until ?? 'infinity',
    address,
    limit,
    after?.at ?? 'infinity',
    after?.chainKind ?? 'z',
    after?.chainId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
    after?.seq ?? 2_147_483_647,
  ]);
}

const SEARCH = `
  with found as (
    (select e.at, e.subject_kind as chain_kind, e.subject_id as chain_id, e.seq, e.subject_kind as kind, e.type as action,
       e.actor_id, (e.payload ->> 'onBehalfOf')::uuid as on_behalf_of, e.unit_id, null::text as via, null::uuid as session_id, null::uuid as token_id,
       e.subject_kind as target_kind, e.subject_id::text as target_id, '{}'::uuid[] as person_ids, e.payload as details,
       null::text as commitment, e.hash
     from event e
     where e.jurisdiction_id = $1 and e.at >= $6::timestamptz and e.at < $7::timestamptz and e.at <= $10::timestamptz
       and ($2::uuid is null or e.actor_id = $2 or e.payload ->> 'onBehalfOf' = $2::text) and ($3::uuid is null or e.unit_id = $3)
       and ($4::uuid is null or e.subject_id = $4) and ($5::text is null or e.subject_kind = $5) and $8::text is null
       and (e.at, e.subject_kind collate "C", e.subject_id, e.seq) < ($10::timestamptz, $11::text collate "C", $12::uuid, $13::int)
     order by e.at desc, e.subject_kind collate "C" desc, e.subject_id desc, e.seq desc limit $9)
    union all
    (select l.at, 'actor', l.chain_id, l.seq, l.kind, l.action, l.actor_id, l.on_behalf_of, l.unit_id, l.via, l.session_id,
       l.token_id, l.target_kind, l.target_id, l.person_ids, l.details, l.commitment, l.hash
     from trail_line l
     where l.jurisdiction_id = $1 and l.at >= $6::timestamptz and l.at < $7::timestamptz and l.at <= $10::timestamptz
       and ($2::uuid is null or l.actor_id = $2 or l.on_behalf_of = $2 or l.person_ids @> array[$2::uuid])
       and ($3::uuid is null or l.unit_id = $3)
       and ($4::uuid is null or l.target_id = $4::text) and ($5::text is null or l.kind = $5)
       and ($8::text is null or exists (select from trail_personal p where p.jurisdiction_id = l.jurisdiction_id
         and p.chain_id = l.chain_id and p.seq = l.seq and p.address like $8))
       and (l.at, 'actor' collate "C", l.chain_id, l.seq) < ($10::timestamptz, $11::text collate "C", $12::uuid, $13::int)
     order by l.at desc, l.chain_id desc, l.seq desc limit $9)
    order by 1 desc, 2 desc, 3 desc, 4 desc limit $9)
  select f.at, f.chain_kind as "chainKind", f.chain_id as "chainId", f.seq, f.kind, f.action, f.actor_id as "actorId",
    f.on_behalf_of as "onBehalfOf", f.unit_id as "unitId", f.via, f.session_id as "sessionId", f.token_id as "tokenId",
    f.target_kind as "targetKind", f.target_id as "targetId", f.person_ids as "personIds", f.details, f.hash,
    p.address, p.agent, p.before, p.after, f.commitment is not null and p.seq is null as erased,
    s.number as "sealNumber", s.sealed_at as "sealedAt"
  from found f
  left join trail_personal p on f.chain_kind = 'actor' and p.jurisdiction_id = $1 and p.chain_id = f.chain_id and p.seq = f.seq
  left join lateral (select number from seal_leaf l where l.jurisdiction_id = $1 and l.subject_kind = f.chain_kind
    and l.subject_id = f.chain_id and l.seq >= f.seq order by l.seq limit 1) c on true
  left join seal s on s.jurisdiction_id = $1 and s.number = c.number
  order by f.at desc, f.chain_kind collate "C" desc, f.chain_id desc, f.seq desc`;

/** What rows of the trail are about, by the words that people know: subjects by title, products by title and number, people and units by name. */
export async function trailNames(
  tx: Queryable,
  jurisdictionId: string,
  { persons, units, subjects }: { persons: string[]; units: string[]; subjects: string[] },
): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select id, name from person where jurisdiction_id = $1 and id = any ($2::uuid[])
     union all select id, name from unit where jurisdiction_id = $1 and id = any ($3::uuid[])
     union all select id, title from task where jurisdiction_id = $1 and id = any ($4::uuid[])
     union all select id, title || coalesce('（' || number || '）', '') from product
       where jurisdiction_id = $1 and id = any ($4::uuid[])
     union all select o.id, coalesce(t.title || '（' || o.period || '）', o.period) from obligation o
       left join task t on t.jurisdiction_id = o.jurisdiction_id and t.id = o.task_id
       where o.jurisdiction_id = $1 and o.id = any ($4::uuid[])
     union all select r.id, u.name from reporting_line r
       join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id
       where r.jurisdiction_id = $1 and r.id = any ($4::uuid[])`,
    [jurisdictionId, persons, units, subjects],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
