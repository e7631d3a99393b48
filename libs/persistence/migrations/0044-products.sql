-- 产品: bulletins, reviews, letters … as drafts, as issued with their exact bytes, delivered, withdrawn, corrected.

set local search_path = luoshi;

create table product (
  jurisdiction_id text not null,
  id uuid not null,
  kind text not null,
  plan_id uuid not null,
  scope_kind text not null check (scope_kind in ('plan', 'action', 'unit', 'task', 'meeting')),
  scope_id uuid not null,
  period text not null,                   -- the code of the period that it is about: 2024-05, 2024-Q2, 2024; a day for what has none
  edition integer not null check (edition > 0),   -- 2 and more: corrections of what was issued
  version integer not null check (version > 0),
  state text not null check (state in ('draft', 'reviewed', 'issued', 'withdrawn', 'abandoned')),
  title text not null,
  document jsonb not null,
  figures jsonb not null,                 -- by name, as they were when the text was made or refreshed last
  figures_at timestamptz not null,
  due_at timestamptz,                     -- by when it is owed
  obligation_id uuid,                     -- the duty that its issue fulfils
  produced_at timestamptz not null,
  produced_by uuid,                       -- null: by itself, at its time
  reviewed_at timestamptz,
  reviewed_by uuid,
  issued_at timestamptz,
  issued_by uuid,
  number text,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, kind, scope_kind, scope_id, period, edition),
  unique (jurisdiction_id, number),
  check ((state in ('issued', 'withdrawn')) = (issued_at is not null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  foreign key (jurisdiction_id, plan_id) references plan (jurisdiction_id, id)
);
create index product_made on product (jurisdiction_id, produced_at, id);
create index product_plan_made on product (jurisdiction_id, plan_id, produced_at, id);
create index product_state_made on product (jurisdiction_id, state, produced_at, id);
create index product_kind_made on product (jurisdiction_id, kind, produced_at, id);

-- What was issued stays as it was issued; it can be withdrawn, once, and is not taken away by that.
create function issued_product_is_kept() returns trigger language plpgsql as $$
begin
  if old.state in ('withdrawn', 'abandoned') or (old.state = 'issued' and
    (to_jsonb(new) - array['state', 'version', 'withdrawn_at', 'withdrawn_by', 'withdrawn_reason'])
      is distinct from (to_jsonb(old) - array['state', 'version', 'withdrawn_at', 'withdrawn_by', 'withdrawn_reason'])) then
    raise exception 'product % is not changed', old.id using errcode = 'raise_exception';
  end if;
  return new;
end $$;
create trigger issued_product_is_kept before update on product for each row execute function issued_product_is_kept();

-- Every version of a draft, by whom and why.
create table product_version (
  jurisdiction_id text not null,
  product_id uuid not null,
  version integer not null,
  act text not null check (act in ('produced', 'refreshed', 'edited', 'reviewed', 'returned', 'issued')),
  document jsonb not null,
  figures jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (jurisdiction_id, product_id, version),
  foreign key (jurisdiction_id, product_id) references product (jurisdiction_id, id)
);

-- The exact bytes that went out.
create table product_file (
  jurisdiction_id text not null,
  product_id uuid not null,
  format text not null check (format in ('docx', 'pdf', 'xlsx')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null check (size > 0),
  bytes bytea not null,
  primary key (jurisdiction_id, product_id, format),
  foreign key (jurisdiction_id, product_id) references product (jurisdiction_id, id)
);

-- To whom it was delivered, and who has acknowledged it: a unit by one of its people, an office's person for himself.
create table product_delivery (
  jurisdiction_id text not null,
  product_id uuid not null,
  person_id uuid not null,
  unit_id uuid,
  message_id uuid not null,
  delivered_at timestamptz not null,
  acknowledged_at timestamptz,
  primary key (jurisdiction_id, product_id, person_id),
  foreign key (jurisdiction_id, product_id) references product (jurisdiction_id, id),
  foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id)
);
create index product_delivery_unit on product_delivery (jurisdiction_id, unit_id, product_id) where unit_id is not null;

grant select, insert, update on product, product_delivery to luoshi_app;
grant select, insert on product_version, product_file to luoshi_app;

alter table product enable row level security;
alter table product_version enable row level security;
alter table product_file enable row level security;
alter table product_delivery enable row level security;

-- An office sees all of its jurisdiction; a unit what was delivered to it, and no draft, no version, no other unit's delivery.
-- An administrator of the system writes none (current_office).
create policy own on product_delivery to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or unit_id = (select current_unit())));
create policy written on product_delivery as restrictive for insert to luoshi_app
  with check ((select current_office()) is null);
create policy own on product to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or (state in ('issued', 'withdrawn') and exists (
      select from product_delivery d where d.jurisdiction_id = product.jurisdiction_id and d.product_id = product.id))));
create policy written on product as restrictive for insert to luoshi_app
  with check ((select current_office()) is null);
create policy changed on product as restrictive for update to luoshi_app
  using ((select current_office()) is null);
create policy own on product_version to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null)
  with check (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null
    and (select current_office()) is null);
create policy own on product_file to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or exists (
      select from product_delivery d where d.jurisdiction_id = product_file.jurisdiction_id
        and d.product_id = product_file.product_id)));
create policy written on product_file as restrictive for insert to luoshi_app
  with check ((select current_office()) is null);

alter table trail_line drop constraint trail_line_kind_check;
alter table trail_line add constraint trail_line_kind_check
  check (kind in ('account', 'configuration', 'export', 'read', 'retention', 'evidence', 'product', 'cascade'));
