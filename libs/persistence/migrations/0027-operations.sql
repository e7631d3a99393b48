-- Running it for real: ladders that stand still by order, and what each process's clock shows.

set local search_path = luoshi;

-- A ladder of the jurisdiction is stopped for all: who, why, and until when at the latest. Its rungs do not come; their clocks
-- have the stretch in their ledger of suspensions, so that the gaps between rungs are kept.
create table ladder_pause (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  ladder text not null,                   -- the policy's name for it; `reporting` is that of the reports
  label text not null,
  covers jsonb not null,                  -- which clocks are meant: duties of lines, matters of tasks
  reason text not null,
  paused_at timestamptz not null,
  paused_by uuid,
  until date not null,                    -- the last day; from the next on it goes on by itself
  resumed_at timestamptz,
  resumed_by uuid,
  followed boolean not null default false, -- whether every clock that was armed knows of the state that it is in now
  primary key (jurisdiction_id, id)
);
create unique index ladder_pause_once on ladder_pause (jurisdiction_id, ladder) where resumed_at is null;
grant select, insert, update on ladder_pause to luoshi_app;
alter table ladder_pause enable row level security;
create policy kept on ladder_pause to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

-- One row a process, of no jurisdiction: written once a minute, with what its clock showed and what the database's did.
create table process_clock (
  id uuid primary key,
  kind text not null,                     -- luoshi, luoshi api, luoshi worker
  host text not null,
  version text not null,
  started_at timestamptz not null,
  shown_at timestamptz not null,          -- by the process's clock
  seen_at timestamptz not null            -- by the database's, the same moment
);
alter table process_clock enable row level security;

create function tell_clock(id uuid, kind text, host text, version text, started_at timestamptz, shown_at timestamptz)
  returns void language sql security definer set search_path = luoshi, pg_temp
begin atomic
  delete from process_clock c where c.seen_at < clock_timestamp() - interval '1 day';
  insert into process_clock values (id, kind, host, version, started_at, shown_at, clock_timestamp())
  on conflict on constraint process_clock_pkey do update set shown_at = excluded.shown_at, seen_at = excluded.seen_at;
end;
create function process_clocks()
  returns table (id uuid, kind text, host text, version text, started_at timestamptz, shown_at timestamptz, seen_at timestamptz)
  language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select c.id, c.kind, c.host, c.version, c.started_at, c.shown_at, c.seen_at from process_clock c order by c.started_at;
end;
create function forget_clock(id uuid)
  returns void language sql security definer set search_path = luoshi, pg_temp
begin atomic
  delete from process_clock c where c.id = forget_clock.id;
end;
grant execute on function tell_clock(uuid, text, text, text, timestamptz, timestamptz), process_clocks(), forget_clock(uuid)
  to luoshi_app;

-- Which clocks of a subject run: the auditor asks it of every live task at once, and so every start of a process does. With the name,
-- because who may see a clock goes by it: so the index alone answers. The one by instant alone has had no reader since there
-- is one by jurisdiction and instant.
create index deadline_of_subject on deadline (jurisdiction_id, subject_kind, subject_id, name) where state = 'armed';
drop index deadline_armed;
