#!/bin/bash
# Run by the image of PostgreSQL when it creates its cluster.
set -euo pipefail
# shellcheck source=../lib/roles.sh
source /opt/roles.sh
database_sql "$OWNER_PASSWORD" "$APP_PASSWORD" | psql -v ON_ERROR_STOP=1 -U postgres -d postgres
schema_sql | psql -v ON_ERROR_STOP=1 -U postgres -d platform
