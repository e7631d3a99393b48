-- Written from the database by the schema check; the migrations are what is executed.

CREATE OR REPLACE FUNCTION luoshi.administers(jurisdiction text, person uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM role_assignment r WHERE ((r.jurisdiction_id = administers.jurisdiction) AND (r.person_id = administers.person) AND is_administration(r.role) AND (COALESCE(r.valid_from, '-infinity'::date) <= ((administers.at AT TIME ZONE 'Asia/Shanghai'::text))::date) AND (COALESCE(r.valid_to, 'infinity'::date) >= ((administers.at AT TIME ZONE 'Asia/Shanghai'::text))::date))));

CREATE OR REPLACE FUNCTION luoshi.all_jurisdictions()
 RETURNS TABLE(id text, parent_id text, name text, level text, calendar_id text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT j.id,
     j.parent_id,
     j.name,
     j.level,
     j.calendar_id
    FROM jurisdiction j
   ORDER BY j.id;
END;
grant execute on function all_jurisdictions() to luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.bearer_of(token_hash text)
 RETURNS TABLE(jurisdiction_id text, id uuid, person_id uuid, unit_id uuid, name text, username text, active boolean, must_change boolean, second_factor boolean, scopes text[], created_at timestamp with time zone, expires_at timestamp with time zone, last_used_at timestamp with time zone, ended_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT t.jurisdiction_id,
     t.id,
     t.person_id,
     p.unit_id,
     p.name,
     p.username,
     (p.active AND (p.barred_at IS NULL)),
     COALESCE(c.must_change, false) AS "coalesce",
     (EXISTS ( SELECT
            FROM second_factor f
           WHERE ((f.jurisdiction_id = t.jurisdiction_id) AND (f.person_id = t.person_id) AND (f.confirmed_at IS NOT NULL)))) AS "exists",
     t.scopes,
     t.created_at,
     t.expires_at,
     t.last_used_at,
     t.ended_at
    FROM ((api_token t
      JOIN person p ON (((p.jurisdiction_id = t.jurisdiction_id) AND (p.id = t.person_id))))
      LEFT JOIN credential c ON (((c.jurisdiction_id = t.jurisdiction_id) AND (c.person_id = t.person_id))))
   WHERE (t.token_hash = bearer_of.token_hash);
END;
grant execute on function bearer_of(text) to public, luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.channel_of_receipt(receipt_hash text)
 RETURNS TABLE(jurisdiction_id text, channel_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT c.jurisdiction_id,
     c.id
    FROM channel c
   WHERE (c.receipt_hash = channel_of_receipt.receipt_hash);
END;
grant execute on function channel_of_receipt(text) to public, luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.credential_of(username text)
 RETURNS TABLE(jurisdiction_id text, person_id uuid, unit_id uuid, name text, active boolean, password_hash text, must_change boolean, failed_attempts integer, locked_until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT p.jurisdiction_id,
     p.id,
     p.unit_id,
     p.name,
     (p.active AND (p.barred_at IS NULL)),
     c.password_hash,
     c.must_change,
     c.failed_attempts,
     c.locked_until
    FROM (person p
      JOIN credential c ON (((c.jurisdiction_id = p.jurisdiction_id) AND (c.person_id = p.id))))
   WHERE (p.username = credential_of.username);
END;
grant execute on function credential_of(text) to luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.current_jurisdiction()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('luoshi.jurisdiction_id'::text, true), ''::text);

CREATE OR REPLACE FUNCTION luoshi.current_office()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('luoshi.office'::text, true), ''::text);

CREATE OR REPLACE FUNCTION luoshi.current_unit()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('luoshi.unit_id'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION luoshi.end_external_sessions(issuer text, subject text, sid text)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 WITH ended AS (
          DELETE FROM session s
            USING external_sign_in e
           WHERE ((e.jurisdiction_id = s.jurisdiction_id) AND (e.session_id = s.id) AND (e.issuer = end_external_sessions.issuer) AND ((end_external_sessions.sid IS NULL) OR (e.sid = end_external_sessions.sid)) AND ((end_external_sessions.subject IS NULL) OR (e.subject = end_external_sessions.subject)) AND ((end_external_sessions.sid IS NOT NULL) OR (end_external_sessions.subject IS NOT NULL)))
           RETURNING s.id
         )
  SELECT (count(*))::integer AS count
    FROM ended;
END;
grant execute on function end_external_sessions(text,text,text) to public, luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.evidence_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.withdrawn_at is not null
    or (to_jsonb(new) - array['withdrawn_at', 'withdrawn_by', 'withdrawn_reason'])
      is distinct from (to_jsonb(old) - array['withdrawn_at', 'withdrawn_by', 'withdrawn_reason']) then
    raise exception 'evidence % is not changed', old.id using errcode = 'raise_exception';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION luoshi.expect_rows(wanted bigint, saved bigint)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if saved is distinct from wanted then
    raise exception '% rows to save, % saved', wanted, saved using errcode = 'data_exception';
  end if;
end $function$;

CREATE OR REPLACE FUNCTION luoshi.feed_of_token(token_hash text)
 RETURNS TABLE(jurisdiction_id text, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT f.jurisdiction_id,
     f.person_id
    FROM (calendar_feed f
      JOIN person p ON (((p.jurisdiction_id = f.jurisdiction_id) AND (p.id = f.person_id) AND p.active)))
   WHERE (f.token_hash = feed_of_token.token_hash);
END;
grant execute on function feed_of_token(text) to public, luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.followed_jurisdictions()
 RETURNS TABLE(jurisdiction_id text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT s.jurisdiction_id
    FROM event_stream s
   ORDER BY s.jurisdiction_id;
END;
grant execute on function followed_jurisdictions() to luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.forget_clock(id uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 DELETE FROM process_clock c
   WHERE (c.id = forget_clock.id);
END;
grant execute on function forget_clock(uuid) to public, luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.is_administration(role text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (role = ANY (ARRAY['administrator'::text, 'securityAdministrator'::text, 'auditAdministrator'::text]));

CREATE OR REPLACE FUNCTION luoshi.issued_product_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state in ('withdrawn', 'abandoned') or (old.state = 'issued' and
    (to_jsonb(new) - array['state', 'version', 'withdrawn_at', 'withdrawn_by', 'withdrawn_reason'])
      is distinct from (to_jsonb(old) - array['state', 'version', 'withdrawn_at', 'withdrawn_by', 'withdrawn_reason'])) then
    raise exception 'product % is not changed', old.id using errcode = 'raise_exception';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION luoshi.jurisdictions_with_due_work(now timestamp with time zone)
 RETURNS TABLE(jurisdiction_id text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT j.id
    FROM jurisdiction j
   WHERE ((( SELECT min(d.projected_at) AS min
            FROM deadline d
           WHERE ((d.jurisdiction_id = j.id) AND (d.state = 'armed'::text))) <= jurisdictions_with_due_work.now) OR (( SELECT min(m.deliver_at) AS min
            FROM message m
           WHERE ((m.jurisdiction_id = j.id) AND (m.state = 'pending'::text))) <= jurisdictions_with_due_work.now) OR (EXISTS ( SELECT 1
            FROM calendar_change c
           WHERE ((c.jurisdiction_id = j.id) AND (c.finished_at IS NULL)))))
   ORDER BY j.id;
END;
grant execute on function jurisdictions_with_due_work(timestamp with time zone) to luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.jurisdictions_with_letters(now timestamp with time zone)
 RETURNS TABLE(jurisdiction_id text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT j.id
    FROM jurisdiction j
   WHERE ((EXISTS ( SELECT 1
            FROM message m
           WHERE ((m.jurisdiction_id = j.id) AND (NOT m.shared_out)))) OR (( SELECT min(p.due_at) AS min
            FROM parcel p
           WHERE ((p.jurisdiction_id = j.id) AND (p.letter_id IS NULL))) <= jurisdictions_with_letters.now) OR (EXISTS ( SELECT 1
            FROM (letter l
              JOIN channel c ON (((c.jurisdiction_id = l.jurisdiction_id) AND (c.id = l.channel_id))))
           WHERE ((l.jurisdiction_id = j.id) AND (l.not_before <= jurisdictions_with_letters.now) AND (c.state = 'on'::text)))) OR (( SELECT min(w.due_at) AS min
            FROM reach_watch w
           WHERE ((w.jurisdiction_id = j.id) AND (w.state = 'watched'::text))) <= jurisdictions_with_letters.now) OR (EXISTS ( SELECT 1
            FROM (reach_watch w
              JOIN message m ON (((m.jurisdiction_id = w.jurisdiction_id) AND (m.id = w.message_id))))
           WHERE ((w.jurisdiction_id = j.id) AND (w.state = 'toCall'::text) AND (m.state = 'read'::text)))))
   ORDER BY j.id;
END;
grant execute on function jurisdictions_with_letters(timestamp with time zone) to public, luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.letter_of_link(link_hash text)
 RETURNS TABLE(jurisdiction_id text, letter_id uuid, link_expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT l.jurisdiction_id,
     l.id,
     l.link_expires_at
    FROM letter l
   WHERE (l.link_hash = letter_of_link.link_hash);
END;
grant execute on function letter_of_link(text) to public, luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.mark_directory()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
AS $function$
begin
  -- A backup brings its mark along.
  if current_setting('luoshi.restoring', true) = 'on' then return null; end if;
  update jurisdiction set directory_mark = gen_random_uuid()
  where id in (select distinct jurisdiction_id from changed);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION luoshi.mark_names()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
AS $function$
begin
  -- A backup brings its mark along.
  if current_setting('luoshi.restoring', true) = 'on' then return null; end if;
  update jurisdiction set directory_mark = gen_random_uuid()
  where current_jurisdiction() is null or id = current_jurisdiction();
  return null;
end $function$;

CREATE OR REPLACE FUNCTION luoshi.note_notice()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  before luoshi.notice := case when tg_op = 'UPDATE' then old end;
  noted integer;
begin
  -- A backup brings these lines along.
  if current_setting('luoshi.restoring', true) = 'on' then return null; end if;
  select count(*) into noted from luoshi.notice_event e
  where e.jurisdiction_id = new.jurisdiction_id and e.notice_id = new.id;
  insert into luoshi.notice_event (jurisdiction_id, notice_id, seq, type, at)
  select new.jurisdiction_id, new.id, noted + row_number() over (order by rank), type, at
  from (values (1, 'ISSUED', new.issued_at, before.issued_at), (2, 'ACKNOWLEDGED', new.acknowledged_at, before.acknowledged_at),
    (3, 'RESCINDED', new.rescinded_at, before.rescinded_at)) as w (rank, type, at, earlier)
  where at is not null and earlier is null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION luoshi.person_of_identity(issuer text, subject text)
 RETURNS TABLE(jurisdiction_id text, person_id uuid, active boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT p.jurisdiction_id,
     p.id,
     (p.active AND (p.barred_at IS NULL))
    FROM (external_identity e
      JOIN person p ON (((p.jurisdiction_id = e.jurisdiction_id) AND (p.id = e.person_id))))
   WHERE ((e.issuer = person_of_identity.issuer) AND (e.subject = person_of_identity.subject));
END;
grant execute on function person_of_identity(text,text) to public, luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.person_of_username(username text)
 RETURNS TABLE(jurisdiction_id text, person_id uuid, active boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT p.jurisdiction_id,
     p.id,
     (p.active AND (p.barred_at IS NULL))
    FROM person p
   WHERE (p.username = person_of_username.username);
END;
grant execute on function person_of_username(text) to public, luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.process_clocks()
 RETURNS TABLE(id uuid, kind text, host text, version text, started_at timestamp with time zone, shown_at timestamp with time zone, seen_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT c.id,
     c.kind,
     c.host,
     c.version,
     c.started_at,
     c.shown_at,
     c.seen_at
    FROM process_clock c
   ORDER BY c.started_at;
END;
grant execute on function process_clocks() to public, luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.refuse_another_draw()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION luoshi.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the trail cannot be changed: % on %', tg_op, tg_table_name using errcode = 'LS001';
end $function$;

CREATE OR REPLACE FUNCTION luoshi.refuse_joined_offices()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
AS $function$
begin
  perform from person p
    where (p.jurisdiction_id, p.id) in (select c.jurisdiction_id, c.person_id from changed c)
    order by p.jurisdiction_id, p.id for no key update;
  if exists (
    select from changed c join role_assignment a
      on a.jurisdiction_id = c.jurisdiction_id and a.person_id = c.person_id and a.role <> c.role
    where (is_administration(a.role) or is_administration(c.role))
      and coalesce(a.valid_from, '-infinity') <= coalesce(a.valid_to, 'infinity')
      and coalesce(c.valid_from, '-infinity') <= coalesce(c.valid_to, 'infinity')
      and coalesce(a.valid_from, '-infinity') <= coalesce(c.valid_to, 'infinity')
      and coalesce(c.valid_from, '-infinity') <= coalesce(a.valid_to, 'infinity'))
  then
    raise exception 'an administrator holds no other role'
      using errcode = 'check_violation', constraint = 'role_assignment_offices_apart';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION luoshi.session_of(token_hash text)
 RETURNS TABLE(jurisdiction_id text, person_id uuid, unit_id uuid, name text, username text, active boolean, must_change boolean, csrf_token text, created_at timestamp with time zone, last_seen_at timestamp with time zone, expires_at timestamp with time zone, id uuid, second_factor boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT s.jurisdiction_id,
     s.person_id,
     p.unit_id,
     p.name,
     p.username,
     (p.active AND (p.barred_at IS NULL)),
     (COALESCE(c.must_change, false) AND (e.session_id IS NULL)),
     s.csrf_token,
     s.created_at,
     s.last_seen_at,
     s.expires_at,
     s.id,
     (COALESCE(e.second_factor, false) OR (EXISTS ( SELECT
            FROM second_factor f
           WHERE ((f.jurisdiction_id = s.jurisdiction_id) AND (f.person_id = s.person_id) AND (f.confirmed_at IS NOT NULL)))))
    FROM (((session s
      JOIN person p ON (((p.jurisdiction_id = s.jurisdiction_id) AND (p.id = s.person_id))))
      LEFT JOIN credential c ON (((c.jurisdiction_id = s.jurisdiction_id) AND (c.person_id = s.person_id))))
      LEFT JOIN external_sign_in e ON (((e.jurisdiction_id = s.jurisdiction_id) AND (e.session_id = s.id))))
   WHERE (s.token_hash = session_of.token_hash);
END;
grant execute on function session_of(text) to public, luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.subscription_of_key(key_hash text, now timestamp with time zone)
 RETURNS TABLE(jurisdiction_id text, subscription_id uuid, unit_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT s.jurisdiction_id,
     s.id,
     s.unit_id
    FROM webhook_subscription s
   WHERE ((s.state <> 'removed'::text) AND ((s.key_hash = subscription_of_key.key_hash) OR ((s.former_key_hash = subscription_of_key.key_hash) AND (s.former_until > subscription_of_key.now))));
END;
grant execute on function subscription_of_key(text,timestamp with time zone) to luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.tell_clock(id uuid, kind text, host text, version text, started_at timestamp with time zone, shown_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 DELETE FROM process_clock c
   WHERE (c.seen_at < (clock_timestamp() - '1 day'::interval));
 INSERT INTO process_clock (id, kind, host, version, started_at, shown_at, seen_at)
   VALUES (tell_clock.id, tell_clock.kind, tell_clock.host, tell_clock.version, tell_clock.started_at, tell_clock.shown_at, clock_timestamp()) ON CONFLICT ON CONSTRAINT process_clock_pkey DO UPDATE SET shown_at = excluded.shown_at, seen_at = excluded.seen_at;
END;
grant execute on function tell_clock(uuid,text,text,text,timestamp with time zone,timestamp with time zone) to public, luoshi_app;

create table action (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  code text not null,
  number text,
  name text not null,
  "position" integer not null,
  goals jsonb not null default '[]'::jsonb,
  task_force jsonb,
  office_unit_id uuid,
  cadences jsonb not null default '[]'::jsonb,
  constraint action_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint action_jurisdiction_id_plan_id_code_key UNIQUE (jurisdiction_id, plan_id, code),
  constraint action_jurisdiction_id_plan_id_fkey FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan(jurisdiction_id, id)
);
alter table action enable row level security;
create policy kept on action to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy seen on action for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
CREATE TRIGGER names_change AFTER UPDATE OF code ON action FOR EACH STATEMENT EXECUTE FUNCTION mark_names();
grant insert, select, update on action to luoshi_app;

create table alert (
  jurisdiction_id text not null,
  id uuid not null,
  kind text not null,
  level text not null,
  plan_id uuid,
  unit_id uuid,
  subject_kind text,
  subject_id uuid,
  notice_id uuid,
  title text not null,
  detail text not null,
  state text not null,
  raised_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  idempotency_key text not null,
  constraint alert_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint alert_jurisdiction_id_idempotency_key_key UNIQUE (jurisdiction_id, idempotency_key),
  constraint alert_state_check CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text])))
);
alter table alert enable row level security;
CREATE INDEX alert_level_raised ON luoshi.alert USING btree (jurisdiction_id, level, raised_at, id);
CREATE INDEX alert_open ON luoshi.alert USING btree (jurisdiction_id, raised_at) WHERE (state = 'open'::text);
CREATE INDEX alert_raised ON luoshi.alert USING btree (jurisdiction_id, raised_at, id);
CREATE INDEX alert_state_raised ON luoshi.alert USING btree (jurisdiction_id, state, raised_at, id);
create policy own on alert to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)));
create policy written on alert for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
grant insert, select, update on alert to luoshi_app;

create table amendment_decision (
  jurisdiction_id text not null,
  review_id uuid not null,
  item_key text not null,
  content text not null,
  decision text not null,
  reason text,
  decided_at timestamp with time zone not null,
  decided_by uuid,
  constraint amendment_decision_pkey PRIMARY KEY (jurisdiction_id, review_id, item_key),
  constraint amendment_decision_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'rejected'::text]))),
  constraint amendment_decision_jurisdiction_id_review_id_fkey FOREIGN KEY (jurisdiction_id, review_id) REFERENCES plan_review(jurisdiction_id, id)
);
alter table amendment_decision enable row level security;
create policy kept on amendment_decision to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant delete, insert, select, update on amendment_decision to luoshi_app;

create table amendment_pair (
  jurisdiction_id text not null,
  review_id uuid not null,
  draft_task_id uuid not null,
  task_id uuid,
  said_at timestamp with time zone not null,
  said_by uuid,
  constraint amendment_pair_pkey PRIMARY KEY (jurisdiction_id, review_id, draft_task_id),
  constraint amendment_pair_jurisdiction_id_review_id_fkey FOREIGN KEY (jurisdiction_id, review_id) REFERENCES plan_review(jurisdiction_id, id),
  constraint amendment_pair_jurisdiction_id_task_id_fkey FOREIGN KEY (jurisdiction_id, task_id) REFERENCES task(jurisdiction_id, id)
);
alter table amendment_pair enable row level security;
create policy kept on amendment_pair to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant delete, insert, select, update on amendment_pair to luoshi_app;

create table api_token (
  jurisdiction_id text not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  token_hash text not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  last_used_from text,
  ended_at timestamp with time zone,
  constraint api_token_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint api_token_token_hash_key UNIQUE (token_hash),
  constraint api_token_jurisdiction_id_person_id_fkey FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id)
);
alter table api_token enable row level security;
CREATE INDEX api_token_person ON luoshi.api_token USING btree (jurisdiction_id, person_id);
create policy kept on api_token to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select, update on api_token to luoshi_app;

create table audit_run (
  jurisdiction_id text not null,
  at timestamp with time zone not null,
  findings jsonb not null,
  constraint audit_run_pkey PRIMARY KEY (jurisdiction_id, at),
  constraint audit_run_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table audit_run enable row level security;
create policy kept on audit_run to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select on audit_run to luoshi_app;

create table bulk_run (
  jurisdiction_id text not null,
  work text not null,
  total integer not null,
  done integer not null default 0,
  started_at timestamp with time zone not null,
  moved_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint bulk_run_pkey PRIMARY KEY (jurisdiction_id, work),
  constraint bulk_run_work_check CHECK ((work = ANY (ARRAY['clocks'::text, 'calendar'::text, 'policy'::text]))),
  constraint bulk_run_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table bulk_run enable row level security;
create policy kept on bulk_run to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select, update on bulk_run to luoshi_app;

create table calendar_change (
  jurisdiction_id text not null,
  calendar_id text not null,
  version integer not null,
  reason text not null,
  announced_at timestamp with time zone not null,
  announced_by uuid,
  finished_at timestamp with time zone,
  constraint calendar_change_pkey PRIMARY KEY (jurisdiction_id, calendar_id, version),
  constraint calendar_change_jurisdiction_id_calendar_id_version_fkey FOREIGN KEY (jurisdiction_id, calendar_id, version) REFERENCES calendar_version(jurisdiction_id, calendar_id, version)
);
alter table calendar_change enable row level security;
create policy kept on calendar_change to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy seen on calendar_change for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
grant insert, select, update on calendar_change to luoshi_app;

create table calendar_feed (
  jurisdiction_id text not null,
  person_id uuid not null,
  token_hash text not null,
  made_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint calendar_feed_pkey PRIMARY KEY (jurisdiction_id, person_id),
  constraint calendar_feed_token_hash_key UNIQUE (token_hash),
  constraint calendar_feed_jurisdiction_id_person_id_fkey FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id)
);
alter table calendar_feed enable row level security;
create policy own on calendar_feed to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR (EXISTS ( SELECT
   FROM person p
  WHERE p.jurisdiction_id = calendar_feed.jurisdiction_id AND p.id = calendar_feed.person_id AND p.unit_id = (( SELECT current_unit() AS current_unit)))));
grant delete, insert, select, update on calendar_feed to luoshi_app;

create table calendar_version (
  jurisdiction_id text not null,
  calendar_id text not null,
  version integer not null,
  body jsonb not null,
  created_at timestamp with time zone not null,
  constraint calendar_version_pkey PRIMARY KEY (jurisdiction_id, calendar_id, version),
  constraint calendar_version_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table calendar_version enable row level security;
create policy seen on calendar_version for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
create policy written on calendar_version for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select on calendar_version to luoshi_app;

create table channel (
  jurisdiction_id text not null,
  id uuid not null,
  kind text not null,
  name text not null,
  settings jsonb not null,
  sealed_secret text,
  state text not null,
  paused_reason text,
  created_at timestamp with time zone not null,
  paused_at timestamp with time zone,
  paused_by uuid,
  receipt_hash text,
  constraint channel_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint channel_jurisdiction_id_name_key UNIQUE (jurisdiction_id, name),
  constraint channel_receipt_hash_key UNIQUE (receipt_hash),
  constraint channel_kind_check CHECK ((kind = ANY (ARRAY['mail'::text, 'wecom'::text, 'dingtalk'::text, 'feishu'::text, 'webhook'::text, 'sms'::text]))),
  constraint channel_state_check CHECK ((state = ANY (ARRAY['on'::text, 'paused'::text]))),
  constraint channel_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table channel enable row level security;
create policy kept on channel to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select, update on channel to luoshi_app;

create table contact (
  jurisdiction_id text not null,
  id uuid not null,
  channel_id uuid not null,
  person_id uuid,
  unit_id uuid,
  address text not null default ''::text,
  wants text not null,
  any_hour boolean not null default false,
  state text not null,
  refused_reason text,
  created_at timestamp with time zone not null,
  kept_by text not null default 'directory'::text,
  place integer not null default 0,
  unwanted jsonb not null default '[]'::jsonb,
  code_hash text,
  code_expires_at timestamp with time zone,
  code_tries integer not null default 0,
  codes_sent integer not null default 0,
  codes_since timestamp with time zone,
  proven_at timestamp with time zone,
  constraint contact_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint contact_check CHECK (((person_id IS NULL) <> (unit_id IS NULL))),
  constraint contact_kept_by_check CHECK ((kept_by = ANY (ARRAY['directory'::text, 'self'::text]))),
  constraint contact_state_check CHECK ((state = ANY (ARRAY['unproven'::text, 'inUse'::text, 'refused'::text, 'takenBack'::text]))),
  constraint contact_wants_check CHECK ((wants = ANY (ARRAY['everything'::text, 'notices'::text]))),
  constraint contact_jurisdiction_id_channel_id_fkey FOREIGN KEY (jurisdiction_id, channel_id) REFERENCES channel(jurisdiction_id, id),
  constraint contact_jurisdiction_id_person_id_fkey FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id),
  constraint contact_jurisdiction_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES unit(jurisdiction_id, id)
);
alter table contact enable row level security;
CREATE UNIQUE INDEX contact_once ON luoshi.contact USING btree (jurisdiction_id, channel_id, COALESCE(person_id, unit_id), address);
CREATE INDEX contact_person ON luoshi.contact USING btree (jurisdiction_id, person_id) WHERE (person_id IS NOT NULL);
create policy own on contact to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)) OR (EXISTS ( SELECT
   FROM person p
  WHERE p.jurisdiction_id = contact.jurisdiction_id AND p.id = contact.person_id AND p.unit_id = (( SELECT current_unit() AS current_unit)))));
grant insert, select, update on contact to luoshi_app;

create table credential (
  jurisdiction_id text not null,
  person_id uuid not null,
  password_hash text not null,
  must_change boolean not null default false,
  failed_attempts integer not null default 0,
  locked_until timestamp with time zone,
  changed_at timestamp with time zone not null,
  constraint credential_pkey PRIMARY KEY (jurisdiction_id, person_id),
  constraint credential_jurisdiction_id_person_id_fkey FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id)
);
alter table credential enable row level security;
create policy kept on credential to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant delete, insert, select, update on credential to luoshi_app;

create table deadline (
  jurisdiction_id text not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  name text not null,
  generation integer not null,
  detail jsonb not null default '{}'::jsonb,
  budget jsonb not null,
  suspensions jsonb not null default '[]'::jsonb,
  projected_at timestamp with time zone,
  calendar_version integer not null,
  state text not null,
  armed_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint deadline_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint deadline_jurisdiction_id_subject_kind_subject_id_name_gener_key UNIQUE (jurisdiction_id, subject_kind, subject_id, name, generation),
  constraint deadline_state_check CHECK ((state = ANY (ARRAY['armed'::text, 'reached'::text, 'disarmed'::text]))),
  constraint deadline_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['task'::text, 'obligation'::text, 'reportingLine'::text])))
);
alter table deadline enable row level security;
CREATE INDEX deadline_due ON luoshi.deadline USING btree (jurisdiction_id, projected_at, name, subject_id) WHERE (state = 'armed'::text);
CREATE INDEX deadline_of_subject ON luoshi.deadline USING btree (jurisdiction_id, subject_kind, subject_id, name) WHERE (state = 'armed'::text);
create policy unannounced on deadline as restrictive for select to luoshi_app
  using (( SELECT current_unit() AS current_unit)) IS NULL OR name !~~ 'verification:%'::text;
