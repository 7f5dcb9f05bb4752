/* SPDX-License-Identifier: MIT */
/* Arguments of aggregates: quantities, and numbers that every row of a group must repeat. */
#ifndef MINRISK_QUANTITY_H
#define MINRISK_QUANTITY_H

#include "postgres.h"

#include "fmgr.h"

/* A residual, or the k of a top share: an aggregate takes it with each row, and it must be one
 * number for all. NULL is like any other: it must be in all rows, and makes the result NULL. */
typedef struct RowConstant {
    int64 rows;
    double value;
    bool is_null;
} RowConstant;

/* The context that a transition function allocates in; an error if no aggregate calls it. */
extern MemoryContext aggregate_context(FunctionCallInfo fcinfo);

/* The argument, finite and >= 0; anything else is an error that names it. */
extern double quantity_argument(FunctionCallInfo fcinfo, int argument, const char *name);

extern void constant_add(RowConstant *constant, bool is_null, double value, const char *name);
extern void constant_remove(RowConstant *constant);
extern void constant_merge(RowConstant *into, const RowConstant *from, const char *name);

/* What cannot be after the checks above, as a removal of what was never added. */
extern void require_ok(int status, const char *what);

#endif
