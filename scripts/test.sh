#!/usr/bin/env bash
# Runs the parts of the test suite that the command line names (native, contract, e2e, embed, server, size) and counts their
# tests. Ends with a table by kind and the line "N passed, N failed". If a part fails without reporting a failed test,
# because it did not build or a server did not start, it counts as one failure.
set -uo pipefail
cd "$(dirname "$0")/.." || exit

logs=target/test-logs
mkdir -p "$logs"
rows=()
passed=0
failed=0

# sum FILE PATTERN: adds up the numbers that PATTERN (extended, one group) finds.
sum() {
  sed -E 's/\x1b\[[0-9;]*[A-Za-z]//g' "$1" | sed -nE "s/$2/\1/p" | awk '{ n += $1 } END { print n + 0 }'
}

# part KIND FORMAT COMMAND…: runs one part and records its counts. FORMAT names the format of its output.
part() {
  local kind=$1 format=$2 log="$logs/${1// /-}.log" status ok=0 bad=0 skipped=0 started=$SECONDS
  shift 2
  printf '\n=== %s: %s\n' "$kind" "$*"
  "$@" 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  case $format in
    cargo)
      ok=$(sum "$log" '^test result: [^.]*\. ([0-9]+) passed.*')
      bad=$(sum "$log" '^test result: .* ([0-9]+) failed;.*')
      skipped=$(sum "$log" '^test result: .* ([0-9]+) ignored;.*') ;;
    playwright)
      ok=$(sum "$log" '^ *([0-9]+) passed( \(.*)?$')
      # A test that passes only on its second try counts as failed.
      bad=$(($(sum "$log" '^ *([0-9]+) failed$') + $(sum "$log" '^ *([0-9]+) flaky$') +
        $(sum "$log" '^ *([0-9]+) did not run$') + $(sum "$log" '^ *([0-9]+) interrupted$') +
        $(sum "$log" '^ *([0-9]+) skipped without need$')))
      skipped=$(sum "$log" '^ *([0-9]+) skipped$') ;;
    node)
      # Node's test runner writes `ℹ pass 7` for people and `# pass 7` for programs. A test that could not start counts
      # as cancelled.
      ok=$(sum "$log" '^[^ ]+ pass ([0-9]+)$')
      bad=$(($(sum "$log" '^[^ ]+ fail ([0-9]+)$') + $(sum "$log" '^[^ ]+ cancelled ([0-9]+)$')))
      skipped=$(sum "$log" '^[^ ]+ skipped ([0-9]+)$') ;;
    compare)
      bad=$(sum "$log" '^[0-9]+ requests, ([0-9]+) answered differently$')
      ok=$(($(sum "$log" '^([0-9]+) requests, .*') - bad)) ;;
    check)
      if [ "$status" = 0 ]; then ok=1; fi ;;
    step)
      # A step is not a test: it counts only if it fails.
      if [ "$status" = 0 ]; then return; fi ;;
  esac
  if [ "$status" != 0 ] && [ "$bad" = 0 ]; then bad=1; fi
  # If no test has run, the part has failed.
  if [ "$ok" = 0 ] && [ "$bad" = 0 ]; then bad=1; fi
  passed=$((passed + ok))
  failed=$((failed + bad))
  rows+=("$(printf '%-27s %7d %7d %8d %6d s' "$kind" "$ok" "$bad" "$skipped" $((SECONDS - started)))")
}

# The WordPress of Debian 12 and that of Debian's next release, which scripts/setup.sh has unpacked. Tests that ask a
# real WordPress run with both.
wordpresses=(/usr/share/wordpress target/wordpress-forky)

# version FOLDER: the version of a WordPress without its last number, such as 6.1.
version() {
  sed -nE "s/^.wp_version = '([0-9]+\.[0-9]+).*/\1/p" "$1/wp-includes/version.php" || echo missing
}

# Tests that Playwright skips without need count as failed.
pages=(npx playwright test --reporter=list,tests/support/skips.mjs)

native() {
  part 'native' cargo cargo test --workspace
}

# Both send requests to a real WordPress, which runs only as long as they do.
contract() {
  local folder
  part 'sandbox build' step cargo build --package tadwina-sandbox
  for folder in "${wordpresses[@]}"; do
    part "sandbox as WordPress $(version "$folder")" compare \
      node tests/wordpress/wordpress.mjs run --wordpress "$folder" -- \
      node tests/wordpress/compare.mjs "${CARGO_TARGET_DIR:-target}/debug/tadwina-sandbox"
    part "client on WordPress $(version "$folder")" cargo \
      node tests/wordpress/wordpress.mjs run --wordpress "$folder" -- cargo test --test contract
  done
}

e2e() {
  part 'release build' step sh scripts/with-small-std.sh trunk build --release
  part 'size' check node scripts/size.mjs
  part 'end to end' playwright node tests/wordpress/wordpress.mjs run -- "${pages[@]}"
  # The other tests do not ask WordPress.
  part "end to end, WordPress $(version "${wordpresses[1]}")" playwright \
    node tests/wordpress/wordpress.mjs run --wordpress "${wordpresses[1]}" -- "${pages[@]}" --grep @wordpress
}

# The elements in host pages: in Chromium, as an npm package, in WordPress, in three engines.
embed() {
  part 'sandbox build' step cargo build --package tadwina-sandbox
  part 'package build' step sh scripts/package.sh
  part 'size of elements' check node scripts/embed-size.mjs
  part 'elements' playwright "${pages[@]}" --config tests/embed/playwright.config.mjs
  part 'package' node node --test --test-reporter=tap tests/package/*.test.mjs
  part 'package in use' node node --test-reporter=tap tests/package/run.mjs
  part 'plugin build' step node scripts/plugin.mjs
  part 'plugin' playwright node tests/wordpress/wordpress.mjs run -- \
    "${pages[@]}" --config tests/plugin/playwright.config.mjs
  release
  part 'three engines' node node --test --test-reporter=spec tests/engines/smoke.test.mjs
}

# The pages of tadwina-server, with the elements of pkg/; and how it is hosted.
server() {
  part 'server build' step cargo build --package tadwina-sandbox --package tadwina-server
  [ -e pkg/manifest.json ] || part 'package build' step sh scripts/package.sh
  part 'assets' step node scripts/assets.mjs
  part 'server' playwright "${pages[@]}" --config tests/server/playwright.config.mjs
  part 'prerendering' node node --test --test-reporter=spec tests/engines/prerender.test.mjs
  [ -e "${CARGO_TARGET_DIR:-target}/plugin/tadwina" ] || part 'plugin build' step node scripts/plugin.mjs
  part 'hosting' playwright node tests/wordpress/wordpress.mjs run -- \
    "${pages[@]}" --config tests/hosting/playwright.config.mjs
  part "hosting, WordPress $(version "${wordpresses[1]}")" playwright \
    node tests/wordpress/wordpress.mjs run --wordpress "${wordpresses[1]}" -- \
    "${pages[@]}" --config tests/hosting/playwright.config.mjs --grep @wordpress
}

release() {
  [ -e dist/index.html ] || part 'release build' step sh scripts/with-small-std.sh trunk build --release
}

size() {
  release
  part 'size' check node scripts/size.mjs
}

for name in "$@"; do
  case $name in
    native | contract | e2e | embed | server | size) "$name" ;;
    *) echo "test: unknown part '$name': native, contract, e2e, embed, server or size" >&2; exit 2 ;;
  esac
done

printf '\n%-27s %7s %7s %8s %8s\n' kind passed failed skipped time
printf '%s\n' "${rows[@]}"
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
