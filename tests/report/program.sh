#!/bin/sh
# SPDX-License-Identifier: MIT
# minrisk-report from outside: files that must be refused, files that must be read, what reaches the
# terminal, JSON, exit statuses.
#
#     program.sh REPORT JSON_CHECK DATA_FOLDER
set -u
LC_ALL=C
export LC_ALL
unset COLUMNS NO_COLOR

check=$2
data=$3
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/launch.sh"
program=$1
report=$(launch "$program" "$work")
failures=0
cases=0

fail() {
    failures=$((failures + 1))
    echo "FAILED: $*"
}

fresh() {
    rm -rf "$work/case"
    cp -R "$data" "$work/case"
}

production=usgs_mcs2026_world_production.csv
imports=usgs_mcs2026_import_sources_2021_2024.csv

# What is refused is so in a folder of few rows, which is read at once.
mkdir "$work/small"
for file in "$data"/*.csv; do
    case ${file##*/} in
    country_names.csv | projects.csv) cp "$file" "$work/small/" ;;
    *) head -n 40 "$file" >"$work/small/${file##*/}" ;;
    esac
done
few() {
    rm -rf "$work/case"
    cp -R "$work/small" "$work/case"
}

# refused NAME PATTERN: the folder is refused with a message that holds the pattern, and nothing else.
refused() {
    cases=$((cases + 1))
    "$report" --data "$work/case" >"$work/out" 2>"$work/err"
    status=$?
    [ $status = 1 ] || fail "$1: exit status $status, expected 1"
    [ -s "$work/out" ] && fail "$1: something was printed"
    [ "$(wc -l <"$work/err")" = 1 ] || fail "$1: expected one line of error"
    grep -q -e "$2" "$work/err" || fail "$1: expected '$2', found: $(cat "$work/err")"
}

# same NAME: the folder gives what the embedded figures give.
same() {
    cases=$((cases + 1))
    "$report" --json --trials 1 --data "$work/case" >"$work/out" 2>"$work/err" ||
        fail "$1: $(cat "$work/err")"
    [ -e "$work/expected" ] || "$report" --json --trials 1 |
        sed 's/"embedded_data": true/"embedded_data": false/' >"$work/expected"
    cmp -s "$work/out" "$work/expected" || fail "$1: another report"
}

edit() {
    sed "$2" "$work/case/$1" >"$work/edited"
    cmp -s "$work/edited" "$work/case/$1" && fail "edit '$2' changes nothing"
    mv "$work/edited" "$work/case/$1"
}

