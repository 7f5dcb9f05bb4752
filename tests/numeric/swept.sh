#!/bin/sh
# SPDX-License-Identifier: MIT
# Whatever a header promises to be exact, one of the programs of the great sweep calls.
. tests/house/frame.sh
scratch

# exact_in INCLUDE-FOLDER: functions whose lines `accuracy` speak of the class exact, be it of one of
# their results.
exact_in() {
    awk '
        /^\/\*/ { accuracy = ""; inside = 0 }
        /^ \* accuracy / { inside = 1; sub(/^ \* accuracy/, "") }
        /^ \* cost / { inside = 0 }
        inside { sub(/^ \* */, ""); accuracy = accuracy " " $0 }
        /^MINRISK_API / {
            name = $0
            sub(/ *\(.*/, "", name)
            sub(/.*[ *]/, "", name)
            if (accuracy ~ /[^a-z]exact([^a-z]|$)/ && accuracy !~ /^ *(reproducible|integer)[^a-z]/)
                print name
            accuracy = ""
        }' "$1"/minrisk/*.h | sort
}

# called_in FILE...: functions of the library that are called.
called_in() {
    strip "$@" | grep -oE '\<minrisk_[a-z0-9_]+ *\(' | tr -d ' (' | sort -u
}

# check INCLUDE-FOLDER FILE...
check() {
    exact_in "$1" >"$work/exact"
    shift
    called_in "$@" >"$work/called"
    comm -23 "$work/exact" "$work/called" | sed 's/^/exact, but swept by no program: /' >"$work/left"
    cat "$work/left"
    [ ! -s "$work/left" ] && [ -s "$work/exact" ]
}

sweeps="tests/numeric/sweep.c tests/numeric/sweep_rest.c tests/numeric/sweep_scores.c"
# shellcheck disable=SC2086
check include $sweeps || fault "the great sweep is not of all exact functions"
echo "$(wc -l <"$work/exact") exact functions are swept"

must_refuse "a sweep of fewer functions" "no program: minrisk_dera_country_risk" \
    check include tests/numeric/sweep.c tests/numeric/sweep_rest.c
sed 's|= minrisk_palma(.*|= MINRISK_OK; /* minrisk_palma() */|' tests/numeric/sweep_rest.c >"$work/rest.c"
must_refuse "a call in a comment" "no program: minrisk_palma" \
    check include "$work/rest.c" tests/numeric/sweep.c tests/numeric/sweep_scores.c
mkdir -p "$work/bad/minrisk"
cp include/minrisk/*.h "$work/bad/minrisk"
sed 's/minrisk_shannon_entropy(/minrisk_new(/; s/accuracy  reproducible/accuracy  one part is exact/' \
    include/minrisk/concentration.h >"$work/bad/minrisk/concentration.h"
# shellcheck disable=SC2086
must_refuse "an exact function that is new" "no program: minrisk_new" check "$work/bad" $sweeps
finish
