-- What the pipeline asks in every transaction, asked in one row; and counts that are checked where they arise.

set local search_path = luoshi;

-- Another value after every change to who there is and who holds which role: processes keep the directory as long as
-- this stays. A number would come again after a rollback, and with it another's directory.
alter table jurisdiction add column directory_mark uuid not null default gen_random_uuid();

create function mark_directory() returns trigger
language plpgsql security definer set search_path = luoshi, pg_temp as $$
begin
  -- A backup brings its mark along.
  if current_setting('luoshi.restoring', true) = 'on' then return null; end if;
  update jurisdiction set directory_mark = gen_random_uuid()
  where id in (select distinct jurisdiction_id from changed);
  return null;
end $$;

create trigger directory_grows after insert on unit referencing new table as changed
  for each statement execute function mark_directory();
create trigger directory_changes after update on unit referencing new table as changed
  for each statement execute function mark_directory();
create trigger directory_shrinks after delete on unit referencing old table as changed
  for each statement execute function mark_directory();
create trigger directory_grows after insert on person referencing new table as changed
  for each statement execute function mark_directory();
create trigger directory_changes after update on person referencing new table as changed
  for each statement execute function mark_directory();
create trigger directory_shrinks after delete on person referencing old table as changed
  for each statement execute function mark_directory();
create trigger directory_grows after insert on role_assignment referencing new table as changed
  for each statement execute function mark_directory();
create trigger directory_changes after update on role_assignment referencing new table as changed
  for each statement execute function mark_directory();
create trigger directory_shrinks after delete on role_assignment referencing old table as changed
  for each statement execute function mark_directory();

-- Ends the transaction where a statement changed more or fewer rows than it had to. The pipeline sends its write and the
-- commit together: nobody could look at a count in between.
create function expect_rows(wanted bigint, saved bigint) returns void language plpgsql as $$
begin
  if saved is distinct from wanted then
    raise exception '% rows to save, % saved', wanted, saved using errcode = 'data_exception';
  end if;
end $$;
