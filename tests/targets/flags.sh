#!/bin/sh
# SPDX-License-Identifier: MIT
# A compiler's flags cost speed and never bits: the program that hashes what each public function
# gives, built by each compiler at each level; and flags that would change the reproducible class
# stop its build, with a message that names them. flags.sh COMPILER...
. tests/house/frame.sh
scratch

build() {
    compiler=$1
    shift
    "$compiler" "$@" -Iinclude tests/install/results.c lib/*.c -o "$work/app"
}

same() {
    diff "$work/expected" "$1"
}

for compiler in "$@"; do
    have "$compiler" || { echo "not here: $compiler"; continue; }
    for flags in -O0 -O1 -O2 -O3 -Os "-O2 -std=gnu99 -ffp-contract=fast" \
        "-O3 -march=native -ffp-contract=fast" "-O2 -DMINRISK_EXACT_ONLY"; do
        # shellcheck disable=SC2086
        if ! build "$compiler" $flags 2>"$work/log"; then
            fault "$compiler $flags: $(cat "$work/log")"
            continue
        fi
        "$work/app" >"$work/results" || fault "$compiler $flags: the program fails"
        [ -f "$work/expected" ] || cp "$work/results" "$work/expected"
        if same "$work/results"; then
            echo "the same bits: $compiler $flags"
        else
            fault "$compiler $flags gives other bits"
        fi
    done
    must_refuse "$compiler -Ofast" "build without -ffast-math" build "$compiler" -Ofast
    for room in status concentration ranking partial count reliance exact fast; do
        "$compiler" -Ofast -Iinclude -c "lib/$room.c" -o "$work/room.o" 2>"$work/log" ||
            fault "$compiler -Ofast: $room.c, of the exact class: $(cat "$work/log")"
    done
done
[ -f "$work/expected" ] || skip "no compiler"

sed 's/^0/1/; t; s/^./0/' "$work/expected" >"$work/bad"
must_refuse "a result that differs" "<" same "$work/bad"
finish
