#!/bin/sh
# SPDX-License-Identifier: MIT
# cppcheck over the library.
. tests/house/frame.sh
have cppcheck || skip "cppcheck not found"
scratch

check() {
    cppcheck --quiet --std=c99 --enable=warning,performance,portability --inline-suppr \
        --error-exitcode=1 -Iinclude "$@"
}

check lib || fault "cppcheck"

printf 'int x(void)\n{\n    int a[2];\n    a[0] = 1;\n    return a[2];\n}\n' >"$work/bad.c"
must_refuse "an index out of bounds" "out of bounds" check "$work/bad.c"
finish
