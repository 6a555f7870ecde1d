#!/usr/bin/env bash
# Checks the syntax and the coding standard of the WordPress plugin, and the syntax of the PHP files in tests/wordpress.
set -euo pipefail
cd "$(dirname "$0")/.."

plugin=integrations/wordpress/tadwina

for name in php phpcs; do
  command -v "$name" >/dev/null || { echo "lint: $name is missing (Debian: php-cli, php-codesniffer)" >&2; exit 1; }
done

while IFS= read -r -d '' file; do
  php -l "$file" >/dev/null
done < <(find "$plugin" tests/wordpress -name '*.php' -print0)
phpcs -q --standard="$plugin/phpcs.xml.dist" "$plugin"
echo 'lint: PHP is clean'
