#!/bin/sh
# SPDX-License-Identifier: MIT
# clang-tidy over the library, by .clang-tidy.
. tests/house/frame.sh
have clang-tidy || skip "clang-tidy not found"
scratch

check() {
    clang-tidy --quiet --config-file=.clang-tidy "$@" -- -std=c99 -Iinclude 2>"$work/log" ||
        { tail -n 5 "$work/log"; return 1; }
}

check lib/*.c || fault "clang-tidy"

cat >"$work/bad.c" <<'END'
int minrisk_x(const int *p);
int minrisk_x(const int *p)
{
    int unset;
    return p ? unset : *p;
}
END
must_refuse "a value that was never set" "bad.c" check "$work/bad.c"
finish
