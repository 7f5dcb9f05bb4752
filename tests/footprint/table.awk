# SPDX-License-Identifier: MIT
# Input: what measure.sh prints, in a file named for each target, `targets` says which. Output: a row
# for each function, part and struct; code, constants and stack for each target; "-" where it is not.
BEGIN { targets_count = split(targets, target, " ") }
FNR == 1 { at = FILENAME; sub(/.*\//, "", at) }
/^fault:/ { print at ": " $0; next }
{ name = $1 == "struct" ? $1 " " $2 : $1 }
!(name in seen) { seen[name] = 1; order[++n] = name }
$1 == "struct" { cell[name, at] = "- - " $3; next }
{
    cell[name, at] = $2 " " $3 " " $4
    if (name != "core" && name != "all" && at != "avr" && !(name in brings)) {
        brings[name] = ""
        for (i = 5; i <= NF; i++)
            brings[name] = brings[name] " " $i
    }
}
END {
    printf "%-38s", "bytes: code, constants, stack"
    for (t = 1; t <= targets_count; t++)
        printf " %19s", target[t]
    print "  brings"
    for (i = 1; i <= n; i++) {
        printf "%-38s", order[i]
        for (t = 1; t <= targets_count; t++) {
            if (!((order[i], target[t]) in cell))
                cell[order[i], target[t]] = "- - -"
            split(cell[order[i], target[t]], part, " ")
            printf " %7s %5s %5s", part[1], part[2], part[3]
        }
        print brings[order[i]] == "" ? "" : " " brings[order[i]]
    }
}
