# SPDX-License-Identifier: MIT
# C source without its comments, line for line; without the text of its literals too, unless -v
# literals=1. `inside` is "", "/*", or the quote that opened a literal.
{
    out = ""
    n = length($0)
    for (i = 1; i <= n; i++) {
        c = substr($0, i, 1)
        two = substr($0, i, 2)
        if (inside == "/*") {
            if (two == "*/") {
                inside = ""
                out = out " "
                i++
            }
        } else if (inside != "") {
            if (c == "\\") {
                if (literals)
                    out = out two
                i++
            } else if (c == inside) {
                out = out c
                inside = ""
            } else if (literals) {
                out = out c
            }
        } else if (two == "/*") {
            inside = two
            i++
        } else if (two == "//") {
            break
        } else {
            if (c == "\"" || c == "'")
                inside = c
            out = out c
        }
    }
    sub(/[ \t]+$/, "", out)
    print out
}
