#!/bin/sh
# SPDX-License-Identifier: MIT
# Every public header, alone and included twice, with each constant that it defines used once, as the
# oldest and the newest C and C++; the umbrella, or with `every` each header, as those between too:
# compile.sh C-COMPILER C++-COMPILER [every].
. tests/house/frame.sh

cc=$1
cxx=$2
every=${3-}
have "$cc" || skip "$cc not found"
have "$cxx" || skip "$cxx not found"
scratch

common="-fsyntax-only -pedantic-errors -Wall -Wextra -Werror -Wconversion -Wsign-conversion -Wshadow
    -Wundef -Wcast-qual -Wfloat-conversion -Wwrite-strings"
c_only="-Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition -Wc++-compat"
cxx_only="-Wold-style-cast -Wnon-virtual-dtor"

# An object-like macro is checked where it is used, not where it is defined.
uses_of_macros() {
    strip "$1" | awk '
        $1 == "#define" && $2 ~ /^MINRISK_[A-Z0-9_]+$/ && (NF > 2 || /\\$/) && $2 != "MINRISK_API" {
            printf "    (void)(%s);\n", $2
        }' | sort -u
}

program_for() {
    printf '#include "%s"\n#include "%s"\n' "$2" "$2"
    printf 'int main(void)\n{\n'
    uses_of_macros "$1/$2"
    printf '    return 0;\n}\n'
}

# matrix INCLUDE-FOLDER HEADER
matrix() {
    years_c="c99 c2x"
    years_cxx="c++98 c++20"
    if [ "$every" = every ] || [ "$2" != "${2#bad}" ] || [ "$2" = minrisk.h ]; then
        years_c="c99 c11 c17 c2x"
        years_cxx="c++98 c++11 c++14 c++17 c++20"
    fi
    program_for "$1" "$2" >"$work/program.c"
    cp "$work/program.c" "$work/program.cc"
    for std in $years_c; do
        # shellcheck disable=SC2086
        "$cc" -std=$std $common $c_only -I"$1" "$work/program.c" || fault "$2 as $std by $cc"
    done
    for std in $years_cxx; do
        # shellcheck disable=SC2086
        "$cxx" -std=$std $common $cxx_only -I"$1" "$work/program.cc" || fault "$2 as $std by $cxx"
    done
}

refuse_header() {
    mkdir -p "$work/bad"
    printf '%b\n' "$2" >"$work/bad/bad.h"
    must_refuse "$1" "bad.h as $3" refused_matrix
}

refused_matrix() {
    (
        faults=0
        matrix "$work/bad" bad.h
        [ "$faults" -eq 0 ]
    )
}

headers=0
for path in include/minrisk.h include/minrisk/*.h; do
    matrix include "${path#include/}"
    headers=$((headers + 1))
done
[ "$headers" -ge 2 ] || fault "only $headers headers found"
echo "$headers headers, $cc and $cxx"

refuse_header "a header that leans on another" 'size_t minrisk_x(void);' c99
refuse_header "a header without a guard" 'struct minrisk_x { int a; };' c11
refuse_header "a C++ keyword as a name" \
    '#ifndef X\n#define X\nint minrisk_x(int class);\n#endif' c++98
refuse_header "an extension of the compiler" \
    '#ifndef X\n#define X\nstruct minrisk_x { int a; int b[0]; };\n#endif' c17
refuse_header "a comma after the last enumerator" \
    '#ifndef X\n#define X\nenum minrisk_x { MINRISK_A, };\n#endif' c++98
refuse_header "a C cast in a constant" \
    '#ifndef X\n#define X\n#define MINRISK_A (int)1.5\n#endif' c++20
finish
