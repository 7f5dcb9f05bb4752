#!/bin/sh
# SPDX-License-Identifier: MIT
# lib/count.c has integer instructions alone: built for processors that have no others, by each
# compiler that is here, it asks for no helper that computes with floating point. integers.sh CC [NM].
. tests/house/frame.sh
cc=$1
nm=${2:-nm}
have "$nm" || skip "nm not found"
scratch

# Helpers of GCC, of compiler-rt and of the Arm run-time ABI.
floating='^__(add|sub|mul|div|neg|cmp|eq|ne|lt|le|gt|ge|unord|pow)i?[sdt]f[i23]*$'
floating="$floating|^__(fix|fixuns|float|floatun|floatuns|extend|trunc)[sdt]"
floating="$floating|^__aeabi_([cdf]|[a-z0-9]+2[df]$)"

# check SOURCE COMPILER OPTION...
check() {
    source=$1
    shift
    "$@" -std=c99 -O2 -ffreestanding -Iinclude -Ilib -c "$source" -o "$work/object" || return 1
    "$nm" -u "$work/object" | awk '{ print $NF }' | grep -E "$floating" >"$work/faults" || return 0
    sed 's/^/floating point: /' "$work/faults"
    return 1
}

echo 'double f(double x); double f(double x) { return x * x + 1; }' >"$work/bad.c"
# Debian's C library for MIPS has headers for hardware floating point alone, hence the two macros.
ran=0
while read -r compiler options; do
    have "$compiler" || { echo "not here: $compiler"; continue; }
    # shellcheck disable=SC2086
    echo 'int f(int x); int f(int x) { return x; }' | "$compiler" $options -x c -c - \
        -o "$work/object" 2>/dev/null || { echo "cannot: $compiler $options"; continue; }
    # shellcheck disable=SC2086
    check lib/count.c "$compiler" $options || fault "lib/count.c by $compiler $options"
    ran=$((ran + 1))
    case $options in
    *soft*)
        # shellcheck disable=SC2086
        must_refuse "a double by $compiler" "floating point: __" check "$work/bad.c" "$compiler" $options
        ;;
    esac
done <<END
$cc -mgeneral-regs-only
arm-linux-gnueabi-gcc -msoft-float
mips-linux-gnu-gcc -msoft-float -U__mips_soft_float -D__mips_hard_float
END
[ "$ran" -gt 0 ] || skip "no compiler for a processor without floating point"
finish
