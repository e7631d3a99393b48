-- Three administrators that no person joins (三员分立): of the system, of security, of the audit. None of them has a hand in a report,
-- a finding or a score, and no policy below asks the application whether that is so.

set local search_path = luoshi;

alter table role_assignment drop constraint role_assignment_role_check;
alter table role_assignment add constraint role_assignment_role_check check (role in
  ('commander', 'deputyCommander', 'headquartersOffice', 'taskForceConvener', 'taskForceOffice', 'leadUnitHead', 'liaison',
    'supportUnitLiaison', 'supervisor', 'assessor', 'auditor', 'administrator', 'securityAdministrator', 'auditAdministrator'));
-- By whom it is kept: people here, or the sign-in of another house that says it anew each time.
alter table role_assignment add column origin text not null default 'record' check (origin in ('record', 'provider'));

-- Shut by an administrator; what the person owes stays theirs, unlike of one who left.
alter table person add column barred_at timestamptz;
-- Counts what administrators did to the account: its ETag.
alter table person add column access_version integer not null default 0;

create function is_administration(role text) returns boolean language sql immutable parallel safe
return role in ('administrator', 'securityAdministrator', 'auditAdministrator');

-- An administrator holds no second role at the same time, neither of administration nor of the work. The person's row is locked,
-- so that two grants at once cannot miss each other.
create function refuse_joined_offices() returns trigger language plpgsql security definer set search_path = luoshi, pg_temp
as $$
begin
  perform from person p
    where (p.jurisdiction_id, p.id) in (select c.jurisdiction_id, c.person_id from changed c)
    order by p.jurisdiction_id, p.id for no key update;
  if exists (
    select from changed c join role_assignment a
      on a.jurisdiction_id = c.jurisdiction_id and a.person_id = c.person_id and a.role <> c.role
    where (is_administration(a.role) or is_administration(c.role))
      and coalesce(a.valid_from, '-infinity') <= coalesce(a.valid_to, 'infinity')
      and coalesce(c.valid_from, '-infinity') <= coalesce(c.valid_to, 'infinity')
      and coalesce(a.valid_from, '-infinity') <= coalesce(c.valid_to, 'infinity')
      and coalesce(c.valid_from, '-infinity') <= coalesce(a.valid_to, 'infinity'))
  then
    raise exception 'an administrator holds no other role'
      using errcode = 'check_violation', constraint = 'role_assignment_offices_apart';
  end if;
  return null;
end $$;
create trigger offices_apart_added after insert on role_assignment referencing new table as changed
  for each statement execute function refuse_joined_offices();
create trigger offices_apart_changed after update on role_assignment referencing new table as changed
  for each statement execute function refuse_joined_offices();

-- Set for the transactions of an administrator's own requests.
create function current_office() returns text language sql stable parallel safe
return nullif(current_setting('luoshi.office', true), '');

-- Whether somebody was an administrator on that civil day, whatever the transaction says of itself.
create function administers(jurisdiction text, person uuid, at timestamptz) returns boolean language sql stable parallel safe
return exists (
  select from role_assignment r
  where r.jurisdiction_id = jurisdiction and r.person_id = person and is_administration(r.role)
    and coalesce(r.valid_from, '-infinity') <= (at at time zone 'Asia/Shanghai')::date
    and coalesce(r.valid_to, 'infinity') >= (at at time zone 'Asia/Shanghai')::date);

create policy by_no_administrator on progress_report as restrictive for insert to luoshi_app
  with check ((select current_office()) is null and not administers(jurisdiction_id, filed_by, filed_at));
create policy by_no_administrator on duty_record as restrictive for insert to luoshi_app
  with check ((select current_office()) is null and not administers(jurisdiction_id, filed_by, filed_at));
create policy by_no_administrator on verification as restrictive for insert to luoshi_app
  with check ((select current_office()) is null and not administers(jurisdiction_id, ordered_by, ordered_at));
