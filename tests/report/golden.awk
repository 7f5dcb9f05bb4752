# SPDX-License-Identifier: MIT
# Works out leader, share and HHI of each production table of 2025 that is printed in full, from the
# file of the source alone, and holds the JSON of the report to it.
#
#     awk -f golden.awk PRODUCTION.csv REPORT.json
# The second is of --json --all: one member a line.

# Splits a record of RFC 4180 into f[1..]; returns their number.
function split_record(text, f,    n, c, i, quoted, field) {
    n = 0; field = ""; quoted = 0
    for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1)
        if (c == "\"") {
            if (quoted && substr(text, i + 1, 1) == "\"") { field = field c; i++ }
            else quoted = !quoted
        } else if (c == "," && !quoted) { f[++n] = field; field = "" }
        else field = field c
    }
    f[++n] = field
    return n
}

function text_of(line) {
    sub(/^[^:]*: "/, "", line); sub(/",?$/, "", line); gsub(/\\"/, "\"", line)
    return line
}

function number_of(line) { sub(/^[^:]*: /, "", line); sub(/,$/, "", line); return line + 0 }

function near(a, b) { return a - b < 1e-9 && b - a < 1e-9 }

function compare(what, got, expected) {
    compared++
    if (!near(got, expected)) {
        printf "%s: %s is %.12g, expected %.12g\n", key, what, got, expected
        failures++
    }
}

NR == FNR {
    if (FNR == 1) next
    split_record($0, f)
    if (f[7] != 2025 || f[6] == "world_total") next
    key = f[2] "|" f[3]
    if (f[10] == "zero") { rows[key]++; next }
    if (f[10] != "ok") { unknown[key] = 1; next }
    rows[key]++
    total[key] += f[9]
    if (f[6] == "residual") { residual[key] += f[9]; next }
    squares[key] += f[9] * f[9]
    if (f[9] + 0 > most[key] + 0) { most[key] = f[9] + 0; leader[key] = f[5] }
    next
}

# A row of the report: what is computed stands before the table that it is computed from.
/^   "production": / { inside = 1; of = ""; low = high = share = "" }
/^   "cited": / { inside = 0 }
inside && /^    "hhi": / { of = "hhi" }
inside && /^    "largest": / { of = "largest" }
inside && of == "hhi" && /^     "low": / { low = number_of($0) }
inside && of == "hhi" && /^     "high": / { high = number_of($0); of = "" }
inside && of == "largest" && /^     "name": / { name = text_of($0) }
inside && of == "largest" && /^      "low": / { share = number_of($0); of = "" }
inside && /^     "commodity": / { commodity = text_of($0) }
inside && /^     "stage": / { stage = text_of($0) }
inside && /^     "period": "2025"/ {
    key = commodity "|" stage
    # Tables that take in rows of other forms are not the rows of one detail.
    if (unknown[key] || !(key in total) || key ~ /^(Tellurium|Boron)/ || low == "") next
    tables++
    t = total[key]; r = residual[key]
    compare("low", low, squares[key] / t / t)
    compare("high", high, (squares[key] + r * r) / t / t)
    compare("share", share, most[key] / t)
    if (name != leader[key] && most[key] > 0) {
        printf "%s: leader is %s, expected %s\n", key, name, leader[key]
        failures++
    }
}

END {
    printf "%d tables, %d figures compared, %d failures\n", tables, compared, failures
    # Worked out by hand: gallium, (900^2 + 3^2 + 6^2) / 909^2.
    key = "Gallium|Primary production"
    compare("by hand", squares[key] / total[key] / total[key], 810045 / 826281)
    exit failures > 0 || tables < 40
}
