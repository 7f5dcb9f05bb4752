#!/bin/sh
# SPDX-License-Identifier: MIT
# Compilers beside gcc and clang, with which everything else is built: compilers.sh tcc, which builds the
# library and gives the same bits of every function; compilers.sh msvc, clang in the manner of Microsoft's
# compiler, as far as that goes without a Windows SDK: mingw's headers stand in, and objects are made,
# but nothing is linked or run.
. tests/house/frame.sh
scratch

# build_by_tcc SOURCE...: the program of the hashes.
build_by_tcc() {
    tcc -std=c99 -Wall -Werror -Iinclude tests/install/results.c "$@" -lm -o "$work/app"
}

by_tcc() {
    have tcc || skip "tcc not found (Debian: tcc)"
    if build_by_tcc lib/*.c && "$work/app" >"$work/results"; then
        diff tests/targets/hashes.txt "$work/results" || fault "tcc gives other bits"
    else
        fault "tcc does not build the library"
    fi
    echo "$(wc -l <"$work/results") lines of the same bits by $(tcc -v 2>&1)"
    must_refuse "a library without a part" "minrisk_hhi" build_by_tcc lib/exact.c
}

mingw=/usr/x86_64-w64-mingw32/include

# objects STANDARD SOURCE...: in $work, without a warning of /W4.
objects() {
    std=$1
    shift
    clang --driver-mode=cl --target=x86_64-pc-windows-msvc /c "/std:$std" /W4 /WX /O1 -imsvc $mingw \
        /Iinclude "/Fo$work/" "$@"
}

# What a Windows program links anyway: the C run-time's, and what the compiler puts in by itself.
run_time='^(memcpy|memmove|memset|memcmp|__chkstk|__security_check_cookie|__security_cookie|_fltused)$'

foreign() {
    "$nm" -u "$work"/*.obj | awk 'NF == 2 { print $2 }' | sort -u | grep -vE "^minrisk_|$run_time"
}

in_manner_of_msvc() {
    have clang || skip "clang not found"
    [ -f $mingw/string.h ] || skip "no headers of Windows (Debian: mingw-w64-x86-64-dev)"
    nm=
    for candidate in llvm-nm llvm-nm-14 llvm-nm-19; do
        ! have $candidate || nm=$candidate
    done
    [ -n "$nm" ] || skip "llvm-nm not found"
    objects c11 lib/*.c || fault "clang in the manner of MSVC"
    foreign >"$work/foreign"
    [ ! -s "$work/foreign" ] || fault "asks for: $(cat "$work/foreign")"
    echo "$(find "$work" -name '*.obj' | wc -l) objects"
    echo 'int f(long x); int f(long x) { return x * 1.5; }' >"$work/bad.c"
    must_refuse "a conversion that loses" "bad.c" objects c11 -Wconversion "$work/bad.c"
    echo 'void abort(void); void f(void); void f(void) { abort(); }' >"$work/end.c"
    objects c11 "$work/end.c" || fault "self-test: end.c"
    [ "$(foreign)" = abort ] || fault "self-test: abort is not seen: $(foreign)"
}

case $1 in
tcc) by_tcc ;;
msvc) in_manner_of_msvc ;;
esac
finish
