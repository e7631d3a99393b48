-- A second factor at sign-in (one-time codes of an app, RFC 6238), codes for when it is lost, and sessions that can be told apart.

set local search_path = luoshi;

create table second_factor (
  jurisdiction_id text not null,
  person_id uuid not null,
  secret_sealed text not null,            -- with the key of the installation, which is not in the database
  begun_at timestamptz not null,
  confirmed_at timestamptz,               -- null: begun, not yet in force
  last_step bigint,                       -- of the last code that was taken: none is taken twice
  primary key (jurisdiction_id, person_id),
  foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id)
);
grant select, insert, update, delete on second_factor to luoshi_app;
alter table second_factor enable row level security;
create policy kept on second_factor to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

create table recovery_code (
  jurisdiction_id text not null,
  person_id uuid not null,
  code_hash text not null,
  used_at timestamptz,
  primary key (jurisdiction_id, person_id, code_hash),
  foreign key (jurisdiction_id, person_id) references second_factor (jurisdiction_id, person_id) on delete cascade
);
grant select, insert, update, delete on recovery_code to luoshi_app;
alter table recovery_code enable row level security;
create policy kept on recovery_code to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

-- A name for a session besides its token, so that its person can end it from elsewhere.
alter table session add column id uuid not null default gen_random_uuid();
alter table session add column address text;
alter table session add column agent text;
alter table session add constraint session_id_key unique (id);

drop function session_of(text);
create function session_of(token_hash text)
returns table (jurisdiction_id text, person_id uuid, unit_id uuid, name text, username text, active boolean,
  must_change boolean, csrf_token text, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz,
  id uuid, second_factor boolean)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select s.jurisdiction_id, s.person_id, p.unit_id, p.name, p.username, p.active, coalesce(c.must_change, false),
    s.csrf_token, s.created_at, s.last_seen_at, s.expires_at, s.id,
    exists (select from second_factor f where f.jurisdiction_id = s.jurisdiction_id and f.person_id = s.person_id
      and f.confirmed_at is not null)
  from session s
  join person p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.person_id
  left join credential c on c.jurisdiction_id = s.jurisdiction_id and c.person_id = s.person_id
  where s.token_hash = session_of.token_hash;
end;
grant execute on function session_of(text) to luoshi_app;
