#!/bin/sh
# SPDX-License-Identifier: MIT
# The article, claim by claim: figures and verdicts against values that awk works out from the same
# files, and against changed files. Usage: claims_verdicts.sh program data-folder
set -u
program=$1
data=$2
here=$(dirname "$0")
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failures=0
checks=0

fail() {
    failures=$((failures + 1))
    echo "FAIL ($case): $1"
}

# claims_of option...: the report as one line for each claim, blanks squeezed, so that wrapping does
# not matter.
claims_of() {
    COLUMNS=100 NO_COLOR=1 "$program" --trials 1 "$@" >"$work/out" 2>"$work/err" || {
        fail "status $? with $*"
        cat "$work/err"
        return 1
    }
    awk '/The article, claim by claim/ { on = 1 } on { line = line " " $0 }
         END { gsub(/[ \t]+/, " ", line); print line }' "$work/out" |
        awk '{ gsub(/ [0-9]+\. [A-Z][^:]*"/, "\n&"); print }' >"$work/claims"
}

# The line of a claim, by its title.
claim() {
    awk -v title=". $1 \"" 'index($0, title) { print; exit }' "$work/claims"
}

# expect "title" "text": the claim's line has the text.
expect() {
    checks=$((checks + 1))
    case $(claim "$1") in
    *"$2"*) ;;
    *)
        fail "\"$1\" lacks: $2"
        claim "$1" | cut -c1-3000
        ;;
    esac
}

lacks() {
    checks=$((checks + 1))
    case $(claim "$1") in
    *"$2"*)
        fail "\"$1\" should not have: $2"
        ;;
    esac
}

# Expected figures, one "name value" a line, from the CSV alone.
awk -f "$here/claims_expected.awk" data="$data" /dev/null >"$work/expected" || exit 1
expected() {
    awk -v name="$1" '$1 == name { $1 = ""; print substr($0, 2); found = 1 }
                      END { exit !found }' "$work/expected" || {
        echo "no expected value $1" >&2
        exit 1
    }
}

# changed FILE 's/...//': a copy of the data with one file edited; fails if nothing changed.
changed() {
    rm -rf "$work/data"
    cp -r "$data" "$work/data" && chmod -R u+w "$work/data" && rm -f "$work/data/manifest.csv"
    edit "$1" "$2"
}

edit() {
    sed "$2" "$data/$1" >"$work/edited"
    if cmp -s "$work/edited" "$data/$1"; then
        fail "the edit of $1 changed nothing"
    fi
    cp "$work/edited" "$work/data/$1"
}

production=usgs_mcs2026_world_production.csv
imports=usgs_mcs2026_import_sources_2021_2024.csv

case="the data as they are"
claims_of --data "$data" || exit 1

nine="China first for eight of nine"
expect "$nine" "largest producer in the world: cannot be told from public data"
expect "$nine" "holds for 2, does not for 0, cannot be told for 7; the claim asks for 8"
expect "$nine" "accepted: holds for 7, does not for 1, cannot be told for 1; the verdict would be"
expect "$nine" "+ Gallium: China leads with $(expected gallium_china)"
expect "$nine" "+ Tungsten: China leads with $(expected tungsten_china)"
group="? Samarium, Lutetium, Terbium, Dysprosium, Gadolinium: a group's table alone"
expect "$nine" "$group: China leads with $(expected rare_earths_china)"
expect "$nine" "? Rhodium, Germanium: no table, cited figures alone"
expect "$nine" "largest direct source of US imports: does not hold"
expect "$nine" "holds for 2, does not for 2, cannot be told for 5; the claim asks for 8"
canada=$(expected gallium_canada_imports)
expect "$nine" "- Gallium: Canada leads with $canada; China has $(expected gallium_china_imports)"
expect "$nine" "- Germanium: Belgium leads with 41 %; China has 23 %"
expect "$nine" "+ Lutetium: China leads with 100 %"
expect "$nine" "? Tungsten: China leads the named with 26 %, but 44 % is with countries that"
expect "$nine" "an inference"

samarium="Samarium the most critical"
expect "$samarium" "by the order of the 2025 US list: holds rank 1 of $(expected ranks)"
expect "$samarium" "study: does not hold"
expect "$samarium" "at place $(expected eu_single) single materials"
expect "$samarium" "$(expected eu_all) rows if those for groups are counted"

chain="A chain from extraction to manufacturing"
expect "$chain" "more than half of each stage: cannot be told from public data"
expect "$chain" "settle 1 of 4 stages (mining): China has more than half in 1, not in 0; 3 cannot"
expect "$chain" "+ mining: China $(expected rare_earths_china)"
expect "$chain" "China 91.3 % (IEA"
expect "$chain" "? metal, magnets: no public table by country"
expect "$chain" "for samarium itself: cannot be told from public data"

