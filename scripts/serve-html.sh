#!/bin/sh
# Starts the sandbox and tadwina-server before it, with the elements of pkg/, which are built if they are missing. Ctrl-C
# ends both. Usage: sh scripts/serve-html.sh [OPTION OF serve]…
set -eu
cd "$(dirname "$0")/.."

port=${TADWINA_SANDBOX_PORT:-8082}
target=${CARGO_TARGET_DIR:-target}
[ -e pkg/manifest.json ] || sh scripts/package.sh
node scripts/assets.mjs
cargo build --package tadwina-sandbox --package tadwina-server
mkdir -p target/sandbox

# The sandbox ends with this shell, whose place the server takes.
"$target/debug/tadwina-sandbox" --port "$port" --data target/sandbox/html.sqlite --while-pid $$ &
exec "$target/debug/tadwina-server" serve --site "http://127.0.0.1:$port" --assets "$target/assets" "$@"
