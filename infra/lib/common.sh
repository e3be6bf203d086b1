# Sourced by the commands of this folder.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false npm_config_loglevel=error

say() { printf '\e[1m%s\e[0m\n' "$*" >&2; }
fail() { printf 'error: %s\n' "$*" >&2; exit "${status:-1}"; }

# One digest for files and folders, whatever their order; what a build produces is left out.
digest() {
  find "$@" \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -type f -print0 |
    sort -z | xargs -0 sha256sum | sha256sum | cut -c1-64
}

need_sdk() {
  (cd "$root" && dotnet --version) >/dev/null 2>&1 ||
    fail "the .NET SDK 10.0 is needed (dotnet --version finds none that fits global.json); see https://dot.net"
}

need_node() {
  local major
  major=$(node --version 2>/dev/null | sed -E 's/^v([0-9]+).*/\1/') || true
  ((${major:-0} >= 20)) && command -v npm >/dev/null ||
    fail "Node.js 20 or later with npm is needed to build the assets (found: ${major:-none}); see https://nodejs.org"
}

# One build at a time in a clone: two copies may start together with their own DATA_DIR.
build_lock() { exec 8<"$root/src/Platform" && flock 8; }
build_unlock() { exec 8>&-; }

build_assets() {
  local assets=$root/src/Platform/Assets dist=$root/src/Platform/wwwroot/dist locked built
  locked=$(digest "$assets"/package{,-lock}.json)
  if [[ $(cat "$assets/node_modules/.locked" 2>/dev/null) != "$locked" ]]; then
    say "Installing the assets' packages…"
    run npm ci --prefix "$assets"
    echo "$locked" >"$assets/node_modules/.locked"
  fi
  built=$(digest "$assets")
  if [[ ! -d $dist || $(cat "$assets/node_modules/.built" 2>/dev/null) != "$built" ]]; then
    say "Building the assets…"
    run npm run --prefix "$assets" --silent build
    echo "$built" >"$assets/node_modules/.built"
  fi
}

# apt as root, without questions, heard of only when it fails; returns false when it cannot be used.
apt_install() {
  ((EUID == 0)) && command -v apt-get >/dev/null || return 1
  say "Installing $* with apt…"
  local heard
  heard=$({ apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } 2>&1 </dev/null) ||
    { printf '%s\n' "$heard" >&2; return 1; }
}

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Runs a command in the background, since a shell hears no signal while it waits for one in the foreground;
# in a session of its own, so that its children are reached too; without the locks of the caller (7, 8).
# The kernel ends it when the script is killed.
child=
launch() {
  setsid setpriv --pdeathsig TERM "$@" </dev/null 7>&- 8>&- &
  child=$!
}

run() {
  local code=0
  launch "$@"
  wait "$child" || code=$?
  child=
  return "$code"
}

halt() {
  [[ -n $child ]] || return 0
  kill -TERM -- "-$child" 2>/dev/null || true
  wait "$child" || true
}

# True once the application says that it can serve.
is_serving() {
  local answer
  answer=$({ exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3 && head -1 <&3; } 2>/dev/null) &&
    [[ $answer == *' 200'* ]]
}

data_dir() {
  mkdir -p "${DATA_DIR:=$root/.data}" && DATA_DIR=$(cd "$DATA_DIR" && pwd) && [[ -w $DATA_DIR ]] ||
    fail "DATA_DIR ($DATA_DIR) cannot be written by $(id -un)"
}

# Sets chromium to a browser's path, or to nothing and returns false.
find_chromium() {
  chromium=$(command -v "${PLATFORM_TEST_CHROMIUM:-chromium}" || command -v chromium-browser || command -v google-chrome)
}
