#!/bin/sh
# SPDX-License-Identifier: MIT
# What the extension answers in a server of its own: the output that pg_regress expects, and
# extension.py. extension.sh FOLDER. MINRISK_SQL_ROWS says how many rows the parallel plans have, 30,000
# if unset; from a million on hhi is timed against PostgreSQL's own sums.
. tests/house/frame.sh
. tests/postgresql/servers.sh
mkdir -p "$1"

version=$(sed -n 's/^#define MINRISK_VERSION_[MP][A-Z]* \([0-9]*\)$/\1/p' include/minrisk/version.h |
    paste -sd .)
[ -f "examples/postgresql/minrisk--$version.sql" ] || fault "no SQL script of version $version"
grep -qx "default_version = '$version'" examples/postgresql/minrisk.control ||
    fault "minrisk.control is not of version $version"
grep -qx "DATA = minrisk--$version.sql" examples/postgresql/Makefile ||
    fault "the Makefile is not of version $version"

prepare "$1"
server one
psql -X -a -q -h "$place/one" -U postgres -d postgres <examples/postgresql/sql/minrisk.sql \
    >"$place/minrisk.out" 2>&1
diff -u examples/postgresql/expected/minrisk.out "$place/minrisk.out" || fault "the expected output"
"$python" tests/postgresql/extension.py "$place/one" || fault "extension.py"
nobody_died || fault "a server process died"
finish_servers
finish
