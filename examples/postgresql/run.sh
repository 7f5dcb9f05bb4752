#!/bin/sh
# SPDX-License-Identifier: MIT
# The extension for PostgreSQL, in a server of its own, on the figures of the USGS:
# sh examples/postgresql/run.sh [FOLDER]
. "$(dirname -- "$0")/../frame.sh"
. "$here/server.sh"
tools_are_there || skip "$missing not found (Debian: postgresql-15, postgresql-server-dev-15)"

prepare "$folder"
server one
cd "$root"
shows "$here/usgs.txt" sql one -f "$here/usgs.sql"
