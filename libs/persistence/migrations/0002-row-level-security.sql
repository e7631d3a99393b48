-- Who may see and change which row.
--
-- luoshi_app owns nothing, so every policy below holds for it in every statement; the owner, as whom only
-- migrations and the functions at the end run, is not restricted. The settings are read in a sub-select, so
-- that they are read once a statement and not once a row.
--
-- Two traps for whoever writes a statement that runs while a unit is set:
--   - INSERT … RETURNING, and ON CONFLICT with a column list, need the new row to be visible to the reader. A
--     message or an alert for another unit is written without either (a bare ON CONFLICT DO NOTHING is allowed).
--   - A row that is not visible is not an error: UPDATE says 0 rows.

set local search_path = luoshi;

grant usage on schema luoshi to luoshi_app;

-- Rows that are facts for ever.
grant select, insert on
  jurisdiction, calendar_version, policy_version, progress_report, event, rung_claim
to luoshi_app;

-- Rows with a present state.
grant select, insert, update on
  unit, person, credential, role_assignment, plan, action, task, responsibility, indicator,
  reporting_line, sitting, obligation, deadline, notice, notice_series, message, alert, heartbeat
to luoshi_app;

-- Rows that may be forgotten.
grant select, insert, update, delete on session, idempotent_answer to luoshi_app;

-- Who leads is printed again where a person reassigns; what stood there before is in the task's events.
grant delete on responsibility to luoshi_app;

-- ---------------------------------------------------------------------------------------------
-- The directory: read by all of the jurisdiction, written by no unit
-- ---------------------------------------------------------------------------------------------

alter table jurisdiction enable row level security;
create policy seen on jurisdiction for select to luoshi_app
  using (id = (select current_jurisdiction()));
create policy founded on jurisdiction for insert to luoshi_app
  with check (id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table calendar_version enable row level security;
create policy seen on calendar_version for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy written on calendar_version for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table policy_version enable row level security;
create policy seen on policy_version for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy written on policy_version for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table unit enable row level security;
create policy seen on unit for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy kept on unit to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table person enable row level security;
create policy seen on person for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy kept on person to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table role_assignment enable row level security;
create policy seen on role_assignment for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy kept on role_assignment to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table plan enable row level security;
create policy seen on plan for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy kept on plan to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table action enable row level security;
create policy seen on action for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy kept on action to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

-- Who leads what is printed in the plan: no secret within the jurisdiction.
alter table responsibility enable row level security;
create policy seen on responsibility for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy kept on responsibility to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

-- ---------------------------------------------------------------------------------------------
-- What signs a person in: nothing of it is for a transaction bound to a unit
-- ---------------------------------------------------------------------------------------------

alter table credential enable row level security;
create policy kept on credential to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table session enable row level security;
create policy kept on session to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

-- ---------------------------------------------------------------------------------------------
-- Tasks: a unit sees those it leads and those it supports
-- ---------------------------------------------------------------------------------------------

alter table task enable row level security;
create policy seen on task to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and ((select current_unit()) is null
    or exists (select from responsibility r where r.jurisdiction_id = task.jurisdiction_id and r.task_id = task.id
      and r.unit_id = (select current_unit()))));

alter table indicator enable row level security;
create policy seen on indicator to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and ((select current_unit()) is null
    or exists (select from responsibility r where r.jurisdiction_id = indicator.jurisdiction_id
      and r.task_id = indicator.task_id and r.unit_id = (select current_unit()))));

-- ---------------------------------------------------------------------------------------------
-- What a unit owes and files: its own
-- ---------------------------------------------------------------------------------------------

alter table reporting_line enable row level security;
create policy own on reporting_line to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or unit_id = (select current_unit())));

alter table sitting enable row level security;
create policy own on sitting to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or unit_id = (select current_unit())));

alter table obligation enable row level security;
create policy own on obligation to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or unit_id = (select current_unit())));

alter table progress_report enable row level security;
create policy own on progress_report to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or unit_id = (select current_unit())));

-- ---------------------------------------------------------------------------------------------
-- What the pipeline writes while a unit acts, also for other desks: written within the jurisdiction, read by
-- whom it concerns
-- ---------------------------------------------------------------------------------------------

