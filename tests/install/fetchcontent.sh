#!/bin/sh
# SPDX-License-Identifier: MIT
# FetchContent from another project: of a folder, and of a clone, both on this machine, so that no
# network is needed. fetchcontent.sh CMAKE CC.
. tests/house/frame.sh
cmake=$1
cc=$2
scratch

mkdir "$work/tree" "$work/app"
cp -R include lib examples tests CMakeLists.txt LICENSE "$work/tree"
cp tests/install/app.c "$work/app/app.c"

# build_with SOURCE-LINES...: the program of a project that takes the library from there.
build_with() {
    cat >"$work/app/CMakeLists.txt" <<END_OF_LISTS
cmake_minimum_required(VERSION 3.25)
project(app C)
include(FetchContent)
install(FILES app.c DESTINATION share/app)
FetchContent_Declare(minrisk
$1)
FetchContent_MakeAvailable(minrisk)
add_executable(app app.c)
target_link_libraries(app PRIVATE minrisk::minrisk)
END_OF_LISTS
    rm -rf "$work/build" "$work/prefix"
    "$cmake" -S "$work/app" -B "$work/build" -DCMAKE_C_COMPILER="$cc" $2 2>&1 &&
        "$cmake" --build "$work/build" 2>&1 && "$work/build/app" &&
        "$cmake" --install "$work/build" --prefix "$work/prefix" 2>&1
}

# try NAME SOURCE-LINES [OPTION]
try() {
    if ! build_with "$2" "${3-}" >"$work/log"; then
        fault "FetchContent of $1: $(cat "$work/log")"
        return
    fi
    if find "$work/build" -name 'unit_*' | grep . || find "$work/build" -name quickstart | grep .
    then
        fault "FetchContent of $1: the tests or examples are built in another's project"
    fi
    grep -q '/app\.c"' "$(find "$work/prefix" -name minrisk.spdx.json)" &&
        fault "FetchContent of $1: the bill of materials names the files of another"
    echo "FetchContent of $1"
}

try "a folder" "    SOURCE_DIR \"$work/tree\""
try "a folder, shared" "    SOURCE_DIR \"$work/tree\"" -DMINRISK_SHARED=ON
if have git; then
    (cd "$work/tree" && git init -q . && git add -A &&
        git -c user.name=nobody -c user.email=nobody@localhost commit -q -m all) ||
        fault "no repository made"
    head=$(git -C "$work/tree" rev-parse HEAD)
    try "a clone" "    GIT_REPOSITORY \"file://$work/tree\"
    GIT_TAG $head"
    must_refuse "a commit that is not there" "0000000000" build_with \
        "    GIT_REPOSITORY \"file://$work/tree\"
    GIT_TAG 0000000000000000000000000000000000000000"
else
    echo "git not found: the clone is left out"
fi
rm "$work/tree/lib/concentration.c"
must_refuse "a tree without concentration.c" "concentration.c" \
    build_with "    SOURCE_DIR \"$work/tree\""
finish
