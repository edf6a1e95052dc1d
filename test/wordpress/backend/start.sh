#!/usr/bin/env bash
# Starts a seeded WordPress with its own MariaDB on 127.0.0.1 and prints one line of JSON: {"url", "directory", "token"}.
#   start.sh [--port NUMBER] [--owner PID]
# Without --owner it runs until `stop.sh`; with it, a later start clears it away once that process is gone.
# The first start installs and seeds WordPress and keeps the result; the following ones copy it.
# Environment: NEWSPRINT_WP_CACHE (where everything is kept, default .cache/wordpress of the repository),
#   NEWSPRINT_WP_SOURCE (an unpacked WordPress, default Debian's), NEWSPRINT_WP_FRESH=1 (install and seed anew).
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=packages.sh
. "$BACKEND/packages.sh"

PORT=
OWNER=nobody
while [ $# -gt 0 ]; do
  case $1 in
    --port) PORT=${2:-} && shift 2 ;;
    --owner) OWNER=${2:-} && shift 2 ;;
    *) fail "unknown argument $1 (known: --port NUMBER, --owner PID)" ;;
  esac
done

# The host name of links inside the stored articles; replaced by the real one when a copy is started.
SEED_URL=http://wordpress-seed.invalid

use_site() { # <site directory> <url> : what wp-config.php reads
  NEWSPRINT_WP_SOCKET=$(cat "$1/socket-directory")/sql
  NEWSPRINT_WP_LOG=$1/log/php-debug.log NEWSPRINT_WP_URL=$2
  export NEWSPRINT_WP_SOCKET NEWSPRINT_WP_LOG NEWSPRINT_WP_URL
}

run_php() { # <site directory> <script> : shows its output only when it fails
  NEWSPRINT_WP_ROOT=$1/www NEWSPRINT_WP_SITE=$1 php -d memory_limit=512M "$BACKEND/$2" >"$1/log/$2.log" 2>&1 || {
    tail -n 30 "$1/log/$2.log" >&2
    fail "$2 failed"
  }
}

