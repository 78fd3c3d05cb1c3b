#!/usr/bin/env bash
# ./dev test: every test. The last line is "N passed, N failed".
set -euo pipefail
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

results=$state/test-results
log=$logs/test.log
failures=$logs/test-failures.log

# Tests start many hosts for a few seconds each: what those would measure to optimise themselves is work for nothing.
export DOTNET_TieredPGO=0

main() {
  # Of this run, also where it ends before the first test.
  : >"$failures"
  echo "Payshift: setting up"
  setup
  setup_chromium
  build Payshift.Functions.sln

  echo "Payshift: testing"
  rm -rf "$results"
  local code=0
  dotnet test Payshift.Tests -c Release --no-build \
    --logger "console;verbosity=normal" --logger "trx;LogFileName=tests.trx" --results-directory "$results" \
    --blame-hang-timeout 5m --blame-hang-dump-type none "$@" </dev/null 2>&1 | progress || code=$?
  summarize "$code"
}

# Shows the tests that fail, with all they say, and counts those that pass every few seconds. Everything is in the log, and what
# fails in one of its own.
progress() {
  local line passed=0 said=$SECONDS failing=false
  while IFS= read -r line; do
    printf '%s\n' "$line" >&3
    case $line in
      '  Passed '*)
        failing=false
        passed=$((passed + 1))
        if [ $((SECONDS - said)) -ge 5 ]; then
          said=$SECONDS
          echo "  $passed passed so far, $SECONDS s"
        fi
        continue
        ;;
      '  Failed '*) failing=true ;;
      '  Skipped '*) failing=false ;;
    esac
    if $failing; then
      printf '%s\n' "$line"
      printf '%s\n' "$line" >&4
    fi
  done 3>"$log" 4>"$failures"
}

# From the runner's own result file, because its console output is for people.
summarize() {
  local code=$1 counters passed failed skipped
  counters=$(grep -ho '<Counters [^>]*>' "$results"/*.trx 2>/dev/null | tail -n 1 || true)
  passed=$(counter "$counters" passed)
  failed=$(counter "$counters" failed)
  skipped=$(($(counter "$counters" total) - $(counter "$counters" executed)))

  if [ "$passed" -eq 0 ] && [ "$failed" -eq 0 ]; then
    tail -n 30 "$log" >&2
    echo "dev: no test ran." >&2
    code=1
  elif [ "$failed" -gt 0 ]; then
    code=1
  elif [ "$code" -ne 0 ]; then
    tail -n 30 "$log" >&2
    echo "dev: the test run did not end well (exit code $code)." >&2
  fi

  if [ "$skipped" -gt 0 ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
  else
    echo "$passed passed, $failed failed"
  fi
  exit "$code"
}

counter() {
  local value
  value=$(printf '%s' "$1" | sed -n "s/.* $2=\"\([0-9]*\)\".*/\1/p")
  echo "${value:-0}"
}

main "$@"
