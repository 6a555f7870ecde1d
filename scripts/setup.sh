#!/bin/sh
# Installs the tools that this project needs and that are missing: `sh scripts/setup.sh [serve|build|check|lint|test]`.
#
#   serve  the tools for `trunk serve` (the default)
#   build  also the sources of Rust's standard library, for a smaller release
#   check  also Clippy and rustfmt
#   lint   also PHP with its linter, and cargo-deny
#   test   also three browsers with their drivers, fonts, two versions of WordPress with PHP and MariaDB, and what
#          tadwina-server is hosted with: nginx, systemd, buildah
#
# It supports two kinds of machines: one with rustup and the internet, and a bare Debian 12 with
# nothing but its package registries. Every step first checks whether there is anything to do, so
# a second run is quick. If the script cannot install something, it says what to install and
# stops.
set -eu
cd "$(dirname "$0")/.."

level=${1:-serve}
add_to_path=
wasm=wasm32-unknown-unknown
trunk_version=0.21.14
geckodriver_version=0.37.1
cargo_deny_version=0.20.2
# The tool must have exactly the version of the crate, so the version comes from the lock file.
bindgen_version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock)
rust_version=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)

say() { printf 'setup: %s\n' "$*"; }
stop() { printf 'setup: %s\n' "$@" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

case $level in
  serve | build | check | lint | test) ;;
  *) stop "unknown level '$level': use serve, build, check, lint or test" ;;
esac
[ -n "$bindgen_version" ] || stop 'Cargo.lock names no wasm-bindgen: run cargo generate-lockfile'

# Finds the tools that an earlier step installed, also if PATH does not have their folder yet.
home_bin=${CARGO_HOME:-$HOME/.cargo}/bin
case :$PATH: in
  *":$home_bin:"*) tool_root= ;;
  *) if [ -w /usr/local/bin ]; then tool_root=/usr/local; else tool_root=; fi
     PATH=$PATH:$home_bin
     [ -n "$tool_root" ] || add_to_path=$home_bin ;;
esac

# Process ids of the steps that take minutes; they run in parallel.
jobs=

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif have sudo; then sudo "$@"
  else stop "this needs root: $*"
  fi
}

# apt_install PACKAGE…: installs without recommended packages, which would add services and desktops.
apt_lists_read=
apt_update() {
  [ -z "$apt_lists_read" ] || return 0
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  apt_lists_read=yes
}
apt_install() {
  say "installing with apt-get: $*"
  apt_update
  apt_log=$(mktemp)
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    -o Dpkg::Use-Pty=0 "$@" >"$apt_log" 2>&1; then
    cat "$apt_log" >&2
    stop "apt-get could not install: $*"
  fi
  rm "$apt_log"
}

# version_at_least HAVE WANT: compares two version numbers.
version_at_least() {
  awk -v have="$1" -v want="$2" 'BEGIN {
    split(have, h, "."); split(want, w, ".")
    for (i = 1; i <= 3; i++) { if (h[i] + 0 > w[i] + 0) exit 0; if (h[i] + 0 < w[i] + 0) exit 1 }
  }'
}

# Debian installs servers in a folder that is not in the PATH of ordinary users.
PATH=$PATH:/usr/sbin

# --- 1. A C compiler and Node.js -------------------------------------------------------------

base_packages() {
  have cc || echo gcc libc6-dev
  have make || echo make
  have node || echo nodejs
  have npm || echo npm
  [ -e /etc/ssl/certs/ca-certificates.crt ] || echo ca-certificates
}

setup_base() {
  [ -n "$(base_packages)" ] || return 0
  if ! have apt-get; then
    stop 'please install a C compiler (cc), make, and Node.js 18 or newer with npm; then run this again'
  fi
  # shellcheck disable=SC2046 # one word for each package
  apt_install $(base_packages)
}

# --- 2. Rust for WebAssembly -----------------------------------------------------------------

. scripts/setup-rust.sh

# --- 3. Trunk and wasm-bindgen ---------------------------------------------------------------

# cargo_tool NAME VERSION [ARG…]: downloads the binary if cargo-binstall is installed, else builds it.
cargo_tool() {
  name=$1 version=$2
  shift 2
  set -- "$@" ${tool_root:+--root "$tool_root"}
  if have cargo-binstall; then
    say "installing $name $version with cargo binstall"
    cargo binstall --no-confirm --locked ${tool_root:+--root "$tool_root"} "$name@$version" && return
  fi
  say "building $name $version (a few minutes, once)"
  # A debug build takes less time, and these tools mostly wait for others. Only the crates that read
  # and write WebAssembly are worth optimising.
  CARGO_PROFILE_DEV_DEBUG=0 CARGO_INCREMENTAL=0 \
    cargo install "$name" --version "$version" --locked --debug --force --quiet "$@" ||
    stop "$name $version could not be installed"
  say "built $name $version"
}

setup_tools() {
  case $(trunk --version 2>/dev/null) in
    "trunk 0.21."* | "trunk 0.22."*) ;;
    *) cargo_tool trunk "$trunk_version" --no-default-features &
       jobs="$jobs $!" ;;
  esac
  if [ "$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $bindgen_version" ]; then
    cargo_tool wasm-bindgen-cli "$bindgen_version" \
      --config 'profile.dev.package.walrus.opt-level=1' \
      --config 'profile.dev.package.wasmparser.opt-level=1' \
      --config 'profile.dev.package.wasm-bindgen-cli-support.opt-level=1' &
    jobs="$jobs $!"
  fi
}

