#!/bin/sh
# The release for readers, in dist/, as small as it gets (`make build`): plain `trunk build --release` with
# the settings of scripts/release.sh, and scripts/shrink.mjs over what Trunk made.
set -eu
cd "$(dirname "$0")/.."
. scripts/release.sh

trunk build --release

node scripts/shrink.mjs
