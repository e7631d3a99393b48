-- Tokens by which another program acts for a person, within a scope and until a day.

set local search_path = luoshi;

create table api_token (
  jurisdiction_id text not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,                     -- what it is for, in its person's words
  token_hash text not null unique,        -- SHA-256: the record does not know it
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  last_used_from text,
  ended_at timestamptz,                   -- revoked by its person
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id)
);
create index api_token_person on api_token (jurisdiction_id, person_id);
grant select, insert, update on api_token to luoshi_app;
alter table api_token enable row level security;
create policy kept on api_token to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

-- Asked before the jurisdiction is known.
create function bearer_of(token_hash text)
returns table (jurisdiction_id text, id uuid, person_id uuid, unit_id uuid, name text, username text, active boolean,
  must_change boolean, second_factor boolean, scopes text[], created_at timestamptz, expires_at timestamptz,
  last_used_at timestamptz, ended_at timestamptz)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select t.jurisdiction_id, t.id, t.person_id, p.unit_id, p.name, p.username, p.active, coalesce(c.must_change, false),
    exists (select from second_factor f where f.jurisdiction_id = t.jurisdiction_id and f.person_id = t.person_id
      and f.confirmed_at is not null),
    t.scopes, t.created_at, t.expires_at, t.last_used_at, t.ended_at
  from api_token t
  join person p on p.jurisdiction_id = t.jurisdiction_id and p.id = t.person_id
  left join credential c on c.jurisdiction_id = t.jurisdiction_id and c.person_id = t.person_id
  where t.token_hash = bearer_of.token_hash;
end;
grant execute on function bearer_of(text) to luoshi_app;
