#!/bin/sh
# SPDX-License-Identifier: MIT
# pkg-config finds an installed prefix after it was moved: pkgconfig.sh CMAKE BUILD-FOLDER CC.
. tests/house/frame.sh
cmake=$1
build=$2
cc=$3
have pkg-config || skip "pkg-config not found (Debian: pkg-config)"
scratch

"$cmake" --install "$build" --prefix "$work/first" >"$work/log" 2>&1 ||
    fault "cmake --install: $(cat "$work/log")"
mv "$work/first" "$work/moved"
folder=$(dirname "$(find "$work/moved" -name minrisk.pc)")

ask() {
    PKG_CONFIG_PATH=$folder pkg-config "$@" 2>&1
}

# shellcheck disable=SC2046
if "$cc" tests/install/app.c $(ask --cflags --libs minrisk) -o "$work/app"; then
    LD_LIBRARY_PATH=$folder/.. "$work/app" || fault "the program fails"
else
    fault "the program is not built with $(ask --cflags --libs minrisk)"
fi
must_refuse "a version that is not there" "99.0" ask --exists --print-errors "minrisk >= 99.0"
finish
