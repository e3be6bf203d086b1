# Sourced: by the private cluster of infra/, and in a container by infra/docker/postgres-roles.sh.
# One statement a line: single-user mode ends a statement where the line ends.
# The application's role owns nothing; its rights on tables are given by the application's own `migrate`.
# shellcheck shell=bash

database_sql() {
  local rights='LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION'
  cat <<SQL
CREATE ROLE platform_owner $rights PASSWORD '$1';
CREATE ROLE platform_app $rights PASSWORD '$2';
CREATE DATABASE platform OWNER platform_owner;
REVOKE ALL ON DATABASE platform FROM PUBLIC;
GRANT CONNECT ON DATABASE platform TO platform_app;
SQL
}

schema_sql() {
  cat <<SQL
ALTER SCHEMA public OWNER TO platform_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
SQL
}
