# shellcheck shell=sh
# The Rust part of scripts/setup.sh, which reads this file: a Rust that is new enough, with the target for
# WebAssembly, from rustup or from Debian.

# rust_ready RUSTC…: whether it is new enough and has a standard library for WebAssembly.
rust_ready() {
  version=$("$@" --version 2>/dev/null) || return 1
  version_at_least "$(echo "$version" | cut -d ' ' -f 2)" "$rust_version" || return 1
  library=$("$@" --print target-libdir --target "$wasm" 2>/dev/null) || return 1
  ls "$library"/libcore-*.rlib >/dev/null 2>&1 || return 1
  # A library from scripts/wasm-std.sh fits one compiler only. After an update it must be built again.
  [ ! -e "$library/made-for" ] || [ "$(cat "$library/made-for")" = "$version" ]
}

use_debian_rust() {
  say "this folder uses Debian's Rust from now on (rustup override set debian)"
  rustup toolchain link debian /usr 2>/dev/null || true # it may be linked already
  rustup override set debian 2>/dev/null
}

debian_rust() {
  have apt-get || return 1
  if ! rust_ready /usr/bin/rustc; then
    debian_version=$(/usr/bin/rustc --version 2>/dev/null | cut -d ' ' -f 2)
    if ! version_at_least "${debian_version:-0}" "$rust_version" || [ ! -d /usr/lib/rustlib/src ] ||
      [ ! -L /usr/bin/rust-lld ]; then
      apt_install rustc-web cargo-web rust-web-src rust-web-llvm
    fi
    # rust-lld is a link to a linker whose package apt does not install with it.
    linker=$(readlink /usr/bin/rust-lld)
    have "$linker" || apt_install "$linker"
    say "building the standard library for WebAssembly (about a minute, once)"
    sh scripts/wasm-std.sh &
    jobs="$jobs $!"
  fi
  if have rustup; then use_debian_rust; fi
}

setup_rust() {
  rust_ready rustc && return
  if have rustup; then
    if rust_ready rustup run debian rustc; then
      use_debian_rust
    else
      active=$(rustc --version 2>/dev/null | cut -d ' ' -f 2)
      if version_at_least "${active:-0}" "$rust_version"; then
        say "adding the target $wasm with rustup"
        if ! RUST_BACKTRACE=0 rustup target add "$wasm"; then
          say "rustup failed: trying Debian's Rust"
          debian_rust || true
        fi
      elif ! debian_rust; then
        stop "Rust $rust_version or newer is needed (found: ${active:-none}): run rustup update stable"
      fi
    fi
  else
    debian_rust || true
  fi
}

check_rust() {
  rust_ready rustc || stop \
    "there is no Rust $rust_version or newer with the target $wasm" \
    "install rustup (https://rustup.rs), then: rustup update stable && rustup target add $wasm"
}