create policy within on deadline to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
grant insert, select, update on deadline to luoshi_app;

create table deadline_move (
  jurisdiction_id text not null,
  deadline_id uuid not null,
  calendar_version integer not null,
  projected_before timestamp with time zone not null,
  projected_after timestamp with time zone not null,
  moved_at timestamp with time zone not null,
  constraint deadline_move_pkey PRIMARY KEY (jurisdiction_id, deadline_id, calendar_version),
  constraint deadline_move_jurisdiction_id_deadline_id_fkey FOREIGN KEY (jurisdiction_id, deadline_id) REFERENCES deadline(jurisdiction_id, id)
);
alter table deadline_move enable row level security;
create policy kept on deadline_move to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select on deadline_move to luoshi_app;

create table draft_task (
  jurisdiction_id text not null,
  id uuid not null,
  review_id uuid not null,
  version integer not null,
  "position" integer not null,
  state text not null,
  code text not null,
  body jsonb not null,
  origin jsonb not null default '[]'::jsonb,
  corrected jsonb not null default '[]'::jsonb,
  drop_reason text,
  changed_by uuid,
  changed_at timestamp with time zone,
  constraint draft_task_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint draft_task_jurisdiction_id_review_id_code_key UNIQUE (jurisdiction_id, review_id, code),
  constraint draft_task_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'dropped'::text]))),
  constraint draft_task_jurisdiction_id_review_id_fkey FOREIGN KEY (jurisdiction_id, review_id) REFERENCES plan_review(jurisdiction_id, id)
);
alter table draft_task enable row level security;
CREATE INDEX draft_task_order ON luoshi.draft_task USING btree (jurisdiction_id, review_id, "position");
create policy kept on draft_task to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant delete, insert, select, update on draft_task to luoshi_app;