# --- what travels ------------------------------------------------------------------------------
mkdir "$work/export"
"$report" --export "$work/export" || fail "export"
for file in "$data"/*.csv; do
    cases=$((cases + 1))
    cmp -s "$file" "$work/export/${file##*/}" || fail "${file##*/} is embedded otherwise"
done
"$report" --export "$work/export" 2>/dev/null && fail "export overwrites"
fresh
same "the folder itself"

# The manifest holds the sum of every file but itself.
sed 1d "$data/manifest.csv" | sed 's/^\([^,]*\),.*,\([0-9a-f]*\)$/\2  \1/' >"$work/sums"
[ "$(wc -l <"$work/sums")" = "$(($(ls "$data"/*.csv | wc -l) - 1))" ] ||
    fail "the manifest does not list every file"
(cd "$data" && sha256sum -c "$work/sums" >/dev/null 2>&1) || fail "a sum in the manifest is wrong"
"$report" --manifest | grep "$(cut -c1-64 "$work/sums" | head -n 1)" >/dev/null || fail "--manifest"

# --- forms that are read ------------------------------------------------------------------------
fresh
for file in "$work"/case/*.csv; do
    awk '{ printf "%s\r\n", $0 }' "$file" >"$work/tmp" && mv "$work/tmp" "$file"
done
same "CRLF"
fresh
for file in "$work"/case/*.csv; do
    { printf '\357\273\277'; cat "$file"; } >"$work/tmp" && mv "$work/tmp" "$file"
done
same "byte-order mark"
fresh
printf '%s' "$(cat "$data/demand.csv")" >"$work/case/demand.csv"
same "no newline at the end"
fresh
awk -F, 'NR == 1 { print "extra," $0; next } { print "\"a \"\"b\"\", c\"," $0 }' \
    "$data/usgs_2025_list_rank_order.csv" >"$work/case/usgs_2025_list_rank_order.csv"
same "a column more, with quotes and commas"

# --- files that are refused ---------------------------------------------------------------------
few
edit $production '1s/,unit,/,units,/'
refused "missing column" "$production:1: column unit: expected in the header"
few
edit $production '1s/,unit,/,detail,/'
refused "duplicate column" "$production:1: column detail: expected once"
few
edit $production '3s/1570/-1570/; 3s/1,570/-1,570/'
refused "negative tonnage" "$production:3: column raw: expected a figure that is not negative"
few
edit $production '3s/1,570/many/'
refused "text in a number" "$production:3: column raw: expected a figure"
few
edit $production '3s/1,570/15,70/'
refused "commas at the wrong place" "$production:3: column raw"
few
edit $production '3s/,1570,/,1571,/'
refused "value and raw disagree" "$production:3: column value"
few
edit $production '3s/,ok,/,zero,/'
refused "flag and raw disagree" "$production:3: column flag: expected \"ok\""
few
edit $production '3s/,country,/,residual,/'
refused "row_kind and name disagree" "$production:3: column row_kind: expected country"
few
edit $production '14s/,residual,/,country,/'
refused "a residual called a country" "$production:14: column row_kind: expected residual"
few
edit $production '3s/Australia/Bahrain/'
refused "duplicate country" "$production:4: column country: expected each country once"
few
edit $production '3s/Australia/Australien/'
refused "unknown country" "$production:3: column country: expected a name that country_names.csv has"
few
edit $production '3s/thousand metric tons/metric tons/'
refused "mixed units" "$production:3: column unit: expected one unit"
few
edit $production '3s/,0,Yes/,2,Yes/'
refused "estimated is not 0 or 1" "$production:3: column estimated"
few
edit $production '3s/,2024,/,20x4,/'
refused "year" "$production:3: column year"
few
edit $production '3s/Smelter production,/Smelter production: rounded,/'
refused "a country in a rounded row" "$production:3: column detail"
few
edit $production '3s/$/,more/'
refused "too many fields" "$production:3: expected 12 fields"
few
awk 'NR == 3 { print "# late" } { print }' "$work/small/$production" >"$work/case/$production"
refused "a comment after the header" "$production:3: expected 12 fields"
few
awk 'NR == 3 { print "" } { print }' "$work/small/$production" >"$work/case/$production"
refused "empty line" "$production:3: expected 12 fields.*empty line"
few
edit $production '3s/Australia/"Australia/'
refused "unterminated quote" "$production:"
few
edit $production '3s/Australia/Aus"tralia/'
refused "quote within a field" "$production:3: expected quotes around"
few
edit $production '3s/Australia/"Australia"x/'
refused "text after a quote" "$production:3: expected a comma"
for number in nan inf 1e999 0x10; do
    few
    edit projects.csv "2s/,45000,/,$number,/"
    refused "$number" "projects.csv:2: column nameplate_t_per_year: expected a decimal number"
done
few
edit projects.csv '4s/,0.95,1,/,1.5,1,/'
refused "a probability above 1" "projects.csv:4: column success_p: expected a number from 0 to 1"
few
edit projects.csv '4s/,2025,2025.9,/,2026,2025.9,/'
refused "years that descend" "projects.csv:4: column start_likely"
few
edit $imports '2s/China/Atlantis/'
refused "unknown source" "$imports:2: column country"
few
edit $imports '2s/,92,92,/,192,192,/'
refused "a share above the whole" "$imports:2: column raw: expected at most 100"
few
edit usgs_mcs2026_net_import_reliance.csv '2s/>95,95,gt/>95,95,ok/'
refused "censored without its flag" "reliance.csv:2: column flag: expected \"gt\""
few
edit usgs_2025_list_rank_order.csv '3s/^2/1/'
refused "equal ranks" "rank_order.csv:3: column rank"
for file in "$data"/*.csv; do
    name=${file##*/}
    few
    : >"$work/case/$name"
    refused "$name empty" "$name:1: expected a header, found an empty file"
    head -n 1 "$file" >"$work/case/$name"
    refused "$name with a header alone" "$name:2: expected at least one row"
    head -c 300 /dev/zero >"$work/case/$name"
    refused "$name of NULs" "$name:1: .*NUL"
    rm "$work/case/$name"
    mkdir "$work/case/$name"
    refused "$name a folder" "$name: cannot be"
    rmdir "$work/case/$name"
