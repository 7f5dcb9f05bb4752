#!/bin/sh
# SPDX-License-Identifier: MIT
# Flags that break strict arithmetic: the exact and integer classes build with them and give the same
# bits, flushed subnormals included, which such a link brings; the reproducible class stops the
# build, with a message that names the flag. A function of the one never stands in a file of the
# other. classes.sh CC ARCHIVE.
. tests/house/frame.sh
cc=$1
archive=$2
scratch
. tests/targets/results.sh
exact_lines "$hashes" >"$work/expected"

check "the exact classes with -O1 -ffast-math" "$work/expected" "" \
    "$cc" -O1 -ffast-math -DRESULTS_EXACT_ONLY

# What only gcc tells by a macro is told here by hand.
refuses() {
    must_refuse "the reproducible class with $1" "strict arithmetic is needed: build without $2" \
        "$cc" "$1" -fsyntax-only -Iinclude lib/elementary.c
}

refuses -ffast-math -ffast-math
refuses -D__ASSOCIATIVE_MATH__ -fassociative-math
refuses -D__RECIPROCAL_MATH__ -freciprocal-math

# Nothing of the reproducible part is left in what was built.
left_in() {
    nm "$1" | sed -n 's/.* T //p' | sort >"$work/symbols"
    sed '1,/^# reproducible/d' "$hashes" | cut -d ' ' -f 2- | tr ' ' '\n' | sort |
        comm -12 - "$work/symbols" | sed 's/^/of the reproducible class, yet not refused: /'
}

left_in "$work/app" >"$work/left"
[ ! -s "$work/left" ] || fault "$(cat "$work/left")"
[ "$(grep -c '^minrisk_' "$work/symbols")" -gt 3 ] || fault "no symbols were found"

[ "$(left_in "$archive" | wc -l)" -gt 3 ] || fault "self-test: functions of a whole build are missed"
finish
