-- Signing in by another house (OpenID Connect): who somebody is there, and which session was begun by what was said there.

set local search_path = luoshi;

create table external_identity (
  jurisdiction_id text not null,
  issuer text not null,
  subject text not null,                  -- the provider's name for the person, which it gives to nobody else
  person_id uuid not null,
  linked_at timestamptz not null,
  primary key (jurisdiction_id, issuer, subject),
  unique (issuer, subject),
  foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id)
);
create index external_identity_person on external_identity (jurisdiction_id, person_id);

create table external_sign_in (
  jurisdiction_id text not null,
  state_hash text not null,               -- of what was sent along and came back: taken once
  person_id uuid not null,
  session_id uuid not null,               -- it may have ended since
  issuer text not null,
  subject text not null,
  sid text,                               -- the provider's name for its own session
  id_token_sealed text not null,          -- shown to the provider when it is told that the person left
  second_factor boolean not null,         -- the provider asked for one
  signed_in_at timestamptz not null,
  primary key (jurisdiction_id, state_hash),
  foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id)
);
create index external_sign_in_session on external_sign_in (jurisdiction_id, session_id);
create index external_sign_in_subject on external_sign_in (issuer, subject);

grant select, insert, delete on external_identity, external_sign_in to luoshi_app;
alter table external_identity enable row level security;
alter table external_sign_in enable row level security;
create policy kept on external_identity to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
create policy kept on external_sign_in to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

-- Asked before the jurisdiction is known.
create function person_of_identity(issuer text, subject text)
returns table (jurisdiction_id text, person_id uuid, active boolean)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select p.jurisdiction_id, p.id, p.active and p.barred_at is null
  from external_identity e join person p on p.jurisdiction_id = e.jurisdiction_id and p.id = e.person_id
  where e.issuer = person_of_identity.issuer and e.subject = person_of_identity.subject;
end;
create function person_of_username(username text)
returns table (jurisdiction_id text, person_id uuid, active boolean)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select p.jurisdiction_id, p.id, p.active and p.barred_at is null from person p where p.username = person_of_username.username;
end;

-- The provider says that somebody left: the sessions begun there end, of that session of theirs or of all.
create function end_external_sessions(issuer text, subject text, sid text) returns integer
language sql volatile security definer set search_path = luoshi, pg_temp
begin atomic
  with ended as (
    delete from session s using external_sign_in e
    where e.jurisdiction_id = s.jurisdiction_id and e.session_id = s.id and e.issuer = end_external_sessions.issuer
      and (end_external_sessions.sid is null or e.sid = end_external_sessions.sid)
      and (end_external_sessions.subject is null or e.subject = end_external_sessions.subject)
      and (end_external_sessions.sid is not null or end_external_sessions.subject is not null)
    returning s.id)
  select count(*)::integer from ended;
end;
grant execute on function person_of_identity(text, text), person_of_username(text), end_external_sessions(text, text, text)
  to luoshi_app;

-- Whoever comes by the provider needs no password here, and no second factor besides the provider's.
create or replace function session_of(token_hash text)
returns table (jurisdiction_id text, person_id uuid, unit_id uuid, name text, username text, active boolean, must_change boolean,
  csrf_token text, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz, id uuid, second_factor boolean)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select s.jurisdiction_id, s.person_id, p.unit_id, p.name, p.username, p.active and p.barred_at is null,
    coalesce(c.must_change, false) and e.session_id is null, s.csrf_token, s.created_at, s.last_seen_at, s.expires_at, s.id,
    coalesce(e.second_factor, false)
      or exists (select from second_factor f where f.jurisdiction_id = s.jurisdiction_id and f.person_id = s.person_id
        and f.confirmed_at is not null)
  from session s
  join person p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.person_id
  left join credential c on c.jurisdiction_id = s.jurisdiction_id and c.person_id = s.person_id
  left join external_sign_in e on e.jurisdiction_id = s.jurisdiction_id and e.session_id = s.id
  where s.token_hash = session_of.token_hash;
end;
