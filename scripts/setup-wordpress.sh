# shellcheck shell=sh
# The second WordPress of scripts/setup.sh, which reads this file: the one of Debian's next release, unpacked into a
# folder. Nothing of that release is installed, and the machine's own package sources stay as they are.

next_release=forky
next_wordpress=target/wordpress-$next_release
next_work=$next_wordpress.new

# next_sources FILE…: the machine's own sources of Debian, for the next release. Sources of updates and of other
# publishers have other suites or no component "main", so they are left out.
next_sources() {
  codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
  for file in "$@"; do
    case $file in
      *.sources) awk -v from="$codename" -v to="$next_release" 'BEGIN { RS = ""; ORS = "\n\n" }
          /(^|\n)Enabled: *no/ || !/(^|\n)Components:[^\n]* main( |\n|$)/ { next }
          $0 ~ "(^|\n)Suites:([^\n]* )?" from "( |\n|$)" {
            sub(/Types:[^\n]*/, "Types: deb"); sub(/Suites:[^\n]*/, "Suites: " to); print
          }' "$file" >"$next_work/parts/${file##*/}" ;;
      *) sed -nE "s/^deb( +\[[^]]*\])? +([^ ]+) +$codename( .*)? main( .*)?\$/deb\1 \2 $next_release\3 main\4/p" \
          "$file" >"$next_work/parts/${file##*/}" ;;
    esac
  done
}

# next_apt TOOL ARG…: apt-get or apt-cache with lists of their own, as if nothing were installed.
next_apt() {
  tool=$1
  shift
  "$tool" -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$next_work/parts" \
    -o "Dir::State::lists=$next_work/lists" -o "Dir::State::status=$next_work/status" \
    -o "Dir::Cache=$next_work/cache" -o Acquire::Languages=none "$@"
}

# Fills the folder. WordPress's folder has links to the files of other packages: scripts, PHPMailer, getID3.
next_download() {
  # One of the two may be missing.
  find /etc/apt/sources.list /etc/apt/sources.list.d -type f \( -name '*.list' -o -name '*.sources' \) \
    >"$next_work/files" 2>/dev/null
  # shellcheck disable=SC2046 # one word for each file
  next_sources $(cat "$next_work/files")
  next_apt apt-get update || return 1
  packages=$(next_apt apt-cache depends wordpress |
    sed -nE 's/^ *(Depends|Recommends): (libjs-.*|libphp-.*|php-getid3|wordpress-theme-.*)/\2/p' | sort -u)
  # shellcheck disable=SC2086 # one word for each package
  (cd "$next_work" && next_apt apt-get download wordpress $packages) || return 1
  for package in "$next_work"/*.deb; do dpkg -x "$package" "$next_work/tree" || return 1; done
  rm "$next_work/tree/usr/share/wordpress/.htaccess" # a link to the settings of a web server
  cp -RL "$next_work/tree/usr/share/wordpress" "$next_work/wordpress"
}

setup_next_wordpress() {
  # The folder comes last and at once, so it is complete if it is there.
  [ ! -e "$next_wordpress" ] || return 0
  have apt-get && have dpkg || stop \
    "the tests also need the WordPress of Debian's next release, $next_release; only Debian has this package" \
    "put a WordPress 7.1 with its default theme into $next_wordpress"
  say "unpacking the WordPress of Debian's next release into $next_wordpress"
  rm -rf "$next_work"
  mkdir -p "$next_work/parts" "$next_work/lists/partial" "$next_work/cache/archives/partial"
  next_work=$PWD/$next_work # apt-get wants whole paths
  : >"$next_work/status"
  if ! next_download >"$next_work/log" 2>&1; then
    cat "$next_work/log" >&2
    stop "apt-get could not download the WordPress of Debian's next release, $next_release (log: $next_work/log)" \
      "make its packages available, or put a WordPress 7.1 with its default theme into $next_wordpress"
  fi
  mv "$next_work/wordpress" "$next_wordpress"
  rm -rf "$next_work"
}
