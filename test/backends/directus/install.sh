#!/usr/bin/env bash
# install.sh FOLDER: Directus with SQLite; 10.13 is the last line that runs on Node 20.
# isolated-vm and sqlite3 are compiled.
set -euo pipefail
mkdir -p "$1" && cd "$1"
echo '{"private":true}' >package.json
npm install --no-audit --no-fund --loglevel=error --legacy-peer-deps directus@10.13.1 sqlite3@5.1.7
