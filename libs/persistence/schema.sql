-- Written from the database by the schema check; the migrations are what is executed.

CREATE OR REPLACE FUNCTION luoshi.access_request_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.decided_at is not null or (to_jsonb(new) - array['decided_at', 'decided_by', 'confirmed'])
      is distinct from (to_jsonb(old) - array['decided_at', 'decided_by', 'confirmed']) then
    raise exception 'access request % is not changed', old.id using errcode = 'raise_exception';
  end if;
  return new;
end $function$;

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

CREATE OR REPLACE FUNCTION luoshi.audit_standing()
 RETURNS TABLE(jurisdiction_id text, at timestamp with time zone, findings integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT j.id,
     r.at,
     r.findings
    FROM (jurisdiction j
      LEFT JOIN LATERAL ( SELECT a.at,
             jsonb_array_length(a.findings) AS findings
            FROM audit_run a
           WHERE (a.jurisdiction_id = j.id)
           ORDER BY a.at DESC
          LIMIT 1) r ON (true))
   ORDER BY j.id;
END;
grant execute on function audit_standing() to luoshi_app;

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

CREATE OR REPLACE FUNCTION luoshi.beat_the_quiet(now timestamp with time zone, still_since timestamp with time zone, day_began timestamp with time zone)
 RETURNS TABLE(jurisdiction_id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  return query
  with wanting as materialized (
    select w.jurisdiction_id as id from jurisdictions_with_due_work(beat_the_quiet.now) w
    union
    select p.jurisdiction_id from ladder_pause p where p.resumed_at is null or not p.followed
    union
    select j.id from jurisdiction j
    left join heartbeat s on s.jurisdiction_id = j.id and s.name = 'sweeper'
    left join heartbeat b on b.jurisdiction_id = j.id and b.name = 'burden'
    where coalesce(s.beat_at < still_since, true) or coalesce(b.beat_at < day_began, true)
  ), free as (
    -- Whoever holds one beats it.
    select h.jurisdiction_id as id from heartbeat h
    where h.name = 'sweeper' and h.beat_at < beat_the_quiet.now and h.jurisdiction_id not in (select w.id from wanting w)
    order by h.jurisdiction_id for update skip locked
  ), beaten as (
    update heartbeat h set beat_at = beat_the_quiet.now from free f where h.jurisdiction_id = f.id and h.name = 'sweeper'
    returning 1
  )
  select w.id from wanting w where (select count(*) from beaten) is not null order by w.id;
end $function$;
grant execute on function beat_the_quiet(timestamp with time zone,timestamp with time zone,timestamp with time zone) to luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.cascade_message_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'pending'
    or (to_jsonb(new) - array['state', 'settled_at']) is distinct from (to_jsonb(old) - array['state', 'settled_at']) then
    raise exception 'a message about % is not changed', old.hand_down_id using errcode = 'raise_exception';
  end if;
  return new;
end $function$;

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

CREATE OR REPLACE FUNCTION luoshi.decided_objection_is_not_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'open' or (to_jsonb(new) - array['state', 'adjustment', 'reason', 'decided_at', 'decided_by'])
      is distinct from (to_jsonb(old) - array['state', 'adjustment', 'reason', 'decided_at', 'decided_by']) then
    raise exception 'objection % is not changed', old.id using errcode = 'raise_exception';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION luoshi.delegation_is_right()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
AS $function$
begin
  if current_setting('luoshi.restoring', true) = 'on' then return new; end if;
  if tg_op = 'UPDATE' then
    if old.ended_at is not null or (to_jsonb(new) - array['ended_at', 'ended_by', 'ended_reason'])
        is distinct from (to_jsonb(old) - array['ended_at', 'ended_by', 'ended_reason']) then
      raise exception 'delegation % is not changed', old.id using errcode = 'raise_exception';
    end if;
    return new;
  end if;
  if exists (select from unnest(new.roles) as lent (role) where not exists (
      select from role_assignment r
      where r.jurisdiction_id = new.jurisdiction_id and r.person_id = new.delegator_id and r.role = lent.role
        and coalesce(r.valid_from, '-infinity') <= new.to_date and coalesce(r.valid_to, 'infinity') >= new.from_date)) then
    raise exception 'what is not held is not lent' using errcode = 'check_violation', constraint = 'delegation_of_what_is_held';
  end if;
  if exists (select from role_assignment r
      where r.jurisdiction_id = new.jurisdiction_id and r.person_id in (new.delegate_id, new.delegator_id)
        and (is_administration(r.role) or r.role = 'auditor')
        and coalesce(r.valid_from, '-infinity') <= new.to_date and coalesce(r.valid_to, 'infinity') >= new.from_date) then
    raise exception 'who administers or audits acts for nobody' using errcode = 'check_violation', constraint = 'delegation_apart';
  end if;
  if not exists (select from person a join person b on b.jurisdiction_id = a.jurisdiction_id
      where a.jurisdiction_id = new.jurisdiction_id and a.id = new.delegator_id and b.id = new.delegate_id
        and a.unit_id = new.unit_id and b.active and b.barred_at is null
        and (a.unit_id = b.unit_id or exists (
          select from role_assignment x join role_assignment y on y.jurisdiction_id = x.jurisdiction_id
            and y.scope_kind = x.scope_kind and y.scope_id = x.scope_id
          where x.jurisdiction_id = a.jurisdiction_id and x.person_id = a.id and y.person_id = b.id
            and x.scope_kind in ('plan', 'action') and x.role = any (new.roles)
            and y.role in ('commander', 'deputyCommander', 'headquartersOffice', 'taskForceConvener')
            and (x.role = y.role or (x.role in ('commander', 'deputyCommander') and y.role in ('commander', 'deputyCommander')))
            and coalesce(x.valid_to, 'infinity') >= new.from_date and coalesce(y.valid_to, 'infinity') >= new.from_date))) then
    raise exception 'not of the same unit or office' using errcode = 'check_violation', constraint = 'delegation_within';
  end if;
  return new;
end $function$;

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
declare
  ask text[] := array['erasure_asked_at', 'erasure_asked_by', 'erasure_reason'];
  withdraw text[] := array['withdrawn_at', 'withdrawn_by', 'withdrawn_reason'];
  erase text[] := array['erased_at', 'erased_by', 'name', 'note', 'withdrawn_reason'];
  allowed text[];
begin
  if current_setting('luoshi.restoring', true) = 'on' then return new; end if;
  allowed := case
    when old.erased_at is not null then array[]::text[]
    when new.erased_at is not null then erase
    when old.withdrawn_at is null and new.withdrawn_at is not null then withdraw
    when old.erasure_asked_at is null or new.erasure_asked_at is null then ask
    else array[]::text[] end;
  if (to_jsonb(new) - allowed) is distinct from (to_jsonb(old) - allowed) or cardinality(allowed) = 0 then
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

CREATE OR REPLACE FUNCTION luoshi.expected_of_lead(since integer, base double precision, deadline integer, extended_ms bigint, stood bigint[], last integer, first integer, ordinals integer[], hours bigint[])
 RETURNS double precision
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  share double precision;
  total double precision;
  elapsed double precision;
begin
  if stood is null then
    if last < since then share := 0;
    elsif last >= deadline then share := 1;
    else
      total := ordinals[deadline - first + 2] - ordinals[since - first + 1];
      elapsed := ordinals[last - first + 2] - ordinals[since - first + 1];
      share := case when total = 0 then 0 else floor(elapsed / total * 10000 + 0.5) / 100 / 100 end;
    end if;
  else
    total := case when deadline < since then 0 else ordinals[deadline - first + 2] - ordinals[since - first + 1] end
      - case when extended_ms is null then 0
          else stood_still(stood, since * 86400000::bigint, extended_ms, first, ordinals, hours) end;
    elapsed := case when last < since then 0 else ordinals[last - first + 2] - ordinals[since - first + 1] end
      - stood_still(stood, since * 86400000::bigint, last * 86400000::bigint + hours[4], first, ordinals, hours);
    if total is null or elapsed is null then return null; end if;
    share := case when total <= 0 then 1 else least(1, greatest(0, elapsed / total)) end;
  end if;
  return floor((base + (100 - base) * share) * 100 + 0.5) / 100;
end
$function$;

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

CREATE OR REPLACE FUNCTION luoshi.grown_since(xid bigint, since timestamp with time zone)
 RETURNS TABLE(jurisdiction_id text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT e.jurisdiction_id
    FROM event e
   WHERE (e.recorded_xid >= grown_since.xid)
 UNION
  SELECT t.jurisdiction_id
    FROM trail_line t
   WHERE (t.at >= grown_since.since)
  ORDER BY 1;
END;
grant execute on function grown_since(bigint,timestamp with time zone) to luoshi_app;

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

CREATE OR REPLACE FUNCTION luoshi.jurisdiction_relations()
 RETURNS TABLE(id text, name text, level text, relation text, distance integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 WITH RECURSIVE above AS (
          SELECT j.id,
             j.parent_id,
             0 AS distance
            FROM jurisdiction j
           WHERE (j.id = current_jurisdiction())
         UNION ALL
          SELECT j.id,
             j.parent_id,
             (a.distance + 1)
            FROM (above a
              JOIN jurisdiction j ON ((j.id = a.parent_id)))
           WHERE (a.distance < 8)
         )
  SELECT j.id,
     j.name,
     j.level,
     'ancestor'::text,
     a.distance
    FROM (above a
      JOIN jurisdiction j ON ((j.id = a.id)))
   WHERE (a.distance > 0)
 UNION ALL
  SELECT j.id,
     j.name,
     j.level,
     'child'::text,
     1
    FROM jurisdiction j
   WHERE (j.parent_id = current_jurisdiction());
END;
grant execute on function jurisdiction_relations() to luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.jurisdiction_stands_in_tree()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
AS $function$
begin
  if current_setting('luoshi.restoring', true) = 'on' then return new; end if;
  -- One at a time: two moves that each look right may not go together.
  perform pg_advisory_xact_lock(hashtextextended('luoshi/jurisdiction tree', 0));
  if new.parent_id is not null then
    if not exists (select from jurisdiction p where p.id = new.parent_id) then
      raise exception 'no jurisdiction %', new.parent_id
        using errcode = 'foreign_key_violation', constraint = 'jurisdiction_parent_unknown';
    end if;
    if exists (select from jurisdiction p where p.id = new.parent_id
        and rank_of_level(p.level) >= rank_of_level(new.level)) then
      raise exception '% is not below %', new.id, new.parent_id
        using errcode = 'check_violation', constraint = 'jurisdiction_below_parent';
    end if;
  end if;
  if exists (select from jurisdiction c where c.parent_id = new.id
      and rank_of_level(c.level) <= rank_of_level(new.level)) then
    raise exception '% is not above those that stand under it', new.id
      using errcode = 'check_violation', constraint = 'jurisdiction_above_children';
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
           WHERE ((m.jurisdiction_id = j.id) AND (m.state = 'pending'::text))) <= jurisdictions_with_due_work.now) OR (EXISTS ( SELECT
            FROM calendar_change c
           WHERE ((c.jurisdiction_id = j.id) AND (c.finished_at IS NULL)))) OR (EXISTS ( SELECT
            FROM cascade_message m
           WHERE ((m.jurisdiction_id = j.id) AND (m.state = 'pending'::text) AND (m.at <= jurisdictions_with_due_work.now)))))
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

CREATE OR REPLACE FUNCTION luoshi.jurisdictions_with_releases()
 RETURNS TABLE(id text, name text, changed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
BEGIN ATOMIC
 SELECT j.id,
     j.name,
     max(GREATEST(r.released_at, r.withdrawn_at)) AS max
    FROM (jurisdiction j
      JOIN publication_release r ON ((r.jurisdiction_id = j.id)))
   GROUP BY j.id, j.name
   ORDER BY j.id;
END;
grant execute on function jurisdictions_with_releases() to luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.kept_assessment_is_not_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state = 'withdrawn' or (old.state = 'final' and (new.state <> 'withdrawn'
    or (to_jsonb(new) - array['state', 'version', 'withdrawn_at', 'withdrawn_by', 'withdrawn_reason'])
      is distinct from (to_jsonb(old) - array['state', 'version', 'withdrawn_at', 'withdrawn_by', 'withdrawn_reason']))) then
    raise exception 'assessment % is not changed', old.id using errcode = 'raise_exception';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION luoshi.kept_score_is_not_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from assessment a where a.jurisdiction_id = new.jurisdiction_id and a.id = new.assessment_id and a.state = 'preview')
    or (to_jsonb(new) - array['total', 'rank']) is distinct from (to_jsonb(old) - array['total', 'rank']) then
    raise exception 'the score of % in assessment % is not changed', old.unit_id, old.assessment_id using errcode = 'raise_exception';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION luoshi.latest_heartbeat()
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
AS $function$
begin
  return (select max(h.beat_at) from heartbeat h);
end $function$;
grant execute on function latest_heartbeat() to luoshi_app;

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

CREATE OR REPLACE FUNCTION luoshi.note_configuration()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  told text;
begin
  select string_agg(distinct jurisdiction_id, ',') into told from added where kind = 'configuration';
  if told is not null then
    perform set_config('luoshi.told', concat_ws(',', nullif(current_setting('luoshi.told', true), ''), told), true);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION luoshi.note_foundation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('luoshi.founded', concat_ws(',', nullif(current_setting('luoshi.founded', true), ''), new.id), true);
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

CREATE OR REPLACE FUNCTION luoshi.outlook_of(snapshot jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select jsonb_strip_nulls(jsonb_build_object(
    'leadUnitIds', c -> 'leadUnitIds',
    'leadSince', nullif(c -> 'leadSince', '{}'),
    'startOn', c -> 'startOn',
    'deadlineOn', c -> 'deadlineOn',
    'extendedAt', c -> 'extendedAt',
    'progress', c -> 'progress',
    'progressOf', nullif(c -> 'progressOf', '{}'),
    'suspensions', nullif(c -> 'suspensions', '[]'),
    'lasting', nullif(jsonb_path_query_array(c, '$.suspension.from') || jsonb_path_query_array(c, '$.closure.requestedAt ? (@ != null)')
      || jsonb_path_query_array(c, '$.blockage.acceptedAt ? (@ != null)'), '[]')))
  from (select snapshot -> 'context' as c) of_snapshot
$function$;

CREATE OR REPLACE FUNCTION luoshi.parked_report_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('luoshi.restoring', true) = 'on' then return new; end if;
  if old.state in ('replaced', 'signed') or (old.state <> 'waiting' and new.state <> 'replaced')
    or (to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'remark', 'report_id'])
      is distinct from (to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'remark', 'report_id']) then
    raise exception 'parked report % is not changed', old.id using errcode = 'raise_exception';
  end if;
  return new;
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

