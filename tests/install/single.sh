#!/bin/sh
# SPDX-License-Identifier: MIT
# The library as one header, made by lib/single.sh: two source files that include it, one with the
# bodies, as C and as C++ of every year, without a warning. single.sh C-COMPILER C++-COMPILER.
. tests/house/frame.sh
cc=$1
cxx=$2
have "$cc" || skip "$cc not found"
have "$cxx" || skip "$cxx not found"
scratch

strict="-O1 -ffp-contract=off -pedantic-errors -Wall -Wextra -Werror -Wconversion -Wsign-conversion
    -Wshadow"

sh lib/single.sh >"$work/minrisk_single.h" || fault "lib/single.sh fails"
sed 's,<minrisk.h>,"minrisk_single.h",' tests/install/app.c >"$work/app.c"
printf '#define MINRISK_IMPLEMENTATION\n#include "minrisk_single.h"\n' >"$work/bodies.c"
printf '#include "minrisk_single.h"\n#include "minrisk_single.h"\n' >>"$work/bodies.c"
cp "$work/app.c" "$work/app.cc"
cp "$work/bodies.c" "$work/bodies.cc"

# try COMPILER STANDARD SUFFIX
try() {
    # shellcheck disable=SC2086
    "$1" "-std=$2" $strict "$work/app.$3" "$work/bodies.$3" -o "$work/app" && "$work/app"
}

for std in c99 c11 c17 c2x; do
    try "$cc" $std c || fault "minrisk_single.h as $std"
done
for std in c++98 c++11 c++14 c++17 c++20; do
    try "$cxx" $std cc || fault "minrisk_single.h as $std"
done

all=$strict
strict="$all -DMINRISK_EXACT_ONLY"
try "$cc" c99 c || fault "minrisk_single.h without the fast path"
strict=$all

# Macros of a file with the bodies, beside those of the compiler and of the headers it includes.
foreign_macros() {
    grep -h '^#include <' "$1/minrisk_single.h" | sort -u >"$work/system.c"
    "$cc" -std=c99 -E -dM "$work/system.c" | sort >"$work/known"
    "$cc" -std=c99 -E -dM -I"$1" "$1/bodies.c" | sort | comm -13 "$work/known" - |
        sed 's/^#define //' | grep -vE '^(MINRISK|minrisk)_' >"$work/foreign" || return 0
    sed 's/^/left behind: /' "$work/foreign"
    return 1
}
foreign_macros "$work" || fault "macros of minrisk_single.h meet those of a program"

(cd / && sh "$OLDPWD/lib/single.sh") | cmp -s - "$work/minrisk_single.h" ||
    fault "lib/single.sh gives another header from another folder"

mkdir "$work/left"
printf '#define MINRISK_IMPLEMENTATION\n#include "minrisk_single.h"\n' >"$work/left/bodies.c"
grep -v '^#undef ROUND' "$work/minrisk_single.h" >"$work/left/minrisk_single.h"
must_refuse "a macro that is left behind" "left behind: ROUND" foreign_macros "$work/left"

cat >"$work/bodies.c" <<'END'
#include "minrisk_single.h"
END
must_refuse "a program in which no file asks for the bodies" "minrisk_hhi" try "$cc" c99 c
finish