create table duty_record (
  jurisdiction_id text not null,
  id uuid not null,
  obligation_id uuid not null,
  unit_id uuid not null,
  asked_by_unit_id uuid,
  kind text not null,
  revision integer not null,
  body jsonb not null,
  filed_by uuid,
  filed_at timestamp with time zone not null,
  constraint duty_record_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint duty_record_jurisdiction_id_obligation_id_revision_key UNIQUE (jurisdiction_id, obligation_id, revision),
  constraint duty_record_kind_check CHECK ((kind = ANY (ARRAY['ledger'::text, 'meeting'::text, 'bulletin'::text, 'review'::text, 'assessment'::text, 'part'::text, 'requestedReport'::text]))),
  constraint duty_record_jurisdiction_id_obligation_id_fkey FOREIGN KEY (jurisdiction_id, obligation_id) REFERENCES obligation(jurisdiction_id, id)
);
alter table duty_record enable row level security;
create policy by_no_administrator on duty_record as restrictive for insert to luoshi_app
  with check (( SELECT current_office() AS current_office)) IS NULL AND NOT administers(jurisdiction_id, filed_by, filed_at);
create policy own on duty_record to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)) OR asked_by_unit_id = (( SELECT current_unit() AS current_unit)));
grant insert, select on duty_record to luoshi_app;

create table event (
  jurisdiction_id text not null,
  subject_kind text not null,
  subject_id uuid not null,
  seq integer not null,
  type text not null,
  payload jsonb not null,
  at timestamp with time zone not null,
  actor_id uuid,
  unit_id uuid,
  idempotency_key text not null,
  prev_hash text not null,
  hash text not null,
  recorded_at timestamp with time zone not null default clock_timestamp(),
  recorded_xid bigint default ((pg_current_xact_id())::text)::bigint,
  constraint event_pkey PRIMARY KEY (jurisdiction_id, subject_kind, subject_id, seq),
  constraint event_jurisdiction_id_subject_kind_subject_id_idempotency_k_key UNIQUE (jurisdiction_id, subject_kind, subject_id, idempotency_key),
  constraint event_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['task'::text, 'obligation'::text, 'reportingLine'::text])))
);
alter table event enable row level security;
CREATE INDEX event_at ON luoshi.event USING btree (jurisdiction_id, at);
CREATE INDEX event_recorded ON luoshi.event USING brin (recorded_xid) WITH (pages_per_range='32', autosummarize='on');
create policy seen on event for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)) OR subject_kind = 'task'::text AND (EXISTS ( SELECT
   FROM responsibility r
  WHERE r.jurisdiction_id = event.jurisdiction_id AND r.task_id = event.subject_id AND r.unit_id = (( SELECT current_unit() AS current_unit)))));
create policy unannounced on event as restrictive for select to luoshi_app
  using (( SELECT current_unit() AS current_unit)) IS NULL OR (type <> ALL (ARRAY['VERIFICATION_ORDERED'::text, 'VERIFICATION_OVERDUE'::text]));
create policy written on event for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
CREATE TRIGGER event_is_immutable BEFORE DELETE OR UPDATE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_is_kept BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on event to luoshi_app;

create table event_stream (
  jurisdiction_id text not null,
  last_position bigint not null,
  horizon bigint not null,
  cluster text not null,
  earlier_from timestamp with time zone,
  earlier_below bigint not null,
  constraint event_stream_pkey PRIMARY KEY (jurisdiction_id),
  constraint event_stream_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table event_stream enable row level security;
create policy kept on event_stream to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy seen on event_stream for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
grant insert, select, update on event_stream to luoshi_app;

create table evidence (
  jurisdiction_id text not null,
  id uuid not null,
  task_id uuid not null,
  obligation_id uuid,
  unit_id uuid,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  scanned boolean not null,
  note text not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_reason text,
  constraint evidence_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint evidence_check CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))),
  constraint evidence_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint evidence_size_check CHECK ((size > 0)),
  constraint evidence_jurisdiction_id_added_by_fkey FOREIGN KEY (jurisdiction_id, added_by) REFERENCES person(jurisdiction_id, id),
  constraint evidence_jurisdiction_id_obligation_id_fkey FOREIGN KEY (jurisdiction_id, obligation_id) REFERENCES obligation(jurisdiction_id, id),
  constraint evidence_jurisdiction_id_task_id_fkey FOREIGN KEY (jurisdiction_id, task_id) REFERENCES task(jurisdiction_id, id),
  constraint evidence_jurisdiction_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES unit(jurisdiction_id, id),
  constraint evidence_jurisdiction_id_withdrawn_by_fkey FOREIGN KEY (jurisdiction_id, withdrawn_by) REFERENCES person(jurisdiction_id, id)
);
alter table evidence enable row level security;
CREATE INDEX evidence_object ON luoshi.evidence USING btree (jurisdiction_id, sha256);
CREATE INDEX evidence_obligation ON luoshi.evidence USING btree (jurisdiction_id, obligation_id) WHERE (obligation_id IS NOT NULL);
CREATE INDEX evidence_task ON luoshi.evidence USING btree (jurisdiction_id, task_id, added_at, id);
create policy own on evidence to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_office() AS current_office)) IS NULL AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)));
CREATE TRIGGER evidence_is_kept BEFORE UPDATE ON evidence FOR EACH ROW EXECUTE FUNCTION evidence_is_kept();
grant insert, select, update on evidence to luoshi_app;

create table external_identity (
  jurisdiction_id text not null,
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  linked_at timestamp with time zone not null,
  constraint external_identity_pkey PRIMARY KEY (jurisdiction_id, issuer, subject),
  constraint external_identity_issuer_subject_key UNIQUE (issuer, subject),
  constraint external_identity_jurisdiction_id_person_id_fkey FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id)
);
alter table external_identity enable row level security;
CREATE INDEX external_identity_person ON luoshi.external_identity USING btree (jurisdiction_id, person_id);
create policy kept on external_identity to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant delete, insert, select on external_identity to luoshi_app;

create table external_sign_in (
  jurisdiction_id text not null,
  state_hash text not null,
  person_id uuid not null,
  session_id uuid not null,
  issuer text not null,
  subject text not null,
  sid text,
  id_token_sealed text not null,
  second_factor boolean not null,
  signed_in_at timestamp with time zone not null,
  constraint external_sign_in_pkey PRIMARY KEY (jurisdiction_id, state_hash),
  constraint external_sign_in_jurisdiction_id_person_id_fkey FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id)
);
alter table external_sign_in enable row level security;
CREATE INDEX external_sign_in_session ON luoshi.external_sign_in USING btree (jurisdiction_id, session_id);
CREATE INDEX external_sign_in_subject ON luoshi.external_sign_in USING btree (issuer, subject);
create policy kept on external_sign_in to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant delete, insert, select on external_sign_in to luoshi_app;

create table heartbeat (
  jurisdiction_id text not null,
  name text not null,
  beat_at timestamp with time zone not null,
  constraint heartbeat_pkey PRIMARY KEY (jurisdiction_id, name),
  constraint heartbeat_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table heartbeat enable row level security;
create policy within on heartbeat to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
grant insert, select, update on heartbeat to luoshi_app;

create table idempotent_answer (
  jurisdiction_id text not null,
  person_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  body jsonb not null,
  created_at timestamp with time zone not null,
  constraint idempotent_answer_pkey PRIMARY KEY (jurisdiction_id, person_id, key)
);
alter table idempotent_answer enable row level security;
create policy own on idempotent_answer to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR (EXISTS ( SELECT
   FROM person p
  WHERE p.jurisdiction_id = idempotent_answer.jurisdiction_id AND p.id = idempotent_answer.person_id AND p.unit_id = (( SELECT current_unit() AS current_unit)))));
grant delete, insert, select, update on idempotent_answer to luoshi_app;

create table indicator (
  jurisdiction_id text not null,
  task_id uuid not null,
  "position" integer not null,
  name text not null,
  comparator text not null,
  value numeric not null,
  upper numeric,
  unit text not null default ''::text,
  per text,
  constraint indicator_pkey PRIMARY KEY (jurisdiction_id, task_id, "position"),
  constraint indicator_jurisdiction_id_task_id_fkey FOREIGN KEY (jurisdiction_id, task_id) REFERENCES task(jurisdiction_id, id)
);
alter table indicator enable row level security;
create policy seen on indicator to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR (EXISTS ( SELECT
   FROM responsibility r
  WHERE r.jurisdiction_id = indicator.jurisdiction_id AND r.task_id = indicator.task_id AND r.unit_id = (( SELECT current_unit() AS current_unit)))));
grant delete, insert, select, update on indicator to luoshi_app;

create table jurisdiction (
  id text not null,
  parent_id text,
  name text not null,
  level text not null,
  calendar_id text not null,
  created_at timestamp with time zone not null,
  full_prefixes jsonb not null default '[]'::jsonb,
  short_prefix text not null default ''::text,
  directory_mark uuid not null default gen_random_uuid(),
  constraint jurisdiction_pkey PRIMARY KEY (id),
  constraint jurisdiction_level_check CHECK ((level = ANY (ARRAY['province'::text, 'prefecture'::text, 'county'::text, 'township'::text]))),
  constraint jurisdiction_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES jurisdiction(id)
);
alter table jurisdiction enable row level security;
create policy founded on jurisdiction for insert to luoshi_app
  with check id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy seen on jurisdiction for select to luoshi_app
  using id = (( SELECT current_jurisdiction() AS current_jurisdiction));
grant insert, select on jurisdiction to luoshi_app;

create table ladder_pause (
  jurisdiction_id text not null,
  id uuid not null,
  ladder text not null,
  label text not null,
  covers jsonb not null,
  reason text not null,
  paused_at timestamp with time zone not null,
  paused_by uuid,
  until date not null,
  resumed_at timestamp with time zone,
  resumed_by uuid,
  followed boolean not null default false,
  constraint ladder_pause_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint ladder_pause_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table ladder_pause enable row level security;
CREATE UNIQUE INDEX ladder_pause_once ON luoshi.ladder_pause USING btree (jurisdiction_id, ladder) WHERE (resumed_at IS NULL);
create policy kept on ladder_pause to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select, update on ladder_pause to luoshi_app;

create table letter (
  jurisdiction_id text not null,
  id uuid not null,
  contact_id uuid,
  channel_id uuid not null,
  title text not null,
  body text not null,
  state text not null,
  attempts integer not null default 0,
  not_before timestamp with time zone,
  lease_until timestamp with time zone,
  again boolean not null default false,
  failure_code text,
  failure text,
  reference text,
  link_hash text,
  link_expires_at timestamp with time zone,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  read_at timestamp with time zone,
  purpose text not null default 'messages'::text,
  address text,
  delivered_at timestamp with time zone,
  constraint letter_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint letter_link_hash_key UNIQUE (link_hash),
  constraint letter_addressee CHECK (((contact_id IS NULL) = (address IS NOT NULL))),
  constraint letter_purpose_check CHECK ((purpose = ANY (ARRAY['messages'::text, 'code'::text, 'trial'::text]))),
  constraint letter_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'read'::text, 'failedForNow'::text, 'failedForGood'::text]))),
  constraint letter_jurisdiction_id_channel_id_fkey FOREIGN KEY (jurisdiction_id, channel_id) REFERENCES channel(jurisdiction_id, id),
  constraint letter_jurisdiction_id_contact_id_fkey FOREIGN KEY (jurisdiction_id, contact_id) REFERENCES contact(jurisdiction_id, id)
);
alter table letter enable row level security;
CREATE INDEX letter_by_time ON luoshi.letter USING btree (jurisdiction_id, created_at, id);
CREATE INDEX letter_channel_created ON luoshi.letter USING btree (jurisdiction_id, channel_id, created_at, id);
CREATE INDEX letter_contact ON luoshi.letter USING btree (jurisdiction_id, contact_id, created_at);
CREATE INDEX letter_reference ON luoshi.letter USING btree (jurisdiction_id, channel_id, reference) WHERE (reference IS NOT NULL);
CREATE INDEX letter_state_created ON luoshi.letter USING btree (jurisdiction_id, state, created_at, id);
CREATE INDEX letter_waiting ON luoshi.letter USING btree (jurisdiction_id, not_before) WHERE (not_before IS NOT NULL);
create policy kept on letter to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select, update on letter to luoshi_app;

