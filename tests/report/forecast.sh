#!/bin/sh
# SPDX-License-Identifier: MIT
# Time to independence as the report has it: against the published headline, against draws of another
# program, against a chain worked out by hand; threads, scenarios and files of projects.
#
#     forecast.sh REPORT DATA_FOLDER VECTORS JSON_CHECK
set -u
LC_ALL=C
export LC_ALL
unset COLUMNS NO_COLOR
data=$2
vectors=$3
check=$4
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/launch.sh"
report=$(launch "$1" "$work")
failures=0
cases=0

fail() {
    failures=$((failures + 1))
    echo "FAILED: $*"
}

# figures SUBJECT OPTION...: figure, of, low and high of a forecast, with tabs between.
figures() {
    subject=$1
    shift
    # Commas in quotes stay, the others become tabs.
    "$report" --csv --mineral Gallium "$@" | tr -d '\r' | awk -F '"' -v OFS= '
        { for (i = 1; i <= NF; i += 2) gsub(",", "\t", $i); print }' |
        awk -F '\t' -v subject="$subject" '$1 == subject { print $4 "\t" $5 "\t" $6 "\t" $7 }' \
            >"$work/figures"
}

# near FIGURE OF VALUE TOLERANCE: the interval comes that near to the value.
near() {
    cases=$((cases + 1))
    awk -F '\t' -v figure="$1" -v of="$2" -v value="$3" -v tolerance="$4" '
        $1 == figure && index($2, of) == 1 && !seen {
            seen = 1
            ok = $3 != "" && $3 - tolerance <= value && ($4 == "" || $4 + tolerance >= value)
            if (!ok) print "found " $3 " to " $4
        }
        END { if (!seen) print "not there"; exit !ok }' "$work/figures" >"$work/why" ||
        fail "$1 of '$2': expected $3, $(cat "$work/why")"
}

# says PATTERN OPTION...: the program prints it, on one line or over several.
says() {
    cases=$((cases + 1))
    pattern=$1
    shift
    "$report" "$@" >"$work/out" 2>&1
    tr '\n' ' ' <"$work/out" | tr -s ' ' | grep -e "$pattern" >/dev/null ||
        fail "$*: expected '$pattern', found: $(head -c 400 "$work/out")"
}

# --- the published headline ---------------------------------------------------------------------
# headline ID OF: P10, P50, P90 within .02 years and the chances within .002, as the vector has them.
headline() {
    sed -n "s/^{\"id\": \"$1\",.*\"p10\": \([0-9.]*\), \"p50\": \([0-9.]*\), \"p90\": \([0-9.]*\), \"cdf_at\": \[1, 5, 10, 15, 20,[^]]*\], \"cdf\": \[\([^]]*\)\].*/\1 \2 \3 \4/p" \
        "$vectors" | tr -d , >"$work/headline"
    read -r p10 p50 p90 in1 in5 in10 in15 in20 rest <"$work/headline" || fail "$1 is no vector"
    : "$in5 $in15 $rest"
    near years_p10 "$2" "$p10" .02
    near years_p50 "$2" "$p50" .02
    near years_p90 "$2" "$p90" .02
    near within_1_year "$2" "$in1" 1e-12
    near within_10_years "$2" "$in10" .002
    near within_20_years "$2" "$in20" .002
}
figures "one new chain" --trials 20000
headline HL-A7 "as asked"
headline HL-A1 "the mine as on record in the world"
headline HL-A2 "the mine as on record of mines that started lately"
headline HL-A3 "the mine as on record in the United States"
# The mine is the bottleneck in 95 % of trials; with .6 and .9 each, 1 - .6 * .9^3 never get there.
near last_stage "as asked: mine" .95 .005
near not_within_horizon "success not given: the mine is built with a chance of 0.6, each plant of 0.9" \
    .5626 .0001
near not_within_horizon "as asked" 0 1e-6
# Plants that start at the mine's permit: 15.2 / 18.9 / 24.0, as published to a tenth.
near years_p10 "the plants are started when the mine has its permit" 15.2 .05
near years_p50 "the plants are started when the mine has its permit" 18.9 .05
near years_p90 "the plants are started when the mine has its permit" 24.0 .05