expect "The deal with Australia" "an agreement exists: holds"
expect "The deal with Australia" "8.5 billion dollars of minerals are bought: does not hold"
expect "The deal with Australia" "at least 1 billion from each government within six months"
expect "Two rare-earth start-ups" "the sum is as the article gives it: holds"
expect "Two rare-earth start-ups" "all of it is public money spent: does not hold"
expect "The deal with Kazakhstan" "memorandum, 2025-11-06"
expect "The deal with Kazakhstan" "unconfirmed"
expect "The deal with Kazakhstan" "the new deposit will be mined: cannot be told from public data"
expect "The deal with Kazakhstan" "it brings supply by a known date: cannot be told from"
expect "Central Africa" "an agreement exists: cannot be told from public data"
expect "Central Africa" "the article itself is the only source"

decades="Ten to twenty years"
for variant in now permit mine; do
    for which in low likely high; do
        expect "$decades" "every lead $which: $(expected chain_${variant}_$which)"
    done
done
expect "$decades" "every lead likely: $(expected chain_world_likely)"
expect "$decades" "every lead likely: $(expected chain_usa_likely)"
expect "$decades" "US permit and construction: holds"
expect "$decades" "the plants wait until the mine has its permit: holds"
expect "$decades" "the plants wait until the mine gives ore: does not hold"
expect "$decades" "on record in the world: holds"
expect "$decades" "on record in the United States: does not hold"
expect "$decades" "as a forecast of when the need will be met: cannot be told from public data"
expect "$decades" "the last stage to cover is mine"
expect "$decades" "the last stage to cover is separation"
expect "$decades" "corners, not probabilities"
expect "$decades" "given success, not a market balance"

year="Not within a year"
expect "$year" "a new chain, everything started now: holds"
expect "$year" "are ramping or are planned: holds"
expect "$year" "mine: 7 years at the least"
expect "$year" "separation: 3 years at the least"
expect "$year" "magnet: 2 years at the least"
expect "$year" "least growth: $(expected magnets_low)"
expect "$year" "base growth: $(expected magnets_likely)"
expect "$year" "most growth: $(expected magnets_high)"
expect "$year" "only planned: $(expected magnets_running)"
expect "$year" "no list of built plants gives): $(expected magnets_weighted)"
expect "$year" "magnets inside imported goods are not counted"

allies="What allied supply changes"
expect "$allies" "counting the United States alone: does not hold"
expect "$allies" "counting the partners of agreements too: does not hold"
expect "$allies" "- Tungsten: $(expected tungsten_blocs)"
expect "$allies" "$(expected rare_earths_blocs)"
expect "$allies" "cannot be added"
# Half of 17,500, of 5,000 and of 4,440; and 1,000 + 9,000 + 1,200 + 10,000 + 2,000 + 2,000.
expect "$allies" "Rare earths, separation: United States 0, partners 8,750 accessible"
expect "$allies" "Samarium to lutetium, separation: United States 0, partners 2,500 accessible"
expect "$allies" "mine+separation: United States 0, partners 2,220 accessible"
expect "$allies" "NdFeB magnets, magnet: United States 25,200, partners 0 accessible"

# No output of ours is the claim's own range.
lacks "$decades" "10-20"

case="what travels with the program"
cp "$work/claims" "$work/claims_of_folder"
claims_of || exit 1
checks=$((checks + 1))
cmp -s "$work/claims" "$work/claims_of_folder" || fail "not the same as the folder"

case="nobody unnamed is larger than the named"
if claims_of --data "$data" --others-smaller; then
    expect "$nine" "+ Tungsten: China leads with 26 %"
    expect "$nine" "holds for 3, does not for 2, cannot be told for 4"
fi

case="width"
for columns in 60 80 120; do
    checks=$((checks + 1))
    COLUMNS=$columns NO_COLOR=1 "$program" | sed -n '/The article, claim by claim/,$p' |
        LC_ALL=C awk -v most="$columns" 'length($0) > most { wide++ }
            END { exit wide > 0 || NR < 100 }' || fail "a line is wider than $columns"
done

case="JSON"
"$program" --json | tr -d '\n' | tr -s ' ' >"$work/json"
json_has() {
    checks=$((checks + 1))
    grep -q "$1" "$work/json" || fail "lacks $1"
}
json_has '"id": *"nine"'
json_has '"reading": *"(b) China is the largest direct[^"]*", *"verdict": *"does_not_hold"'
json_has '"label": *"Tungsten", *"text": *"China leads with 78.7 %[^"]*", *"verdict": *"holds"'
json_has '"file": *"usgs_mcs2026_world_production.csv", *"row": *665 *}'
json_has '"reading": *"for samarium itself", *"verdict": *"cannot_be_told"'

case="gallium from China set to 1"
changed $production '/^GALLIUM,.*,China,country,2025,/s/,"900,000",900000,/,1,1,/'
if claims_of --data "$work/data"; then
    expect "$nine" "- Gallium: Russia leads with 66.7 %; China has under 0.1 %"
    expect "$nine" "holds for 1, does not for 1, cannot be told for 7"
    expect "$nine" "largest producer in the world: cannot be told"