create table letter_attempt (
  jurisdiction_id text not null,
  letter_id uuid not null,
  number integer not null,
  channel_id uuid not null,
  begun_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  outcome text,
  code text,
  reason text,
  constraint letter_attempt_pkey PRIMARY KEY (jurisdiction_id, letter_id, number),
  constraint letter_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'failedForNow'::text, 'failedForGood'::text, 'unknown'::text]))),
  constraint letter_attempt_jurisdiction_id_letter_id_fkey FOREIGN KEY (jurisdiction_id, letter_id) REFERENCES letter(jurisdiction_id, id)
);
alter table letter_attempt enable row level security;
CREATE INDEX letter_attempt_channel ON luoshi.letter_attempt USING btree (jurisdiction_id, channel_id, begun_at);
create policy kept on letter_attempt to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select, update on letter_attempt to luoshi_app;

create table message (
  jurisdiction_id text not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  channel text not null,
  kind text not null,
  subject_kind text,
  subject_id uuid,
  notice_id uuid,
  title text not null,
  body text not null,
  state text not null,
  deliver_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  read_at timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  idempotency_key text not null,
  shared_out boolean not null default false,
  constraint message_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint message_jurisdiction_id_idempotency_key_key UNIQUE (jurisdiction_id, idempotency_key),
  constraint message_channel_check CHECK ((channel = 'inbox'::text)),
  constraint message_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sending'::text, 'delivered'::text, 'read'::text, 'failed'::text])))
);
alter table message enable row level security;
CREATE INDEX message_inbox ON luoshi.message USING btree (jurisdiction_id, person_id, delivered_at, id) WHERE ((channel = 'inbox'::text) AND (state = ANY (ARRAY['delivered'::text, 'read'::text])));
CREATE INDEX message_pending ON luoshi.message USING btree (jurisdiction_id, deliver_at) WHERE (state = ANY (ARRAY['pending'::text, 'sending'::text]));
CREATE INDEX message_person ON luoshi.message USING btree (jurisdiction_id, person_id, created_at);
CREATE INDEX message_to_share_out ON luoshi.message USING btree (jurisdiction_id) WHERE (NOT shared_out);
create policy own on message to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)));
create policy written on message for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
grant insert, select, update on message to luoshi_app;

create table message_choice (
  jurisdiction_id text not null,
  person_id uuid not null,
  in_order boolean not null,
  hours_from text,
  hours_to text,
  chosen_at timestamp with time zone not null,
  constraint message_choice_pkey PRIMARY KEY (jurisdiction_id, person_id),
  constraint message_choice_check CHECK (((hours_from IS NULL) = (hours_to IS NULL))),
  constraint message_choice_jurisdiction_id_person_id_fkey FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id)
);
alter table message_choice enable row level security;
create policy own on message_choice to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR (EXISTS ( SELECT
   FROM person p
  WHERE p.jurisdiction_id = message_choice.jurisdiction_id AND p.id = message_choice.person_id AND p.unit_id = (( SELECT current_unit() AS current_unit)))));
grant delete, insert, select, update on message_choice to luoshi_app;

create table notice (
  jurisdiction_id text not null,
  id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  plan_id uuid not null,
  unit_id uuid not null,
  generation integer not null,
  rung text not null,
  colour text,
  state text not null,
  number text,
  title text not null,
  body text not null,
  facts jsonb not null,
  drafted_at timestamp with time zone not null,
  issued_at timestamp with time zone,
  issued_by uuid,
  acknowledged_at timestamp with time zone,
  acknowledged_by uuid,
  rescinded_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint notice_jurisdiction_id_number_key UNIQUE (jurisdiction_id, number),
  constraint notice_jurisdiction_id_subject_kind_subject_id_generation_r_key UNIQUE (jurisdiction_id, subject_kind, subject_id, generation, rung),
  constraint notice_kind_check CHECK ((kind = ANY (ARRAY['reminderLetter'::text, 'supervisionNotice'::text, 'circular'::text, 'interviewNotice'::text]))),
  constraint notice_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'issued'::text, 'cancelled'::text])))
);
alter table notice enable row level security;
CREATE INDEX notice_drafted ON luoshi.notice USING btree (jurisdiction_id, drafted_at, id);
CREATE INDEX notice_kind_drafted ON luoshi.notice USING btree (jurisdiction_id, kind, drafted_at, id);
CREATE INDEX notice_plan_drafted ON luoshi.notice USING btree (jurisdiction_id, plan_id, drafted_at, id);
CREATE INDEX notice_state_drafted ON luoshi.notice USING btree (jurisdiction_id, state, drafted_at, id);
CREATE INDEX notice_unit_drafted ON luoshi.notice USING btree (jurisdiction_id, unit_id, drafted_at, id);
create policy own on notice to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)));
create policy written on notice for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
CREATE TRIGGER notice_change_is_noted AFTER UPDATE ON notice FOR EACH ROW WHEN (new.issued_at IS DISTINCT FROM old.issued_at OR new.acknowledged_at IS DISTINCT FROM old.acknowledged_at OR new.rescinded_at IS DISTINCT FROM old.rescinded_at) EXECUTE FUNCTION note_notice();
CREATE TRIGGER notice_is_noted AFTER INSERT ON notice FOR EACH ROW WHEN (new.issued_at IS NOT NULL) EXECUTE FUNCTION note_notice();
grant insert, select, update on notice to luoshi_app;

create table notice_event (
  jurisdiction_id text not null,
  notice_id uuid not null,
  seq integer not null,
  type text not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default clock_timestamp(),
  recorded_xid bigint default ((pg_current_xact_id())::text)::bigint,
  constraint notice_event_pkey PRIMARY KEY (jurisdiction_id, notice_id, seq),
  constraint notice_event_jurisdiction_id_notice_id_type_key UNIQUE (jurisdiction_id, notice_id, type),
  constraint notice_event_type_check CHECK ((type = ANY (ARRAY['ISSUED'::text, 'ACKNOWLEDGED'::text, 'RESCINDED'::text]))),
  constraint notice_event_jurisdiction_id_notice_id_fkey FOREIGN KEY (jurisdiction_id, notice_id) REFERENCES notice(jurisdiction_id, id)
);
alter table notice_event enable row level security;
CREATE INDEX notice_event_recorded ON luoshi.notice_event USING brin (recorded_xid) WITH (pages_per_range='32', autosummarize='on');
create policy seen on notice_event for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR (EXISTS ( SELECT
   FROM notice n
  WHERE n.jurisdiction_id = notice_event.jurisdiction_id AND n.id = notice_event.notice_id)));
create policy written on notice_event for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
CREATE TRIGGER notice_event_is_immutable BEFORE DELETE OR UPDATE ON notice_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER notice_event_is_kept BEFORE TRUNCATE ON notice_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on notice_event to luoshi_app;

create table notice_member (
  jurisdiction_id text not null,
  notice_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  generation integer not null,
  rung text not null,
  state text not null,
  constraint notice_member_pkey PRIMARY KEY (jurisdiction_id, subject_kind, subject_id, generation, rung),
  constraint notice_member_state_check CHECK ((state = ANY (ARRAY['standing'::text, 'cancelled'::text, 'rescinded'::text]))),
  constraint notice_member_jurisdiction_id_notice_id_fkey FOREIGN KEY (jurisdiction_id, notice_id) REFERENCES notice(jurisdiction_id, id)
);
alter table notice_member enable row level security;
CREATE INDEX notice_member_notice ON luoshi.notice_member USING btree (jurisdiction_id, notice_id);
create policy own on notice_member to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR (EXISTS ( SELECT
   FROM notice n
  WHERE n.jurisdiction_id = notice_member.jurisdiction_id AND n.id = notice_member.notice_id)));
create policy written on notice_member for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
grant insert, select, update on notice_member to luoshi_app;

create table notice_series (
  jurisdiction_id text not null,
  series text not null,
  year integer not null,
  last_number integer not null,
  constraint notice_series_pkey PRIMARY KEY (jurisdiction_id, series, year)
);
alter table notice_series enable row level security;
create policy within on notice_series to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
grant insert, select, update on notice_series to luoshi_app;

create table obligation (
  jurisdiction_id text not null,
  id uuid not null,
  sitting_id uuid,
  task_id uuid,
  unit_id uuid not null,
  kind text not null,
  period text not null,
  due_at timestamp with time zone not null,
  state text not null,
  machine_version integer not null,
  policy_version integer not null,
  calendar_version integer not null,
  snapshot jsonb not null,
  version integer not null,
  head_hash text not null,
  duty text not null default 'taskReport'::text,
  action_id uuid,
  plan_id uuid not null,
  asked_by_unit_id uuid,
  constraint obligation_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint obligation_kind_check CHECK ((kind = ANY (ARRAY['taskReport'::text, 'ledger'::text, 'meeting'::text, 'bulletin'::text, 'review'::text, 'assessment'::text, 'part'::text, 'requestedReport'::text]))),
  constraint obligation_jurisdiction_id_action_id_fkey FOREIGN KEY (jurisdiction_id, action_id) REFERENCES action(jurisdiction_id, id),
  constraint obligation_jurisdiction_id_asked_by_unit_id_fkey FOREIGN KEY (jurisdiction_id, asked_by_unit_id) REFERENCES unit(jurisdiction_id, id),
  constraint obligation_jurisdiction_id_plan_id_fkey FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan(jurisdiction_id, id),
  constraint obligation_jurisdiction_id_sitting_id_fkey FOREIGN KEY (jurisdiction_id, sitting_id) REFERENCES sitting(jurisdiction_id, id),
  constraint obligation_jurisdiction_id_task_id_fkey FOREIGN KEY (jurisdiction_id, task_id) REFERENCES task(jurisdiction_id, id)
);
alter table obligation enable row level security;
CREATE INDEX obligation_duty ON luoshi.obligation USING btree (jurisdiction_id, plan_id, due_at) WHERE (kind <> 'taskReport'::text);
CREATE INDEX obligation_duty_asker ON luoshi.obligation USING btree (jurisdiction_id, asked_by_unit_id, due_at) WHERE ((kind <> 'taskReport'::text) AND (asked_by_unit_id IS NOT NULL));
CREATE INDEX obligation_duty_due ON luoshi.obligation USING btree (jurisdiction_id, due_at, id) WHERE (kind <> 'taskReport'::text);
CREATE INDEX obligation_duty_kind ON luoshi.obligation USING btree (jurisdiction_id, kind, due_at) WHERE (kind <> 'taskReport'::text);
CREATE INDEX obligation_duty_state ON luoshi.obligation USING btree (jurisdiction_id, state, due_at) WHERE (kind <> 'taskReport'::text);
CREATE INDEX obligation_duty_unit ON luoshi.obligation USING btree (jurisdiction_id, unit_id, due_at) WHERE (kind <> 'taskReport'::text);
CREATE INDEX obligation_sitting ON luoshi.obligation USING btree (jurisdiction_id, sitting_id);
CREATE INDEX obligation_submitted ON luoshi.obligation USING btree (jurisdiction_id, task_id) WHERE (state = 'submitted'::text);
CREATE INDEX obligation_task ON luoshi.obligation USING btree (jurisdiction_id, task_id);
CREATE INDEX obligation_waiting ON luoshi.obligation USING btree (jurisdiction_id, plan_id, due_at, id) WHERE ((state = 'submitted'::text) AND (kind = 'taskReport'::text));
CREATE INDEX obligation_waiting_unit ON luoshi.obligation USING btree (jurisdiction_id, unit_id, due_at, id) WHERE ((state = 'submitted'::text) AND (kind = 'taskReport'::text));
create policy own on obligation to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)) OR asked_by_unit_id = (( SELECT current_unit() AS current_unit)));
grant insert, select, update on obligation to luoshi_app;

