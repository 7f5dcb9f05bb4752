#!/bin/sh
# SPDX-License-Identifier: MIT
# Node: a module of koffi, which comes from npm into FOLDER. sh examples/node/run.sh [FOLDER]
. "$(dirname -- "$0")/../frame.sh"
needs node npm
sh "$root/examples/library.sh" "$folder"
MINRISK_LIBRARY=$folder
export MINRISK_LIBRARY

cp "$here"/*.mjs "$folder"
cd "$folder"
[ -d node_modules/koffi ] || npm install --ignore-scripts --no-save --no-audit --no-fund --fetch-retries=0 \
    --fetch-timeout=20000 koffi@2 >npm.log 2>&1 || skip "koffi is not to be had from npm"
shows "$root/examples/expected.txt" node example.mjs
agrees hhi effective_suppliers top_share hhi_bounds hhi_groups \
    -- node cases.mjs "$root/examples/cases.csv"
