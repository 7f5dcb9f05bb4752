# SPDX-License-Identifier: MIT
# Input: limits.txt and table.txt. Output: what README.md shows of them.
function kb(bytes) { return bytes < 1000 ? bytes " bytes" : sprintf("%.1f KB", bytes / 1024) }
function thousands(x) { return x < 1000 ? x : sprintf("%d,%03d", int(x / 1000), x % 1000) }
FILENAME ~ /limits/ {
    if ($1 !~ /^#/ && NF) {
        line[++n] = $0
    }
    next
}
/^# / { next }
/^bytes/ { for (i = 5; i < NF; i++) column[$i] = 3 * (i - 5) + 1; next }
/^instructions/ { count[$2, $3] = $4; next }
{ name = $1; start = $1 == "struct" ? 2 : 1
    for (t in column)
        for (i = 0; i < 3; i++)
            cell[name, t, i] = $(start + column[t] + i)
}
END {
    print "| what | processor | limit | measured |"
    print "|---|---|---|---|"
    title["sweep"] = "the pipeline's sweep"
    title["core"] = "the core"
    title["all"] = "every function"
    kind["code"] = 0
    kind["constants"] = 1
    kind["stack"] = 2
    for (l = 1; l <= n; l++) {
        split(line[l], part, " ")
        value = cell[part[1], part[2], kind[part[3]]]
        why = line[l]
        for (i = 1; i <= 5; i++)
            sub(/^[^ ]+ */, "", why)
        sub(/^cortex-m0plus$/, "Cortex-M0+", part[2])
        sub(/^cortex-m4f$/, "Cortex-M4F", part[2])
        name = part[1] in title ? title[part[1]] : "`" part[1] "`"
        print "| " name ", " part[3] " | " part[2] " | " kb(part[4]) " | " kb(value) \
            (value > part[4] ? "; over: " why : "") " |"
    }
    print ""
    print "| instructions on a Cortex-M0+ | n = 8 | 20 | 200 |"
    print "|---|---|---|---|"
    for (f = 1; f <= 2; f++) {
        name = f == 1 ? "minrisk_hhi_points_u32" : "minrisk_hhi"
        print "| `" name "` | " thousands(count[name, 8]) " | " thousands(count[name, 20]) " | " \
            thousands(count[name, 200]) " |"
    }
    print ""
    print "A Monte Carlo trial of 12 projects in three stages: " \
        thousands(int((count["minrisk_forecast_run", 16] - count["minrisk_forecast_run", 8]) / 8)) \
        " instructions."
}
