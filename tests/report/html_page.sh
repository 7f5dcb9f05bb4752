#!/bin/sh
# SPDX-License-Identifier: MIT
# The page of --html from outside: its bytes, its policy, what it does with hostile names, how it is
# written, and whether its colours can be told apart.
#
#     html_page.sh REPORT DATA_FOLDER
set -u
LC_ALL=C
export LC_ALL

report=$1
data=$2
# shellcheck source=/dev/null
. "$(dirname "$0")/html_hostile.sh"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
    failures=$((failures + 1))
    echo "FAILED: $*"
}

# count PATTERN FILE: how often it occurs.
count() {
    grep -o -e "$1" "$2" | wc -l
}

page=$work/page.html
"$report" --trials 40 --html "$page" >"$work/out" 2>"$work/err" || fail "--html: $(cat "$work/err")"
[ -s "$work/out" ] && fail "--html prints on standard output"
[ -s "$work/err" ] && fail "--html complains: $(cat "$work/err")"

# --- the same bytes, wherever they go ----------------------------------------------------------
"$report" --trials 40 --html - >"$work/again.html" || fail "--html -"
cmp -s "$page" "$work/again.html" || fail "two runs give two pages"
"$report" --trials 40 --html "$work/folder.html" --data "$data" || fail "--data"
sed 's/The files of --data\.//; s/US Geological Survey, Mineral.*one of these files\.//' \
    "$page" >"$work/a"
sed 's/The files of --data\.//' "$work/folder.html" >"$work/b"
cmp -s "$work/a" "$work/b" || fail "the folder gives another page than the embedded figures"

# --- the policy ---------------------------------------------------------------------------------
# The hash of what stands between the tags, by other tools than the program's own.
awk '/<style>/ { on = 1; sub(/.*<style>/, "") }
     on && /<\/style>/ { sub(/<\/style>.*/, ""); printf "%s", $0; exit }
     on { print }' "$page" >"$work/style"
hex=$(sha256sum "$work/style" | cut -c1-64)
# shellcheck disable=SC2059
sum=$(printf "$(echo "$hex" | sed 's/../\\x&/g')" 2>/dev/null | base64)
[ "${#sum}" = 44 ] || sum=$(printf '%b' "$(echo "$hex" | awk '{
    for (i = 1; i < 64; i += 2)
        printf "\\0%03o", 16 * (index("0123456789abcdef", substr($0, i, 1)) - 1) + \
            index("0123456789abcdef", substr($0, i + 1, 1)) - 1 }')" | base64)
policy="default-src 'none'; style-src 'sha256-$sum'; base-uri 'none'; form-action 'none'"
grep -F "content=\"$policy\"" "$page" >/dev/null || fail "the policy is not: $policy"
grep -E -i ' style=|<script|<link|<iframe|<object|<embed|javascript:|@import| on[a-z]+=' "$page" \
    >"$work/found" && fail "the page has: $(head -n 1 "$work/found")"
grep -E -o 'url\([^)]*\)|(src|href|action)="[^"]*"' "$page" | grep -v -E '="#|\(#' >"$work/found" &&
    fail "the page refers to: $(head -n 1 "$work/found")"

