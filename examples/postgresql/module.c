/* SPDX-License-Identifier: MIT */
/* The module: what the SQL script names is in running.c (HHI and its states), bounds.c (with a
 * residual) and kept.c (measures that need the suppliers themselves). */
#include "postgres.h"

#include "fmgr.h"

#include "minrisk.h"

PG_MODULE_MAGIC;

PGDLLEXPORT void _PG_init(void);

void _PG_init(void)
{
    if (minrisk_version() != MINRISK_VERSION) {
        ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                        errmsg("the minrisk module was built with headers of another version")));
    }
}
