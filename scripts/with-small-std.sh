#!/bin/sh
# Runs a command that builds a release, with a smaller standard library where its sources are installed:
# `sh scripts/with-small-std.sh trunk build --release`. The command alone makes the same release, only larger; figures
# are in docs/decisions.md ("Size of the release, trick by trick").
#
# The standard library is compiled together with the application, and a panic ends the WASM at once instead of
# formatting a message that no reader sees. Both are unstable features of Cargo, which RUSTC_BOOTSTRAP opens in a
# stable toolchain; so they stand here and not in a file that every build reads.
set -eu

if [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ]; then
  export RUSTC_BOOTSTRAP=1
  export CARGO_UNSTABLE_BUILD_STD=std
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS='-Zunstable-options -Cpanic=immediate-abort'
else
  echo "build: no sources of Rust's standard library (rustup component add rust-src), so this one is larger" >&2
fi
exec "$@"