alter table event enable row level security;
create policy seen on event for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and ((select current_unit()) is null
    or unit_id is null or unit_id = (select current_unit())
    or (subject_kind = 'task' and exists (select from responsibility r where r.jurisdiction_id = event.jurisdiction_id
      and r.task_id = event.subject_id and r.unit_id = (select current_unit())))));
create policy written on event for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()));

alter table deadline enable row level security;
create policy within on deadline to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));

alter table rung_claim enable row level security;
create policy within on rung_claim to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));

alter table notice enable row level security;
create policy own on notice to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or unit_id = (select current_unit())));
create policy written on notice for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()));

alter table notice_series enable row level security;
create policy within on notice_series to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));

alter table message enable row level security;
create policy own on message to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or unit_id = (select current_unit())));
create policy written on message for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()));

alter table alert enable row level security;
create policy own on alert to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or unit_id = (select current_unit())));
create policy written on alert for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()));

-- An answer that was given may hold what the asker's unit may see, no more.
alter table idempotent_answer enable row level security;
create policy own on idempotent_answer to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and ((select current_unit()) is null
    or exists (select from person p where p.jurisdiction_id = idempotent_answer.jurisdiction_id
      and p.id = idempotent_answer.person_id and p.unit_id = (select current_unit()))));

alter table heartbeat enable row level security;
create policy within on heartbeat to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));

-- ---------------------------------------------------------------------------------------------
-- The few questions that are asked before a jurisdiction is known. They run as the owner and answer one thing.
-- ---------------------------------------------------------------------------------------------

create function all_jurisdictions()
returns table (id text, parent_id text, name text, level text, calendar_id text)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select j.id, j.parent_id, j.name, j.level, j.calendar_id from jurisdiction j order by j.id;
end;

-- The jurisdictions in which an armed deadline is due or a message is to be delivered. The earliest of each is one
-- index probe, whether much is due, little or nothing; EXISTS was planned as a scan of all that is armed (1.2 s for
-- 300,000 deadlines of which none was due, against 1 ms).
create function jurisdictions_with_due_work(now timestamptz)
returns table (jurisdiction_id text)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select j.id from jurisdiction j
  where (select min(d.projected_at) from deadline d
      where d.jurisdiction_id = j.id and d.state = 'armed') <= jurisdictions_with_due_work.now
    or (select min(m.deliver_at) from message m
      where m.jurisdiction_id = j.id and m.state = 'pending') <= jurisdictions_with_due_work.now
  order by j.id;
end;

-- For signing in: the one person of that name, with the hash to compare with.
create function credential_of(username text)
returns table (jurisdiction_id text, person_id uuid, unit_id uuid, name text, active boolean,
  password_hash text, must_change boolean, failed_attempts integer, locked_until timestamptz)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select p.jurisdiction_id, p.id, p.unit_id, p.name, p.active,
    c.password_hash, c.must_change, c.failed_attempts, c.locked_until
  from person p join credential c on c.jurisdiction_id = p.jurisdiction_id and c.person_id = p.id
  where p.username = credential_of.username;
end;

-- For a request that brings a cookie: the session and whose it is. Whether it is still good is for the asker to
-- say, who has the clock.
create function session_of(token_hash text)
returns table (jurisdiction_id text, person_id uuid, unit_id uuid, name text, username text, active boolean,
  must_change boolean, csrf_token text, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select s.jurisdiction_id, s.person_id, p.unit_id, p.name, p.username, p.active,
    coalesce(c.must_change, false), s.csrf_token, s.created_at, s.last_seen_at, s.expires_at
  from session s
  join person p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.person_id
  left join credential c on c.jurisdiction_id = s.jurisdiction_id and c.person_id = s.person_id
  where s.token_hash = session_of.token_hash;
end;

revoke all on function all_jurisdictions(), jurisdictions_with_due_work(timestamptz), credential_of(text),
  session_of(text) from public;
grant execute on function all_jurisdictions(), jurisdictions_with_due_work(timestamptz), credential_of(text),
  session_of(text) to luoshi_app;
