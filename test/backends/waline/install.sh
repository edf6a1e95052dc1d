#!/usr/bin/env bash
# install.sh FOLDER: the Waline comment server with SQLite. sqlite3 is compiled.
set -euo pipefail
mkdir -p "$1" && cd "$1"
echo '{"private":true}' >package.json
npm install --no-audit --no-fund --loglevel=error @waline/vercel@1.39.3 sqlite3@5.1.7
