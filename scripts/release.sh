# What makes a release small, for `make build` and `make package` alike: read by their scripts with `.`.
# The standard library is built anew for size, with panics that end at once and print nothing.
# All of this is unstable, so it stands here and not in a file that every build reads; RUSTC_BOOTSTRAP lets
# a stable compiler do it.

if [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ]; then
  export RUSTC_BOOTSTRAP=1
  export CARGO_UNSTABLE_BUILD_STD=std
  export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort \
    -Zlocation-detail=none -Zfmt-debug=none"
else
  echo "build: the sources of Rust's standard library are missing (rustup component add rust-src):" \
    'this is a plain release, about a tenth larger'
fi
