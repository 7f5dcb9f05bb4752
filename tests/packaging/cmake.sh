#!/bin/sh
# SPDX-License-Identifier: MIT
# The manifests for ESP-IDF, Zephyr and vcpkg, run by CMake against stand-ins for the functions of each.
# The sources are checked for syntax, which costs a tenth of building them. cmake.sh CMAKE CC.
. tests/house/frame.sh
cmake=$1
cc=$2
scratch
standins=$PWD/tests/packaging/standins/cmake

mkdir -p "$work/components" "$work/app"
cp -R examples/packaging/esp-idf "$work/components/minrisk"
mkdir "$work/components/minrisk/libminrisk"
cp -R include lib "$work/components/minrisk/libminrisk"
cp -R examples/packaging/zephyr "$work/module"
cp -R include lib "$work/module"

# project LINES: the targets of a project of one manifest, their syntax checked.
project() {
    { printf 'cmake_minimum_required(VERSION 3.20)\nproject(app C)\n' && echo "$1"; } \
        >"$work/app/CMakeLists.txt"
    rm -rf "$work/build"
    "$cmake" -S "$work/app" -B "$work/build" -DCMAKE_C_COMPILER="$cc" -DCMAKE_C_FLAGS=-fsyntax-only \
        -DCMAKE_C_COMPILER_WORKS=1 -DCMAKE_EXPORT_COMPILE_COMMANDS=ON >"$work/log" 2>&1 &&
        "$cmake" --build "$work/build" >>"$work/log" 2>&1 || { cat "$work/log"; return 1; }
}

# compiled NAME: each source once, with its flag.
compiled() {
    grep '"command"' "$work/build/compile_commands.json" | grep -e '-ffp-contract=off' |
        sed 's,.*/\([a-z0-9_]*\.c\)".*,\1,' | sort >"$work/compiled"
    (cd lib && ls -- *.c) | sort | diff - "$work/compiled" >"$work/log" ||
        fault "$1: other sources than lib has: $(cat "$work/log")"
    echo "$1: $(wc -l <"$work/compiled") sources"
}

idf="include($standins/idf.cmake)
add_subdirectory($work/components/minrisk minrisk)"
project "$idf" || fault "ESP-IDF"
compiled "ESP-IDF"

zephyr="include($standins/zephyr.cmake)
set(ZEPHYR_CURRENT_MODULE_DIR $work/module)
add_subdirectory($work/module/zephyr minrisk)"
project "set(CONFIG_MINRISK y)
$zephyr" || fault "Zephyr"
compiled "Zephyr"
project "$zephyr" || fault "Zephyr without minrisk"
[ "$(grep -c '"command"' "$work/build/compile_commands.json" 2>/dev/null)" = 0 ] ||
    [ ! -f "$work/build/compile_commands.json" ] || fault "Zephyr compiles what was not asked for"

# port FOLDER LINKAGE
port() {
    rm -rf "$work/vcpkg"
    CC=$cc "$cmake" -DPORT="$1" -DWORK="$work/vcpkg" -DVCPKG_LIBRARY_LINKAGE="$2" \
        -P "$standins/vcpkg.cmake" 2>&1
}

for linkage in static dynamic; do
    port "$PWD/examples/packaging/vcpkg/minrisk" $linkage >"$work/log" ||
        fault "vcpkg, $linkage: $(cat "$work/log")"
    for step in install pkg-config copyright; do
        grep -qx -- "-- $step" "$work/log" || fault "vcpkg, $linkage: no $step"
    done
    kind=$(sed -n 's/^MINRISK_SHARED:[A-Z]*=//p' "$work/vcpkg/build/CMakeCache.txt")
    echo "vcpkg, $linkage: MINRISK_SHARED=$kind"
    case $linkage,$kind in
    static,OFF | static,0 | dynamic,ON | dynamic,1) ;;
    *) fault "vcpkg, $linkage: MINRISK_SHARED is $kind" ;;
    esac
done

rm "$work/components/minrisk/libminrisk/lib/exact.h"
must_refuse "a component without a header" "exact.h" project "$idf"
mkdir -p "$work/examples/packaging/vcpkg"
cp -R examples/packaging/vcpkg/minrisk "$work/examples/packaging/vcpkg"
cp CMakeLists.txt "$work"
must_refuse "a port outside of a clone" "version.h" port "$work/examples/packaging/vcpkg/minrisk" static
finish
