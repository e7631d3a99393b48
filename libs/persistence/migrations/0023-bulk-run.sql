-- Work on many subjects goes chunk by chunk: how far it is, and where the next chunk begins.

set local search_path = luoshi;

create table bulk_run (
  jurisdiction_id text not null references jurisdiction (id),
  work text not null check (work in ('clocks', 'calendar', 'policy')),
  total integer not null,                 -- subjects or clocks, as counted when it began or was taken up again
  done integer not null default 0,
  started_at timestamptz not null,
  moved_at timestamptz not null,          -- the last chunk
  finished_at timestamptz,                -- null: under way, or broken off
  primary key (jurisdiction_id, work)
);
grant select, insert, update on bulk_run to luoshi_app;
alter table bulk_run enable row level security;
create policy kept on bulk_run to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

-- A million clocks of one instant are taken in the order of their names: that order is in the index.
drop index deadline_due;
create index deadline_due on deadline (jurisdiction_id, projected_at, name, subject_id) where state = 'armed';

-- A rung that counts a unit's cards asks a plan for them: those few rows, and not every task and line of it. A column of its own,
-- so that a row whose snapshot changes stays where it is in every index.
alter table task add column has_cards boolean generated always as (snapshot #> '{context,cards}' <> '[]') stored;
alter table reporting_line add column has_cards boolean generated always as (snapshot #> '{context,cards}' <> '[]') stored;
create index task_with_cards on task (jurisdiction_id, plan_id) where has_cards;
create index reporting_line_with_cards on reporting_line (jurisdiction_id, plan_id) where has_cards;
