# SPDX-License-Identifier: MIT
# Rows that are new take the place of those of their name, the first 30 characters, in a table; others
# come at its end. First input: the rows. Second: the table, with a head.
function name() {
    return substr($0, 1, 30)
}

FILENAME == ARGV[1] {
    fresh[name()] = $0
    order[++n] = name()
    next
}
FNR == 1 {
    print
    next
}
{
    print name() in fresh ? fresh[name()] : $0
    delete fresh[name()]
}
END {
    for (i = 1; i <= n; i++)
        if (order[i] in fresh)
            print fresh[order[i]]
}
