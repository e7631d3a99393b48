-- Truth checks: draws that anyone can repeat, and the verifications on the spot that come of them or are asked for by name.

set local search_path = luoshi;

-- One draw. What has been written of it stands: see `refuse_another_draw`.
create table verification_draw (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  state text not null check (state in ('committed', 'frozen', 'drawn', 'abandoned')),
  version integer not null,
  policy_version integer not null,
  rules jsonb not null,
  count integer not null check (count > 0),
  commitment text not null,
  secret text not null,                   -- shown to nobody before it is drawn or abandoned
  committed_at timestamptz not null,
  committed_by uuid,
  population jsonb,
  population_hash text,
  frozen_at timestamptz,
  frozen_by uuid,
  randomness text,
  randomness_source text,
  randomness_at timestamptz,
  randomness_by uuid,
  record jsonb,                           -- the whole record as it is exported
  record_hash text,
  drawn_at timestamptz,
  drawn_by uuid,
  abandoned_at timestamptz,
  abandoned_by uuid,
  abandon_reason text,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, plan_id) references plan (jurisdiction_id, id),
  check ((state in ('frozen', 'drawn')) <= (population is not null)),
  check ((state = 'drawn') = (record is not null)),
  check ((state = 'abandoned') = (abandoned_at is not null))
);
create index verification_draw_plan on verification_draw (jurisdiction_id, plan_id, committed_at);
-- One at a time: nobody commits to several and goes on with the one they like.
create unique index verification_draw_open on verification_draw (jurisdiction_id, plan_id)
  where state in ('committed', 'frozen');

-- A draw goes forward only, and nothing that was written of it is written again.
create function refuse_another_draw() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or tg_op = 'TRUNCATE'
    or old.state in ('drawn', 'abandoned')
    or (old.state = 'frozen' and new.state = 'committed')
    or row(new.id, new.plan_id, new.policy_version, new.rules, new.count, new.commitment, new.secret, new.committed_at,
        new.committed_by)
      is distinct from row(old.id, old.plan_id, old.policy_version, old.rules, old.count, old.commitment, old.secret,
        old.committed_at, old.committed_by)
    or (old.population is not null and row(new.population, new.population_hash, new.frozen_at, new.frozen_by)
      is distinct from row(old.population, old.population_hash, old.frozen_at, old.frozen_by))
    or (old.randomness is not null
      and row(new.randomness, new.randomness_source, new.randomness_at, new.randomness_by)
      is distinct from row(old.randomness, old.randomness_source, old.randomness_at, old.randomness_by))
  then
    raise exception 'a draw cannot be drawn again: % on %', tg_op, tg_table_name using errcode = 'LS001';
  end if;
  return new;
end $$;
create trigger verification_draw_goes_forward before update or delete on verification_draw
  for each row execute function refuse_another_draw();
create trigger verification_draw_is_kept before truncate on verification_draw
  for each statement execute function refuse_change();

-- A report that is looked at on the spot, and what was found.
create table verification (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,                  -- whose report it is
  draw_id uuid,                           -- null: asked for by name
  report_id uuid,                         -- null: nothing was filed
  obligation_id uuid,
  period text,
  reported numeric(5,2),                  -- percent, as it was reported
  reason text not null,
  ordered_at timestamptz not null,
  ordered_by uuid,
  due_at timestamptz not null,
  state text not null check (state in ('open', 'found')),
  finding text check (finding in ('true', 'partlyTrue', 'untrue')),
  found numeric(5,2) check (found >= 0 and found <= 100),
  words text,
  evidence jsonb not null default '[]',   -- references: { label, ref }
  found_at timestamptz,
  found_by uuid,
  corrected numeric(5,2) check (corrected >= 0 and corrected <= 100),
  corrected_at timestamptz,
  corrected_by uuid,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, plan_id) references plan (jurisdiction_id, id),
  foreign key (jurisdiction_id, task_id) references task (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id),
  foreign key (jurisdiction_id, draw_id) references verification_draw (jurisdiction_id, id),
  check ((state = 'found') = (finding is not null))
);
create index verification_task on verification (jurisdiction_id, task_id);
create index verification_unit on verification (jurisdiction_id, unit_id, found_at);
-- A report of a unit on a task is looked at once at a time.
create unique index verification_open on verification (jurisdiction_id, task_id, unit_id) where state = 'open';

grant select, insert, update on verification_draw to luoshi_app;
grant select, insert, update on verification to luoshi_app;

alter table verification_draw enable row level security;
create policy kept on verification_draw to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

-- The unit sees what was found of it; that it was drawn it learns with the finding.
alter table verification enable row level security;
create policy kept on verification to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
create policy own on verification for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and unit_id = (select current_unit()) and state = 'found');

-- Nor does its task's trail tell it, nor a clock: nobody tidies up for a verification that is on its way.
create policy unannounced on event as restrictive for select to luoshi_app
  using ((select current_unit()) is null or type not in ('VERIFICATION_ORDERED', 'VERIFICATION_OVERDUE'));
create policy unannounced on deadline as restrictive for select to luoshi_app
  using ((select current_unit()) is null or name not like 'verification:%');
