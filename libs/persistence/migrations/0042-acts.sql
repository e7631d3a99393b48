-- What people do besides the work, and who answers for it: settings that are on the trail or not at all, acting for another (代办),
-- a second person for somebody else's way in, and a file that goes because the law says so.

set local search_path = luoshi;

-- ---------------------------------------------------------------------------------------------
-- A setting that changes is on the trail
-- ---------------------------------------------------------------------------------------------

-- What this transaction has put on the trail of configuration, and what it has founded: the triggers below read it.
create function note_configuration() returns trigger language plpgsql as $$
declare
  told text;
begin
  select string_agg(distinct jurisdiction_id, ',') into told from added where kind = 'configuration';
  if told is not null then
    perform set_config('luoshi.told', concat_ws(',', nullif(current_setting('luoshi.told', true), ''), told), true);
  end if;
  return null;
end $$;
create trigger configuration_is_noted after insert on trail_line referencing new table as added
  for each statement execute function note_configuration();

create function note_foundation() returns trigger language plpgsql as $$
begin
  perform set_config('luoshi.founded', concat_ws(',', nullif(current_setting('luoshi.founded', true), ''), new.id), true);
  return null;
end $$;
create trigger foundation_is_noted after insert on jurisdiction for each row execute function note_foundation();

-- At the commit: whoever changes a setting has said so by then. A jurisdiction that is founded in the same transaction is
-- being set up as a whole. Who owns the tables (a migration, a restored backup) is past this, as past everything.
create function refuse_untold_setting() returns trigger language plpgsql as $$
declare
  changed text := coalesce(to_jsonb(new) ->> 'jurisdiction_id', to_jsonb(old) ->> 'jurisdiction_id', to_jsonb(new) ->> 'id');
begin
  if changed = any (string_to_array(concat_ws(',', current_setting('luoshi.told', true), current_setting('luoshi.founded', true)), ','))
    or current_setting('luoshi.restoring', true) = 'on'
    or pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'USAGE')
  then
    return null;
  end if;
  raise exception 'a change of % is not on the trail', tg_table_name
    using errcode = 'check_violation', constraint = 'setting_is_told', table = tg_table_name;
end $$;

-- The declared list: libs/engine/trail/configuration-tables.ts, and a test that the two agree. What the system itself keeps in such
-- a row while it works (a position, failures, a code that was sent) is no setting.
create constraint trigger setting_is_told after insert or update on policy_version
  deferrable initially deferred for each row execute function refuse_untold_setting();
create constraint trigger setting_is_told after insert or update on calendar_version
  deferrable initially deferred for each row execute function refuse_untold_setting();
create constraint trigger setting_is_told after insert or update on scoring_scheme
  deferrable initially deferred for each row execute function refuse_untold_setting();
create constraint trigger setting_is_told after insert or update on scheme_in_force
  deferrable initially deferred for each row execute function refuse_untold_setting();
create constraint trigger setting_is_told after insert or update on rule_confirmation
  deferrable initially deferred for each row execute function refuse_untold_setting();
create constraint trigger setting_is_told after insert or update or delete on unit
  deferrable initially deferred for each row execute function refuse_untold_setting();
create constraint trigger setting_is_told after insert or update on unit_alias
  deferrable initially deferred for each row execute function refuse_untold_setting();
create constraint trigger setting_is_told after insert or update on unit_succession
  deferrable initially deferred for each row execute function refuse_untold_setting();
create constraint trigger setting_is_told
  after insert or update of kind, name, settings, sealed_secret, state, paused_reason, receipt_hash on channel
  deferrable initially deferred for each row execute function refuse_untold_setting();
create constraint trigger setting_is_told
  after insert or update of unit_id, name, url, event_types, sealed_secret, key_hash, state on webhook_subscription
  deferrable initially deferred for each row execute function refuse_untold_setting();
create constraint trigger setting_is_told after insert or update of ladder, covers, until, resumed_at on ladder_pause
  deferrable initially deferred for each row execute function refuse_untold_setting();
create constraint trigger setting_is_told after update of name, level, parent_id, calendar_id, full_prefixes, short_prefix on jurisdiction
  deferrable initially deferred for each row execute function refuse_untold_setting();

-- ---------------------------------------------------------------------------------------------
-- 代办: acting for another
-- ---------------------------------------------------------------------------------------------

