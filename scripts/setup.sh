# shellcheck shell=bash
# Finds or installs what Payshift needs beside itself.

# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

setup() {
  require_dotnet
  require_node
  setup_redis
  setup_azurite
}

require_dotnet() {
  # Asks for the SDK that global.json wants, not for any.
  dotnet --version >/dev/null 2>&1 || die "the .NET SDK 10 is missing. Install it from https://dotnet.microsoft.com/download/dotnet/10.0."
}

require_node() {
  local major
  major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
  [ "$major" -ge 20 ] || die "Node.js 20 or later is missing. Install it from https://nodejs.org."
  has npm || die "npm is missing. Install it with Node.js, from https://nodejs.org."
}

setup_redis() {
  has redis-server && return
  local command
  command=$(redis_command)
  [ -n "$command" ] || die "redis-server is missing. Install Redis from https://redis.io/downloads and call ./dev again."
  step "Installing redis-server" install_redis || die "redis-server is missing and could not be installed. Run: $command"
  hash -r
  has redis-server || die "redis-server is still missing. Run: $command"
}

# What a user would type here to get redis-server; empty where no package manager is known.
redis_command() {
  if has apt-get; then
    echo "sudo apt-get install redis-server"
  elif has dnf; then
    echo "sudo dnf install redis"
  elif has apk; then
    echo "sudo apk add redis"
  elif has brew; then
    echo "brew install redis"
  elif has pacman; then
    echo "sudo pacman -S redis"
  fi
}

install_redis() {
  if has apt-get; then
    # In runlevel 1 the package starts no service; where systemd does it all the same, it is stopped again.
    install_by_apt || { as_root apt-get update && install_by_apt; } || return
    if has systemctl && systemctl is-active --quiet redis-server; then
      as_root systemctl disable --now redis-server
    fi
  elif has dnf; then
    as_root dnf install -y redis
  elif has apk; then
    as_root apk add redis
  elif has brew; then
    brew install redis
  elif has pacman; then
    as_root pacman -S --noconfirm redis
  fi
}

install_by_apt() { as_root env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y redis-server; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif ! has sudo; then
    return 1
  elif [ -t 2 ] || [ -r /dev/tty ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

setup_azurite() { install_by_npm Azurite tools/azurite; }

# What Payshift is measured beside; only the benchmark wants it.
setup_peers() { install_by_npm BullMQ tools/peers; }

# install_by_npm NAME FOLDER: what the folder's lock file says, once.
install_by_npm() {
  local name=$1 folder=$2 stamp=$2/node_modules/.payshift-stamp wanted
  wanted=$(cksum <"$folder/package-lock.json")
  [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ] || return 0
  step "Installing $name" npm --prefix "$folder" ci --no-audit --no-fund || die "$name could not be installed by npm."
  echo "$wanted" >"$stamp"
}

# The Functions app needs packages that some NuGet sources lack. Nothing here depends on it, so that is no failure; it is
# remembered until the versions change.
build_functions() {
  local project=Payshift.Functions log=$logs/functions-restore.log stamp=$state/functions-unavailable wanted
  [ -f "$project/$project.csproj" ] || return 0
  wanted=$(cat "$project/$project.csproj" Directory.Packages.props Directory.Build.props | cksum)
  if [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ]; then
    rm -f "$stamp"
    if dotnet restore "$project" -v quiet >"$log" 2>&1 </dev/null; then
      build "$project"
      return
    fi

    # A source that does not have them today will not have them in a minute; one that did not answer might.
    if grep -qE 'NU110[1-3]' "$log"; then
      echo "$wanted" >"$stamp"
    fi
  fi

  echo "  $project not built: its packages are not in the NuGet source here."
}
