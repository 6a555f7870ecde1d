#!/bin/sh
# The release for readers, in dist/, as small as it gets (`make build`). Beyond plain
# `trunk build --release` it does two things: the standard library is built anew for size, with panics
# that end at once and print nothing, and scripts/shrink.mjs goes over what Trunk made.
set -eu
cd "$(dirname "$0")/.."

if [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ]; then
  # All of this is unstable, so it stands here and not in a file that every build reads;
  # RUSTC_BOOTSTRAP lets a stable compiler do it.
  export RUSTC_BOOTSTRAP=1
  export CARGO_UNSTABLE_BUILD_STD=std
  export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort \
    -Zlocation-detail=none -Zfmt-debug=none"
else
  echo "build: the sources of Rust's standard library are missing (rustup component add rust-src):" \
    'this is a plain release, about a tenth larger'
fi

trunk build --release

node scripts/shrink.mjs
