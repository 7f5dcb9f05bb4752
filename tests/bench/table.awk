# SPDX-License-Identifier: MIT
# The table of the README from a CSV of the benchmark: awk -f table.awk bench.csv. Each cell is a
# ratio of the least times to the first way of that case; what is slower than it is shown as well.
BEGIN { FS = "," }
/^# / { note[++notes] = substr($0, 3); next }
$1 == "variant" { next }
{
    key = $2 "," $3
    if (!(key in seen)) {
        seen[key] = 1
        cases[++count] = key
        name[key] = $2
        size[key] = $3
        first[key] = $4
    }
    column = $4 ~ /^minrisk/ ? $1 : $4
    if ($4 ~ /^minrisk/)
        way[key] = $4
    ratio[key, column] = $7
}

function cell(key, column) {
    return (key, column) in ratio ? sprintf("%.2f", ratio[key, column]) : ""
}

# The best of the ways that other tools have.
function others(key,    i, n, text, list, value) {
    n = split("two passes|Neumaier sums|OpenBLAS|GSL|numpy dot|numpy reduceat|pandas groupby|R|R colSums", list, "|")
    for (i = 1; i <= n; i++)
        if ((value = cell(key, list[i])) != "")
            text = text (text == "" ? "" : ", ") list[i] " " value
    return text
}

END {
    print "| case | 1.00 is | SSE2 | AVX2 | exact path alone | others |"
    print "|---|---|---|---|---|---|"
    for (i = 1; i <= count; i++) {
        key = cases[i]
        if (way[key] == "")
            continue
        printf "| %s: `%s`, n = %s | %s | %s | %s | %s | %s |\n", name[key], way[key], size[key], first[key],
            cell(key, "sse2"), cell(key, "avx2"), cell(key, "exact"), others(key)
    }
    print ""
    for (i = 1; i <= notes; i++)
        printf "%s%s", note[i], i < notes ? "; " : ".\n"
}
