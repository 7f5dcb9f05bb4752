#!/bin/sh
# SPDX-License-Identifier: MIT
# Every public function and every file that the report reads has a fuzz target, and every target a
# corpus: targets.sh "FUNCTIONS" "READERS", the lists of CMake.
. tests/house/frame.sh
scratch

functions=$1
readers=$2

# The functions of the headers of a folder, without their prefix.
public_functions() {
    strip "$1"/*.h | tr '\n' ' ' |
        grep -oE 'MINRISK_API [^;{}]*minrisk_[a-z0-9_]+\(' |
        sed -E 's/.*minrisk_([a-z0-9_]+)\($/\1/' | sort
}

# The files in the table of load.c, by their first names, as the targets are called.
read_files() {
    grep -oE '\{"[a-z0-9_]+\.csv"' "$1" | tr -d '{"' | sed 's/^/load_/; s/\.csv$//' | sort -u
}

# compare WHAT: the two lists in the scratch folder are the same.
compare() {
    comm -23 "$work/wanted" "$work/there" | sed "s/^/no fuzz target for the $1: /"
    comm -13 "$work/wanted" "$work/there" | sed "s/^/a fuzz target without a $1: /"
    cmp -s "$work/wanted" "$work/there"
}

check_functions() {
    public_functions "$1" >"$work/wanted"
    [ -s "$work/wanted" ] || return 1
    # shellcheck disable=SC2086
    printf '%s\n' $functions | sort >"$work/there"
    compare "public function"
}

check_readers() {
    read_files "$1" >"$work/wanted"
    [ -s "$work/wanted" ] || return 1
    # shellcheck disable=SC2086
    printf '%s\n' $readers | grep '^load_' | sort >"$work/there"
    compare "file"
}

check_corpora() {
    for name in $functions $readers; do
        grep -q '^[0-9a-f]' "$1/$name.hex" 2>/dev/null || echo "no corpus: $name"
    done >"$work/faults"
    for path in "$1"/*.hex; do
        name=${path##*/}
        # shellcheck disable=SC2086
        printf '%s\n' $functions $readers | grep -qx "${name%.hex}" || echo "no target: $name"
    done >>"$work/faults"
    cat "$work/faults"
    [ ! -s "$work/faults" ]
}

check_functions include/minrisk || fault "the fuzz targets of the library"
if [ -n "$readers" ]; then
    check_readers examples/report/load.c || fault "the fuzz targets of the report"
    check_corpora tests/fuzz/corpus || fault "the corpora"
fi
bytes=$(cat tests/fuzz/corpus/*.hex | wc -c)
echo "$(echo "$functions" | wc -w) functions, $(echo "$readers" | wc -w) readers, corpora of $bytes bytes"
[ "$bytes" -le 1000000 ] || fault "the corpora have more than a megabyte"

mkdir "$work/headers"
cp include/minrisk/*.h "$work/headers"
echo 'MINRISK_API double minrisk_new(double x);' >"$work/headers/new.h"
must_refuse "a function without a target" "no fuzz target for the public function: new" \
    check_functions "$work/headers"
rm "$work/headers/new.h" "$work/headers/ranking.h"
must_refuse "a target without a function" "a fuzz target without a public function: leader" \
    check_functions "$work/headers"
if [ -n "$readers" ]; then
    echo '{"new.csv"}' >"$work/load.c"
    must_refuse "a reader without a target" "no fuzz target for the file: load_new" \
        check_readers "$work/load.c"
fi
finish