# --- draws of another program ---------------------------------------------------------------------
# 400,000 draws by betavariate and gauss of Python's random module; errors of a quantile up to .03,
# of a chance .001; intervals of 20,000 trials hold with 95 %, so a little is added.
while IFS='|' read -r of p10 p50 p90 in10 in20 mine separation metal magnet; do
    near years_p10 "$of" "$p10" .05
    near years_p50 "$of" "$p50" .05
    near years_p90 "$of" "$p90" .1
    near within_10_years "$of" "$in10" .003
    near within_20_years "$of" "$in20" .003
    near last_stage "$of: mine" "$mine" .01
    near last_stage "$of: separation" "$separation" .01
    near last_stage "$of: metal" "$metal" .01
    near last_stage "$of: magnet" "$magnet" .01
done <<'END'
as asked|11.411|14.915|20.276|0.0239|0.8896|0.9486|0.0336|0.0114|0.0064
the plants are started when the mine has its permit|15.174|18.911|23.989|0.0000|0.6207|0.0658|0.5426|0.2415|0.1501
the plants are started when the mine gives ore|18.014|22.245|28.095|0.0000|0.2661|0.0066|0.5737|0.2579|0.1618
slips go together|11.283|14.871|20.269|0.0302|0.8899|0.9794|0.0114|0.0054|0.0038
allies counted: the mine is in Australia, with the permits of there|7.025|9.021|12.200|0.6796|0.9971|0.2477|0.4452|0.1914|0.1157
the deal: Australia; Arafura Nolans as the mine (its chance 0.5), Iluka Eneabba refinery as the separation (its chance 0.9)|5.842|7.658|10.523|0.8645|0.9983|0.2922|0.0257|0.4108|0.2712
the deal: Kazakhstan; Kuyrektykol as the mine (its chance 0.02)|13.631|18.367|23.968|0.0003|0.6456|0.9857|0.0092|0.0032|0.0020
the deal: Two rare-earth start-ups; Vulcan Elements as the magnet (its chance 0.6)|11.403|14.910|20.273|0.0244|0.8897|0.9514|0.0339|0.0115|0.0032
END

# What the stages lack at a date, and how the median moves with one input a tenth lower, by as many
# draws of that program; no other input moves it by as much as these three.
while IFS='|' read -r of at5 at10 at20; do
    near lacking_at_5_years "as asked: $of" "$at5" .003
    near lacking_at_10_years "as asked: $of" "$at10" .003
    near lacking_at_20_years "as asked: $of" "$at20" .003
done <<'END'
mine|1|0.9682|0.1094
separation|0.9397|0.1802|0.0012
metal|0.7819|0.0663|0.0006
magnet|0.6759|0.0367|0.0005
END
near change_of_p50 "as asked: slip a tenth lower" -1.085 .01
near change_of_p50 "as asked: usa-permit a tenth lower" -0.944 .01
near change_of_p50 "as asked: mine-construction a tenth lower" -0.324 .01
[ "$(grep -c '^change_of' "$work/figures")" = 3 ] || fail "not three sensitivities"
says 'at 10 years: mine 96.8 %, separation 18.1 %, metal 6.6 %, magnet 3.7 %' --trials 1
says 'a tenth lower, .* as asked: slip (all, slip): -1.08 years usa-permit (mine, permit): -0.94 years' \
    --trials 1
# By trials, where plants wait: they are there later, the mine is not.
"$report" --trials 20000 --write-scenario "$work/wait.csv" || fail "--write-scenario"
sed 's/^plants,.*/plants,after permit/' "$work/wait.csv" >"$work/waits.csv"
figures "one new chain" --scenario "$work/waits.csv"
near lacking_at_20_years "as asked: mine" .1094 .002
near lacking_at_10_years "as asked: separation" .9994 .0002
near change_of_p50 "as asked: usa-permit a tenth lower" -1.002 .03

