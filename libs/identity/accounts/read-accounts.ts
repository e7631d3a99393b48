import type { Instant } from '#calendar';
import type { Transaction } from '#persistence';

export interface AccountFilter {
  /** A part of the name, the user name or the unit's name. */
  words?: string | undefined;
  unitId?: string | undefined;
  role?: string | undefined;
  state?: 'active' | 'barred' | 'locked' | 'left' | undefined;
  personId?: string | undefined;
  /** The user name after which the page begins. */
  after?: string | undefined;
  limit: number;
}

export interface AccountRow {
  personId: string;
  username: string;
  name: string;
  unitId: string;
  unitName: string;
  active: boolean;
  barredAt: Instant | null;
  lockedUntil: Instant | null;
  /** Signs in with a password of its own; else by the provider, or not at all. */
  password: boolean;
  mustChange: boolean;
  secondFactor: boolean;
  linked: boolean;
  sessions: number;
  tokens: number;
  lastSeenAt: Instant | null;
  version: number;
}

/** Accounts by user name, and how many there are in all pages. @param now the wall's time; `today` the engine's day */
export async function readAccounts(
  tx: Transaction,
  filter: AccountFilter,
  { now, today }: { now: Instant; today: string },
): Promise<{ rows: AccountRow[]; total: number }> {
  const params = [
    tx.scope.jurisdictionId,
    now,
    today,
    filter.words === undefined ? null : `%${filter.words.replaceAll(/[\\%_]/g, '\\$&')}%`,
    filter.unitId ?? null,
    filter.role ?? null,
    filter.state ?? null,
    filter.personId ?? null,
  ];
  const [count] = await tx.query<{ total: number }>(`select count(*)::int as total ${FROM}`, params);
  const rows = await tx.query<AccountRow>(
    `select p.id as "personId", p.username, p.name, p.unit_id as "unitId", u.name as "unitName", p.active,
       p.barred_at as "barredAt", case when c.locked_until > $2 then c.locked_until end as "lockedUntil",
       c.person_id is not null as password, coalesce(c.must_change, false) as "mustChange",
       exists (select from second_factor f where f.jurisdiction_id = p.jurisdiction_id and f.person_id = p.id
         and f.confirmed_at is not null) as "secondFactor",
       exists (select from external_identity e where e.jurisdiction_id = p.jurisdiction_id and e.person_id = p.id) as linked,
       (select count(*)::int from session s where s.jurisdiction_id = p.jurisdiction_id and s.person_id = p.id
         and s.expires_at > $2) as sessions,
       (select count(*)::int from api_token t where t.jurisdiction_id = p.jurisdiction_id and t.person_id = p.id
         and t.ended_at is null and t.expires_at > $2) as tokens,
       (select max(s.last_seen_at) from session s
         where s.jurisdiction_id = p.jurisdiction_id and s.person_id = p.id) as "lastSeenAt",
       p.access_version as version
     ${FROM} and ($9::text is null or p.username > $9) order by p.username limit $10`,
    [...params, filter.after ?? null, filter.limit],
  );
  return { rows, total: count?.total ?? 0 };
}

const FROM = `
  from person p
  join unit u on u.jurisdiction_id = p.jurisdiction_id and u.id = p.unit_id
  left join credential c on c.jurisdiction_id = p.jurisdiction_id and c.person_id = p.id
  where p.jurisdiction_id = $1 and $2::timestamptz is not null
    and ($4::text is null or p.name ilike $4 or p.username ilike $4 or u.name ilike $4)
    and ($5::uuid is null or p.unit_id = $5)
    and ($6::text is null or exists (select from role_assignment r where r.jurisdiction_id = p.jurisdiction_id
      and r.person_id = p.id and r.role = $6 and (r.valid_from is null or r.valid_from <= $3::date)
      and (r.valid_to is null or r.valid_to >= $3::date)))
    and $3::date is not null
    and ($7::text is null or $7 = case when not p.active then 'left' when p.barred_at is not null then 'barred'
      when c.locked_until > $2 then 'locked' else 'active' end)
    and ($8::uuid is null or p.id = $8)`;
