-- What the later life of a task needs: a text that is revised while it runs, its own ladders and their colour, where
-- it comes from, cards that are taken back.

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
