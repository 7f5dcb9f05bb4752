/* SPDX-License-Identifier: MIT */
#include "quantity.h"

#include <math.h>

#include "utils/float.h"

#include "minrisk.h"

MemoryContext aggregate_context(FunctionCallInfo fcinfo)
{
    MemoryContext context;

    if (!AggCheckCallContext(fcinfo, &context)) {
        ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
                        errmsg("a function of the minrisk aggregates was called outside of them")));
    }
    return context;
}

double quantity_argument(FunctionCallInfo fcinfo, int argument, const char *name)
{
    double value = PG_GETARG_FLOAT8(argument);

    if (unlikely(!(value >= 0) || isinf(value))) {
        ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
                        errmsg("%s must be finite and not negative, but is %s", name,
                               float8out_internal(value))));
    }
    return value;
}

static bool is_same(const RowConstant *a, const RowConstant *b)
{
    return a->is_null == b->is_null && (a->is_null || a->value == b->value);
}

static char *in_words(const RowConstant *constant)
{
    return constant->is_null ? pstrdup("NULL") : float8out_internal(constant->value);
}

void constant_merge(RowConstant *into, const RowConstant *from, const char *name)
{
    if (into->rows > 0 && from->rows > 0 && !is_same(into, from)) {
        ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                        errmsg("%s must be the same in all rows of a group, but is %s and %s", name,
                               in_words(into), in_words(from))));
    }
    if (into->rows == 0) {
        into->value = from->value;
        into->is_null = from->is_null;
    }
    into->rows += from->rows;
}

void constant_add(RowConstant *constant, bool is_null, double value, const char *name)
{
    RowConstant row;

    row.rows = 1;
    row.value = value;
    row.is_null = is_null;
    constant_merge(constant, &row, name);
}

void constant_remove(RowConstant *constant)
{
    constant->rows--;
}

void require_ok(int status, const char *what)
{
    if (unlikely(status != MINRISK_OK)) {
        ereport(ERROR, (errcode(ERRCODE_INTERNAL_ERROR),
                        errmsg("%s: %s", what, minrisk_status_text(status))));
    }
}
