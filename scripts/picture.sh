#!/usr/bin/env bash
# Makes the pictures of docs/images: run.svg from what ./dev run shows just now, dashboard-*.png by the dashboard's tests.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

mkdir -p "$root/docs/images"
PAYSHIFT_PICTURE=$root/docs/images/run.svg "$root/dev" run --once "$@"
PAYSHIFT_PICTURES=$root/docs/images "$root/dev" test --filter FullyQualifiedName~Payshift.Tests.Dashboard.Pictures
