#!/bin/sh
# SPDX-License-Identifier: MIT
# The statuses that the comments of the headers list, against the bodies and against the tests: what
# a body can return is listed; what is listed is returned in a test that passes; and no test sees a
# status that is not listed. statuses.sh ARCHIVE CC CMOCKA-INCLUDE CMOCKA-LIBRARY.
#
# The suites of tests/unit and tests/contract are built once more, with each public function that
# returns a status wrapped in a macro that writes down what it returned.
. tests/house/frame.sh
archive=$1
cc=$2
cmocka_include=$3
cmocka_library=$4
scratch

# What a callee returns to others alone: a profile asks for market size 0, which fits every market.
impossible="minrisk_profile MINRISK_E_PARAM"

# listed_in INCLUDE-FOLDER: "function STATUS" from the comments.
listed_in() {
    awk '
        FNR == 1 { lines = "" }
        /^\/\*/ { lines = "" ; comment = 1 }
        comment { lines = lines " " $0; if (/\*\//) comment = 0; next }
        /^MINRISK_API minrisk_status / {
            name = $3
            sub(/\(.*/, "", name)
            while (match(lines, /MINRISK_(OK|E_[A-Z_]+)/)) {
                print name, substr(lines, RSTART, RLENGTH)
                lines = substr(lines, RSTART + RLENGTH)
            }
        }' "$1"/minrisk/*.h | sort -u
}

# returned_by LIB-FOLDER: "function STATUS" from the bodies, MINRISK_OK apart.
returned_by() {
    rm -rf "$work/plain"
    mkdir "$work/plain"
    for path in "$1"/*.[ch]; do
        strip "$path" >"$work/plain/${path##*/}"
    done
    awk -v functions="$(cut -d ' ' -f 1 "$work/listed" | sort -u | tr '\n' ' ')" \
        -v statuses="$(grep -oE 'MINRISK_E_[A-Z_]+' include/minrisk/status.h | tr '\n' ' ')" \
        -f tests/docs/returned.awk "$work"/plain/* | grep -vxF "$impossible" | sort -u
}

# check_bodies INCLUDE-FOLDER LIB-FOLDER
check_bodies() {
    listed_in "$1" >"$work/listed"
    returned_by "$2" >"$work/returned"
    [ -s "$work/listed" ] && [ -s "$work/returned" ] || { echo "no statuses found"; return 1; }
    grep -v 'MINRISK_OK$' "$work/listed" >"$work/errors"
    {
        comm -13 "$work/errors" "$work/returned" | sed 's/^/returned, but not listed: /'
        comm -23 "$work/errors" "$work/returned" | sed 's/^/listed, but not returned: /'
    } >"$work/faults"
    cat "$work/faults"
    [ ! -s "$work/faults" ]
}

write_recorder() {
    cut -d ' ' -f 1 "$work/listed" | sort -u >"$work/functions"
    {
        echo '#include "minrisk.h"'
        echo 'minrisk_status note_status(const char *function, minrisk_status status);'
        sed 's/.*/#define &(...) note_status("&", (&)(__VA_ARGS__))/' "$work/functions"
    } >"$work/recorder.h"
    cat >"$work/recorder.c" <<'END_OF_C'
#include <stdio.h>
#include <string.h>
#include "minrisk.h"

static FILE *log_file;
static const char *last;
static minrisk_status last_status;

minrisk_status note_status(const char *function, minrisk_status status)
{
    if (!log_file)
        log_file = fopen(LOG, "a");
    if (log_file && (status != last_status || !last || strcmp(function, last) != 0))
        fprintf(log_file, "%s %d\n", function, (int)status);
    last = function;
    last_status = status;
    return status;
}
END_OF_C
}

# observed FOLDER...: "function STATUS" from the suites; each of them must pass.
observed() {
    : >"$work/log"
    "$cc" -std=c99 -DLOG="\"$work/log\"" -Iinclude -c "$work/recorder.c" -o "$work/recorder.o" ||
        return 1
    for suite in "$@"; do
        "$cc" -std=c99 -w -Iinclude -Ilib -Itests -I"$cmocka_include" -include "$work/recorder.h" \
            "$suite" "$work/recorder.o" "$archive" "$cmocka_library" -lm -o "$work/suite" ||
            return 1
        "$work/suite" >"$work/output" 2>&1 || { echo "fails: $suite" >&2; return 1; }
        sort -u "$work/log" >"$work/short"
        cp "$work/short" "$work/log"
    done
    grep -oE 'MINRISK_(OK|E_[A-Z_]+) = -?[0-9]+' include/minrisk/status.h |
        awk 'NR == FNR { name[$3] = $1; next } { print $1, ($2 in name) ? name[$2] : $2 }' \
            - "$work/log" | sort -u
}

check_tests() {
    observed "$@" >"$work/observed" || return 1
    {
        comm -23 "$work/listed" "$work/observed" | sed 's/^/listed, but produced by no test: /'
        comm -13 "$work/listed" "$work/observed" | sed 's/^/seen in a test, but not listed: /'
    } >"$work/faults"
    cat "$work/faults"
    [ ! -s "$work/faults" ]
}

check_bodies include lib || fault "the statuses of the bodies"
write_recorder
check_tests tests/unit/*.c tests/contract/*.c || fault "the statuses of the tests"
cp "$work/listed" "$work/good"
echo "$(wc -l <"$work/functions") functions, $(wc -l <"$work/good") statuses listed," \
    "$(wc -l <"$work/observed") seen in tests"

# spoil FILE EDIT: a copy of include and lib with one file edited.
spoil() {
    rm -rf "$work/bad"
    mkdir "$work/bad"
    cp -R include lib "$work/bad"
    sed "$2" "$1" >"$work/bad/$1"
    ! cmp -s "$1" "$work/bad/$1" || fault "self-test: nothing changed in $1"
}

spoil include/minrisk/ranking.h '/MINRISK_E_NO_SUPPLY/d'
must_refuse "a status that is not listed" "not listed: minrisk_leader MINRISK_E_NO_SUPPLY" \
    check_bodies "$work/bad/include" "$work/bad/lib"
spoil include/minrisk/ranking.h 's/MINRISK_E_SIZE   /MINRISK_E_STATE  /'
must_refuse "a status that is never returned" "not returned: minrisk_leader MINRISK_E_STATE" \
    check_bodies "$work/bad/include" "$work/bad/lib"
spoil lib/exact.c 's/return MINRISK_E_DATA;/return MINRISK_E_STATE;/'
must_refuse "a status handed on from below" "not listed: minrisk_hhi MINRISK_E_STATE" \
    check_bodies "$work/bad/include" "$work/bad/lib"

cp "$work/good" "$work/listed"
must_refuse "a status without a test" "produced by no test: minrisk_hhi MINRISK_E_DATA" \
    check_tests tests/unit/ranking.c
grep -v 'minrisk_leader MINRISK_OK' "$work/good" >"$work/listed"
must_refuse "a status that only tests know" "not listed: minrisk_leader MINRISK_OK" \
    check_tests tests/unit/ranking.c
finish
