#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs a test of the page that examples/web/run.sh has built: node.sh module|page FOLDER NATIVE
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
name=$1
folder=$2
native=$3

skip() {
    echo "skipped: $1"
    exit 77
}

command -v node >/dev/null 2>&1 || skip "node not found (Debian: nodejs)"
[ -f "$folder/index.html" ] || skip "the page is not built: see web_build"
browser=
if [ "$name" = page ]; then
    for program in chromium chromium-browser google-chrome; do
        browser=$(command -v "$program" 2>/dev/null) && break
    done
    [ -n "$browser" ] || skip "chromium not found (Debian: chromium)"
fi
exec node "$here/$name.mjs" "$folder" "$native" "$browser"
