#!/bin/sh
# Makes the roles and databases of Trellis when the container's PostgreSQL is new.
set -eu
psql -v ON_ERROR_STOP=1 --username postgres \
  -v owner_password="$TRELLIS_OWNER_PASSWORD" \
  -v app_password="$TRELLIS_DB_PASSWORD" \
  -v sealer_password="$TRELLIS_SEALER_PASSWORD" \
  -v keycloak_password="$KC_DB_PASSWORD" \
  -f /config/roles.sql
