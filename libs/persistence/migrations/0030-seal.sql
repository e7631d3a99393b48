-- Seals: at intervals, the ends of all chains that have grown are put under one root and signed with a key that is not in the
-- database. Who changes the trail afterwards, chains and all, would need that key.

set local search_path = luoshi;

create table seal (
  jurisdiction_id text not null references jurisdiction (id),
  number integer not null check (number > 0),  -- from 1, with no gap
  sealed_at timestamptz not null,         -- by the wall's clock, whatever the system's own
  previous_hash text not null,            -- of the seal before
  root text not null,                     -- RFC 6962, over the leaves of this seal
  leaves integer not null check (leaves > 0),
  hash text not null,                     -- of the statement that was signed
  public_key text not null,               -- Ed25519, SPKI, base64
  signature text not null,                -- base64
  primary key (jurisdiction_id, number)
);

create table seal_leaf (
  jurisdiction_id text not null,
  subject_kind text not null check (subject_kind in ('task', 'obligation', 'reportingLine')),
  subject_id uuid not null,
  seq integer not null,                   -- of the last event of its chain when it was sealed
  hash text not null,                     -- of that event
  number integer not null,                -- of the seal
  primary key (jurisdiction_id, subject_kind, subject_id, seq),
  foreign key (jurisdiction_id, number) references seal (jurisdiction_id, number)
);
create index seal_leaf_number on seal_leaf (jurisdiction_id, number);

create trigger seal_is_immutable before update or delete on seal for each row execute function refuse_change();
create trigger seal_is_kept before truncate on seal for each statement execute function refuse_change();
create trigger seal_leaf_is_immutable before update or delete on seal_leaf for each row execute function refuse_change();
create trigger seal_leaf_is_kept before truncate on seal_leaf for each statement execute function refuse_change();

grant select, insert on seal, seal_leaf to luoshi_app;
alter table seal enable row level security;
alter table seal_leaf enable row level security;
create policy kept on seal to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
create policy kept on seal_leaf to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
