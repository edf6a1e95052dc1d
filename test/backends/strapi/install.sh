#!/usr/bin/env bash
# install.sh FOLDER: Strapi with SQLite. better-sqlite3 is compiled.
# Later 5.x cannot be resolved from the registry (a package of theirs is missing), hence the pin.
set -euo pipefail
mkdir -p "$1" && cd "$1"
echo '{"private":true}' >package.json
npm install --no-audit --no-fund --loglevel=error \
  @strapi/strapi@5.54.0 @strapi/plugin-users-permissions@5.54.0 better-sqlite3@12.4.1 \
  react@18 react-dom@18 react-router-dom@6 styled-components@6
