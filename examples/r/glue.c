/* SPDX-License-Identifier: MIT */
/* libminrisk for R: what .Call needs. Each function gives the numbers that were asked for or, as an
 * integer, the status that stands in the way; minrisk.R turns that into a condition. Vectors of
 * doubles are read where they are. */
#include "minrisk.h"

#define R_NO_REMAP
#include <R.h>
#include <R_ext/Rdynload.h>
#include <Rinternals.h>

static size_t length_of(SEXP x)
{
    return (size_t)XLENGTH(x);
}

static SEXP answer(minrisk_status status, double value)
{
    return status == MINRISK_OK ? Rf_ScalarReal(value) : Rf_ScalarInteger(status);
}

/* A count that R holds as a double; what is none is more than there can be. */
static size_t count(double x)
{
    return x >= 0.0 && x <= 9007199254740992.0 ? (size_t)x : SIZE_MAX;
}

static SEXP hhi(SEXP x)
{
    double out = 0.0;
    minrisk_status status = minrisk_hhi(REAL(x), length_of(x), &out);

    return answer(status, out);
}

static SEXP effective_suppliers(SEXP x)
{
    double out = 0.0;
    minrisk_status status = minrisk_effective_suppliers(REAL(x), length_of(x), &out);

    return answer(status, out);
}

static SEXP top_share(SEXP x, SEXP k)
{
    double out = 0.0;
    minrisk_status status = minrisk_top_share(REAL(x), length_of(x), count(REAL(k)[0]), &out);

    return answer(status, out);
}

static SEXP hhi_bounds(SEXP named, SEXP residual, SEXP suppliers, SEXP cap)
{
    minrisk_interval range;
    minrisk_status status = minrisk_hhi_bounds(REAL(named), length_of(named), REAL(residual)[0],
                                               count(REAL(suppliers)[0]), REAL(cap)[0], &range);
    SEXP out;

    if (status != MINRISK_OK) {
        return Rf_ScalarInteger(status);
    }
    out = Rf_allocVector(REALSXP, 2);
    REAL(out)[0] = range.low;
    REAL(out)[1] = range.high;
    return out;
}

/* A list of values, NA where there is none, and statuses. */
static SEXP hhi_groups(SEXP x, SEXP offset)
{
    const size_t groups = length_of(offset) - 1;
    size_t *where = (size_t *)(void *)R_alloc(groups + 1, sizeof *where), g;
    SEXP hhi = PROTECT(Rf_allocVector(REALSXP, (R_xlen_t)groups));
    SEXP each = PROTECT(Rf_allocVector(INTSXP, (R_xlen_t)groups));
    SEXP out = PROTECT(Rf_allocVector(VECSXP, 2));
    minrisk_status status;

    for (g = 0; g <= groups; g++) {
        where[g] = count(REAL(offset)[g]);
    }
    for (g = 0; g < groups; g++) {
        REAL(hhi)[g] = NA_REAL;
    }
    status = minrisk_hhi_groups(REAL(x), length_of(x), where, groups, REAL(hhi), INTEGER(each));
    SET_VECTOR_ELT(out, 0, hhi);
    SET_VECTOR_ELT(out, 1, each);
    UNPROTECT(3);
    return status == MINRISK_OK ? out : Rf_ScalarInteger(status);
}

/* From 1 on, as R counts; one more than there are if all are good. */
static SEXP first_invalid(SEXP x)
{
    return Rf_ScalarReal((double)minrisk_first_invalid(REAL(x), length_of(x)) + 1.0);
}

static SEXP status_text(SEXP status)
{
    return Rf_mkString(minrisk_status_text(INTEGER(status)[0]));
}

void R_init_minrisk_r(DllInfo *library);

void R_init_minrisk_r(DllInfo *library)
{
    static const R_CallMethodDef functions[] = {
        {"hhi", (DL_FUNC)hhi, 1},
        {"effective_suppliers", (DL_FUNC)effective_suppliers, 1},
        {"top_share", (DL_FUNC)top_share, 2},
        {"hhi_bounds", (DL_FUNC)hhi_bounds, 4},
        {"hhi_groups", (DL_FUNC)hhi_groups, 2},
        {"first_invalid", (DL_FUNC)first_invalid, 1},
        {"status_text", (DL_FUNC)status_text, 1},
        {NULL, NULL, 0},
    };

    R_registerRoutines(library, NULL, functions, NULL, NULL);
    R_useDynamicSymbols(library, FALSE);
}
