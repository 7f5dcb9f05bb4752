#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the extension and runs extension.py: extension.sh FOLDER. MINRISK_SQL_ROWS says how many rows
# hhi is timed on against SQLite's own sums; none if unset.
. tests/house/frame.sh
have cc || skip "cc not found"
have cmake || skip "cmake not found"
python=$(command -v /usr/bin/python3 || command -v python3) || skip "python3 not found"
echo '#include <sqlite3ext.h>' | cc -fsyntax-only -x c - 2>/dev/null ||
    skip "sqlite3ext.h not found (Debian: libsqlite3-dev)"
"$python" -c 'import sqlite3; sqlite3.connect(":memory:").enable_load_extension(True)' 2>/dev/null ||
    skip "this Python's sqlite3 loads no extensions"
mkdir -p "$1"
sh examples/sqlite/build.sh "$1" || exit 1
PYTHONDONTWRITEBYTECODE=1 exec "$python" tests/sqlite/extension.py "$1/minrisk"