# A record by other figures: PERT(8,10,14) for the mine is HL-A4 of the vectors.
cp -R "$data" "$work/data"
sed 's/^world-mine,.*/world-mine,mine,all,years,8,10,14,PERT,as in HL-A4,vectors,,/' \
    "$data/lead_times.csv" >"$work/data/lead_times.csv"
figures "one new chain" --trials 1 --data "$work/data"
headline HL-A4 "the mine as on record in the world"
# A mine at 6 years and plants at 1, nothing slips, no ramp to speak of: all of it in months.
cat >"$work/data/lead_times.csv" <<'END'
id,stage,phase,unit,low,likely,high,shape,derivation,source
usa-permit,mine,permit,years,2,2,2,PERT,hand,hand
mine-construction,mine,construction,years,4,4,4,PERT,hand,hand
separation-plant,separation,construction,years,1,1,1,PERT,hand,hand
metal-plant,metal,construction,years,1,1,1,triangular,hand,hand
magnet-plant,magnet,construction,years,1,1,1,uniform,hand,hand
slip,all,slip,factor,1,1.5,1.5,uniform,hand,hand
slip-chance,all,slip,fraction,0,0,0,choice,hand,hand
ramp,all,ramp,years,0.5,0.5,0.5,PERT,hand,hand
need,all,share,fraction,0.8,0.8,0.8,choice,hand,hand
END
figures "one new chain" --trials 500 --data "$work/data"
near years_p50 "as asked" 6.4 .01
near years_p50 "the plants are started when the mine has its permit" 6.4 .05
# 6 years, then 1, then .8 of half a year.
near years_p50 "the plants are started when the mine gives ore" 7.4 .05
near last_stage "the plants are started when the mine gives ore: separation" 1 0
near within_1_year "as asked" 0 0

# --- why not within a year --------------------------------------------------------------------------
# 5 + 2 years at the least, and the least ramp; a slip shrinks it, by the table's first knot.
says 'why not within a year: the shortest leads of the mine come to 7.1 years, and with the most favourable slip of the table to 4.4' \
    --trials 1 --mineral Gallium
says 'usa-permit (mine, permit): 5 / 8.5 / 12 years, PERT (Behre Dolbear 2013; .* lead_times.csv, row 2)' \
    --trials 1 --mineral Gallium
says 'MP 10X, USA: 9000 t magnets, planned, start 2028 / 2029 / 2032, chance 0.8, accessible 1; assumed: start range and success (projects.csv, row 5)' \
    --trials 1 --mineral Gallium
says 'not there within 60 years in 56.3 %' --trials 1 --mineral Gallium

# --- threads ------------------------------------------------------------------------------------------
"$report" --json --trials 700 >"$work/one.json" || fail "one thread"
"$check" <"$work/one.json" || fail "JSON of the forecast"
if "$report" --trials 1 --threads 2 --json >"$work/out" 2>"$work/err"; then
    for threads in 2 3 4 5 6 7; do
        cases=$((cases + 1))
        "$report" --json --trials 700 --threads $threads >"$work/out"
        cmp -s "$work/out" "$work/one.json" || fail "$threads threads give something else"
    done
else
    grep -q -e '--threads: this program was built without threads' "$work/err" ||
        fail "threads: $(cat "$work/err")"
fi
"$report" --json --trials 700 --seed 1 >"$work/out"
cmp -s "$work/out" "$work/one.json" && fail "the seed does nothing"

# --- scenarios ----------------------------------------------------------------------------------------
scenario=$work/scenario.csv
"$report" --seed 18446744073709551615 --trials 300 --write-scenario "$scenario" >"$work/out" ||
    fail "--write-scenario"
[ -s "$work/out" ] && fail "--write-scenario prints something"
for form in "" --json --csv "--html -"; do
    cases=$((cases + 1))
    # shellcheck disable=SC2086
    "$report" $form --seed 18446744073709551615 --trials 300 >"$work/asked"
    # shellcheck disable=SC2086
    "$report" $form --scenario "$scenario" >"$work/replayed"
    cmp -s "$work/asked" "$work/replayed" || fail "no replay: $form"
    grep -q '18446744073709551615\|300 trials' "$work/replayed" || fail "no seed, no trials: $form"
