#!/bin/sh
# post_build hook of Trunk: the WebAssembly and its script are fetched early, but after the answer that
# src/shell.js has asked for, so that the article's text does not wait for the program.
set -eu

page=$TRUNK_STAGING_DIR/index.html
sed -E 's/<link ([^>]*rel="?(module)?preload"?)/<link fetchpriority="low" \1/g' "$page" >"$page.new"
mv "$page.new" "$page"
