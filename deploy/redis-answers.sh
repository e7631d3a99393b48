#!/bin/sh
# Whether Redis answers those who know the password.
set -eu
REDISCLI_AUTH=$(cat "${SECRETS:-/run/secrets}/redis_password")
export REDISCLI_AUTH
[ "$(redis-cli -p "${REDIS_PORT:-6379}" ping)" = PONG ]
