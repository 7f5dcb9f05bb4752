#!/bin/sh
# SPDX-License-Identifier: MIT
# Frama-C's value analysis (EVA) of rooms of the core: a program for each, whose inputs are whole bands of
# numbers at once. Each alarm stands in alarms.md, with the reason for which it cannot happen; one that
# is not there fails, and so does one that is there and is raised no more. eva.sh [ROOM...]
. tests/house/frame.sh
have frama-c || skip "Frama-C not found (Debian: frama-c-base)"
# Versions differ in what they can prove.
frama-c -version | grep -q '^25\.' || skip "Frama-C 25 not found"
scratch
page=tests/frama/alarms.md

# analyse PROGRAM SOURCE...: "file function kind" of each alarm, of the portable form of the sources,
# in which infinities are values like others. How many states a statement is looked at in, and how
# many turns a loop, is what EVA takes its time for.
states=30
turns=150
analyse() {
    timeout 800 frama-c -machdep x86_64 -warn-special-float none -eva -eva-no-print \
        -eva-no-show-progress -eva-precision 1 -eva-slevel $states -eva-auto-loop-unroll $turns \
        -cpp-extra-args="-U__GNUC__ -U__SSE2__ -DMINRISK_EXACT_ONLY -Iinclude -Ilib -Itests/frama" \
        "$@" -then -report-csv "$work/properties.csv" >"$work/log" 2>&1 ||
        { fault "Frama-C fails on $1: $(tail -n 5 "$work/log")" >&2; return; }
    grep -E 'functions analyzed|statements reached' "$work/log" | sed "s,^,$1:," >&2
    awk -F '\t' '$6 == "Unknown" || $6 ~ /[Ii]nvalid/ {
        sub(/_[0-9]+$/, "", $4)
        gsub(/ /, "", $5)
        sub(/^initiali.ation$/, "unset", $5)
        print $2, $4, $5
    }' "$work/properties.csv"
    rm -f "$work/properties.csv"
}

# order.c with a contract for its sort, which EVA does not get to the end of.
sort_as_told() {
    sed 's|^static size_t sort_span(|/*@ assigns x[0 .. n - 1] \\from quantity[0 .. n - 1];\n\
    assigns \\result \\from n, quantity[0 .. n - 1]; ensures 1 <= \\result <= n; */\n&|' lib/order.c
}

room() {
    case $1 in
    count) analyse tests/frama/count.c lib/count.c ;;
    concentration) analyse tests/frama/concentration.c lib/concentration.c lib/exact.c ;;
    ranking)
        turns=40
        sort_as_told >"$work/order.c"
        analyse tests/frama/ranking.c lib/ranking.c "$work/order.c" lib/exact.c \
            -eva-use-spec sort_span
        ;;
    partial) analyse tests/frama/partial.c lib/partial.c lib/exact.c ;;
    stream) analyse tests/frama/stream.c lib/stream.c lib/exact.c ;;
    trend)
        analyse tests/frama/trend.c lib/trend.c lib/trend_window.c lib/elementary.c lib/exact.c
        ;;
    pipeline)
        states=10
        turns=20
        analyse tests/frama/pipeline.c lib/pipeline.c lib/pipeline_check.c lib/sweep.c \
            lib/spells.c lib/elementary.c lib/exact.c
        ;;
    esac
    states=30
    turns=150
}

explained() {
    awk -F '|' '/^\| `/ { gsub(/[ `]/, "", $2); gsub(/[ `]/, "", $3); gsub(/ /, "", $4); print $2, $3, $4 }' "$1" |
        sort
}

# check ALARMS PAGE
check() {
    explained "$2" >"$work/explained"
    {
        comm -23 "$1" "$work/explained" | sed 's/^/not explained: /'
        comm -13 "$1" "$work/explained" | sed 's/^/explained, but raised no more: /'
    } >"$work/faults"
    cat "$work/faults"
    [ ! -s "$work/faults" ]
}

rooms="count concentration ranking partial stream trend pipeline"
for name in ${*:-$rooms}; do
    room "$name"
done >"$work/raised"
sort -u "$work/raised" >"$work/alarms"
[ -n "${*-}" ] && cat "$work/alarms" && finish
check "$work/alarms" $page || fault "$page and the analysis differ"
echo "$(wc -l <"$work/raised") alarms in $(wc -l <"$work/alarms") places"

cat >"$work/bad.c" <<'END_OF_CODE'
#include "bands.h"
int main(void)
{
    int a[3] = {0, 0, 0};
    return a[Frama_C_int_interval(0, 3)];
}
END_OF_CODE
analyse "$work/bad.c" >"$work/found" 2>"$work/counted"
must_refuse "an index past the end" "not explained: bad.c main index_bound" check "$work/found" $page
finish
