#!/bin/sh
# SPDX-License-Identifier: MIT
# The report against values that awk works out from the same files, and against facts read by hand.
#
#     golden.sh REPORT DATA_FOLDER
set -u
LC_ALL=C
export LC_ALL
data=$2
here=$(dirname "$0")
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
. "$here/launch.sh"
report=$(launch "$1" "$work")
failures=0

"$report" --trials 1 --json --all >"$work/all.json" || exit 1
awk -f "$here/golden.awk" "$data/usgs_mcs2026_world_production.csv" "$work/all.json" || failures=1

awk -f "$here/golden_risk.awk" "$data/country_names.csv" "$data/wgi_political_stability.csv" \
    "$data/agreements.csv" "$data/usgs_mcs2026_world_production.csv" "$work/all.json" || failures=1

# line NAME PATTERN OPTION...: the table at 80 columns has such a line.
line() {
    name=$1
    pattern=$2
    shift 2
    COLUMNS=80 "$report" --trials 1 "$@" >"$work/out"
    grep -q -e "$pattern" "$work/out" || {
        failures=1
        echo "FAILED: $name: no line '$pattern'"
        sed -n 6,14p "$work/out"
    }
}

line "a group says so" '2025e; group: Rare Earths' --mineral Samarium
line "a cited figure says so" 'cited: World Mining Data 2024, 2022' --mineral Rhodium
line "two cited figures are two" 'cited: World Mining Data 2024, 2022 (8,760); cited:' --mineral Germanium
line "Brazil leads in niobium" '^10 Niobium  *mine  *Brazil  *93.2 %' --mineral Niobium
# Withheld is not zero: without the United States the HHI would be a point.
line "a withheld figure has no bound" 'Lithium  *mine  *Australia?  *0..32 %.*\.\.10,000 straddles' \
    --mineral Lithium
line "and the row says who" 'United States withheld' --mineral Lithium
line "forms that differ are not added up" 'world total, as the countries. forms differ' --mineral Boron
line "a world range alone" '10,000 -' --mineral Yttrium
# 100 percent from three countries: from a third to the whole.
line "a row of three countries" '^Rubidium .*3,333..10,000' --mineral Rubidium
# 26^2 + 14^2 + 8^2 + 8^2 = 1000 points of 10,000 percent, the residual of 44 in one hand 2,936.
line "import sources" '^Tungsten .*China?  *999..2,937\|^Tungsten .*China?  *1,000..2,936' --mineral Tungsten
line "censored reliance" '^Tungsten .*>50 %e' --mineral Tungsten
line "a net exporter" '^Beryllium .* ' --mineral Beryllium
line "straddles" 'straddles' --mineral Bauxite
line "the latest year" '2024; *$\|2024$\|2024e' --mineral Tungsten --year 2024
line "a year without a table" 'no table of producers' --mineral Tungsten --year 1999
line "others smaller" '6,234..6,237' --mineral Tungsten --others-smaller

# What the countries are like. Gallium: China, 99 % of it, stands at 5.882 of 10; squared and alone,
# 5.882 (900/909)^2 = 5.766; the EU prints 3.9.
line "one indicator, and it says so" 'one indicator of the six' --mineral Gallium
line "weighted, and the EU beside it" 'Gallium, primary: weighted HHI 5.77; EU 3.9; bloc 0.33 %' \
    --mineral Gallium
line "stages side by side" '^ *refinery: China, HHI 2537..2589' --mineral Copper
line "a withheld figure has no weighted HHI" 'Lithium, mine: not known (a figure is withheld' \
    --mineral Lithium
printf 'iso3,name\nCHL,Chile\nPER,Peru\n' >"$work/bloc.csv"
line "a bloc of its own" 'bloc\.csv, 2 countries' --mineral Copper --bloc "$work/bloc.csv"
line "its share" 'Copper, mine: weighted HHI 0.61..0.78; EU 0.1; bloc 34.' --mineral Copper \
    --bloc "$work/bloc.csv"

# refused NAME MESSAGE FILE-TEXT: such a bloc.
refused() {
    printf "$3" >"$work/bad.csv"
    if "$report" --trials 1 --mineral Copper --bloc "$work/bad.csv" >"$work/out" 2>&1 ||
        ! grep -q -e "$2" "$work/out"; then
        failures=1
        echo "FAILED: $1: $(head -n 1 "$work/out")"
    fi
}

refused "a country twice" 'bad.csv:3: .*each country once' 'iso3\nCHL\nCHL\n'
refused "a name for a code" 'bad.csv:2: .*alpha-3' 'iso3\nChile\n'
refused "another column" 'iso3' 'country\nCHL\n'
if "$report" --bloc "$work/absent.csv" >"$work/out" 2>&1 || ! grep -q 'cannot be read' "$work/out"; then
    failures=1
    echo "FAILED: a bloc that is not there"
fi
"$report" --trials 1 --csv --mineral Gallium --bloc "$work/bloc.csv" | tr -d '\r' |
    grep -q '^Gallium,primary,,bloc_share,[^,]*bloc.csv,0,0,fraction,,own,,minerals.csv,' || {
    failures=1
    echo "FAILED: the share of the bloc as CSV"
}
"$report" --trials 1 --csv --mineral Gallium | tr -d '\r' |
    grep -q '^Gallium,primary,2023,eu_supply_risk,,3.9,3.9,score,,own,,eu_crm2023_results.csv,' || {
    failures=1
    echo "FAILED: the EU's score as CSV"
}

# A group's countries stand for one of it, and one indicator is not the EU's score: each form says so.
"$report" --trials 1 --csv --mineral Samarium | tr -d '\r' |
    grep '^Samarium,mine,,stability_weighted_hhi,,2.96.*,group,.*one indicator of six; not the EU.s score' \
        >/dev/null || {
    failures=1
    echo "FAILED: what the weighted HHI is, as CSV"
}
for form in "" --json "--html -"; do
    # shellcheck disable=SC2086
    "$report" --trials 1 $form --mineral Samarium >"$work/out"
    tr '\n' ' ' <"$work/out" | tr -s ' ' | sed 's/&#39;/'"'"'/g' |
        grep "one indicator of the six that the EU takes, and no trade parameters): not the EU's score" \
            >/dev/null || {
        failures=1
        echo "FAILED: what the weighted HHI is, $form"
    }
done
"$report" --trials 1 --html - --mineral Samarium | grep 'Samarium, mine (of the group)' >/dev/null || {
    failures=1
    echo "FAILED: a group on the page"
}

# Nine by default, in order.
COLUMNS=80 "$report" --trials 1 | awk '/^ [1-9] [A-Z]/ { print $2 }' | head -n 9 | tr '\n' ' ' >"$work/nine"
[ "$(cat "$work/nine")" = "Samarium Rhodium Lutetium Terbium Dysprosium Gallium Germanium Gadolinium Tungsten " ] || {
    failures=1
    echo "FAILED: the nine are $(cat "$work/nine")"
}

# Every critical table of producers of the latest year is in --all.
awk -F, 'NR > 1 && $0 ~ /,country,2025,/ && $0 !~ /,No$/ { print $2 }' \
    "$data/usgs_mcs2026_world_production.csv" | sort -u >"$work/critical"
while read -r commodity; do
    grep -q "\"commodity\": \"$commodity\"" "$work/all.json" || {
        failures=1
        echo "FAILED: $commodity is not in --all"
    }
done <"$work/critical"
[ "$failures" = 0 ]
