#!/bin/sh
# SPDX-License-Identifier: MIT
# Fuzzes one target from its corpus for some seconds:
#
#     run.sh TARGET CORPUS CORPUS-PROGRAM SECONDS
#
# What it finds is printed as a line for the corpus, so that the build folder may go.
set -eu
target=$1
corpus=$2
program=$3
seconds=$4

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$work/seeds" "$work/found"
TMPDIR=$work
export TMPDIR
(cd "$work/seeds" && "$program" --unpack "$corpus")

# libFuzzer writes what it finds into its folder.
cd "$work"
status=0
"$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=2048 \
    -print_final_stats=1 found seeds >log 2>&1 || status=$?
grep '^stat::number_of_executed_units' log || true
if [ "$status" -ne 0 ]; then
    tail -n 60 log
    for found in crash-* leak-* oom-* timeout-*; do
        [ -f "$found" ] || continue
        echo "the input, as a line of $corpus:"
        "$program" --pack "$found"
    done
fi
[ "$status" -eq 0 ]
