#!/bin/sh
# SPDX-License-Identifier: MIT
# What the text of the public headers must be, so that plain parsers and bindings can read it:
# text.sh [INCLUDE-FOLDER].
. tests/house/frame.sh
scratch

# What the preprocessor leaves of a header itself, without the system headers that it includes.
own_text() {
    "${CC:-cc}" -E -I"$1" "$1/$2" | awk -v own="\"$1/" '
        /^# [0-9]+ "/ { mine = index($3, own) == 1; next }
        mine'
}

no_token() {
    if grep -nE "$2" "$work/own" >"$work/found"; then
        fault "$1: $3: $(head -n 1 "$work/found")"
    fi
}

check_includes() {
    strip -v literals=1 "$1/$2" | awk '$1 == "#include" { print $2 }' | while read -r name; do
        bare=$(printf '%s' "$name" | tr -d '"<>')
        case $name in
        '<float.h>' | '<limits.h>' | '<stddef.h>' | '<stdint.h>') ;;
        \"*\")
            folder=$(dirname "$1/$2")
            case $bare in
            *..*) echo "$2: includes $bare, which climbs out of include/" ;;
            *) [ -f "$folder/$bare" ] || echo "$2: includes $bare, which is not public" ;;
            esac
            ;;
        *) echo "$2: includes $bare, which is none of its four system headers" ;;
        esac
    done
}

check_header() {
    own_text "$1" "$2" >"$work/own" || fault "$2: is not preprocessed"
    no_token "$2" '__attribute__|__declspec|__extension__|\[\[|_Static_assert|__asm' "an attribute"
    no_token "$2" '(^|[^A-Za-z0-9_])_*restrict([^A-Za-z0-9_]|$)' "restrict"
    no_token "$2" '(^|[^A-Za-z0-9_])_*inline([^A-Za-z0-9_]|$)' "a body in a header"
    tr '\n' ' ' <"$work/own" | grep -qE '(^|[^A-Za-z0-9_])enum *\{' && fault "$2: an enum without a name"
    tr '\n' ' ' <"$work/own" | grep -qE '(^|[^A-Za-z0-9_])union([^A-Za-z0-9_]|$)' && fault "$2: a union"
    grep -oE '[A-Za-z_][A-Za-z0-9_]*_t( *;|\))' "$work/own" | grep minrisk_ && fault "$2: a name in _t"
    strip "$1/$2" | grep -v '^#include' | grep -oE '[A-Za-z_][A-Za-z0-9_]*' | sort -u |
        awk 'length($0) > 31' >"$work/long"
    [ -s "$work/long" ] && fault "$2: longer than 31 characters: $(cat "$work/long")"
    check_includes "$1" "$2" >"$work/includes"
    [ -s "$work/includes" ] && fault "$(cat "$work/includes")"
    return 0
}

check_folder() {
    for path in "$1"/*.h "$1"/*/*.h; do
        [ -f "$path" ] && check_header "$1" "${path#"$1"/}"
    done
}

# What the umbrella does not reach is documented nowhere and compiled by nobody.
check_umbrella() {
    for path in "$1"/minrisk/*.h; do
        grep -q "^#include \"minrisk/${path##*/}\"" "$1/minrisk.h" ||
            fault "minrisk.h: does not include minrisk/${path##*/}"
    done
}

refuse() {
    rm -rf "$work/bad"
    mkdir -p "$work/bad/minrisk"
    printf '%b\n' "$3" >"$work/bad/minrisk/bad.h"
    must_refuse "$1" "$2" refused
}

refused() {
    (
        faults=0
        check_folder "$work/bad"
        [ "$faults" -eq 0 ]
    )
}

check_folder include
check_umbrella include

refuse "an attribute" "an attribute" 'int minrisk_x(void) __attribute__((pure));'
refuse "restrict" "restrict" 'int minrisk_x(int *restrict p);'
refuse "a static inline function" "a body" 'static inline int minrisk_x(void) { return 0; }'
refuse "an anonymous enum" "without a name" 'typedef enum\n{ MINRISK_A } minrisk_a;'
refuse "a union" "a union" 'union minrisk_u { int a; float b; };'
refuse "a name of 32 characters" "31 characters" 'int minrisk_abcdefghijklmnopqrstuvwx;'
refuse "a private header" "is not public" '#include "exact.h"'
refuse "a way out of the folder" "climbs" '#include "../../lib/exact.h"'
refuse "another system header" "system headers" '#include <stdlib.h>'
finish
