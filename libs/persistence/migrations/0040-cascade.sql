-- Jurisdictions as a tree, and tasks that an upper one hands down to those below it (交办): each side keeps rows of its own, and what
-- one tells the other is carried over as a copy. No row is ever read across.

set local search_path = luoshi;

-- ---------------------------------------------------------------------------------------------
-- The tree
-- ---------------------------------------------------------------------------------------------

-- A restored record may bring a lower one first.
alter table jurisdiction alter constraint jurisdiction_parent_id_fkey deferrable initially deferred;
create index jurisdiction_parent on jurisdiction (parent_id) where parent_id is not null;

create function rank_of_level(level text) returns integer language sql immutable parallel safe
return array_position(array['province', 'prefecture', 'county', 'township'], level);

-- Each stands at a lower level than the one above it, so that no way down comes back: there is no circle.
create function jurisdiction_stands_in_tree() returns trigger
language plpgsql security definer set search_path = luoshi, pg_temp as $$
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
end $$;
create trigger jurisdiction_founded_in_tree before insert on jurisdiction
  for each row when (new.parent_id is not null) execute function jurisdiction_stands_in_tree();
create trigger jurisdiction_moved_in_tree before update on jurisdiction
  for each row when (new.parent_id is distinct from old.parent_id or new.level is distinct from old.level)
  execute function jurisdiction_stands_in_tree();

-- The row is the owner's to change, but for this: the place of the transaction's own jurisdiction, and of no other.
create function place_jurisdiction(parent_id text, level text) returns integer
language plpgsql security definer set search_path = luoshi, pg_temp as $$
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
end $$;

-- Who stands above the transaction's jurisdiction, and who directly under it: codes, names and levels, nothing else of them.
create function jurisdiction_relations()
returns table (id text, name text, level text, relation text, distance integer)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  with recursive above as (
    select j.id, j.parent_id, 0 as distance from jurisdiction j where j.id = current_jurisdiction()
    union all
    select j.id, j.parent_id, a.distance + 1 from above a join jurisdiction j on j.id = a.parent_id where a.distance < 8
  )
  select j.id, j.name, j.level, 'ancestor', a.distance from above a join jurisdiction j on j.id = a.id where a.distance > 0
  union all
  select j.id, j.name, j.level, 'child', 1 from jurisdiction j where j.parent_id = current_jurisdiction();
end;

-- ---------------------------------------------------------------------------------------------
-- What is handed down: the upper's rows, the lower's rows, and what was said between them
-- ---------------------------------------------------------------------------------------------

create table hand_down (
  jurisdiction_id text not null,          -- who hands down
  id uuid not null,
  task_id uuid not null,
  lower_id text not null,                 -- by code alone: it may be in another system by now
  lower_name text not null,
  title text not null,
  requirement text not null,
  deadline_on date not null,
  indicators jsonb not null default '[]',
  state text not null check (state in ('offered', 'asked', 'adopted', 'declined', 'recalled')),
  version integer not null default 1,
  offered_at timestamptz not null,
  offered_by uuid not null,
  delivered_at timestamptz,               -- the lower has its copy
  question text,
  answer text,
  reason text,                            -- of who declined or recalled
  adopted jsonb,                          -- { code, title, deadlineOn, leads, deadlineReason }
  adopted_at timestamptz,
  progress jsonb,                         -- what was told last of the lower's task, as the lower says it
  progress_at timestamptz,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, task_id) references task (jurisdiction_id, id),
  foreign key (jurisdiction_id, offered_by) references person (jurisdiction_id, id)
);
-- One at a time of a task to a jurisdiction.
create unique index hand_down_standing on hand_down (jurisdiction_id, task_id, lower_id)
  where state in ('offered', 'asked', 'adopted');
create index hand_down_task on hand_down (jurisdiction_id, task_id, offered_at);

create table handed_down_task (
  jurisdiction_id text not null,          -- to whom it is handed
  id uuid not null,                       -- the same as of the upper's row
  upper_id text not null,
  upper_name text not null,
  upper_task_code text not null,
  upper_plan_title text not null,
  offered_by text not null,               -- which desk: 指挥部办公室, a unit
  title text not null,
  requirement text not null,
  deadline_on date not null,
  indicators jsonb not null default '[]',
  state text not null check (state in ('offered', 'asked', 'adopted', 'declined', 'recalled')),
  version integer not null default 1,
  offered_at timestamptz not null,
  received_at timestamptz not null,
  question text,
  answer text,
  reason text,
  task_id uuid,                           -- the own task that it became
  decided_at timestamptz,
  decided_by uuid,
  decided_key text,                       -- of the request, so that its repeat is known
  told jsonb,                             -- what the upper has been told last of the own task
  primary key (jurisdiction_id, id),
  check (state <> 'adopted' or task_id is not null),
  foreign key (jurisdiction_id, task_id) references task (jurisdiction_id, id),
  foreign key (jurisdiction_id, decided_by) references person (jurisdiction_id, id)
);
create unique index handed_down_task_own on handed_down_task (jurisdiction_id, task_id) where task_id is not null;
create index handed_down_task_state on handed_down_task (jurisdiction_id, state, deadline_on, id);

