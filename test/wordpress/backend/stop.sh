#!/usr/bin/env bash
# Ends a WordPress of start.sh and deletes its files.   stop.sh DIRECTORY | --all
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

case ${1:-} in
  --all) for site in "$CACHE"/site-*; do remove_site "$site"; done ;;
  "$CACHE"/site-*) remove_site "$1" ;;
  *) fail 'which one? Give the directory that start.sh printed, or --all' ;;
esac
