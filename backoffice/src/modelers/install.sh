#!/bin/sh
# Puts the viewers and modelers among the static resources: install.sh BUILD_FOLDER
# Does nothing when the files of this package-lock.json and script are there already.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$1
work="$build/modelers"
out="$build/classes/META-INF/resources/modelers"
stamp="$out/bpmn/package-lock.json"

if [ -f "$stamp" ] && cmp -s "$stamp" "$here/package-lock.json" && [ "$stamp" -nt "$here/install.sh" ]; then
  exit 0
fi
if ! command -v npm >/dev/null 2>&1; then
  echo "npm is needed once, to fetch the BPMN and DMN editors: install Node.js 20 or later" >&2
  exit 1
fi
mkdir -p "$work" "$out/bpmn/assets" "$out/dmn/assets"
cp "$here/package.json" "$here/package-lock.json" "$work/"
(cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error)
modules="$work/node_modules"

cp "$modules/bpmn-js/dist/bpmn-viewer.production.min.js" "$out/bpmn/viewer.js"
cp "$modules/bpmn-js/dist/bpmn-modeler.production.min.js" "$out/bpmn/modeler.js"
cp "$modules/bpmn-js/dist/assets/diagram-js.css" "$modules/bpmn-js/dist/assets/bpmn-js.css" "$out/bpmn/assets/"
cp "$modules/bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css" "$out/bpmn/assets/"
cp "$modules/zeebe-bpmn-moddle/resources/zeebe.json" "$out/bpmn/zeebe.json"
cp "$modules/zeebe-bpmn-moddle/LICENSE" "$out/bpmn/LICENSE-zeebe-bpmn-moddle"
cp "$modules/bpmn-js/LICENSE" "$out/bpmn/LICENSE"
# A module of its own; as a script it needs no loader.
sed '1s/export default/window.BpmnChinese =/' "$modules/bpmn-js-i18n/translations/zn.js" > "$out/bpmn/chinese.js"
cp "$modules/bpmn-js-i18n/LICENSE" "$out/bpmn/LICENSE-bpmn-js-i18n"

cp "$modules/dmn-js/dist/dmn-modeler.production.min.js" "$out/dmn/modeler.js"
cp "$modules/dmn-js/dist/assets/"*.css "$out/dmn/assets/"
cp "$modules/dmn-js/dist/assets/dmn-font/css/dmn-embedded.css" "$out/dmn/assets/"
cp "$modules/dmn-js/LICENSE" "$out/dmn/LICENSE"
cp "$here/package-lock.json" "$stamp"
