#!/bin/sh
# SPDX-License-Identifier: MIT
# The unit suites on boards without an operating system: the same files, and CMocka's own, built for
# the board from its Debian source; and those of count.h on an 8-bit AVR. units.sh [BOARD...].
# MINRISK_CMOCKA_SOURCE names a folder with CMocka's source where it cannot be fetched.
. tests/house/frame.sh
. tests/targets/boards.sh
scratch
ran=0

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

# units BOARD
units() {
    choose_board "$1" || return
    mkdir -p "$work/$1"
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
        if ! $toolchain -std=c99 -Os -ffp-contract=off -include "$first" \
            -Iinclude -Itests -Ilib -I"$cmocka/include" "$source" \
            "$work/$1"/*.o -Wl,--gc-sections -lm -o "$work/app" 2>"$work/log"; then
            if grep -q 'will not fit in region' "$work/log"; then
                echo "$1: ${source##*/}: larger than the board's memory"
            else
                fault "$1: $source: $(cat "$work/log")"
            fi
        elif $runner "$work/app" >"$work/log" && grep -q 'PASSED  ' "$work/log"; then
            echo "$1: ${source##*/}: $(grep 'PASSED  ' "$work/log")"
        else
            fault "$1: $source: $(grep -v '^\[ *\(RUN\|OK\)' "$work/log" | head -n 20)"
        fi
    done
}

[ $# -gt 0 ] || set -- $boards
wanted=$*
if fetch_cmocka; then
    for board in $wanted; do
        units "$board"
    done
else
    echo "not here: the source of CMocka"
fi

# AVR: tests/targets/avr/cmocka.h stands in for CMocka, and count.h alone is served.
if have avr-gcc && have simavr && [ -f /usr/lib/avr/include/avr/io.h ]; then
    ran=$((ran + 1))
    if avr-gcc -mmcu=atmega1284p -w -Os -DMINRISK_INTEGER_ONLY -Itests/targets/avr \
        -Iinclude -Itests -Ilib tests/unit/count.c lib/count.c lib/status.c -o "$work/app" 2>"$work/log"; then
        timeout 300 simavr -m atmega1284p -f 16000000 "$work/app" >"$work/log" 2>&1 </dev/null
        sed -n 's/.*\(\[  PASSED  \] [0-9]* test(s)\).*/avr: count.c: \1/p' "$work/log"
        grep -q 'PASSED  ' "$work/log" && ! grep -q 'FAILED' "$work/log" ||
            fault "avr: $(cat "$work/log")"
    else
        fault "avr: $(cat "$work/log")"
    fi
else
    echo "not here: avr"
fi
[ "$ran" -gt 0 ] || skip "no board's compiler and emulator, or no source of CMocka"
finish
