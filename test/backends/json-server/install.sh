#!/usr/bin/env bash
# install.sh FOLDER: json-server.
set -euo pipefail
mkdir -p "$1" && cd "$1"
echo '{"private":true}' >package.json
npm install --no-audit --no-fund --loglevel=error json-server@0.17.4