done
"$report" --write-scenario "$scenario" 2>"$work/err" && fail "a scenario is overwritten"
grep -q 'is there already' "$work/err" || fail "overwriting: $(cat "$work/err")"
"$report" --scenario "$scenario" --projects "$data/projects.csv" >/dev/null || fail "the same projects"
sed 's/,0.6,1,start range/,0.7,1,start range/' "$data/projects.csv" >"$work/other.csv"
"$report" --scenario "$scenario" --projects "$work/other.csv" >"$work/out" 2>"$work/err" &&
    fail "a replay with other figures"
grep -q 'scenario.csv: it was written with other figures' "$work/err" || fail "$(cat "$work/err")"

# Each switch by itself: what was a row beside it is the first row now, from the very same trials, and
# what was the first row is one beside it.
# rows OF: the figures of a row, without its name and without those that the first row alone has.
rows() {
    awk -F '\t' -v of="$1" '$1 ~ /^lacking|^change/ { next }
        $2 == of { print $1, $3, $4 }
        index($2, of ": ") == 1 { print $1, substr($2, length(of) + 1), $3, $4 }' "$2"
}
# switched EDIT SUBJECT OF OTHER
switched() {
    cases=$((cases + 2))
    sed "$1" "$work/switches.csv" >"$work/edited.csv"
    cp "$work/before.$2" "$work/before"
    figures "$2" --scenario "$work/edited.csv"
    rows "as asked" "$work/figures" >"$work/first"
    rows "$3" "$work/before" | cmp -s - "$work/first" && [ -s "$work/first" ] ||
        fail "$1, $2: not as '$3'"
    rows "as asked" "$work/before" >"$work/first"
    rows "$4" "$work/figures" | cmp -s - "$work/first" && [ -s "$work/first" ] ||
        fail "$1, $2: '$4' is not as before"
}
"$report" --seed 5 --trials 400 --write-scenario "$work/switches.csv" || fail "--write-scenario"
chain="one new chain"
listed="listed projects"
for subject in "$chain" "$listed"; do
    figures "$subject" --seed 5 --trials 400
    mv "$work/figures" "$work/before.$subject"
done
switched 's/^plants,.*/plants,after permit/' "$chain" \
    "the plants are started when the mine has its permit" "the plants are started now"
switched 's/^plants,.*/plants,after mine/' "$chain" \
    "the plants are started when the mine gives ore" "the plants are started now"
switched 's/^slips,.*/slips,together/' "$chain" "slips go together" "slips are independent"
switched 's/^slips,.*/slips,together/' "$listed" "delays go together" "delays are independent"
switched 's/^success,.*/success,drawn/' "$chain" \
    "success not given: the mine is built with a chance of 0.6, each plant of 0.9" "success given"
switched 's/^success,.*/success,drawn/' "$listed" \
    "success not given: each with the chance that is listed" "success given"
switched 's/^allies,.*/allies,counted/' "$chain" \
    "allies counted: the mine is in Australia, with the permits of there" \
    "allies left out: the mine is in the United States"
switched 's/^allies,.*/allies,counted/' "$listed" \
    "allies counted: what of theirs is accessible" "allies left out"

# --- hostile scenarios: refused by line, and nothing printed ----------------------------------------------
# hostile EDIT PATTERN
hostile() {
    cases=$((cases + 1))
    sed "$1" "$work/switches.csv" >"$work/edited.csv"
    "$report" --scenario "$work/edited.csv" >"$work/out" 2>"$work/err"
    status=$?
    [ $status = 1 ] && [ ! -s "$work/out" ] || fail "$1: exit status $status"
    grep -q -e "edited.csv:$2" "$work/err" || fail "$1: expected '$2', found: $(cat "$work/err")"
}
hostile 's/^name,value/name,text/' '3: column value: expected in the header'
hostile 's/^version,.*/version,9.9.9/' \
    '4: column value: expected [0-9.]*, the version of this program, found "9.9.9"'