CREATE OR REPLACE FUNCTION luoshi.place_jurisdiction(parent_id text, level text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
AS $function$
declare
  placed integer;
begin
  if current_unit() is not null or current_office() is not null then
    raise exception 'the place of a jurisdiction is not a unit''s to change' using errcode = 'insufficient_privilege';
  end if;
  update jurisdiction j set parent_id = place_jurisdiction.parent_id, level = place_jurisdiction.level
  where j.id = current_jurisdiction();
  get diagnostics placed = row_count;
  return placed;
end $function$;
grant execute on function place_jurisdiction(text,text) to luoshi_app;

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

CREATE OR REPLACE FUNCTION luoshi.rank_of_level(level text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN array_position(ARRAY['province'::text, 'prefecture'::text, 'county'::text, 'township'::text], level);

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

CREATE OR REPLACE FUNCTION luoshi.refuse_erased_evidence()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'luoshi', 'pg_temp'
AS $function$
begin
  if current_setting('luoshi.restoring', true) <> 'on' or current_setting('luoshi.restoring', true) is null then
    if exists (select from evidence e where e.jurisdiction_id = new.jurisdiction_id and e.sha256 = new.sha256
        and e.erased_at is not null) then
      raise exception 'these bytes were erased by law' using errcode = 'check_violation', constraint = 'evidence_erased_by_law';
    end if;
  end if;
  return new;
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

CREATE OR REPLACE FUNCTION luoshi.refuse_untold_setting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  changed text := coalesce(to_jsonb(new) ->> 'jurisdiction_id', to_jsonb(old) ->> 'jurisdiction_id', to_jsonb(new) ->> 'id');
begin
  if changed = any (string_to_array(concat_ws(',', current_setting('luoshi.told', true), current_setting('luoshi.founded', true)), ','))
    or current_setting('luoshi.restoring', true) = 'on'
    or pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'USAGE')
  then
    return null;
  end if;
  raise exception 'a change of % is not on the trail', tg_table_name
    using errcode = 'check_violation', constraint = 'setting_is_told', table = tg_table_name;
end $function$;

CREATE OR REPLACE FUNCTION luoshi.release_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.withdrawn_at is not null or
    (to_jsonb(new) - array['withdrawn_at', 'withdrawn_reason'])
      is distinct from (to_jsonb(old) - array['withdrawn_at', 'withdrawn_reason']) then
    raise exception 'release of % is not changed', old.product_id using errcode = 'raise_exception';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION luoshi.released_facts(jurisdiction text, task uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'luoshi', 'pg_temp'
RETURN (SELECT jsonb_build_object('state', t.state, 'schedule', t.schedule, 'card', s.card, 'deadlineOn', t.deadline_on, 'percent', r.percent, 'period', r.period, 'readings', CASE WHEN s.readings THEN (SELECT COALESCE(jsonb_agg(jsonb_build_object('name', i.name, 'value', ((g.one ->> 'value'::text))::numeric, 'unit', i.unit) ORDER BY i."position"), '[]'::jsonb) AS "coalesce" FROM (jsonb_array_elements(r.readings) g(one) JOIN indicator i ON (((i.jurisdiction_id = t.jurisdiction_id) AND (i.task_id = t.id) AND (i."position" = ((g.one ->> 'position'::text))::integer))))) ELSE '[]'::jsonb END, 'words', CASE WHEN s.words THEN "left"(r.words, 300) ELSE NULL::text END) AS jsonb_build_object FROM ((task t CROSS JOIN LATERAL (SELECT COALESCE(((p.body #>> '{cascade,shareWords}'::text[]))::boolean, false) AS words, COALESCE(((p.body #>> '{cascade,shareReadings}'::text[]))::boolean, true) AS readings, (SELECT (l.value ->> 'label'::text) FROM jsonb_array_elements((p.body -> 'levels'::text)) l(value) WHERE ((l.value ->> 'id'::text) = t.supervision)) AS card FROM ((VALUES (1)) one LEFT JOIN policy_version p ON (((p.jurisdiction_id = t.jurisdiction_id) AND (p.version = t.policy_version)))) LIMIT 1) s) CROSS JOIN LATERAL (SELECT min(x.progress) AS percent, max(x.period) AS period, COALESCE((jsonb_agg(x.readings ORDER BY x.unit_id) #> '{0}'::text[]), '[]'::jsonb) AS readings, string_agg(x.done, '；'::text ORDER BY x.unit_id) FILTER (WHERE (x.done <> ''::text)) AS words FROM (SELECT DISTINCT ON (o.unit_id) o.unit_id, o.period, p.progress, p.readings, p.done FROM (obligation o JOIN progress_report p ON (((p.jurisdiction_id = o.jurisdiction_id) AND (p.obligation_id = o.id)))) WHERE ((o.jurisdiction_id = t.jurisdiction_id) AND (o.task_id = t.id) AND (o.kind = 'taskReport'::text) AND (o.state = 'accepted'::text)) ORDER BY o.unit_id, o.due_at DESC, p.revision DESC) x) r) WHERE ((t.jurisdiction_id = released_facts.jurisdiction) AND (t.id = released_facts.task)));
grant execute on function released_facts(text,uuid) to luoshi_app;

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

CREATE OR REPLACE FUNCTION luoshi.standing_today(outlook jsonb, state text, expected numeric, progress numeric, schedule text, behind double precision, seriously double precision, last integer, first integer, ordinals integer[], hours bigint[], OUT today_expected double precision, OUT today_lag double precision, OUT today_schedule text)
 RETURNS record
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE COST 1000
AS $function$
declare
  stood bigint[];
  extended_ms bigint;
  deadline integer;
  lead text;
  since jsonb;
  reached double precision;
  should double precision;
  worst_lag double precision;
  worst_expected double precision;
  is_judged boolean := false;
begin
  today_expected := expected;
  today_lag := floor((expected::double precision - progress::double precision) * 100 + 0.5) / 100;
  today_schedule := schedule;
  if not (state in ('dispatched', 'disputed', 'inProgress', 'suspended') or starts_with(state, 'closing')) then return; end if;
  stood := stretches_of(outlook);
  extended_ms := (extract(epoch from (outlook ->> 'extendedAt')::timestamptz) * 1000)::bigint + 28800000;
  deadline := (outlook ->> 'deadlineOn')::date - date '1970-01-01';
  for i in 0 .. coalesce(jsonb_array_length(outlook -> 'leadUnitIds'), 0) - 1 loop
    lead := outlook -> 'leadUnitIds' ->> i;
    since := coalesce(outlook -> 'leadSince' -> lead, jsonb_build_object('on', outlook -> 'startOn', 'base', 0));
    reached := (outlook -> 'progressOf' ->> lead)::double precision;
    should := case when since ->> 'on' is null then 0
      else expected_of_lead((since ->> 'on')::date - date '1970-01-01', (since ->> 'base')::double precision, deadline, extended_ms,
        stood, last, first, ordinals, hours) end;
    if should is null then return; end if;
    if (reached is not null and not is_judged) or ((reached is not null) = is_judged
      and (worst_lag is null or should - coalesce(reached, 0) > worst_lag)) then
      is_judged := reached is not null;
      worst_lag := should - coalesce(reached, 0);
      worst_expected := should;
    end if;
  end loop;
  if worst_expected is null then return; end if;
  today_expected := worst_expected;
  if not is_judged then
    today_lag := floor((worst_expected - (outlook ->> 'progress')::double precision) * 100 + 0.5) / 100;
    today_schedule := 'onTrack';
    return;
  end if;
  today_lag := floor(worst_lag * 100 + 0.5) / 100;
  if behind is null or seriously is null then return; end if;
  today_schedule := case when today_lag >= seriously then 'seriouslyBehind' when today_lag >= behind then 'behind' else 'onTrack' end;
end
$function$;

CREATE OR REPLACE FUNCTION luoshi.stood_still(stood bigint[], after_ms bigint, until_ms bigint, first integer, ordinals integer[], hours bigint[])
 RETURNS double precision
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  sum_ms bigint := 0;
  begins bigint;
  ends bigint;
begin
  for i in 1 .. array_length(stood, 1) / 2 loop
    begins := greatest(stood[2 * i - 1], after_ms);
    ends := least(stood[2 * i], until_ms);
    continue when begins >= ends;
    sum_ms := sum_ms + working_position(ends, first, ordinals, hours) - working_position(begins, first, ordinals, hours);
  end loop;
  return sum_ms::double precision / (hours[2] - hours[1] + hours[4] - hours[3]);
end
$function$;

CREATE OR REPLACE FUNCTION luoshi.stretches_of(outlook jsonb)
 RETURNS bigint[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  merged bigint[];
  one record;
begin
  if not (outlook ? 'suspensions' or outlook ? 'lasting') then return null; end if;
  for one in
    select begins, ends from (
      select (extract(epoch from (s ->> 'from')::timestamptz) * 1000)::bigint + 28800000 as begins,
        coalesce((extract(epoch from (s ->> 'to')::timestamptz) * 1000)::bigint + 28800000, 9000000000000000) as ends
      from jsonb_array_elements(outlook -> 'suspensions') s
      union all
      select (extract(epoch from l::timestamptz) * 1000)::bigint + 28800000, 9000000000000000
      from jsonb_array_elements_text(outlook -> 'lasting') l) stretches
    order by begins
  loop
    if merged is not null and merged[array_length(merged, 1)] >= one.begins then
      merged[array_length(merged, 1)] := greatest(merged[array_length(merged, 1)], one.ends);
    else
      merged := merged || array[one.begins, one.ends];
    end if;
  end loop;
  return merged;
end
$function$;

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

CREATE OR REPLACE FUNCTION luoshi.tell_upper(task_ids uuid[], obligation_ids uuid[], now timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'luoshi', 'pg_temp'
AS $function$
declare
  own record;
  facts jsonb;
  said integer := 0;
begin
  -- Most jurisdictions have adopted nothing: thousands of reports are not looked up for that.
  if not exists (select from handed_down_task h
      where h.jurisdiction_id = current_jurisdiction() and h.state = 'adopted') then
    return 0;
  end if;
  for own in
    select h.id from handed_down_task h
    where h.jurisdiction_id = current_jurisdiction() and h.state = 'adopted'
      and h.task_id in (select unnest(task_ids) union
        select o.task_id from obligation o
        where o.jurisdiction_id = current_jurisdiction() and o.id = any (obligation_ids))
    order by h.id
  loop
    perform from handed_down_task h where h.jurisdiction_id = current_jurisdiction() and h.id = own.id for update;
    select released_facts(h.jurisdiction_id, h.task_id) into facts from handed_down_task h
      where h.jurisdiction_id = current_jurisdiction() and h.id = own.id and h.state = 'adopted';
    continue when facts is null;
    update handed_down_task h set told = facts
      where h.jurisdiction_id = current_jurisdiction() and h.id = own.id and h.told is distinct from facts;
    continue when not found;
    insert into cascade_message (jurisdiction_id, hand_down_id, direction, seq, other_id, kind, body, at, state)
      select h.jurisdiction_id, h.id, 'out', 1 + coalesce((select max(m.seq) from cascade_message m
        where m.jurisdiction_id = h.jurisdiction_id and m.hand_down_id = h.id and m.direction = 'out'), 0),
        h.upper_id, 'progress', facts, tell_upper.now, 'pending'
      from handed_down_task h where h.jurisdiction_id = current_jurisdiction() and h.id = own.id;
    said := said + 1;
  end loop;
  return said;
end $function$;
grant execute on function tell_upper(uuid[],uuid[],timestamp with time zone) to luoshi_app;

CREATE OR REPLACE FUNCTION luoshi.working_position(civil_ms bigint, first integer, ordinals integer[], hours bigint[])
 RETURNS bigint
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
declare
  day integer := floor(civil_ms / 86400000.0);
  of_day bigint := civil_ms - day * 86400000::bigint;
  ordinal integer := ordinals[day - first + 2];
  day_length bigint := hours[2] - hours[1] + hours[4] - hours[3];
begin
  if ordinal = ordinals[day - first + 1] then return ordinal * day_length; end if;
  return (ordinal - 1) * day_length + greatest(0, least(of_day, hours[2]) - hours[1]) + greatest(0, least(of_day, hours[4]) - hours[3]);
end
$function$;

create table access_request (
  jurisdiction_id text not null,
  id uuid not null,
  person_id uuid not null,
  password boolean not null,
  second_factor boolean not null,
  reason text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  until timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  confirmed boolean,
  constraint access_request_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint access_request_check CHECK ((password OR second_factor)),
  constraint access_request_check1 CHECK ((((decided_at IS NULL) = (decided_by IS NULL)) AND ((decided_at IS NULL) = (confirmed IS NULL)))),
  constraint access_request_in_time CHECK (((NOT confirmed) OR (decided_at <= until))),
  constraint access_request_two_persons CHECK (((person_id <> asked_by) AND (person_id <> decided_by) AND (NOT (confirmed AND (decided_by = asked_by))))),
  constraint access_request_jurisdiction_id_asked_by_fkey FOREIGN KEY (jurisdiction_id, asked_by) REFERENCES person(jurisdiction_id, id),
  constraint access_request_jurisdiction_id_decided_by_fkey FOREIGN KEY (jurisdiction_id, decided_by) REFERENCES person(jurisdiction_id, id),
  constraint access_request_jurisdiction_id_person_id_fkey FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person(jurisdiction_id, id)
);
alter table access_request enable row level security;
CREATE UNIQUE INDEX access_request_once ON luoshi.access_request USING btree (jurisdiction_id, person_id) WHERE (decided_at IS NULL);
create policy kept on access_request to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
CREATE TRIGGER access_request_is_kept BEFORE UPDATE ON access_request FOR EACH ROW EXECUTE FUNCTION access_request_is_kept();
grant insert, select, update on access_request to luoshi_app;

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

create table assessment (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  period text not null,
  edition integer not null,
  version integer not null,
  state text not null,
  from_on date not null,
  to_on date not null,
  as_of timestamp with time zone not null,
  scheme_id text not null,
  scheme_version integer not null,
  preview_hash text not null,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  objections_until timestamp with time zone not null,
  closed_at timestamp with time zone,
  finalised_at timestamp with time zone,
  finalised_by uuid,
  final_hash text,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_reason text,
  constraint assessment_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint assessment_jurisdiction_id_plan_id_period_edition_key UNIQUE (jurisdiction_id, plan_id, period, edition),
  constraint assessment_check CHECK (((state <> 'final'::text) OR (final_hash IS NOT NULL))),
  constraint assessment_check1 CHECK (((state <> 'preview'::text) OR (final_hash IS NULL))),
  constraint assessment_check2 CHECK (((final_hash IS NULL) = (finalised_at IS NULL))),
  constraint assessment_check3 CHECK (((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL))),
  constraint assessment_check4 CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))),
  constraint assessment_edition_check CHECK ((edition > 0)),
  constraint assessment_final_hash_check CHECK ((final_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint assessment_preview_hash_check CHECK ((preview_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint assessment_state_check CHECK ((state = ANY (ARRAY['preview'::text, 'final'::text, 'withdrawn'::text]))),
  constraint assessment_version_check CHECK ((version > 0)),
  constraint assessment_jurisdiction_id_plan_id_fkey FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan(jurisdiction_id, id),
  constraint assessment_jurisdiction_id_scheme_id_scheme_version_fkey FOREIGN KEY (jurisdiction_id, scheme_id, scheme_version) REFERENCES scoring_scheme(jurisdiction_id, scheme_id, version)
);
alter table assessment enable row level security;
CREATE INDEX assessment_closing ON luoshi.assessment USING btree (jurisdiction_id, objections_until) WHERE ((state = 'preview'::text) AND (closed_at IS NULL));
CREATE UNIQUE INDEX assessment_one_in_life ON luoshi.assessment USING btree (jurisdiction_id, plan_id, period) WHERE (state <> 'withdrawn'::text);
CREATE INDEX assessment_plan ON luoshi.assessment USING btree (jurisdiction_id, plan_id, opened_at DESC);
create policy by_no_administrator on assessment as restrictive for insert to luoshi_app
  with check (( SELECT current_office() AS current_office)) IS NULL AND NOT administers(jurisdiction_id, opened_by, opened_at);
create policy changed_by_no_administrator on assessment as restrictive for update to luoshi_app
  using (( SELECT current_office() AS current_office)) IS NULL
  with check NOT administers(jurisdiction_id, finalised_by, finalised_at) AND NOT administers(jurisdiction_id, withdrawn_by, withdrawn_at);
create policy seen on assessment to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction))
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
CREATE TRIGGER kept_assessment_is_not_changed BEFORE UPDATE ON assessment FOR EACH ROW EXECUTE FUNCTION kept_assessment_is_not_changed();
grant insert, select, update on assessment to luoshi_app;

create table assessment_objection (
  jurisdiction_id text not null,
  id uuid not null,
  assessment_id uuid not null,
  unit_id uuid not null,
  line text not null,
  ground jsonb,
  statement text not null,
  evidence jsonb not null,
  filed_at timestamp with time zone not null,
  filed_by uuid,
  state text not null,
  adjustment numeric(8,2),
  reason text,
  decided_at timestamp with time zone,
  decided_by uuid,
  constraint assessment_objection_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint assessment_objection_check CHECK (((state = 'open'::text) = (decided_at IS NULL))),
  constraint assessment_objection_check1 CHECK (((state = 'open'::text) = (reason IS NULL))),
  constraint assessment_objection_check2 CHECK (((state = 'upheld'::text) = (adjustment IS NOT NULL))),
  constraint assessment_objection_state_check CHECK ((state = ANY (ARRAY['open'::text, 'upheld'::text, 'rejected'::text]))),
  constraint assessment_objection_jurisdiction_id_assessment_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, assessment_id, unit_id) REFERENCES assessment_score(jurisdiction_id, assessment_id, unit_id)
);
alter table assessment_objection enable row level security;
CREATE INDEX assessment_objection_of ON luoshi.assessment_objection USING btree (jurisdiction_id, assessment_id, filed_at);
create policy by_no_administrator on assessment_objection as restrictive for insert to luoshi_app
  with check (( SELECT current_office() AS current_office)) IS NULL AND NOT administers(jurisdiction_id, filed_by, filed_at);
create policy changed_by_no_administrator on assessment_objection as restrictive for update to luoshi_app
  using (( SELECT current_office() AS current_office)) IS NULL
  with check NOT administers(jurisdiction_id, decided_by, decided_at);
create policy own on assessment_objection to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)));
CREATE TRIGGER decided_objection_is_not_changed BEFORE UPDATE ON assessment_objection FOR EACH ROW EXECUTE FUNCTION decided_objection_is_not_changed();
grant insert, select, update on assessment_objection to luoshi_app;

create table assessment_score (
  jurisdiction_id text not null,
  assessment_id uuid not null,
  unit_id uuid not null,
  name text not null,
  group_id text,
  group_label text not null,
  own boolean not null,
  ranked boolean not null,
  lines jsonb not null,
  preview_total numeric(8,2) not null,
  preview_rank integer,
  total numeric(8,2) not null,
  rank integer,
  constraint assessment_score_pkey PRIMARY KEY (jurisdiction_id, assessment_id, unit_id),
  constraint assessment_score_jurisdiction_id_assessment_id_fkey FOREIGN KEY (jurisdiction_id, assessment_id) REFERENCES assessment(jurisdiction_id, id),
  constraint assessment_score_jurisdiction_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES unit(jurisdiction_id, id)
);
alter table assessment_score enable row level security;
create policy own on assessment_score to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)))
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL AND (( SELECT current_office() AS current_office)) IS NULL;
CREATE TRIGGER kept_score_is_not_changed BEFORE UPDATE ON assessment_score FOR EACH ROW EXECUTE FUNCTION kept_score_is_not_changed();
grant insert, select, update on assessment_score to luoshi_app;

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
  constraint bulk_run_work_check CHECK ((work = ANY (ARRAY['clocks'::text, 'calendar'::text, 'policy'::text, 'dispatch'::text]))),
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
CREATE CONSTRAINT TRIGGER setting_is_told AFTER INSERT OR UPDATE ON calendar_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_untold_setting();
grant insert, select on calendar_version to luoshi_app;

create table cascade_message (
  jurisdiction_id text not null,
  hand_down_id uuid not null,
  direction text not null,
  seq integer not null,
  other_id text not null,
  kind text not null,
  body jsonb not null,
  at timestamp with time zone not null,
  state text not null,
  settled_at timestamp with time zone,
  constraint cascade_message_pkey PRIMARY KEY (jurisdiction_id, hand_down_id, direction, seq),
  constraint cascade_message_check CHECK (((direction = 'in'::text) = (state = 'received'::text))),
  constraint cascade_message_check1 CHECK (((state = 'pending'::text) = (settled_at IS NULL))),
  constraint cascade_message_direction_check CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text]))),
  constraint cascade_message_kind_check CHECK ((kind = ANY (ARRAY['offered'::text, 'answered'::text, 'recalled'::text, 'adopted'::text, 'declined'::text, 'asked'::text, 'progress'::text]))),
  constraint cascade_message_seq_check CHECK ((seq > 0)),
  constraint cascade_message_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'delivered'::text, 'stopped'::text, 'received'::text]))),
  constraint cascade_message_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table cascade_message enable row level security;