create table delegation (
  jurisdiction_id text not null,
  id uuid not null,
  delegator_id uuid not null,             -- whose roles they are
  delegate_id uuid not null,              -- who acts
  unit_id uuid not null,                  -- of the delegator: people of a unit see their own unit's
  -- None of those that accept, verify, score, audit or administer: what is to be independent is not lent.
  roles text[] not null check (cardinality(roles) > 0 and roles <@ array['commander', 'deputyCommander', 'headquartersOffice',
    'taskForceConvener', 'leadUnitHead', 'liaison', 'supportUnitLiaison']),
  from_date date not null,
  to_date date not null,                  -- the last day
  reason text not null,
  granted_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  primary key (jurisdiction_id, id),
  check (delegator_id <> delegate_id),
  constraint delegation_span check (from_date <= to_date and to_date - from_date < 92),
  check ((ended_at is null) = (ended_by is null)),
  foreign key (jurisdiction_id, delegator_id) references person (jurisdiction_id, id),
  foreign key (jurisdiction_id, delegate_id) references person (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id)
);
create index delegation_delegate on delegation (jurisdiction_id, delegate_id, to_date);
create index delegation_delegator on delegation (jurisdiction_id, delegator_id, granted_at);

-- Lent is what one holds oneself, to somebody of the same unit or the same office, who neither administers nor audits. Ended once; nothing
-- else of it changes.
create function delegation_is_right() returns trigger
language plpgsql security definer set search_path = luoshi, pg_temp as $$
begin
  if current_setting('luoshi.restoring', true) = 'on' then return new; end if;
  if tg_op = 'UPDATE' then
    if old.ended_at is not null or (to_jsonb(new) - array['ended_at', 'ended_by', 'ended_reason'])
        is distinct from (to_jsonb(old) - array['ended_at', 'ended_by', 'ended_reason']) then
      raise exception 'delegation % is not changed', old.id using errcode = 'raise_exception';
    end if;
    return new;
  end if;
  if exists (select from unnest(new.roles) as lent (role) where not exists (
      select from role_assignment r
      where r.jurisdiction_id = new.jurisdiction_id and r.person_id = new.delegator_id and r.role = lent.role
        and coalesce(r.valid_from, '-infinity') <= new.to_date and coalesce(r.valid_to, 'infinity') >= new.from_date)) then
    raise exception 'what is not held is not lent' using errcode = 'check_violation', constraint = 'delegation_of_what_is_held';
  end if;
  if exists (select from role_assignment r
      where r.jurisdiction_id = new.jurisdiction_id and r.person_id in (new.delegate_id, new.delegator_id)
        and (is_administration(r.role) or r.role = 'auditor')
        and coalesce(r.valid_from, '-infinity') <= new.to_date and coalesce(r.valid_to, 'infinity') >= new.from_date) then
    raise exception 'who administers or audits acts for nobody' using errcode = 'check_violation', constraint = 'delegation_apart';
  end if;
  if not exists (select from person a join person b on b.jurisdiction_id = a.jurisdiction_id
      where a.jurisdiction_id = new.jurisdiction_id and a.id = new.delegator_id and b.id = new.delegate_id
        and a.unit_id = new.unit_id and b.active and b.barred_at is null
        and (a.unit_id = b.unit_id or exists (
          select from role_assignment x join role_assignment y on y.jurisdiction_id = x.jurisdiction_id
            and y.scope_kind = x.scope_kind and y.scope_id = x.scope_id
          where x.jurisdiction_id = a.jurisdiction_id and x.person_id = a.id and y.person_id = b.id
            and x.scope_kind in ('plan', 'action') and x.role = any (new.roles)
            and y.role in ('commander', 'deputyCommander', 'headquartersOffice', 'taskForceConvener')
            and (x.role = y.role or (x.role in ('commander', 'deputyCommander') and y.role in ('commander', 'deputyCommander')))
            and coalesce(x.valid_to, 'infinity') >= new.from_date and coalesce(y.valid_to, 'infinity') >= new.from_date))) then
    raise exception 'not of the same unit or office' using errcode = 'check_violation', constraint = 'delegation_within';
  end if;
  return new;
end $$;
create trigger delegation_is_right after insert or update on delegation
  for each row execute function delegation_is_right();

create trigger directory_grows after insert on delegation referencing new table as changed
  for each statement execute function mark_directory();
create trigger directory_changes after update on delegation referencing new table as changed
  for each statement execute function mark_directory();

grant select, insert, update on delegation to luoshi_app;
alter table delegation enable row level security;
create policy own on delegation to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_office()) is null
    and ((select current_unit()) is null or unit_id = (select current_unit())));

-- ---------------------------------------------------------------------------------------------
-- A second person for somebody else's way in (双人复核)
-- ---------------------------------------------------------------------------------------------