hostile 's/^seed,.*/seed,-1/' '5: column value: expected a whole number of at most 18446744073709551615'
hostile 's/^seed,.*/seed,18446744073709551616/' '5: column value: expected a whole number'
hostile 's/^seed,.*/seed,/' '5: column value: expected a whole number'
hostile 's/^trials,.*/trials,0/' '6: column value: expected a whole number from 1 to 100000000, found "0"'
hostile 's/^trials,.*/trials,100000001/' '6: column value'
hostile 's/^trials,.*/trials,1e3/' '6: column value'
hostile 's/^plants,.*/plants,later/' \
    '7: column value: expected now, after permit or after mine, found "later"'
hostile 's/^slips,.*/slips,/' '8: column value: expected independent or together'
hostile 's/^success,.*/success,Given/' '9: column value: expected given or drawn'
hostile 's/^allies,.*/allies,left/' '10: column value: expected left out or counted'
hostile 's/^figures,.*/figures,sha1-abc/' '11: column value: expected sha256- and 44 characters'
hostile 's/^allies,.*/slips,together/' '10: column name: expected each name once'
hostile 's/^allies,/friends,/' '10: column name: expected version, seed, trials'
hostile '/^seed,/d' '11: expected a row with the name seed'
hostile 's/^seed,.*/seed,"5/' '12: expected a closing quote'
hostile 's/^seed,.*/seed,5,6/' '5: expected 2 fields'
printf 'name,value\nseed,\0' >"$work/edited.csv"
says 'edited.csv:2: .*NUL' --scenario "$work/edited.csv"

# --- files of projects, worked out by hand ---------------------------------------------------------------
header=id,name,country_iso3,owner_country_iso3,commodity,stage,status,nameplate_t_per_year,unit
header=$header,start_earliest,start_likely,start_latest,success_p,accessible_share,assumed,note,source,need
# project ROW...: the file of a chain, which is read at once.
project() {
    printf '%s\n' "$header" "$@" >"$work/chain.csv"
    figures "$listed" --projects "$work/chain.csv" --trials 2000 2>"$work/err"
}
pit=m,Pit,USA,USA,Ore,mine,planned,100,t,,2030,,1,1,,,hand,80
works=s,Works,USA,USA,Metal,smelter,planned,50,t,,2031,,0.5,1,,,hand,40
ally=a,Ally,AUS,AUS,Metal,smelter,planned,100,t,,2028,,1,0.4,,,hand,
project $pit $works $ally
# Years count from 2026. The pit comes to 80 at 4 + .8 * 1.491825 = 5.193, the works to 40 at 5 + .8 *
# 1.491825 = 6.193; with 40 of the ally, all of it at 2 + 1.491825 = 3.492, the pit alone is waited
# for. Quantiles of trials are told to the month.
near years_p10 "as asked" 6.193 0
near years_p50 "as asked" 6.193 0
near years_p90 "as asked" 6.193 0
near last_stage "as asked: Metal (smelter)" 1 0
# At 5 years the pit gives 100 / 1.491825, the works nothing yet.
near lacking_at_5_years "as asked: Ore (mine)" 12.968 .001
near lacking_at_5_years "as asked: Metal (smelter)" 40 0
near lacking_at_10_years "as asked: Ore (mine)" 0 0
near lacking_at_20_years "as asked: Metal (smelter)" 0 0
near years_p50 "allies counted" 5.193 0
near last_stage "allies counted: what of theirs is accessible: Ore (mine)" 1 0
# One in two gets the works: Wilson's interval of 2,000 trials.
near not_within_horizon "success not given" .5 0
near within_10_years "success not given" .5 0
near within_1_year "as asked" 0 0
# Without the deal the ally is missing: nothing changes where it does not count.
awk -F '\t' '$2 ~ /without the deal/' "$work/figures" | grep . >/dev/null &&
    fail "a deal is left out that does not count"
figures "$listed" --projects "$work/chain.csv" --trials 1000 --bloc "$work/chain.csv" 2>"$work/err"
[ -s "$work/figures" ] && fail "a list of projects is no bloc"
# What runs is there now; two of one stage add up.
project o,Old,USA,USA,Ore,mine,operating,50,t,,,,1,1,,,hand,80 \
    n,New,USA,USA,Ore,mine,operating,60,t,,,,1,0.5,,,hand,80