CREATE INDEX cascade_message_pending ON luoshi.cascade_message USING btree (jurisdiction_id, at) WHERE (state = 'pending'::text);
create policy kept on cascade_message to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL AND (( SELECT current_office() AS current_office)) IS NULL;
create policy seen on cascade_message for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR (EXISTS ( SELECT
   FROM hand_down h
  WHERE h.jurisdiction_id = cascade_message.jurisdiction_id AND h.id = cascade_message.hand_down_id)) OR (EXISTS ( SELECT
   FROM handed_down_task h
  WHERE h.jurisdiction_id = cascade_message.jurisdiction_id AND h.id = cascade_message.hand_down_id)));
CREATE TRIGGER cascade_message_is_kept BEFORE UPDATE ON cascade_message FOR EACH ROW EXECUTE FUNCTION cascade_message_is_kept();
grant insert, select, update on cascade_message to luoshi_app;

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
CREATE CONSTRAINT TRIGGER setting_is_told AFTER INSERT OR UPDATE OF kind, name, settings, sealed_secret, state, paused_reason, receipt_hash ON channel DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_untold_setting();
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

create table delegation (
  jurisdiction_id text not null,
  id uuid not null,
  delegator_id uuid not null,
  delegate_id uuid not null,
  unit_id uuid not null,
  roles text[] not null,
  from_date date not null,
  to_date date not null,
  reason text not null,
  granted_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_reason text,
  constraint delegation_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint delegation_check CHECK ((delegator_id <> delegate_id)),
  constraint delegation_check1 CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint delegation_roles_check CHECK (((cardinality(roles) > 0) AND (roles <@ ARRAY['commander'::text, 'deputyCommander'::text, 'headquartersOffice'::text, 'taskForceConvener'::text, 'leadUnitHead'::text, 'liaison'::text, 'supportUnitLiaison'::text]))),
  constraint delegation_span CHECK (((from_date <= to_date) AND ((to_date - from_date) < 92))),
  constraint delegation_jurisdiction_id_delegate_id_fkey FOREIGN KEY (jurisdiction_id, delegate_id) REFERENCES person(jurisdiction_id, id),
  constraint delegation_jurisdiction_id_delegator_id_fkey FOREIGN KEY (jurisdiction_id, delegator_id) REFERENCES person(jurisdiction_id, id),
  constraint delegation_jurisdiction_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES unit(jurisdiction_id, id)
);
alter table delegation enable row level security;
CREATE INDEX delegation_delegate ON luoshi.delegation USING btree (jurisdiction_id, delegate_id, to_date);
CREATE INDEX delegation_delegator ON luoshi.delegation USING btree (jurisdiction_id, delegator_id, granted_at);
create policy own on delegation to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_office() AS current_office)) IS NULL AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)));
CREATE TRIGGER delegation_is_right AFTER INSERT OR UPDATE ON delegation FOR EACH ROW EXECUTE FUNCTION delegation_is_right();
CREATE TRIGGER directory_changes AFTER UPDATE ON delegation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_directory();
CREATE TRIGGER directory_grows AFTER INSERT ON delegation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_directory();
grant insert, select, update on delegation to luoshi_app;

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
  erasure_asked_at timestamp with time zone,
  erasure_asked_by uuid,
  erasure_reason text,
  erased_at timestamp with time zone,
  erased_by uuid,
  constraint evidence_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint evidence_check CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))),
  constraint evidence_erasure_asked CHECK ((((erasure_asked_at IS NULL) = (erasure_asked_by IS NULL)) AND ((erasure_asked_at IS NULL) = (erasure_reason IS NULL)))),
  constraint evidence_erasure_confirmed CHECK ((((erased_at IS NULL) = (erased_by IS NULL)) AND ((erased_at IS NULL) OR (erasure_asked_at IS NOT NULL)))),
  constraint evidence_erasure_two_persons CHECK ((erased_by <> erasure_asked_by)),
  constraint evidence_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint evidence_size_check CHECK ((size > 0)),
  constraint evidence_jurisdiction_id_added_by_fkey FOREIGN KEY (jurisdiction_id, added_by) REFERENCES person(jurisdiction_id, id),
  constraint evidence_jurisdiction_id_erased_by_fkey FOREIGN KEY (jurisdiction_id, erased_by) REFERENCES person(jurisdiction_id, id),
  constraint evidence_jurisdiction_id_erasure_asked_by_fkey FOREIGN KEY (jurisdiction_id, erasure_asked_by) REFERENCES person(jurisdiction_id, id),
  constraint evidence_jurisdiction_id_obligation_id_fkey FOREIGN KEY (jurisdiction_id, obligation_id) REFERENCES obligation(jurisdiction_id, id),
  constraint evidence_jurisdiction_id_task_id_fkey FOREIGN KEY (jurisdiction_id, task_id) REFERENCES task(jurisdiction_id, id),
  constraint evidence_jurisdiction_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES unit(jurisdiction_id, id),
  constraint evidence_jurisdiction_id_withdrawn_by_fkey FOREIGN KEY (jurisdiction_id, withdrawn_by) REFERENCES person(jurisdiction_id, id)
);
alter table evidence enable row level security;
CREATE INDEX evidence_erased ON luoshi.evidence USING btree (jurisdiction_id, sha256) WHERE (erased_at IS NOT NULL);
CREATE INDEX evidence_object ON luoshi.evidence USING btree (jurisdiction_id, sha256);
CREATE INDEX evidence_obligation ON luoshi.evidence USING btree (jurisdiction_id, obligation_id) WHERE (obligation_id IS NOT NULL);
CREATE INDEX evidence_task ON luoshi.evidence USING btree (jurisdiction_id, task_id, added_at, id);
create policy own on evidence to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_office() AS current_office)) IS NULL AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)));
CREATE TRIGGER erased_evidence_stays_away AFTER INSERT ON evidence FOR EACH ROW EXECUTE FUNCTION refuse_erased_evidence();
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

