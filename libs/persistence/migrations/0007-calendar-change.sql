-- What a new version of a calendar did: announced when and why, and every open deadline that it moved.

set local search_path = luoshi;

create table calendar_change (
  jurisdiction_id text not null,
  calendar_id text not null,
  version integer not null,               -- the version that came into force
  reason text not null,
  announced_at timestamptz not null,
  announced_by uuid,                      -- null: at the command line
  finished_at timestamptz,                -- null while open deadlines still wait to be projected anew
  primary key (jurisdiction_id, calendar_id, version),
  foreign key (jurisdiction_id, calendar_id, version) references calendar_version (jurisdiction_id, calendar_id, version)
);

create table deadline_move (
  jurisdiction_id text not null,
  deadline_id uuid not null,
  calendar_version integer not null,
  projected_before timestamptz not null,
  projected_after timestamptz not null,
  moved_at timestamptz not null,
  primary key (jurisdiction_id, deadline_id, calendar_version),
  foreign key (jurisdiction_id, deadline_id) references deadline (jurisdiction_id, id)
);

grant select, insert on deadline_move to luoshi_app;
grant select, insert, update on calendar_change to luoshi_app;

alter table calendar_change enable row level security;
create policy seen on calendar_change for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy kept on calendar_change to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

alter table deadline_move enable row level security;
create policy kept on deadline_move to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

-- A change that deadlines still have to follow is work that is due at once.
create or replace function jurisdictions_with_due_work(now timestamptz)
returns table (jurisdiction_id text)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select j.id from jurisdiction j
  where (select min(d.projected_at) from deadline d
      where d.jurisdiction_id = j.id and d.state = 'armed') <= jurisdictions_with_due_work.now
    or (select min(m.deliver_at) from message m
      where m.jurisdiction_id = j.id and m.state = 'pending') <= jurisdictions_with_due_work.now
    or exists (select 1 from calendar_change c where c.jurisdiction_id = j.id and c.finished_at is null)
  order by j.id;
end;
