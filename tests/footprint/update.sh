#!/bin/sh
# SPDX-License-Identifier: MIT
# Writes table.txt and its part of README.md anew, from any folder; or the latter alone, of what was
# measured before and of limits.txt: sh tests/footprint/update.sh [readme].
cd "$(dirname "$0")/../.." || exit 1
. tests/house/frame.sh
scratch
if [ "${1-}" != readme ]; then
    . tests/footprint/measure_all.sh
    [ -z "$missing" ] || { echo "not here:$missing" >&2; exit 1; }
    [ "$faults" -eq 0 ] || exit 1
    cp "$work/table" tests/footprint/table.txt
fi
awk -f tests/footprint/readme.awk tests/footprint/limits.txt tests/footprint/table.txt >"$work/part"
awk -v part="$work/part" '
    /^<!-- end of the footprint/ { inside = 0 }
    !inside
    /^<!-- table of tests\/footprint/ { inside = 1; while ((getline line <part) > 0) print line }
    ' README.md >"$work/readme" && cp "$work/readme" README.md
git diff --stat -- tests/footprint README.md 2>/dev/null