-- Both sides keep what was said: the one who said it until it is carried over and after, the other its copy.
create table cascade_message (
  jurisdiction_id text not null references jurisdiction (id),
  hand_down_id uuid not null,
  direction text not null check (direction in ('out', 'in')),
  seq integer not null check (seq > 0),   -- of what this side says, from 1, with no gap
  other_id text not null,
  kind text not null check (kind in ('offered', 'answered', 'recalled', 'adopted', 'declined', 'asked', 'progress')),
  body jsonb not null,
  at timestamptz not null,                -- when it was said
  state text not null check (state in ('pending', 'delivered', 'stopped', 'received')),
  settled_at timestamptz,
  primary key (jurisdiction_id, hand_down_id, direction, seq),
  check ((direction = 'in') = (state = 'received')),
  check ((state = 'pending') = (settled_at is null))
);
create index cascade_message_pending on cascade_message (jurisdiction_id, at) where state = 'pending';

-- What was said stays said; a message is settled once.
create function cascade_message_is_kept() returns trigger language plpgsql as $$
begin
  if old.state <> 'pending'
    or (to_jsonb(new) - array['state', 'settled_at']) is distinct from (to_jsonb(old) - array['state', 'settled_at']) then
    raise exception 'a message about % is not changed', old.hand_down_id using errcode = 'raise_exception';
  end if;
  return new;
end $$;
create trigger cascade_message_is_kept before update on cascade_message
  for each row execute function cascade_message_is_kept();

grant select, insert, update on hand_down, handed_down_task, cascade_message to luoshi_app;

-- A unit sees what is about tasks that it sees; it is written for the jurisdiction, and by no administrator.
alter table hand_down enable row level security;
create policy seen on hand_down for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and ((select current_unit()) is null
    or exists (select from task t where t.jurisdiction_id = hand_down.jurisdiction_id and t.id = hand_down.task_id)));
create policy kept on hand_down to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null
    and (select current_office()) is null);

alter table handed_down_task enable row level security;
create policy seen on handed_down_task for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and ((select current_unit()) is null
    or exists (select from task t where t.jurisdiction_id = handed_down_task.jurisdiction_id
      and t.id = handed_down_task.task_id)));
create policy kept on handed_down_task to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null
    and (select current_office()) is null);

alter table cascade_message enable row level security;
create policy seen on cascade_message for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and ((select current_unit()) is null
    or exists (select from hand_down h where h.jurisdiction_id = cascade_message.jurisdiction_id
      and h.id = cascade_message.hand_down_id)
    or exists (select from handed_down_task h where h.jurisdiction_id = cascade_message.jurisdiction_id
      and h.id = cascade_message.hand_down_id)));
create policy kept on cascade_message to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null
    and (select current_office()) is null);

-- ---------------------------------------------------------------------------------------------
-- Progress goes up by itself: in the transaction of the event, as a message that waits to be carried
-- ---------------------------------------------------------------------------------------------

