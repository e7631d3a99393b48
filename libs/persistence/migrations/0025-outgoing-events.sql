-- Events for the unit's other systems: the trail in an order that can be followed, who wants to be told, and what was
-- sent to whom.

set local search_path = luoshi;

-- In which transaction a line was written. Numbers of transactions are given at their beginning and not at their
-- commit; what has been looked at is told by the oldest one that is still under way (docs/adr/0029). Lines of before
-- have none. The number belongs to a cluster and not to the record: a backup leaves it out.
alter table event add column recorded_xid bigint;
alter table event alter column recorded_xid set default pg_current_xact_id()::text::bigint;
create index event_recorded on event using brin (recorded_xid) with (pages_per_range = 32, autosummarize = on);

-- What became of a notice after its draft: what it is, stands in its row; when it became so, here.
create table notice_event (
  jurisdiction_id text not null,
  notice_id uuid not null,
  seq integer not null,
  type text not null check (type in ('ISSUED', 'ACKNOWLEDGED', 'RESCINDED')),
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_xid bigint default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, notice_id, seq),
  unique (jurisdiction_id, notice_id, type),
  foreign key (jurisdiction_id, notice_id) references notice (jurisdiction_id, id)
);
create index notice_event_recorded on notice_event using brin (recorded_xid) with (pages_per_range = 32, autosummarize = on);
create trigger notice_event_is_immutable before update or delete on notice_event
  for each row execute function refuse_change();
create trigger notice_event_is_kept before truncate on notice_event
  for each statement execute function refuse_change();

insert into notice_event (jurisdiction_id, notice_id, seq, type, at)
select jurisdiction_id, id, row_number() over (partition by jurisdiction_id, id order by at, rank), type, at
from (
  select jurisdiction_id, id, 1 as rank, 'ISSUED' as type, issued_at as at from notice where issued_at is not null
  union all select jurisdiction_id, id, 2, 'ACKNOWLEDGED', acknowledged_at from notice where acknowledged_at is not null
  union all select jurisdiction_id, id, 3, 'RESCINDED', rescinded_at from notice where rescinded_at is not null) known;

-- Whoever writes a notice, and there are several: what became of it is noted with it.
create function note_notice() returns trigger language plpgsql as $$
declare
  before luoshi.notice := case when tg_op = 'UPDATE' then old end;
  noted integer;
begin
  -- A backup brings these lines along.
  if current_setting('luoshi.restoring', true) = 'on' then return null; end if;
  select count(*) into noted from luoshi.notice_event e
  where e.jurisdiction_id = new.jurisdiction_id and e.notice_id = new.id;
  insert into luoshi.notice_event (jurisdiction_id, notice_id, seq, type, at)
  select new.jurisdiction_id, new.id, noted + row_number() over (order by rank), type, at
  from (values (1, 'ISSUED', new.issued_at, before.issued_at), (2, 'ACKNOWLEDGED', new.acknowledged_at, before.acknowledged_at),
    (3, 'RESCINDED', new.rescinded_at, before.rescinded_at)) as w (rank, type, at, earlier)
  where at is not null and earlier is null;
  return null;
end $$;
create trigger notice_is_noted after insert on notice for each row
  when (new.issued_at is not null) execute function note_notice();
create trigger notice_change_is_noted after update on notice for each row
  when (new.issued_at is distinct from old.issued_at or new.acknowledged_at is distinct from old.acknowledged_at
    or new.rescinded_at is distinct from old.rescinded_at) execute function note_notice();

-- How far the trail of a jurisdiction has been given positions. No row: nobody follows it.
create table event_stream (
  jurisdiction_id text primary key references jurisdiction (id),
  last_position bigint not null,
  horizon bigint not null,                -- every transaction below this number has ended and been looked at
  cluster text not null,                  -- whose numbers these are: another one's mean something else
  -- What was recorded before the horizon was first drawn is placed first, from the oldest on; null: done.
  earlier_from timestamptz,
  earlier_below bigint not null
);

-- The stream: each event at its position, in the words in which everybody gets it, for ever the same.
create table outgoing_event (
  jurisdiction_id text not null references jurisdiction (id),
  position bigint not null,               -- from 1, with no gap
  subject_kind text not null check (subject_kind in ('task', 'obligation', 'notice')),
  subject_id uuid not null,
  seq integer not null,
  type text not null,                     -- task.dispatched
  at timestamptz not null,                -- when it happened
  unit_ids uuid[] not null,               -- whose it was when it was placed
  document text not null,
  primary key (jurisdiction_id, position),
  unique (jurisdiction_id, subject_kind, subject_id, seq)
);
create index outgoing_event_at on outgoing_event (jurisdiction_id, at);
create trigger outgoing_event_is_immutable before update or delete on outgoing_event
  for each row execute function refuse_change();
create trigger outgoing_event_is_kept before truncate on outgoing_event
  for each statement execute function refuse_change();

