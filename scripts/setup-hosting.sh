# shellcheck shell=sh
# What the tests and benchmarks of hosting need, for scripts/setup.sh, which reads this file: nginx, systemd, buildah,
# openssl, wrk.

nginx_folder=target/nginx

hosting_packages() {
  have openssl || echo openssl
  have buildah || echo buildah
  have systemd-analyze || echo systemd
  have wrk || echo wrk
}

# Debian's nginx would start a server on port 80 where it is installed, so it is only unpacked.
setup_nginx() {
  have nginx || [ -x "$nginx_folder/usr/sbin/nginx" ] && return 0
  say "unpacking nginx into $nginx_folder"
  apt_update
  rm -rf "$nginx_folder"
  mkdir -p "$nginx_folder"
  (cd "$nginx_folder" && apt-get download -qq nginx && dpkg -x nginx_*.deb .) || stop 'apt-get could not download nginx'
}

setup_hosting() {
  if ! have apt-get; then
    have nginx && [ -z "$(hosting_packages)" ] && return 0
    stop 'the tests of hosting need nginx, systemd, buildah, openssl and wrk'
  fi
  # shellcheck disable=SC2046 # one word for each package
  [ -z "$(hosting_packages)" ] || apt_install $(hosting_packages)
  setup_nginx
}
