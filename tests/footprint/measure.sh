#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the library for one processor with -Os and a section for each function, and prints what each
# public function takes: "name code read-only-data stack", in bytes, and what else of the public
# functions it brings; the same for the parts that limits.txt names; and "fault: ..." for writable
# data, recursion, frames of no fixed size and calls through pointers. measure.sh TARGET FOLDER.
# Helpers of the compiler and mem* are not in it.
set -e
target=$1
folder=$2

options="-std=c99 -Os -ffreestanding -ffp-contract=off -ffunction-sections -fdata-sections"
options="$options -fstack-usage -fcallgraph-info=su -Iinclude"
case $target in
cortex-m0plus) build="arm-none-eabi-gcc -mcpu=cortex-m0plus -mthumb" ;;
cortex-m4f) build="arm-none-eabi-gcc -mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16" ;;
rv32imc) build="riscv64-unknown-elf-gcc -march=rv32imc -mabi=ilp32" ;;
avr) build="avr-gcc -mmcu=atmega1284p -DMINRISK_INTEGER_ONLY" ;;
x86-64) build="gcc -m64 -fno-pic -fcf-protection=none -fno-asynchronous-unwind-tables" ;;
esac

declared() {
    awk '/^MINRISK_API/ { on = 1 }
        on && match($0, /minrisk_[a-z0-9_]+\(/) { print substr($0, RSTART, RLENGTH - 1); on = 0 }' "$@"
}

# The headers of the core, as tests/house/code.sh has it, and all of them.
core="status concentration ranking partial count trend pipeline"
core_headers=$(for room in $core; do echo "include/minrisk/$room.h"; done)

mkdir -p "$folder"
for source in lib/*.c; do
    name=${source##*/}
    # shellcheck disable=SC2086
    $build $options -c "$source" -o "$folder/${name%.c}.o"
done
# shellcheck disable=SC2086
{
    declared include/minrisk/*.h | sed 's/.*/& &/'
    echo "core" $(declared $core_headers)
    echo "all" $(declared include/minrisk/*.h)
} >"$folder/groups"
readelf -WSsr "$folder"/*.o >"$folder/sections" 2>"$folder/log"
awk -f tests/footprint/closure.awk "$folder/groups" "$folder/sections" >"$folder/sizes"
cat include/minrisk/*.h | awk -v level="-Os" -f tests/stack/stack.awk - "$folder"/*.ci >"$folder/stacks"
grep -h '^fault:' "$folder/sizes" "$folder/stacks" || true
awk '/^fault:/ { next }
    FNR == NR { stack[$1] = $2; next }
    { bytes = $1 in stack ? stack[$1] : "-"; $3 = $3 " " bytes; print }' \
    "$folder/stacks" "$folder/sizes"
