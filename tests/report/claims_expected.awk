# SPDX-License-Identifier: MIT
# What the claims should say, worked out from the CSV files alone: prints "name value" lines.
# Usage: awk -f claims_expected.awk data=FOLDER /dev/null

# Splits a CSV line with quoted fields into field[1..n].
function split_csv(line, field,    n, c, i, quoted) {
    n = 1
    field[1] = ""
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (c == "\"")
            quoted = !quoted
        else if (c == "," && !quoted)
            field[++n] = ""
        else
            field[n] = field[n] c
    }
    return n
}

# As the report prints it: one decimal, none if it is 0.
function percent(part, whole,    text) {
    text = sprintf("%.1f", 100 * part / whole)
    sub(/\.0$/, "", text)
    return text " %"
}

# chapter,commodity,detail,unit,country,row_kind,year,raw,value,...
function read_production(    line, f) {
    while ((getline line < (data "/usgs_mcs2026_world_production.csv")) > 0) {
        split_csv(line, f)
        if (f[7] != 2025 || (f[2] != "Gallium" && f[2] != "Tungsten" && f[2] != "Rare Earths"))
            continue
        if (f[6] == "world_total")
            continue
        total[f[2]] += f[9]
        made[f[2], f[5]] += f[9]
        bloc = f[6] == "residual" ? "unnamed" : f[5] == "United States" ? "buyer" : \
            f[5] == "China" ? "china" : (f[5] in partner) ? "partner" : "elsewhere"
        by[f[2], bloc] += f[9]
    }
}

function blocs(mineral,    t) {
    t = total[mineral]
    return "United States " percent(by[mineral, "buyer"], t) ", partners " \
        percent(by[mineral, "partner"], t) ", China " percent(by[mineral, "china"], t) \
        ", elsewhere " percent(by[mineral, "elsewhere"], t) ", unnamed " \
        percent(by[mineral, "unnamed"], t)
}

function read_agreements(    line, f) {
    while ((getline line < (data "/agreements.csv")) > 0) {
        split_csv(line, f)
        partner[f[2]] = 1
    }
    partner["Congo (Kinshasa)"] = 1 # as the tables print it
}

function read_imports(    line, f) {
    while ((getline line < (data "/usgs_mcs2026_import_sources_2021_2024.csv")) > 0) {
        split_csv(line, f)
        if (f[2] == "Gallium") {
            imported[f[4]] = f[6]
            imports_total += f[6]
        }
    }
}

function read_eu(    line, f, n, score, group, i, above, at, above_all, at_all, all) {
    while ((getline line < (data "/eu_crm2023_results.csv")) > 0) {
        split_csv(line, f)
        if (f[1] == "material_name")
            continue
        score[++n] = f[2] + 0
        group[n] = f[1] == "HREE" || f[1] == "LREE" || f[1] == "PGM"
        if (f[1] == "Samarium")
            own = f[2] + 0
    }
    for (i = 1; i <= n; i++) {
        above_all += score[i] > own
        at_all += score[i] >= own
        if (!group[i]) {
            all++
            above += score[i] > own
            at += score[i] >= own
        }
    }
    print "eu_single", above + 1 " to " at " of " all
    print "eu_all", above_all + 1 " to " at_all " of " n
}

function read_ranks(    line, n) {
    while ((getline line < (data "/usgs_2025_list_rank_order.csv")) > 0)
        n++
    print "ranks", n - 1
}

function read_leads(    line, f) {
    while ((getline line < (data "/lead_times.csv")) > 0) {
        split_csv(line, f)
        lead[f[1], "low"] = f[5] + 0
        lead[f[1], "likely"] = f[6] + 0
        lead[f[1], "high"] = f[7] + 0
    }
}

function year_text(t) {
    return sprintf("%.1f (%.1f years)", 2026 + t, t)
}

# 80 % of a straight ramp is reached after .8 of its length.
function chain(which, plan, mine,    slip, permit, ore, start, plants) {
    slip = lead["slip", which]
    permit = lead["usa-permit", which] * slip
    ore = mine != "" ? lead[mine, which] : permit + lead["mine-construction", which] * slip
    start = plan == "now" ? 0 : plan == "permit" ? permit : ore
    plants = max(lead["separation-plant", which], \
        max(lead["metal-plant", which], lead["magnet-plant", which])) * slip
    return max(ore, start + plants) + lead["need", which] * lead["ramp", which]
}

