-- 需协调事项: what a unit asks others to help with stands beside its problems, for a problem is told and help is asked for.

set local search_path = luoshi;

alter table progress_report add column help_wanted text not null default '';