create table outgoing_event (
  jurisdiction_id text not null,
  "position" bigint not null,
  subject_kind text not null,
  subject_id uuid not null,
  seq integer not null,
  type text not null,
  at timestamp with time zone not null,
  unit_ids uuid[] not null,
  document text not null,
  constraint outgoing_event_pkey PRIMARY KEY (jurisdiction_id, "position"),
  constraint outgoing_event_jurisdiction_id_subject_kind_subject_id_seq_key UNIQUE (jurisdiction_id, subject_kind, subject_id, seq),
  constraint outgoing_event_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['task'::text, 'obligation'::text, 'notice'::text]))),
  constraint outgoing_event_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table outgoing_event enable row level security;
CREATE INDEX outgoing_event_at ON luoshi.outgoing_event USING btree (jurisdiction_id, at);
create policy seen on outgoing_event for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR ((( SELECT current_unit() AS current_unit)) = ANY (unit_ids)));
create policy written on outgoing_event for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
CREATE TRIGGER outgoing_event_is_immutable BEFORE DELETE OR UPDATE ON outgoing_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER outgoing_event_is_kept BEFORE TRUNCATE ON outgoing_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on outgoing_event to luoshi_app;

create table parcel (
  jurisdiction_id text not null,
  message_id uuid not null,
  contact_id uuid not null,
  due_at timestamp with time zone not null,
  letter_id uuid,
  held_for text,
  constraint parcel_pkey PRIMARY KEY (jurisdiction_id, message_id, contact_id),
  constraint parcel_held_for_check CHECK ((held_for = ANY (ARRAY['quietHours'::text, 'order'::text, 'throttle'::text]))),
  constraint parcel_jurisdiction_id_contact_id_fkey FOREIGN KEY (jurisdiction_id, contact_id) REFERENCES contact(jurisdiction_id, id),
  constraint parcel_jurisdiction_id_letter_id_fkey FOREIGN KEY (jurisdiction_id, letter_id) REFERENCES letter(jurisdiction_id, id),
  constraint parcel_jurisdiction_id_message_id_fkey FOREIGN KEY (jurisdiction_id, message_id) REFERENCES message(jurisdiction_id, id)
);
alter table parcel enable row level security;
CREATE INDEX parcel_letter ON luoshi.parcel USING btree (jurisdiction_id, letter_id);
CREATE INDEX parcel_waiting ON luoshi.parcel USING btree (jurisdiction_id, due_at) WHERE (letter_id IS NULL);
create policy kept on parcel to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant delete, insert, select, update on parcel to luoshi_app;

create table part_request (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  asked_by_unit_id uuid not null,
  cadence text not null,
  once boolean not null default false,
  words text not null default ''::text,
  asked_at timestamp with time zone not null,
  asked_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint part_request_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint part_request_cadence_check CHECK ((cadence = ANY (ARRAY['week'::text, 'ten-day'::text, 'month'::text, 'quarter'::text, 'half-year'::text, 'year'::text]))),
  constraint part_request_jurisdiction_id_asked_by_unit_id_fkey FOREIGN KEY (jurisdiction_id, asked_by_unit_id) REFERENCES unit(jurisdiction_id, id),
  constraint part_request_jurisdiction_id_plan_id_fkey FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan(jurisdiction_id, id),
  constraint part_request_jurisdiction_id_task_id_fkey FOREIGN KEY (jurisdiction_id, task_id) REFERENCES task(jurisdiction_id, id),
  constraint part_request_jurisdiction_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES unit(jurisdiction_id, id)
);
alter table part_request enable row level security;
CREATE INDEX part_request_task ON luoshi.part_request USING btree (jurisdiction_id, task_id);
create policy own on part_request to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)) OR asked_by_unit_id = (( SELECT current_unit() AS current_unit)));
grant insert, select, update on part_request to luoshi_app;

create table person (
  jurisdiction_id text not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  username text not null,
  active boolean not null default true,
  barred_at timestamp with time zone,
  access_version integer not null default 0,
  erased_at timestamp with time zone,
  constraint person_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint person_username_key UNIQUE (username),
  constraint person_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint person_jurisdiction_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES unit(jurisdiction_id, id)
);
alter table person enable row level security;
CREATE INDEX person_unit_username ON luoshi.person USING btree (jurisdiction_id, unit_id, username, id);
CREATE INDEX person_username ON luoshi.person USING btree (jurisdiction_id, username, id);
create policy kept on person to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy seen on person for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
CREATE TRIGGER directory_changes AFTER UPDATE ON person REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_directory();
CREATE TRIGGER directory_grows AFTER INSERT ON person REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_directory();
CREATE TRIGGER directory_shrinks AFTER DELETE ON person REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_directory();
grant insert, select, update on person to luoshi_app;

create table phone_call (
  jurisdiction_id text not null,
  id uuid not null,
  message_id uuid not null,
  called_at timestamp with time zone not null,
  called_by uuid not null,
  reached text not null,
  words text not null,
  outcome text not null default 'reached'::text,
  recorded_at timestamp with time zone,
  constraint phone_call_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint phone_call_outcome_check CHECK ((outcome = ANY (ARRAY['reached'::text, 'leftWord'::text, 'noAnswer'::text, 'wrongNumber'::text]))),
  constraint phone_call_jurisdiction_id_called_by_fkey FOREIGN KEY (jurisdiction_id, called_by) REFERENCES person(jurisdiction_id, id),
  constraint phone_call_jurisdiction_id_message_id_fkey FOREIGN KEY (jurisdiction_id, message_id) REFERENCES message(jurisdiction_id, id)
);
alter table phone_call enable row level security;
CREATE INDEX phone_call_message ON luoshi.phone_call USING btree (jurisdiction_id, message_id);
create policy kept on phone_call to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select, update on phone_call to luoshi_app;

create table plan (
  jurisdiction_id text not null,
  id uuid not null,
  code text not null,
  title text not null,
  document_number text,
  issued_by text,
  issued_on date,
  year integer not null,
  source_hash text,
  source_text text,
  cadences jsonb not null default '[]'::jsonb,
  headline_targets jsonb not null default '[]'::jsonb,
  policy_version integer not null,
  constraint plan_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint plan_jurisdiction_id_code_key UNIQUE (jurisdiction_id, code),
  constraint plan_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table plan enable row level security;
CREATE INDEX plan_year ON luoshi.plan USING btree (jurisdiction_id, year, code, id);
create policy kept on plan to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy seen on plan for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
CREATE TRIGGER names_change AFTER UPDATE OF code, title ON plan FOR EACH STATEMENT EXECUTE FUNCTION mark_names();
grant insert, select, update on plan to luoshi_app;

create table plan_document (
  jurisdiction_id text not null,
  id uuid not null,
  sha256 text not null,
  kind text not null,
  file_name text not null,
  size integer not null,
  bytes bytea not null,
  text text not null,
  tables jsonb not null default '[]'::jsonb,
  uploaded_by uuid,
  uploaded_at timestamp with time zone not null,
  constraint plan_document_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint plan_document_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table plan_document enable row level security;
create policy kept on plan_document to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select on plan_document to luoshi_app;

create table plan_review (
  jurisdiction_id text not null,
  id uuid not null,
  document_id uuid not null,
  sha256 text not null,
  amends_plan_id uuid,
  state text not null,
  version integer not null,
  facts_version integer not null,
  facts jsonb not null,
  actions jsonb not null default '[]'::jsonb,
  plan_cadences jsonb not null default '[]'::jsonb,
  headline_targets jsonb not null default '[]'::jsonb,
  unit_names jsonb not null default '{}'::jsonb,
  extraction jsonb not null,
  plan_id uuid,
  uploaded_by uuid,
  uploaded_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint plan_review_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint plan_review_state_check CHECK ((state = ANY (ARRAY['open'::text, 'dispatched'::text, 'abandoned'::text]))),
  constraint plan_review_jurisdiction_id_amends_plan_id_fkey FOREIGN KEY (jurisdiction_id, amends_plan_id) REFERENCES plan(jurisdiction_id, id),
  constraint plan_review_jurisdiction_id_document_id_fkey FOREIGN KEY (jurisdiction_id, document_id) REFERENCES plan_document(jurisdiction_id, id),
  constraint plan_review_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint plan_review_jurisdiction_id_plan_id_fkey FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan(jurisdiction_id, id)
);
alter table plan_review enable row level security;
CREATE UNIQUE INDEX plan_review_open_upload ON luoshi.plan_review USING btree (jurisdiction_id, uploaded_by, sha256, amends_plan_id) NULLS NOT DISTINCT WHERE (state = 'open'::text);
CREATE INDEX plan_review_state ON luoshi.plan_review USING btree (jurisdiction_id, state, uploaded_at, id);
CREATE INDEX plan_review_uploaded ON luoshi.plan_review USING btree (jurisdiction_id, uploaded_at);
create policy kept on plan_review to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select, update on plan_review to luoshi_app;

create table plan_review_step (
  jurisdiction_id text not null,
  review_id uuid not null,
  seq integer not null,
  type text not null,
  draft_task_ids jsonb not null default '[]'::jsonb,
  before jsonb,
  after jsonb,
  words text not null default ''::text,
  at timestamp with time zone not null,
  actor_id uuid,
  idempotency_key text not null,
  recorded_at timestamp with time zone not null default clock_timestamp(),
  constraint plan_review_step_pkey PRIMARY KEY (jurisdiction_id, review_id, seq),
  constraint plan_review_step_jurisdiction_id_idempotency_key_key UNIQUE (jurisdiction_id, idempotency_key),
  constraint plan_review_step_jurisdiction_id_review_id_fkey FOREIGN KEY (jurisdiction_id, review_id) REFERENCES plan_review(jurisdiction_id, id)
);
alter table plan_review_step enable row level security;
create policy kept on plan_review_step to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
CREATE TRIGGER plan_review_step_is_immutable BEFORE DELETE OR UPDATE ON plan_review_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER plan_review_step_is_kept BEFORE TRUNCATE ON plan_review_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_review_step to luoshi_app;

create table plan_revision (
  jurisdiction_id text not null,
  plan_id uuid not null,
  number integer not null,
  review_id uuid,
  document_id uuid,
  title text not null,
  document_number text,
  issued_by text,
  issued_on date,
  source_hash text,
  source_text text,
  places jsonb not null default '[]'::jsonb,
  in_force_at timestamp with time zone,
  put_in_force_by uuid,
  constraint plan_revision_pkey PRIMARY KEY (jurisdiction_id, plan_id, number),
  constraint plan_revision_jurisdiction_id_review_id_key UNIQUE (jurisdiction_id, review_id),
  constraint plan_revision_jurisdiction_id_document_id_fkey FOREIGN KEY (jurisdiction_id, document_id) REFERENCES plan_document(jurisdiction_id, id),
  constraint plan_revision_jurisdiction_id_plan_id_fkey FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan(jurisdiction_id, id),
  constraint plan_revision_jurisdiction_id_review_id_fkey FOREIGN KEY (jurisdiction_id, review_id) REFERENCES plan_review(jurisdiction_id, id)
);
alter table plan_revision enable row level security;
create policy seen on plan_revision for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
create policy written on plan_revision for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select on plan_revision to luoshi_app;

create table policy_version (
  jurisdiction_id text not null,
  policy_id text not null,
  version integer not null,
  body jsonb not null,
  created_at timestamp with time zone not null,
  reason text not null default ''::text,
  adopted_by uuid,
  constraint policy_version_pkey PRIMARY KEY (jurisdiction_id, policy_id, version),
  constraint policy_version_number UNIQUE (jurisdiction_id, version),
  constraint policy_version_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table policy_version enable row level security;
create policy seen on policy_version for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
create policy written on policy_version for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select on policy_version to luoshi_app;

create table process_clock (
  id uuid not null,
  kind text not null,
  host text not null,
  version text not null,
  started_at timestamp with time zone not null,
  shown_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint process_clock_pkey PRIMARY KEY (id)
);
alter table process_clock enable row level security;

create table product (
  jurisdiction_id text not null,
  id uuid not null,
  kind text not null,
  plan_id uuid not null,
  scope_kind text not null,
  scope_id uuid not null,
  period text not null,
  edition integer not null,
  version integer not null,
  state text not null,
  title text not null,
  document jsonb not null,
  figures jsonb not null,
  figures_at timestamp with time zone not null,
  due_at timestamp with time zone,
  obligation_id uuid,
  produced_at timestamp with time zone not null,
  produced_by uuid,
  reviewed_at timestamp with time zone,
  reviewed_by uuid,
  issued_at timestamp with time zone,
  issued_by uuid,
  number text,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_reason text,
  constraint product_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint product_jurisdiction_id_kind_scope_kind_scope_id_period_edi_key UNIQUE (jurisdiction_id, kind, scope_kind, scope_id, period, edition),
  constraint product_jurisdiction_id_number_key UNIQUE (jurisdiction_id, number),
  constraint product_check CHECK (((state = ANY (ARRAY['issued'::text, 'withdrawn'::text])) = (issued_at IS NOT NULL))),
  constraint product_check1 CHECK (((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL))),
  constraint product_check2 CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))),
  constraint product_edition_check CHECK ((edition > 0)),
  constraint product_scope_kind_check CHECK ((scope_kind = ANY (ARRAY['plan'::text, 'action'::text, 'unit'::text, 'task'::text, 'meeting'::text]))),
  constraint product_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'reviewed'::text, 'issued'::text, 'withdrawn'::text, 'abandoned'::text]))),
  constraint product_version_check CHECK ((version > 0)),
  constraint product_jurisdiction_id_plan_id_fkey FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan(jurisdiction_id, id)
);
alter table product enable row level security;
CREATE INDEX product_kind_made ON luoshi.product USING btree (jurisdiction_id, kind, produced_at, id);
CREATE INDEX product_made ON luoshi.product USING btree (jurisdiction_id, produced_at, id);
CREATE INDEX product_plan_made ON luoshi.product USING btree (jurisdiction_id, plan_id, produced_at, id);
CREATE INDEX product_state_made ON luoshi.product USING btree (jurisdiction_id, state, produced_at, id);
create policy changed on product as restrictive for update to luoshi_app
  using (( SELECT current_office() AS current_office)) IS NULL;