create policy changed_by_no_administrator on verification as restrictive for update to luoshi_app
  using ((select current_office()) is null)
  with check (not administers(jurisdiction_id, found_by, found_at)
    and not administers(jurisdiction_id, corrected_by, corrected_at));
create policy by_no_administrator on verification_draw as restrictive for insert to luoshi_app
  with check ((select current_office()) is null and not administers(jurisdiction_id, committed_by, committed_at));
create policy changed_by_no_administrator on verification_draw as restrictive for update to luoshi_app
  using ((select current_office()) is null);
create policy by_no_administrator on score_sheet as restrictive for insert to luoshi_app
  with check ((select current_office()) is null and not administers(jurisdiction_id, kept_by, kept_at));
create policy by_no_administrator on score_decision as restrictive for insert to luoshi_app
  with check ((select current_office()) is null and not administers(jurisdiction_id, decided_by, decided_at));
create policy changed_by_no_administrator on score_decision as restrictive for update to luoshi_app
  using ((select current_office()) is null)
  with check (not administers(jurisdiction_id, taken_back_by, taken_back_at));
create policy by_no_administrator on scoring_scheme as restrictive for insert to luoshi_app
  with check ((select current_office()) is null and not administers(jurisdiction_id, created_by, created_at));
create policy by_no_administrator on scheme_in_force as restrictive for insert to luoshi_app
  with check ((select current_office()) is null and not administers(jurisdiction_id, put_by, since));

-- An account that is shut lets nobody in, whatever they come by.
create or replace function credential_of(username text)
returns table (jurisdiction_id text, person_id uuid, unit_id uuid, name text, active boolean, password_hash text,
  must_change boolean, failed_attempts integer, locked_until timestamptz)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select p.jurisdiction_id, p.id, p.unit_id, p.name, p.active and p.barred_at is null, c.password_hash, c.must_change,
    c.failed_attempts, c.locked_until
  from person p join credential c on c.jurisdiction_id = p.jurisdiction_id and c.person_id = p.id
  where p.username = credential_of.username;
end;
create or replace function session_of(token_hash text)
returns table (jurisdiction_id text, person_id uuid, unit_id uuid, name text, username text, active boolean, must_change boolean,
  csrf_token text, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz, id uuid, second_factor boolean)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select s.jurisdiction_id, s.person_id, p.unit_id, p.name, p.username, p.active and p.barred_at is null,
    coalesce(c.must_change, false), s.csrf_token, s.created_at, s.last_seen_at, s.expires_at, s.id,
    exists (select from second_factor f where f.jurisdiction_id = s.jurisdiction_id and f.person_id = s.person_id
      and f.confirmed_at is not null)
  from session s
  join person p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.person_id
  left join credential c on c.jurisdiction_id = s.jurisdiction_id and c.person_id = s.person_id
  where s.token_hash = session_of.token_hash;
end;
create or replace function bearer_of(token_hash text)
returns table (jurisdiction_id text, id uuid, person_id uuid, unit_id uuid, name text, username text, active boolean,
  must_change boolean, second_factor boolean, scopes text[], created_at timestamptz, expires_at timestamptz,
  last_used_at timestamptz, ended_at timestamptz)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select t.jurisdiction_id, t.id, t.person_id, p.unit_id, p.name, p.username, p.active and p.barred_at is null,
    coalesce(c.must_change, false),
    exists (select from second_factor f where f.jurisdiction_id = t.jurisdiction_id and f.person_id = t.person_id
      and f.confirmed_at is not null),
    t.scopes, t.created_at, t.expires_at, t.last_used_at, t.ended_at
  from api_token t
  join person p on p.jurisdiction_id = t.jurisdiction_id and p.id = t.person_id
  left join credential c on c.jurisdiction_id = t.jurisdiction_id and c.person_id = t.person_id
  where t.token_hash = bearer_of.token_hash;
end;
