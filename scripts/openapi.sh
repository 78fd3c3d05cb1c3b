#!/usr/bin/env bash
# ./dev openapi: writes the description of the routes, docs/openapi.json.
set -euo pipefail
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

[ $# -eq 0 ] || misused "openapi takes no arguments."
require_dotnet
dotnet run --project tools/openapi -c Release -v quiet -- docs/openapi.json
echo "Payshift: wrote docs/openapi.json"
