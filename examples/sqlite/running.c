/* SPDX-License-Identifier: MIT */
/* hhi(quantity) and effective_suppliers(quantity): the state is the exact one of a running market,
 * so that what a window takes out leaves the bits of a computation anew. */
#include "extension.h"

SQLITE_EXTENSION_INIT3

/* SQLite hands out zeroed memory, which no state is. */
static minrisk_stream *market_of(sqlite3_context *context)
{
    minrisk_stream *market = sqlite3_aggregate_context(context, sizeof *market);

    if (!market) {
        sqlite3_result_error_nomem(context);
    } else if (market->form == 0) {
        minrisk_stream_init(market, sizeof *market);
    }
    return market;
}

static void change(sqlite3_context *context, sqlite3_value *argument,
                   minrisk_status (*by)(minrisk_stream *, double))
{
    minrisk_stream *market;
    minrisk_status status;
    double quantity;

    if (sqlite3_value_type(argument) == SQLITE_NULL ||
        !take_quantity(context, argument, "quantity", &quantity)) {
        return;
    }
    market = market_of(context);
    if (!market) {
        return;
    }
    status = by(market, quantity);
    if (status != MINRISK_OK) {
        fail(context, "%s", minrisk_status_text(status));
    }
}

static void step(sqlite3_context *context, int count, sqlite3_value **argument)
{
    (void)count;
    change(context, argument[0], minrisk_stream_add);
}

static void inverse(sqlite3_context *context, int count, sqlite3_value **argument)
{
    (void)count;
    change(context, argument[0], minrisk_stream_remove);
}

static void measure(sqlite3_context *context,
                    minrisk_status (*of)(const minrisk_stream *, double *))
{
    const minrisk_stream *market = sqlite3_aggregate_context(context, 0);
    minrisk_status status;
    double value = 0;

    if (market) {
        status = of(market, &value);
        give(context, status, value);
    }
}

static void hhi(sqlite3_context *context)
{
    measure(context, minrisk_stream_hhi);
}

static void effective(sqlite3_context *context)
{
    measure(context, minrisk_stream_effective);
}

int register_running(sqlite3 *db)
{
    static const aggregate table[] = {
        {"hhi", 1, step, hhi, hhi, inverse},
        {"effective_suppliers", 1, step, effective, effective, inverse},
    };

    return register_aggregates(db, table, sizeof table / sizeof *table);
}
