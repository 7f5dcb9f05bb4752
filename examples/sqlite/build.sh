#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the extension: sh examples/sqlite/build.sh FOLDER leaves minrisk.so in FOLDER.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
sh "$here/../library.sh" "$1"
# A symbol that is not exported cannot clash with another library's.
"${CC:-cc}" -std=c99 -O2 -fPIC -shared -fvisibility=hidden -ffp-contract=off \
    -Wall -Wextra -Wconversion -Wshadow -Werror -I"$here/../../include" -o "$1/minrisk.so" \
    "$here"/*.c "$1/libminrisk.a" -Wl,--exclude-libs,ALL -lm
