#!/bin/sh
# SPDX-License-Identifier: MIT
# cppcheck over the library. What it is wrong about is named here, with the reason.
. tests/house/frame.sh
have cppcheck || skip "cppcheck not found"
scratch

cat >"$work/wrong" <<'END'
// minrisk_natural_of(&one, 1): an array of one element, of which no other is read.
objectIndex:lib/exact.c
// step is 1 to 11: the loop ends where it would be 0.
shiftTooManyBits:lib/partial.c
END

check() {
    # shellcheck disable=SC2086
    cppcheck --quiet --std=c99 --enable=warning,performance,portability \
        --suppressions-list="$work/wrong" --error-exitcode=1 $float_h -Iinclude "$@"
}

check lib || fault "cppcheck"

printf 'int x(void)\n{\n    int a[2];\n    a[0] = 1;\n    return a[2];\n}\n' >"$work/bad.c"
must_refuse "an index out of bounds" "out of bounds" check "$work/bad.c"
{ echo '#include "minrisk/stream.h"' && cat "$work/bad.c"; } >"$work/worse.c"
must_refuse "the same behind a header of doubles" "out of bounds" check "$work/worse.c"
finish
