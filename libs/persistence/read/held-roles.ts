/**
 * Roles with their days: those that people hold, and those that another exercises for them (代办), each with for whom. A role that was
 * lent is exercised no longer than it is held, and by nobody who has come to administer. A subquery with the columns of `role_assignment`.
 */
export const HELD_ROLES = `(
  select jurisdiction_id, person_id, role, scope_kind, scope_id, valid_from, valid_to, null::uuid as on_behalf_of
  from role_assignment
  union all
  select d.jurisdiction_id, d.delegate_id, r.role, r.scope_kind, r.scope_id, greatest(d.from_date, r.valid_from),
    least(d.to_date, r.valid_to), d.delegator_id
  from delegation d
  join role_assignment r on r.jurisdiction_id = d.jurisdiction_id and r.person_id = d.delegator_id and r.role = any (d.roles)
  join person y on y.jurisdiction_id = d.jurisdiction_id and y.id = d.delegator_id and y.active and y.barred_at is null
  where d.ended_at is null and not exists (
    select from role_assignment a where a.jurisdiction_id = d.jurisdiction_id and a.person_id = d.delegate_id
      and (is_administration(a.role) or a.role = 'auditor')
      and coalesce(a.valid_from, '-infinity') <= d.to_date and coalesce(a.valid_to, 'infinity') >= d.from_date))`;
