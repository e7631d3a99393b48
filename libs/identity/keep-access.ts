import type { Transaction } from '#persistence';
import { hashPassword } from './password.js';
import { deleteFactor } from './second-factor/second-factor.store.js';

/** A person's account, as an administrator is shown it. */
export interface Account {
  personId: string;
  username: string;
  name: string;
  unit: string;
  active: boolean;
  /** Of today, by name and scope. */
  roles: { role: string; scopeKind: string; scopeId: string }[];
  secondFactor: boolean;
  mustChange: boolean;
  lockedUntil: string | null;
  lastSeenAt: string | null;
}

/** All accounts of a jurisdiction, or the one of that name. @param today by the engine's clock: roles hold by the day */
export const accountsIn = (
  tx: Transaction,
  today: string,
  username: string | null = null,
): Promise<Account[]> =>
  tx.query<Account>(
    `select p.id as "personId", p.username, p.name, u.name as unit, p.active,
       coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'scopeKind', r.scope_kind, 'scopeId', r.scope_id)
           order by r.role, r.scope_kind, r.scope_id)
         from role_assignment r where r.jurisdiction_id = p.jurisdiction_id and r.person_id = p.id
           and (r.valid_from is null or r.valid_from <= $2) and (r.valid_to is null or r.valid_to >= $2)), '[]') as roles,
       exists (select from second_factor f where f.jurisdiction_id = p.jurisdiction_id and f.person_id = p.id
         and f.confirmed_at is not null) as "secondFactor",
       coalesce(c.must_change, false) as "mustChange", c.locked_until as "lockedUntil",
       (select max(s.last_seen_at) from session s
         where s.jurisdiction_id = p.jurisdiction_id and s.person_id = p.id) as "lastSeenAt"
     from person p
     join unit u on u.jurisdiction_id = p.jurisdiction_id and u.id = p.unit_id
     left join credential c on c.jurisdiction_id = p.jurisdiction_id and c.person_id = p.id
     where p.jurisdiction_id = $1 and ($3::text is null or p.username = $3)
     order by u.name, p.username`,
    [tx.scope.jurisdictionId, today, username],
  );

/** Nothing that a person came in by works any more: sessions, tokens, the address of the calendar. */
export async function endAccess(tx: Transaction, personId: string, now: string): Promise<void> {
  const of = [tx.scope.jurisdictionId, personId];
  await tx.execute('delete from session where jurisdiction_id = $1 and person_id = $2', of);
  await tx.execute('delete from calendar_feed where jurisdiction_id = $1 and person_id = $2', of);
  await tx.execute(
    'update api_token set ended_at = $3 where jurisdiction_id = $1 and person_id = $2 and ended_at is null',
    [...of, now],
  );
}

/**
 * A password to begin anew with, to be changed at the first sign-in; what the person came in by ends, and a lock with it.
 * Where the telephone is lost too, the second factor goes as well.
 *
 * @param now the wall's time
 */
export async function resetAccess(
  tx: Transaction,
  personId: string,
  { password, secondFactor }: { password: string; secondFactor: boolean },
  now: string,
): Promise<void> {
  await tx.execute(
    `insert into credential (jurisdiction_id, person_id, password_hash, must_change, changed_at)
     values ($1, $2, $3, true, $4)
     on conflict (jurisdiction_id, person_id) do update set password_hash = $3, must_change = true, failed_attempts = 0,
       locked_until = null, changed_at = $4`,
    [tx.scope.jurisdictionId, personId, await hashPassword(password), now],
  );
  if (secondFactor) await deleteFactor(tx, personId);
  await endAccess(tx, personId, now);
}
