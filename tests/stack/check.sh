#!/bin/sh
# SPDX-License-Identifier: MIT
# Holds each public function to the stack that its comment states: check.sh TABLE CC.
. tests/house/frame.sh

table=$1
cc=$2
scratch

check_table() {
    awk '
        /^fault:/ { print; bad = 1; next }
        { n++ }
        $2 > $3 { print "fault: " $1 " uses " $2 " bytes, and states " $3; bad = 1 }
        END {
            if (n == 0)
                print "fault: no function measured"
            exit bad || n == 0
        }' "$1"
}

measure_and_check() {
    sh tests/stack/measure.sh "$cc" "$work/graphs" "$work" "$work/table" -Os -O2 -O3 >/dev/null
    check_table "$work/table"
}

refuse() {
    mkdir -p "$work/include/minrisk" "$work/lib"
    : >"$work/include/minrisk.h"
    printf '/* cost  O(1); stack <= 1 KB */\nMINRISK_API int minrisk_x(int n);\n' >"$work/include/minrisk/x.h"
    printf '%b\n' "void minrisk_use(void *);\n$3" >"$work/lib/x.c"
    must_refuse "$1" "$2" measure_and_check
}

grep -v "^fault:" "$table"
check_table "$table" || fault "the bounds of the headers do not hold"

x='int minrisk_x(int n)'
refuse "a frame above the bound" "and states 1024" "$x { char a[1100]; minrisk_use(a); return n; }"
refuse "a path above the bound" "and states 1024" \
    "static __attribute__((noinline)) int y(int n) { char a[600]; minrisk_use(a); return a[n]; }
     $x { char a[600]; minrisk_use(a); return y(n) + a[n]; }"
refuse "recursion" "recursion" \
    "int minrisk_y(int);\n$x { minrisk_use(&n); return minrisk_y(n) + n; }
     int minrisk_y(int n) { minrisk_use(&n); return minrisk_x(n) + n; }"
refuse "an array of variable length" "dynamic" "$x { char a[n]; minrisk_use(a); return a[0]; }"
refuse "a call through a pointer" "through a pointer" "int (*minrisk_p)(int);\n$x { return minrisk_p(n) + 1; }"
refuse "a missing body" "has no body" "int minrisk_z(void) { return 1; }"
finish
