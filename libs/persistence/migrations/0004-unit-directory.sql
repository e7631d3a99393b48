-- The unit directory of a running system: how its units are called in documents, what they were before, and what was
-- changed in it by whom.

set local search_path = luoshi;

alter table jurisdiction
  add full_prefixes jsonb not null default '[]',  -- 张家界市武陵源区, 武陵源区: beginnings of full names
  add short_prefix text not null default '';      -- 区: what stands for them in short names

alter table unit
  add functions jsonb not null default '[]';      -- what it does for plans: headquarters-office, supervision …

-- A name that a person said belongs to a unit. Taken back, not removed: who said so stays on record.
create table unit_alias (
  jurisdiction_id text not null,
  id uuid not null,
  normal_form text not null,
  printed text not null,
  unit_id uuid not null,
  desks jsonb not null default '[]',              -- codes of the unit's desks that the name means
  learned_from text not null,                     -- the document it stood in, or how it came here
  learned_at timestamptz not null,
  learned_by uuid,                                -- null: at the command line
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id)
);
create unique index unit_alias_in_use on unit_alias (jurisdiction_id, normal_form) where taken_back_at is null;

-- From a day on, one unit answers for what another did: renamed, merged, or split over several.
create table unit_succession (
  jurisdiction_id text not null,
  id uuid not null,
  predecessor_id uuid not null,
  successor_id uuid not null,
  kind text not null check (kind in ('rename', 'merge', 'split')),
  from_date date not null,
  reason text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, predecessor_id) references unit (jurisdiction_id, id),
  foreign key (jurisdiction_id, successor_id) references unit (jurisdiction_id, id),
  check (predecessor_id <> successor_id)
);
create unique index unit_succession_in_force on unit_succession (jurisdiction_id, predecessor_id, successor_id)
  where taken_back_at is null;

-- What was changed in the directory after the founding: units registered, members of groups set.
create table unit_change (
  jurisdiction_id text not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('registered', 'membersSet')),
  before jsonb not null,
  after jsonb not null,
  reason text not null default '',
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id)
);
create index unit_change_unit on unit_change (jurisdiction_id, unit_id, changed_at);

grant select, insert on unit_change to luoshi_app;
grant select, insert, update on unit_alias, unit_succession to luoshi_app;

alter table unit_alias enable row level security;
create policy seen on unit_alias for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy kept on unit_alias to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table unit_succession enable row level security;
create policy seen on unit_succession for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy kept on unit_succession to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table unit_change enable row level security;
create policy seen on unit_change for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy written on unit_change for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
