#!/bin/sh
# Puts the Chinese font of the PDF documents into the classes folder, unless it is there already.
#   provide.sh TARGET-FOLDER
# The font comes from the npm registry this machine is set up for; package-lock.json holds its hash.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
target=$1
fonts=$target/classes/io/certhall/processes/document/fonts

if [ -f "$fonts/package-lock.json" ] && cmp -s "$here/package-lock.json" "$fonts/package-lock.json"; then
  exit 0
fi
if ! command -v npm >/dev/null 2>&1; then
  echo '[ERROR] 构建需要 npm(Node.js)来获取PDF文书所用的中文字体,请先安装。The build needs npm (Node.js) to fetch the Chinese font of PDF papers; install it first.' >&2
  exit 1
fi

work=$target/fonts
rm -rf "$work"
mkdir -p "$work" "$fonts"
cp "$here/package.json" "$here/package-lock.json" "$work/"
(cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error)
package=$work/node_modules/@expo-google-fonts/noto-sans-sc
cp "$package/400Regular/NotoSansSC_400Regular.ttf" "$fonts/NotoSansSC-Regular.ttf"
cp "$package/700Bold/NotoSansSC_700Bold.ttf" "$fonts/NotoSansSC-Bold.ttf"
cp "$package/LICENSE_FONT" "$fonts/LICENSE.txt"
# Last: its presence says that the fonts are complete.
cp "$here/package-lock.json" "$fonts/package-lock.json"
rm -rf "$work"
