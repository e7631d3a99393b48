-- The spine: who there is, what was planned, who owes what, what happened.
--
-- Every row belongs to a jurisdiction, the tenant. The application connects as luoshi_app, which owns
-- nothing: row-level security holds for it in every statement. The jurisdiction and, for a person of a
-- unit, the unit are set per transaction; where neither is set, no row is visible.

create schema if not exists luoshi;
set local search_path = luoshi;

create function current_jurisdiction() returns text language sql stable parallel safe
  return nullif(current_setting('luoshi.jurisdiction_id', true), '');

-- Null means: not bound to one unit (offices of the plan, the engine itself).
create function current_unit() returns uuid language sql stable parallel safe
  return nullif(current_setting('luoshi.unit_id', true), '')::uuid;

-- ---------------------------------------------------------------------------------------------
-- The jurisdiction, its rules and its people
-- ---------------------------------------------------------------------------------------------

create table jurisdiction (
  id text primary key,                    -- GB/T 2260 code
  parent_id text references jurisdiction (id),
  name text not null,
  level text not null check (level in ('province', 'prefecture', 'county', 'township')),
  calendar_id text not null,
  created_at timestamptz not null
);

create table calendar_version (
  jurisdiction_id text not null references jurisdiction (id),
  calendar_id text not null,
  version integer not null,
  body jsonb not null,
  created_at timestamptz not null,
  primary key (jurisdiction_id, calendar_id, version)
);

create table policy_version (
  jurisdiction_id text not null references jurisdiction (id),
  policy_id text not null,
  version integer not null,
  body jsonb not null,
  created_at timestamptz not null,
  primary key (jurisdiction_id, policy_id, version)
);

create table unit (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  is_group boolean not null default false,
  aliases jsonb not null default '[]',
  desks jsonb not null default '[]',
  members jsonb not null default '[]',    -- codes of the units a group stands for, where they are known
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, code),
  unique (jurisdiction_id, name)
);

create table person (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  username text not null,
  active boolean not null default true,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id),
  unique (username)
);

-- Apart from person, so that nothing that lists people can read a hash.
create table credential (
  jurisdiction_id text not null,
  person_id uuid not null,
  password_hash text not null,
  must_change boolean not null default false,
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  changed_at timestamptz not null,
  primary key (jurisdiction_id, person_id),
  foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id)
);

create table session (
  token_hash text primary key,            -- SHA-256 of the cookie's token; the token itself is kept nowhere
  jurisdiction_id text not null,
  person_id uuid not null,
  csrf_token text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id)
);

create table role_assignment (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('commander', 'deputyCommander', 'headquartersOffice', 'taskForceConvener',
    'taskForceOffice', 'leadUnitHead', 'liaison', 'supportUnitLiaison', 'supervisor', 'assessor', 'auditor', 'administrator')),
  scope_kind text not null check (scope_kind in ('jurisdiction', 'plan', 'action', 'unit')),
  scope_id text not null,                 -- jurisdiction code, plan code, 'plan code/action code', unit id
  valid_from date,
  valid_to date,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id)
);
create index role_assignment_scope on role_assignment (jurisdiction_id, scope_kind, scope_id, role);
create index role_assignment_person on role_assignment (jurisdiction_id, person_id);

-- ---------------------------------------------------------------------------------------------
-- The plan
-- ---------------------------------------------------------------------------------------------

create table plan (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  code text not null,
  title text not null,
  document_number text,
  issued_by text,
  issued_on date,
  year integer not null,
  source_hash text,                       -- SHA-256 of the document's bytes
  source_text text,                       -- null until the document is attached
  cadences jsonb not null default '[]',
  headline_targets jsonb not null default '[]',
  policy_version integer not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, code)
);

create table action (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  code text not null,
  number text,
  name text not null,
  position integer not null,
  goals jsonb not null default '[]',
  task_force jsonb,                       -- convener, deputies, member units, office unit, working groups
  office_unit_id uuid,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, plan_id) references plan (jurisdiction_id, id),
  unique (jurisdiction_id, plan_id, code)
);

-- A subject (task, obligation, reporting_line) carries its statechart: snapshot, the versions of machine,
-- policy and calendar it was written under, the number of its last event and that event's hash.
create table task (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  action_id uuid not null,
  code text not null,
  section text,
  number text,
  title text not null,
  title_is_label boolean not null default false,
  place jsonb not null,                   -- annex, section, number, start and end in code points
  text text,                              -- the sentences, where the source is attached
  start_on date,
  deadline_on date not null,
  original_deadline_on date not null,
  deadline_inferred boolean not null,
  ongoing boolean not null default false,
  needs_assignment boolean not null default false,
  cadences jsonb not null default '[]',
  state text not null,
  schedule text not null default 'onTrack' check (schedule in ('onTrack', 'behind', 'seriouslyBehind')),
  progress numeric(5, 2) not null default 0,
  expected numeric(5, 2) not null default 0,
  machine_version integer not null,
  policy_version integer not null,
  calendar_version integer not null,
  snapshot jsonb not null,
  version integer not null,
  head_hash text not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, plan_id) references plan (jurisdiction_id, id),
  foreign key (jurisdiction_id, action_id) references action (jurisdiction_id, id),
  unique (jurisdiction_id, plan_id, code)
);
create index task_action on task (jurisdiction_id, action_id);

