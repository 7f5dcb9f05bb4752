#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints the binary interface that the headers of a folder declare, as they are laid out where longs
# and pointers have 64 bits: extract.sh CC INCLUDE-FOLDER. Run from the root of the repository.
. tests/house/frame.sh
cc=$1
include=$2
scratch

for path in "$include"/minrisk.h "$include"/minrisk/*.h; do
    mkdir -p "$work/plain/minrisk"
    strip -v literals=1 "$path" >"$work/plain/${path#"$include"/}"
done
awk -f tests/abi/declarations.awk "$work"/plain/*.h "$work"/plain/minrisk/*.h >"$work/print.c"
"$cc" -std=c99 -w -I"$include" "$work/print.c" -o "$work/print" >&2 || exit 1
"$work/print" | sort
