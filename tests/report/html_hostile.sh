# SPDX-License-Identifier: MIT
# html_hostile DATA_FOLDER FOLDER: a copy of the data in which names, notes and sources hold what a
# browser, a spreadsheet or a terminal might run. Sourced by the tests of the page.
html_hostile() {
    cp -R "$1" "$2"
    # A tag, an attribute's end, a script's end, an entity, a formula, an escape sequence, an
    # override of direction, a noncharacter and a byte that is not UTF-8.
    hostile='<img src=x onerror=alert(1)>"'"'"' autofocus onfocus=alert(2) </style></title></desc>'
    hostile="$hostile<script>alert(3)</script>&lt;=HYPERLINK(1)$(printf '\033]0;x\a\342\200\256\357\277\277')"
    export hostile
    # Doubled quotes are what CSV makes of them.
    awk -v source="$1" -v target="$2" 'BEGIN { h = ENVIRON["hostile"]; gsub(/"/, "\"\"", h) }
         function put(file, from, to,    line, text) {
             while ((getline line < (source "/" file)) > 0) {
                 at = index(line, from)
                 if (at > 0) {
                     line = substr(line, 1, at - 1) to substr(line, at + length(from))
                     done[file]++
                 }
                 text = text line "\n"
             }
             printf "%s", text > (target "/" file)
             if (!done[file]) {
                 print "html_hostile: nothing to replace in " file > "/dev/stderr"
                 exit 1
             }
         }
         BEGIN {
             put("projects.csv", "MP 10X", "\"" h "\"")
             put("demand.csv", "direct demand only; magnets inside imported goods are not counted",
                 "\"" h "\"")
             put("manifest.csv", "US public domain\"", "US public domain " h "\"")
             put("article_claims.csv", "China first for eight of nine", "\"" h "\"")
             put("minerals.csv", "no country table exists for single rare earths", "\"" h "\"")
             put("cited_figures.csv", "World Mining Data 2024", "\"" h "\"")
             put("lead_times.csv", "Behre Dolbear 2013", "\"" h "\"")
             put("agreements.csv", "text of the framework; news reports", "\"" h "\"")
             put("country_names.csv", "Canada,", "\"" h "\",")
             put("usgs_mcs2026_world_production.csv", ",Canada,", ",\"" h "\",")
             put("usgs_mcs2026_import_sources_2021_2024.csv", ",Canada,", ",\"" h "\",")
             put("usgs_2025_list_rank_order.csv", "Gallium", "\"" h "\"")
         }'
}
