#!/bin/sh
# SPDX-License-Identifier: MIT
# The options of minrisk-report that write other forms, compare, hold to limits, check and explain,
# against values worked out by hand or by awk.
#
#     options.sh DATA_FOLDER SUPPLIERS_FOLDER JSON_CHECK REPORT
set -u
LC_ALL=C
export LC_ALL
unset COLUMNS NO_COLOR

data=$1
suppliers=$2
check=$3
program=$4
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failures=0
cases=0

here=$(dirname "$0")
. "$here/launch.sh"
report=$(launch "$program" "$work")

fail() {
    failures=$((failures + 1))
    echo "FAILED: $*"
}

# expect STATUS NAME OPTION...: runs the program; $work/out and $work/err hold what it says.
expect() {
    cases=$((cases + 1))
    expected=$1
    name=$2
    shift 2
    "$report" --trials 1 "$@" >"$work/out" 2>"$work/err"
    status=$?
    [ $status = "$expected" ] || fail "$name: exit status $status, expected $expected: $(cat "$work/err")"
}

# said FILE NAME PATTERN
said() {
    cases=$((cases + 1))
    tr '\n' ' ' <"$work/$1" | tr -s ' ' | grep -q -e "$3" ||
        fail "$2: expected '$3' in $1, found: $(head -c 1500 "$work/$1")"
}

unsaid() {
    cases=$((cases + 1))
    grep -q -e "$3" "$work/$1" && fail "$2: '$3' in $1"
}

# A company of two parts and four suppliers. Before: A 60, B 40 of valves; after: A 70, B 20, C 10.
folder() {
    rm -rf "$work/$1"
    mkdir "$work/$1"
    printf 'name,iso3\nAlpha GmbH,ALP\nBeta Ltd,BET\nGamma,GAM\nDelta,D01\n' >"$work/$1/names.csv"
    printf 'commodity,detail,unit,country,year,raw\n%b' "$2" >"$work/$1/production.csv"
}
before='Valves,Supply,pieces,Alpha GmbH,2025,60\nValves,Supply,pieces,Beta Ltd,2025,40\n'
after='Valves,Supply,pieces,Alpha GmbH,2026,70\nValves,Supply,pieces,Beta Ltd,2026,20\n'
after="${after}Valves,Supply,pieces,Gamma,2026,10\n"
folder old "$before"
folder new "$after"

# --- suppliers in place of countries ---------------------------------------------------------------
# HHI of 60 and 40 is 5,200 points, of 70, 20 and 10 it is 5,400.
expect 0 "a folder of suppliers" --data "$work/old"
said out "a folder of suppliers" 'Valves *supply *Alpha GmbH *60.0 % *5,200 high'
said out "what is left out" 'Left out, .*net_import_reliance.csv.*article_claims.csv'
expect 0 "JSON says what is left out" --data "$work/old" --json
said out "JSON says what is left out" '"left_out": \[ { "file": "rank_order.csv"'
"$check" <"$work/out" || fail "JSON of a folder of suppliers"
rm "$work/old/names.csv"
expect 1 "without names" --data "$work/old"
said err "without names" 'names.csv: cannot be opened'
folder old "$before"
cp "$work/old/names.csv" "$work/old/country_names.csv"
expect 1 "two files of one kind" --data "$work/old"
said err "two files of one kind" 'country_names.csv: expected this file or names.csv, found both'
rm "$work/old/country_names.csv"
# .52^2 + .16^2 + .09^2 + .05^2 = .3066; with the small orders in one hand .18^2 = .0324 more.
expect 0 "the suppliers of the worked page" --data "$suppliers"
said out "the suppliers of the worked page" 'Magnets *purchases *Northstar M.. *52.0 % *3,066..3,390 high'
expect 0 "its tables, checked" --check "$suppliers/production.csv"
said out "its tables, checked" 'rows: 5 units: t years: 2025'
folder old "${before}Valves,Supply,pieces,Otherton Ltd,2025,10\n"
expect 1 "a company is no residual" --data "$work/old"
said err "a company is no residual" 'production.csv:4: column country'
folder old "$before"

