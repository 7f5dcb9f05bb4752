#!/bin/sh
# SPDX-License-Identifier: MIT
# Puts a run of the benchmark on record and its table into README.md, between the lines that mark it:
#
#     cmake --build build --target bench_readme    runs it, and does all of this
#     sh tests/bench/readme.sh build/bench.csv     results.csv and README.md, from any folder
#     sh tests/bench/readme.sh                     README.md alone, from results.csv
cd "$(dirname "$0")/../.." || exit 1
. tests/house/frame.sh
scratch

[ $# -eq 0 ] || cp "$1" tests/bench/results.csv || exit 1
awk -f tests/bench/table.awk tests/bench/goals.csv tests/bench/results.csv >"$work/table"
awk -v table="$work/table" '
    /^<!-- end of the table/ { inside = 0 }
    !inside
    /^<!-- table of tests\/bench/ { inside = 1; while ((getline line <table) > 0) print line }
    ' README.md >"$work/readme" && cp "$work/readme" README.md