function max(a, b) {
    return a > b ? a : b
}

function read_magnets(    line, f) {
    while ((getline line < (data "/projects.csv")) > 0) {
        split_csv(line, f)
        if (f[6] != "magnet" || f[3] != "USA")
            continue
        plants++
        status[plants] = f[7]
        size[plants] = f[8]
        begin[plants, "low"] = f[10]
        begin[plants, "likely"] = f[11]
        begin[plants, "high"] = f[12]
        chance[plants] = f[13]
    }
    while ((getline line < (data "/demand.csv")) > 0) {
        split_csv(line, f)
        if (f[2] == "magnet") {
            first_year = f[5]
            demand["low"] = f[6]
            demand["likely"] = f[7]
            demand["high"] = f[8]
            growth["low"] = f[9]
            growth["likely"] = f[10]
            growth["high"] = f[11]
        }
    }
}

function supply(t, which, running, weighted,    i, sum, ramp, done) {
    ramp = lead["ramp", which]
    for (i = 1; i <= plants; i++) {
        if (running && status[i] == "planned")
            continue
        done = status[i] == "operating" ? 1 : (2026 + t - begin[i, which]) / ramp
        sum += size[i] * (done < 0 ? 0 : done > 1 ? 1 : done) * (weighted ? chance[i] : 1)
    }
    return sum
}

function need(t, which,    y, k, a) {
    y = 2026 + t - first_year
    k = int(y)
    a = demand[which] * (1 + growth[which]) ^ k
    return a * (1 + growth[which] * (y - k))
}

# A walk in small steps: slow and plain, where the program sweeps over events.
function covered(which, running, weighted,    t, i, first, lost, sum, n) {
    first = lost = -1
    for (t = 0; t <= 25; t += .0005) {
        if (supply(t, which, running, weighted) >= need(t, which)) {
            if (first < 0)
                first = t
        } else if (first >= 0 && lost < 0) {
            lost = t
        }
    }
    for (i = 1; i <= plants; i++) {
        if (!running || status[i] != "planned") {
            n++
            sum += size[i] * (weighted ? chance[i] : 1)
        }
    }
    return n " plants, " thousands(sum) " t a year in the end; need covered: " \
        (first < 0 ? "not within the horizon" : year_text(first)) \
        (lost < 0 ? "" : sprintf(", lost again in %.1f", 2026 + lost))
}

function thousands(x) {
    return x >= 1000 ? int(x / 1000) sprintf(",%03d", x % 1000) : x ""
}

BEGIN {
    for (i = 1; i < ARGC; i++)
        if (ARGV[i] ~ /^data=/)
            data = substr(ARGV[i], 6)
    read_agreements()
    read_production()
    read_imports()
    print "gallium_china", percent(made["Gallium", "China"], total["Gallium"])
    print "tungsten_china", percent(made["Tungsten", "China"], total["Tungsten"])
    print "rare_earths_china", percent(made["Rare Earths", "China"], total["Rare Earths"])
    print "gallium_canada_imports", percent(imported["Canada"], imports_total)
    print "gallium_china_imports", percent(imported["China"], imports_total)
    print "tungsten_blocs", blocs("Tungsten")
    print "rare_earths_blocs", blocs("Rare Earths")
    read_eu()
    read_ranks()
    read_leads()
    split("low likely high", cases, " ")
    split("now permit mine", plans, " ")
    for (i = 1; i <= 3; i++) {
        for (j = 1; j <= 3; j++)
            print "chain_" plans[j] "_" cases[i], year_text(chain(cases[i], plans[j], ""))
    }
    print "chain_world_likely", year_text(chain("likely", "now", "world-mine"))
    print "chain_usa_likely", year_text(chain("likely", "now", "usa-mine"))
    read_magnets()
    for (i = 1; i <= 3; i++)
        print "magnets_" cases[i], covered(cases[i], 0, 0)
    print "magnets_running", covered("likely", 1, 0)
    print "magnets_weighted", covered("likely", 0, 1)
    exit
}
