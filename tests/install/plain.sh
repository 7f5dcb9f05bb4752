#!/bin/sh
# SPDX-License-Identifier: MIT
# `cc -Iinclude app.c lib/*.c`, with no configuration and no option: plain.sh CC.
. tests/house/frame.sh
cc=$1
scratch

build_and_run() {
    "$cc" -I"$2/include" "$1" "$2"/lib/*.c -o "$work/app" && "$work/app"
}

build_and_run tests/install/app.c . || fault "cc -Iinclude app.c lib/*.c"
for std in c99 c11 c17; do
    "$cc" -std=$std -pedantic-errors -fsyntax-only -Iinclude tests/install/app.c lib/*.c ||
        fault "the same as $std"
done

# Two files of one name would overwrite each other's object in a flat build.
doubled=$(for source in lib/*.c; do echo "${source##*/}"; done | sort | uniq -d)
[ -z "$doubled" ] || fault "two files of one name: $doubled"

mkdir -p "$work/bad/lib"
cp -R include "$work/bad/include"
cp lib/status.c lib/*.h "$work/bad/lib"
must_refuse "a library without concentration.c" "minrisk_hhi" \
    build_and_run tests/install/app.c "$work/bad"
finish
