#!/bin/sh
# SPDX-License-Identifier: MIT
# DuckDB: a loadable extension, tried in the DuckDB that comes from npm into FOLDER.
# sh examples/duckdb/run.sh [FOLDER]
. "$(dirname -- "$0")/../frame.sh"
needs node npm "${CC:-gcc}"
case $(uname -m) in
x86_64) platform=amd64 ;;
aarch64) platform=arm64 ;;
*) skip "DuckDB is not to be had for $(uname -m)" ;;
esac
sh "$root/examples/library.sh" "$folder"

cp "$here"/*.mjs "$folder"
cd "$folder"
[ -d node_modules/@duckdb ] || npm install --ignore-scripts --no-save --no-audit --no-fund \
    --fetch-retries=0 --fetch-timeout=20000 @duckdb/node-api@1.5.6-r.1 >npm.log 2>&1 ||
    skip "@duckdb/node-api is not to be had from npm"
duckdb=$(dirname node_modules/@duckdb/node-bindings-linux-*/libduckdb.so)
"${CC:-gcc}" -std=c99 -O2 -Wall -Wextra -Werror -fPIC -shared -I"$root/include" -I"$here" \
    "$here/extension.c" libminrisk.a -L"$duckdb" -lduckdb -o minrisk.so
node pack.mjs minrisk.so minrisk.duckdb_extension "linux_$platform"

cat >expected.txt <<'END'
gallium: 9825 points, like 1.02 suppliers
tungsten: 6601 points, like 1.51 suppliers
unobtainium: no supply
31 cases alike
1 thread and 4, the same bits
END
shows expected.txt node query.mjs "$folder/minrisk.duckdb_extension" "$root/examples/cases.csv"