create policy own on product to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR (state = ANY (ARRAY['issued'::text, 'withdrawn'::text])) AND (EXISTS ( SELECT
   FROM product_delivery d
  WHERE d.jurisdiction_id = product.jurisdiction_id AND d.product_id = product.id)));
create policy written on product as restrictive for insert to luoshi_app
  with check (( SELECT current_office() AS current_office)) IS NULL;
CREATE TRIGGER issued_product_is_kept BEFORE UPDATE ON product FOR EACH ROW EXECUTE FUNCTION issued_product_is_kept();
grant insert, select, update on product to luoshi_app;

create table product_delivery (
  jurisdiction_id text not null,
  product_id uuid not null,
  person_id uuid not null,
  unit_id uuid,
  message_id uuid not null,
  delivered_at timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  constraint product_delivery_pkey PRIMARY KEY (jurisdiction_id, product_id, person_id),
  constraint product_delivery_jurisdiction_id_person_id_fkey FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id),
  constraint product_delivery_jurisdiction_id_product_id_fkey FOREIGN KEY (jurisdiction_id, product_id) REFERENCES product(jurisdiction_id, id),
  constraint product_delivery_jurisdiction_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES unit(jurisdiction_id, id)
);
alter table product_delivery enable row level security;
CREATE INDEX product_delivery_unit ON luoshi.product_delivery USING btree (jurisdiction_id, unit_id, product_id) WHERE (unit_id IS NOT NULL);
create policy own on product_delivery to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)));
create policy written on product_delivery as restrictive for insert to luoshi_app
  with check (( SELECT current_office() AS current_office)) IS NULL;
grant insert, select, update on product_delivery to luoshi_app;

create table product_file (
  jurisdiction_id text not null,
  product_id uuid not null,
  format text not null,
  sha256 text not null,
  size integer not null,
  bytes bytea not null,
  constraint product_file_pkey PRIMARY KEY (jurisdiction_id, product_id, format),
  constraint product_file_format_check CHECK ((format = ANY (ARRAY['docx'::text, 'pdf'::text, 'xlsx'::text]))),
  constraint product_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint product_file_size_check CHECK ((size > 0)),
  constraint product_file_jurisdiction_id_product_id_fkey FOREIGN KEY (jurisdiction_id, product_id) REFERENCES product(jurisdiction_id, id)
);
alter table product_file enable row level security;
create policy own on product_file to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR (EXISTS ( SELECT
   FROM product_delivery d
  WHERE d.jurisdiction_id = product_file.jurisdiction_id AND d.product_id = product_file.product_id)));
create policy written on product_file as restrictive for insert to luoshi_app
  with check (( SELECT current_office() AS current_office)) IS NULL;
grant insert, select on product_file to luoshi_app;

create table product_version (
  jurisdiction_id text not null,
  product_id uuid not null,
  version integer not null,
  act text not null,
  document jsonb not null,
  figures jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  constraint product_version_pkey PRIMARY KEY (jurisdiction_id, product_id, version),
  constraint product_version_act_check CHECK ((act = ANY (ARRAY['produced'::text, 'refreshed'::text, 'edited'::text, 'reviewed'::text, 'returned'::text, 'issued'::text]))),
  constraint product_version_jurisdiction_id_product_id_fkey FOREIGN KEY (jurisdiction_id, product_id) REFERENCES product(jurisdiction_id, id)
);
alter table product_version enable row level security;
create policy own on product_version to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL AND (( SELECT current_office() AS current_office)) IS NULL;
grant insert, select on product_version to luoshi_app;

create table progress_report (
  jurisdiction_id text not null,
  id uuid not null,
  obligation_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  revision integer not null,
  progress numeric(5,2) not null,
  no_change boolean not null default false,
  done text not null default ''::text,
  problems text not null default ''::text,
  next_steps text not null default ''::text,
  readings jsonb not null default '[]'::jsonb,
  filed_by uuid,
  filed_at timestamp with time zone not null,
  constraint progress_report_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint progress_report_jurisdiction_id_obligation_id_revision_key UNIQUE (jurisdiction_id, obligation_id, revision),
  constraint progress_report_progress_check CHECK (((progress >= (0)::numeric) AND (progress <= (100)::numeric))),
  constraint progress_report_jurisdiction_id_obligation_id_fkey FOREIGN KEY (jurisdiction_id, obligation_id) REFERENCES obligation(jurisdiction_id, id)
);
alter table progress_report enable row level security;
CREATE INDEX progress_report_task ON luoshi.progress_report USING btree (jurisdiction_id, task_id, filed_at);
create policy by_no_administrator on progress_report as restrictive for insert to luoshi_app
  with check (( SELECT current_office() AS current_office)) IS NULL AND NOT administers(jurisdiction_id, filed_by, filed_at);
create policy own on progress_report to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)));
grant insert, select on progress_report to luoshi_app;

create table reach_watch (
  jurisdiction_id text not null,
  message_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  due_at timestamp with time zone not null,
  state text not null,
  reason text,
  opened_at timestamp with time zone,
  calls_in_vain integer not null default 0,
  raised_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint reach_watch_pkey PRIMARY KEY (jurisdiction_id, message_id),
  constraint reach_watch_state_check CHECK ((state = ANY (ARRAY['watched'::text, 'toCall'::text, 'over'::text]))),
  constraint reach_watch_jurisdiction_id_message_id_fkey FOREIGN KEY (jurisdiction_id, message_id) REFERENCES message(jurisdiction_id, id),
  constraint reach_watch_jurisdiction_id_person_id_fkey FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id)
);
alter table reach_watch enable row level security;
CREATE INDEX reach_watch_due ON luoshi.reach_watch USING btree (jurisdiction_id, due_at) WHERE (state = 'watched'::text);
CREATE INDEX reach_watch_to_call ON luoshi.reach_watch USING btree (jurisdiction_id, person_id) WHERE (state = 'toCall'::text);
create policy kept on reach_watch to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant delete, insert, select, update on reach_watch to luoshi_app;

create table recovery_code (
  jurisdiction_id text not null,
  person_id uuid not null,
  code_hash text not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (jurisdiction_id, person_id, code_hash),
  constraint recovery_code_jurisdiction_id_person_id_fkey FOREIGN KEY (jurisdiction_id, person_id) REFERENCES second_factor(jurisdiction_id, person_id) ON DELETE CASCADE
);
alter table recovery_code enable row level security;
create policy kept on recovery_code to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant delete, insert, select, update on recovery_code to luoshi_app;

create table reporting_line (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  unit_id uuid not null,
  cadence text not null,
  state text not null,
  rung integer not null default 0,
  colour text,
  machine_version integer not null,
  policy_version integer not null,
  calendar_version integer not null,
  snapshot jsonb not null,
  version integer not null,
  head_hash text not null,
  duty text not null default 'taskReport'::text,
  has_cards boolean generated always as (((snapshot #> '{context,cards}'::text[]) <> '[]'::jsonb)) stored,
  constraint reporting_line_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint reporting_line_jurisdiction_id_plan_id_unit_id_duty_cadence_key UNIQUE (jurisdiction_id, plan_id, unit_id, duty, cadence),
  constraint reporting_line_cadence_check CHECK ((cadence = ANY (ARRAY['week'::text, 'ten-day'::text, 'month'::text, 'quarter'::text, 'half-year'::text, 'year'::text]))),
  constraint reporting_line_jurisdiction_id_plan_id_fkey FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan(jurisdiction_id, id),
  constraint reporting_line_jurisdiction_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES unit(jurisdiction_id, id)
);
alter table reporting_line enable row level security;
CREATE INDEX reporting_line_rung ON luoshi.reporting_line USING btree (jurisdiction_id, rung, id);
CREATE INDEX reporting_line_unit ON luoshi.reporting_line USING btree (jurisdiction_id, unit_id);
CREATE INDEX reporting_line_with_cards ON luoshi.reporting_line USING btree (jurisdiction_id, plan_id) WHERE has_cards;
create policy own on reporting_line to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)));
grant insert, select, update on reporting_line to luoshi_app;

create table responsibility (
  jurisdiction_id text not null,
  task_id uuid not null,
  unit_id uuid not null,
  desk text not null default ''::text,
  kind text not null,
  printed_name text not null,
  "position" integer not null,
  constraint responsibility_pkey PRIMARY KEY (jurisdiction_id, task_id, unit_id, kind, desk),
  constraint responsibility_kind_check CHECK ((kind = ANY (ARRAY['lead'::text, 'support'::text]))),
  constraint responsibility_jurisdiction_id_task_id_fkey FOREIGN KEY (jurisdiction_id, task_id) REFERENCES task(jurisdiction_id, id),
  constraint responsibility_jurisdiction_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES unit(jurisdiction_id, id)
);
alter table responsibility enable row level security;
CREATE INDEX responsibility_unit ON luoshi.responsibility USING btree (jurisdiction_id, unit_id);
create policy kept on responsibility to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy seen on responsibility for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
grant delete, insert, select, update on responsibility to luoshi_app;

create table role_assignment (
  jurisdiction_id text not null,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  scope_kind text not null,
  scope_id text not null,
  valid_from date,
  valid_to date,
  origin text not null default 'record'::text,
  constraint role_assignment_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint role_assignment_origin_check CHECK ((origin = ANY (ARRAY['record'::text, 'provider'::text]))),
  constraint role_assignment_role_check CHECK ((role = ANY (ARRAY['commander'::text, 'deputyCommander'::text, 'headquartersOffice'::text, 'taskForceConvener'::text, 'taskForceOffice'::text, 'leadUnitHead'::text, 'liaison'::text, 'supportUnitLiaison'::text, 'supervisor'::text, 'assessor'::text, 'auditor'::text, 'administrator'::text, 'securityAdministrator'::text, 'auditAdministrator'::text]))),
  constraint role_assignment_scope_kind_check CHECK ((scope_kind = ANY (ARRAY['jurisdiction'::text, 'plan'::text, 'action'::text, 'unit'::text]))),
  constraint role_assignment_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint role_assignment_jurisdiction_id_person_id_fkey FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id)
);
alter table role_assignment enable row level security;
CREATE INDEX role_assignment_person ON luoshi.role_assignment USING btree (jurisdiction_id, person_id);
CREATE INDEX role_assignment_scope ON luoshi.role_assignment USING btree (jurisdiction_id, scope_kind, scope_id, role);
create policy kept on role_assignment to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy seen on role_assignment for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
CREATE TRIGGER directory_changes AFTER UPDATE ON role_assignment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_directory();
CREATE TRIGGER directory_grows AFTER INSERT ON role_assignment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_directory();
CREATE TRIGGER directory_shrinks AFTER DELETE ON role_assignment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_directory();
CREATE TRIGGER offices_apart_added AFTER INSERT ON role_assignment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refuse_joined_offices();
CREATE TRIGGER offices_apart_changed AFTER UPDATE ON role_assignment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refuse_joined_offices();
grant insert, select, update on role_assignment to luoshi_app;

create table rule_confirmation (
  jurisdiction_id text not null,
  id uuid not null,
  kind text not null,
  rule_id text not null,
  version integer not null,
  warnings jsonb not null,
  reason text not null,
  confirmed_at timestamp with time zone not null,
  confirmed_by uuid,
  constraint rule_confirmation_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint rule_confirmation_kind_check CHECK ((kind = ANY (ARRAY['scheme'::text, 'policy'::text, 'form'::text]))),
  constraint rule_confirmation_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table rule_confirmation enable row level security;
create policy seen on rule_confirmation for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
create policy written on rule_confirmation for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select on rule_confirmation to luoshi_app;

create table rung_claim (
  jurisdiction_id text not null,
  subject_kind text not null,
  subject_id uuid not null,
  generation integer not null,
  rung text not null,
  claimed_at timestamp with time zone not null,
  constraint rung_claim_pkey PRIMARY KEY (jurisdiction_id, subject_kind, subject_id, generation, rung)
);
alter table rung_claim enable row level security;
create policy within on rung_claim to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
grant insert, select on rung_claim to luoshi_app;

create table scheme_in_force (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid,
  scheme_id text not null,
  version integer not null,
  since timestamp with time zone not null,
  reason text not null,
  put_by uuid,
  constraint scheme_in_force_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint scheme_in_force_jurisdiction_id_plan_id_fkey FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan(jurisdiction_id, id),
  constraint scheme_in_force_jurisdiction_id_scheme_id_version_fkey FOREIGN KEY (jurisdiction_id, scheme_id, version) REFERENCES scoring_scheme(jurisdiction_id, scheme_id, version)
);
alter table scheme_in_force enable row level security;
CREATE INDEX scheme_in_force_newest ON luoshi.scheme_in_force USING btree (jurisdiction_id, since DESC);
create policy by_no_administrator on scheme_in_force as restrictive for insert to luoshi_app
  with check (( SELECT current_office() AS current_office)) IS NULL AND NOT administers(jurisdiction_id, put_by, since);
create policy seen on scheme_in_force for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
create policy written on scheme_in_force for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select on scheme_in_force to luoshi_app;

create table score_decision (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  unit_id uuid not null,
  item text,
  points numeric(6,2) not null,
  reason text not null,
  decided_at timestamp with time zone not null,
  decided_by uuid,
  taken_back_at timestamp with time zone,
  taken_back_by uuid,
  taken_back_reason text,
  constraint score_decision_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint score_decision_points_check CHECK ((points >= (0)::numeric)),
  constraint score_decision_jurisdiction_id_plan_id_fkey FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan(jurisdiction_id, id),
  constraint score_decision_jurisdiction_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES unit(jurisdiction_id, id)
);
alter table score_decision enable row level security;
CREATE INDEX score_decision_plan ON luoshi.score_decision USING btree (jurisdiction_id, plan_id, decided_at);
create policy by_no_administrator on score_decision as restrictive for insert to luoshi_app
  with check (( SELECT current_office() AS current_office)) IS NULL AND NOT administers(jurisdiction_id, decided_by, decided_at);
create policy changed_by_no_administrator on score_decision as restrictive for update to luoshi_app
  using (( SELECT current_office() AS current_office)) IS NULL
  with check NOT administers(jurisdiction_id, taken_back_by, taken_back_at);
create policy own on score_decision to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)));
grant insert, select, update on score_decision to luoshi_app;

