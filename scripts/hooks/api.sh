#!/bin/sh
# post_build hook of Trunk: TADWINA_API=https://blog.example/wp-json/ makes the built page ask that
# WordPress instead of the origin it is served from. The address goes into the attribute `data-api`
# of the page's <html>.
set -eu

api=${TADWINA_API:-}
[ -n "$api" ] || exit 0

page=$TRUNK_STAGING_DIR/index.html
fail() { echo "TADWINA_API: $*" >&2; exit 1; }

case $api in
  *[\"\'\<\>\\\ ]*) fail "'$api' holds a character that no address has" ;;
  http://* | https://* | /*) ;;
  *) fail "'$api' is no address: it begins with https://, http:// or /" ;;
esac
grep -q ' data-api=' "$page" || fail 'index.html has no attribute data-api to put the address in'

# Twice escaped: as the text of an attribute, then for sed. A minified page has no quotation marks.
escaped=$(printf '%s' "$api" | sed -e 's/&/\&amp;/g' -e 's/[&#]/\\&/g')
sed -e "s# data-api=\"[^\"]*\"# data-api=\"$escaped\"#" \
  -e "s# data-api=[^\" >][^ >]*# data-api=\"$escaped\"#" "$page" >"$page.new"
mv "$page.new" "$page"
echo "TADWINA_API: the page asks $api"
