#!/bin/sh
# Redis with a password that stands in no command line. Wake-ups may be lost without harm, and yet must not be thrown out one
# by one: BullMQ asks for noeviction.
#
#   start-redis.sh [further options of redis-server]
set -eu
umask 077
config=${REDIS_CONFIG:-/tmp/redis.conf}
password=$(cat "${SECRETS:-/run/secrets}/redis_password")
[ -n "$password" ]
cat >"$config" <<CONF
requirepass "$password"
appendonly yes
appendfsync everysec
maxmemory-policy noeviction
CONF
exec redis-server "$config" "$@"
