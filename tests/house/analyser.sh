#!/bin/sh
# SPDX-License-Identifier: MIT
# gcc's static analyser over the library, in the portable form: gcc 12 takes the width of a vector for a
# bit's, and a struct that a function returns for one that was never set.
. tests/house/frame.sh
have gcc || skip "gcc not found"
scratch

check() {
    for source in "$@"; do
        # shape_of is NULL where p->shape is, which its callers test first.
        wrong=
        [ "$source" != lib/sweep.c ] || wrong=-Wno-analyzer-null-dereference
        # shellcheck disable=SC2086
        gcc -std=c99 -O1 -fanalyzer -Werror -Wno-analyzer-use-of-uninitialized-value $wrong \
            -DMINRISK_CPU_DISPATCH=0 -U__SSE2__ -Iinclude -c "$source" -o "$work/object.o" || return 1
    done
}

check lib/*.c || fault "gcc -fanalyzer"

cat >"$work/bad.c" <<'END_OF_CODE'
int minrisk_x(int n);
int minrisk_x(int n)
{
    int *p = 0;
    if (n > 0) {
        p = &n;
    }
    return *p;
}
END_OF_CODE
must_refuse "a null pointer that is read" "dereference of NULL" check "$work/bad.c"
finish