create table hand_down (
  jurisdiction_id text not null,
  id uuid not null,
  task_id uuid not null,
  lower_id text not null,
  lower_name text not null,
  title text not null,
  requirement text not null,
  deadline_on date not null,
  indicators jsonb not null default '[]'::jsonb,
  state text not null,
  version integer not null default 1,
  offered_at timestamp with time zone not null,
  offered_by uuid not null,
  delivered_at timestamp with time zone,
  question text,
  answer text,
  reason text,
  adopted jsonb,
  adopted_at timestamp with time zone,
  progress jsonb,
  progress_at timestamp with time zone,
  constraint hand_down_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint hand_down_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'asked'::text, 'adopted'::text, 'declined'::text, 'recalled'::text]))),
  constraint hand_down_jurisdiction_id_offered_by_fkey FOREIGN KEY (jurisdiction_id, offered_by) REFERENCES person(jurisdiction_id, id),
  constraint hand_down_jurisdiction_id_task_id_fkey FOREIGN KEY (jurisdiction_id, task_id) REFERENCES task(jurisdiction_id, id)
);
alter table hand_down enable row level security;
CREATE UNIQUE INDEX hand_down_standing ON luoshi.hand_down USING btree (jurisdiction_id, task_id, lower_id) WHERE (state = ANY (ARRAY['offered'::text, 'asked'::text, 'adopted'::text]));
CREATE INDEX hand_down_task ON luoshi.hand_down USING btree (jurisdiction_id, task_id, offered_at);
create policy kept on hand_down to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL AND (( SELECT current_office() AS current_office)) IS NULL;
create policy seen on hand_down for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR (EXISTS ( SELECT
   FROM task t
  WHERE t.jurisdiction_id = hand_down.jurisdiction_id AND t.id = hand_down.task_id)));
