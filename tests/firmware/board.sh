#!/bin/sh
# SPDX-License-Identifier: MIT
# The firmware of examples/firmware under emulation: its example, then a host that means well and one
# that does not (talk.c). board.sh talk | all; all is with another seed and the larger board too, and
# programs that do wrong (faults.c), from which the board must start anew.
. tests/house/frame.sh
scratch
here=examples/firmware

sh $here/run.sh "$work" >"$work/log" 2>&1
status=$?
cat "$work/log"
[ $status -ne 77 ] || exit 77
[ $status -eq 0 ] || fault "run.sh ends with status $status"
[ "$(grep -c 'points  CONCENTRATED' "$work/log")" -eq 13 ] || fault "the example has other levels"
grep -q '6601\.3 points' "$work/log" || fault "not the points of tungsten that README.md has"

strict="-std=c99 -O1 -Wall -Wextra -Werror -Wconversion -Wshadow -ffp-contract=off -Iinclude -I$here"
# shellcheck disable=SC2086
cc $strict -DMINRISK_EXACT_ONLY tests/firmware/talk.c $here/host.c $here/frame.c $here/supply.c \
    lib/stream.c lib/exact.c lib/concentration.c lib/arithmetic.c lib/status.c \
    -lm -o "$work/talk" || fault "talk.c is not compiled"

# talk MACHINE PROGRAM SEED
talk() {
    timeout 300 "$work/talk" "$1" "$work/$2.elf" "$work/lights" "$3" || fault "$1, seed $3"
}

# restarts MACHINE NAME CPU-OPTION...
restarts() {
    machine=$1
    name=$2
    shift 2
    # shellcheck disable=SC2086
    arm-none-eabi-gcc "$@" -mthumb -g -ffreestanding -fno-builtin -isystem $here/libc $strict \
        -ffunction-sections -fdata-sections -nostdlib -Wl,--gc-sections -T $here/mps2.ld \
        tests/firmware/faults.c $here/board.c $here/start.c $here/line.c $here/frame.c \
        $here/libc/mem.c -lgcc -o "$work/faults.elf" || fault "faults.c is not compiled"
    timeout 300 "$work/restarts" "$machine" "$work/faults.elf" || fault "$name does not start anew"
}

if [ "$1" = all ]; then
    # shellcheck disable=SC2086
    cc $strict tests/firmware/restarts.c $here/host.c $here/frame.c -o "$work/restarts" ||
        fault "restarts.c is not compiled"
    talk mps2-an385 cortex-m3 20261126
    talk mps2-an500 cortex-m7 1
    restarts mps2-an385 cortex-m3 -mcpu=cortex-m3
    restarts mps2-an500 cortex-m7 -mcpu=cortex-m7 -mfloat-abi=hard -mfpu=fpv5-d16
else
    talk mps2-an385 cortex-m3 1
fi
finish
