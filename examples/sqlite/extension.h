/* SPDX-License-Identifier: MIT */
/* What the parts of the extension share: arguments, and what each part registers. */
#ifndef MINRISK_SQLITE_EXTENSION_H
#define MINRISK_SQLITE_EXTENSION_H

#include <sqlite3ext.h>

#include "minrisk.h"

/* A residual, or the k of a top share: an aggregate takes it with each row, and it must be one
 * number for all. NULL is like any other: it must be in all rows, and makes the result NULL. */
typedef struct row_constant {
    sqlite3_int64 rows;
    double value;
    int is_null;
} row_constant;

/* The name of the function that is being called: it stands in its user data. */
const char *function_name(sqlite3_context *context);

/* Whether the argument is a number, finite and >= 0; if not, the call ends with an error that names
 * it. An INTEGER beyond 2^53 becomes the nearest REAL, as in arithmetic. */
int take_quantity(sqlite3_context *context, sqlite3_value *argument, const char *name,
                  double *quantity);

/* Whether it is a whole number >= 1. */
int take_count(sqlite3_context *context, sqlite3_value *argument, const char *name, double *count);

/* Whether the constant of this row is that of the rows before. */
int add_constant(sqlite3_context *context, row_constant *constant, int is_null, double value,
                 const char *name);

/* The answer of an aggregate: NULL for a market without supply, which has no shares. */
void give(sqlite3_context *context, minrisk_status status, double value);

/* An error with the name of the function before it; printf's formats, as far as SQLite has them. */
void fail(sqlite3_context *context, const char *format, ...);

/* Each returns a code of SQLite. */
int register_running(sqlite3 *db);
int register_bounds(sqlite3 *db);
int register_kept(sqlite3 *db);
int register_independence(sqlite3 *db);

/* Aggregates that are window functions too. They depend on their arguments alone, and have no side
 * effects: safe in views, triggers and indices of a schema from a stranger. */
typedef struct aggregate {
    const char *name;
    int arguments;
    void (*step)(sqlite3_context *, int, sqlite3_value **);
    void (*final)(sqlite3_context *);
    void (*value)(sqlite3_context *);
    void (*inverse)(sqlite3_context *, int, sqlite3_value **);
} aggregate;

int register_aggregates(sqlite3 *db, const aggregate *table, int count);

#endif
