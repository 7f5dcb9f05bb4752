#!/bin/sh
# SPDX-License-Identifier: MIT
# The extension for SQLite, on the figures of the USGS: sh examples/sqlite/run.sh [FOLDER]
. "$(dirname "$0")/../frame.sh"

needs cmake cc sqlite3
echo '#include <sqlite3ext.h>' | cc -fsyntax-only -x c - 2>/dev/null ||
    skip "sqlite3ext.h not found (Debian: libsqlite3-dev)"
sh "$here/build.sh" "$folder"
cd "$root"
shows "$here/usgs.txt" \
    sqlite3 -batch -bail -cmd ".load $folder/minrisk" -cmd ".read $here/usgs.sql" :memory: .quit