fi

case="gallium and tungsten from China set to 1"
edit $production '/^GALLIUM,.*,China,country,2025,/s/,"900,000",900000,/,1,1,/
/^TUNGSTEN,.*,China,country,2025,/s/,"67,000",67000,/,1,1,/'
if claims_of --data "$work/data"; then
    expect "$nine" "holds for 0, does not for 2, cannot be told for 7"
    expect "$nine" "largest producer in the world: does not hold"
    # Australia, Kazakhstan and Rwanda make 4,700 t, and China 1.
    expect "$allies" "+ Tungsten: United States 0 %"
fi

case="gallium imports led by China"
changed $imports '/^GALLIUM,.*,China,/s/,18,18,/,38,38,/
/^GALLIUM,.*,Canada,/s/,28,28,/,8,8,/'
if claims_of --data "$work/data"; then
    expect "$nine" "+ Gallium: China leads with 38 %"
    expect "$nine" "holds for 3, does not for 1, cannot be told for 5"
    expect "$nine" "largest direct source of US imports: cannot be told"
fi

case="tungsten imports with a small residual"
changed $imports '/^TUNGSTEN,.*,Other countries,/s/,44,44,/,4,4,/'
if claims_of --data "$work/data"; then
    expect "$nine" "+ Tungsten: China leads with 43.3 %" # 26 of 60
fi

case="samarium second in the US list"
changed usgs_2025_list_rank_order.csv 's/^1,Samarium/1,Rhodium/
s/^2,Rhodium/2,Samarium/'
if claims_of --data "$work/data"; then
    expect "$samarium" "by the order of the 2025 US list: does not hold rank 2"
fi

case="samarium first by the EU's score"
changed eu_crm2023_results.csv 's/^Samarium,3.5,/Samarium,9.5,/'
if claims_of --data "$work/data"; then
    expect "$samarium" "study: holds"
    expect "$samarium" "at place 1 to 1 of"
fi

case="half of the rare earths mined in China gone"
changed $production '/^RARE EARTHS,.*,China,country,2025,/s/,"270,000",270000,/,"70,000",70000,/'
if claims_of --data "$work/data"; then
    expect "$chain" "- mining: China 37 %" # 70,000 of 189,310
    expect "$chain" "more than half of each stage: does not hold"
fi

case="Australia's deal as a purchase"
changed agreements.csv '/^AUS,/s/,framework,/,purchase,/'
if claims_of --data "$work/data"; then
    expect "The deal with Australia" "8.5 billion dollars of minerals are bought: holds"
fi

case="no agreement with Kazakhstan"
changed agreements.csv '/^KAZ,/d'
if claims_of --data "$work/data"; then
    expect "The deal with Kazakhstan" "an agreement exists: does not hold"
fi

case="permits in two years"
changed lead_times.csv '/^usa-permit,/s/,5,8.5,12,/,1,2,3,/'
if claims_of --data "$work/data"; then
    # (2 + 2.6) * 1.225248 = 5.6361 for the mine, 5 * 1.225248 = 6.1262 for the separation,
    # and .8 * 1.491825 = 1.1935 until 80 % of nameplate
    expect "$decades" "every lead likely: 2033.3 (7.3 years); the last stage to cover is separation"
    expect "$decades" "US permit and construction: does not hold"
fi

case="a chain in no time"
changed lead_times.csv 's/^\([a-z]*-[a-z]*,[a-z]*,[a-z ]*\),years,[0-9]*,/\1,years,0.1,/'
if claims_of --data "$work/data"; then
    # .2 + .8 * .556107 = .6449
    expect "$year" "a new chain, everything started now: does not hold"
    expect "$year" "2026.6 (0.6 years)"
fi

case="magnets enough today"
changed projects.csv '/^noveon,/s/,2000,t magnets/,20000,t magnets/'
if claims_of --data "$work/data"; then
    expect "$year" "are ramping or are planned: does not hold"
    expect "$year" "within a year in 4 of 4 cases"
fi

case="an escape in a claim and a claim that nobody knows"
esc=$(printf '\033')
changed article_claims.csv "s/Central Africa,/Central${esc}[31m Africa,/;s/^samarium,/unheard-of,/"
if claims_of --data "$work/data"; then
    checks=$((checks + 2))
    LC_ALL=C grep -q "$esc" "$work/out" && fail "the escape was sent"
    grep -q 'Central.u{1[bB]}\[31m Africa' "$work/out" || fail "the escape is not shown"
    expect "$samarium" "the report has no examination of this claim"
fi

case="a claim without its figures"
changed article_claims.csv '/^decades,/s/,10,20,/,,,/'
if claims_of --data "$work/data"; then
    expect "$decades" "Verdict: cannot be told from public data as it stands"
fi

echo "claims: $checks checks, $failures failures"
[ "$failures" -eq 0 ]
