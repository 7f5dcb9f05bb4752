#!/bin/sh
# SPDX-License-Identifier: MIT
# Compiles ROOT/lib with call graphs at several levels of optimisation, and writes and prints the
# worst stack of each public function, with a line "fault: ..." for whatever has no bound.
# measure.sh CC OBJECT-FOLDER ROOT TABLE LEVEL...
set -e
cc=$1
graphs=$2
root=$3
table=$4
shift 4

rm -rf "$graphs"
: >"$table.new"
for level; do
    mkdir -p "$graphs/$level"
    for source in "$root"/lib/*.c; do
        name=${source##*/}
        "$cc" -std=c99 "$level" -fPIC -ffp-contract=off -fstack-usage -fcallgraph-info=su \
            -I"$root/include" -c "$source" -o "$graphs/$level/${name%.c}.o"
    done
    cat "$root"/include/*.h "$root"/include/*/*.h |
        awk -v level="$level" -f tests/stack/stack.awk - "$graphs/$level"/*.ci >>"$table.new"
done

# The worst of the levels: "name bytes bound level", then the faults.
awk '
    /^fault:/ { if (!seen[$0]++) faults = faults $0 "\n"; next }
    !($1 in worst) { order[++n] = $1 }
    $2 + 0 >= worst[$1] + 0 { worst[$1] = $2 + 0; bound[$1] = $3; level[$1] = $4 }
    END {
        for (i = 1; i <= n; i++)
            print order[i], worst[order[i]], bound[order[i]], level[order[i]]
        printf "%s", faults
    }' "$table.new" >"$table"
rm "$table.new"

awk '
    function thousands(x) { return x < 1000 ? x : sprintf("%d,%03d", int(x / 1000), x % 1000) }
    /^fault:/ { print; next }
    { printf "%-32s %6s bytes of %6s at %s\n", $1, thousands($2), thousands($3), $4 }' "$table"
