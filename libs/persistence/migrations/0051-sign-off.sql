-- 负责人审签: a unit may want its head's signature on what it reports. What the liaison sends lies beside the record until the head has
-- signed it; only then is it a report.

set local search_path = luoshi;

alter table unit
  add column sign_off boolean not null default false,
  add column sign_off_at timestamptz,     -- when it was last turned on or off
  add column sign_off_by uuid,
  add constraint unit_sign_off_told check ((sign_off_at is null) = (sign_off_by is null) and (not sign_off or sign_off_at is not null));

alter table progress_report
  add column signed_by uuid,              -- the head who signed it; null: it went straight out
  add constraint progress_report_signed_by foreign key (jurisdiction_id, signed_by) references person (jurisdiction_id, id);

create table parked_report (
  jurisdiction_id text not null,
  id uuid not null,
  sitting_id uuid not null,
  obligation_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  revision integer not null check (revision > 0), -- the one that the report will have: another in the record is a conflict
  progress numeric(5,2) not null,
  no_change boolean not null default false,
  done text not null default '',
  problems text not null default '',
  help_wanted text not null default '',
  next_steps text not null default '',
  readings jsonb not null default '[]',
  evidence jsonb not null default '[]',   -- ids of what had been handed in for it when it was sent
  from_workbook boolean not null default false,
  sent_by uuid not null,
  sent_at timestamptz not null,
  -- waiting: the head has it; returned, takenBack, overtaken: the liaison has it; replaced: sent or filed anew; signed: it is a report.
  state text not null check (state in ('waiting', 'returned', 'takenBack', 'overtaken', 'replaced', 'signed')),
  decided_by uuid,
  decided_at timestamptz,
  remark text not null default '',        -- why it was returned, or could not be filed
  report_id uuid,
  idempotency_key text not null,
  primary key (jurisdiction_id, id),
  check ((decided_at is null) = (state = 'waiting') and (decided_by is null or decided_at is not null)),
  check ((state = 'signed') = (report_id is not null)),
  foreign key (jurisdiction_id, sitting_id) references sitting (jurisdiction_id, id),
  foreign key (jurisdiction_id, obligation_id) references obligation (jurisdiction_id, id),
  foreign key (jurisdiction_id, task_id) references task (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id),
  foreign key (jurisdiction_id, sent_by) references person (jurisdiction_id, id),
  foreign key (jurisdiction_id, decided_by) references person (jurisdiction_id, id),
  -- It is signed, and then filed, in one transaction.
  foreign key (jurisdiction_id, report_id) references progress_report (jurisdiction_id, id) deferrable initially deferred
);
-- Of one thing owed one text is under way.
create unique index parked_report_once on parked_report (jurisdiction_id, obligation_id)
  where state in ('waiting', 'returned', 'takenBack', 'overtaken');
create index parked_report_sitting on parked_report (jurisdiction_id, sitting_id);
create index parked_report_waiting on parked_report (jurisdiction_id, unit_id) where state in ('waiting', 'returned');

-- What was sent stays as it was sent; it is decided, and what was decided is decided once more only by being sent anew.
create function parked_report_is_kept() returns trigger language plpgsql as $$
begin
  if current_setting('luoshi.restoring', true) = 'on' then return new; end if;
  if old.state in ('replaced', 'signed') or (old.state <> 'waiting' and new.state <> 'replaced')
    or (to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'remark', 'report_id'])
      is distinct from (to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'remark', 'report_id']) then
    raise exception 'parked report % is not changed', old.id using errcode = 'raise_exception';
  end if;
  return new;
end $$;
create trigger parked_report_is_kept before update on parked_report for each row execute function parked_report_is_kept();

grant select, insert, update on parked_report to luoshi_app;
alter table parked_report enable row level security;
-- A unit's own, and nobody's who administers. That offices do not read half-spoken words is for who answers them (the routes).
create policy own on parked_report to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_office()) is null
    and ((select current_unit()) is null or unit_id = (select current_unit())));
create policy by_no_administrator on parked_report as restrictive for insert to luoshi_app
  with check (not administers(jurisdiction_id, sent_by, sent_at));

alter table trail_line drop constraint trail_line_kind_check;
alter table trail_line add constraint trail_line_kind_check
  check (kind in ('account', 'configuration', 'export', 'read', 'retention', 'evidence', 'product', 'cascade', 'filing'));