# --- each file that may be absent -------------------------------------------------------------------
cp -R "$data" "$work/all"
for file in "$data"/*.csv; do
    base=${file##*/}
    mv "$work/all/$base" "$work/moved"
    case $base in
    country_names.csv | usgs_mcs2026_world_production.csv)
        expect 1 "$base missing" --data "$work/all"
        said err "$base missing" ': cannot be opened'
        ;;
    *)
        expect 0 "$base missing" --data "$work/all"
        said out "$base missing" 'Left out, as the folder has no such file:'
        ;;
    esac
    mv "$work/moved" "$work/all/$base"
done

# --- CSV ----------------------------------------------------------------------------------------------
expect 0 "CSV" --csv --data "$work/new"
tr -d '\r' <"$work/out" >"$work/csv"
[ "$(head -n 1 "$work/csv")" = \
    mineral,stage,period,figure,of,low,high,unit,printed,relation,remark,file,row,last_row ] ||
    fail "the columns of --csv"
[ "$(grep -c "$(printf '\r')\$" "$work/out")" = "$(wc -l <"$work/out")" ] || fail "CSV without CRLF"
# 0.7^2 + 0.2^2 + 0.1^2 = 0.54, which no double is: the low end is rounded down, the high end up.
grep -qx 'Valves,supply,2026,hhi,,0.53999999999999[0-9]*,0.54,fraction,,own,,production.csv,2,4' "$work/csv" || {
    fail "hhi in CSV: $(grep ',hhi,' "$work/csv")"
}
grep -qx 'Valves,supply,2026,leader_share,Alpha GmbH,0.7,0.7,fraction,,own,,production.csv,2,4' "$work/csv" ||
    fail "leader_share in CSV"
grep -qx 'Valves,supply,2026,supply,Gamma,10,10,pieces,10,own,,production.csv,4,4' "$work/csv" ||
    fail "supply in CSV"
grep -qx 'Valves,supply,,reliance,,,,fraction,,own,no net import reliance,production.csv,2,2' "$work/csv" ||
    fail "an unknown figure in CSV: $(grep reliance "$work/csv")"
# Every figure of the table has its row: each supply is what stands in that line of the file.
expect 0 "CSV of all" --csv --all
awk -v RS='\r\n' -v FPAT='x' 'NR > 1 { print }' "$work/out" |
    awk -v data="$data" '
        # Fields of a record, quotes taken off.
        function cut(line,   n, c, i, inside, text) {
            n = 0; text = ""; inside = 0
            for (i = 1; i <= length(line); i++) {
                c = substr(line, i, 1)
                if (c == "\"") {
                    if (inside && substr(line, i + 1, 1) == "\"") { text = text c; i++ }
                    else inside = !inside
                } else if (c == "," && !inside) { field[++n] = text; text = "" }
                else text = text c
            }
            field[++n] = text
            return n
        }
        {
            if (cut($0) != 14) { print "not 14 fields: " $0; bad = 1; next }
            if (field[4] != "supply") next
            wanted++
            name = field[12]; row = field[13]; of = field[5]; low = field[6]
            if (!(name in read)) {
                read[name] = 1; n = 0
                while ((getline line <(data "/" name)) > 0) at[name, ++n] = line
            }
            cut(at[name, row])
            if (field[5] != of || (low != "" && field[9] != "" && field[9] + 0 != low + 0)) {
                print name ":" row ": " of " " low " is not there: " at[name, row]; bad = 1
            }
        }
        END { if (wanted < 500 || bad) { print wanted " rows of supply"; exit 1 } }' >"$work/err" ||
    fail "rows of CSV: $(head -n 5 "$work/err")"
cases=$((cases + 6))
expect 0 "CSV with semicolons" --csv --dialect semicolon --mineral Gallium
said out "CSV with semicolons" 'Gallium;primary;2025;leader_share;China;0,9900990099009901;'
expect 2 "CSV and JSON" --csv --json
said err "CSV and JSON" '--csv: cannot be given with --json'

