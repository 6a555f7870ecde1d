#!/bin/sh
# The release for readers, in dist/, as small as it gets (`make build`). Beyond plain
# `trunk build --release` it does three things:
# the standard library is built anew for size, with panics that end at once and print nothing,
# wasm-opt goes over the result, and terser over the script that wasm-bindgen wrote, which Trunk's own
# minifier does not understand.
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

# The features are those that rustc uses and every current browser has. --all-features would write
# types that Chromium refuses.
for wasm in dist/*_bg.wasm; do
  before=$(wc -c <"$wasm")
  node_modules/.bin/wasm-opt -Oz --converge --strip-producers \
    --enable-bulk-memory --enable-multivalue --enable-mutable-globals \
    --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext \
    "$wasm" -o "$wasm"
  echo "build: wasm-opt made $wasm smaller, from $((before)) to $(($(wc -c <"$wasm"))) bytes"
done

for script in dist/*.js dist/snippets/*/src/browser/*.js; do
  node_modules/.bin/terser --module --compress --mangle --output "$script" -- "$script"
done
