#!/bin/sh
# SPDX-License-Identifier: MIT
# Where double is not binary64, as on AVR, the integers are served and everything else says why it is
# not. Such a compiler is played by a float.h in front of the real one: binary64.sh CC.
. tests/house/frame.sh
cc=$1
have "$cc" || skip "$cc not found"
scratch

mkdir "$work/narrow"
cat >"$work/narrow/float.h" <<'END'
#include_next <float.h>
#undef DBL_MANT_DIG
#define DBL_MANT_DIG 24
END

# What does without doubles.
integers="version config status count"

accept() {
    "$cc" -std=c99 -Wall -Wextra -Werror -isystem "$work/narrow" -Iinclude -fsyntax-only "$@"
}

must_say_why() {
    must_refuse "$1" "double must be IEEE 754 binary64" accept -x c "$1"
}

for room in $integers; do
    accept -x c "include/minrisk/$room.h" || fault "minrisk/$room.h leans on doubles"
done
for path in include/minrisk.h include/minrisk/*.h; do
    name=${path##*/}
    case " $integers " in
    *" ${name%.h} "*) ;;
    *) must_say_why "$path" ;;
    esac
done
for room in status count; do
    accept "lib/$room.c" || fault "lib/$room.c leans on doubles"
done
finish
