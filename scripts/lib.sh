# shellcheck shell=bash
# What every script here shares. Plain enough for the bash 3.2 that macOS brings.

: "${root:=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}"
state=$root/.payshift
logs=$state/logs
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Payloads and the host's key will be in there.
[ -d "$state" ] || mkdir -m 700 "$state"
mkdir -p "$logs"
cd "$root" || exit 1

die() {
  echo "dev: $*" >&2
  exit 1
}

misused() {
  echo "dev: $* See ./dev help." >&2
  exit 2
}

has() { command -v "$1" >/dev/null 2>&1; }

# step TEXT COMMAND...: runs it quietly, with one line that ends in its seconds; what it said is shown if it fails.
step() {
  local text=$1 log=$logs/step.log started=$SECONDS
  shift
  printf '  %-58s' "$text"
  if "$@" >"$log" 2>&1 </dev/null; then
    printf '%4d s\n' $((SECONDS - started))
  else
    printf '%4d s  failed\n' $((SECONDS - started))
    tail -n 40 "$log" >&2
    return 1
  fi
}

# Nothing where PAYSHIFT_BUILT says that all has been built: even a build that is up to date takes seconds.
build() {
  [ -n "${PAYSHIFT_BUILT:-}" ] || step "Building $1" dotnet build "$1" -c Release -v quiet -clp:NoSummary
}
