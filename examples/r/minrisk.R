# SPDX-License-Identifier: MIT
# libminrisk for R. Formulas, units and accuracy are those of the C functions of the same names in
# minrisk.h. Numeric vectors are read where they are, integer ones converted first.
#
# What cannot be scored is a condition of class "minrisk_error" with its `status`; if an element is to
# blame, of class "minrisk_bad_element" too, with its `index` and `value`. NA is such an element.
#
#     tryCatch(hhi(tonnes), minrisk_bad_element = function(e) e$index)

minrisk_load <- function(file) {
  minrisk_routines <<- getDLLRegisteredRoutines(dyn.load(file))$.Call
}

call_minrisk <- function(name, ...) .Call(minrisk_routines[[name]], ...)

status_text <- function(status) call_minrisk("status_text", as.integer(status))

# The answer, or the condition that an integer speaks of.
checked <- function(answer, quantities, call = sys.call(-1)) {
  if (!is.integer(answer)) {
    return(answer)
  }
  index <- call_minrisk("first_invalid", quantities)
  fields <- list(message = status_text(answer), call = call, status = answer)
  class <- c("minrisk_error", "error", "condition")
  if (answer == -5L && index <= length(quantities)) {
    value <- quantities[[index]]
    fields$message <- sprintf("element %.0f (%s): %s", index, format(value), fields$message)
    fields <- c(fields, index = index, value = value)
    class <- c("minrisk_bad_element", class)
  }
  stop(structure(fields, class = class))
}

# One number, or 0 for NULL: a limit that is not known. A limit of 0 would say the same to the
# library, and is refused.
limit <- function(x) {
  if (is.null(x)) {
    return(0)
  }
  if (identical(as.double(x), 0)) {
    checked(-4L, double())
  }
  as.double(x)
}

# HHI as competition authorities print it, 0 to 10,000.
points_of <- function(hhi) 10000 * hhi

# Herfindahl-Hirschman index, a fraction: the exact value, rounded once.
hhi <- function(quantities) {
  quantities <- as.double(quantities)
  checked(call_minrisk("hhi", quantities), quantities)
}

# How many equal suppliers would give the same HHI.
effective_suppliers <- function(quantities) {
  quantities <- as.double(quantities)
  checked(call_minrisk("effective_suppliers", quantities), quantities)
}

# Share of the k largest suppliers together.
top_share <- function(quantities, k) {
  quantities <- as.double(quantities)
  if (is.na(k) || k < 0) {
    checked(-3L, double())
  }
  checked(call_minrisk("top_share", quantities, as.double(k)), quantities)
}

# Bounds on the HHI of a market with a residual, which so many suppliers share at most, none of them
# with more than the cap.
hhi_bounds <- function(named, residual, suppliers = NULL, cap = NULL) {
  named <- as.double(named)
  answer <- call_minrisk("hhi_bounds", named, as.double(residual), limit(suppliers), limit(cap))
  setNames(checked(answer, named), c("low", "high"))
}

# HHI of many markets that stand one behind the other, of so many quantities each: NA where there is
# none, and why in the attribute "status".
hhi_groups <- function(quantities, sizes) {
  quantities <- as.double(quantities)
  answer <- checked(call_minrisk("hhi_groups", quantities, cumsum(c(0, sizes))), double())
  structure(answer[[1]], status = answer[[2]])
}

# HHI by the levels of a factor, as tapply would have it, in one call. A bad element of any group is
# an error.
hhi_by <- function(quantities, group) {
  group <- as.factor(group)
  bad <- call_minrisk("first_invalid", as.double(quantities))
  if (bad <= length(quantities)) {
    checked(-5L, as.double(quantities))
  }
  found <- hhi_groups(quantities[order(group)], as.vector(table(group)))
  setNames(as.vector(found), levels(group))
}
