#!/bin/sh
# Starts the sandbox and tadwina-server before it. Ctrl-C ends both. Usage: sh scripts/serve-html.sh [OPTION OF serve]…
set -eu
cd "$(dirname "$0")/.."

port=${TADWINA_SANDBOX_PORT:-8082}
cargo build --package tadwina-sandbox --package tadwina-server
folder=${CARGO_TARGET_DIR:-target}/debug
mkdir -p target/sandbox

# The sandbox ends with this shell, whose place the server takes.
"$folder/tadwina-sandbox" --port "$port" --data target/sandbox/html.sqlite --while-pid $$ &
exec "$folder/tadwina-server" serve --site "http://127.0.0.1:$port" "$@"