# --- what each picture has ----------------------------------------------------------------------
pictures=$(count '<svg role="img"' "$page")
[ "$pictures" = 10 ] || fail "$pictures pictures, expected 10"
[ "$(count '<title id=' "$page")" = "$pictures" ] || fail "a picture has no title"
[ "$(count '<desc id=' "$page")" = "$pictures" ] || fail "a picture has no description"
[ "$(count '<summary>[A-Za-z ]*, as a table' "$page")" = 6 ] || fail "a picture has no table"
[ "$(count 'side by side"' "$page")" = 2 ] || fail "the forecasts have no table"
grep -q '<html lang="en-GB">' "$page" || fail "no language"
grep -q 'name="viewport"' "$page" || fail "no viewport"
count ' id="[^"]*"' "$page" >"$work/ids"
[ "$(cat "$work/ids")" = "$(grep -o ' id="[^"]*"' "$page" | sort -u | wc -l)" ] ||
    fail "an id stands twice"

# --- the same figures as the table of the terminal and the claims -------------------------------
COLUMNS=200 "$report" --trials 1 >"$work/text"
for year in $(sed -n 's/.*need covered: \([0-9.]*\) (.*lost again in \([0-9.]*\) as.*/\1|\2/p' \
    "$work/text" | head -n 3); do
    grep -q "covered ${year%|*}<" "$page" || fail "no mark at ${year%|*}"
    grep -q "lost ${year#*|}<" "$page" || fail "no mark at ${year#*|}"
done
[ "$(count '>covered [0-9.]*<' "$page")" = 3 ] || fail "expected three crossings"
for file in $(sed 1d "$data/manifest.csv" | cut -d, -f1); do
    grep -q ">$file<" "$page" || fail "$file is not among the sources"
done
# The interval of tungsten, by hand: 100 * low and high of the HHI are where its bar is filled.
tungsten=$("$report" --trials 1 --json --mineral Tungsten |
    awk -F'[:,]' '/"hhi":/ && !done++ { getline; printf "%.3f", 100 * $2 }')
[ -n "$tungsten" ] || fail "no HHI of tungsten in the JSON"
grep -q "class=\"end\" x1=\"$tungsten%\"" "$page" || fail "no end of an interval at $tungsten %"

# --- names that would do something --------------------------------------------------------------
html_hostile "$data" "$work/hostile" || fail "the hostile folder"
"$report" --trials 40 --data "$work/hostile" --html "$work/hostile.html" 2>"$work/err" ||
    fail "hostile names: $(cat "$work/err")"
[ "$(count 'onerror' "$work/hostile.html")" -ge 20 ] || fail "the hostile names are not shown"
[ "$(count '&lt;img src=x onerror=' "$work/hostile.html")" = \
    "$(count 'onerror' "$work/hostile.html")" ] || fail "a name stands unescaped"
tags() {
    grep -o '<[a-zA-Z/!][a-z0-9]*' "$1" | sort -u
}
tags "$page" >"$work/a"
tags "$work/hostile.html" >"$work/b"
cmp -s "$work/a" "$work/b" || fail "hostile names make tags: $(diff "$work/a" "$work/b")"
grep -q 'alert(2) &lt;/style&gt;&lt;/title&gt;&lt;/desc&gt;' "$work/hostile.html" ||
    fail "ends of elements are not escaped"
grep -q '&amp;lt;=HYPERLINK(1)\\u{1B}\]0;x\\u{7}\\u{202E}\\u{FFFF}' "$work/hostile.html" ||
    fail "control and bidirectional characters are not shown"
[ "$(tr -d '\n' <"$work/hostile.html" | tr -d '[:print:]\200-\377' | wc -c)" = 0 ] ||
    fail "a control character gets through"

# --- writing ------------------------------------------------------------------------------------
mkdir "$work/place"
echo old >"$work/place/page.html"
"$report" --trials 40 --html "$work/place/page.html" || fail "an old file is not replaced"
cmp -s "$page" "$work/place/page.html" || fail "the old file is not replaced by the whole"
echo other >"$work/place/page.html.part0"
"$report" --trials 40 --html "$work/place/page.html" || fail "the name of the temporary file is taken"
[ "$(cat "$work/place/page.html.part0")" = other ] || fail "a file of somebody else is overwritten"
[ "$(ls "$work/place" | wc -l)" = 2 ] || fail "something is left behind"
# refused NAME FILE: nothing is written, nothing is left behind, the exit status is 1.
refused() {
    find "$work/place" | sort >"$work/before"
    "$report" --trials 40 --html "$2" >"$work/out" 2>"$work/err"
    status=$?
    [ $status = 1 ] || fail "$1: exit status $status"
    [ "$(wc -l <"$work/err")" = 1 ] || fail "$1: expected one line of error"
    find "$work/place" | sort | cmp -s - "$work/before" || fail "$1: something is left behind"
}
mkdir "$work/place/folder"
refused "a folder" "$work/place/folder"
refused "no such folder" "$work/place/none/page.html"
refused "a device" /dev/null
[ -c /dev/null ] || fail "a device is replaced"
# A file that may not grow: what stood there is still there, whole.
(
    trap '' XFSZ
    ulimit -f 8
    exec "$report" --trials 40 --html "$work/place/page.html" 2>/dev/null
) && fail "a full disk is not noticed"
cmp -s "$page" "$work/place/page.html" || fail "a full disk destroys the old file"
[ "$(ls "$work/place" | wc -l)" = 3 ] || fail "a full disk leaves something behind"
if [ -c /dev/full ]; then
    "$report" --trials 40 --html - >/dev/full 2>/dev/null && fail "a full device is not noticed"
fi
"$report" --trials 40 --html "$page" --json >/dev/null 2>&1
[ $? = 2 ] || fail "--html with --json is taken"

# --- contrast (WCAG 2.2, 1.4.3 and 1.4.11) ------------------------------------------------------
awk '
    function part(hex, at,    c) {
        c = (16 * (index(digits, substr(hex, at, 1)) - 1) + index(digits, substr(hex, at + 1, 1)) - 1) / 255
        return c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ^ 2.4
    }
    function light(hex) { return .2126 * part(hex, 2) + .7152 * part(hex, 4) + .0722 * part(hex, 6) }
    function contrast(a, b,    t) {
        a = light(a); b = light(b)
        if (a < b) { t = a; a = b; b = t }
        return (a + .05) / (b + .05)
    }
    function need(mode, a, b, least,    found) {
        if (colour[mode, a] == "" || colour[mode, b] == "") { print mode ": no colour " a " or " b; bad = 1; return }
        found = contrast(colour[mode, a], colour[mode, b])
        if (found < least) { printf "%s: %s on %s is %.2f, at least %.1f\n", mode, a, b, found, least; bad = 1 }
    }
    function check(mode) {
        need(mode, "text", "ground", 4.5); need(mode, "text", "panel", 4.5)
        need(mode, "faint", "ground", 4.5); need(mode, "faint", "panel", 4.5)
        need(mode, "strong", "ground", 4.5); need(mode, "on-strong", "strong", 4.5)
        need(mode, "on-other", "other", 4.5); need(mode, "good", "ground", 4.5)
        need(mode, "bad", "ground", 4.5); need(mode, "unsure", "ground", 4.5)
        need(mode, "need", "ground", 3); need(mode, "need", "other", 3)
        need(mode, "hatch", "ground", 3); need(mode, "strong", "panel", 3)
        need(mode, "faint", "other", 3)
    }
    BEGIN { digits = "0123456789abcdef" }
    /--ground/ {
        mode = /dark\)/ ? "dark" : /@media print/ ? "print" : "light"
        while (match($0, /--[a-z-]+:#[0-9a-f]+/)) {
            split(substr($0, RSTART + 2, RLENGTH - 2), pair, ":")
            colour[mode, pair[1]] = pair[2]
            $0 = substr($0, RSTART + RLENGTH)
        }
    }
    END { check("light"); check("dark"); check("print"); exit bad }
' "$work/style" || fail "contrast"

[ $failures = 0 ] && echo "the page holds"
[ $failures = 0 ]
