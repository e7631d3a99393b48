-- What the law asks to be forgotten can be: telephone notes, letters' attempts and credentials may be taken away by the application,
-- and an erased person is known as such.

set local search_path = luoshi;

alter table person add column erased_at timestamptz; -- name and user name are no more; the id stays in the trail
grant update on phone_call to luoshi_app;
grant delete on credential to luoshi_app;
