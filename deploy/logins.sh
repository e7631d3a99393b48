#!/bin/sh
# Runs once, when the database is made, as PostgreSQL's superuser: an owner who may do nothing but own, and a login of the
# application. Connects as libpq's variables say (PGHOST, PGPORT, PGUSER …).
set -eu
secrets=${SECRETS:-/run/secrets}
owner=$(cat "$secrets/owner_password")
app=$(cat "$secrets/app_password")
[ -n "$owner" ] && [ -n "$app" ]
# Through standard input and psql's own quoting: a password never stands in a list of processes.
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "${PGUSER:-postgres}" --dbname postgres <<SQL
\set owner \`cat "$secrets/owner_password"\`
\set app \`cat "$secrets/app_password"\`
select format('create role luoshi_app nologin nosuperuser nobypassrls')
  where not exists (select from pg_roles where rolname = 'luoshi_app') \gexec
create role luoshi_owner login password :'owner';
create role luoshi_web login password :'app' in role luoshi_app;
create database luoshi owner luoshi_owner template template0;
SQL
