-- The trail of what is no subject's event: accounts, configuration, exports, and every look at personal data. Each who acts has a
-- chain of their own, sealed like the others. What can be said of a person (an address, a name, what stood there before) is held
-- beside the chain under a salted commitment: it can be erased, and the chain still holds.

set local search_path = luoshi;

create table trail_chain (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,                       -- who acts; the account, where nobody is known to act; zeros: the system
  version integer not null check (version >= 0),
  head_hash text not null,
  primary key (jurisdiction_id, id)
);

create table trail_line (
  jurisdiction_id text not null,
  chain_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('account', 'configuration', 'export', 'read', 'retention')),
  action text not null,
  at timestamptz not null,                -- by the wall's clock
  actor_id uuid,                          -- null: the system, or somebody at the machine itself
  on_behalf_of uuid,
  via text not null check (via in ('page', 'token', 'command', 'system', 'open')),
  session_id uuid,
  token_id uuid,
  unit_id uuid,                           -- of who acts
  target_kind text,
  target_id text,
  person_ids uuid[] not null,             -- whose data it is about
  details jsonb not null,                 -- ids, counts, names of fields; nothing that can be said of a person
  commitment text,                        -- to the row of trail_personal; null: there was nothing to hold
  prev_hash text not null,
  hash text not null,
  primary key (jurisdiction_id, chain_id, seq),
  foreign key (jurisdiction_id, chain_id) references trail_chain (jurisdiction_id, id)
);
create index trail_line_at on trail_line (jurisdiction_id, at);
create index trail_line_actor on trail_line (jurisdiction_id, actor_id, at);
create index trail_line_persons on trail_line using gin (person_ids);

-- What of a line is personal: kept as long as the policy says, then taken away, salt and all.
create table trail_personal (
  jurisdiction_id text not null,
  chain_id uuid not null,
  seq integer not null,
  salt text not null,
  at timestamptz not null,
  address text,
  agent text,
  before jsonb,
  after jsonb,
  primary key (jurisdiction_id, chain_id, seq),
  foreign key (jurisdiction_id, chain_id, seq) references trail_line (jurisdiction_id, chain_id, seq)
);
create index trail_personal_address on trail_personal (jurisdiction_id, address, at);
create index trail_personal_at on trail_personal (jurisdiction_id, at);

create trigger trail_line_is_immutable before update or delete on trail_line for each row execute function refuse_change();
create trigger trail_line_is_kept before truncate on trail_line for each statement execute function refuse_change();
create trigger trail_chain_is_kept before delete on trail_chain for each row execute function refuse_change();
create trigger trail_personal_is_immutable before update on trail_personal for each row execute function refuse_change();

grant select, insert, update on trail_chain to luoshi_app;
grant select, insert on trail_line to luoshi_app;
grant select, insert, delete on trail_personal to luoshi_app;

-- The head of a chain is a number and a hash: who acts bound to a unit must be able to move it.
alter table trail_chain enable row level security;
create policy within on trail_chain to luoshi_app using (jurisdiction_id = (select current_jurisdiction()));
alter table trail_line enable row level security;
create policy seen on trail_line for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
create policy written on trail_line for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()));
alter table trail_personal enable row level security;
create policy seen on trail_personal for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
create policy written on trail_personal for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()));
create policy erased on trail_personal for delete to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

-- Seals cover these chains too, and each says the root over all seals before it: who knows one knows that the others are its past.
alter table seal_leaf drop constraint seal_leaf_subject_kind_check;
alter table seal_leaf add constraint seal_leaf_subject_kind_check
  check (subject_kind in ('task', 'obligation', 'reportingLine', 'actor'));
alter table seal add column history text; -- RFC 6962, over the hashes of the seals before; null: made before this was said
