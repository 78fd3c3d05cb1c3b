#!/usr/bin/env bash
# Draws docs/images/run.svg from what ./dev run shows just now.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

mkdir -p "$root/docs/images"
PAYSHIFT_PICTURE=$root/docs/images/run.svg "$root/dev" run --once "$@"