# --- cells that a spreadsheet would run ----------------------------------------------------------------
# evil NAME: a supplier of that name, in a folder of its own; fields are quoted as CSV has it.
evil() {
    rm -rf "$work/evil"
    mkdir "$work/evil"
    quoted=$(printf '%s' "$1" | sed 's/"/""/g')
    printf 'name,iso3\n"%s",EVL\nBeta Ltd,BET\n' "$quoted" >"$work/evil/names.csv"
    printf 'commodity,detail,unit,country,year,raw\n"%s",Supply,pieces,"%s",2025,60\n"%s",Supply,pieces,Beta Ltd,2025,40\n' \
        "$quoted" "$quoted" "$quoted" >"$work/evil/production.csv"
}
full() { printf "$1"; }
for name in '=HYPERLINK("http://x","y")' '+1+1' '-2+3' '@SUM(A1)' '  =1+1' \
    "$(full '\343\200\200=1')" "$(full '\302\240=1')" "$(full '\357\274\2351+1')" "$(full '\357\274\2131')" \
    "$(full '\357\274\2151')" "$(full '\357\274\240x')" "$(full '\t=1+1')" "$(full '\r=1+1')" \
    "$(full '\342\200\213=1')" "=cmd|' /C calc'!A0"; do
    evil "$name"
    expect 0 "defused: $name" --csv --data "$work/evil"
    # A record begins with the name: an apostrophe stands first, within the quotes if there are any.
    sed 1d "$work/out" | grep -a -v "^\"\{0,1\}'" | grep -a . >"$work/bad" && fail "not defused: $(cat "$work/bad")"
    said out "a number stays one: $name" ',60,60,pieces,60,'
    case $name in
    *"$(printf '\r')"*) continue ;;
    esac
    expect 0 "raw: $name" --csv=raw --data "$work/evil"
    sed 1d "$work/out" | grep -a "^\"\{0,1\}'" >/dev/null && fail "raw is not raw: $name"
done
for name in 'a=b' '2-3' '<img src=x onerror=alert(1)>' 'x, "y"' "'quoted"; do
    evil "$name"
    expect 0 "harmless: $name" --csv --data "$work/evil"
    expect 0 "harmless: $name" --csv=raw --data "$work/evil"
    cp "$work/out" "$work/raw"
    expect 0 "harmless: $name" --csv --data "$work/evil"
    cmp -s "$work/out" "$work/raw" || fail "a harmless cell is changed: $name"
done
evil "$(printf 'x\033]0;title\007\033[31m\302\233\342\200\256')"
for form in --csv --csv=raw --json --fail-if=no; do
    [ $form = --fail-if=no ] && form='--fail-if hhi_high>0.1'
    # shellcheck disable=SC2086
    "$report" --trials 1 $form --data "$work/evil" >"$work/out" 2>"$work/err"
    cat "$work/out" "$work/err" | tr -d '\r\n\040-\176\200-\377' | grep -a . >/dev/null &&
        fail "$form sends a control character"
    cat "$work/out" "$work/err" | grep -a "$(printf '\342\200\256')" >/dev/null &&
        fail "$form sends a bidirectional override"
    cases=$((cases + 1))
done
expect 0 "an escape in a check" --check "$work/evil/production.csv"
tr -d '\n\040-\176\200-\377' <"$work/out" | grep -a . >/dev/null && fail "--check sends a control character"

