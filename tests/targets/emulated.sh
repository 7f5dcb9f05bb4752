#!/bin/sh
# SPDX-License-Identifier: MIT
# The same bits on other processors: the program that hashes what each public function gives, built
# by each cross compiler that is here and run under user-mode emulation. emulated.sh CC.
. tests/house/frame.sh
cc=$1
scratch

# results COMPILER OUTPUT RUNNER... [-- OPTION...]
results() {
    compiler=$1
    output=$2
    runner=$3
    shift 3
    "$compiler" "$@" -Iinclude tests/install/results.c lib/*.c -o "$work/app" &&
        $runner "$work/app" >"$output"
}

same() {
    diff "$work/expected" "$1"
}

results "$cc" "$work/expected" "" -O2 || fault "the program for this machine"
ran=0
while read -r name processor options; do
    have "$name-gcc" && have "qemu-$processor" || { echo "not here: $name"; continue; }
    # shellcheck disable=SC2086
    if ! results "$name-gcc" "$work/results" "qemu-$processor" -O2 -static $options \
        2>"$work/log"; then
        fault "$name: $(cat "$work/log")"
    elif same "$work/results"; then
        echo "the same bits: $name $options"
        ran=$((ran + 1))
    else
        fault "$name gives other bits"
    fi
done <<END
aarch64-linux-gnu aarch64
riscv64-linux-gnu riscv64
s390x-linux-gnu s390x
arm-linux-gnueabi arm
arm-linux-gnueabihf arm
powerpc64le-linux-gnu ppc64le
powerpc64-linux-gnu ppc64
mips-linux-gnu mips
i686-linux-gnu i386 -msse2 -mfpmath=sse
END
[ "$ran" -gt 0 ] || [ "$faults" -gt 0 ] || skip "no cross compiler with its emulator"

sed 's/^0/1/; t; s/^./0/' "$work/expected" >"$work/bad"
must_refuse "a result that differs" "<" same "$work/bad"
finish