near years_p90 "as asked" 0 0
project o,Old,USA,USA,Ore,mine,operating,50,t,,,,1,1,,,hand,80 \
    n,New,USA,USA,Ore,mine,operating,58,t,,,,1,0.5,,,hand,
near not_within_horizon "as asked" 1 0
# A third of the range of a start is behind it at 2028.5 + 1.491825: a triangle would be another.
project p,Plan,USA,USA,Ore,mine,planned,100,t,2028,2030,2032,1,1,,,hand,100
near years_p50 "as asked" 5.492 .03
# A need that grows, 7000 in 2024 and 7.2 % a year: 8044.3 in 2026, 11388.2 in 2031, 12208.2 in 2032. A
# ramp from 4 years on comes to it where 12000 (t - 4) / 1.491825 = 11388.2 + 820 (t - 5), at 5.463;
# in 2032 it has outgrown the plant.
project 'p,Plan,USA,USA,NdFeB magnets,magnet,planned,12000,t magnets,,2030,,1,1,,,hand,'
near years_p10 "as asked" 5.463 0
near years_p90 "as asked" 5.463 0
says '8,044.3 t magnets of NdFeB magnets (magnet), growing 7.2 % a year' \
    --trials 10 --projects "$work/chain.csv"
says 'lost again within 25 years: 100 % of the trials' --trials 10 --projects "$work/chain.csv"
# The embedded list by another way.
"$report" --json --trials 200 >"$work/one.json"
"$report" --json --trials 200 --projects "$data/projects.csv" | sed "s|$data/||" |
    cmp -s - "$work/one.json" || fail "the embedded projects, read as a file"
cases=$((cases + 3))

# refused PATTERN ROW...
refused() {
    cases=$((cases + 1))
    pattern=$1
    shift
    printf '%s\n' "$header" "$@" >"$work/chain.csv"
    "$report" --projects "$work/chain.csv" >"$work/out" 2>"$work/err"
    status=$?
    [ $status = 1 ] && [ ! -s "$work/out" ] || fail "$pattern: exit status $status"
    grep -q -e "$pattern" "$work/err" || fail "expected '$pattern', found: $(cat "$work/err")"
}
refused 'chain.csv:3: column need: expected 80 or nothing, as in line 2' \
    $pit n,New,USA,USA,Ore,mine,planned,1,t,,2030,,1,1,,,hand,90
refused 'chain.csv:2: column need: expected a number of at least 0' \
    n,New,USA,USA,Ore,mine,planned,1,t,,2030,,1,1,,,hand,-1
refused 'chain.csv:2: column need: expected a decimal number' \
    n,New,USA,USA,Ore,mine,planned,1,t,,2030,,1,1,,,hand,nan
refused 'chain.csv:2: column success_p: expected a number from 0 to 1' \
    n,New,USA,USA,Ore,mine,planned,1,t,,2030,,1.1,1,,,hand,1
refused 'chain.csv:3: column id: expected an id that has not been given' $pit $pit
refused 'chain.csv:3: column unit: expected "t", the unit of line 2' \
    $pit n,New,USA,USA,Ore,mine,planned,1,kg,,2030,,1,1,,,hand,80
refused 'chain.csv:2: column unit: expected "t magnets", the unit of line 2 of demand.csv' \
    'n,New,USA,USA,NdFeB magnets,magnet,planned,1,kg,,2030,,1,1,,,hand,'
refused 'chain.csv:2: expected at least one row'
refused 'chain.csv:2: expected 18 fields' one,two
# Too many stages and none are said, not computed.
awk -v header="$header" 'BEGIN { print header; for (i = 1; i <= 33; i++)
    printf "p%d,P,USA,USA,C%d,mine,planned,1,t,,2030,,1,1,,,hand,1\n", i, i }' >"$work/chain.csv"
