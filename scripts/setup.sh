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
  command=$(package_command redis-server redis redis redis redis)
  [ -n "$command" ] || die "redis-server is missing. Install Redis from https://redis.io/downloads and call ./dev again."
  step "Installing redis-server" install_redis || die "redis-server is missing and could not be installed. Run: $command"
  hash -r
  has redis-server || die "redis-server is still missing. Run: $command"
}

install_redis() {
  # In runlevel 1 the package starts no service; where systemd does it all the same, it is stopped again.
  install_package redis-server redis redis redis redis || return
  if has apt-get && has systemctl && systemctl is-active --quiet redis-server; then
    as_root systemctl disable --now redis-server
  fi
}

# Only the tests of the dashboard want it. Where it can't be had, those fail and say why, and all others run.
setup_chromium() {
  has_chromium && return
  local command
  command=$(package_command chromium chromium chromium "--cask google-chrome" chromium)
  if [ -n "$command" ] && step "Installing Chromium" install_chromium; then
    hash -r
    has_chromium && return
  fi
  echo "dev: Chromium is missing, and the tests of the dashboard will fail. Install Chromium or Chrome${command:+, for example with: $command}; or set PAYSHIFT_CHROMIUM to its path." >&2
}

# Without windows it costs the tests half as much; not every distribution has it like that.
install_chromium() {
  if has apt-get && install_package chromium-headless-shell; then
    return
  fi
  install_package chromium chromium chromium "--cask google-chrome" chromium
}

# As the tests look for it.
has_chromium() {
  [ -z "${PAYSHIFT_CHROMIUM:-}" ] || return 0
  has chromium-headless-shell || has chromium || has chromium-browser || has google-chrome || has google-chrome-stable ||
    [ -x "/Applications/Chromium.app/Contents/MacOS/Chromium" ] || [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]
}

# package_command APT DNF APK BREW PACMAN: what a user would type here to get a package, by the name that each manager has for
# it; nothing where none of them is here.
package_command() {
  if has apt-get; then
    echo "sudo apt-get install $1"
  elif has dnf; then
    echo "sudo dnf install $2"
  elif has apk; then
    echo "sudo apk add $3"
  elif has brew; then
    echo "brew install $4"
  elif has pacman; then
    echo "sudo pacman -S $5"
  fi
}

# install_package APT DNF APK BREW PACMAN
install_package() {
  if has apt-get; then
    install_by_apt "$1" || { as_root apt-get update && install_by_apt "$1"; }
  elif has dnf; then
    as_root dnf install -y "$2"
  elif has apk; then
    as_root apk add "$3"
  elif has brew; then
    # shellcheck disable=SC2086 # an option can stand before the name
    brew install $4
  elif has pacman; then
    as_root pacman -S --noconfirm "$5"
  fi
}

install_by_apt() { as_root env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y "$1"; }

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
