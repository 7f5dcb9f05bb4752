#!/bin/sh
# SPDX-License-Identifier: MIT
# The archive's symbols are exactly the declared ones, and it needs nothing but mem* and the
# compiler's own helpers: hence no heap, no stdio, no libm, no errno. It has no mutable data either.
# check.sh ARCHIVE [CC [NM [AR]]]
. tests/house/frame.sh

archive=$1
cc=${2:-cc}
nm=${3:-nm}
ar=${4:-ar}
have "$nm" || skip "nm not found"
have size || skip "size not found"
scratch

# Functions that carry MINRISK_API, one name a line.
public_names() {
    cat "$1"/include/*.h "$1"/include/*/*.h | strip | tr '\n' ' ' | tr ';' '\n' |
        grep 'MINRISK_API ' | grep -oE 'minrisk_[a-z0-9_]+ *\(' | tr -d ' (' | sort -u
}

# Whatever an internal header declares for other rooms; a static function there has no symbol.
internal_names() {
    cat "$1"/lib/*.h 2>/dev/null | strip | grep -oE 'minrisk_[a-z0-9_]+' | sort -u
}

helper='^_GLOBAL_OFFSET_TABLE_$|^mem(cpy|move|set|cmp)$|^__stack_chk_(fail|guard)$'
helper="$helper|^__mem(cpy|move|set)_chk$|^__aeabi_[a-z0-9_]+$"
helper="$helper|^__(add|sub|mul|div|udiv|mod|umod|divmod|udivmod|neg|cmp|ucmp)[sdt][if][2345]?$"
helper="$helper|^__(ashl|ashr|lshr|clz|ctz|popcount|bswap|ffs|parity)[sdt]i[23]$"
helper="$helper|^__(fix|fixuns|float|floatun|extend|trunc)[sdt][if][sdt][if]2?$"
helper="$helper|^__cpu_(model|features2)$|^__(eq|ne|lt|le|gt|ge|unord)[sdt]f2$"

check_defined() {
    "$nm" -g --defined-only "$2" | awk 'NF == 3 { print $3 }' | sort >"$work/defined"
    uniq -d "$work/defined" | sed 's/^/defined twice: /'
    public_names "$1" >"$work/public"
    { cat "$work/public"; internal_names "$1"; } | sort -u >"$work/declared"
    sort -u "$work/defined" >"$work/have"
    comm -23 "$work/have" "$work/declared" | sed 's/^/exported, but declared nowhere: /'
    comm -13 "$work/have" "$work/public" | sed 's/^/declared, but not in the archive: /'
}

check_undefined() {
    "$nm" -u "$1" | awk '$1 == "U" { print $2 }' | sort -u | comm -23 - "$work/have" |
        grep -vE "$helper" | sed 's/^/needed from outside: /'
}

# Tables of pointers in position-independent code stand in .data.rel.ro, which is read-only when the
# program runs.
check_data() {
    size -A "$1" | awk '
        $1 ~ /^\.(data|bss|tdata|tbss|ldata|lbss)/ && $1 !~ /^\.data\.rel\.ro/ && $2 > 0 {
            print "mutable data: " $1 " of " $2 " bytes"
        }'
    "$nm" "$1" | awk 'NF == 3 && $2 == "C" { print "mutable data: " $3 }'
}

# check ROOT ARCHIVE: root/include and root/lib declare what the archive defines.
check() {
    { check_defined "$1" "$2"; check_undefined "$2"; check_data "$2"; } >"$work/faults"
    cat "$work/faults"
    [ ! -s "$work/faults" ]
}

refuse() {
    rm -rf "$work/bad"
    mkdir -p "$work/bad/include/minrisk" "$work/bad/lib"
    echo 'MINRISK_API int minrisk_x(void);' >"$work/bad/include/minrisk/x.h"
    echo '' >"$work/bad/include/minrisk.h"
    printf '%b\n' "$3" >"$work/bad/x.c"
    "$cc" -O1 -w -c "$work/bad/x.c" -o "$work/bad/x.o" || fault "self-test: $1 does not compile"
    "$ar" rcs "$work/bad/x.a" "$work/bad/x.o"
    must_refuse "$1" "$2" check "$work/bad" "$work/bad/x.a"
}

check . "$archive" || fault "$archive is not what the headers declare"
echo "$(wc -l <"$work/public") public functions, $(wc -l <"$work/have") symbols"
[ -s "$work/public" ] || fault "no public function found"
if grep -qF "$PWD" "$archive"; then
    fault "$archive holds the name of the folder that it was built in"
fi

x='int minrisk_x(void)'
refuse "malloc" "outside: malloc" "void *malloc(unsigned long); $x { return malloc(9) != 0; }"
refuse "printf" "outside: printf" "int printf(const char *, ...); $x { return printf(\"%d\", 1); }"
refuse "libm" "outside: exp" "double exp(double); double y; $x { return exp(y) > 1; }"
refuse "errno" "outside: __errno_location" "#include <errno.h>\n$x { return errno; }"
refuse "a static counter" "mutable data" "static int n; $x { return n++; }"
refuse "a stray global function" "nowhere: minrisk_y" "int minrisk_y(void) { return 1; } $x { return 2; }"
refuse "a missing body" "not in the archive: minrisk_x" "int minrisk_z;"
finish
