#!/bin/sh
# SPDX-License-Identifier: MIT
# Every condition of every decision in lib/ decides by itself at least once (modified condition and
# decision coverage), by suites that assert values. clang measures it from version 18 on; 19 decides.
. tests/house/frame.sh
. tests/coverage/suites.sh
for tool in clang-19 llvm-profdata-19 llvm-cov-19; do
    have $tool || skip "$tool not found (Debian: clang-19, llvm-19, libclang-rt-19-dev)"
done
scratch
echo 'int main(void) { return 0; }' >"$work/x.c"
clang-19 -fprofile-instr-generate -fcoverage-mapping -fcoverage-mcdc -o "$work/x" "$work/x.c" \
    2>/dev/null || skip "clang 19 has no runtime for profiles (Debian: libclang-rt-19-dev)"

# conditions FILE: "file:line: condition N of the decision at line:column" of each that decided
# nothing, from what llvm-cov shows; a last line "sum CONDITIONS".
conditions() {
    awk '
        /^[^ |]+\.[ch]:$/ { file = substr($0, 1, length($0) - 1); next }
        /MC\/DC Decision Region/ {
            match($0, /\([0-9]+:[0-9]+\)/)
            at = substr($0, RSTART + 1, RLENGTH - 2)
        }
        /Condition C[0-9]+ -->/ {
            match($0, /C[0-9]+/)
            name = substr($0, RSTART, RLENGTH)
            match($0, /\([0-9]+:/)
            line[name] = substr($0, RSTART + 1, RLENGTH - 2)
        }
        /C[0-9]+-Pair:/ {
            match($0, /C[0-9]+/)
            name = substr($0, RSTART, RLENGTH)
            place = file ":" line[name] ": condition " substr(name, 2) " of the decision at " at
            seen[place] = 1
            if ($0 !~ /not covered/)
                decided[place] = 1
        }
        END {
            for (place in seen) {
                count++
                if (!(place in decided))
                    print place
            }
            print "sum", count + 0
        }' "$1" | sed "s,^$(pwd)/,," | sort -t: -k1,1 -k2,2n
}

check() {
    conditions "$1" >"$work/conditions"
    count=$(sed -n 's/^sum //p' "$work/conditions")
    grep -v '^sum ' "$work/conditions" >"$work/missed"
    echo "conditions: $((count - $(wc -l <"$work/missed"))) of $count"
    [ "$count" -gt 0 ] && judge "conditions"
}

mkdir "$work/profiles"
LLVM_PROFILE_FILE="$work/profiles/%p-%m.profraw"
export LLVM_PROFILE_FILE
build_and_run clang-19 "-O0 -fprofile-instr-generate -fcoverage-mapping -fcoverage-mcdc"
llvm-profdata-19 merge -o "$work/profile" "$work"/profiles/*.profraw || fault "the profiles"
# Object by object: llvm-cov does not read an archive of so many.
objects=$(find "$work/build/CMakeFiles/minrisk.dir/lib" -name '*.o' | sort | sed 's/^/-object /')
# shellcheck disable=SC2086
llvm-cov-19 show --show-mcdc --instr-profile="$work/profile" $objects >"$work/shown" 2>"$work/log" ||
    { cat "$work/log"; fault "llvm-cov"; }
excused lib/*.[ch] >"$work/excused"
check "$work/shown" || fault "the conditions of lib"

: >"$work/excused"
cat >"$work/bad" <<'EOF'
lib/x.c:
  |---> MC/DC Decision Region (7:9) to (8:20)
  |     Condition C1 --> (7:9)
  |     Condition C2 --> (8:13)
  |  C1-Pair: covered: (1,3)
  |  C2-Pair: not covered
EOF
must_refuse "a condition that never decides" "not reached: lib/x.c:8: condition 2" check "$work/bad"
finish