# Debian has packages for the drivers of the other browsers, but not for Firefox's driver.
setup_geckodriver() {
  have geckodriver && return
  cargo_tool geckodriver "$geckodriver_version" &
  jobs="$jobs $!"
}

# Reads licences, sources and advisories of the crates.
setup_cargo_deny() {
  [ "$(cargo-deny --version 2>/dev/null)" = "cargo-deny $cargo_deny_version" ] && return
  cargo_tool cargo-deny "$cargo_deny_version" &
  jobs="$jobs $!"
}

# --- 4. Node packages ------------------------------------------------------------------------

setup_node() {
  major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  [ "$major" -ge 18 ] || stop "Node.js 18 or newer is needed, found $(node --version)"
  cmp -s package-lock.json node_modules/.installed-lock && return
  say 'installing the Node packages of package-lock.json (npm ci)'
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-lock
}

# Bundlers and frameworks, in a folder of their own, because only the tests of the package need them.
setup_package_tests() {
  cmp -s tests/package/package-lock.json tests/package/node_modules/.installed-lock && return
  say 'installing the Node packages of tests/package (npm ci)'
  (cd tests/package && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  cp tests/package/package-lock.json tests/package/node_modules/.installed-lock
}

# --- 5. The sources of Rust's standard library ------------------------------------------------

setup_build() {
  [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ] && return
  say "adding the sources of Rust's standard library with rustup"
  { have rustup && rustup component add rust-src; } ||
    say 'they are not available: the release will be larger'
}

# --- 6. Linters ------------------------------------------------------------------------------

setup_php() {
  have php && have phpcs && return
  have apt-get || stop 'please install PHP (php) and PHP_CodeSniffer (phpcs)'
  apt_install php-cli php-codesniffer
}

setup_clippy() {
  cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1 && return
  if [ "$(rustc --print sysroot)" = /usr ]; then
    apt_install rust-web-clippy rustfmt-web
  elif have rustup; then
    say 'adding Clippy and rustfmt with rustup'
    rustup component add clippy rustfmt
  else
    stop 'please install cargo-clippy and rustfmt for this Rust'
  fi
}

# --- 7. Browsers and a real WordPress --------------------------------------------------------

have_browser() { have chromium || have chromium-browser || have google-chrome; }
have_arabic_font() { have fc-list && fc-list 2>/dev/null | grep -q "Noto Naskh Arabic"; }
# has_theme NAME: whether a theme of WordPress is installed, such as twentytwentythree.
has_theme() { [ -d "/usr/share/wordpress/wp-content/themes/$1" ]; }
php_has() { php -m 2>/dev/null | grep -qix "$1"; }

test_packages() {
  have_browser || echo chromium
  # The same browser without a window, for most of the tests. Only Debian has a package for it, so it is optional.
  have chromium-headless-shell || ! have apt-get || echo chromium-headless-shell
  have chromedriver || echo chromium-driver
  have firefox-esr || have firefox || echo firefox-esr
  # WebKitGTK, with the small browser that its driver starts. That browser needs a screen.
  have WebKitWebDriver || echo webkit2gtk-driver
  have Xvfb || echo xvfb
  have_arabic_font || echo fonts-noto-core fontconfig
  have mariadbd || echo mariadb-server-core
  have php || echo php-cli
  php_has mysqli || echo php-mysql
  php_has mbstring || echo php-mbstring
  php_has xml || echo php-xml
  # The package wordpress depends on a web server and on PHP for it. These two are small and, unlike
  # Apache, start no service. The tests need only the files of WordPress.
  has_theme twentytwentythree || echo wordpress wordpress-theme-twentytwentythree mini-httpd php-cgi
  # A classic theme, for the tests of the plugin.
  has_theme twentytwentyone || echo wordpress-theme-twentytwentyone
}

setup_test() {
  [ -n "$(test_packages)" ] || return 0
  if ! have apt-get; then
    stop 'the tests need Chromium with chromedriver, Firefox, WebKitGTK with WebKitWebDriver, Xvfb, the font Noto' \
      'Naskh Arabic, MariaDB (mariadbd, mariadb-install-db), PHP with mysqli, mbstring and xml, and Debian'"'"'s' \
      'packages wordpress, wordpress-theme-twentytwentythree and wordpress-theme-twentytwentyone;' \
      'only Debian and its derivatives have packages for all of them. Missing:' "$(test_packages | tr '\n' ' ')"
  fi
  # shellcheck disable=SC2046 # one word for each package
  apt_install $(test_packages)
}

. scripts/setup-wordpress.sh
. scripts/setup-hosting.sh

setup_base
setup_rust
[ -n "$jobs" ] || check_rust
setup_tools
case $level in test) setup_geckodriver ;; esac
case $level in lint | test) setup_cargo_deny ;; esac
setup_node
failed=
for job in $jobs; do wait "$job" || failed=yes; done
[ -z "$failed" ] || stop 'a step above failed: fix the cause and run this script again; it continues from there'
check_rust
if [ -n "$jobs" ] && [ -n "$add_to_path" ]; then
  say "to run trunk yourself, add $add_to_path to PATH"
fi
case $level in build | test) setup_build ;; esac
case $level in check | lint | test) setup_clippy ;; esac
case $level in lint | test) setup_php ;; esac
case $level in test) setup_package_tests; setup_test; setup_next_wordpress; setup_hosting ;; esac
