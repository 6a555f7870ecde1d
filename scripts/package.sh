#!/bin/sh
# Builds the package of the elements in pkg/ (`make package`).
set -eu
cd "$(dirname "$0")/.."

sh scripts/with-small-std.sh cargo build --release --target wasm32-unknown-unknown \
  --bin share --bin comments --bin article --bin blog
node scripts/package.mjs "${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/release"