# --- limits ---------------------------------------------------------------------------------------------
expect 3 "above" --data "$work/new" --fail-if 'hhi_high>0.25'
said err "above" 'Valves, supply: hhi_high is 0.54, > 0.25 (--fail-if)'
said out "the report stands all the same" 'Valves *supply *Alpha'
expect 0 "not above" --data "$work/new" --fail-if 'hhi_high>0.55'
expect 3 "at the limit" --data "$work/new" --fail-if 'leader_share_low >= 0.7'
expect 0 "not above the limit" --data "$work/new" --fail-if 'leader_share_low>0.7'
expect 3 "below" --data "$work/new" --fail-if 'effective_low<2'
expect 0 "not below" --data "$work/new" --fail-if 'effective_low<1.85'
expect 3 "at the limit, below" --data "$work/new" --fail-if 'coverage_low <=1'
expect 3 "one of two" --data "$work/new" --fail-if 'hhi_high>0.9' --fail-if 'top3_high>=1'
expect 0 "unknown" --data "$work/new" --fail-if 'reliance_high>0.5'
said err "unknown" 'reliance_high is not known, no net import reliance: this does not count'
expect 3 "unknown counts" --data "$work/new" --fail-if 'reliance_high>0.5' --fail-if-unknown
said err "unknown counts" 'this counts as a failure'
expect 3 "a limit of JSON" --json --data "$work/new" --fail-if 'hhi_low>0.5'
expect 3 "a limit of one mineral" --mineral Tungsten --fail-if 'reliance_low>=0.5'
# Tungsten: 6,234..6,243 points by golden.sh's awk, >50 percent.
expect 0 "a limit of one mineral" --mineral Tungsten --fail-if 'reliance_low>0.5' --fail-if 'hhi_high>0.7'
expect 0 "a net exporter" --mineral Boron --fail-if 'reliance_high>0.1'
unsaid err "a net exporter is known" 'not known'
# usage EXPRESSION PATTERN
usage() {
    expect 2 "limit $1" --fail-if "$1"
    [ -s "$work/out" ] && fail "limit $1: something was printed"
    said err "limit $1" "$2"
}
usage 'hhi>0.2' 'character 1: expected a name that --help lists'
usage 'hhi_highest>0.2' 'character 1'
usage '>0.2' 'character 1'
usage 'hhi_high' 'character 9: expected >, >=, < or <='
usage 'hhi_high=0.2' 'character 9'
usage 'hhi_high==0.2' 'character 9'
usage 'hhi_high>' 'character 10: expected a decimal number'
usage 'hhi_high>0.2x' 'character 10'
usage 'hhi_high>0.2 ' 'character 10'
usage 'hhi_high>1e-1' 'character 10'
usage 'hhi_high>nan' 'character 10'
usage 'hhi_high>0x1' 'character 10'
usage 'hhi_high>-1' 'character 10: expected a number that is not negative'
usage 'hhi_high>2500' 'character 10: expected a fraction from 0 to 1 (not points or percent)'
usage 'reliance_low>50' 'character 14: expected a fraction'
usage "$(printf 'hhi\033[31m')" 'u{1B}'
expect 2 "no limit" --fail-if
expect 2 "unknown without a limit" --fail-if-unknown
for name in hhi effective leader_share top3 coverage residual reliance imports_hhi \
    imports_effective imports_leader_share imports_top3 imports_coverage; do
    expect 0 "$name" --mineral Tungsten --fail-if "${name}_low<0" --fail-if "${name}_high<0"
    "$report" --help | grep -w -e "$name" >/dev/null || fail "--help is silent on $name"
done

# --- comparing -------------------------------------------------------------------------------------------
expect 0 "compare" --compare "$work/old" "$work/new"
said out "compare" 'Tables changed: 1, as they were: 0, new: 0, gone: 0'
said out "the sentence" 'leader Alpha GmbH 60.0 to 70.0 %, HHI up 200 (5,200 to 5,400 points); class high as before'
# .7^2 - .6^2 = .13; .2^2 - .4^2 = -.12; .1^2 = .01
said out "by whom" 'because of: Alpha GmbH +1300 (60.0 to 70.0 %), Beta Ltd -1200 (40.0 to 20.0 %), Gamma +100 (0.0 to 10.0 %); together +200'
said out "who came" 'named anew: Gamma'
expect 0 "compare backwards" --compare "$work/new" "$work/old"
said out "compare backwards" 'HHI down 200.*no longer named: Gamma'
expect 0 "compare with itself" --compare - "$data"
said out "compare with itself" 'Tables changed: 0, as they were: [1-9][0-9]*, new: 0, gone: 0'
expect 0 "compare as JSON" --json --compare "$work/old" "$work/new"
"$check" <"$work/out" || fail "JSON of a comparison"
said out "compare as JSON" '"name": "Gamma", "code": "GAM", "state": "named anew"'
expect 0 "compare as CSV" --csv --compare "$work/old" "$work/new"
# The parts sum to the change of the HHI.
tr -d '\r' <"$work/out" | awk -F, '
    $4 == "hhi" { whole = $11 }
    $4 == "hhi_part" { sum += $11; n++ }
    END { d = sum - whole; exit !(n == 3 && whole > .0199 && whole < .0201 && d < 1e-12 && d > -1e-12) }' ||
    fail "the parts do not sum to the whole: $(cat "$work/out")"
expect 3 "a limit of the new one" --compare "$work/old" "$work/new" --fail-if 'hhi_high>0.53'
expect 0 "a limit of the old one" --compare "$work/new" "$work/old" --fail-if 'hhi_high>0.53'

