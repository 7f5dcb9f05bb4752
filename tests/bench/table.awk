# SPDX-License-Identifier: MIT
# What the README says of a run of the benchmark:
#
#     awk -f tests/bench/table.awk tests/bench/goals.csv bench.csv
#
# A row for each of the library's ways, with ratios of the least times to the first way of the case;
# what is slower than it is shown as well. Then the goals that are not met, and why. With -v what=goals
# the goals alone, each as measured.
BEGIN { FS = "," }
FILENAME ~ /goals\.csv$/ {
    if (/^#/ || $1 == "variant")
        next
    id = ++goals
    goal_variant[id] = $1
    goal_case[id] = $2 "," $3
    goal_way[id] = $4
    goal_reference[id] = $5
    goal[id] = $6
    why[id] = $7
    for (i = 8; i <= NF; i++)
        why[id] = why[id] "," $i
    next
}
/^# / { note[++notes] = substr($0, 3); next }
$1 == "variant" { next }
{
    key = $2 "," $3
    if (!(key in first)) {
        first[key] = $4
        cases[++count] = key
    }
    if ($4 ~ /^minrisk/ && !((key, $4) in is_way)) {
        is_way[key, $4] = 1
        ways[key, ++way_count[key]] = $4
    }
    ratio[key, $4, $1] = $7
    least[key, $4, $1] = $5
    if ($4 !~ /^minrisk/ && !((key, $4) in peer)) {
        peer[key, $4] = $7
        peer_least[key, $4] = $5
    }
}

function shown(x) {
    return x == "" ? "" : sprintf("%.2f", x)
}

# The best of the ways that other tools have.
function others(key,    i, n, text, list, value) {
    n = split("two passes|Neumaier sums|OpenBLAS|GSL|textbook C -O3 native|numpy dot|numpy reduceat|" \
        "numpy by years|numpy by years in single precision|pandas groupby|R|R colSums", list, "|")
    for (i = 1; i <= n; i++)
        if ((value = shown(peer[key, list[i]])) != "")
            text = text (text == "" ? "" : ", ") list[i] " " value
    return text
}

function goals_of(key, way,    i, text) {
    for (i = 1; i <= goals; i++)
        if (goal_case[i] == key && goal_way[i] == way && (key, way, goal_variant[i]) in least)
            text = text (text == "" ? "" : ", ") name_of(goal_variant[i]) \
                (is_rate(i) || goal_reference[i] == first[key] ? "" : " / " goal_reference[i]) " " goal[i] \
                (is_rate(i) ? " million a second" : "")
    return text
}

function is_rate(i) {
    return goal_reference[i] == "a second"
}

function name_of(variant) {
    return variant == "avx512f" ? "AVX-512" : variant == "exact" ? variant : toupper(variant)
}

# The measured ratio that a goal is about, of two ways in one process where both are there, or
# millions a second; empty where one is missing.
function measured(i,    key, own, other) {
    key = goal_case[i]
    own = least[key, goal_way[i], goal_variant[i]]
    if (is_rate(i))
        return own == "" ? "" : sprintf("%.2f", 1000 / own)
    other = least[key, goal_reference[i], goal_variant[i]]
    if (other == "")
        other = peer_least[key, goal_reference[i]]
    return own == "" || other == "" ? "" : sprintf(goal[i] ~ /^0\.[0-9][0-9][0-9]/ ? "%.3f" : "%.2f", own / other)
}

function is_met(i, m) {
    return is_rate(i) ? m + 0 >= goal[i] + 0 : m + 0 <= goal[i] + 0
}

function subject(i,    part) {
    split(goal_case[i], part, ",")
    return part[1] ", n = " part[2] ", " name_of(goal_variant[i]) \
        (is_rate(i) ? ", millions a second" : ", to " goal_reference[i])
}

function print_goals(    i, m) {
    for (i = 1; i <= goals; i++) {
        m = measured(i)
        printf "%-52s goal %5s  %7s  %s\n", subject(i), goal[i], m,
            m == "" ? "not measured" : is_met(i, m) ? "met" : "not met"
    }
}

function print_table(    i, j, key, way, part) {
    print "| case | 1.00 is | SSE2 | AVX2 | goal | exact path alone | others |"
    print "|---|---|---|---|---|---|---|"
    for (i = 1; i <= count; i++) {
        key = cases[i]
        split(key, part, ",")
        for (j = 1; j <= way_count[key]; j++) {
            way = ways[key, j]
            printf "| %s: `%s`, n = %s | %s | %s | %s | %s | %s | %s |\n", part[1], way, part[2], first[key],
                shown(ratio[key, way, "sse2"]), shown(ratio[key, way, "avx2"]), goals_of(key, way),
                shown(ratio[key, way, "exact"]), j == 1 ? others(key) : ""
        }
    }
    print ""
}

# How many a second, where that is what a goal is about.
function print_rates(    i, m, text) {
    for (i = 1; i <= goals; i++)
        if (is_rate(i) && (m = measured(i)) != "")
            text = text (text == "" ? "" : "; ") subject(i) ": " m " (goal " goal[i] ")"
    if (text != "")
        print "On one core, " text ".\n"
}

function print_missed(    i, m, n, met) {
    for (i = 1; i <= goals; i++) {
        m = measured(i)
        n += m != ""
        met += m != "" && is_met(i, m)
    }
    printf "%d of the %d goals that could be measured are met%s\n", met, n, met < n ? "; not met:" : "."
    print ""
    if (met == n)
        return
    for (i = 1; i <= goals; i++) {
        m = measured(i)
        if (m != "" && !is_met(i, m))
            printf "- %s: %s, not %s%s\n", subject(i), m, goal[i], why[i] == "" ? "" : " (" why[i] ")"
    }
    print ""
}

END {
    if (what == "goals") {
        print_goals()
        exit
    }
    print_table()
    print_rates()
    print_missed()
    for (i = 1; i <= notes; i++)
        printf "%s%s", note[i], i < notes ? "; " : ".\n"
}