says 'not known, as more than 32 stages have a need' --trials 10 --projects "$work/chain.csv"
sed 33d "$work/chain.csv" >"$work/fewer.csv"
figures "$listed" --trials 10 --projects "$work/fewer.csv"
near last_stage "as asked: C1 (mine)" 1 0
printf '%s\n' "$header" x,X,USA,USA,Ore,mine,planned,1,t,,2030,,1,1,,,hand, >"$work/chain.csv"
says 'not known, as no listed project is of a stage for which there is a need' --trials 10 --projects "$work/chain.csv"

# --- what is left out -----------------------------------------------------------------------------------
rm "$work/data/lead_times.csv"
says 'Not known: lead_times.csv lacks a row or a value for it' --trials 10 --data "$work/data"
sed '/^metal-plant/d' "$data/lead_times.csv" >"$work/data/lead_times.csv"
says 'Not known: lead_times.csv lacks a row or a value for it' --trials 10 --data "$work/data"
sed '/^metal-plant/s/PERT/gamma/' "$data/lead_times.csv" >"$work/data/lead_times.csv"
says 'Not known: lead_times.csv lacks a row or a value for it' --trials 10 --data "$work/data"
sed '/^world-mine/s/,15.7,5.4$/,15.7,/' "$data/lead_times.csv" >"$work/data/lead_times.csv"
says 'lead_times.csv:[0-9]*: column sd: expected a number beside a mean' --data "$work/data"

# --- usage ------------------------------------------------------------------------------------------------
# usage PATTERN OPTION...
usage() {
    cases=$((cases + 1))
    pattern=$1
    shift
    "$report" "$@" >"$work/out" 2>"$work/err"
    status=$?
    [ $status = 2 ] && [ ! -s "$work/out" ] || fail "$*: exit status $status"
    grep -q -e "$pattern" "$work/err" || fail "$*: expected '$pattern', found: $(cat "$work/err")"
}
for value in -1 1.5 18446744073709551616 0x1 ' 1'; do
    usage '--seed: expected a whole number of at most 18446744073709551615' --seed "$value"
done
for value in 0 -1 100000001 1e3 many; do
    usage '--trials: expected a whole number from 1 to 100000000' --trials "$value"
done
for value in 0 257 1000 -1 two; do
    usage '--threads: expected a whole number from 1 to 256' --threads "$value"
done
for option in --seed --trials --threads --projects --scenario --write-scenario; do
    usage "$option: expected a value after it" $option
done
usage '--scenario: has its own, and cannot be given with --seed' --scenario x --seed 1
usage '--scenario: has its own, and cannot be given with --seed' --trials 1 --scenario x
usage '--scenario: has its own, and cannot be given with --seed' --scenario x --write-scenario y
usage '--projects: cannot be given with --compare' --compare - - --projects x
usage '--scenario: cannot be given with --compare or --manifest' --compare - - --scenario x
usage '--write-scenario: cannot be given with --compare or --manifest' --manifest --write-scenario x
says 'none.csv: cannot be read' --projects "$work/none.csv"
says 'cannot be read' --scenario "$work"
says 'cannot be written' --write-scenario "$work/no/where.csv"

# --- the bar ------------------------------------------------------------------------------------------------
"$report" --trials 1000 2>"$work/err" >/dev/null
[ -s "$work/err" ] && fail "a bar where there is no terminal"
if script --version 2>/dev/null | grep util-linux >/dev/null &&
    script -qec true /dev/null </dev/null >/dev/null 2>&1; then
    cases=$((cases + 2))
    TERM=xterm script -qec "$1 --trials 1000 --mineral Gallium >$work/out" /dev/null </dev/null \
        >"$work/bar"
    tr '\r' '\n' <"$work/bar" | grep 'trials \[#*\.*\] *[0-9]* %' >/dev/null || fail "no bar on a terminal"
    # It is wiped off when it is done.
    tr '\r' '\n' <"$work/bar" | tail -n 1 | grep '[^ ]' >/dev/null && fail "the bar stays"
    TERM=dumb script -qec "$1 --trials 1000 --mineral Gallium >$work/out" /dev/null </dev/null |
        grep trials >/dev/null && fail "a bar on a dumb terminal"
else
    echo "left out: the bar, as no pseudo-terminal can be had"
fi

echo "$cases cases, $failures failures"
[ $failures = 0 ]
