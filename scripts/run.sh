#!/usr/bin/env bash
# ./dev run: Payshift on this machine, with signed webhooks of every provider going through it.
set -euo pipefail
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

port=${PAYSHIFT_PORT:-7071}
once=false
verbose=false
host_log=$logs/host.log
host_pid=
follower_pid=

main() {
  arguments "$@"
  port_is_free || die "port $port is taken. Choose another: ./dev run --port 7072"

  echo "Payshift: setting up"
  setup
  build Payshift.LocalHost
  build Payshift.Cli

  trap stop EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  settings
  start_host
  wait_until_healthy

  local outcome=0
  demo || outcome=$?
  if $once || [ "$outcome" -eq 130 ]; then
    exit "$outcome"
  fi

  # Ctrl-C is how this is meant to end, and therefore no failure.
  trap 'exit '"$outcome" INT TERM HUP
  echo
  echo "Payshift runs at $url; its key is in ${PAYSHIFT_KEY_FILE:-Payshift__LocalHost__Key}, its log in .payshift/logs/host.log. Ctrl-C ends it."
  wait "$host_pid" || true
  host_pid=
  host_failed "the host ended by itself."
}

arguments() {
  while [ $# -gt 0 ]; do
    case $1 in
      --once) once=true ;;
      --verbose) verbose=true ;;
      --port)
        [ $# -gt 1 ] || misused "--port needs a number."
        port=$2
        shift
        ;;
      --port=*) port=${1#--port=} ;;
      *) misused "run has no argument $1." ;;
    esac
    shift
  done

  case $port in
    '' | *[!0-9]*) misused "$port is no port." ;;
  esac
  if [ "${#port}" -gt 5 ] || [ "$port" -lt 1 ] || [ "$port" -gt 65535 ]; then
    misused "$port is no port."
  fi
  url=http://127.0.0.1:$port
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }

# New secrets for each run, known to the host and to the demo; whoever sets their own keeps them.
settings() {
  : "${Payshift__Providers__stripe__Secrets__0:=whsec_$(random_hex 24)}"
  : "${Payshift__Providers__paystack__Secrets__0:=sk_test_$(random_hex 20)}"
  : "${Payshift__Providers__flutterwave__Secrets__0:=$(random_hex 20)}"
  : "${Payshift__Providers__standardwebhooks__Secrets__0:=whsec_$(head -c 24 /dev/urandom | base64)}"
  export Payshift__Providers__stripe__Secrets__0 Payshift__Providers__paystack__Secrets__0
  export Payshift__Providers__flutterwave__Secrets__0 Payshift__Providers__standardwebhooks__Secrets__0

  # Its handler succeeds with everything, but for the first attempt at a reference that contains "fails-once".
  export Payshift__LocalHost__SampleHandler=true
  # Quicker than in production, so that a person can watch it.
  export ProcessSchedule="${ProcessSchedule:-*/2 * * * * *}"
  export Payshift__Retry__BaseDelay="${Payshift__Retry__BaseDelay:-00:00:02}"
}

random_hex() { head -c "$1" /dev/urandom | od -An -v -tx1 | tr -d ' \n'; }

start_host() {
  # Job control puts the host into a process group of its own: Ctrl-C in the terminal then reaches this script alone,
  # which stops the host, which stops its Redis and its Azurite.
  set -m
  dotnet Payshift.LocalHost/bin/Release/net10.0/Payshift.LocalHost.dll --urls "$url" >"$host_log" 2>&1 </dev/null &
  host_pid=$!
  if $verbose; then
    tail -n +1 -f "$host_log" </dev/null &
    follower_pid=$!
  fi
  set +m
}

wait_until_healthy() {
  local started=$SECONDS
  printf '  %-58s' "Starting the host"
  until healthy; do
    if ! kill -0 "$host_pid" 2>/dev/null; then
      host_pid=
      echo
      host_failed "the host did not start."
    fi
    if [ $((SECONDS - started)) -ge 60 ]; then
      echo
      host_failed "the host is not healthy after 60 s: $url/payment/health"
    fi
    sleep 0.2
  done
  printf '%4d s\n' $((SECONDS - started))
}

# A request without curl, which not every machine has.
healthy() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    printf 'GET /payment/health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' >&3
    read -r -t 10 _ status _ <&3
    [ "$status" = 200 ]
  ) 2>/dev/null
}

demo() {
  PAYSHIFT_KEY=${Payshift__LocalHost__Key:-}
  if [ -z "$PAYSHIFT_KEY" ]; then
    PAYSHIFT_KEY_FILE=${Payshift__LocalHost__DataFolder:-.payshift}/host.key
    PAYSHIFT_KEY=$(cat "$PAYSHIFT_KEY_FILE") || die "the host left no key in $PAYSHIFT_KEY_FILE."
  fi

  # In the environment, where other users of the machine do not see it.
  PAYSHIFT_KEY=$PAYSHIFT_KEY dotnet Payshift.Cli/bin/Release/net10.0/payshift.dll demo --url "$url"
}

host_failed() {
  if ! $verbose; then
    tail -n 30 "$host_log" >&2
  fi
  die "$*"
}

# Once, on whichever way out. SIGTERM, because SIGINT is ignored by whatever a script in the background starts.
# shellcheck disable=SC2317 # the trap calls it
stop() {
  trap '' INT TERM HUP
  if [ -n "$host_pid" ] && kill -TERM "$host_pid" 2>/dev/null; then
    local started=$SECONDS
    echo
    printf '  %-58s' "Stopping the host"
    while kill -0 "$host_pid" 2>/dev/null; do
      if [ $((SECONDS - started)) -ge 60 ]; then
        kill -KILL "$host_pid" 2>/dev/null || true
        # What the host started is in its process group, and gets the chance to keep its data.
        kill -INT -- "-$host_pid" 2>/dev/null || true
        echo
        echo "dev: the host did not end within 60 s and was killed; see .payshift/logs/host.log." >&2
        break
      fi
      sleep 0.1
    done
    printf '%4d s\n' $((SECONDS - started))
  fi

  if [ -n "$follower_pid" ]; then
    kill "$follower_pid" 2>/dev/null || true
  fi
}

main "$@"
