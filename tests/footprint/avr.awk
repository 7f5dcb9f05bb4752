# SPDX-License-Identifier: MIT
# The call graph of objects of a compiler that writes none, in the form of GCC's: from what
# -fstack-usage says of each function, *.su, the return address included, and then from `readelf -WSsr`
# of the objects, built with a section for each function, of which a call leaves a relocation.

# Functions of one file have one name each; minrisk_ is of all files.
function title(file, name) {
    return name ~ /^minrisk_/ ? name : file ":" name
}

FILENAME ~ /\.su$/ {
    split($1, part, ":")
    sub(/\.c$/, "", part[1])
    print "node: { title: \"" title(part[1], part[4]) "\" label: \"" part[4] "\\n" $2 " bytes (" $3 ")\" }"
    next
}
/^File: / {
    file = $2
    sub(/.*\//, "", file)
    sub(/\.o$/, "", file)
}
/^Relocation section / {
    split($0, quoted, "'")
    from = quoted[2]
    if (!sub(/^\.rela\.text\./, "", from))
        from = ""
}
/^Symbol table / { from = "" }
from != "" && $1 ~ /^[0-9a-f]+$/ && NF >= 5 {
    to = $5
    sub(/^\.text\./, "", to)
    if (to != from && to !~ /^\./)
        print "edge: { sourcename: \"" title(file, from) "\" targetname: \"" title(file, to) "\" }"
}
