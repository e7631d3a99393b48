-- 公开: what of an issued publication was released to the public, frozen as it was decided on the day.

set local search_path = luoshi;

create table publication_release (
  jurisdiction_id text not null,
  product_id uuid not null,
  plan_code text not null,
  plan_title text not null,
  scope_kind text not null check (scope_kind in ('plan', 'action')),
  scope_code text,                        -- the action's code; null: the whole plan
  scope_name text not null,
  period text not null,
  edition integer not null check (edition > 0),   -- 2 and more: a correction, which takes the place of those before it
  title text not null,
  document jsonb not null,                -- the document as it was issued
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null check (size > 0),
  bytes bytea not null,                   -- the data set, exactly as everybody gets it
  released_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (jurisdiction_id, product_id),
  check ((scope_kind = 'plan') = (scope_code is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  foreign key (jurisdiction_id, product_id) references product (jurisdiction_id, id)
);
create index publication_release_plan on publication_release (jurisdiction_id, plan_code, period, edition);

-- A release stays as it was; it can be withdrawn, once, and is not taken out of the record by that.
create function release_is_kept() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null or
    (to_jsonb(new) - array['withdrawn_at', 'withdrawn_reason'])
      is distinct from (to_jsonb(old) - array['withdrawn_at', 'withdrawn_reason']) then
    raise exception 'release of % is not changed', old.product_id using errcode = 'raise_exception';
  end if;
  return new;
end $$;
create trigger release_is_kept before update on publication_release for each row execute function release_is_kept();

grant select, insert, update on publication_release to luoshi_app;
alter table publication_release enable row level security;

-- Everybody of the jurisdiction may see it, and who reads for the public (a unit that there is none of) sees nothing else
-- of what is written; no unit and no administrator writes it.
create policy seen on publication_release for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy written on publication_release for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null
    and (select current_office()) is null);
create policy withdrawn on publication_release for update to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null
    and (select current_office()) is null);

-- The files of what is released and not withdrawn are everybody's.
create policy released on product_file for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and exists (
    select from publication_release r where r.jurisdiction_id = product_file.jurisdiction_id
      and r.product_id = product_file.product_id and r.withdrawn_at is null));

-- Where something was released, for who asks without knowing where: names that are public anyway, and nothing else.
create function jurisdictions_with_releases()
returns table (id text, name text, changed_at timestamptz)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select j.id, j.name, max(greatest(r.released_at, r.withdrawn_at))
  from luoshi.jurisdiction j join luoshi.publication_release r on r.jurisdiction_id = j.id
  group by j.id, j.name order by j.id;
end;
revoke all on function jurisdictions_with_releases() from public;
grant execute on function jurisdictions_with_releases() to luoshi_app;
