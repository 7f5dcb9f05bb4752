#!/bin/sh
# SPDX-License-Identifier: MIT
# Structs without a pointer or a size_t in them have one layout everywhere: where the manifest puts
# each member for 64-bit pointers, compilers for 32-bit pointers put it too. ilp32.sh CC.
. tests/house/frame.sh
scratch

# Asserts at compile time, made of the manifest's lines on structs of fixed width.
asserts() {
    awk '
        BEGIN {
            print "#include <stddef.h>"
            print "#include \"minrisk.h\""
            print "typedef char ilp32[sizeof(void *) == 4 ? 1 : -1];"
        }
        $1 != "struct" { next }
        { type = $2; sub(/:$/, "", type) }
        $4 == "bytes," { size[type] = $3; next }
        / size_t |\*/ { wide[type] = 1 }
        { inner[type] = inner[type] " " $3 }
        { place[++n] = type " " $(NF - 4) " " $(NF - 2) + 0 " " $(NF - 1) }
        # A struct with a struct of that kind in it is one too; the manifest nests them twice at most.
        function spread(    type, list, m, i) {
            for (type in inner) {
                m = split(inner[type], list, " ")
                for (i = 1; i <= m; i++)
                    if (list[i] in wide)
                        wide[type] = 1
            }
        }
        END {
            spread()
            spread()
            for (i = 1; i <= n; i++) {
                split(place[i], word, " ")
                if (word[1] in wide)
                    continue
                member = word[2]
                sub(/\[.*/, "", member)
                printf "typedef char at_%d[offsetof(%s, %s) == %d ? 1 : -1];\n", i, word[1], member, word[3]
            }
            for (type in size)
                if (!(type in wide))
                    printf "typedef char size_of_%s[sizeof(%s) == %d ? 1 : -1];\n", type, type, size[type]
        }' tests/abi/manifest.txt
}

# check INCLUDE-FOLDER COMMAND: a compiler and its options, without its standard library.
check() {
    # shellcheck disable=SC2086
    $2 -ffreestanding -fsyntax-only -w -I"$1" "$work/asserts.c" 2>&1
}

works() {
    echo 'typedef char p[sizeof(void *) == 4 ? 1 : -1];' >"$work/probe.c"
    echo '#include <minrisk.h>' >>"$work/probe.c"
    have "${1%% *}" && check_probe "$1" >/dev/null 2>&1
}

check_probe() {
    # shellcheck disable=SC2086
    $1 -ffreestanding -fsyntax-only -Iinclude "$work/probe.c"
}

asserts >"$work/asserts.c"
for type in minrisk_when minrisk_reliance minrisk_interval minrisk_balance; do
    grep -q "size_of_$type\[" "$work/asserts.c" || fault "$type is not of fixed width"
done
grep -q 'minrisk_eu_stage' "$work/asserts.c" && fault "minrisk_eu_stage has a struct with pointers"
grep -q 'minrisk_projects' "$work/asserts.c" && fault "minrisk_projects has pointers"

mkdir "$work/bad"
cp -R include "$work/bad/include"
sed 's/^    double \(low\|high\);/    void *\1;/' include/minrisk/partial.h \
    >"$work/bad/include/minrisk/partial.h"
compilers=0
for command in "$1 -m32" "gcc -m32" "clang -m32" "clang --target=armv7-none-eabi" \
    "clang --target=riscv32-unknown-elf" arm-none-eabi-gcc riscv32-unknown-elf-gcc; do
    works "$command" || { echo "not here: $command"; continue; }
    compilers=$((compilers + 1))
    check include "$command" || fault "another layout: $command"
    echo "the same layout: $command"
    must_refuse "a member as wide as a pointer" "at_" check "$work/bad/include" "$command"
done
[ "$faults" -gt 0 ] || [ "$compilers" -gt 0 ] ||
    skip "no compiler for 32-bit pointers (Debian: gcc-multilib, or clang)"
finish
