#!/bin/sh
# SPDX-License-Identifier: MIT
# The same bits on other processors: 32 bits, the other order of bytes, arithmetic in software, x87;
# each with its cross compiler, where that is here, under user-mode emulation.
. tests/house/frame.sh
scratch
. tests/targets/results.sh
exact_lines "$hashes" >"$work/expected"
ran=0

# Sets `runner`, which stays empty for what this processor runs by itself.
find_runner() {
    runner=""
    printf 'int main(void) { return 0; }\n' >"$work/any.c"
    "$2" -static "$work/any.c" -o "$work/any" 2>/dev/null && "$work/any" 2>/dev/null && return
    runner=qemu-$1
    have "$runner"
}

while read -r name processor options; do
    if ! have "$name-gcc" || ! find_runner "$processor" "$name-gcc"; then
        echo "not here: $name"
        continue
    fi
    expected=$hashes
    case $options in *RESULTS_EXACT_ONLY*) expected=$work/expected ;; esac
    # shellcheck disable=SC2086
    check "$name $options" "$expected" "$runner" "$name-gcc" -static $options
    ran=$((ran + 1))
done <<END
aarch64-linux-gnu aarch64 -O2
riscv64-linux-gnu riscv64 -O2
s390x-linux-gnu s390x -O2
arm-linux-gnueabi arm -O2
arm-linux-gnueabihf arm -O2
powerpc64le-linux-gnu ppc64le -O2
powerpc64-linux-gnu ppc64 -O2
mips-linux-gnu mips -O2
i686-linux-gnu i386 -O2 -msse2 -mfpmath=sse
i686-linux-gnu i386 -O2 -DRESULTS_EXACT_ONLY
i686-linux-gnu i386 -O0 -mfpmath=387 -DRESULTS_EXACT_ONLY
i686-linux-gnu i386 -Ofast -mfpmath=387 -DRESULTS_EXACT_ONLY
END
[ "$ran" -gt 0 ] || skip "no cross compiler with its emulator"

if have i686-linux-gnu-gcc; then
    must_refuse "the reproducible class on x87" "build with -msse2 -mfpmath=sse" \
        build "$work/app" i686-linux-gnu-gcc -O2 -mfpmath=387
fi
finish
