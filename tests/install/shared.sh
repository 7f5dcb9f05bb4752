#!/bin/sh
# SPDX-License-Identifier: MIT
# The shared library: what it exports is what carries MINRISK_API, and it needs libc alone.
# shared.sh CMAKE CC.
. tests/house/frame.sh
cmake=$1
cc=$2
have nm || skip "nm not found"
scratch

if ! { "$cmake" -S . -B "$work/build" -DCMAKE_C_COMPILER="$cc" -DMINRISK_SHARED=ON \
    -DMINRISK_TESTS=OFF -DMINRISK_EXAMPLES=OFF && "$cmake" --build "$work/build"; } \
    >"$work/log" 2>&1; then
    cat "$work/log"
    fault "the shared library is not built"
    finish
fi
library=$work/build/libminrisk.so

public_names() {
    cat "$1"/*.h "$1"/*/*.h | strip | tr '\n' ' ' | tr ';' '\n' |
        grep 'MINRISK_API ' | grep -oE 'minrisk_[a-z0-9_]+ *\(' | tr -d ' (' | sort -u
}

check() {
    nm -D --defined-only "$2" | awk 'NF == 3 { print $3 }' | sort -u >"$work/exported"
    public_names "$1" >"$work/public"
    {
        comm -23 "$work/exported" "$work/public" | sed 's/^/exported, but not public: /'
        comm -13 "$work/exported" "$work/public" | sed 's/^/public, but not exported: /'
    } >"$work/faults"
    cat "$work/faults"
    [ ! -s "$work/faults" ] && [ -s "$work/public" ]
}

check include "$library" || fault "the exports of the shared library"
"$cc" -Iinclude tests/install/app.c "$library" -o "$work/app" &&
    LD_LIBRARY_PATH=$work/build "$work/app" || fault "the program fails"

echo 'int minrisk_stray(void); int minrisk_stray(void) { return 1; }' >"$work/stray.c"
"$cc" -shared -fPIC "$work/stray.c" -o "$work/stray.so" || fault "self-test: no shared library"
must_refuse "a stray export" "not public: minrisk_stray" check include "$work/stray.so"
must_refuse "a missing export" "not exported: minrisk_hhi" check include "$work/stray.so"
finish