snapshot_key() {
  {
    cat "$BACKEND"/*.sh "$BACKEND"/*.php "$BACKEND"/seed/*.php "$BACKEND"/theme/* "$WORDPRESS_SOURCE/wp-includes/version.php"
    php -v
    mariadbd --version
  } | sha256sum | cut -c1-16
}

build_snapshot() { # <snapshot directory>
  local site=$CACHE/building-$$
  trap 'remove_site "'"$site"'"' EXIT
  mkdir -p "$site"/{log,tmp,www}
  echo $$ >"$site/owner.pid"
  say 'installing and seeding, once'
  # Links resolved: WordPress finds its own directory by __FILE__. A link that leads nowhere (optional packages) is skipped.
  cp -aL "$WORDPRESS_SOURCE/." "$site/www/" 2>/dev/null || [ -f "$site/www/wp-settings.php" ]
  rm -rf "$site/www/.htaccess" "$site/www/wp-content"
  mkdir -p "$site/www/wp-content"/{mu-plugins,plugins,themes,uploads,upgrade}
  cp -a "$BACKEND/theme" "$site/www/wp-content/themes/newsprint-test"
  cp "$BACKEND/wp-config.php" "$site/www/wp-config.php"
  cp "$BACKEND/mu-plugin.php" "$site/www/wp-content/mu-plugins/newsprint-test.php"
  mariadb-install-db --no-defaults "${DATABASE_USER[@]}" --datadir="$site/db" --auth-root-authentication-method=normal \
    --skip-test-db --skip-name-resolve >"$site/log/install-db.log" 2>&1 || {
    tail -n 20 "$site/log/install-db.log" >&2
    fail 'mariadb-install-db failed'
  }
  start_database "$site"
  use_site "$site" "$SEED_URL"
  php "$BACKEND/database.php" "$NEWSPRINT_WP_SOCKET" create
  date +%s >"$site/seeded-at"
  run_php "$site" install.php
  run_php "$site" seed.php
  end_process "$site/mariadb.pid" TERM # a clean end, so that copies start without recovery
  rm -rf "$(cat "$site/socket-directory")" "$site/tmp" "$site/log" "$site/socket-directory" "$site/owner.pid"
  mv "$site" "$1"
}

free_port() {
  php -r '$s = stream_socket_server("tcp://127.0.0.1:0"); echo explode(":", stream_socket_get_name($s, false))[1];'
}

start_web_server() { # <site directory> <port>
  (
    export PHP_CLI_SERVER_WORKERS=6 NEWSPRINT_TEST_TOKEN=$TOKEN
    cd "$1/www"
    exec setsid php -d memory_limit=256M -d opcache.enable=1 -d opcache.enable_cli=1 -d display_errors=0 \
      -S "127.0.0.1:$2" -t "$1/www" "$1/router.php" </dev/null >>"$1/log/php-server.log" 2>&1
  ) &
  echo $! >"$1/php.pid"
  disown $!
  # Asked with the token: a server that already had this port would answer as well.
  php -r '
    [, $port, $pid, $token] = $argv;
    $http = ["method" => "POST", "header" => "X-Newsprint-Test-Token: $token", "content" => "{\"action\":\"hello\"}"];
    for ($started = microtime(true); microtime(true) - $started < 60; usleep(50000)) {
      $answer = @file_get_contents("http://127.0.0.1:$port/newsprint-test", false, stream_context_create(["http" => $http]));
      if ($answer) exit(0);
      if (!@file_get_contents("/proc/$pid/cmdline")) exit(1);
    }
    exit(1);' "$2" "$(cat "$1/php.pid")" "$TOKEN"
}

mkdir -p "$CACHE"
# One at a time: two starts at once (two workers of a test run) must not both install.
(
  command -v flock >/dev/null && flock 9
  ensure_packages 9>&-
) 9>"$CACHE/lock"
KEY=$(snapshot_key)
SNAPSHOT=$CACHE/snapshot-$KEY

copy_snapshot() { # <snapshot directory> <site directory>
  # WordPress' own files never change, so links do; uploads, plugins and the database are copies.
  cp -al "$1/www" "$2/www"
  rm -rf "$2/www/wp-content"
  cp -a "$1/www/wp-content" "$2/www/wp-content"
  cp -a "$1/db" "$2/db"
  cp "$1/posts.json" "$1/seeded-at" "$BACKEND/router.php" "$2/"
  mkdir "$2/www/wp-content/plugins/newsprint-comments"
  cp "$REPOSITORY/integrations/wordpress"/*.php "$2/www/wp-content/plugins/newsprint-comments/"
}

SITE=$(mktemp -d "$CACHE/site-XXXXXX")
echo $$ >"$SITE/owner.pid"
trap 'remove_site "$SITE"' EXIT
mkdir -p "$SITE"/{log,tmp}

# One at a time: two test runs at once must not both build, nor one clear away what the other copies.
# The lock must not be inherited by a database that keeps running.
(
  command -v flock >/dev/null && flock 9
  remove_abandoned_sites
  if [ "${NEWSPRINT_WP_FRESH:-0}" = 1 ]; then rm -rf "$SNAPSHOT"; fi
  if [ ! -d "$SNAPSHOT" ]; then
    rm -rf "$CACHE"/snapshot-*
    (build_snapshot "$SNAPSHOT" 9>&-)
  fi
  copy_snapshot "$SNAPSHOT" "$SITE"
) 9>"$CACHE/lock"

start_database "$SITE"
TOKEN=$(php -r 'echo bin2hex(random_bytes(24));')
for attempt in 1 2 3; do
  TRY=${PORT:-$(free_port)}
  use_site "$SITE" "http://127.0.0.1:$TRY"
  if start_web_server "$SITE" "$TRY"; then break; fi
  end_process "$SITE/php.pid" KILL
  if [ -n "$PORT" ] || [ $attempt = 3 ]; then
    tail -n 5 "$SITE/log/php-server.log" >&2
    fail "no answer on port $TRY"
  fi
done
# Every article is as old as it was when seeded, to the second, whenever the snapshot was made.
AGE=$(($(date +%s) - $(cat "$SITE/seeded-at")))
php "$BACKEND/database.php" "$NEWSPRINT_WP_SOCKET" refresh "$AGE" "$SEED_URL" "$NEWSPRINT_WP_URL"
printf '{"url":"%s","directory":"%s","token":"%s"}' "$NEWSPRINT_WP_URL" "$SITE" "$TOKEN" >"$SITE/site.json"
trap - EXIT
echo "$OWNER" >"$SITE/owner.pid"
cat "$SITE/site.json"
echo
