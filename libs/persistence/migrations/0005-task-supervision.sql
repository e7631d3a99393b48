-- What the later life of a task needs: a text that is revised while it runs, its own ladders and their colour, where
-- it comes from, cards that are taken back, units that others succeed.

set local search_path = luoshi;

-- A revised text prints its indicators anew; what stood there before is in the task's events.
grant delete on indicator to luoshi_app;

-- The colour in force of the task's own ladders; that of its units' reporting lines stands there.
alter table task add column supervision text not null default 'none'
  check (supervision in ('none', 'blue', 'yellow', 'red', 'interview'));

-- Where it comes from: the plan's text, an instruction, a meeting, other tasks.
alter table task add column origin jsonb not null default '{"kind": "plan"}';

-- An appeal was upheld: the notice counts nowhere any more, and stays in the record.
alter table notice add column rescinded_at timestamptz;

-- A unit that was renamed or merged: who has taken over its duties, and since when.
alter table unit add column succeeded_by uuid;
alter table unit add column succeeded_on date;
alter table unit add constraint unit_successor foreign key (jurisdiction_id, succeeded_by) references unit (jurisdiction_id, id);
