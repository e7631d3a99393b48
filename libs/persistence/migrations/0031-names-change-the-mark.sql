-- What plans, actions and tasks are called is kept by processes too, as long as the directory's mark stays: the locking
-- read of the pipeline does not look it up any more.

set local search_path = luoshi;

-- Of each statement that sets such a name, whether or not it was another before: statements that do are rare. Whoever is
-- bound to a jurisdiction changes nothing of another's; the owner of the tables is bound to none.
create function mark_names() returns trigger
language plpgsql security definer set search_path = luoshi, pg_temp as $$
begin
  -- A backup brings its mark along.
  if current_setting('luoshi.restoring', true) = 'on' then return null; end if;
  update jurisdiction set directory_mark = gen_random_uuid()
  where current_jurisdiction() is null or id = current_jurisdiction();
  return null;
end $$;

create trigger names_change after update of code, title on plan for each statement execute function mark_names();
create trigger names_change after update of code on action for each statement execute function mark_names();
create trigger names_change after update of code, title, action_id on task for each statement execute function mark_names();
