-- Ways out of the house: channels, whom they reach, and the letters that go over them.

set local search_path = luoshi;

create table channel (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  kind text not null check (kind in ('mail', 'wecom', 'dingtalk', 'feishu', 'webhook', 'sms')),
  name text not null,
  settings jsonb not null,                -- what may be shown
  sealed_secret text,                     -- passwords, keys, addresses that are keys: encrypted, never shown
  state text not null check (state in ('on', 'paused')),
  paused_reason text,
  created_at timestamptz not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, name)
);

create table contact (
  jurisdiction_id text not null,
  id uuid not null,
  channel_id uuid not null,
  person_id uuid,                         -- whose address this is
  unit_id uuid,                           -- or which unit's group stands behind it
  address text not null default '',       -- empty where the channel itself is the address (a group's robot)
  wants text not null check (wants in ('everything', 'notices')),
  any_hour boolean not null default false, -- its owner opened it for every hour of the day
  state text not null check (state in ('inUse', 'refused', 'takenBack')),
  refused_reason text,                    -- what the peer said when it refused the address for good
  created_at timestamptz not null,
  primary key (jurisdiction_id, id),
  check ((person_id is null) <> (unit_id is null)),
  foreign key (jurisdiction_id, channel_id) references channel (jurisdiction_id, id),
  foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id),
  foreign key (jurisdiction_id, unit_id) references unit (jurisdiction_id, id)
);
create unique index contact_once on contact (jurisdiction_id, channel_id, coalesce(person_id, unit_id), address);

-- One send to one contact, of everything that was due for it then.
create table letter (
  jurisdiction_id text not null,
  id uuid not null,                       -- also the key by which peers know a repeat
  contact_id uuid not null,
  channel_id uuid not null,
  title text not null,
  body text not null,
  state text not null check (state in ('pending', 'sending', 'sent', 'read', 'failedForNow', 'failedForGood')),
  attempts integer not null default 0,
  not_before timestamptz,                 -- null once it is settled
  lease_until timestamptz,                -- while it is being sent: after that, whoever sent it is gone
  again boolean not null default false,   -- an earlier attempt may have arrived
  failure_code text,
  failure text,
  reference text,                         -- what the peer calls it
  link_hash text,                         -- of the link that opens and acknowledges it
  link_expires_at timestamptz,
  created_at timestamptz not null,
  sent_at timestamptz,
  read_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (link_hash),
  foreign key (jurisdiction_id, contact_id) references contact (jurisdiction_id, id),
  foreign key (jurisdiction_id, channel_id) references channel (jurisdiction_id, id)
);
create index letter_waiting on letter (jurisdiction_id, not_before) where not_before is not null;
create index letter_contact on letter (jurisdiction_id, contact_id, created_at);

-- Which message goes to which contact: decided once, packed into one letter.
create table parcel (
  jurisdiction_id text not null,
  message_id uuid not null,
  contact_id uuid not null,
  due_at timestamptz not null,
  letter_id uuid,
  primary key (jurisdiction_id, message_id, contact_id),
  foreign key (jurisdiction_id, message_id) references message (jurisdiction_id, id),
  foreign key (jurisdiction_id, contact_id) references contact (jurisdiction_id, id),
  foreign key (jurisdiction_id, letter_id) references letter (jurisdiction_id, id)
);
create index parcel_waiting on parcel (jurisdiction_id, due_at) where letter_id is null;
create index parcel_letter on parcel (jurisdiction_id, letter_id);

-- Every attempt, as it ended. Append, and one end each.
create table letter_attempt (
  jurisdiction_id text not null,
  letter_id uuid not null,
  number integer not null,
  channel_id uuid not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('sent', 'failedForNow', 'failedForGood', 'unknown')),
  code text,
  reason text,
  primary key (jurisdiction_id, letter_id, number),
  foreign key (jurisdiction_id, letter_id) references letter (jurisdiction_id, id)
);
create index letter_attempt_channel on letter_attempt (jurisdiction_id, channel_id, begun_at);

-- An officer rang somebody up whom no channel reached: counts as delivered.
create table phone_call (
  jurisdiction_id text not null,
  id uuid not null,
  message_id uuid not null,
  called_at timestamptz not null,
  called_by uuid not null,
  reached text not null,                  -- whom
  words text not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, message_id) references message (jurisdiction_id, id),
  foreign key (jurisdiction_id, called_by) references person (jurisdiction_id, id)
);

-- Messages that have not been looked at yet for contacts.
alter table message add column shared_out boolean not null default false;
update message set shared_out = true;
create index message_to_share_out on message (jurisdiction_id) where not shared_out;

grant select, insert, update on channel, contact, letter, parcel, letter_attempt to luoshi_app;
grant delete on parcel to luoshi_app;
grant select, insert on phone_call to luoshi_app;

alter table channel enable row level security;
create policy kept on channel to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
alter table contact enable row level security;
create policy own on contact to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and ((select current_unit()) is null
    or unit_id = (select current_unit())
    or exists (select from person p where p.jurisdiction_id = contact.jurisdiction_id and p.id = contact.person_id
      and p.unit_id = (select current_unit()))));
alter table letter enable row level security;
create policy kept on letter to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
alter table parcel enable row level security;
create policy kept on parcel to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
alter table letter_attempt enable row level security;
create policy kept on letter_attempt to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);
alter table phone_call enable row level security;
create policy kept on phone_call to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

-- A link from outside names no jurisdiction: its hash finds the letter, and nothing else can be found so.
create function letter_of_link(link_hash text)
returns table (jurisdiction_id text, letter_id uuid, link_expires_at timestamptz)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select l.jurisdiction_id, l.id, l.link_expires_at from letter l where l.link_hash = letter_of_link.link_hash;
end;
grant execute on function letter_of_link(text) to luoshi_app;

-- Where the courier has something to do: messages to share out, parcels to pack, letters to send.
create function jurisdictions_with_letters(now timestamptz)
returns table (jurisdiction_id text)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select j.id from jurisdiction j
  where exists (select 1 from message m where m.jurisdiction_id = j.id and not m.shared_out)
    or (select min(p.due_at) from parcel p
      where p.jurisdiction_id = j.id and p.letter_id is null) <= jurisdictions_with_letters.now
    or exists (select 1 from letter l
      join channel c on c.jurisdiction_id = l.jurisdiction_id and c.id = l.channel_id
      where l.jurisdiction_id = j.id and l.not_before <= jurisdictions_with_letters.now and c.state = 'on')
  order by j.id;
end;
grant execute on function jurisdictions_with_letters(timestamptz) to luoshi_app;
