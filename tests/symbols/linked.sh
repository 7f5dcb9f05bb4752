#!/bin/sh
# SPDX-License-Identifier: MIT
# A program that calls one index has that one alone: of the public functions, those of its own object
# and no other. linked.sh ARCHIVE [CC [NM]]
. tests/house/frame.sh

archive=$1
cc=${2:-cc}
nm=${3:-nm}
have "$nm" || skip "nm not found"
scratch

# The functions that a header declares.
declared() {
    strip "$@" | tr '\n' ' ' | tr ';' '\n' | grep 'MINRISK_API ' |
        grep -oE 'minrisk_[a-z0-9_]+ *\(' | tr -d ' (' | sort
}

# The public functions in a program that begins with one.
brought_by() {
    "$cc" -nostartfiles -Wl,-u,"$1",-e,"$1" "$archive" -o "$work/app" 2>"$work/log" ||
        { cat "$work/log"; return 1; }
    "$nm" "$work/app" | awk '$2 == "T" || $2 == "t" { print $3 }' | sort | comm -12 - "$work/public"
}

# check FUNCTION EXPECTED...
check() {
    name=$1
    shift
    brought_by "$name" >"$work/brought" || { cat "$work/brought"; return 1; }
    printf '%s\n' "$@" | sort | diff - "$work/brought" >"$work/differs" && return
    sed -n "s/^> /$name brings /p; s/^< /$name lacks /p" "$work/differs"
    return 1
}

declared include/*.h include/minrisk/*.h >"$work/public"
declared include/minrisk/indices.h >"$work/indices"
[ "$(wc -l <"$work/indices")" -gt 10 ] || fault "no indices were found"
while read -r index; do
    case $index in
    minrisk_linda | minrisk_linda_core) check "$index" minrisk_linda minrisk_linda_core ;;
    *) check "$index" "$index" ;;
    esac || fault "$index is not alone"
done <"$work/indices"
echo "$(wc -l <"$work/indices") indices, each alone"

must_refuse "a room that is one object" "minrisk_gini brings minrisk_top_share" \
    check minrisk_gini minrisk_gini
must_refuse "a function that is not there" "minrisk_grs lacks minrisk_gini" \
    check minrisk_grs minrisk_grs minrisk_gini
finish