done
few
{ head -n 1 "$data/$production"; printf 'A\377B,'; sed -n 2p "$data/$production"; } \
    >"$work/case/$production"
refused "invalid UTF-8" "$production:2: field 1: expected UTF-8, found the byte FF"
few
edit $production "3s/Australia/$(printf '\355\240\200')/"
refused "a surrogate in UTF-8" "$production:3: field 5: expected UTF-8"
few
edit $production "3s/Australia/$(printf '\r')/"
refused "a bare CR" "$production:3: expected LF after CR"
# Lines of comment, which stand before the header alone, are bounded likewise.
few
{ printf '# made by hand\n# twice\n'; cat "$data/demand.csv"; } >"$work/case/demand.csv"
cases=$((cases + 1))
"$report" --data "$work/case" >/dev/null || fail "comments before the header"
{ printf '#'; head -c 70000 /dev/zero | tr '\0' x; echo; cat "$data/demand.csv"; } >"$work/case/demand.csv"
refused "a long comment" "demand.csv:1: expected a comment of at most 65,536 bytes"
printf '# only\n' >"$work/case/demand.csv"
refused "comments alone" "demand.csv:2: expected a header after the comments"
few
{ cat "$work/small/$production"; head -c 60000000 /dev/zero | tr '\0' x; } >"$work/case/$production"
# In 50 MB of memory, except for a build with sanitisers, which takes terabytes of addresses.
if sh -c 'ulimit -v 50000 && "$0" --version || exit 1' "$program" >/dev/null 2>&1; then
    (
        report=$program
        ulimit -v 50000
        refused "a line of 60 MB" "record of at most 65,536 bytes"
        exit "$failures"
    )
    failures=$?
    cases=$((cases + 1))
else
    refused "a line of 60 MB" "record of at most 65,536 bytes"
fi
few
yes ',' | head -n 70 | tr -d '\n' >"$work/case/$production"
refused "too many columns" "$production:1: expected at most 64 fields"
few
awk 'NR == 1 || NR == 2 { print } NR == 2 { for (i = 0; i < 100001; i++) print }' \
    "$data/wgi_political_stability.csv" >"$work/case/wgi_political_stability.csv"
refused "too many rows" "expected at most 100000 rows"
rm -rf "$work/case"
refused "no such folder" "case/country_names.csv: cannot be opened"

# --- the terminal ---------------------------------------------------------------------------------
cases=$((cases + 3))
fresh
script=$(printf '<script>alert(1)</script>\033]0;x\007\033[31m\302\233\342\200\256')
edit minerals.csv "s|^Gallium,|$script,|"
edit usgs_2025_list_rank_order.csv "s|^6,Gallium|6,$script|"
"$report" --trials 1 --data "$work/case" >"$work/out" 2>"$work/err" || fail "a script in a name: $(cat "$work/err")"
tr -d '\n\040-\176\200-\377' <"$work/out" | grep . >/dev/null && fail "a control character is sent"
LC_ALL=C grep -q "$(printf '\342\200\256')" "$work/out" && fail "a bidirectional override is sent"
COLUMNS=60 "$report" --trials 1 --data "$work/case" | grep 'u{1B}]0;x.u{7}.u{1B}\[31m.u{9B}.u{202E}' >/dev/null ||
    fail "a script is not shown"
