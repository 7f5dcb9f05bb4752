#!/bin/sh
# SPDX-License-Identifier: MIT
# What the code of the library keeps to: what it may use, how long a function may be, which way
# includes point, and how large the core may grow.
. tests/house/frame.sh
scratch

max_lines=2500
max_functions=45
max_body=60

# What firmware, a server and a binding cannot do with, or what would break a promise of minrisk.h.
forbidden='\<(malloc|calloc|realloc|free|alloca|f?printf|sn?printf|f?puts|abort|exit|assert|setjmp'
forbidden="$forbidden|longjmp|time|clock|getenv|setlocale|fe[gs]etround|fopen) *\("
forbidden="$forbidden|\<(errno|stdin|stdout|stderr|__int128|long double|_Thread_local)\>|#pragma"
library_headers='float|limits|stddef|stdint|string'

code_lines() {
    strip "$@" | grep -c '[^[:space:]]'
}

check_text() {
    strip "$1" >"$work/text"
    grep -nE "$forbidden" "$work/text" | sed "s,^,not allowed in lib: $2:,"
    awk -v file="$2" -v max="$max_body" '
        /^\{/ { start = FNR }
        /^\}/ && start {
            if (FNR - start - 1 > max)
                print "a function of " FNR - start - 1 " lines: " file ":" start
            start = 0
        }
        # A name of the file itself that is neither a constant nor on a stack is state.
        /^(static )?[a-z][a-z0-9_ ]*[ *][a-z][a-z0-9_]*(\[[^]]*\])* *(=|;)/ &&
            !/(^|[ *])const / && !/^(typedef|extern|return|struct [a-z_]+;|enum [a-z_]+;)/ {
            print "mutable state: " file ":" FNR
        }' "$work/text"
    awk -v file="$2" 'length($0) > 100 { print "wider than 100 columns: " file ":" FNR }' "$1"
    awk -v file="$2" '/^    +static [^(]*[;=]/ && !/const/ { print "mutable state: " file ":" FNR }' "$work/text"
}

check_includes() {
    strip -v literals=1 "$1/$2" | awk '/^ *# *include/ { print $NF }' | while read -r name; do
        bare=$(printf '%s' "$name" | tr -d '"<>')
        case $name in
        \<*)
            echo "$bare" | grep -qE "^(($library_headers)\.h|minrisk(/[a-z]+)?\.h)$" ||
                echo "an include that is not allowed: $2: $bare"
            ;;
        *)
            [ -f "$1/lib/$bare" ] || [ -f "$1/include/$bare" ] ||
                echo "an include that is not there: $2: $bare"
            ;;
        esac
    done
}

check_lib() {
    for path in "$1"/lib/*.[ch]; do
        check_text "$path" "${path#"$1"/}"
        check_includes "$1" "${path#"$1"/}"
    done
}

# The order of the floors: a room includes only rooms before it; entropy is a second body of
# concentration.h. What is not in this list stands on the ground, and includes no room of it but
# status.
floors="config floating version status concentration entropy ranking partial count trend projects
    sweep spells pipeline outlook growth stream batch indices change reliance criticality chain lead forecast
    plan"

# The room of a file: a long one has files of its own for its parts, such as pipeline_check.c.
room_of() {
    for room in $floors; do
        case $1 in
        "$room" | "$room"_*) echo "$room" ;;
        esac
    done
}

floor_of() {
    i=0
    for room in $floors; do
        i=$((i + 1))
        if [ "$room" = "$1" ]; then
            echo $i
            return
        fi
    done
    echo 4
}

check_floors() {
    for path in "$1"/lib/*.[ch] "$1"/include/minrisk/*.h; do
        name=${path##*/}
        own=$(floor_of "$(room_of "${name%.*}")")
        strip -v literals=1 "$path" | awk '/^ *# *include/ { print $NF }' |
            grep -E '"|minrisk' | tr -d '"<>' |
            while read -r included; do
                included=${included##*/}
                [ "${included%.*}" != "${name%.*}" ] || continue
                [ "$(floor_of "$(room_of "${included%.*}")")" -le "$own" ] ||
                    echo "an include that points up: ${path#"$1"/}: $included"
            done
    done
}

core_rooms="status concentration entropy ranking partial count trend pipeline"
engine="projects sweep spells" # of the pipeline, and of what is built on it

# Files of lib/ that are no room: the ground floor. It is counted apart, since every room stands on it.
ground_files() {
    for path in lib/*.[ch]; do
        name=${path##*/}
        [ -n "$(room_of "${name%.*}")" ] || echo "$path"
    done
}

# files_of ROOM...
files_of() {
    for room in "$@"; do
        for path in include/minrisk/"$room".h lib/"$room".[ch] lib/"$room"_*.[ch]; do
            [ ! -f "$path" ] || echo "$path"
        done
    done
}

check_core() {
    functions=0
    for room in $core_rooms; do
        [ -f "include/minrisk/$room.h" ] || continue
        functions=$((functions + $(grep -c '^MINRISK_API' "include/minrisk/$room.h")))
    done
    # shellcheck disable=SC2046,SC2086
    lines=$(code_lines $(files_of $core_rooms))
    # shellcheck disable=SC2046,SC2086
    under=$(code_lines $(files_of $engine))
    # shellcheck disable=SC2046
    ground=$(code_lines $(ground_files))
    echo "core: $lines lines of code of $max_lines, on an engine of $under and a ground" \
        "floor of $ground;" \
        "$functions public functions of $max_functions"
    [ "$lines" -le $max_lines ] || fault "the core has more than $max_lines lines of code"
    [ "$functions" -le $max_functions ] || fault "the core has more than $max_functions functions"
    [ "$((lines * functions))" -gt 0 ] || fault "the core was not found"
}

check() {
    { check_lib "$1"; check_floors "$1"; } >"$work/faults"
    cat "$work/faults"
    [ ! -s "$work/faults" ]
}

check . || fault "the code of lib"
check_core

refuse() {
    rm -rf "$work/bad"
    mkdir -p "$work/bad/lib" "$work/bad/include/minrisk"
    : >"$work/bad/include/minrisk/pipeline.h"
    printf '%b\n' "$3" >"$work/bad/lib/trend.c"
    must_refuse "$1" "$2" check "$work/bad"
}

refuse "malloc" "not allowed in lib: lib/trend.c:1" 'int x(void) { return malloc(1) != 0; }'
refuse "another system header" "not allowed: lib/trend.c: math.h" '#include <math.h>'
refuse "a header that is not there" "not there: lib/trend.c: absent.h" '#include "absent.h"'
refuse "an include that points up" "points up: lib/trend.c: pipeline.h" '#include <minrisk/pipeline.h>'
refuse "mutable state" "mutable state: lib/trend.c:1" 'static int count = 0;'
refuse "mutable state in a function" "mutable state: lib/trend.c:3" 'int x(void)\n{\n    static int n;\n}'
refuse "a wide line" "100 columns" "$(awk 'BEGIN { printf "/* %120s */", "" }')"
refuse "a long function" "a function of 61 lines" \
    "$(awk 'BEGIN { print "int x(void)\n{"; for (i = 0; i < 61; i++) print "    y();"; print "}" }')"
finish
