#!/bin/sh
# SPDX-License-Identifier: MIT
# add_subdirectory from another project: the library alone, without tests, examples or options of
# its own spilling over. subdirectory.sh CMAKE CC.
. tests/house/frame.sh
cmake=$1
cc=$2
scratch

mkdir "$work/app"
cp tests/install/app.c "$work/app/app.c"
cat >"$work/app/CMakeLists.txt" <<END
cmake_minimum_required(VERSION 3.25)
project(app C)
add_subdirectory("$PWD" minrisk)
add_executable(app app.c)
target_link_libraries(app PRIVATE minrisk::minrisk)
if(CMAKE_BUILD_TYPE)
    message(FATAL_ERROR "the build type of the parent was set")
endif()
END
configure() {
    rm -rf "$work/build"
    "$cmake" -S "$work/app" -B "$work/build" -DCMAKE_C_COMPILER="$cc" 2>&1
}

if configure >"$work/log" && "$cmake" --build "$work/build" >>"$work/log" 2>&1; then
    "$work/build/app" || fault "the program fails"
else
    fault "add_subdirectory: $(cat "$work/log")"
fi
[ ! -e "$work/build/minrisk/tests" ] || fault "the tests are configured in another's project"
[ ! -e "$work/build/minrisk/examples" ] || fault "the examples are configured in another's project"

sed 's/minrisk::minrisk/minrisk::absent/' "$work/app/CMakeLists.txt" >"$work/app/new"
mv "$work/app/new" "$work/app/CMakeLists.txt"
must_refuse "a target that does not exist" "minrisk::absent" configure
finish