# With a residual: A 50, B 30, others 20; then A 60, B 20, others 20. Named: .36-.25 + .04-.09 = .06.
res() { printf '%s' "Nuts,Supply,t,Alpha GmbH,2025,$1\nNuts,Supply,t,Beta Ltd,2025,$2\nNuts,Supply,t,Other countries,2025,$3\n"; }
folder old "$(res 50 30 20)"
folder new "$(res 50 20 30)"
expect 0 "a residual" --compare "$work/old" "$work/new"
# Low: .25+.04 - (.25+.09) = -.05; high: .29+.09 - (.34+.04) = 0.
said out "a residual" 'Beta Ltd -500 (30.0 to 20.0 %), the residual +0 if in many hands, +500 in one; together -500 and +0'
said out "either way" 'HHI may have gone either way'
# Withheld, known again, from nothing and to nothing.
folder old "$(res 50 W 20)Nuts,Supply,t,Gamma,2025,--\nNuts,Supply,t,Delta,2025,5\n"
folder new "$(res 50 20 30)Nuts,Supply,t,Gamma,2025,3\nNuts,Supply,t,Delta,2025,--\n"
expect 0 "states" --compare "$work/old" "$work/new"
said out "states" 'because of (rows with a number alone):.*from nothing: Gamma to nothing: Delta became known: Beta Ltd'
expect 0 "states backwards" --compare "$work/new" "$work/old"
said out "states backwards" 'no longer given: Beta Ltd'
folder new "$(res 50 '20 - 30' 30)"
expect 0 "a range" --compare "$work/old" "$work/new"
said out "a range" 'by whom cannot be told: a figure is a range'
# Tables that come and go; a name in one of the two.
folder new "${before}"
expect 0 "another table" --compare "$work/old" "$work/new"
said out "another table" 'Valves, supply appeared'
said out "another table" 'Nuts, supply vanished'
expect 0 "a name in one of the two" --compare "$work/old" "$work/new" --mineral Valves
said out "a name in one of the two" 'Tables changed: 0, as they were: 0, new: 1, gone: 0'
expect 2 "a name in neither" --compare "$work/old" "$work/new" --mineral Gallium
expect 2 "one folder" --compare "$work/old"
expect 2 "with --data" --compare "$work/old" "$work/new" --data "$work/old"
expect 1 "no such folder" --compare "$work/old" "$work/none"
# Of the embedded figures: reliance, sources of imports, and the whole of the tables.
cp -R "$data" "$work/edited"
sed 's/^\(TUNGSTEN,Tungsten,.*,2025,\)>50,50,gt,/\180,80,ok,/' "$data/usgs_mcs2026_net_import_reliance.csv" \
    >"$work/edited/usgs_mcs2026_net_import_reliance.csv"
cmp -s "$data/usgs_mcs2026_net_import_reliance.csv" "$work/edited/usgs_mcs2026_net_import_reliance.csv" &&
    fail "the edit changes nothing"
sed 's/^\(GALLIUM,Gallium,.*,\)Canada,28,28,/\1Canada,38,38,/; s/^\(GALLIUM,Gallium,.*,\)Japan,22,22,/\1Japan,12,12,/' \
    "$data/usgs_mcs2026_import_sources_2021_2024.csv" >"$work/edited/usgs_mcs2026_import_sources_2021_2024.csv"
expect 0 "embedded to a folder" --compare - "$work/edited" --mineral Tungsten --mineral Gallium
said out "embedded to a folder" 'Tungsten, mine net import reliance: 80 %e*, was >50 %'
# .38^2 - .28^2 = .066; .12^2 - .22^2 = -.034
said out "embedded to a folder" 'sources of imports: leader Canada as before.*because of: Canada +660 (28.0 to 38.0 %), Japan -340 (22.0 to 12.0 %)'

# --- templates --------------------------------------------------------------------------------------------
mkdir "$work/t"
expect 0 "templates" --template "$work/t"
ls "$work/t" >"$work/list"
[ "$(wc -l <"$work/list")" = 9 ] || fail "nine templates"
for file in "$work"/t/*.csv; do
    # No sign that a spreadsheet would put into quotes, or take for the end of a cell, in a comment.
    grep '^#' "$file" | grep '[,;"]' && fail "${file##*/}: a comment with a comma"
    [ "$(grep -v -c '^#' "$file")" = 1 ] || fail "${file##*/}: not one header"
