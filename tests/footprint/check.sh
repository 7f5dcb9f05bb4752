#!/bin/sh
# SPDX-License-Identifier: MIT
# What the library takes on small processors is what table.txt and README.md say, and within
# limits.txt. Another compiler's figures are held to the limits alone.
. tests/house/frame.sh
scratch
. tests/footprint/measure_all.sh
[ -f "$work/measured/cortex-m4f" ] && [ -f "$work/measured/cortex-m0plus" ] ||
    skip "no compiler for Cortex-M"
table=tests/footprint/table.txt

# limits_hold TABLE: each figure is at most what is held.
limits_hold() {
    awk '
        FILENAME ~ /limits/ { if ($1 !~ /^#/ && NF) limit[++n] = $0; next }
        /^bytes/ { for (i = 5; i < NF; i++) column[$i] = 3 * (i - 5) + 2; next }
        !/^(#|struct|instructions)/ { row[$1] = $0 }
        END {
            place["code"] = 0; place["constants"] = 1; place["stack"] = 2
            for (i = 1; i <= n; i++) {
                split(limit[i], l, " ")
                split(row[l[1]], r, " ")
                value = r[column[l[2]] + place[l[3]]]
                if (value !~ /^[0-9]+$/ || value + 0 > l[5] + 0) {
                    print l[1] " on " l[2] ": " l[3] " of " value " bytes, held to " l[5]
                    bad = 1
                }
            }
            exit bad || n == 0
        }' tests/footprint/limits.txt "$1"
}

# needs FOLDER: what its objects need from outside, mem* and the compiler's helpers apart: those of the
# Arm run-time ABI, and of libgcc, whose names end in the kinds of their operands.
needs() {
    readelf -Ws "$1"/*.o | awk '$5 == "GLOBAL" && $7 ~ /^[0-9]/ { here[$8] = 1 }
        $5 == "GLOBAL" && $7 == "UND" { asked[$8] = 1 }
        END { for (name in asked) if (!(name in here)) print name }' |
        grep -vE '^mem(cpy|set|cmp)$|^__aeabi_|^__gnu_thumb1_case_|^__[a-z]+[sdthq][fi]+[0-9]?(_s8)?$' |
        grep -vE '^__(do_copy_data|do_clear_bss|tablejump[0-9]?__|prologue_saves__|epilogue_restores__)$' |
        grep -vE '^__riscv_(save|restore)_[0-9]+$'
}

for folder in "$work"/objects/*; do
    needs "$folder" >"$work/needed" && fault "${folder##*/} needs $(cat "$work/needed")"
done
mkdir "$work/bad.o"
echo 'int f(void); int x(void); int x(void) { return f(); }' |
    arm-none-eabi-gcc -c -x c - -o "$work/bad.o/x.o"
[ "$(needs "$work/bad.o")" = f ] || fault "self-test: a function from outside is missed"

grep 'fault:' "$work/table" && fault "the code of lib"
limits_hold "$work/table" || fault "a limit is passed"
if [ -n "$missing" ]; then
    echo "not here:$missing"
elif grep '^#' "$table" | diff - "$work/versions" >/dev/null; then
    diff "$table" "$work/table" || fault "$table is not of these sources: sh tests/footprint/update.sh"
else
    echo "other compilers than those of $table"
fi
awk -f tests/footprint/readme.awk tests/footprint/limits.txt "$table" >"$work/part"
sed -n '/^<!-- table of tests\/footprint/,/^<!-- end of the footprint/p' README.md | sed '1d;$d' |
    diff - "$work/part" || fault "README.md has another table: sh tests/footprint/update.sh"

# A linker agrees with what was added up here.
linked() {
    arm-none-eabi-gcc -mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16 -nostdlib \
        -Wl,--gc-sections,--unresolved-symbols=ignore-all,-e,"$1" "$work"/objects/cortex-m4f/*.o -o "$work/app" &&
        size -A "$work/app" | awk '/^\.text|^\.rodata/ { sum += $2 } END { print sum }'
}
for name in minrisk_hhi minrisk_hhi_points_u32 minrisk_gini minrisk_when_covered \
    minrisk_forecast_trial minrisk_shannon_entropy minrisk_stream_add minrisk_eu_supply_risk; do
    said=$(awk -v name="$name" '$1 == name { print $2 + $3 }' "$work/measured/cortex-m4f")
    is=$(linked "$name")
    # Sections are aligned to four bytes, and equal constants are merged.
    [ "$((is - said))" -le 100 ] && [ "$((said - is))" -le 300 ] ||
        fault "$name takes $is bytes when linked, not $said"
done

sed 's/^minrisk_hhi  *[0-9]* *[0-9]* *[0-9]* *[0-9]*/minrisk_hhi 1 1 1 3600/' "$work/table" >"$work/bad"
must_refuse "code that has grown" "minrisk_hhi on cortex-m4f: code of 3600" limits_hold "$work/bad"
finish
