# SPDX-License-Identifier: MIT
# HHI with R, as rows of bench.csv without ratios: see run.sh.
set.seed(2026)

bench <- function(case, n, markets, rounds, name, way) {
    times <- numeric(rounds)
    for (i in seq_len(rounds)) {
        x <- 1 / (1.0005 - runif(n * markets))
        # The clock of R ticks in milliseconds: short ones are repeated.
        repeats <- max(1, 2e6 %/% length(x))
        begin <- proc.time()[["user.self"]]
        for (j in seq_len(repeats)) way(x, n)
        times[i] <- 1e9 * (proc.time()[["user.self"]] - begin) / repeats / markets
    }
    times <- sort(times)
    cat(sprintf("R,%s,%d,%s,%.1f,%.1f,,\n", case, as.integer(n), name, times[1],
                times[rounds %/% 2 + 1]))
}

whole <- function(x, n) sum((x / sum(x))^2)
by_columns <- function(x, n) {
    m <- matrix(x, nrow = n)
    colSums(m^2) / colSums(m)^2
}

for (n in c(8, 20, 10000, 1000000)) bench("hhi", n, 1, 7, "R", whole)
bench("groups", 20, 1000000, 3, "R colSums", by_columns)
