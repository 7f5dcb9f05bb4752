#!/bin/sh
# SPDX-License-Identifier: MIT
# One hash of the great sweep, of its first 10,000 cases, from every compiler, at each level, and with
# each set of instructions that this processor has. sweep_flags.sh COMPILER few|every.
. tests/house/frame.sh
compiler=$1
cases=10000
have "$compiler" || skip "$compiler not found"
scratch
echo '#include <gmp.h>' | "$compiler" -E - >/dev/null 2>&1 || skip "GMP not found (Debian: libgmp-dev)"

# same_hash PROGRAM HASH FLAGS: against the library of those flags.
same_hash() {
    files="tests/numeric/sweep_frame.c tests/numeric/sweep_cases.c tests/numeric/sweep_oracle.c"
    case $1 in
    sweep) files="tests/numeric/sweep.c $files" ;;
    *) files="tests/numeric/sweep_rest.c tests/numeric/sweep_scores.c $files" ;;
    esac
    # shellcheck disable=SC2086
    if ! "$compiler" $3 -Iinclude -Itests -Ilib $files "$work"/objects/*.o -lgmp -lm \
        -o "$work/app" 2>"$work/log"; then
        fault "$compiler $3, $1: $(cat "$work/log")"
    elif "$work/app" $cases >"$work/output" && grep -q " 0 wrong, hash $2\$" "$work/output"; then
        echo "the same bits: $compiler $3, $1"
    else
        fault "$compiler $3, $1: $(tail -n 3 "$work/output")"
    fi
}

both() {
    rm -rf "$work/objects"
    mkdir "$work/objects"
    # shellcheck disable=SC2086
    if ! (cd "$work/objects" && "$compiler" $1 -I"$root/include" -c "$root"/lib/*.c) 2>"$work/log"; then
        fault "$compiler $1: $(cat "$work/log")"
        return
    fi
    same_hash sweep 9c8f807864c4db9a "$1"
    same_hash sweep_rest 4763f9549b2801e1 "$1"
}

root=$(pwd)
both -O0
both "-O3 -march=native -ffp-contract=fast"
if [ "${2-}" = every ]; then
    for level in -O1 -O2 -O3 -Os; do
        both $level
    done
    both "-O2 -DMINRISK_CPU_DISPATCH=0"
    both "-O2 -DMINRISK_EXACT_ONLY"
fi
finish
