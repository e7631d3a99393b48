-- What the auditor asked and found, each hour.

set local search_path = luoshi;

create table audit_run (
  jurisdiction_id text not null references jurisdiction (id),
  at timestamptz not null,
  findings jsonb not null,                -- empty: everything was in order
  primary key (jurisdiction_id, at)
);
grant select, insert on audit_run to luoshi_app;
alter table audit_run enable row level security;
create policy kept on audit_run to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
