-- Levels are policy data; one notice may stand for the matters of several tasks of a unit; a policy version is put in
-- force with a reason.

set local search_path = luoshi;

-- Which levels there are is said by the policy that a row was written under.
alter table alert drop constraint alert_level_check;
alter table task drop constraint task_supervision_check;

-- Versions of one jurisdiction are numbered through, whatever policy they come from.
alter table policy_version add column reason text not null default '';
alter table policy_version add column adopted_by uuid;   -- null: with the founding, or at the command line
alter table policy_version add constraint policy_version_number unique (jurisdiction_id, version);

-- What a notice is about: the rung of one climb or, where a unit's matters came to a rung together, of several.
create table notice_member (
  jurisdiction_id text not null,
  notice_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  generation integer not null,
  rung text not null,
  -- standing; cured before anybody issued it; taken back on appeal
  state text not null check (state in ('standing', 'cancelled', 'rescinded')),
  primary key (jurisdiction_id, subject_kind, subject_id, generation, rung),
  foreign key (jurisdiction_id, notice_id) references notice (jurisdiction_id, id)
);
create index notice_member_notice on notice_member (jurisdiction_id, notice_id);

insert into notice_member (jurisdiction_id, notice_id, subject_kind, subject_id, generation, rung, state)
select jurisdiction_id, id, subject_kind, subject_id, generation, rung,
  case when state = 'cancelled' then 'cancelled' when rescinded_at is not null then 'rescinded' else 'standing' end
from notice;

grant select, insert, update on notice_member to luoshi_app;
alter table notice_member enable row level security;
create policy own on notice_member to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and ((select current_unit()) is null
    or exists (select from notice n where n.jurisdiction_id = notice_member.jurisdiction_id and n.id = notice_id)));
create policy written on notice_member for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()));
