/* SPDX-License-Identifier: MIT */
/* hhi_low(quantity, residual) and hhi_high(quantity, residual): bounds on the HHI where a residual
 * is shared by unknown suppliers. The residual is the same in all rows of a group. */
#include "extension.h"

SQLITE_EXTENSION_INIT3

typedef struct bounds {
    minrisk_stream named;
    row_constant residual;
} bounds;

static bounds *bounds_of(sqlite3_context *context)
{
    bounds *b = sqlite3_aggregate_context(context, sizeof *b);

    if (!b) {
        sqlite3_result_error_nomem(context);
    } else if (b->named.form == 0) {
        minrisk_stream_init(&b->named, sizeof b->named);
    }
    return b;
}

static void step(sqlite3_context *context, int count, sqlite3_value **argument)
{
    int is_null = sqlite3_value_type(argument[1]) == SQLITE_NULL;
    double quantity, residual = 0;
    minrisk_status status;
    bounds *b;

    (void)count;
    if (sqlite3_value_type(argument[0]) == SQLITE_NULL ||
        !take_quantity(context, argument[0], "quantity", &quantity) ||
        (!is_null && !take_quantity(context, argument[1], "residual", &residual))) {
        return;
    }
    b = bounds_of(context);
    if (!b || !add_constant(context, &b->residual, is_null, residual, "residual")) {
        return;
    }
    status = minrisk_stream_add(&b->named, quantity);
    if (status != MINRISK_OK) {
        fail(context, "%s", minrisk_status_text(status));
    }
}

static void inverse(sqlite3_context *context, int count, sqlite3_value **argument)
{
    bounds *b = bounds_of(context);
    minrisk_status status;

    (void)count;
    if (!b || sqlite3_value_type(argument[0]) == SQLITE_NULL) {
        return;
    }
    b->residual.rows--;
    status = minrisk_stream_remove(&b->named, sqlite3_value_double(argument[0]));
    if (status != MINRISK_OK) {
        fail(context, "%s", minrisk_status_text(status));
    }
}

static minrisk_status evaluate(sqlite3_context *context, minrisk_interval *hhi)
{
    const bounds *b = sqlite3_aggregate_context(context, 0);

    if (!b || b->residual.rows == 0 || b->residual.is_null) {
        return MINRISK_E_NO_SUPPLY;
    }
    return minrisk_stream_hhi_bounds(&b->named, b->residual.value, hhi);
}

static void low(sqlite3_context *context)
{
    minrisk_interval hhi = {0, 0};
    minrisk_status status = evaluate(context, &hhi);

    give(context, status, hhi.low);
}

static void high(sqlite3_context *context)
{
    minrisk_interval hhi = {0, 0};
    minrisk_status status = evaluate(context, &hhi);

    give(context, status, hhi.high);
}

int register_bounds(sqlite3 *db)
{
    static const aggregate table[] = {
        {"hhi_low", 2, step, low, low, inverse},
        {"hhi_high", 2, step, high, high, inverse},
    };

    return register_aggregates(db, table, sizeof table / sizeof *table);
}
