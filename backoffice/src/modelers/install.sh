#!/bin/sh
# Puts the BPMN viewer's files among the static resources: install.sh BUILD_FOLDER
# Does nothing when the files of this package-lock.json are there already.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$1
work="$build/modelers"
out="$build/classes/META-INF/resources/modelers"
stamp="$out/bpmn/package-lock.json"

if [ -f "$stamp" ] && cmp -s "$stamp" "$here/package-lock.json"; then
  exit 0
fi
if ! command -v npm >/dev/null 2>&1; then
  echo "npm is needed once, to fetch the BPMN viewer: install Node.js 20 or later" >&2
  exit 1
fi
mkdir -p "$work" "$out/bpmn/assets"
cp "$here/package.json" "$here/package-lock.json" "$work/"
(cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error)
dist="$work/node_modules/bpmn-js/dist"
cp "$dist/bpmn-viewer.production.min.js" "$out/bpmn/viewer.js"
cp "$dist/assets/diagram-js.css" "$dist/assets/bpmn-js.css" "$out/bpmn/assets/"
cp "$work/node_modules/bpmn-js/LICENSE" "$out/bpmn/LICENSE"
cp "$here/package-lock.json" "$stamp"