create table webhook_subscription (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  unit_id uuid,                           -- whose system it is; null: the jurisdiction's, it gets everything
  name text not null,
  url text not null,
  event_types jsonb not null,             -- ["task.*", "notice.issued"]
  sealed_secret text,                     -- signs what is sent; null once it is removed
  former_sealed_secret text,              -- signs too, while the receiver changes over
  former_until timestamptz,
  key_hash text unique,                   -- of the key with which it fetches for itself
  former_key_hash text unique,
  state text not null check (state in ('on', 'paused', 'removed')),
  paused_code text,                       -- byPerson, gone, exhausted, addressNotAllowed, secretUnreadable
  paused_reason text,
  paused_at timestamptz,
  position bigint not null,               -- up to here deliveries have been made out
  failures integer not null default 0,    -- in a row
  failing_since timestamptz,
  not_before timestamptz,                 -- the receiver is left in peace until then
  created_at timestamptz not null,
  created_by uuid,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id),
  foreign key (jurisdiction_id, created_by) references person (jurisdiction_id, id)
);
create unique index webhook_subscription_name on webhook_subscription (jurisdiction_id, name) where state <> 'removed';

create table webhook_delivery (
  jurisdiction_id text not null,
  id uuid not null,
  subscription_id uuid not null,
  position bigint,                        -- null: a test
  subject text not null,                  -- within which order is kept: task/<id>
  type text not null,
  event_id text not null,                 -- webhook-id: the same however often it is sent
  document text,                          -- of a test; an event's stands at its position
  state text not null check (state in ('pending', 'sending', 'delivered', 'failedForNow', 'dead', 'leftOut')),
  attempts integer not null default 0,
  not_before timestamptz,                 -- null once it is settled
  lease_until timestamptz,                -- while it is being sent: after that, whoever sent it is gone
  first_attempt_at timestamptz,
  last_attempt_at timestamptz,
  status integer,                         -- of the last answer
  failure_code text,
  failure text,
  again boolean not null default false,   -- an earlier attempt may have arrived
  created_at timestamptz not null,
  delivered_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, subscription_id, position),
  foreign key (jurisdiction_id, subscription_id) references webhook_subscription (jurisdiction_id, id)
);
create index webhook_delivery_waiting on webhook_delivery (jurisdiction_id, subscription_id, position)
  where state in ('pending', 'sending', 'failedForNow', 'dead');
create index webhook_delivery_order on webhook_delivery (jurisdiction_id, subscription_id, subject, position)
  where state in ('pending', 'sending', 'failedForNow', 'dead');
create index webhook_delivery_recent on webhook_delivery (jurisdiction_id, subscription_id, created_at);

grant select, insert on notice_event, outgoing_event to luoshi_app;
grant select, insert, update on event_stream, webhook_subscription, webhook_delivery to luoshi_app;
grant delete on webhook_delivery to luoshi_app;

alter table notice_event enable row level security;
create policy seen on notice_event for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and ((select current_unit()) is null
    or exists (select from notice n where n.jurisdiction_id = notice_event.jurisdiction_id and n.id = notice_event.notice_id)));
create policy written on notice_event for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()));
alter table event_stream enable row level security;
create policy seen on event_stream for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()));
create policy kept on event_stream to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
alter table outgoing_event enable row level security;
create policy seen on outgoing_event for select to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or (select current_unit()) = any (unit_ids)));
create policy written on outgoing_event for insert to luoshi_app
  with check (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
alter table webhook_subscription enable row level security;
create policy own on webhook_subscription to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction())
    and ((select current_unit()) is null or unit_id = (select current_unit())));
alter table webhook_delivery enable row level security;
create policy own on webhook_delivery to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and ((select current_unit()) is null
    or exists (select from webhook_subscription s where s.jurisdiction_id = webhook_delivery.jurisdiction_id
      and s.id = webhook_delivery.subscription_id)));

-- A system that fetches names no jurisdiction: its key finds its subscription, and nothing else can be found so.
create function subscription_of_key(key_hash text, now timestamptz)
returns table (jurisdiction_id text, subscription_id uuid, unit_id uuid)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select s.jurisdiction_id, s.id, s.unit_id from webhook_subscription s
  where s.state <> 'removed' and (s.key_hash = subscription_of_key.key_hash
    or s.former_key_hash = subscription_of_key.key_hash and s.former_until > subscription_of_key.now);
end;
grant execute on function subscription_of_key(text, timestamptz) to luoshi_app;

-- Whose trail somebody follows.
create function followed_jurisdictions()
returns table (jurisdiction_id text)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select s.jurisdiction_id from event_stream s order by s.jurisdiction_id;
end;
grant execute on function followed_jurisdictions() to luoshi_app;
revoke all on function subscription_of_key(text, timestamptz), followed_jurisdictions() from public;
