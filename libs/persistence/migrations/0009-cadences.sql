-- How often: what an action says of its own, and where a person said that a task's cadence replaces an inherited one.

set local search_path = luoshi;

alter table action add column cadences jsonb not null default '[]';
alter table task add column cadence_replacements jsonb not null default '[]';
