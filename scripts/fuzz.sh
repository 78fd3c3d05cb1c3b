#!/usr/bin/env bash
# ./dev fuzz [--minutes N] [--target NAME] [--seed SEED]: hostile deliveries for every verifier and extractor.
set -euo pipefail
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

require_dotnet
build Payshift.Tests
exec dotnet Payshift.Tests/bin/Release/net10.0/Payshift.Tests.dll "$@"
