-- A person's due dates as a calendar that any calendar programme can subscribe to, behind a secret address.

set local search_path = luoshi;

create table calendar_feed (
  jurisdiction_id text not null,
  person_id uuid not null,
  token_hash text not null unique,        -- of the secret in the address: the record does not know it
  made_at timestamptz not null,
  read_at timestamptz,                    -- when a programme last asked
  primary key (jurisdiction_id, person_id),
  foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id)
);
grant select, insert, update, delete on calendar_feed to luoshi_app;
alter table calendar_feed enable row level security;
create policy own on calendar_feed to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and ((select current_unit()) is null
    or exists (select from person p where p.jurisdiction_id = calendar_feed.jurisdiction_id
      and p.id = calendar_feed.person_id and p.unit_id = (select current_unit()))));

create function feed_of_token(token_hash text)
returns table (jurisdiction_id text, person_id uuid)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select f.jurisdiction_id, f.person_id from calendar_feed f
  join person p on p.jurisdiction_id = f.jurisdiction_id and p.id = f.person_id and p.active
  where f.token_hash = feed_of_token.token_hash;
end;
grant execute on function feed_of_token(text) to luoshi_app;