grant insert, select, update on hand_down to luoshi_app;

create table handed_down_task (
  jurisdiction_id text not null,
  id uuid not null,
  upper_id text not null,
  upper_name text not null,
  upper_task_code text not null,
  upper_plan_title text not null,
  offered_by text not null,
  title text not null,
  requirement text not null,
  deadline_on date not null,
  indicators jsonb not null default '[]'::jsonb,
  state text not null,
  version integer not null default 1,
  offered_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  question text,
  answer text,
  reason text,
  task_id uuid,
  decided_at timestamp with time zone,
  decided_by uuid,
  decided_key text,
  told jsonb,
  constraint handed_down_task_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint handed_down_task_check CHECK (((state <> 'adopted'::text) OR (task_id IS NOT NULL))),
  constraint handed_down_task_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'asked'::text, 'adopted'::text, 'declined'::text, 'recalled'::text]))),
  constraint handed_down_task_jurisdiction_id_decided_by_fkey FOREIGN KEY (jurisdiction_id, decided_by) REFERENCES person(jurisdiction_id, id),
  constraint handed_down_task_jurisdiction_id_task_id_fkey FOREIGN KEY (jurisdiction_id, task_id) REFERENCES task(jurisdiction_id, id)
);
alter table handed_down_task enable row level security;
CREATE UNIQUE INDEX handed_down_task_own ON luoshi.handed_down_task USING btree (jurisdiction_id, task_id) WHERE (task_id IS NOT NULL);
CREATE INDEX handed_down_task_state ON luoshi.handed_down_task USING btree (jurisdiction_id, state, deadline_on, id);
create policy kept on handed_down_task to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL AND (( SELECT current_office() AS current_office)) IS NULL;
create policy seen on handed_down_task for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR (EXISTS ( SELECT
   FROM task t
  WHERE t.jurisdiction_id = handed_down_task.jurisdiction_id AND t.id = handed_down_task.task_id)));
