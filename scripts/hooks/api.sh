#!/bin/sh
# post_build hook of Trunk: TADWINA_API=https://blog.example/wp-json/ makes the built page send its requests to that
# WordPress instead of its own origin. The hook writes the address into the attribute `data-api` of the page's <html>.
set -eu

api=${TADWINA_API:-}
[ -n "$api" ] || exit 0

page=$TRUNK_STAGING_DIR/index.html
fail() { echo "TADWINA_API: $*" >&2; exit 1; }

case $api in
  *[\"\'\<\>\\\ ]*) fail "'$api' has a character that addresses must not have" ;;
  http://* | https://* | /*) ;;
  *) fail "'$api' is not an address: it must begin with https://, http:// or /" ;;
esac
grep -q ' data-api=' "$page" || fail 'index.html has no attribute data-api for the address'

# Escaped twice: for the attribute, then for sed. A minified page has no quotation marks around the value.
escaped=$(printf '%s' "$api" | sed -e 's/&/\&amp;/g' -e 's/[&#]/\\&/g')
sed -e "s# data-api=\"[^\"]*\"# data-api=\"$escaped\"#" \
  -e "s# data-api=[^\" >][^ >]*# data-api=\"$escaped\"#" "$page" >"$page.new"
mv "$page.new" "$page"
echo "TADWINA_API: the page sends its requests to $api"
