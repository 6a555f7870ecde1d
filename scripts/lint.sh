#!/usr/bin/env bash
# Formatting, Clippy, documentation and scripts; the first complaint ends it (`make lint`).
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf 'lint: %s\n' "$1"; shift; "$@"; }

step 'formatting' cargo fmt --all --check
step 'Clippy, native with tests' \
  cargo clippy --quiet --all-targets -- -D warnings
# Not among all targets: what needs a running WordPress is kept out of plain `cargo test`.
step 'Clippy, contract tests' \
  cargo clippy --quiet --test contract -- -D warnings
step 'Clippy, in the browser' \
  cargo clippy --quiet --target wasm32-unknown-unknown --bins -- -D warnings
step 'Clippy, the sandbox' \
  cargo clippy --quiet --package tadwina-sandbox --all-targets -- -D warnings
RUSTDOCFLAGS='-D warnings' step 'documentation' \
  cargo doc --quiet --workspace --no-deps --document-private-items

check_scripts() {
  local file
  while IFS= read -r -d '' file; do
    case $file in
      *.mjs | *.js) node --check "$file" ;;
      *) if head -n 1 "$file" | grep -q bash; then bash -n "$file"; else sh -n "$file"; fi ;;
    esac
  done < <(find .ci bench embed/src integrations scripts style tests ./*.mjs -name node_modules -prune -o -type f \
    \( -name '*.mjs' -o -name '*.js' -o -name '*.sh' -o -path .ci/run \) -print0)
}
step 'scripts' check_scripts
step 'PHP' bash scripts/lint-php.sh
echo 'lint: clean'
