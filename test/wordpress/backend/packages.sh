# Sourced by start.sh: makes sure PHP, MariaDB and WordPress are on this computer.
# A missing one is installed only where that cannot surprise anybody: as root, or on a CI machine with password-less sudo.

WORDPRESS_SOURCE=${NEWSPRINT_WP_SOURCE:-/usr/share/wordpress}
PATH=$PATH:/usr/sbin:/sbin # mariadbd is in sbin, which is not on everybody's path

missing_parts() {
  [ -f "$WORDPRESS_SOURCE/wp-load.php" ] || echo wordpress
  { command -v mariadbd && command -v mariadb-install-db; } >/dev/null || echo mariadb-server
  if ! command -v php >/dev/null; then
    echo php-cli php-mysql php-gd php-xml php-mbstring
    return
  fi
  php -r '
    $packages = ["mysqli" => "php-mysql", "gd" => "php-gd", "xml" => "php-xml", "mbstring" => "php-mbstring"];
    foreach ($packages as $extension => $package) if (!extension_loaded($extension)) echo $package, "\n";'
}

install_packages() { # <package>...
  local as_root=() policy=/usr/sbin/policy-rc.d wrote_policy=
  if [ "$(id -u)" != 0 ]; then as_root=(sudo -n); fi
  # Installed packages must not start their daemons: this needs no system MariaDB and no web server.
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
    "${as_root[@]}" chmod +x "$policy"
    wrote_policy=1
  fi
  local status=0
  {
    "${as_root[@]}" apt-get update &&
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"
  } </dev/null >&2 || status=$?
  if [ -n "$wrote_policy" ]; then "${as_root[@]}" rm -f "$policy"; fi
  return "$status"
}

may_install() {
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" = 0 ] || { [ -n "${CI:-}" ] && sudo -n true 2>/dev/null; }
}

ensure_packages() {
  local missing
  missing=$(missing_parts | tr '\n' ' ')
  [ -n "${missing// /}" ] || return 0
  if may_install; then
    say "installing $missing"
    # The server without its service is enough and, unlike the full package, leaves an installed MySQL's data alone.
    if apt-cache show mariadb-server-core >/dev/null 2>&1; then
      missing=${missing/mariadb-server/mariadb-server-core mariadb-client-core}
    fi
    # shellcheck disable=SC2086 # a list of package names
    install_packages $missing || fail "apt-get could not install: $missing"
    missing=$(missing_parts | tr '\n' ' ')
    [ -n "${missing// /}" ] || return 0
  fi
  fail "The WordPress tests need these Debian packages, please install them: $missing"
}