create table score_sheet (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  number integer not null,
  scheme_id text not null,
  scheme_version integer not null,
  from_on date not null,
  to_on date not null,
  as_of timestamp with time zone not null,
  body jsonb not null,
  hash text not null,
  reason text not null,
  kept_at timestamp with time zone not null,
  kept_by uuid,
  constraint score_sheet_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint score_sheet_jurisdiction_id_plan_id_number_key UNIQUE (jurisdiction_id, plan_id, number),
  constraint score_sheet_jurisdiction_id_plan_id_fkey FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan(jurisdiction_id, id),
  constraint score_sheet_jurisdiction_id_scheme_id_scheme_version_fkey FOREIGN KEY (jurisdiction_id, scheme_id, scheme_version) REFERENCES scoring_scheme(jurisdiction_id, scheme_id, version)
);
alter table score_sheet enable row level security;
create policy by_no_administrator on score_sheet as restrictive for insert to luoshi_app
  with check (( SELECT current_office() AS current_office)) IS NULL AND NOT administers(jurisdiction_id, kept_by, kept_at);
create policy kept on score_sheet to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select on score_sheet to luoshi_app;

create table scoring_scheme (
  jurisdiction_id text not null,
  scheme_id text not null,
  version integer not null,
  body jsonb not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint scoring_scheme_pkey PRIMARY KEY (jurisdiction_id, scheme_id, version),
  constraint scoring_scheme_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table scoring_scheme enable row level security;
create policy by_no_administrator on scoring_scheme as restrictive for insert to luoshi_app
  with check (( SELECT current_office() AS current_office)) IS NULL AND NOT administers(jurisdiction_id, created_by, created_at);
create policy seen on scoring_scheme for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
create policy written on scoring_scheme for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select on scoring_scheme to luoshi_app;

create table seal (
  jurisdiction_id text not null,
  number integer not null,
  sealed_at timestamp with time zone not null,
  previous_hash text not null,
  root text not null,
  leaves integer not null,
  hash text not null,
  public_key text not null,
  signature text not null,
  history text,
  constraint seal_pkey PRIMARY KEY (jurisdiction_id, number),
  constraint seal_leaves_check CHECK ((leaves > 0)),
  constraint seal_number_check CHECK ((number > 0)),
  constraint seal_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table seal enable row level security;
create policy kept on seal to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
CREATE TRIGGER seal_is_immutable BEFORE DELETE OR UPDATE ON seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seal_is_kept BEFORE TRUNCATE ON seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on seal to luoshi_app;

create table seal_leaf (
  jurisdiction_id text not null,
  subject_kind text not null,
  subject_id uuid not null,
  seq integer not null,
  hash text not null,
  number integer not null,
  constraint seal_leaf_pkey PRIMARY KEY (jurisdiction_id, subject_kind, subject_id, seq),
  constraint seal_leaf_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['task'::text, 'obligation'::text, 'reportingLine'::text, 'actor'::text]))),
  constraint seal_leaf_jurisdiction_id_number_fkey FOREIGN KEY (jurisdiction_id, number) REFERENCES seal(jurisdiction_id, number)
);
alter table seal_leaf enable row level security;
CREATE INDEX seal_leaf_number ON luoshi.seal_leaf USING btree (jurisdiction_id, number);
create policy kept on seal_leaf to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
CREATE TRIGGER seal_leaf_is_immutable BEFORE DELETE OR UPDATE ON seal_leaf FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seal_leaf_is_kept BEFORE TRUNCATE ON seal_leaf FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on seal_leaf to luoshi_app;

create table second_factor (
  jurisdiction_id text not null,
  person_id uuid not null,
  secret_sealed text not null,
  begun_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint,
  constraint second_factor_pkey PRIMARY KEY (jurisdiction_id, person_id),
  constraint second_factor_jurisdiction_id_person_id_fkey FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id)
);
alter table second_factor enable row level security;
create policy kept on second_factor to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant delete, insert, select, update on second_factor to luoshi_app;

create table session (
  token_hash text not null,
  jurisdiction_id text not null,
  person_id uuid not null,
  csrf_token text not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  id uuid not null default gen_random_uuid(),
  address text,
  agent text,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_id_key UNIQUE (id),
  constraint session_jurisdiction_id_person_id_fkey FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id)
);
alter table session enable row level security;
create policy kept on session to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant delete, insert, select, update on session to luoshi_app;

