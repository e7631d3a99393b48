-- 文书存档: the exact bytes in which a notice went out; drafts of products that could not be written, and when they are tried again;
-- products of one person.

set local search_path = luoshi;

create table notice_file (
  jurisdiction_id text not null,
  notice_id uuid not null,
  format text not null check (format in ('docx', 'pdf')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null check (size > 0),
  bytes bytea not null,
  kept_at timestamptz not null,
  primary key (jurisdiction_id, notice_id, format),
  foreign key (jurisdiction_id, notice_id) references notice (jurisdiction_id, id)
);
create trigger notice_file_is_immutable before update or delete on notice_file for each row execute function refuse_change();
create trigger notice_file_is_kept before truncate on notice_file for each statement execute function refuse_change();
-- Issued, and its bytes not kept yet: few, and looked for at every sweep.
create index notice_issued on notice (jurisdiction_id, issued_at, id) where issued_at is not null;

create table unwritten_product (
  jurisdiction_id text not null,
  kind text not null,
  scope_kind text not null,
  scope_id uuid not null,
  period text not null,
  failures integer not null check (failures > 0),
  failed_at timestamptz not null,         -- the last time
  retry_at timestamptz not null,          -- not before that
  code text not null,
  reason text not null,
  primary key (jurisdiction_id, kind, scope_kind, scope_id, period),
  foreign key (jurisdiction_id) references jurisdiction (id)
);

alter table product drop constraint product_scope_kind_check;
alter table product add constraint product_scope_kind_check
  check (scope_kind in ('plan', 'action', 'unit', 'person', 'task', 'meeting'));

grant select, insert on notice_file to luoshi_app;
grant select, insert, update, delete on unwritten_product to luoshi_app;
alter table notice_file enable row level security;
alter table unwritten_product enable row level security;

-- A unit sees the bytes of what was addressed to it; what could not be written is a matter of the offices.
create policy own on notice_file for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or exists (
      select from notice n where n.jurisdiction_id = notice_file.jurisdiction_id and n.id = notice_file.notice_id)));
create policy written on notice_file for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()) and (select current_office()) is null);
create policy own on unwritten_product to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null)
  with check (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null
    and (select current_office()) is null);
