# SPDX-License-Identifier: MIT
# examples/cases.csv through minrisk.R: the same bits, statuses and bad elements.
# Rscript cases.R LIBRARY FILE
source("minrisk.R")
arguments <- commandArgs(TRUE)
minrisk_load(arguments[1])

numbers <- function(text) as.double(strsplit(text, ";")[[1]])

unless_zero <- function(x) if (identical(x, 0)) NULL else x

call <- list(
  hhi = function(x, p) hhi(x),
  effective_suppliers = function(x, p) effective_suppliers(x),
  top_share = function(x, p) top_share(x, p),
  hhi_bounds = function(x, p) {
    unname(hhi_bounds(x, p[1], unless_zero(p[2]), unless_zero(p[3])))
  },
  hhi_groups = function(x, p) hhi_groups(x, diff(p))
)

# list(statuses, bad element from 0 on, values)
answer <- function(name, x, p) {
  tryCatch(
    {
      value <- call[[name]](x, p)
      status <- attr(value, "status")
      if (is.null(status)) status <- 0L
      list(status, integer(), as.vector(value))
    },
    minrisk_bad_element = function(e) list(e$status, as.integer(e$index - 1), double()),
    minrisk_error = function(e) list(e$status, integer(), double())
  )
}

cases <- 0
for (line in readLines(arguments[2])[-1]) {
  column <- strsplit(paste0(line, ","), ",")[[1]]
  column <- c(column, rep("", 7 - length(column)))
  if (!is.null(call[[column[2]]])) {
    said <- answer(column[2], numbers(column[3]), numbers(column[4]))
    bad <- if (column[2] == "hhi_groups") integer() else as.integer(numbers(column[6]))
    status <- as.integer(numbers(column[5]))
    value <- numbers(column[7])
    if (length(status) > 1) value <- c(value, rep(NA, length(status) - length(value)))
    should <- list(status, bad, value)
    if (!identical(said, should)) {
      stop(line, " says ", deparse(said, control = "digits17"))
    }
    cases <- cases + 1
  }
}

stopifnot(
  tryCatch(hhi(c(3, NA)), minrisk_bad_element = function(e) e$index) == 2,
  tryCatch(hhi_bounds(3, 2, cap = 0), minrisk_error = function(e) e$status) == -4,
  tryCatch(top_share(3, -1), minrisk_error = function(e) e$status) == -3,
  grepl("^element 2 \\(-0.5\\): an element", tryCatch(hhi(c(3, -0.5)), error = conditionMessage)),
  identical(hhi(3:1), hhi(c(3, 2, 1))),
  identical(
    hhi_by(c(1, 5, 2, 3, 4), c("b", "a", "b", "a", "b")),
    c(a = hhi(c(5, 3)), b = hhi(c(1, 2, 4)))
  )
)
cat(cases, "cases alike\n")
