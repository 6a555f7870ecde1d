#!/bin/sh
# pre_build hook of Trunk: builds and starts the sandbox for `trunk serve`, and restarts it if its sources have changed.
# Does nothing for other commands, or if TADWINA_API names another WordPress. The sandbox watches Trunk's process and
# ends with it.
set -eu

port=8081 # the proxies in Trunk.toml send requests to it
state=target/sandbox
trunk_pid=$PPID

# command_of PID: prints the command line of a process, nothing if there is no such process.
command_of() {
  if [ -r "/proc/$1/cmdline" ]; then tr '\0' ' ' <"/proc/$1/cmdline"
  elif command -v ps >/dev/null; then ps -o args= -p "$1" || true
  fi
}

case $(command_of "$trunk_pid") in *serve*) ;; *) exit 0 ;; esac
[ -z "${TADWINA_API:-}" ] || exit 0

cargo build --package tadwina-sandbox
binary=${CARGO_TARGET_DIR:-target}/debug/tadwina-sandbox

mkdir -p "$state"
if [ -e "$state/pid" ]; then
  read -r old_pid old_trunk_pid <"$state/pid"
  case $(command_of "$old_pid") in
    *tadwina-sandbox*)
      if [ "$old_trunk_pid" = "$trunk_pid" ] && [ ! "$binary" -nt "$state/pid" ]; then exit 0; fi
      kill "$old_pid" 2>/dev/null || true
      ;;
  esac
  # Its port must be free again before the new sandbox opens it.
  tries=0
  while kill -0 "$old_pid" 2>/dev/null && [ "$tries" -lt 50 ]; do
    tries=$((tries + 1))
    sleep 0.1
  done
fi

"$binary" --port "$port" --while-pid "$trunk_pid" >"$state/log" 2>&1 </dev/null &
pid=$!
echo "$pid $trunk_pid" >"$state/pid"

tries=0
until grep -q '^listening on ' "$state/log"; do
  tries=$((tries + 1))
  if ! kill -0 "$pid" 2>/dev/null || [ "$tries" -gt 200 ]; then
    echo "sandbox: it did not start. Does another program use port $port? The log of the sandbox:" >&2
    cat "$state/log" >&2
    exit 1
  fi
  sleep 0.1
done
echo "sandbox: $(head -n 1 "$state/log"), log in $state/log"
