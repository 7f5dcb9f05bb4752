#!/bin/sh
# SPDX-License-Identifier: MIT
# The library for the integrations beside this file: leaves libminrisk.a and libminrisk.so in FOLDER,
# and builds only what has changed; or takes them from the folder that MINRISK_LIBRARY names.
#
#     sh examples/library.sh FOLDER
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
mkdir -p "$1"
folder=$(CDPATH='' cd -- "$1" && pwd)

if [ -n "${MINRISK_LIBRARY-}" ]; then
    cp -p "$MINRISK_LIBRARY/libminrisk.a" "$MINRISK_LIBRARY/libminrisk.so" "$folder"
    exit
fi

log=$folder/library.log
{
    cmake -S "$root" -B "$folder/objects" -DCMAKE_BUILD_TYPE=Release -DMINRISK_SHARED=ON \
        -DMINRISK_EXAMPLES=OFF -DMINRISK_TESTS=OFF &&
        cmake --build "$folder/objects" --target minrisk --parallel
} >"$log" 2>&1 || {
    cat "$log" >&2
    exit 1
}
cp "$folder/objects/libminrisk.so" "$folder/libminrisk.so"
rm -f "$folder/libminrisk.a"
ar rc "$folder/libminrisk.a" "$folder"/objects/CMakeFiles/minrisk.dir/lib/*.o
