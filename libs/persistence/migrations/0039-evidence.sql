-- 佐证材料: which file was handed in for which task, by whom. The bytes lie elsewhere, under their SHA-256.

set local search_path = luoshi;

create table evidence (
  jurisdiction_id text not null,
  id uuid not null,
  task_id uuid not null,
  obligation_id uuid,                     -- the report that it belongs to; null: the task as such
  unit_id uuid,                           -- whose person handed it in, for the unit; null: an office, whose files units do not see
  name text not null,
  media_type text not null,               -- by its content
  size integer not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  scanned boolean not null,               -- a virus scanner has seen it
  note text not null,
  added_at timestamptz not null,
  added_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (jurisdiction_id, id),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null)),
  foreign key (jurisdiction_id, task_id) references task (jurisdiction_id, id),
  foreign key (jurisdiction_id, obligation_id) references obligation (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id),
  foreign key (jurisdiction_id, added_by) references person (jurisdiction_id, id),
  foreign key (jurisdiction_id, withdrawn_by) references person (jurisdiction_id, id)
);
create index evidence_task on evidence (jurisdiction_id, task_id, added_at, id);
create index evidence_obligation on evidence (jurisdiction_id, obligation_id) where obligation_id is not null;
create index evidence_object on evidence (jurisdiction_id, sha256);

-- What was handed in stays what it was; it can be withdrawn, once, and is not taken away by that.
create function evidence_is_kept() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null
    or (to_jsonb(new) - array['withdrawn_at', 'withdrawn_by', 'withdrawn_reason'])
      is distinct from (to_jsonb(old) - array['withdrawn_at', 'withdrawn_by', 'withdrawn_reason']) then
    raise exception 'evidence % is not changed', old.id using errcode = 'raise_exception';
  end if;
  return new;
end $$;
create trigger evidence_is_kept before update on evidence for each row execute function evidence_is_kept();

grant select, insert, update on evidence to luoshi_app;
alter table evidence enable row level security;
create policy own on evidence to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_office()) is null
    and ((select current_unit()) is null or unit_id = (select current_unit())));

alter table trail_line drop constraint trail_line_kind_check;
alter table trail_line add constraint trail_line_kind_check
  check (kind in ('account', 'configuration', 'export', 'read', 'retention', 'evidence'));
