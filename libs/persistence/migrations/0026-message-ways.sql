-- What people choose of their messages, addresses proven before use, delivery as far as it is known, calls.

set local search_path = luoshi;

alter table channel
  add column paused_at timestamptz,
  add column paused_by uuid,              -- null: the system did it
  add column receipt_hash text unique;    -- of the secret address at which a gateway reports what became of a message

alter table contact drop constraint contact_state_check;
alter table contact
  add constraint contact_state_check check (state in ('unproven', 'inUse', 'refused', 'takenBack')),
  add column kept_by text not null default 'directory' check (kept_by in ('directory', 'self')),
  add column place integer not null default 0,          -- in the person's own order
  add column unwanted jsonb not null default '[]',      -- classes of messages that its owner does not want here
  add column code_hash text,                            -- of the code that proves the address
  add column code_expires_at timestamptz,
  add column code_tries integer not null default 0,
  add column codes_sent integer not null default 0,     -- since codes_since
  add column codes_since timestamptz,
  add column proven_at timestamptz;
create index contact_person on contact (jurisdiction_id, person_id) where person_id is not null;

-- Hours of a person's own, narrower than the policy's, and whether the next way waits for the one before it.
create table message_choice (
  jurisdiction_id text not null,
  person_id uuid not null,
  in_order boolean not null,
  hours_from text,
  hours_to text,
  chosen_at timestamptz not null,
  primary key (jurisdiction_id, person_id),
  check ((hours_from is null) = (hours_to is null)),
  foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id)
);

alter table letter drop constraint letter_state_check;
alter table letter
  alter column contact_id drop not null,
  add constraint letter_state_check
    check (state in ('pending', 'sending', 'sent', 'delivered', 'read', 'failedForNow', 'failedForGood')),
  add column purpose text not null default 'messages' check (purpose in ('messages', 'code', 'trial')),
  add column address text,                -- of a letter of trial to an address that is nobody's contact
  add column delivered_at timestamptz,    -- known from the peer, never guessed
  add constraint letter_addressee check ((contact_id is null) = (address is not null));
create index letter_by_time on letter (jurisdiction_id, created_at, id);
create index letter_reference on letter (jurisdiction_id, channel_id, reference) where reference is not null;

-- Why a parcel waits; null: it does not.
alter table parcel add column held_for text check (held_for in ('quietHours', 'order', 'throttle'));

-- Demanded messages, watched until they are read: who is unread for too long, or whom no way reaches, is called.
create table reach_watch (
  jurisdiction_id text not null,
  message_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  due_at timestamptz not null,
  state text not null check (state in ('watched', 'toCall', 'over')),
  reason text,
  opened_at timestamptz,
  calls_in_vain integer not null default 0,
  raised_at timestamptz,                  -- went up after too many calls in vain
  ended_at timestamptz,
  primary key (jurisdiction_id, message_id),
  foreign key (jurisdiction_id, message_id) references message (jurisdiction_id, id),
  foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id)
);
create index reach_watch_due on reach_watch (jurisdiction_id, due_at) where state = 'watched';
create index reach_watch_to_call on reach_watch (jurisdiction_id, person_id) where state = 'toCall';

alter table phone_call
  add column outcome text not null default 'reached'
    check (outcome in ('reached', 'leftWord', 'noAnswer', 'wrongNumber')),
  add column recorded_at timestamptz;
create index phone_call_message on phone_call (jurisdiction_id, message_id);

grant select, insert, update, delete on message_choice, reach_watch to luoshi_app;
alter table message_choice enable row level security;
create policy own on message_choice to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and ((select current_unit()) is null
    or exists (select from person p where p.jurisdiction_id = message_choice.jurisdiction_id
      and p.id = message_choice.person_id and p.unit_id = (select current_unit()))));
alter table reach_watch enable row level security;
create policy kept on reach_watch to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and (select current_unit()) is null);

-- A receipt names no jurisdiction: the hash of its address finds the channel, and nothing else can be found so.
create function channel_of_receipt(receipt_hash text)
returns table (jurisdiction_id text, channel_id uuid)
language sql stable security definer set search_path = luoshi, pg_temp
begin atomic
  select c.jurisdiction_id, c.id from channel c where c.receipt_hash = channel_of_receipt.receipt_hash;
end;
grant execute on function channel_of_receipt(text) to luoshi_app;

create or replace function jurisdictions_with_letters(now timestamptz)
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
    or (select min(w.due_at) from reach_watch w
      where w.jurisdiction_id = j.id and w.state = 'watched') <= jurisdictions_with_letters.now
    or exists (select 1 from reach_watch w
      join message m on m.jurisdiction_id = w.jurisdiction_id and m.id = w.message_id
      where w.jurisdiction_id = j.id and w.state = 'toCall' and m.state = 'read')
  order by j.id;
end;
