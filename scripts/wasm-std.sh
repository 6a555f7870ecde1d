#!/bin/sh
# Builds Rust's standard library for WebAssembly for Debian's compiler, because Debian ships only its sources
# (package rust-web-src). Puts it where the compiler looks for it, so that
# `cargo build --target wasm32-unknown-unknown` needs no special flag. scripts/setup.sh calls this script.
set -eu

target=wasm32-unknown-unknown
library=$(/usr/bin/rustc --print target-libdir --target "$target")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/src"
: >"$work/src/lib.rs"
cat >"$work/Cargo.toml" <<'MANIFEST'
[package]
name = "nothing"
version = "0.0.0"
edition = "2024"
MANIFEST

# Building the standard library is an unstable feature of Cargo. RUSTC_BOOTSTRAP enables it in a stable Cargo.
(
  cd "$work"
  RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc CARGO_TARGET_DIR="$work/target" \
    /usr/bin/cargo build --quiet --release --target "$target" -Zbuild-std=std,panic_abort,test
)

/usr/bin/rustc --version >"$work/made-for"
rm "$work/target/$target/release/deps/"libnothing-*
set -- "$work/target/$target/release/deps/"*.rlib "$work/made-for"
if [ -w /usr/lib/rustlib ]; then as_root=; else as_root=sudo; fi
$as_root mkdir -p "$library"
$as_root rm -f "$library"/*
$as_root cp "$@" "$library/"
