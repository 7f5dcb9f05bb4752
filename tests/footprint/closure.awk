# SPDX-License-Identifier: MIT
# What a linker that drops unused sections keeps of the library for one function. First input: lines
# "name function..." of groups to measure. Second: `readelf -WSsr` of objects that were built with a
# section for each function. Output: "name code read-only-data" for each group, in bytes; then the
# other public functions that it brings; and "fault: ..." for writable data.

function hex(text,    i, value) {
    value = 0
    for (i = 1; i <= length(text); i++)
        value = 16 * value + index("0123456789abcdef", substr(text, i, 1)) - 1
    return value
}

# The section that a name stands for in an object, as "object section".
function place(object, name) {
    if ((object, name) in local)
        return object SUBSEP local[object, name]
    return name in global ? global[name] : ""
}

# Depth first, without recursion, for mawk keeps few frames.
function reach(from, seen,    todo, top, at, part, n, i, next_one) {
    if (from == "" || from in seen)
        return
    top = 1
    todo[1] = from
    seen[from] = 1
    while (top > 0) {
        at = todo[top--]
        n = split(refers[at], part, " ")
        split(at, of, SUBSEP)
        for (i = 1; i <= n; i++) {
            next_one = place(of[1], part[i])
            if (next_one != "" && !(next_one in seen)) {
                seen[next_one] = 1
                todo[++top] = next_one
            }
        }
    }
}

FNR == 1 { input++ }
input == 1 { group[++groups] = $0; next }

/^File: / { object = $2; relocating = "" }
/^ *\[ *[1-9][0-9]*\] / {
    gsub(/[][]/, " ")
    name_of[object, $1] = $2
    size[object, $2] = hex($6)
    if ($2 ~ /^\.(data|bss|tdata|tbss)/ && hex($6) > 0)
        print "fault: writable data: " $2 " of " object
}
/^Relocation section / {
    split($0, quoted, "'")
    relocating = quoted[2]
    sub(/^\.rela?/, "", relocating)
}
/^Symbol table / { relocating = "" }
relocating != "" && $1 ~ /^[0-9a-f]+$/ && NF >= 5 {
    refers[object, relocating] = refers[object, relocating] " " $5
}
$1 ~ /^[0-9]+:$/ && $7 ~ /^[0-9]+$/ && $7 > 0 {
    section = name_of[object, $7]
    if ($5 == "LOCAL")
        local[object, $4 == "SECTION" ? section : $8] = section
    else
        global[$8] = object SUBSEP section
}

END {
    for (g = 1; g <= groups; g++) {
        n = split(group[g], part, " ")
        split("", seen)
        for (i = 2; i <= n; i++) {
            if (!(part[i] in global))
                print "fault: no section of " part[i]
            else
                reach(global[part[i]], seen)
        }
        code = constants = 0
        for (s in seen) {
            split(s, of, SUBSEP)
            if (of[2] ~ /^\.text/)
                code += size[s]
            else if (of[2] ~ /^\.(rodata|progmem)/)
                constants += size[s]
        }
        brings = ""
        for (i = 1; i <= groups; i++) {
            if (split(group[i], part, " ") == 2 && part[2] != part[1])
                continue
            if (i != g && part[1] in global && global[part[1]] in seen)
                brings = brings " " part[1]
        }
        split(group[g], part, " ")
        print part[1], code, constants brings
    }
}