"$report" --trials 1 --json --data "$work/case" >"$work/out"
"$check" <"$work/out" || fail "JSON with a script in a name"
grep -q 'u001B]0;x.u0007.u001B\[31m.u009B.u202E' "$work/out" || fail "JSON escapes"
tr -d '\n\040-\176\200-\377' <"$work/out" | grep . >/dev/null && fail "a control character in JSON"
"$report" --trials 1 | grep "$(printf '\033')" >/dev/null && fail "colour in a pipe"

# Every line fits; the tables turn to cards where they would not.
for width in 40 60 80 120 160; do
    cases=$((cases + 1))
    COLUMNS=$width "$report" --all --trials 50 >"$work/out" || fail "width $width"
    LC_ALL=C sed 's/[\200-\277]//g' "$work/out" | awk -v w=$width 'length($0) > w' >"$work/long"
    # A name of a file cannot be broken.
    grep -v '_' "$work/long" >"$work/err"
    [ -s "$work/err" ] && fail "width $width: $(head -n 1 "$work/err")"
done
if script --version 2>/dev/null | grep -q util-linux &&
    script -qec true /dev/null </dev/null >/dev/null 2>&1; then
    cases=$((cases + 2))
    TERM=xterm script -qec "$report --trials 1" /dev/null </dev/null | grep "$(printf '\033')\[1m" >/dev/null ||
        fail "no colour on a terminal"
    TERM=xterm NO_COLOR=1 script -qec "$report --trials 1" /dev/null </dev/null | grep "$(printf '\033')" >/dev/null &&
        fail "NO_COLOR is not respected"
else
    echo "left out: colour on a terminal, as no pseudo-terminal can be had"
fi

# --- JSON ------------------------------------------------------------------------------------------
for options in "" "--all" "--all --others-smaller" "--manifest" "--mineral rubidium --year 2024"; do
    cases=$((cases + 1))
    # shellcheck disable=SC2086
    "$report" --json --trials 1 $options >"$work/out" || fail "--json $options"
    "$check" <"$work/out" || fail "--json $options is not JSON"
done
printf '{"a": [1, 2,]}' | "$check" 2>/dev/null && fail "the checker of JSON accepts what is none"
printf '{"a": "\001"}' | "$check" 2>/dev/null && fail "the checker of JSON accepts control characters"

# --- exit statuses ---------------------------------------------------------------------------------
# usage PATTERN OPTION...
usage() {
    cases=$((cases + 1))
    pattern=$1
    shift
    "$report" "$@" >"$work/out" 2>"$work/err"
    status=$?
    [ $status = 2 ] || fail "$*: exit status $status, expected 2"
    [ -s "$work/out" ] && fail "$*: something was printed"
    grep -q -e "$pattern" "$work/err" || fail "$*: expected '$pattern', found: $(cat "$work/err")"
}
usage "--frobnicate: unknown option" --frobnicate
usage "extra: unknown option" extra
usage "--data: expected a value" --data
usage "--mineral: expected a value" --mineral ""
usage "--year: expected a year" --year 20x5
usage "--guideline: expected 1992, 2010 or 2023" --guideline 1999
usage "Unobtainium: no mineral" --mineral Unobtainium
usage "u{1B}: no mineral" --mineral "$(printf '\033')"
usage "cannot be given with --all" --all --mineral Gallium
"$report" --help | grep -e --others-smaller >/dev/null || fail "--help"
"$report" --version | grep '^minrisk-report [0-9]' >/dev/null || fail "--version"
"$report" --trials 1 --mineral gAlLiUm --json | grep '"mineral": "Gallium"' >/dev/null || fail "names have a case"
if [ -w /dev/full ]; then
    cases=$((cases + 2))
    "$report" --trials 1 >/dev/full 2>/dev/null
    [ $? = 1 ] || fail "a full disk"
    "$report" --trials 1 --json >/dev/full 2>/dev/null
    [ $? = 1 ] || fail "a full disk, JSON"
fi
{ "$report" --trials 1 --all --json 2>/dev/null; echo $? >"$work/status"; } | head -c 1 >/dev/null
[ "$(cat "$work/status")" = 1 ] || fail "a closed pipe"

echo "$cases cases, $failures failures"
[ $failures = 0 ]
