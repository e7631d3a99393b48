-- A document in review: what was uploaded, what was understood of it, what persons made of that. Nothing of it is a
-- plan of the record before it is dispatched.

set local search_path = luoshi;

-- The file as it came, and its text as it was read; places count code points of the text.
create table plan_document (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  sha256 text not null,
  kind text not null,                     -- text, html, docx, xlsx, pdf
  file_name text not null,
  size integer not null,
  bytes bytea not null,
  text text not null,
  tables jsonb not null default '[]',     -- tables of tasks, as read: sheet, rows with their cells
  uploaded_by uuid,                       -- null: at the command line
  uploaded_at timestamptz not null,
  primary key (jurisdiction_id, id)
);

-- Its row is locked by whoever changes anything of the review, so that steps have an order.
create table plan_review (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  document_id uuid not null,
  sha256 text not null,
  amends_plan_id uuid,                    -- the running plan that the text revises
  state text not null check (state in ('open', 'dispatched', 'abandoned')),
  version integer not null,               -- number of its last step
  facts_version integer not null,         -- number of the step that changed the facts last
  facts jsonb not null,                   -- planCode, title, documentNumber, issuedBy, issuedOn, year
  actions jsonb not null default '[]',
  plan_cadences jsonb not null default '[]',
  headline_targets jsonb not null default '[]',
  unit_names jsonb not null default '{}', -- printed name: id of the unit that it means in this document
  extraction jsonb not null,              -- as read, never changed
  plan_id uuid,                           -- what it became
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  settled_at timestamptz,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, document_id) references plan_document (jurisdiction_id, id),
  foreign key (jurisdiction_id, amends_plan_id) references plan (jurisdiction_id, id),
  foreign key (jurisdiction_id, plan_id) references plan (jurisdiction_id, id)
);
-- The same bytes are in review once a person and purpose; a second upload finds the first.
create unique index plan_review_open_upload on plan_review (jurisdiction_id, uploaded_by, sha256, amends_plan_id)
  nulls not distinct where state = 'open';
create index plan_review_uploaded on plan_review (jurisdiction_id, uploaded_at);

create table draft_task (
  jurisdiction_id text not null,
  id uuid not null,
  review_id uuid not null,
  version integer not null,
  position integer not null,              -- orders the tasks of a review
  state text not null check (state in ('proposed', 'confirmed', 'dropped')),
  code text not null,                     -- what the task is called for good: A2-03
  body jsonb not null,                    -- as read, with what persons corrected
  origin jsonb not null default '[]',     -- codes of the tasks as read that it came from
  corrected jsonb not null default '[]',  -- fields that a person has changed
  drop_reason text,
  changed_by uuid,
  changed_at timestamptz,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, review_id) references plan_review (jurisdiction_id, id),
  unique (jurisdiction_id, review_id, code)
);
create index draft_task_order on draft_task (jurisdiction_id, review_id, position);

-- One immutable line of what was done with a review.
create table plan_review_step (
  jurisdiction_id text not null,
  review_id uuid not null,
  seq integer not null,
  type text not null,
  draft_task_ids jsonb not null default '[]',
  before jsonb,
  after jsonb,
  words text not null default '',         -- a reason, where there is one
  at timestamptz not null,
  actor_id uuid,
  idempotency_key text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (jurisdiction_id, review_id, seq),
  foreign key (jurisdiction_id, review_id) references plan_review (jurisdiction_id, id),
  unique (jurisdiction_id, idempotency_key)
);
create trigger plan_review_step_is_immutable before update or delete on plan_review_step
  for each row execute function refuse_change();
create trigger plan_review_step_is_kept before truncate on plan_review_step
  for each statement execute function refuse_change();

grant select, insert on plan_document, plan_review_step to luoshi_app;
grant select, insert, update on plan_review to luoshi_app;
-- A task that was merged into another is one no more; what it was stands in the step.
grant select, insert, update, delete on draft_task to luoshi_app;

-- Papers of the offices of a plan: nothing of them is for a transaction bound to a unit.
alter table plan_document enable row level security;
create policy kept on plan_document to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table plan_review enable row level security;
create policy kept on plan_review to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table draft_task enable row level security;
create policy kept on draft_task to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table plan_review_step enable row level security;
create policy kept on plan_review_step to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
