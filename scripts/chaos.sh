#!/usr/bin/env bash
# ./dev chaos [--minutes N] [--seed N] [--webhooks N]: many webhooks while processes and services fail, and a count at the end.
set -euo pipefail
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

main() {
  arguments "$@"
  echo "Payshift: setting up"
  setup
  build Payshift.Chaos
  echo "Payshift: sending webhooks while things break"
  exec dotnet Payshift.Chaos/bin/Release/net10.0/Payshift.Chaos.dll "$@"
}

# Before anything is set up or built; the program knows the ranges.
arguments() {
  while [ $# -gt 0 ]; do
    case $1 in
      --minutes | --seed | --webhooks)
        [ $# -gt 1 ] || misused "$1 needs a number."
        number "$1" "$2"
        shift
        ;;
      --minutes=* | --seed=* | --webhooks=*) number "${1%%=*}" "${1#*=}" ;;
      *) misused "chaos has no argument $1." ;;
    esac
    shift
  done
}

number() {
  case $1 in
    --minutes) [[ $2 =~ ^[0-9]+(\.[0-9]+)?$ ]] || misused "$1 is a number such as 2 or 0.5, not $2." ;;
    *) [[ $2 =~ ^[0-9]+$ ]] || misused "$1 is a whole number, not $2." ;;
  esac
}

main "$@"
