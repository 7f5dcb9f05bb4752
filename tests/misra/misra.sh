#!/bin/sh
# SPDX-License-Identifier: MIT
# MISRA C:2012 over lib/ and include/, by cppcheck's addon, in the portable form of the sources: what a
# firmware compiles, without vectors. Every rule that is broken stands in deviations.md with its reason,
# and each that stands there is still broken, as often as it says. With `each`, prints every place.
. tests/house/frame.sh
have cppcheck || skip "cppcheck not found"
# Versions of the addon differ in what they find.
cppcheck --version | grep -q ' 2\.10' || skip "cppcheck 2.10 not found"
scratch
page=tests/misra/deviations.md

# "rule file:line" of each place, in the folders of sources.
places() {
    # shellcheck disable=SC2086
    cppcheck --quiet --std=c99 -j 2 --addon=misra --enable=style $float_h -U__GNUC__ \
        -DMINRISK_CPU_DISPATCH=0 -D__STDC_VERSION__=199901L -Iinclude \
        --template='{id} {file}:{line}' "$@" 2>&1 |
        sed -n 's/^misra-c2012-//p' | sort -u
}

# "rule count" of places.
counts() {
    cut -d ' ' -f 1 "$1" | sort | uniq -c | awk '{ print $2, $1 }' | sort
}

# "rule count" of the page; the count is `house` where the rule is against the house's style.
allowed() {
    awk -F '|' '/^\| [0-9]+\.[0-9]+ / { gsub(/ /, "", $2); gsub(/ /, "", $4); print $2, $4 }' "$1" | sort
}

# check PLACES PAGE
check() {
    counts "$1" >"$work/counts"
    allowed "$2" >"$work/allowed"
    [ -s "$work/counts" ] || { echo "no rule was found broken: did cppcheck run?"; return 1; }
    {
        join -v 1 "$work/counts" "$work/allowed" | sed 's/^\([^ ]*\) .*/rule \1 is not on the page/'
        join -v 2 "$work/counts" "$work/allowed" |
            sed 's/^\([^ ]*\) .*/rule \1 is on the page, and broken nowhere/'
        join "$work/counts" "$work/allowed" |
            awk '$3 != "house" && $2 != $3 { print "rule " $1 ": " $2 " places, not the " $3 " of the page" }'
    } >"$work/faults"
    cat "$work/faults"
    [ ! -s "$work/faults" ]
}

places lib >"$work/places"
[ "${1-}" != each ] || cat "$work/places"
check "$work/places" $page || fault "$page and the sources differ"
echo "$(wc -l <"$work/places") places of $(wc -l <"$work/counts") rules: $(tr '\n' ',' <"$work/counts")"

sed '/^| 15\.5 /d' $page >"$work/page.md"
must_refuse "a rule that is not on the page" "rule 15.5 is not on the page" \
    check "$work/places" "$work/page.md"
{ cat $page; echo '| 21.3 | required | house | no heap |'; } >"$work/page.md"
must_refuse "a rule that is kept" "rule 21.3 is on the page, and broken nowhere" \
    check "$work/places" "$work/page.md"
{ cat "$work/places"; echo "11.8 lib/more.c:1"; } >"$work/more"
must_refuse "one place more" "rule 11.8: " check "$work/more" $page

cat >"$work/bad.c" <<'END_OF_CODE'
#include "minrisk/stream.h"
#include <stdlib.h>
void *minrisk_bad(size_t n);
void *minrisk_bad(size_t n)
{
    return malloc(n);
}
END_OF_CODE
places "$work/bad.c" >"$work/found"
grep -q '^21\.3 ' "$work/found" || fault "self-test: malloc is not found: $(cat "$work/found")"
finish
