# SPDX-License-Identifier: MIT
# Vectors scored by libminrisk, and what is said of those that cannot be: Rscript example.R LIBRARY
source("minrisk.R")
minrisk_load(commandArgs(TRUE)[1])

# Mine production of tungsten, tonnes, 2025 (USGS, Mineral Commodity Summaries 2026).
mined <- c(67000, 3000, 2400, 2000, 2000, 1700, 1300, 1000, 840, 800, 700)
others <- 2400

cat(sprintf(
  "tungsten, named countries alone: HHI %.0f points, like %.2f equal suppliers\n",
  points_of(hhi(mined)), effective_suppliers(mined)
))
cat(sprintf("the first three hold %.1f %%\n", 100 * top_share(mined, 3)))
bounds <- points_of(hhi_bounds(mined, others))
cat(sprintf(
  "with the others, whoever they are: HHI %.1f to %.1f points\n", bounds[["low"]], bounds[["high"]]
))

# Three markets one behind the other, the second of them empty.
markets <- hhi_groups(c(5, 3, 2, 10, 20, 20, 50), c(3, 0, 4))
for (g in seq_along(markets)) {
  status <- attr(markets, "status")[[g]]
  said <- if (status == 0) sprintf("HHI %.4f", markets[[g]]) else status_text(status)
  cat(sprintf("market %d: %s\n", g, said))
}

tryCatch(hhi(c(1, 2, -0.5)), minrisk_bad_element = function(e) {
  cat(sprintf("refused: element %d: %s\n", e$index, status_text(e$status)))
})
