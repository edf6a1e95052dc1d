# Sourced by start.sh and stop.sh: where things are, and how the processes of one site are started and ended.

BACKEND=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
REPOSITORY=$(cd "$BACKEND/../../.." && pwd)
CACHE=${NEWSPRINT_WP_CACHE:-$REPOSITORY/.cache/wordpress}

say() { printf 'wordpress: %s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

# A process id on file may by now belong to somebody else's process: only one whose arguments name this site is ours.
is_running() { # <pid file>
  local pid
  [ -s "$1" ] || return 1
  pid=$(cat "$1")
  kill -0 "$pid" 2>/dev/null || return 1
  tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "$(dirname "$1")/"
}

# Each was started as the leader of its own process group, so the workers of the web server end with it.
end_process() { # <pid file> <signal>
  if is_running "$1"; then
    local pid
    pid=$(cat "$1")
    kill "-$2" -- "-$pid" 2>/dev/null || true
    for _ in $(seq 300); do
      is_running "$1" || break # not `kill -0`, which an ended process satisfies until its parent has noticed
      sleep 0.05
    done
  fi
  rm -f "$1"
}

# The socket has a directory of its own because a path of more than 107 bytes cannot be a socket.
start_database() { # <site directory>
  local site=$1 sockets
  sockets=$(mktemp -d /tmp/newsprint-wp.XXXXXX)
  echo "$sockets" >"$site/socket-directory"
  # Written durably or not does not matter here: a broken database is thrown away and copied again.
  setsid mariadbd --no-defaults "${DATABASE_USER[@]}" --datadir="$site/db" --socket="$sockets/sql" --skip-networking \
    --pid-file="$site/mariadbd.own-pid" --tmpdir="$site/tmp" --log-error="$site/log/mariadb.log" \
    --innodb-buffer-pool-size=64M --innodb-log-file-size=16M --innodb-flush-log-at-trx-commit=0 \
    --innodb-doublewrite=0 --innodb-buffer-pool-load-at-startup=0 --innodb-buffer-pool-dump-at-shutdown=0 \
    --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci </dev/null >/dev/null 2>&1 &
  echo $! >"$site/mariadb.pid"
  disown $! # so that bash does not report its end
  php "$BACKEND/database.php" "$sockets/sql" wait || {
    tail -n 20 "$site/log/mariadb.log" >&2
    fail 'MariaDB did not start'
  }
}

# Ends what runs for one site and deletes it.
remove_site() { # <site directory>
  [ -d "$1" ] || return 0
  end_process "$1/php.pid" KILL
  end_process "$1/mariadb.pid" KILL
  if [ -s "$1/socket-directory" ]; then
    local sockets
    sockets=$(cat "$1/socket-directory")
    case $sockets in /tmp/newsprint-wp.*) rm -rf "$sockets" ;; esac
  fi
  rm -rf "$1"
}

# A site whose test run was killed has nobody left to stop it; one that is still being started has its starter.
remove_abandoned_sites() {
  local site owner
  for site in "$CACHE"/site-* "$CACHE"/building-*; do
    [ -d "$site" ] || continue
    owner=$(cat "$site/owner.pid" 2>/dev/null || echo none)
    if [ "$owner" = none ]; then
      # just being created, unless it is old
      [ -n "$(find "$site" -maxdepth 0 -mmin +2)" ] || continue
    elif [ "$owner" = nobody ]; then
      # started by hand: it stays until stop.sh, or until the computer was restarted
      is_running "$site/php.pid" && continue
    elif kill -0 "$owner" 2>/dev/null; then
      continue
    fi
    remove_site "$site"
  done
}

DATABASE_USER=()
if [ "$(id -u)" = 0 ]; then DATABASE_USER=(--user=root); fi
