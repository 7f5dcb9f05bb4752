#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the library for one processor with -Os and a section for each function, and prints what each
# public function takes, alone in a program: "name code constants stack brings...", in bytes, the last
# being the other public functions that come with it; then the same of all public functions of the
# core and of the library, of the sweep's own files, and the bytes of each struct; and "fault: ..."
# for writable data, recursion, frames of no fixed size and calls through pointers. What a compiler's
# helpers and mem* take is not in it. measure.sh TARGET FOLDER.
set -e
target=$1
folder=$2
. tests/footprint/targets.sh

choose_target "$target"
options="-std=c99 -Os -ffreestanding -ffp-contract=off -ffunction-sections -fdata-sections"
options="$options -fstack-usage -Iinclude -Ilib"
[ "$target" = avr ] || options="$options -fcallgraph-info=su"

rm -rf "$folder"
mkdir -p "$folder"
sources=$(echo lib/*.c)
[ "$target" != avr ] || sources=$(grep -L '^#ifndef MINRISK_INTEGER_ONLY' lib/*.c)
for source in $sources; do
    name=${source##*/}
    # shellcheck disable=SC2086
    $compiler $options -c "$source" -o "$folder/${name%.c}.o"
done

# functions HEADER...: what the headers declare for this target.
functions() {
    for header in "$@"; do
        echo "#include \"$header\""
    done | $compiler -std=c99 -ffreestanding -Iinclude -Ilib -E -P -x c - | tr '\n;' ' \n' |
        grep -oE 'minrisk_[a-z0-9_]+ *\(.*' | grep -oE '^minrisk_[a-z0-9_]+' | sort -u
}

functions minrisk.h >"$folder/public"
if [ "$target" = avr ]; then
    : >"$folder/sweep"
else
    functions sweep.h | grep -E '^minrisk_(plain_)?sweep' >"$folder/sweep"
fi
core="status concentration ranking partial count trend pipeline" # as tests/house/code.sh has it
# shellcheck disable=SC2046,SC2086
{
    sed 's/.*/& &/' "$folder/public"
    [ "$target" = avr ] || echo "core" $(functions $(printf 'minrisk/%s.h ' $core))
    echo "all" $(cat "$folder/public")
} >"$folder/groups"
readelf -WSsr "$folder"/*.o >"$folder/sections" 2>"$folder/log"
awk -f tests/footprint/closure.awk "$folder/groups" "$folder/sections" >"$folder/sizes"

[ "$target" != avr ] ||
    awk -f tests/footprint/avr.awk "$folder"/*.su "$folder/sections" >"$folder/all.ci"
sed 's/.*/MINRISK_API int &(/' "$folder/public" "$folder/sweep" |
    awk -v level="-Os" -f tests/stack/stack.awk - "$folder"/*.ci >"$folder/stacks"
if [ "$target" != avr ]; then
    size "$folder/sweep.o" "$folder/spells.o" | awk 'NR > 1 { code += $1 }
        END { print "sweep", code, 0 }' >>"$folder/sizes"
    grep -F -w -f "$folder/sweep" "$folder/stacks" |
        awk '$2 > most { most = $2 } END { print "sweep", most }' >"$folder/sweep.stack"
    cat "$folder/sweep.stack" >>"$folder/stacks"
fi
grep -h '^fault:' "$folder/sizes" "$folder/stacks" || true
awk '/^fault:/ { next }
    FILENAME ~ /stacks$/ { stack[$1] = $2; next }
    { $3 = $3 " " ($1 in stack ? stack[$1] : "-"); print }' "$folder/stacks" "$folder/sizes"

cat include/minrisk/*.h | sed -n 's/^} \(minrisk_[a-z_]*\);.*/\1/p' | sort -u |
    while read -r struct; do
        printf '#include "minrisk.h"\nchar %s_bytes[sizeof(%s)];\n' "$struct" "$struct" >"$folder/state.c"
        # shellcheck disable=SC2086
        $compiler -std=c99 -ffreestanding -Iinclude -c "$folder/state.c" -o "$folder/state.o" 2>/dev/null ||
            continue
        readelf -Ws "$folder/state.o" | awk -v name="$struct" '$8 == name "_bytes" { print "struct", name, $3 }'
    done
