#!/bin/sh
# SPDX-License-Identifier: MIT
# MINRISK_INTEGER_ONLY leaves integer instructions alone, and just the functions that the headers
# still declare: built for processors that have no others, by each compiler that is here, the library
# asks for no helper that computes with floating point. integers.sh CC [NM].
# shellcheck disable=SC2086
. tests/house/frame.sh
cc=$1
nm=${2:-nm}
have "$nm" || skip "nm not found"
scratch
options=""
common="-std=c99 -ffreestanding -DMINRISK_INTEGER_ONLY -Iinclude -Ilib"

# Helpers of GCC, of compiler-rt and of the Arm run-time ABI.
floating='^__(add|sub|mul|div|neg|cmp|eq|ne|lt|le|gt|ge|unord|pow)i?[sdt]f[i23]*$'
floating="$floating|^__(fix|fixuns|float|floatun|floatuns|extend|trunc)[sdt]"
floating="$floating|^__aeabi_([cdf]|[a-z0-9]+2[df]$)"

# What is left of all headers.
left="minrisk_forecast_run minrisk_forecast_trial minrisk_forecast_workspace minrisk_hhi_points_u32
    minrisk_hhi_points_u64 minrisk_status_text minrisk_tally_init minrisk_tally_merge
    minrisk_tally_sizeof minrisk_top_points_u32 minrisk_version"

# The others leave out all that they have, which one compiler shows.
sources=$(grep -L '^#ifndef MINRISK_INTEGER_ONLY' lib/*.c)
for source in lib/*.c; do
    echo "#include \"$PWD/$source\""
done >"$work/all.c"

# check SOURCES COMPILER OPTION...: their objects, one by one, in $work/objects.
check() {
    rm -rf "$work/objects"
    mkdir "$work/objects"
    for source in $1; do
        name=${source##*/}
        "$2" $options $common -Os -c "$source" -o "$work/objects/${name%.c}.o" || return 1
    done
    "$nm" -u "$work"/objects/*.o | awk 'NF { print $NF }' | sort -u | grep -E "$floating" \
        >"$work/faults" || return 0
    sed 's/^/floating point: /' "$work/faults"
    return 1
}

# check_functions COMPILER: the headers declare what is left, and the objects have it.
check_functions() {
    echo '#include "minrisk.h"' | "$1" $options $common -E -P -x c - |
        tr '\n' ' ' | tr ';' '\n' | grep -oE 'minrisk_[a-z0-9_]+ *\(' | tr -d ' (' | sort \
        >"$work/declared"
    "$nm" -g --defined-only "$work"/objects/*.o | awk 'NF == 3 { print $3 }' | sort >"$work/defined"
    printf '%s\n' $left | sort | diff - "$work/declared" >"$work/differs" &&
        comm -23 "$work/declared" "$work/defined" >"$work/differs" && [ ! -s "$work/differs" ] &&
        return
    cat "$work/differs"
    return 1
}

echo 'double f(double x); double f(double x) { return x * x + 1; }' >"$work/bad.c"
# Debian's C library for MIPS has headers for hardware floating point alone, hence the two macros.
ran=0
while read -r compiler options; do
    have "$compiler" || { echo "not here: $compiler"; continue; }
    echo 'int f(int x); int f(int x) { return x; }' | "$compiler" $options -x c -c - \
        -o "$work/object" 2>/dev/null || { echo "cannot: $compiler $options"; continue; }
    check "$sources" "$compiler" || fault "the integers by $compiler $options"
    check_functions "$compiler" || fault "what is left by $compiler $options"
    ran=$((ran + 1))
    case $options in
    *general-regs*) ;;
    *) must_refuse "a double by $compiler" "floating point: __" check "$work/bad.c" "$compiler" ;;
    esac
done <<END
$cc -mgeneral-regs-only
arm-linux-gnueabi-gcc -msoft-float
mips-linux-gnu-gcc -msoft-float -U__mips_soft_float -D__mips_hard_float
arm-none-eabi-gcc -mcpu=cortex-m0plus -mthumb
riscv64-unknown-elf-gcc -march=rv32imc -mabi=ilp32
avr-gcc -mmcu=atmega1284p
END
[ "$ran" -gt 0 ] || skip "no compiler for a processor without floating point"
options=-mgeneral-regs-only
check "$work/all.c" "$cc" || fault "all of lib in one"
check_functions "$cc" || fault "what is left in one"
finish
