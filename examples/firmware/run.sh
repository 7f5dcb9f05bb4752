#!/bin/sh
# SPDX-License-Identifier: MIT
# The firmware for two boards, its size against its limits, and an hour of tungsten under emulation.
#
#     sh examples/firmware/run.sh [FOLDER]
#
# leaves cortex-m3.elf, cortex-m7.elf and the host's program `watch` in FOLDER. Nothing of a C library
# is linked into the boards' programs.
set -eu
cd "$(dirname "$0")/../.."
folder=${1:-build/examples/firmware}
here=examples/firmware

for tool in arm-none-eabi-gcc qemu-system-arm cc; do
    command -v $tool >/dev/null 2>&1 || {
        echo "skipped: $tool not found (Debian: gcc-arm-none-eabi qemu-system-arm gcc)"
        exit 77
    }
done
mkdir -p "$folder"

most_flash=8192 # bytes: code, constants and first values
most_ram=4096   # variables and the main program's stack of 2 KB

warnings="-std=c99 -Wall -Wextra -Werror -Wconversion -Wshadow"
strict="$warnings -ffp-contract=off -Iinclude -I$here"

# firmware NAME CPU-OPTION...
firmware() {
    name=$1
    shift
    # shellcheck disable=SC2086
    arm-none-eabi-gcc "$@" -mthumb -Os -g -ffreestanding -fno-builtin -ffunction-sections \
        -fdata-sections -DMINRISK_EXACT_ONLY -isystem $here/libc $strict -nostdlib -Wl,--gc-sections \
        -Wl,--fatal-warnings -T $here/mps2.ld $here/main.c $here/board.c $here/start.c \
        $here/line.c $here/supply.c $here/frame.c $here/libc/mem.c lib/stream.c lib/exact.c lib/arithmetic.c \
        -lgcc -o "$folder/$name.elf"
    arm-none-eabi-size "$folder/$name.elf" | awk -v name="$name" -v flash=$most_flash -v ram=$most_ram '
        NR == 2 {
            printf "%s: %d bytes of flash, %d with first values, %d zeroed or stack\n", name, $1, $2, $3
            if ($1 + $2 > flash || $2 + $3 > ram) {
                printf "more than %d of flash or %d of RAM\n", flash, ram
                exit 1
            }
        }'
}

firmware cortex-m3 -mcpu=cortex-m3
firmware cortex-m7 -mcpu=cortex-m7 -mfloat-abi=hard -mfpu=fpv5-d16
# shellcheck disable=SC2086
cc -O1 $strict -DMINRISK_EXACT_ONLY $here/watch.c $here/host.c $here/frame.c lib/concentration.c \
    lib/exact.c lib/arithmetic.c -o "$folder/watch"
"$folder/watch" mps2-an385 "$folder/cortex-m3.elf"
