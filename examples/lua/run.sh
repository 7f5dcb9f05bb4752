#!/bin/sh
# SPDX-License-Identifier: MIT
# Lua: LuaJIT's FFI. sh examples/lua/run.sh [FOLDER]
. "$(dirname -- "$0")/../frame.sh"
needs luajit
sh "$root/examples/library.sh" "$folder"
MINRISK_LIBRARY=$folder
LUA_PATH="$here/?.lua;;"
export MINRISK_LIBRARY LUA_PATH

from_one <"$root/examples/expected.txt" >"$folder/expected.txt"
shows "$folder/expected.txt" luajit "$here/example.lua"
agrees hhi effective_suppliers top_share hhi_bounds hhi_groups \
    -- luajit "$here/cases.lua" "$root/examples/cases.csv"
