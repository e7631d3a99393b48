-- Obligations of every kind: ledgers, meetings, bulletins, reviews, assessments, parts of supporting units, and one-off
-- reports that are asked for. They stand on reporting lines of their own, one for each duty; a one-off stands on none.

set local search_path = luoshi;

-- `taskReport`, or a duty of the policy by its name.
alter table reporting_line add column duty text not null default 'taskReport';
alter table reporting_line drop constraint reporting_line_jurisdiction_id_plan_id_unit_id_cadence_key;
alter table reporting_line add unique (jurisdiction_id, plan_id, unit_id, duty, cadence);

alter table sitting add column duty text not null default 'taskReport';

alter table obligation alter column sitting_id drop not null;
alter table obligation alter column task_id drop not null;
alter table obligation drop constraint obligation_kind_check;
alter table obligation add constraint obligation_kind_check check (kind in
  ('taskReport', 'ledger', 'meeting', 'bulletin', 'review', 'assessment', 'part', 'requestedReport'));
alter table obligation add column duty text not null default 'taskReport';
-- What it is about, beside the task: the action, and always the plan.
alter table obligation add column action_id uuid;
alter table obligation add column plan_id uuid;
alter table obligation add column asked_by_unit_id uuid;
update obligation o set plan_id = t.plan_id from task t where t.jurisdiction_id = o.jurisdiction_id and t.id = o.task_id;
alter table obligation alter column plan_id set not null;
alter table obligation add foreign key (jurisdiction_id, action_id) references action (jurisdiction_id, id);
alter table obligation add foreign key (jurisdiction_id, plan_id) references plan (jurisdiction_id, id);
alter table obligation add foreign key (jurisdiction_id, asked_by_unit_id) references unit (jurisdiction_id, id);
-- The desk of an office: what it owes now.
create index obligation_duty on obligation (jurisdiction_id, plan_id, due_at) where kind <> 'taskReport';

-- What was filed for a duty: the meeting that was held, the ledger that was confirmed, the part that was given.
create table duty_record (
  jurisdiction_id text not null,
  id uuid not null,
  obligation_id uuid not null,
  unit_id uuid not null,
  -- Of a part: who asked for it, and may read it.
  asked_by_unit_id uuid,
  kind text not null check (kind in
    ('ledger', 'meeting', 'bulletin', 'review', 'assessment', 'part', 'requestedReport')),
  revision integer not null,              -- 1, and one more each time it was returned and filed again
  body jsonb not null,
  filed_by uuid,
  filed_at timestamptz not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, obligation_id) references obligation (jurisdiction_id, id),
  unique (jurisdiction_id, obligation_id, revision)
);

-- What a lead unit asks a supporting unit for: a part of its report, for one period or for the task's life.
create table part_request (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,                  -- who is asked
  asked_by_unit_id uuid not null,
  cadence text not null check (cadence in ('week', 'ten-day', 'month', 'quarter', 'half-year', 'year')),
  once boolean not null default false,    -- for the period that comes next alone; else for the task's life
  words text not null default '',
  asked_at timestamptz not null,
  asked_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, plan_id) references plan (jurisdiction_id, id),
  foreign key (jurisdiction_id, task_id) references task (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id),
  foreign key (jurisdiction_id, asked_by_unit_id) references unit (jurisdiction_id, id)
);
create index part_request_task on part_request (jurisdiction_id, task_id);

grant select, insert on duty_record to luoshi_app;
grant select, insert, update on part_request to luoshi_app;

alter table duty_record enable row level security;
create policy own on duty_record to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or unit_id = (select current_unit())
      or asked_by_unit_id = (select current_unit())));

alter table part_request enable row level security;
create policy own on part_request to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or unit_id = (select current_unit())
      or asked_by_unit_id = (select current_unit())));

-- A part is seen by who owes it and by who asked for it.
drop policy own on obligation;
create policy own on obligation to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or unit_id = (select current_unit())
      or asked_by_unit_id = (select current_unit())));
