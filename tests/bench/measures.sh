#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs measures.py and puts its tables into README.md, between the lines that mark them:
#
#     sh tests/bench/measures.sh
cd "$(dirname "$0")/../.." || exit 1
. tests/house/frame.sh
scratch

# Debian's Python has Debian's packages, whatever else stands first in the path.
python=/usr/bin/python3
[ -x "$python" ] || python=python3
"$python" tests/bench/measures.py >"$work/tables" || exit 1
awk -v tables="$work/tables" '
    /^<!-- end of the measures/ { inside = 0 }
    !inside
    /^<!-- measures:/ { inside = 1; while ((getline line <tables) > 0) print line }
    ' README.md >"$work/readme" && cp "$work/readme" README.md
