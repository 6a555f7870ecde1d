#!/bin/sh
# post_build hook of Trunk: gives the bundle (the WASM and its script) a low priority. The browser fetches it early, but
# after the response that src/shell.js requests, so that the article's text does not wait for the bundle.
set -eu

page=$TRUNK_STAGING_DIR/index.html
sed -E 's/<link ([^>]*rel="?(module)?preload"?)/<link fetchpriority="low" \1/g' "$page" >"$page.new"
mv "$page.new" "$page"
