#!/bin/sh
# SPDX-License-Identifier: MIT
# A compiler's flags cost speed and never bits: every function at each level, with each instruction
# set that this processor has, contraction and strict conformance included; the exact and integer
# classes with whatever breaks strict arithmetic too. flags.sh COMPILER.
. tests/house/frame.sh
compiler=$1
have "$compiler" || skip "$compiler not found"
scratch
. tests/targets/results.sh
exact_lines "$hashes" >"$work/expected"

# has FEATURE: this processor can run what -mFEATURE makes.
has() {
    printf '#include <stdio.h>\nint main(void) { puts(__builtin_cpu_supports("%s") ? "yes" : "no"); }\n' \
        "$1" >"$work/has.c"
    "$compiler" "$work/has.c" -o "$work/has" 2>/dev/null && [ "$("$work/has")" = yes ]
}

# everything FLAGS, exact FLAGS: one build and its comparison.
everything() {
    # shellcheck disable=SC2086
    check "$compiler $1" "$hashes" "" "$compiler" $1
}

exact() {
    # shellcheck disable=SC2086
    check "$compiler $1, exact" "$work/expected" "" "$compiler" $1 -DRESULTS_EXACT_ONLY
}

for level in -O0 -O1 -O2 -O3 -Os; do
    everything "$level"
done
everything "-O2 -DMINRISK_EXACT_ONLY"
everything "-O3 -march=native -ffp-contract=fast"
for set in avx2 avx512f; do
    if has $set; then
        everything "-O2 -m$set"
        everything "-O3 -m$set -mfma -std=gnu99 -ffp-contract=fast"
    else
        echo "not here: $set"
    fi
done

exact "-Ofast"
exact "-Ofast -march=native"
exact "-O2 -ffinite-math-only"
exact "-O2 -fassociative-math -fno-signed-zeros -fno-trapping-math"
exact "-O2 -freciprocal-math"
exact "-O2 -frounding-math"

# Whatever the environment: each mode of rounding, and subnormals flushed, for which gcc has an object
# to link. minrisk_to_points rounds in the current mode, and says so.
grep -v minrisk_to_points "$work/expected" >"$work/left"
in_environment() {
    name=$1
    shift
    if build "$work/app" "$compiler" -O2 -DRESULTS_EXACT_ONLY "$@" 2>"$work/log" &&
        "$work/app" | grep -v minrisk_to_points >"$work/results" &&
        same "$work/left" "$work/results"; then
        echo "the same bits: $compiler, $name, exact"
    else
        fault "$compiler, $name: $(cat "$work/log")"
    fi
}

for mode in FE_UPWARD FE_DOWNWARD FE_TOWARDZERO; do
    in_environment $mode -DRESULTS_ROUNDING=$mode
done
flush=$(gcc -print-file-name=crtfastmath.o 2>/dev/null)
if [ -f "$flush" ]; then
    in_environment "subnormals flushed" "$flush"
fi
finish