create table sitting (
  jurisdiction_id text not null,
  id uuid not null,
  reporting_line_id uuid not null,
  plan_id uuid not null,
  unit_id uuid not null,
  period text not null,
  period_start date not null,
  period_end date not null,
  opens_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  filed_at timestamp with time zone,
  filed_by uuid,
  duty text not null default 'taskReport'::text,
  constraint sitting_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint sitting_jurisdiction_id_reporting_line_id_period_key UNIQUE (jurisdiction_id, reporting_line_id, period),
  constraint sitting_jurisdiction_id_reporting_line_id_fkey FOREIGN KEY (jurisdiction_id, reporting_line_id) REFERENCES reporting_line(jurisdiction_id, id)
);
alter table sitting enable row level security;
CREATE INDEX sitting_due ON luoshi.sitting USING btree (jurisdiction_id, due_at);
CREATE INDEX sitting_plan ON luoshi.sitting USING btree (jurisdiction_id, plan_id, due_at, id) WHERE (duty = 'taskReport'::text);
CREATE INDEX sitting_report_due ON luoshi.sitting USING btree (jurisdiction_id, due_at, id) WHERE (duty = 'taskReport'::text);
CREATE INDEX sitting_unit ON luoshi.sitting USING btree (jurisdiction_id, unit_id, due_at, id) WHERE (duty = 'taskReport'::text);
create policy own on sitting to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)));
grant insert, select, update on sitting to luoshi_app;

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
  place jsonb not null,
  text text,
  start_on date,
  deadline_on date not null,
  original_deadline_on date not null,
  deadline_inferred boolean not null,
  ongoing boolean not null default false,
  needs_assignment boolean not null default false,
  cadences jsonb not null default '[]'::jsonb,
  state text not null,
  schedule text not null default 'onTrack'::text,
  progress numeric(5,2) not null default 0,
  expected numeric(5,2) not null default 0,
  machine_version integer not null,
  policy_version integer not null,
  calendar_version integer not null,
  snapshot jsonb not null,
  version integer not null,
  head_hash text not null,
  supervision text not null default 'none'::text,
  origin jsonb not null default '{"kind": "plan"}'::jsonb,
  cadence_replacements jsonb not null default '[]'::jsonb,
  concerned jsonb generated always as ((((jsonb_path_query_array(snapshot, '$."context"."blockage"."byUnitId"'::jsonpath) || jsonb_path_query_array(snapshot, '$."context"."handover"."fromUnitIds"[*]'::jsonpath)) || jsonb_path_query_array(snapshot, '$."context"."handover"."toUnitIds"[*]'::jsonpath)) || jsonb_path_query_array(snapshot, '$."context"."cards"[*]."unitId"'::jsonpath))) stored,
  has_cards boolean generated always as (((snapshot #> '{context,cards}'::text[]) <> '[]'::jsonb)) stored,
  constraint task_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint task_jurisdiction_id_plan_id_code_key UNIQUE (jurisdiction_id, plan_id, code),
  constraint task_schedule_check CHECK ((schedule = ANY (ARRAY['onTrack'::text, 'behind'::text, 'seriouslyBehind'::text]))),
  constraint task_jurisdiction_id_action_id_fkey FOREIGN KEY (jurisdiction_id, action_id) REFERENCES action(jurisdiction_id, id),
  constraint task_jurisdiction_id_plan_id_fkey FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan(jurisdiction_id, id)
);
alter table task enable row level security;
CREATE INDEX task_action_code ON luoshi.task USING btree (jurisdiction_id, action_id, code, id);
CREATE INDEX task_deadline ON luoshi.task USING btree (jurisdiction_id, deadline_on, id);
CREATE INDEX task_needs_assignment ON luoshi.task USING btree (jurisdiction_id, id) WHERE needs_assignment;
CREATE INDEX task_schedule ON luoshi.task USING btree (jurisdiction_id, schedule, id);
CREATE INDEX task_state ON luoshi.task USING btree (jurisdiction_id, state, deadline_on, id);
CREATE INDEX task_with_cards ON luoshi.task USING btree (jurisdiction_id, plan_id) WHERE has_cards;
create policy seen on task to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR (EXISTS ( SELECT
   FROM responsibility r
  WHERE r.jurisdiction_id = task.jurisdiction_id AND r.task_id = task.id AND r.unit_id = (( SELECT current_unit() AS current_unit)))) OR concerned ? ((( SELECT current_unit() AS current_unit))::text));
CREATE TRIGGER names_change AFTER UPDATE OF code, title, action_id ON task FOR EACH STATEMENT EXECUTE FUNCTION mark_names();
grant insert, select, update on task to luoshi_app;

create table trail_chain (
  jurisdiction_id text not null,
  id uuid not null,
  version integer not null,
  head_hash text not null,
  constraint trail_chain_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint trail_chain_version_check CHECK ((version >= 0)),
  constraint trail_chain_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table trail_chain enable row level security;
create policy within on trail_chain to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
CREATE TRIGGER trail_chain_is_kept BEFORE DELETE ON trail_chain FOR EACH ROW EXECUTE FUNCTION refuse_change();
grant insert, select, update on trail_chain to luoshi_app;

create table trail_line (
  jurisdiction_id text not null,
  chain_id uuid not null,
  seq integer not null,
  kind text not null,
  action text not null,
  at timestamp with time zone not null,
  actor_id uuid,
  on_behalf_of uuid,
  via text not null,
  session_id uuid,
  token_id uuid,
  unit_id uuid,
  target_kind text,
  target_id text,
  person_ids uuid[] not null,
  details jsonb not null,
  commitment text,
  prev_hash text not null,
  hash text not null,
  constraint trail_line_pkey PRIMARY KEY (jurisdiction_id, chain_id, seq),
  constraint trail_line_kind_check CHECK ((kind = ANY (ARRAY['account'::text, 'configuration'::text, 'export'::text, 'read'::text, 'retention'::text, 'evidence'::text, 'product'::text]))),
  constraint trail_line_seq_check CHECK ((seq > 0)),
  constraint trail_line_via_check CHECK ((via = ANY (ARRAY['page'::text, 'token'::text, 'command'::text, 'system'::text, 'open'::text]))),
  constraint trail_line_jurisdiction_id_chain_id_fkey FOREIGN KEY (jurisdiction_id, chain_id) REFERENCES trail_chain(jurisdiction_id, id)
);
alter table trail_line enable row level security;
CREATE INDEX trail_line_actor ON luoshi.trail_line USING btree (jurisdiction_id, actor_id, at);
CREATE INDEX trail_line_at ON luoshi.trail_line USING btree (jurisdiction_id, at);
CREATE INDEX trail_line_persons ON luoshi.trail_line USING gin (person_ids);
create policy seen on trail_line for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy written on trail_line for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
CREATE TRIGGER trail_line_is_immutable BEFORE DELETE OR UPDATE ON trail_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER trail_line_is_kept BEFORE TRUNCATE ON trail_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on trail_line to luoshi_app;

create table trail_personal (
  jurisdiction_id text not null,
  chain_id uuid not null,
  seq integer not null,
  salt text not null,
  at timestamp with time zone not null,
  address text,
  agent text,
  before jsonb,
  after jsonb,
  constraint trail_personal_pkey PRIMARY KEY (jurisdiction_id, chain_id, seq),
  constraint trail_personal_jurisdiction_id_chain_id_seq_fkey FOREIGN KEY (jurisdiction_id, chain_id, seq) REFERENCES trail_line(jurisdiction_id, chain_id, seq)
);
alter table trail_personal enable row level security;
CREATE INDEX trail_personal_address ON luoshi.trail_personal USING btree (jurisdiction_id, address, at);
CREATE INDEX trail_personal_at ON luoshi.trail_personal USING btree (jurisdiction_id, at);
create policy erased on trail_personal for delete to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy seen on trail_personal for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy written on trail_personal for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
CREATE TRIGGER trail_personal_is_immutable BEFORE UPDATE ON trail_personal FOR EACH ROW EXECUTE FUNCTION refuse_change();
grant delete, insert, select on trail_personal to luoshi_app;

create table unit (
  jurisdiction_id text not null,
  id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  is_group boolean not null default false,
  aliases jsonb not null default '[]'::jsonb,
  desks jsonb not null default '[]'::jsonb,
  members jsonb not null default '[]'::jsonb,
  functions jsonb not null default '[]'::jsonb,
  constraint unit_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint unit_jurisdiction_id_code_key UNIQUE (jurisdiction_id, code),
  constraint unit_jurisdiction_id_name_key UNIQUE (jurisdiction_id, name),
  constraint unit_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table unit enable row level security;
CREATE INDEX unit_order ON luoshi.unit USING btree (jurisdiction_id, is_group, kind, name, id);
create policy kept on unit to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy seen on unit for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
CREATE TRIGGER directory_changes AFTER UPDATE ON unit REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_directory();
CREATE TRIGGER directory_grows AFTER INSERT ON unit REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_directory();
CREATE TRIGGER directory_shrinks AFTER DELETE ON unit REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_directory();
grant insert, select, update on unit to luoshi_app;

create table unit_alias (
  jurisdiction_id text not null,
  id uuid not null,
  normal_form text not null,
  printed text not null,
  unit_id uuid not null,
  desks jsonb not null default '[]'::jsonb,
  learned_from text not null,
  learned_at timestamp with time zone not null,
  learned_by uuid,
  taken_back_at timestamp with time zone,
  taken_back_by uuid,
  constraint unit_alias_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint unit_alias_jurisdiction_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES unit(jurisdiction_id, id)
);
alter table unit_alias enable row level security;
CREATE UNIQUE INDEX unit_alias_in_use ON luoshi.unit_alias USING btree (jurisdiction_id, normal_form) WHERE (taken_back_at IS NULL);
create policy kept on unit_alias to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy seen on unit_alias for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
grant insert, select, update on unit_alias to luoshi_app;

create table unit_change (
  jurisdiction_id text not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  before jsonb not null,
  after jsonb not null,
  reason text not null default ''::text,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint unit_change_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint unit_change_kind_check CHECK ((kind = ANY (ARRAY['registered'::text, 'membersSet'::text]))),
  constraint unit_change_jurisdiction_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES unit(jurisdiction_id, id)
);
alter table unit_change enable row level security;
CREATE INDEX unit_change_unit ON luoshi.unit_change USING btree (jurisdiction_id, unit_id, changed_at);
create policy seen on unit_change for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
create policy written on unit_change for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
grant insert, select on unit_change to luoshi_app;

create table unit_succession (
  jurisdiction_id text not null,
  id uuid not null,
  predecessor_id uuid not null,
  successor_id uuid not null,
  kind text not null,
  from_date date not null,
  reason text not null default ''::text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  taken_back_at timestamp with time zone,
  taken_back_by uuid,
  constraint unit_succession_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint unit_succession_check CHECK ((predecessor_id <> successor_id)),
  constraint unit_succession_kind_check CHECK ((kind = ANY (ARRAY['rename'::text, 'merge'::text, 'split'::text]))),
  constraint unit_succession_jurisdiction_id_predecessor_id_fkey FOREIGN KEY (jurisdiction_id, predecessor_id) REFERENCES unit(jurisdiction_id, id),
  constraint unit_succession_jurisdiction_id_successor_id_fkey FOREIGN KEY (jurisdiction_id, successor_id) REFERENCES unit(jurisdiction_id, id)
);
alter table unit_succession enable row level security;
CREATE UNIQUE INDEX unit_succession_in_force ON luoshi.unit_succession USING btree (jurisdiction_id, predecessor_id, successor_id) WHERE (taken_back_at IS NULL);
create policy kept on unit_succession to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy seen on unit_succession for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
grant insert, select, update on unit_succession to luoshi_app;

create table verification (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  draw_id uuid,
  report_id uuid,
  obligation_id uuid,
  period text,
  reported numeric(5,2),
  reason text not null,
  ordered_at timestamp with time zone not null,
  ordered_by uuid,
  due_at timestamp with time zone not null,
  state text not null,
  finding text,
  found numeric(5,2),
  words text,
  evidence jsonb not null default '[]'::jsonb,
  found_at timestamp with time zone,
  found_by uuid,
  corrected numeric(5,2),
  corrected_at timestamp with time zone,
  corrected_by uuid,
  constraint verification_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint verification_check CHECK (((state = 'found'::text) = (finding IS NOT NULL))),
  constraint verification_corrected_check CHECK (((corrected >= (0)::numeric) AND (corrected <= (100)::numeric))),
  constraint verification_finding_check CHECK ((finding = ANY (ARRAY['true'::text, 'partlyTrue'::text, 'untrue'::text]))),
  constraint verification_found_check CHECK (((found >= (0)::numeric) AND (found <= (100)::numeric))),
  constraint verification_state_check CHECK ((state = ANY (ARRAY['open'::text, 'found'::text]))),
  constraint verification_jurisdiction_id_draw_id_fkey FOREIGN KEY (jurisdiction_id, draw_id) REFERENCES verification_draw(jurisdiction_id, id),
  constraint verification_jurisdiction_id_plan_id_fkey FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan(jurisdiction_id, id),
  constraint verification_jurisdiction_id_task_id_fkey FOREIGN KEY (jurisdiction_id, task_id) REFERENCES task(jurisdiction_id, id),
  constraint verification_jurisdiction_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES unit(jurisdiction_id, id)
);
alter table verification enable row level security;
CREATE UNIQUE INDEX verification_open ON luoshi.verification USING btree (jurisdiction_id, task_id, unit_id) WHERE (state = 'open'::text);
CREATE INDEX verification_ordered ON luoshi.verification USING btree (jurisdiction_id, ordered_at, id);
CREATE INDEX verification_plan ON luoshi.verification USING btree (jurisdiction_id, plan_id, state, due_at);
CREATE INDEX verification_state ON luoshi.verification USING btree (jurisdiction_id, state, due_at, id);
CREATE INDEX verification_task ON luoshi.verification USING btree (jurisdiction_id, task_id);
CREATE INDEX verification_unit ON luoshi.verification USING btree (jurisdiction_id, unit_id, found_at);
create policy by_no_administrator on verification as restrictive for insert to luoshi_app
  with check (( SELECT current_office() AS current_office)) IS NULL AND NOT administers(jurisdiction_id, ordered_by, ordered_at);
create policy changed_by_no_administrator on verification as restrictive for update to luoshi_app
  using (( SELECT current_office() AS current_office)) IS NULL
  with check NOT administers(jurisdiction_id, found_by, found_at) AND NOT administers(jurisdiction_id, corrected_by, corrected_at);
create policy kept on verification to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy own on verification for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND unit_id = (( SELECT current_unit() AS current_unit)) AND state = 'found'::text;
grant insert, select, update on verification to luoshi_app;

create table verification_draw (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  state text not null,
  version integer not null,
  policy_version integer not null,
  rules jsonb not null,
  count integer not null,
  commitment text not null,
  secret text not null,
  committed_at timestamp with time zone not null,
  committed_by uuid,
  population jsonb,
  population_hash text,
  frozen_at timestamp with time zone,
  frozen_by uuid,
  randomness text,
  randomness_source text,
  randomness_at timestamp with time zone,
  randomness_by uuid,
  record jsonb,
  record_hash text,
  drawn_at timestamp with time zone,
  drawn_by uuid,
  abandoned_at timestamp with time zone,
  abandoned_by uuid,
  abandon_reason text,
  constraint verification_draw_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint verification_draw_check CHECK (((state = ANY (ARRAY['frozen'::text, 'drawn'::text])) <= (population IS NOT NULL))),
  constraint verification_draw_check1 CHECK (((state = 'drawn'::text) = (record IS NOT NULL))),
  constraint verification_draw_check2 CHECK (((state = 'abandoned'::text) = (abandoned_at IS NOT NULL))),
  constraint verification_draw_count_check CHECK ((count > 0)),
  constraint verification_draw_state_check CHECK ((state = ANY (ARRAY['committed'::text, 'frozen'::text, 'drawn'::text, 'abandoned'::text]))),
  constraint verification_draw_jurisdiction_id_plan_id_fkey FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan(jurisdiction_id, id)
);
alter table verification_draw enable row level security;
CREATE UNIQUE INDEX verification_draw_open ON luoshi.verification_draw USING btree (jurisdiction_id, plan_id) WHERE (state = ANY (ARRAY['committed'::text, 'frozen'::text]));
CREATE INDEX verification_draw_plan ON luoshi.verification_draw USING btree (jurisdiction_id, plan_id, committed_at);
create policy by_no_administrator on verification_draw as restrictive for insert to luoshi_app
  with check (( SELECT current_office() AS current_office)) IS NULL AND NOT administers(jurisdiction_id, committed_by, committed_at);
create policy changed_by_no_administrator on verification_draw as restrictive for update to luoshi_app
  using (( SELECT current_office() AS current_office)) IS NULL;
create policy kept on verification_draw to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
CREATE TRIGGER verification_draw_goes_forward BEFORE DELETE OR UPDATE ON verification_draw FOR EACH ROW EXECUTE FUNCTION refuse_another_draw();
CREATE TRIGGER verification_draw_is_kept BEFORE TRUNCATE ON verification_draw FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select, update on verification_draw to luoshi_app;

create table webhook_delivery (
  jurisdiction_id text not null,
  id uuid not null,
  subscription_id uuid not null,
  "position" bigint,
  subject text not null,
  type text not null,
  event_id text not null,
  document text,
  state text not null,
  attempts integer not null default 0,
  not_before timestamp with time zone,
  lease_until timestamp with time zone,
  first_attempt_at timestamp with time zone,
  last_attempt_at timestamp with time zone,
  status integer,
  failure_code text,
  failure text,
  again boolean not null default false,
  created_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  constraint webhook_delivery_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint webhook_delivery_jurisdiction_id_subscription_id_position_key UNIQUE (jurisdiction_id, subscription_id, "position"),
  constraint webhook_delivery_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sending'::text, 'delivered'::text, 'failedForNow'::text, 'dead'::text, 'leftOut'::text]))),
  constraint webhook_delivery_jurisdiction_id_subscription_id_fkey FOREIGN KEY (jurisdiction_id, subscription_id) REFERENCES webhook_subscription(jurisdiction_id, id)
);
alter table webhook_delivery enable row level security;
CREATE INDEX webhook_delivery_order ON luoshi.webhook_delivery USING btree (jurisdiction_id, subscription_id, subject, "position") WHERE (state = ANY (ARRAY['pending'::text, 'sending'::text, 'failedForNow'::text, 'dead'::text]));
CREATE INDEX webhook_delivery_recent ON luoshi.webhook_delivery USING btree (jurisdiction_id, subscription_id, created_at);
CREATE INDEX webhook_delivery_waiting ON luoshi.webhook_delivery USING btree (jurisdiction_id, subscription_id, "position") WHERE (state = ANY (ARRAY['pending'::text, 'sending'::text, 'failedForNow'::text, 'dead'::text]));
create policy own on webhook_delivery to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR (EXISTS ( SELECT
   FROM webhook_subscription s
  WHERE s.jurisdiction_id = webhook_delivery.jurisdiction_id AND s.id = webhook_delivery.subscription_id)));
grant delete, insert, select, update on webhook_delivery to luoshi_app;

create table webhook_subscription (
  jurisdiction_id text not null,
  id uuid not null,
  unit_id uuid,
  name text not null,
  url text not null,
  event_types jsonb not null,
  sealed_secret text,
  former_sealed_secret text,
  former_until timestamp with time zone,
  key_hash text,
  former_key_hash text,
  state text not null,
  paused_code text,
  paused_reason text,
  paused_at timestamp with time zone,
  "position" bigint not null,
  failures integer not null default 0,
  failing_since timestamp with time zone,
  not_before timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint webhook_subscription_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint webhook_subscription_former_key_hash_key UNIQUE (former_key_hash),
  constraint webhook_subscription_key_hash_key UNIQUE (key_hash),
  constraint webhook_subscription_state_check CHECK ((state = ANY (ARRAY['on'::text, 'paused'::text, 'removed'::text]))),
  constraint webhook_subscription_jurisdiction_id_created_by_fkey FOREIGN KEY (jurisdiction_id, created_by) REFERENCES person(jurisdiction_id, id),
  constraint webhook_subscription_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint webhook_subscription_jurisdiction_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES unit(jurisdiction_id, id)
);
alter table webhook_subscription enable row level security;
CREATE UNIQUE INDEX webhook_subscription_name ON luoshi.webhook_subscription USING btree (jurisdiction_id, name) WHERE (state <> 'removed'::text);
create policy own on webhook_subscription to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)));
grant insert, select, update on webhook_subscription to luoshi_app;
