#!/usr/bin/env bash
# install.sh FOLDER: Ghost with SQLite, from its npm tarball; 5.x is the last line for Node 20.
# re2 and sqlite3 are compiled. The tarball cannot be installed as it is: one of its development
# dependencies lives outside the registry, and its pins are in yarn's "resolutions".
set -euo pipefail
version=5.130.6
mkdir -p "$1" && cd "$1"
npm pack "ghost@$version" --silent >/dev/null
tar xzf "ghost-$version.tgz" --strip-components=1
rm "ghost-$version.tgz"
node -e '
  const fs = require("fs");
  const manifest = JSON.parse(fs.readFileSync("package.json"));
  delete manifest.devDependencies;
  delete manifest.optionalDependencies["@tryghost/html-to-mobiledoc"];
  delete manifest.scripts;
  manifest.overrides = manifest.resolutions;
  fs.writeFileSync("package.json", JSON.stringify(manifest));
'
npm install --omit=dev --no-audit --no-fund --loglevel=error --legacy-peer-deps
