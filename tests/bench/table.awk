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
    n = split("two passes|Neumaier sums|OpenBLAS|GSL|numpy dot|numpy reduceat|pandas groupby|R|R colSums", list, "|")
    for (i = 1; i <= n; i++)
        if ((value = shown(peer[key, list[i]])) != "")
            text = text (text == "" ? "" : ", ") list[i] " " value
    return text
}

function goals_of(key, way,    i, text) {
    for (i = 1; i <= goals; i++)
        if (goal_case[i] == key && goal_way[i] == way && (key, way, goal_variant[i]) in least)
            text = text (text == "" ? "" : ", ") name_of(goal_variant[i]) \
                (goal_reference[i] == first[key] ? "" : " / " goal_reference[i]) " " goal[i]
    return text
}

function name_of(variant) {
    return variant == "avx512f" ? "AVX-512" : variant == "exact" ? variant : toupper(variant)
}

# The measured ratio that a goal is about, of two ways in one process where both are there; empty
# where one is missing.
function measured(i,    key, own, other) {
    key = goal_case[i]
    own = least[key, goal_way[i], goal_variant[i]]
    other = least[key, goal_reference[i], goal_variant[i]]
    if (other == "")
        other = peer_least[key, goal_reference[i]]
    return own == "" || other == "" ? "" : sprintf("%.2f", own / other)
}

function subject(i,    part) {
    split(goal_case[i], part, ",")
    return part[1] ", n = " part[2] ", " name_of(goal_variant[i]) ", to " goal_reference[i]
}

function print_goals(    i, m) {
    for (i = 1; i <= goals; i++) {
        m = measured(i)
        printf "%-52s goal %5s  %7s  %s\n", subject(i), goal[i], m,
            m == "" ? "not measured" : m + 0 <= goal[i] + 0 ? "met" : "not met"
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

function print_missed(    i, m, n, met) {
    for (i = 1; i <= goals; i++) {
        m = measured(i)
        n += m != ""
        met += m != "" && m + 0 <= goal[i] + 0
    }
    printf "%d of the %d goals that could be measured are met%s\n", met, n, met < n ? "; not met:" : "."
    print ""
    if (met == n)
        return
    for (i = 1; i <= goals; i++) {
        m = measured(i)
        if (m != "" && m + 0 > goal[i] + 0)
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
    print_missed()
    for (i = 1; i <= notes; i++)
        printf "%s%s", note[i], i < notes ? "; " : ".\n"
}
