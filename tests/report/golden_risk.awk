# SPDX-License-Identifier: MIT
# Works out the stability-weighted HHI and the share of the bloc for each production table of 2025
# that is printed in full, from the files of the sources alone, and holds the JSON of the report to
# them.
#
#     awk -f golden_risk.awk NAMES.csv STABILITY.csv AGREEMENTS.csv PRODUCTION.csv REPORT.json
# The last is of --json --all: one member a line.

# Splits a record of RFC 4180 into f[1..].
function split_record(text,    n, c, i, quoted, field) {
    for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1)
        if (c == "\"") {
            if (quoted && substr(text, i + 1, 1) == "\"") { field = field c; i++ }
            else quoted = !quoted
        } else if (c == "," && !quoted) { f[++n] = field; field = "" }
        else field = field c
    }
    f[++n] = field
}

function text_of(line) {
    sub(/^[^:]*: "/, "", line); sub(/",?$/, "", line); gsub(/\\"/, "\"", line)
    return line
}

function number_of(line) { sub(/^[^:]*: /, "", line); sub(/[,}]*$/, "", line); return line + 0 }

function compare(what, got, expected) {
    compared++
    if (got - expected > 1e-9 || expected - got > 1e-9) {
        printf "%s: %s is %.12g, expected %.12g\n", key, what, got, expected
        failures++
    }
}

FNR == 1 { file++; if (file < 5) next }
file < 5 { split_record($0) }
file == 1 { code[f[1]] = f[2] }
file == 2 && f[3] + 0 >= year[f[1]] + 0 {
    year[f[1]] = f[3]
    risk[f[1]] = 2 * (2.5 - f[4])
    if (risk[f[1]] < 0) risk[f[1]] = 0
    if (risk[f[1]] > 10) risk[f[1]] = 10
}
file == 3 { bloc[f[1]] = 1 }
file == 4 && f[7] == 2025 && f[6] != "world_total" {
    key = f[2] "|" f[3]
    if (f[10] == "zero") next
    if (f[10] != "ok") { unknown[key] = 1; next }
    total[key] += f[9]
    square = f[9] * f[9]
    iso = f[6] == "residual" ? "" : code[f[5]]
    if (iso == "") rest[key] += f[9]
    if (iso in bloc) share[key] += f[9]
    if (iso in risk) { low[key] += square * risk[iso]; high[key] += square * risk[iso] }
    else high[key] += square * 10
}
file < 5 { next }

/^   "production": / { key = commodity = stage = "" }
/^     "commodity": / { commodity = text_of($0) }
/^     "stage": / { stage = text_of($0) }
/^     "period": "2025"/ { key = commodity "|" stage }
/^   "country_risk": / { of = "" }
/^    "stability_weighted_hhi": / { of = "hhi" }
/^    "bloc_share": / { of = "bloc" }
/^   "cited": / { key = "" }
of != "" && /^     "low": / { got = number_of($0) }
of != "" && /^     "high": / {
    # Tables that take in rows of other forms are not the rows of one detail.
    if (key != "" && !unknown[key] && key in total && key !~ /^(Tellurium|Boron)/) {
        t = total[key]
        compare("the low end of " of, got, of == "hhi" ? low[key] / t / t : share[key] / t)
        compare("the high end of " of, number_of($0),
                of == "hhi" ? high[key] / t / t : (share[key] + rest[key]) / t)
        tables += of == "hhi"
    }
    of = ""
}

END {
    printf "%d tables, %d ends compared, %d failures\n", tables, compared, failures
    exit failures > 0 || tables < 40
}