grant insert, select, update on handed_down_task to luoshi_app;

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
  constraint jurisdiction_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES jurisdiction(id) DEFERRABLE INITIALLY DEFERRED
);
alter table jurisdiction enable row level security;
CREATE INDEX jurisdiction_parent ON luoshi.jurisdiction USING btree (parent_id) WHERE (parent_id IS NOT NULL);
create policy founded on jurisdiction for insert to luoshi_app
  with check id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy seen on jurisdiction for select to luoshi_app
  using id = (( SELECT current_jurisdiction() AS current_jurisdiction));
CREATE TRIGGER foundation_is_noted AFTER INSERT ON jurisdiction FOR EACH ROW EXECUTE FUNCTION note_foundation();
CREATE TRIGGER jurisdiction_founded_in_tree BEFORE INSERT ON jurisdiction FOR EACH ROW WHEN (new.parent_id IS NOT NULL) EXECUTE FUNCTION jurisdiction_stands_in_tree();
CREATE TRIGGER jurisdiction_moved_in_tree BEFORE UPDATE ON jurisdiction FOR EACH ROW WHEN (new.parent_id IS DISTINCT FROM old.parent_id OR new.level IS DISTINCT FROM old.level) EXECUTE FUNCTION jurisdiction_stands_in_tree();
CREATE CONSTRAINT TRIGGER setting_is_told AFTER UPDATE OF name, level, parent_id, calendar_id, full_prefixes, short_prefix ON jurisdiction DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_untold_setting();
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
CREATE CONSTRAINT TRIGGER setting_is_told AFTER INSERT OR UPDATE OF ladder, covers, until, resumed_at ON ladder_pause DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_untold_setting();
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
CREATE INDEX notice_issued ON luoshi.notice USING btree (jurisdiction_id, issued_at, id) WHERE (issued_at IS NOT NULL);
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

