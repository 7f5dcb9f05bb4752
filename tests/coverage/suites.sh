# SPDX-License-Identifier: MIT
# What the checks of coverage share; sourced after frame.sh. An exception stands at the end of the
# line that it excuses, or on a line of its own above it:
#
#     /* unreached: why no test can reach it */

# The suites that assert values. Fuzzing and the numeric suites reach more than they judge, so what
# only they reach does not count.
suites='^(unit|contract|property|vectors|memory)_'

# build_and_run COMPILER FLAGS: builds the library and the suites in $work/build and runs them. One set of
# instructions stands for all: their source is the same, and the choice is the processor's.
build_and_run() {
    cmake -S . -B "$work/build" -DCMAKE_C_COMPILER="$1" -DCMAKE_C_FLAGS="$2" \
        -DCMAKE_BUILD_TYPE=None -DMINRISK_CPU_DISPATCH=OFF -DMINRISK_EXAMPLES=OFF \
        -DMINRISK_TESTS=ON >"$work/log" 2>&1 ||
        { cat "$work/log"; fault "the build"; finish; }
    programs=$(ctest --test-dir "$work/build" -N -R "$suites" | awk '/Test +#/ { print $NF }')
    # shellcheck disable=SC2086
    cmake --build "$work/build" -j 2 --target $programs >"$work/log" 2>&1 ||
        { cat "$work/log"; fault "the build"; finish; }
    ctest --test-dir "$work/build" -R "$suites" -j 2 --timeout 300 >"$work/log" 2>&1 ||
        { cat "$work/log"; fault "the suites"; finish; }
    grep -qE '^100% tests passed' "$work/log" || { cat "$work/log"; fault "no suite ran"; finish; }
    if grep -q 'Skipped' "$work/log"; then
        skip "a suite was skipped: CMocka is needed (Debian: libcmocka-dev)"
    fi
}

# excused FILE...: "file:line: why" of each line that is excused.
excused() {
    awk '
        FNR == 1 { above = "" }
        match($0, /\/\* unreached: [^*]+\*\//) {
            why = substr($0, RSTART + 14, RLENGTH - 17)
            rest = substr($0, 1, RSTART - 1) substr($0, RSTART + RLENGTH)
            gsub(/[ \t]/, "", rest)
            print FILENAME ":" (rest == "" ? FNR + 1 : FNR) ": " why
        }' "$@"
}

# judge WHAT: $work/missed holds "file:line: what was missed"; $work/excused holds the exceptions, and
# open.txt how many a file may still miss: "count file WHAT" a line, to be lowered and never raised.
# Prints them all, and fails if a file misses more.
judge() {
    awk -F: -v what="$1" '
        input == 0 {
            split($0, word, " ")
            if (substr($0, index($0, word[2]) + length(word[2]) + 1) == what)
                open[word[2]] = word[1]
            next
        }
        input == 1 { why[$1 ":" $2] = $0; next }
        ($1 ":" $2) in why { used[$1 ":" $2] = 1; print "excused: " $0; excuses++; next }
        { print "not reached: " $0; missed++; of[$1]++ }
        END {
            for (file in of)
                if (of[file] > open[file] + 0) {
                    print file ": " of[file] " missed, " open[file] + 0 " are open"
                    bad = 1
                }
            print excuses + 0 " excused, " missed + 0 " missed: " what
            exit bad
        }' input=0 tests/coverage/open.txt input=1 "$work/excused" input=2 "$work/missed"
}
