#!/bin/sh
# SPDX-License-Identifier: MIT
# The same bits on other processors: 32 bits, the other order of bytes, doubles in software, x87, and
# no operating system; each with its cross compiler, where that is here, under emulation. Sums of two
# doubles by themselves too, since a support library was found to get some of them wrong: sums.c.
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

# sums NAME COMPILER OPTION...
sums() {
    name=$1
    shift
    if ! "$@" -Ilib -Iinclude tests/targets/sums.c -o "$work/app" 2>"$work/log"; then
        fault "$name, sums: $(cat "$work/log")"
    else
        $runner "$work/app" >"$work/results" 2>&1 || fault "$name: wrong sums"
        sed "s/^/$name: /" "$work/results"
    fi
}

while read -r target processor options; do
    if ! have "$target-gcc" || ! find_runner "$processor" "$target-gcc"; then
        echo "not here: $target"
        continue
    fi
    ran=$((ran + 1))
    # shellcheck disable=SC2086
    case $options in
    *RESULTS_EXACT_ONLY*)
        check "$target $options" "$work/expected" "$runner" "$target-gcc" -static $options
        ;;
    *)
        check "$target $options" "$hashes" "$runner" "$target-gcc" -static $options
        sums "$target $options" "$target-gcc" -static $options
        ;;
    esac
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

# A Cortex-M3 with 4 MB of each memory and a stack of 16 KB; picolibc brings the start-up code and
# prints through the emulator, to its standard error.
board() {
    timeout 600 qemu-system-arm -M mps2-an385 -nographic -monitor none -serial none \
        -semihosting-config enable=on,target=native -kernel "$1" 2>&1 </dev/null
}

if have arm-none-eabi-gcc && have qemu-system-arm && [ -d /usr/lib/picolibc/arm-none-eabi ]; then
    ran=$((ran + 1))
    runner=board
    set -- arm-none-eabi-gcc -O2 -mcpu=cortex-m3 -mthumb --specs=picolibc.specs --oslib=semihost \
        --crt0=semihost -Tpicolibc.ld -Wl,--defsym=__flash=0,--defsym=__flash_size=0x400000 \
        -Wl,--defsym=__ram=0x20000000,--defsym=__ram_size=0x400000,--defsym=__stack_size=0x4000
    check "Cortex-M3" "$hashes" "$runner" "$@"
    sums "Cortex-M3" "$@"
else
    echo "not here: Cortex-M3"
fi
[ "$ran" -gt 0 ] || skip "no cross compiler with its emulator"

if have i686-linux-gnu-gcc; then
    must_refuse "the reproducible class on x87" "build with -msse2 -mfpmath=sse" \
        build "$work/app" i686-linux-gnu-gcc -O2 -mfpmath=387
fi
finish
