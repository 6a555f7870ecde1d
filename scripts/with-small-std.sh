#!/bin/sh
# Runs a command that builds a release, with a smaller standard library if its sources are installed:
# `sh scripts/with-small-std.sh trunk build --release`. Without this script, the command makes the same release, but
# larger. The figures are in docs/decisions.md ("Size of the release, trick by trick").
#
# The standard library is compiled together with the application, and a panic ends the WASM at once instead of
# formatting a message that no reader sees. Both are unstable features of Cargo, which RUSTC_BOOTSTRAP enables in a
# stable toolchain. So this script sets them, and not a file that every build reads.
set -eu

if [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ]; then
  export RUSTC_BOOTSTRAP=1
  export CARGO_UNSTABLE_BUILD_STD=std
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS='-Zunstable-options -Cpanic=immediate-abort'
else
  echo "build: the sources of Rust's standard library are missing (rustup component add rust-src): the release will be larger" >&2
fi
exec "$@"
