-- A running plan whose text is revised: what persons said of each difference, and every text that was ever in force.

set local search_path = luoshi;

-- A person put a task of the revised text and a running one together, or said that it is a new one.
create table amendment_pair (
  jurisdiction_id text not null,
  review_id uuid not null,
  draft_task_id uuid not null,
  task_id uuid,                           -- null: none of the running ones
  said_at timestamptz not null,
  said_by uuid,
  primary key (jurisdiction_id, review_id, draft_task_id),
  foreign key (jurisdiction_id, review_id) references plan_review (jurisdiction_id, id),
  foreign key (jurisdiction_id, task_id) references task (jurisdiction_id, id)
);

-- What a person said of one difference; it holds for the difference as it was then.
create table amendment_decision (
  jurisdiction_id text not null,
  review_id uuid not null,
  item_key text not null,
  content text not null,                  -- fingerprint of the difference that was decided on
  decision text not null check (decision in ('approved', 'rejected')),
  reason text,
  decided_at timestamptz not null,
  decided_by uuid,
  primary key (jurisdiction_id, review_id, item_key),
  foreign key (jurisdiction_id, review_id) references plan_review (jurisdiction_id, id)
);

-- A text of a plan that is or was in force, with the place that each task had in it. Written once.
create table plan_revision (
  jurisdiction_id text not null,
  plan_id uuid not null,
  number integer not null,                -- 1: as first published; written when it is superseded
  review_id uuid,                         -- null: it came without a review
  document_id uuid,
  title text not null,
  document_number text,
  issued_by text,
  issued_on date,
  source_hash text,
  source_text text,
  places jsonb not null default '[]',     -- taskId, actionCode, actionName, section, number, title, titleIsLabel, place, text
  in_force_at timestamptz,                -- null: from the beginning of the plan
  put_in_force_by uuid,
  primary key (jurisdiction_id, plan_id, number),
  foreign key (jurisdiction_id, plan_id) references plan (jurisdiction_id, id),
  foreign key (jurisdiction_id, review_id) references plan_review (jurisdiction_id, id),
  foreign key (jurisdiction_id, document_id) references plan_document (jurisdiction_id, id),
  unique (jurisdiction_id, review_id)
);

grant select, insert on plan_revision to luoshi_app;
grant select, insert, update, delete on amendment_pair, amendment_decision to luoshi_app;

alter table amendment_pair enable row level security;
create policy kept on amendment_pair to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table amendment_decision enable row level security;
create policy kept on amendment_decision to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

-- The text of a plan is read by all of the jurisdiction, as `plan` itself.
alter table plan_revision enable row level security;
create policy seen on plan_revision for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy written on plan_revision for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
