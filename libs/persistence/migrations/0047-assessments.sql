-- 考核: the life of an assessment: a preview for the units, their objections, the decisions on them, the final result.

set local search_path = luoshi;

-- What a bonus or a decided item rests on, where the scheme asks for it.
alter table score_decision add column evidence jsonb not null default '[]';

create table assessment (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  period text not null,                   -- 2024, 2024-Q3, 2024-05
  edition integer not null check (edition > 0),  -- 2 and more: after one that was withdrawn
  version integer not null check (version > 0),
  state text not null check (state in ('preview', 'final', 'withdrawn')),
  from_on date not null,
  to_on date not null,
  as_of timestamptz not null,             -- what was known then
  scheme_id text not null,
  scheme_version integer not null,
  preview_hash text not null check (preview_hash ~ '^[0-9a-f]{64}$'),  -- of every point with its cases and events, before adjustments
  opened_at timestamptz not null,
  opened_by uuid,
  objections_until timestamptz not null,
  closed_at timestamptz,                  -- when everybody was told that nobody may object any more
  finalised_at timestamptz,
  finalised_by uuid,
  final_hash text check (final_hash ~ '^[0-9a-f]{64}$'),               -- of the lines as they stand, adjustments among them
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, plan_id, period, edition),
  check (state <> 'final' or final_hash is not null),
  check (state <> 'preview' or final_hash is null),
  check ((final_hash is null) = (finalised_at is null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  foreign key (jurisdiction_id, plan_id) references plan (jurisdiction_id, id),
  foreign key (jurisdiction_id, scheme_id, scheme_version) references scoring_scheme (jurisdiction_id, scheme_id, version)
);
create index assessment_plan on assessment (jurisdiction_id, plan_id, opened_at desc);
create unique index assessment_one_in_life on assessment (jurisdiction_id, plan_id, period) where state <> 'withdrawn';
create index assessment_closing on assessment (jurisdiction_id, objections_until) where state = 'preview' and closed_at is null;

-- One unit's result, line by line. Until it is final, an objection that was upheld moves total and rank; the line as the record
-- gave it stays.
create table assessment_score (
  jurisdiction_id text not null,
  assessment_id uuid not null,
  unit_id uuid not null,
  name text not null,
  group_id text,                          -- null: it fits no group and is not ranked
  group_label text not null,
  own boolean not null,                   -- the unit of who scores
  ranked boolean not null,
  lines jsonb not null,
  preview_total numeric(8,2) not null,
  preview_rank integer,
  total numeric(8,2) not null,
  rank integer,
  primary key (jurisdiction_id, assessment_id, unit_id),
  foreign key (jurisdiction_id, assessment_id) references assessment (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id)
);

-- What a unit says against a line of its own, and what was decided. An adjustment stands here, with its reason, and nowhere else:
-- events are not touched by it.
create table assessment_objection (
  jurisdiction_id text not null,
  id uuid not null,
  assessment_id uuid not null,
  unit_id uuid not null,
  line text not null,
  ground jsonb,                           -- {kind, id, seq}: against which event; null: against the line as a whole
  statement text not null,
  evidence jsonb not null,                -- references, in words
  filed_at timestamptz not null,
  filed_by uuid,
  state text not null check (state in ('open', 'upheld', 'rejected')),
  adjustment numeric(8,2),                -- points added to the line
  reason text,
  decided_at timestamptz,
  decided_by uuid,
  primary key (jurisdiction_id, id),
  check ((state = 'open') = (decided_at is null)),
  check ((state = 'open') = (reason is null)),
  check ((state = 'upheld') = (adjustment is not null)),
  foreign key (jurisdiction_id, assessment_id, unit_id) references assessment_score (jurisdiction_id, assessment_id, unit_id)
);
create index assessment_objection_of on assessment_objection (jurisdiction_id, assessment_id, filed_at);

-- What is final or withdrawn is not changed: figures, hashes and decisions stay as they were. A final one can be withdrawn, once.
create function kept_assessment_is_not_changed() returns trigger language plpgsql as $$
begin
  if old.state = 'withdrawn' or (old.state = 'final' and (new.state <> 'withdrawn'
    or (to_jsonb(new) - array['state', 'version', 'withdrawn_at', 'withdrawn_by', 'withdrawn_reason'])
      is distinct from (to_jsonb(old) - array['state', 'version', 'withdrawn_at', 'withdrawn_by', 'withdrawn_reason']))) then
    raise exception 'assessment % is not changed', old.id using errcode = 'raise_exception';
  end if;
  return new;
end $$;
create trigger kept_assessment_is_not_changed before update on assessment
  for each row execute function kept_assessment_is_not_changed();

create function kept_score_is_not_changed() returns trigger language plpgsql as $$
begin
  if not exists (select from assessment a where a.jurisdiction_id = new.jurisdiction_id and a.id = new.assessment_id and a.state = 'preview')
    or (to_jsonb(new) - array['total', 'rank']) is distinct from (to_jsonb(old) - array['total', 'rank']) then
    raise exception 'the score of % in assessment % is not changed', old.unit_id, old.assessment_id using errcode = 'raise_exception';
  end if;
  return new;
end $$;
create trigger kept_score_is_not_changed before update on assessment_score
  for each row execute function kept_score_is_not_changed();

create function decided_objection_is_not_changed() returns trigger language plpgsql as $$
begin
  if old.state <> 'open' or (to_jsonb(new) - array['state', 'adjustment', 'reason', 'decided_at', 'decided_by'])
      is distinct from (to_jsonb(old) - array['state', 'adjustment', 'reason', 'decided_at', 'decided_by']) then
    raise exception 'objection % is not changed', old.id using errcode = 'raise_exception';
  end if;
  return new;
end $$;
create trigger decided_objection_is_not_changed before update on assessment_objection
  for each row execute function decided_objection_is_not_changed();

grant select, insert, update on assessment, assessment_score, assessment_objection to luoshi_app;

alter table assessment enable row level security;
alter table assessment_score enable row level security;
alter table assessment_objection enable row level security;

-- That there is an assessment, and until when one may object, is everybody's to know; of the scores a unit sees its own, until the
-- result is issued as a product.
create policy seen on assessment to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()))
  with check (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
create policy by_no_administrator on assessment as restrictive for insert to luoshi_app
  with check ((select current_office()) is null and not administers(jurisdiction_id, opened_by, opened_at));
create policy changed_by_no_administrator on assessment as restrictive for update to luoshi_app
  using ((select current_office()) is null)
  with check (not administers(jurisdiction_id, finalised_by, finalised_at) and not administers(jurisdiction_id, withdrawn_by, withdrawn_at));

create policy own on assessment_score to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or unit_id = (select current_unit())))
  with check (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null
    and (select current_office()) is null);

create policy own on assessment_objection to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or unit_id = (select current_unit())));
create policy by_no_administrator on assessment_objection as restrictive for insert to luoshi_app
  with check ((select current_office()) is null and not administers(jurisdiction_id, filed_by, filed_at));
create policy changed_by_no_administrator on assessment_objection as restrictive for update to luoshi_app
  using ((select current_office()) is null)
  with check (not administers(jurisdiction_id, decided_by, decided_at));