create table notice_file (
  jurisdiction_id text not null,
  notice_id uuid not null,
  format text not null,
  sha256 text not null,
  size integer not null,
  bytes bytea not null,
  kept_at timestamp with time zone not null,
  constraint notice_file_pkey PRIMARY KEY (jurisdiction_id, notice_id, format),
  constraint notice_file_format_check CHECK ((format = ANY (ARRAY['docx'::text, 'pdf'::text]))),
  constraint notice_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint notice_file_size_check CHECK ((size > 0)),
  constraint notice_file_jurisdiction_id_notice_id_fkey FOREIGN KEY (jurisdiction_id, notice_id) REFERENCES notice(jurisdiction_id, id)
);
alter table notice_file enable row level security;
create policy own on notice_file for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR (EXISTS ( SELECT
   FROM notice n
  WHERE n.jurisdiction_id = notice_file.jurisdiction_id AND n.id = notice_file.notice_id)));
create policy written on notice_file for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_office() AS current_office)) IS NULL;
CREATE TRIGGER notice_file_is_immutable BEFORE DELETE OR UPDATE ON notice_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER notice_file_is_kept BEFORE TRUNCATE ON notice_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on notice_file to luoshi_app;

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

create table parked_report (
  jurisdiction_id text not null,
  id uuid not null,
  sitting_id uuid not null,
  obligation_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  revision integer not null,
  progress numeric(5,2) not null,
  no_change boolean not null default false,
  done text not null default ''::text,
  problems text not null default ''::text,
  help_wanted text not null default ''::text,
  next_steps text not null default ''::text,
  readings jsonb not null default '[]'::jsonb,
  evidence jsonb not null default '[]'::jsonb,
  from_workbook boolean not null default false,
  sent_by uuid not null,
  sent_at timestamp with time zone not null,
  state text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  remark text not null default ''::text,
  report_id uuid,
  idempotency_key text not null,
  constraint parked_report_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint parked_report_check CHECK ((((decided_at IS NULL) = (state = 'waiting'::text)) AND ((decided_by IS NULL) OR (decided_at IS NOT NULL)))),
  constraint parked_report_check1 CHECK (((state = 'signed'::text) = (report_id IS NOT NULL))),
  constraint parked_report_revision_check CHECK ((revision > 0)),
  constraint parked_report_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'returned'::text, 'takenBack'::text, 'overtaken'::text, 'replaced'::text, 'signed'::text]))),
  constraint parked_report_jurisdiction_id_decided_by_fkey FOREIGN KEY (jurisdiction_id, decided_by) REFERENCES person(jurisdiction_id, id),
  constraint parked_report_jurisdiction_id_obligation_id_fkey FOREIGN KEY (jurisdiction_id, obligation_id) REFERENCES obligation(jurisdiction_id, id),
  constraint parked_report_jurisdiction_id_report_id_fkey FOREIGN KEY (jurisdiction_id, report_id) REFERENCES progress_report(jurisdiction_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint parked_report_jurisdiction_id_sent_by_fkey FOREIGN KEY (jurisdiction_id, sent_by) REFERENCES person(jurisdiction_id, id),
  constraint parked_report_jurisdiction_id_sitting_id_fkey FOREIGN KEY (jurisdiction_id, sitting_id) REFERENCES sitting(jurisdiction_id, id),
  constraint parked_report_jurisdiction_id_task_id_fkey FOREIGN KEY (jurisdiction_id, task_id) REFERENCES task(jurisdiction_id, id),
  constraint parked_report_jurisdiction_id_unit_id_fkey FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES unit(jurisdiction_id, id)
);
alter table parked_report enable row level security;
CREATE UNIQUE INDEX parked_report_once ON luoshi.parked_report USING btree (jurisdiction_id, obligation_id) WHERE (state = ANY (ARRAY['waiting'::text, 'returned'::text, 'takenBack'::text, 'overtaken'::text]));
CREATE INDEX parked_report_sitting ON luoshi.parked_report USING btree (jurisdiction_id, sitting_id);
CREATE INDEX parked_report_waiting ON luoshi.parked_report USING btree (jurisdiction_id, unit_id) WHERE (state = ANY (ARRAY['waiting'::text, 'returned'::text]));
create policy by_no_administrator on parked_report as restrictive for insert to luoshi_app
  with check NOT administers(jurisdiction_id, sent_by, sent_at);
create policy own on parked_report to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_office() AS current_office)) IS NULL AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)));
CREATE TRIGGER parked_report_is_kept BEFORE UPDATE ON parked_report FOR EACH ROW EXECUTE FUNCTION parked_report_is_kept();
grant insert, select, update on parked_report to luoshi_app;

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
  dispatch_total integer,
  dispatch_done integer,
  constraint plan_review_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint plan_review_dispatch CHECK ((((dispatch_total IS NULL) = (dispatch_done IS NULL)) AND ((dispatch_done >= 0) AND (dispatch_done <= dispatch_total)))),
  constraint plan_review_state_check CHECK ((state = ANY (ARRAY['open'::text, 'dispatched'::text, 'abandoned'::text]))),
  constraint plan_review_jurisdiction_id_amends_plan_id_fkey FOREIGN KEY (jurisdiction_id, amends_plan_id) REFERENCES plan(jurisdiction_id, id),
  constraint plan_review_jurisdiction_id_document_id_fkey FOREIGN KEY (jurisdiction_id, document_id) REFERENCES plan_document(jurisdiction_id, id),
  constraint plan_review_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id),
  constraint plan_review_jurisdiction_id_plan_id_fkey FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan(jurisdiction_id, id)
);
alter table plan_review enable row level security;
CREATE INDEX plan_review_dispatching ON luoshi.plan_review USING btree (jurisdiction_id) WHERE (dispatch_done < dispatch_total);
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
CREATE CONSTRAINT TRIGGER setting_is_told AFTER INSERT OR UPDATE ON policy_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_untold_setting();
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
  constraint product_scope_kind_check CHECK ((scope_kind = ANY (ARRAY['plan'::text, 'action'::text, 'unit'::text, 'person'::text, 'task'::text, 'meeting'::text]))),
  constraint product_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'reviewed'::text, 'issued'::text, 'withdrawn'::text, 'abandoned'::text]))),
  constraint product_version_check CHECK ((version > 0)),
  constraint product_jurisdiction_id_plan_id_fkey FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan(jurisdiction_id, id)
);
alter table product enable row level security;
CREATE INDEX product_due ON luoshi.product USING btree (jurisdiction_id, COALESCE(due_at, 'infinity'::timestamp with time zone), id);
CREATE INDEX product_kind_made ON luoshi.product USING btree (jurisdiction_id, kind, produced_at, id);
CREATE INDEX product_made ON luoshi.product USING btree (jurisdiction_id, produced_at, id);
CREATE INDEX product_period ON luoshi.product USING btree (jurisdiction_id, period, produced_at, id);
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
CREATE INDEX product_delivery_person ON luoshi.product_delivery USING btree (jurisdiction_id, person_id, message_id);
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
create policy released on product_file for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (EXISTS ( SELECT
   FROM publication_release r
  WHERE r.jurisdiction_id = product_file.jurisdiction_id AND r.product_id = product_file.product_id AND r.withdrawn_at IS NULL));
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
  help_wanted text not null default ''::text,
  signed_by uuid,
  constraint progress_report_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint progress_report_jurisdiction_id_obligation_id_revision_key UNIQUE (jurisdiction_id, obligation_id, revision),
  constraint progress_report_progress_check CHECK (((progress >= (0)::numeric) AND (progress <= (100)::numeric))),
  constraint progress_report_jurisdiction_id_obligation_id_fkey FOREIGN KEY (jurisdiction_id, obligation_id) REFERENCES obligation(jurisdiction_id, id),
  constraint progress_report_signed_by FOREIGN KEY (jurisdiction_id, signed_by) REFERENCES person(jurisdiction_id, id)
);
alter table progress_report enable row level security;
CREATE INDEX progress_report_task ON luoshi.progress_report USING btree (jurisdiction_id, task_id, filed_at);
create policy by_no_administrator on progress_report as restrictive for insert to luoshi_app
  with check (( SELECT current_office() AS current_office)) IS NULL AND NOT administers(jurisdiction_id, filed_by, filed_at);
