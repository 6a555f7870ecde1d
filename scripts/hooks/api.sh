#!/bin/sh
# post_build hook of Trunk: TADWINA_API=https://blog.example/wp-json/ makes the built page send its requests to that
# WordPress instead of its own origin. The hook writes the address into the attribute `data-api` of the page's <html>,
# and the address of the site into the links for readers without scripts.
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
escape() { printf '%s' "$1" | sed -e 's/&/\&amp;/g' -e 's/[&#]/\\&/g'; }
escaped=$(escape "$api")
site=$(escape "$(printf '%s' "$api" | sed -e 's#\(index\.php/\)\{0,1\}wp-json/\{0,1\}$##' -e 's#?rest_route=.*$##')")
sed -e "s# data-api=\"[^\"]*\"# data-api=\"$escaped\"#" \
  -e "s# data-api=[^\" >][^ >]*# data-api=\"$escaped\"#" \
  -e "s#href=\"\{0,1\}/\"\{0,1\} rel=\"\{0,1\}external\"\{0,1\}#href=\"$site\" rel=\"external\"#g" "$page" >"$page.new"
mv "$page.new" "$page"
echo "TADWINA_API: the page sends its requests to $api"