create table access_request (
  jurisdiction_id text not null,
  id uuid not null,
  person_id uuid not null,                -- whose account
  password boolean not null,              -- a new first password
  second_factor boolean not null,         -- the second factor ends
  reason text not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  until timestamptz not null,             -- confirmed by then, or not at all
  decided_at timestamptz,
  decided_by uuid,
  confirmed boolean,
  primary key (jurisdiction_id, id),
  check (password or second_factor),
  check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (confirmed is null)),
  constraint access_request_two_persons check (person_id <> asked_by and person_id <> decided_by and not (confirmed and decided_by = asked_by)),
  constraint access_request_in_time check (not confirmed or decided_at <= until),
  foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id),
  foreign key (jurisdiction_id, asked_by) references person (jurisdiction_id, id),
  foreign key (jurisdiction_id, decided_by) references person (jurisdiction_id, id)
);
create unique index access_request_once on access_request (jurisdiction_id, person_id) where decided_at is null;

create function access_request_is_kept() returns trigger language plpgsql as $$
begin
  if old.decided_at is not null or (to_jsonb(new) - array['decided_at', 'decided_by', 'confirmed'])
      is distinct from (to_jsonb(old) - array['decided_at', 'decided_by', 'confirmed']) then
    raise exception 'access request % is not changed', old.id using errcode = 'raise_exception';
  end if;
  return new;
end $$;
create trigger access_request_is_kept before update on access_request for each row execute function access_request_is_kept();

grant select, insert, update on access_request to luoshi_app;
alter table access_request enable row level security;
create policy kept on access_request to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

-- ---------------------------------------------------------------------------------------------
-- Evidence that goes by law (依法删除)
-- ---------------------------------------------------------------------------------------------

alter table evidence
  add column erasure_asked_at timestamptz,
  add column erasure_asked_by uuid,
  add column erasure_reason text,         -- which law, whose request
  add column erased_at timestamptz,       -- confirmed; from then on nobody is served the bytes
  add column erased_by uuid,              -- the second person
  add constraint evidence_erasure_asked check (
    (erasure_asked_at is null) = (erasure_asked_by is null) and (erasure_asked_at is null) = (erasure_reason is null)),
  add constraint evidence_erasure_confirmed check (
    (erased_at is null) = (erased_by is null) and (erased_at is null or erasure_asked_at is not null)),
  add constraint evidence_erasure_two_persons check (erased_by <> erasure_asked_by),
  add foreign key (jurisdiction_id, erasure_asked_by) references person (jurisdiction_id, id),
  add foreign key (jurisdiction_id, erased_by) references person (jurisdiction_id, id);

-- What was handed in stays what it was. It can be withdrawn, once; its erasure can be asked for, taken back, and confirmed, once: name and
-- note go with the bytes, everything else stays.
create or replace function evidence_is_kept() returns trigger language plpgsql as $$
declare
  ask text[] := array['erasure_asked_at', 'erasure_asked_by', 'erasure_reason'];
  withdraw text[] := array['withdrawn_at', 'withdrawn_by', 'withdrawn_reason'];
  erase text[] := array['erased_at', 'erased_by', 'name', 'note', 'withdrawn_reason'];
  allowed text[];
begin
  if current_setting('luoshi.restoring', true) = 'on' then return new; end if;
  allowed := case
    when old.erased_at is not null then array[]::text[]
    when new.erased_at is not null then erase
    when old.withdrawn_at is null and new.withdrawn_at is not null then withdraw
    when old.erasure_asked_at is null or new.erasure_asked_at is null then ask
    else array[]::text[] end;
  if (to_jsonb(new) - allowed) is distinct from (to_jsonb(old) - allowed) or cardinality(allowed) = 0 then
    raise exception 'evidence % is not changed', old.id using errcode = 'raise_exception';
  end if;
  return new;
end $$;

-- The same bytes are not taken in again: what had to go does not come back by another door.
create index evidence_erased on evidence (jurisdiction_id, sha256) where erased_at is not null;
create function refuse_erased_evidence() returns trigger
language plpgsql security definer set search_path = luoshi, pg_temp as $$
begin
  if current_setting('luoshi.restoring', true) <> 'on' or current_setting('luoshi.restoring', true) is null then
    if exists (select from evidence e where e.jurisdiction_id = new.jurisdiction_id and e.sha256 = new.sha256
        and e.erased_at is not null) then
      raise exception 'these bytes were erased by law' using errcode = 'check_violation', constraint = 'evidence_erased_by_law';
    end if;
  end if;
  return new;
end $$;
create trigger erased_evidence_stays_away after insert on evidence
  for each row execute function refuse_erased_evidence();