create policy own on progress_report to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND ((( SELECT current_unit() AS current_unit)) IS NULL OR unit_id = (( SELECT current_unit() AS current_unit)));
grant insert, select on progress_report to luoshi_app;

create table publication_release (
  jurisdiction_id text not null,
  product_id uuid not null,
  plan_code text not null,
  plan_title text not null,
  scope_kind text not null,
  scope_code text,
  scope_name text not null,
  period text not null,
  edition integer not null,
  title text not null,
  document jsonb not null,
  sha256 text not null,
  size integer not null,
  bytes bytea not null,
  released_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_reason text,
  constraint publication_release_pkey PRIMARY KEY (jurisdiction_id, product_id),
  constraint publication_release_check CHECK (((scope_kind = 'plan'::text) = (scope_code IS NULL))),
  constraint publication_release_check1 CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))),
  constraint publication_release_edition_check CHECK ((edition > 0)),
  constraint publication_release_scope_kind_check CHECK ((scope_kind = ANY (ARRAY['plan'::text, 'action'::text]))),
  constraint publication_release_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint publication_release_size_check CHECK ((size > 0)),
  constraint publication_release_jurisdiction_id_product_id_fkey FOREIGN KEY (jurisdiction_id, product_id) REFERENCES product(jurisdiction_id, id)
);
alter table publication_release enable row level security;
CREATE INDEX publication_release_plan ON luoshi.publication_release USING btree (jurisdiction_id, plan_code, period, edition);
create policy seen on publication_release for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
create policy withdrawn on publication_release for update to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL AND (( SELECT current_office() AS current_office)) IS NULL;
create policy written on publication_release for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL AND (( SELECT current_office() AS current_office)) IS NULL;
CREATE TRIGGER release_is_kept BEFORE UPDATE ON publication_release FOR EACH ROW EXECUTE FUNCTION release_is_kept();
grant insert, select, update on publication_release to luoshi_app;

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
CREATE CONSTRAINT TRIGGER setting_is_told AFTER INSERT OR UPDATE ON rule_confirmation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_untold_setting();
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
CREATE CONSTRAINT TRIGGER setting_is_told AFTER INSERT OR UPDATE ON scheme_in_force DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_untold_setting();
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
  evidence jsonb not null default '[]'::jsonb,
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
CREATE CONSTRAINT TRIGGER setting_is_told AFTER INSERT OR UPDATE ON scoring_scheme DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_untold_setting();
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
  outlook jsonb generated always as (outlook_of(snapshot)) stored,
  last_reports jsonb not null default '{}'::jsonb,
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
  constraint trail_line_kind_check CHECK ((kind = ANY (ARRAY['account'::text, 'configuration'::text, 'export'::text, 'read'::text, 'retention'::text, 'evidence'::text, 'product'::text, 'cascade'::text, 'filing'::text]))),
  constraint trail_line_seq_check CHECK ((seq > 0)),
  constraint trail_line_via_check CHECK ((via = ANY (ARRAY['page'::text, 'token'::text, 'command'::text, 'system'::text, 'open'::text]))),
  constraint trail_line_jurisdiction_id_chain_id_fkey FOREIGN KEY (jurisdiction_id, chain_id) REFERENCES trail_chain(jurisdiction_id, id)
);
alter table trail_line enable row level security;
CREATE INDEX trail_line_actor ON luoshi.trail_line USING btree (jurisdiction_id, actor_id, at);
CREATE INDEX trail_line_at ON luoshi.trail_line USING btree (jurisdiction_id, at);
CREATE INDEX trail_line_persons ON luoshi.trail_line USING gin (person_ids);
CREATE INDEX trail_line_written ON luoshi.trail_line USING brin (at) WITH (pages_per_range='32', autosummarize='on');
create policy seen on trail_line for select to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL;
create policy written on trail_line for insert to luoshi_app
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction));
CREATE TRIGGER configuration_is_noted AFTER INSERT ON trail_line REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_configuration();
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
  sign_off boolean not null default false,
  sign_off_at timestamp with time zone,
  sign_off_by uuid,
  constraint unit_pkey PRIMARY KEY (jurisdiction_id, id),
  constraint unit_jurisdiction_id_code_key UNIQUE (jurisdiction_id, code),
  constraint unit_jurisdiction_id_name_key UNIQUE (jurisdiction_id, name),
  constraint unit_sign_off_told CHECK ((((sign_off_at IS NULL) = (sign_off_by IS NULL)) AND ((NOT sign_off) OR (sign_off_at IS NOT NULL)))),
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
CREATE CONSTRAINT TRIGGER setting_is_told AFTER INSERT OR DELETE OR UPDATE ON unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_untold_setting();
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
CREATE CONSTRAINT TRIGGER setting_is_told AFTER INSERT OR UPDATE ON unit_alias DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_untold_setting();
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
CREATE CONSTRAINT TRIGGER setting_is_told AFTER INSERT OR UPDATE ON unit_succession DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_untold_setting();
grant insert, select, update on unit_succession to luoshi_app;

create table unwritten_product (
  jurisdiction_id text not null,
  kind text not null,
  scope_kind text not null,
  scope_id uuid not null,
  period text not null,
  failures integer not null,
  failed_at timestamp with time zone not null,
  retry_at timestamp with time zone not null,
  code text not null,
  reason text not null,
  constraint unwritten_product_pkey PRIMARY KEY (jurisdiction_id, kind, scope_kind, scope_id, period),
  constraint unwritten_product_failures_check CHECK ((failures > 0)),
  constraint unwritten_product_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES jurisdiction(id)
);
alter table unwritten_product enable row level security;
create policy own on unwritten_product to luoshi_app
  using jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL
  with check jurisdiction_id = (( SELECT current_jurisdiction() AS current_jurisdiction)) AND (( SELECT current_unit() AS current_unit)) IS NULL AND (( SELECT current_office() AS current_office)) IS NULL;
grant delete, insert, select, update on unwritten_product to luoshi_app;

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
CREATE CONSTRAINT TRIGGER setting_is_told AFTER INSERT OR UPDATE OF unit_id, name, url, event_types, sealed_secret, key_hash, state ON webhook_subscription DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_untold_setting();
grant insert, select, update on webhook_subscription to luoshi_app;
