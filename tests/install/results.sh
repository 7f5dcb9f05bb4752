#!/bin/sh
# SPDX-License-Identifier: MIT
# Every way of taking the library in gives the same bits: one program, which hashes what each public
# function gives, against the installed archive, the installed shared library, the sources, and the
# one header as C and as C++. The hashes are those of tests/targets. results.sh CMAKE CC CXX.
. tests/house/frame.sh
cmake=$1
cc=$2
cxx=$3
have "$cxx" || skip "$cxx not found"
scratch

# install_as FOLDER OPTION
install_as() {
    { "$cmake" -S . -B "$work/build" -DCMAKE_C_COMPILER="$cc" -DMINRISK_TESTS=OFF \
        -DMINRISK_EXAMPLES=OFF -DCMAKE_INSTALL_LIBDIR=lib "$2" &&
        "$cmake" --build "$work/build" &&
        "$cmake" --install "$work/build" --prefix "$work/$1"; } >"$work/log" 2>&1 ||
        fault "$1: $(cat "$work/log")"
    rm -rf "$work/build"
}

same() {
    diff tests/targets/hashes.txt "$1"
}

# way NAME COMMAND...: the command builds $work/app.
way() {
    name=$1
    shift
    if "$@" -o "$work/app" 2>"$work/log" &&
        LD_LIBRARY_PATH=$work/shared/lib "$work/app" >"$work/results"; then
        if same "$work/results"; then
            echo "the same bits: $name"
        else
            fault "$name gives other bits"
        fi
    else
        fault "$name: $(cat "$work/log")"
    fi
}

two_languages() {
    # shellcheck disable=SC2086
    "$cc" -std=c99 $single -c "$work/bodies.c" -o "$work/bodies.o" &&
        "$cxx" -std=c++11 $single "$work/results.cc" "$work/bodies.o" "$@"
}

install_as static -DMINRISK_SHARED=OFF
install_as shared -DMINRISK_SHARED=ON
cp tests/install/results.c "$work/results.c"
cp tests/install/results.c "$work/results.cc"
printf '#define MINRISK_IMPLEMENTATION\n#include "minrisk_single.h"\n' >"$work/bodies.c"
cp "$work/bodies.c" "$work/bodies.cc"
strict="-Wall -Wextra -Werror -pedantic-errors"
archive="-I$work/static/include $work/static/lib/libminrisk.a"
shared="-I$work/shared/include -L$work/shared/lib -lminrisk"
single="-O2 $strict -DMINRISK_SINGLE -I$work/static/include"
bodies=-DMINRISK_IMPLEMENTATION

# shellcheck disable=SC2086
{
    way "archive" "$cc" -std=c99 $strict "$work/results.c" $archive
    way "archive, C++" "$cxx" -std=c++98 $strict "$work/results.cc" $archive
    way "shared library" "$cc" -std=c99 $strict "$work/results.c" $shared
    way "shared library, C++" "$cxx" -std=c++20 $strict "$work/results.cc" $shared
    way "sources" "$cc" -Iinclude "$work/results.c" lib/*.c
    way "one header in one file, c99" "$cc" -std=c99 $single $bodies "$work/results.c"
    way "one header in two files, c99" "$cc" -std=c99 $single "$work/results.c" "$work/bodies.c"
    for std in c++98 c++11 c++17 c++20; do
        way "one header in one file, $std" "$cxx" -std=$std $single $bodies "$work/results.cc"
    done
    way "one header in two files, c++17" \
        "$cxx" -std=c++17 $single "$work/results.cc" "$work/bodies.cc"
    way "one header in C, called from C++" two_languages
}

mkdir "$work/bad"
sed 's/return hhi \* 10000\.0/return hhi * 10000.000000000002/' \
    "$work/static/include/minrisk_single.h" >"$work/bad/minrisk_single.h"
# shellcheck disable=SC2086
"$cc" -DMINRISK_SINGLE -I"$work/bad" $bodies "$work/results.c" -o "$work/app" &&
    "$work/app" >"$work/bad/results" || fault "self-test: no other library"
must_refuse "a library that is off by one bit" "minrisk_to_points" same "$work/bad/results"
finish
