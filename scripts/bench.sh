#!/usr/bin/env bash
# ./dev bench [NAME]: the figures, each with its goal.
set -euo pipefail
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

echo "Payshift: setting up"
setup
case " ${*:-peers} " in *" peers "*) setup_peers ;; esac
build Payshift.Benchmarks
echo "Payshift: measuring"
exec dotnet Payshift.Benchmarks/bin/Release/net10.0/Payshift.Benchmarks.dll "$@"