done
expect 1 "templates again" --template "$work/t"
said err "templates again" 'is there already; nothing is overwritten'
rm "$work/t/names.csv"
expect 1 "templates again" --template "$work/t"
[ -e "$work/t/names.csv" ] && fail "a template beside others that are there"
expect 1 "no folder" --template "$work/none"
rm -r "$work/t"
mkdir "$work/t"
expect 0 "templates" --template "$work/t"
# Blank where they must be filled, then filled: the same report as from files without comments.
expect 1 "blank templates" --data "$work/t"
said err "blank templates" 'names.csv:[0-9]*: expected at least one row'
folder old "$before"
sed 1d "$work/old/names.csv" >>"$work/t/names.csv"
sed -n 's/$/,0/; 2,$p' "$work/old/production.csv" >>"$work/t/production.csv"
expect 0 "filled templates" --data "$work/t"
cp "$work/out" "$work/filled"
expect 0 "the same without comments" --data "$work/old"
sed '/Left out/,$d' "$work/filled" >"$work/a"
sed '/Left out/,$d' "$work/out" | cmp -s - "$work/a" || fail "a filled template gives another report"
# Saved by a spreadsheet: commas after the comments.
sed 's/^\(#.*\)/\1,,,/' "$work/t/production.csv" >"$work/tmp" && mv "$work/tmp" "$work/t/production.csv"
expect 0 "comments with commas after them" --data "$work/t"
# Only before the header.
echo '# late' >>"$work/t/production.csv"
expect 1 "a late comment" --data "$work/t"
said err "a late comment" 'production.csv:1[0-9]: expected 7 fields as in the header, found 1'

# --- dialects ------------------------------------------------------------------------------------------------
folder old 'Valves,Supply,pieces,Alpha GmbH,2025,"1,234.5"\nValves,Supply,pieces,Beta Ltd,2025,0.5\n'
expect 0 "with points" --json --data "$work/old"
grep -v '"printed"' "$work/out" >"$work/points"
sed 's/,/;/g' "$work/old/names.csv" >"$work/tmp" && mv "$work/tmp" "$work/old/names.csv"
printf 'commodity;detail;unit;country;year;raw\nValves;Supply;pieces;Alpha GmbH;2025;1.234,5\nValves;Supply;pieces;Beta Ltd;2025;0,5\n' \
    >"$work/old/production.csv"
expect 0 "semicolons" --json --dialect semicolon --data "$work/old"
grep -v '"printed"' "$work/out" | cmp -s - "$work/points" || fail "semicolons give another report"
expect 1 "semicolons read as commas" --data "$work/old"
said err "the hint" 'names.csv:1: column name: expected in the header, not found; the header is one column with semicolons: try --dialect semicolon'
expect 1 "a point for a comma" --dialect semicolon-point --data "$work/old"
said err "a point for a comma" 'production.csv:2: column raw'
printf 'commodity;detail;unit;country;year;raw\nValves;Supply;pieces;Alpha GmbH;2025;0.830\nValves;Supply;pieces;Beta Ltd;2025;0,5\n' \
    >"$work/old/production.csv"
expect 1 "0.830 is no thousand" --dialect semicolon --data "$work/old"
said err "0.830 is no thousand" 'production.csv:2: column raw: expected a figure.*found "0.830"'
for file in names production; do
    sed 's/;/	/g; s/0.830/0.83/; s/0,5/0.5/' "$work/old/$file.csv" >"$work/tmp" && mv "$work/tmp" "$work/old/$file.csv"
done
expect 0 "tabs" --dialect tab --data "$work/old"
expect 1 "tabs read as commas" --data "$work/old"
said err "tabs read as commas" 'try --dialect tab'
expect 2 "no such dialect" --dialect colon
said err "no such dialect" 'expected comma, semicolon, semicolon-point or tab'

# --- units ------------------------------------------------------------------------------------------------------
folder old "${before}Valves,Supply,boxes,Gamma,2025,3\n"
expect 1 "mixed units" --data "$work/old"
said err "mixed units" 'production.csv:4: column unit: expected one unit in a table, found "boxes"'
folder old "$(printf '%s' "$before" | sed 's/pieces//')"
expect 1 "no unit" --data "$work/old"
said err "no unit" 'production.csv:[23]: column unit: expected a name'
rm -r "$work/all" && cp -R "$data" "$work/all"
sed '2s/,t REO,/,kg REO,/' "$data/projects.csv" >"$work/all/projects.csv"
expect 0 "one project of a stage" --check "$work/all/projects.csv"
sed 's/,t magnets,/,kg magnets,/' "$data/demand.csv" >"$work/all/demand.csv"
expect 1 "units of demand and projects" --data "$work/all"
said err "units of demand and projects" 'demand.csv:2: column unit: expected "t magnets", the unit of line'