-- What the one above may know of an adopted task: its state, and what was reported of it and accepted. Of several leads the lowest
-- percent, as the task itself shows it; words and readings as the policy releases them.
create function released_facts(jurisdiction text, task uuid) returns jsonb
language sql stable set search_path = luoshi, pg_temp
return (
  select jsonb_build_object(
    'state', t.state, 'schedule', t.schedule, 'card', s.card, 'deadlineOn', t.deadline_on,
    'percent', r.percent, 'period', r.period,
    'readings', case when s.readings then (
      select coalesce(jsonb_agg(jsonb_build_object('name', i.name, 'value', (g.one ->> 'value')::numeric, 'unit', i.unit)
        order by i.position), '[]')
      from jsonb_array_elements(r.readings) g (one)
      join indicator i on i.jurisdiction_id = t.jurisdiction_id and i.task_id = t.id and i.position = (g.one ->> 'position')::int)
      else '[]' end,
    'words', case when s.words then left(r.words, 300) end)
  from task t
  cross join lateral (
    select coalesce((p.body #>> '{cascade,shareWords}')::boolean, false) as words,
      coalesce((p.body #>> '{cascade,shareReadings}')::boolean, true) as readings,
      (select l ->> 'label' from jsonb_array_elements(p.body -> 'levels') l where l ->> 'id' = t.supervision) as card
    from (values (1)) one left join policy_version p
      on p.jurisdiction_id = t.jurisdiction_id and p.version = t.policy_version limit 1) s
  cross join lateral (
    select min(x.progress) as percent, max(x.period) as period,
      coalesce(jsonb_agg(x.readings order by x.unit_id) #> '{0}', '[]') as readings,
      string_agg(x.done, '；' order by x.unit_id) filter (where x.done <> '') as words
    from (
      select distinct on (o.unit_id) o.unit_id, o.period, p.progress, p.readings, p.done
      from obligation o
      join progress_report p on p.jurisdiction_id = o.jurisdiction_id and p.obligation_id = o.id
      where o.jurisdiction_id = t.jurisdiction_id and o.task_id = t.id and o.kind = 'taskReport' and o.state = 'accepted'
      order by o.unit_id, o.due_at desc, p.revision desc) x) r
  where t.jurisdiction_id = jurisdiction and t.id = task);

-- One message a task whose released facts have changed since the last one. Each statement sees what was committed before it began:
-- two transactions about one task wait for each other at the first, and tell in the order in which they commit.
create function tell_upper(task_ids uuid[], obligation_ids uuid[], now timestamptz) returns integer
language plpgsql set search_path = luoshi, pg_temp as $$
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
end $$;

-- ---------------------------------------------------------------------------------------------
-- What grows with what there is to do, and not with how many jurisdictions there are
-- ---------------------------------------------------------------------------------------------

-- As before (0007), and whoever has said something that is not carried over yet. One look into an index for each question.
create or replace function jurisdictions_with_due_work(now timestamptz)
returns table (jurisdiction_id text)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select j.id from jurisdiction j
  where (select min(d.projected_at) from deadline d
      where d.jurisdiction_id = j.id and d.state = 'armed') <= jurisdictions_with_due_work.now
    or (select min(m.deliver_at) from message m
      where m.jurisdiction_id = j.id and m.state = 'pending') <= jurisdictions_with_due_work.now
    or exists (select from calendar_change c where c.jurisdiction_id = j.id and c.finished_at is null)
    or exists (select from cascade_message m where m.jurisdiction_id = j.id and m.state = 'pending'
      and m.at <= jurisdictions_with_due_work.now)
  order by j.id;
end;

-- Once a minute: beats the hearts of all that need nothing, in one statement, and names those that have to be looked after one by
-- one: where something is due, a pause lasts, today's burden has not been reckoned, or the heart stood still (which has to be told).
-- It writes an instant into rows of many jurisdictions, the same into each; nothing of one gets into another.
create function beat_the_quiet(now timestamptz, still_since timestamptz, day_began timestamptz)
returns table (jurisdiction_id text)
language plpgsql security definer set search_path = luoshi, pg_temp as $$
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
end $$;

-- When each jurisdiction was last audited, and how many troubles were found.
create function audit_standing()
returns table (jurisdiction_id text, at timestamptz, findings integer)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select j.id, r.at, r.findings from jurisdiction j left join lateral (
    select a.at, jsonb_array_length(a.findings) as findings from audit_run a
    where a.jurisdiction_id = j.id order by a.at desc limit 1) r on true
  order by j.id;
end;

-- Whose trail has grown since a transaction and an instant, and from which transaction on to ask the next time. The indexes
-- know of each stretch of pages what is in it: what is read is what was written lately.
create index trail_line_written on trail_line using brin (at) with (pages_per_range = 32, autosummarize = on);
create function grown_since(xid bigint, since timestamptz)
returns table (jurisdiction_id text)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select e.jurisdiction_id from event e where e.recorded_xid >= grown_since.xid
  union
  select t.jurisdiction_id from trail_line t where t.at >= grown_since.since
  order by 1;
end;

create function latest_heartbeat() returns timestamptz
language plpgsql stable security definer set search_path = luoshi, pg_temp as $$
begin
  return (select max(h.beat_at) from heartbeat h);
end $$;

alter table trail_line drop constraint trail_line_kind_check;
alter table trail_line add constraint trail_line_kind_check
  check (kind in ('account', 'configuration', 'export', 'read', 'retention', 'evidence', 'cascade'));

revoke all on function place_jurisdiction(text, text), jurisdiction_relations(), tell_upper(uuid[], uuid[], timestamptz),
  released_facts(text, uuid), beat_the_quiet(timestamptz, timestamptz, timestamptz), audit_standing(),
  grown_since(bigint, timestamptz), latest_heartbeat(), jurisdiction_stands_in_tree() from public;
grant execute on function place_jurisdiction(text, text), jurisdiction_relations(), tell_upper(uuid[], uuid[], timestamptz),
  released_facts(text, uuid), beat_the_quiet(timestamptz, timestamptz, timestamptz), audit_standing(),
  grown_since(bigint, timestamptz), latest_heartbeat() to luoshi_app;
