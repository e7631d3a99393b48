-- Scoring schemes and what was scored by them; what the assessor decided; rules that were put in force in spite of a
-- warning that central rules forbid what they say.

set local search_path = luoshi;

-- Versions are kept for ever: what was scored by one can be reckoned again.
create table scoring_scheme (
  jurisdiction_id text not null,
  scheme_id text not null,
  version integer not null,
  body jsonb not null,
  created_at timestamptz not null,
  created_by uuid,                        -- null: at the command line
  primary key (jurisdiction_id, scheme_id, version),
  foreign key (jurisdiction_id) references jurisdiction (id)
);

-- Which scheme scores from when on; the newest row of a plan holds, or else that of all plans.
create table scheme_in_force (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid,                           -- null: all plans of the jurisdiction
  scheme_id text not null,
  version integer not null,
  since timestamptz not null,
  reason text not null,
  put_by uuid,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, scheme_id, version) references scoring_scheme (jurisdiction_id, scheme_id, version),
  foreign key (jurisdiction_id, plan_id) references plan (jurisdiction_id, id)
);
create index scheme_in_force_newest on scheme_in_force (jurisdiction_id, since desc);

-- A scheme, a policy or a form was put in force although a warning stood against it: which, by whom, why.
create table rule_confirmation (
  jurisdiction_id text not null,
  id uuid not null,
  kind text not null check (kind in ('scheme', 'policy', 'form')),
  rule_id text not null,
  version integer not null,
  warnings jsonb not null,
  reason text not null,
  confirmed_at timestamptz not null,
  confirmed_by uuid,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id) references jurisdiction (id)
);

-- A bonus, or the points of an item that a scheme leaves to the assessor.
create table score_decision (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  unit_id uuid not null,
  item text,                              -- the scheme's item; null: a bonus
  points numeric(6,2) not null check (points >= 0),
  reason text not null,
  decided_at timestamptz not null,
  decided_by uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  taken_back_reason text,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, plan_id) references plan (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id)
);
create index score_decision_plan on score_decision (jurisdiction_id, plan_id, decided_at);

-- Scores as they were kept: the scheme's version and the day are frozen with them. A later one is another row.
create table score_sheet (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  number integer not null,                -- 1, 2, … of the plan
  scheme_id text not null,
  scheme_version integer not null,
  from_on date not null,
  to_on date not null,
  as_of timestamptz not null,             -- what was known then
  body jsonb not null,
  hash text not null,                     -- SHA-256 of the body as canonical JSON
  reason text not null,
  kept_at timestamptz not null,
  kept_by uuid,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, plan_id, number),
  foreign key (jurisdiction_id, plan_id) references plan (jurisdiction_id, id),
  foreign key (jurisdiction_id, scheme_id, scheme_version) references scoring_scheme (jurisdiction_id, scheme_id, version)
);

grant select, insert on scoring_scheme, scheme_in_force, rule_confirmation, score_sheet to luoshi_app;
grant select, insert, update on score_decision to luoshi_app;

-- By which rules one is scored is everybody's to know.
alter table scoring_scheme enable row level security;
create policy seen on scoring_scheme for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy written on scoring_scheme for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table scheme_in_force enable row level security;
create policy seen on scheme_in_force for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy written on scheme_in_force for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table rule_confirmation enable row level security;
create policy seen on rule_confirmation for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy written on rule_confirmation for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table score_decision enable row level security;
create policy own on score_decision to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or unit_id = (select current_unit())));

alter table score_sheet enable row level security;
create policy kept on score_sheet to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
