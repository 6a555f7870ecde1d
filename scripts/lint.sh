#!/usr/bin/env bash
# Runs the static checks and stops at the first failure. Usage: bash scripts/lint.sh [STEP…]
# Without a step it runs all of them; `make check` runs the quick ones.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf 'lint: %s\n' "$1"; shift; "$@"; }

format() {
  step 'format of Rust' cargo fmt --all --check
  step 'format and lint of scripts, types, styles' npx biome ci --error-on-warnings
}

clippy() {
  step 'Clippy, native with tests' cargo clippy --quiet --workspace --all-targets -- -D warnings
  # --all-targets does not include the contract tests: they need a running WordPress, so a plain `cargo test` leaves
  # them out.
  step 'Clippy, contract tests' cargo clippy --quiet --test contract -- -D warnings
  step 'Clippy, in the browser' cargo clippy --quiet --target wasm32-unknown-unknown --bins -- -D warnings
}

types() { step 'types' npx tsc -p embed --noEmit; }

generated() { step 'generated files' cargo xtask generate --check; }

docs() {
  RUSTDOCFLAGS='-D warnings' step 'documentation' \
    cargo doc --quiet --workspace --no-deps --document-private-items
}

shell_syntax() {
  local file
  while IFS= read -r -d '' file; do
    if head -n 1 "$file" | grep -q bash; then bash -n "$file"; else sh -n "$file"; fi
  done < <(find .ci scripts tests -name node_modules -prune -o -type f \( -name '*.sh' -o -path .ci/run \) -print0)
}
shell() { step 'syntax of shell scripts' shell_syntax; }

php() { step 'PHP' bash scripts/lint-php.sh; }

crates() {
  step 'licences and sources of crates' \
    cargo deny --workspace --locked --log-level error check --hide-inclusion-graph licenses bans sources
}

advisories() { step 'advisories about crates and npm packages' node scripts/advisories.mjs; }

[ $# -gt 0 ] || set -- format clippy types generated docs shell php crates advisories
for name in "$@"; do
  case $name in
    format | clippy | types | generated | docs | shell | php | crates | advisories) "$name" ;;
    *) echo "lint: unknown step '$name': format, clippy, types, generated, docs, shell, php," \
      "crates or advisories" >&2; exit 2 ;;
  esac
done
echo 'lint: clean'