create table responsibility (
  jurisdiction_id text not null,
  task_id uuid not null,
  unit_id uuid not null,
  desk text not null default '',
  kind text not null check (kind in ('lead', 'support')),
  printed_name text not null,
  position integer not null,
  primary key (jurisdiction_id, task_id, unit_id, kind, desk),
  foreign key (jurisdiction_id, task_id) references task (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id)
);
create index responsibility_unit on responsibility (jurisdiction_id, unit_id);

create table indicator (
  jurisdiction_id text not null,
  task_id uuid not null,
  position integer not null,
  name text not null,
  comparator text not null,
  value numeric not null,
  upper numeric,
  unit text not null default '',
  per text,
  primary key (jurisdiction_id, task_id, position),
  foreign key (jurisdiction_id, task_id) references task (jurisdiction_id, id)
);

-- ---------------------------------------------------------------------------------------------
-- Who owes what
-- ---------------------------------------------------------------------------------------------

-- One unit, one plan, one rhythm: what a reporting ladder hangs on.
create table reporting_line (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  unit_id uuid not null,
  cadence text not null check (cadence in ('week', 'ten-day', 'month', 'quarter', 'half-year', 'year')),
  state text not null,
  rung integer not null default 0,        -- 0: no rung; else the rung's place in the ladder, from 1
  colour text,
  machine_version integer not null,
  policy_version integer not null,
  calendar_version integer not null,
  snapshot jsonb not null,
  version integer not null,
  head_hash text not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, plan_id) references plan (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id),
  unique (jurisdiction_id, plan_id, unit_id, cadence)
);

-- The package in which a unit files all that it owes for a period.
create table sitting (
  jurisdiction_id text not null,
  id uuid not null,
  reporting_line_id uuid not null,
  plan_id uuid not null,
  unit_id uuid not null,
  period text not null,
  period_start date not null,
  period_end date not null,
  opens_at timestamptz not null,
  due_at timestamptz not null,
  filed_at timestamptz,
  filed_by uuid,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, reporting_line_id) references reporting_line (jurisdiction_id, id),
  unique (jurisdiction_id, reporting_line_id, period)
);
create index sitting_due on sitting (jurisdiction_id, due_at);

create table obligation (
  jurisdiction_id text not null,
  id uuid not null,
  sitting_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('taskReport')),
  period text not null,
  due_at timestamptz not null,
  state text not null,
  machine_version integer not null,
  policy_version integer not null,
  calendar_version integer not null,
  snapshot jsonb not null,
  version integer not null,
  head_hash text not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, sitting_id) references sitting (jurisdiction_id, id),
  foreign key (jurisdiction_id, task_id) references task (jurisdiction_id, id)
);
create index obligation_sitting on obligation (jurisdiction_id, sitting_id);
create index obligation_task on obligation (jurisdiction_id, task_id);
create index obligation_submitted on obligation (jurisdiction_id, task_id) where state = 'submitted';

create table progress_report (
  jurisdiction_id text not null,
  id uuid not null,
  obligation_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  revision integer not null,              -- 1, and one more each time it was returned and filed again
  progress numeric(5, 2) not null check (progress between 0 and 100),
  no_change boolean not null default false,
  done text not null default '',
  problems text not null default '',
  next_steps text not null default '',
  readings jsonb not null default '[]',
  filed_by uuid,
  filed_at timestamptz not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, obligation_id) references obligation (jurisdiction_id, id),
  unique (jurisdiction_id, obligation_id, revision)
);
create index progress_report_task on progress_report (jurisdiction_id, task_id, filed_at);

-- ---------------------------------------------------------------------------------------------
-- What happened, and what is to happen
-- ---------------------------------------------------------------------------------------------

