#!/bin/sh
# SPDX-License-Identifier: MIT
# The part of the report that README.md shows is in the report: each line of it, in that order.
# excerpt.sh PROGRAM.
. tests/house/frame.sh
program=$1
[ -x "$program" ] || skip "the examples are not built"
scratch

# The text block of the section on the report; "..." stands for lines that are left out.
excerpt() {
    awk '
        /^## / { section = /^## The report/ }
        section && /^```text$/ { inside = 1; next }
        inside && /^```/ { exit }
        inside && NF && $0 != "..."' "$1"
}

# Lines of the first file that do not stand, in their order, in the second.
absent() {
    awk '
        NR == FNR { sub(/ +$/, ""); shown[++lines] = $0; next }
        { sub(/ +$/, "") }
        $0 == shown[next_line + 1] { next_line++ }
        END {
            if (next_line < lines) print "not in the report: " shown[next_line + 1]
        }' "$1" "$2"
}

check_excerpt() {
    excerpt "$1" >"$work/shown"
    [ -s "$work/shown" ] || { echo "nothing is shown"; return 1; }
    absent "$work/shown" "$2" >"$work/wrong"
    cat "$work/wrong"
    [ ! -s "$work/wrong" ]
}

COLUMNS=80 NO_COLOR=1 "$program" >"$work/report" || fault "the report fails"
check_excerpt README.md "$work/report" || fault "README.md shows another report"
echo "$(wc -l <"$work/shown") lines shown"

sed 's/ high$/ low/' README.md >"$work/bad.md"
must_refuse "a line that the report does not have" "not in the report" \
    check_excerpt "$work/bad.md" "$work/report"
sed 's/^## The report/## Another/' README.md >"$work/bad.md"
must_refuse "a page without a part of the report" "nothing is shown" \
    check_excerpt "$work/bad.md" "$work/report"
finish
