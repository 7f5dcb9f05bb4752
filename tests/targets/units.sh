#!/bin/sh
# SPDX-License-Identifier: MIT
# The unit suites on boards without an operating system: the same files, and CMocka's own, built for
# the board from its Debian source; and those of count.h on an 8-bit AVR. From any folder:
#
#     sh tests/targets/units.sh [BOARD...]         all boards and the AVR, or some; "avr" is one too
#     sh tests/targets/units.sh table [BOARD...]   writes their rows of units.txt anew
#
# MINRISK_CMOCKA_SOURCE names a folder with CMocka's source where it cannot be fetched.
cd "$(dirname "$0")/../.." || exit 1
. tests/house/frame.sh
. tests/targets/boards.sh
scratch
ran=0
table=no
if [ "${1-}" = table ]; then
    table=yes
    shift
fi

# Sets `cmocka` to the folder of the source; the lists of packages of the system stay as they are.
fetch_cmocka() {
    cmocka=${MINRISK_CMOCKA_SOURCE-}
    [ -z "$cmocka" ] || return 0
    have apt-get && have tar && have xz || return 1
    mkdir -p "$work/lists/partial" "$work/cmocka" "$work/parts"
    for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ ! -f "$list" ] || sed -n 's/^deb /deb-src /p' "$list" >"$work/parts/${list##*/}.list"
    done
    for list in /etc/apt/sources.list.d/*.sources; do
        [ ! -f "$list" ] || sed 's/^Types:.*/Types: deb-src/' "$list" >"$work/parts/${list##*/}"
    done
    set -- -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$work/parts" \
        -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache"
    apt-get "$@" update >"$work/log" 2>&1 &&
        (cd "$work/cmocka" && apt-get "$@" source --download-only cmocka >"$work/log" 2>&1 &&
            tar xf cmocka_*.orig.tar.*z) || return 1
    cmocka=$(echo "$work"/cmocka/cmocka-*/)
}

# picolibc's math.h has a function by a name that tests/support has too.
printf '#include <math.h>\n#define infinity support_infinity\n' >"$work/first.h"

# passed LOG: adds to what the board's row says, and shows it.
passed() {
    count=$(sed -n 's/.*\[  PASSED  \] \([0-9]*\) test.*/\1/p' "$1")
    suites=$((suites + 1))
    tests=$((tests + count))
    echo "$2: $3: $count tests passed"
}

# row BOARD SUITES COMPILER
row() {
    printf '%-30s %-9s %5s  %s\n' "$1" "$suites of $2" "$tests" "$("$3" --version | head -n 1)" >>"$work/rows"
}

# units BOARD
units() {
    choose_board "$1" || return
    mkdir -p "$work/$1"
    suites=0
    tests=0
    for source in lib/*.c "$cmocka/src/cmocka.c"; do
        name=${source##*/}
        # shellcheck disable=SC2086
        $toolchain -w -Os -ffp-contract=off -ffunction-sections -Iinclude -I"$cmocka/include" \
            -DHAVE_INTTYPES_H -DHAVE_STDINT_H -DHAVE_SIGNAL_H \
            -c "$source" -o "$work/$1/${name%.c}.o" || { fault "$1: $source"; return; }
    done
    ran=$((ran + 1))
    for source in tests/unit/*.c; do
        first=/dev/null
        ! grep -q '<math.h>' "$source" || first=$work/first.h
        # shellcheck disable=SC2086
        if ! $toolchain -std=c99 -Os -ffp-contract=off -DMINRISK_TEST_ON_BOARD -include "$first" \
            -Iinclude -Itests -Ilib -I"$cmocka/include" "$source" \
            "$work/$1"/*.o -Wl,--gc-sections -lm -o "$work/app" 2>"$work/log"; then
            if grep -q 'will not fit in region' "$work/log"; then
                echo "$1: ${source##*/}: larger than the board's memory"
            else
                fault "$1: $source: $(cat "$work/log")"
            fi
        elif $runner "$work/app" >"$work/log" && grep -q 'PASSED  ' "$work/log"; then
            passed "$work/log" "$1" "${source##*/}"
        else
            fault "$1: $source: $(grep -v '^\[ *\(RUN\|OK\)' "$work/log" | head -n 20)"
        fi
    done
    row "$1" "$(find tests/unit -name '*.c' | wc -l)" "${toolchain%% *}"
}

# tests/targets/avr/cmocka.h stands in for CMocka, and count.h alone is served.
units_of_avr() {
    if ! have avr-gcc || ! have simavr || [ ! -f /usr/lib/avr/include/avr/io.h ]; then
        echo "not here: avr"
        return
    fi
    ran=$((ran + 1))
    suites=0
    tests=0
    if avr-gcc -mmcu=atmega1284p -w -Os -DMINRISK_INTEGER_ONLY -Itests/targets/avr \
        -Iinclude -Itests -Ilib tests/unit/count.c lib/count.c lib/status.c -o "$work/app" 2>"$work/log"; then
        timeout 300 simavr -m atmega1284p -f 16000000 "$work/app" >"$work/log" 2>&1 </dev/null
        if grep -q 'PASSED  ' "$work/log" && ! grep -q 'FAILED' "$work/log"; then
            passed "$work/log" avr count.c
        else
            fault "avr: $(cat "$work/log")"
        fi
    else
        fault "avr: $(cat "$work/log")"
    fi
    row "avr (count.h)" 1 avr-gcc
}

# shellcheck disable=SC2086
[ $# -gt 0 ] || set -- $boards avr
wanted=$*
: >"$work/rows"
fetch_cmocka || cmocka=""
for board in $wanted; do
    if [ "$board" = avr ]; then
        units_of_avr
    elif [ -n "$cmocka" ]; then
        units "$board"
    else
        echo "not here: $board (the source of CMocka)"
    fi
done
if [ $table = yes ]; then
    awk -f tests/targets/merge.awk "$work/rows" tests/targets/units.txt >"$work/new"
    cp "$work/new" tests/targets/units.txt
fi
cat "$work/rows"
[ "$ran" -gt 0 ] || skip "no board's compiler and emulator, or no source of CMocka"
finish