-- One immutable line of the trail. Ids of people only: a name could not be erased from a chain.
create table event (
  jurisdiction_id text not null,
  subject_kind text not null check (subject_kind in ('task', 'obligation', 'reportingLine')),
  subject_id uuid not null,
  seq integer not null,
  type text not null,
  payload jsonb not null,
  at timestamptz not null,                -- when it happened, on the engine's clock
  actor_id uuid,                          -- null: the engine itself
  unit_id uuid,                           -- the unit it is about, where there is one
  idempotency_key text not null,
  prev_hash text not null,
  hash text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (jurisdiction_id, subject_kind, subject_id, seq),
  unique (jurisdiction_id, subject_kind, subject_id, idempotency_key)
);
create index event_at on event (jurisdiction_id, at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the trail cannot be changed: % on %', tg_op, tg_table_name using errcode = 'LS001';
end $$;
create trigger event_is_immutable before update or delete on event for each row execute function refuse_change();
create trigger event_is_kept before truncate on event for each statement execute function refuse_change();

-- A budget, its suspensions, and the instant projected from them under a calendar version.
create table deadline (
  jurisdiction_id text not null,
  id uuid not null,
  subject_kind text not null check (subject_kind in ('task', 'obligation', 'reportingLine')),
  subject_id uuid not null,
  name text not null,                     -- what is due: sign, silentAcceptance, sittingOpens, rung …
  generation integer not null,            -- a later arming of the same name
  detail jsonb not null default '{}',
  budget jsonb not null,
  suspensions jsonb not null default '[]',
  projected_at timestamptz,               -- null while suspended
  calendar_version integer not null,
  state text not null check (state in ('armed', 'reached', 'disarmed')),
  armed_at timestamptz not null,
  settled_at timestamptz,                 -- when it was reached or disarmed
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, subject_kind, subject_id, name, generation)
);
create index deadline_due on deadline (jurisdiction_id, projected_at) where state = 'armed';
create index deadline_armed on deadline (projected_at) where state = 'armed';

-- A rung is claimed by its row, in the transaction that writes its notice and its messages: once, whatever happens.
create table rung_claim (
  jurisdiction_id text not null,
  subject_kind text not null,
  subject_id uuid not null,
  generation integer not null,            -- the how-manieth climb of this ladder
  rung text not null,
  claimed_at timestamptz not null,
  primary key (jurisdiction_id, subject_kind, subject_id, generation, rung)
);

create table notice (
  jurisdiction_id text not null,
  id uuid not null,
  kind text not null check (kind in ('reminderLetter', 'supervisionNotice', 'circular', 'interviewNotice')),
  subject_kind text not null,
  subject_id uuid not null,
  plan_id uuid not null,
  unit_id uuid not null,                  -- the unit it is addressed to
  generation integer not null,
  rung text not null,
  colour text,
  state text not null check (state in ('drafted', 'issued', 'cancelled')),
  number text,                            -- on issue: 张武督提〔2024〕1号
  title text not null,
  body text not null,
  facts jsonb not null,
  drafted_at timestamptz not null,
  issued_at timestamptz,
  issued_by uuid,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, subject_kind, subject_id, generation, rung),
  unique (jurisdiction_id, number)
);
create index notice_unit on notice (jurisdiction_id, unit_id);

-- The last number given in a series (issuer, kind, year): gap-free, since it is taken in the issuing transaction.
create table notice_series (
  jurisdiction_id text not null,
  series text not null,
  year integer not null,
  last_number integer not null,
  primary key (jurisdiction_id, series, year)
);

-- What is to be delivered, and what was: the outbox, and with channel 'inbox' the addressee's inbox.
create table message (
  jurisdiction_id text not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,                  -- the addressee's unit
  channel text not null check (channel in ('inbox')),
  kind text not null,
  subject_kind text,
  subject_id uuid,
  notice_id uuid,
  title text not null,
  body text not null,
  state text not null check (state in ('pending', 'sending', 'delivered', 'read', 'failed')),
  deliver_at timestamptz not null,        -- quiet hours hold, they do not drop
  created_at timestamptz not null,
  delivered_at timestamptz,
  read_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  idempotency_key text not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, idempotency_key)
);
create index message_pending on message (jurisdiction_id, deliver_at) where state in ('pending', 'sending');
create index message_person on message (jurisdiction_id, person_id, created_at);

-- What the supervision office has to look at.
create table alert (
  jurisdiction_id text not null,
  id uuid not null,
  kind text not null,                     -- silent, notSigned, disputed, noticeToIssue, gateLate, vacancy, outage …
  level text not null check (level in ('info', 'blue', 'yellow', 'red', 'interview')),
  plan_id uuid,
  unit_id uuid,
  subject_kind text,
  subject_id uuid,
  notice_id uuid,
  title text not null,
  detail text not null,
  state text not null check (state in ('open', 'settled')),
  raised_at timestamptz not null,
  settled_at timestamptz,
  idempotency_key text not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, idempotency_key)
);
create index alert_open on alert (jurisdiction_id, raised_at) where state = 'open';

-- An answer given once is given again: changes over HTTP carry an Idempotency-Key.
create table idempotent_answer (
  jurisdiction_id text not null,
  person_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  body jsonb not null,
  created_at timestamptz not null,
  primary key (jurisdiction_id, person_id, key)
);

-- When the sweeper last went over a jurisdiction: a gap here is an outage.
create table heartbeat (
  jurisdiction_id text not null references jurisdiction (id),
  name text not null,
  beat_at timestamptz not null,
  primary key (jurisdiction_id, name)
);
