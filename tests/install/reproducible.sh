#!/bin/sh
# SPDX-License-Identifier: MIT
# Two copies of the sources in folders of different names, built in folders of different names, give
# the same bytes: the archive, the shared library, and all that is installed.
# reproducible.sh CMAKE COMPILER...
. tests/house/frame.sh
cmake=$1
shift
scratch
first=$work/one
second=$work/two/a-longer-name

# copy_to FOLDER
copy_to() {
    mkdir -p "$1/source"
    cp -R include lib CMakeLists.txt LICENSE "$1/source"
}

# build_in FOLDER SUB-FOLDER COMPILER OPTION...
build_in() {
    folder=$1
    sub=$2
    compiler=$3
    shift 3
    rm -rf "${folder:?}/$sub" "$folder/prefix"
    { "$cmake" -S "$folder/source" -B "$folder/$sub" -DCMAKE_C_COMPILER="$compiler" \
        -DMINRISK_TESTS=OFF -DMINRISK_EXAMPLES=OFF "$@" &&
        "$cmake" --build "$folder/$sub" --parallel 2 && "$cmake" --install "$folder/$sub" \
        --prefix "$folder/prefix"; } >"$work/log" 2>&1 || { cat "$work/log"; return 1; }
}

# The second build stands within its sources, the first beside them.
same() {
    build_in "$first" build "$@" && build_in "$second" source/build/deeper "$@" || return 1
    diff -r "$first/prefix" "$second/prefix" || return 1
    find "$first/prefix" -name 'libminrisk*' | grep -q . || { echo "no library"; return 1; }
}

copy_to "$first"
copy_to "$second"
for compiler in "$@"; do
    if ! have "$compiler"; then
        echo "$compiler not found: left out"
        continue
    fi
    for kind in "Release OFF" "Release ON" "RelWithDebInfo OFF"; do
        if same "$compiler" "-DCMAKE_BUILD_TYPE=${kind% *}" "-DMINRISK_SHARED=${kind#* }"; then
            echo "the same bytes: $compiler, ${kind% *}, shared ${kind#* }"
        else
            fault "other bytes: $compiler, ${kind% *}, shared ${kind#* }"
        fi
    done
done

for folder in "$first" "$second"; do
    sed '/-ffile-prefix-map/d; s/-ffp-contract=off$/-ffp-contract=off)/' CMakeLists.txt \
        >"$folder/source/CMakeLists.txt"
done
must_refuse "debugging information that names its folder" "libminrisk.a differ" \
    same "$1" -DCMAKE_BUILD_TYPE=RelWithDebInfo
finish