# --- checking ---------------------------------------------------------------------------------------------------
folder old "$before"
expect 0 "check" --check "$work/old/production.csv"
said out "check" 'kind: tables of production or supply .* names: of the file beside it rows: 2 units: pieces years: 2025 .*used: 1 tables.*errors: 0'
printf 'country,year,raw,commodity,detail,unit,colour\nAlpha GmbH,20x5,60,Valves,Supply,pieces,red\nOmega,2025,40,Valves,Supply,pieces,red\nBeta Ltd,2025,many,Valves,Supply,pieces,red\nBeta Ltd,2025,1\nGamma,2025,2,Valves,Supply,boxes,red\nDelta,2025,2,Valves,Supply,pieces,red\n' \
    >"$work/old/mine.csv"
expect 1 "all errors" --check "$work/old/mine.csv"
for line in 'mine.csv:2: column year' 'mine.csv:3: column country' 'mine.csv:4: column raw' 'mine.csv:5: expected 7 fields' \
    'mine.csv:7: column unit: expected one unit'; do
    said out "all errors" "error: $line"
done
said out "all errors" 'columns that are not used: colour'
said out "all errors" 'errors: 5'
mkdir "$work/alone"
for file in "$data"/*.csv; do
    expect 0 "check ${file##*/}" --check "$file"
    cp "$file" "$work/alone/unnamed.txt"
    kind=$(grep '^kind:' "$work/out")
    expect 0 "check ${file##*/} by its header" --check "$work/alone/unnamed.txt"
    [ "$(grep '^kind:' "$work/out")" = "$kind" ] || fail "${file##*/}: another kind by its header"
done
# A row that is refused leaves nothing behind that the next could trip over.
printf 'commodity,detail,country,raw\n,Parts,Beta Ltd,5\nValves,Parts,Beta Ltd,5\nValves,Parts,Gamma,9\n' \
    >"$work/old/import_sources.csv"
expect 1 "after a refused row" --check "$work/old/import_sources.csv"
said out "after a refused row" 'import_sources.csv:2: column commodity: expected a name.*rows: 3 .*used: 1 groups.*errors: 1'
rm "$work/old/import_sources.csv"
printf 'a,b\n1,2\n' >"$work/old/what.csv"
expect 1 "no known kind" --check "$work/old/what.csv"
said err "no known kind" 'what.csv:1: expected the name or the header of a known kind'
expect 1 "no such file" --check "$work/old/none.csv"
expect 1 "a folder" --check "$work/old"
printf 'name,iso3\n"Alpha,ALP\n' >"$work/old/names.csv"
expect 1 "a quote that stays open" --check "$work/old/names.csv"
said out "a quote that stays open" 'error: names.csv:3: expected a closing quote'

# --- memory that runs out ------------------------------------------------------------------------------------------
# Addresses are bounded where the program runs by itself; sanitisers and valgrind need terabytes.
if sh -c 'ulimit -v 50000 && "$0" --version || exit 1' "$program" >/dev/null 2>&1; then
    # The least that suffices, then a little less at a time.
    for room in 2600 2800 3000 3200 3400 3600 3800 4000 4400 4800; do
        for options in "--all" "--all --json" "--all --csv" "--compare - -" "--check $data/projects.csv"; do
            cases=$((cases + 1))
            # shellcheck disable=SC2086
            (ulimit -v $room && exec "$program" --trials 1 $options) >"$work/out" 2>"$work/err"
            status=$?
            # 127, or a signal of the loader's: the program did not begin.
            [ $status = 0 ] || grep -q 'error while loading\|cannot allocate\|failed to map' "$work/err" && continue
            [ $status = 1 ] && grep -q 'minrisk-report: out of memory' "$work/err" && {
                seen=1
                continue
            }
            [ -s "$work/err" ] || [ -s "$work/out" ] || continue
            fail "$room KB, $options: exit status $status: $(head -c 300 "$work/err")"
        done
    done
    [ "${seen:-0}" = 1 ] || fail "memory never ran out"
fi

echo "$cases cases, $failures failures"
[ $failures = 0 ]
