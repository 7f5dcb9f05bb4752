#!/bin/sh
# SPDX-License-Identifier: MIT
# Every line and every branch of lib/ is reached by suites that assert values.
. tests/house/frame.sh
. tests/coverage/suites.sh
have gcc || skip "gcc not found"
have gcov || skip "gcov not found"
scratch

# collect FOLDER: "file:line:part:count" of everything that the library's own objects counted, with what
# several say of one line of a header added up. Parts are "line" and "branch N". Some suites compile
# a file of the library once more; those counters are theirs.
collect() {
    find "$1" -path '*/minrisk.dir/*' -name '*.gcda' | sort | while read -r counters; do
        gcov --stdout --branch-counts --branch-probabilities "$counters" 2>/dev/null
    done | awk '
        /^ *-: *0:Source:/ { file = $0; sub(/.*Source:/, "", file); line = 0; next }
        /^ *[^ ]+: *[0-9]+:/ {
            split($0, part, ":")
            line = part[2] + 0
            branch = 0
            count = part[1]
            gsub(/[ *]/, "", count)
            if (count != "-" && line > 0)
                sum[file ":" line ":line"] += count + 0
            next
        }
        /^branch +[0-9]+ / {
            key = file ":" line ":branch " branch++
            sum[key] += $3 == "taken" ? $4 + 0 : 0
        }
        END { for (key in sum) print key ":" sum[key] }' | sort -t: -k1,1 -k2,2n -k3,3
}

# Paths from the root, of lib/ alone. The counters name the sources by the flag of the build that
# takes the root away, or in full.
of_lib() {
    root=$(pwd)
    sed "s,^$root/,,; s,^\./,," "$1" | grep -E '^lib/[a-z_]+\.[ch]:'
}

check() {
    of_lib "$1" >"$work/lib"
    awk -F: '$4 == 0 { print $1 ":" $2 ": " $3 }' "$work/lib" >"$work/missed"
    awk -F: '
        $3 == "line" { lines++; reached += $4 > 0 }
        $3 != "line" { branches++; taken += $4 > 0 }
        END {
            if (!lines || !branches)
                exit 1
            printf "lines: %d of %d, branches: %d of %d\n", reached, lines, taken, branches
        }' "$work/lib" || return 1
    judge "lines and branches"
}

build_and_run gcc "-O0 --coverage"
collect "$work/build" >"$work/all"
excused lib/*.[ch] >"$work/excused"
for path in lib/*.c; do
    grep -q '^{' "$path" || continue # all of it stands in headers
    grep -q "^[^:]*$path:" "$work/all" || fault "no counters for $path"
done
check "$work/all" || fault "the coverage of lib"

mkdir "$work/bad"
: >"$work/excused"
printf '%s\n' "lib/x.c:1:line:5" "lib/x.c:2:line:0" "lib/x.c:1:branch 0:1" >"$work/bad/all"
must_refuse "a line that no test reaches" "not reached: lib/x.c:2: line" check "$work/bad/all"
printf '%s\n' "lib/x.c:1:line:5" "lib/x.c:1:branch 0:1" "lib/x.c:1:branch 1:0" >"$work/bad/all"
must_refuse "a branch that no test takes" "not reached: lib/x.c:1: branch 1" check "$work/bad/all"
finish
