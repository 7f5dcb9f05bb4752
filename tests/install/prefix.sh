#!/bin/sh
# SPDX-License-Identifier: MIT
# An installed prefix, moved elsewhere, is found by find_package and used; a version that it does not
# have is refused, and so is a prefix without the library. prefix.sh CMAKE BUILD-FOLDER CC, where the
# build folder may be `shared`: then the shared library is built for it.
. tests/house/frame.sh
cmake=$1
build=$2
cc=$3
scratch

configure() {
    rm -rf "$work/build"
    "$cmake" -S "$work/app" -B "$work/build" -DCMAKE_C_COMPILER="$cc" -DCMAKE_PREFIX_PATH="$1" \
        2>&1
}

# application VERSION, which may be empty.
application() {
    mkdir -p "$work/app"
    cp tests/install/app.c "$work/app/app.c"
    cat >"$work/app/CMakeLists.txt" <<END
cmake_minimum_required(VERSION 3.25)
project(app C)
find_package(minrisk $1 CONFIG REQUIRED)
add_executable(app app.c)
target_link_libraries(app PRIVATE minrisk::minrisk)
END
}

if [ "$build" = shared ]; then
    build=$work/shared
    { "$cmake" -S . -B "$build" -DCMAKE_C_COMPILER="$cc" -DMINRISK_SHARED=ON -DMINRISK_TESTS=OFF \
        -DMINRISK_EXAMPLES=OFF && "$cmake" --build "$build"; } >"$work/log" 2>&1 ||
        fault "the shared library is not built: $(cat "$work/log")"
fi
"$cmake" --install "$build" --prefix "$work/first" >"$work/log" 2>&1 ||
    fault "cmake --install: $(cat "$work/log")"
mv "$work/first" "$work/moved"

number() {
    awk -v name="MINRISK_VERSION_$1" '$2 == name { print $3 }' include/minrisk/version.h
}

# accepted VERSION: the program is built with it, and runs.
accepted() {
    application "$1"
    if configure "$work/moved" >"$work/log" && "$cmake" --build "$work/build" >>"$work/log" 2>&1; then
        "$work/build/app" || fault "the program built from the prefix fails"
    else
        fault "find_package(minrisk $1): $(cat "$work/log")"
    fi
}

# refused VERSION: for its version alone.
refused() {
    application "$1"
    must_refuse "version $1" "version \"$1\"" configure "$work/moved"
}

major=$(number MAJOR)
minor=$(number MINOR)
patch=$(number PATCH)
accepted ""
accepted "$major.$minor"
accepted "$major.$minor.$patch"
accepted "$major.$minor.$patch EXACT"
refused "$major.$minor.$((patch + 1))"
refused "$major.$((minor + 1))"
refused "$((major + 1)).$minor"
refused "$((major + 1)).0"
[ "$minor" -eq 0 ] || refused "$major.$((minor - 1))"
[ "$major" -eq 0 ] || refused "$((major - 1)).$minor"

if grep -rlF -e "$PWD" -e "$work/first" "$work/moved" --include='*.cmake' --include='*.pc'; then
    fault "an installed file names the folder that it was built in"
fi
(cd include && find . -name '*.h' | sort) >"$work/ours"
(cd "$work/moved/include" && find . -name '*.h' ! -name minrisk_single.h | sort) >"$work/theirs"
cmp -s "$work/ours" "$work/theirs" || fault "the installed headers are not those of include/"
[ -s "$work/moved/include/minrisk_single.h" ] || fault "minrisk_single.h is not installed"

application ""
mkdir -p "$work/empty"
must_refuse "a prefix without the library" "minrisk" configure "$work/empty"
finish
