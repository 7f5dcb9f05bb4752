/* SPDX-License-Identifier: MIT */
/* top_share(quantity, k) and weighted_hhi(quantity, weight): measures that need the suppliers
 * themselves. The state keeps their quantities, and weights, in the order in which rows came; a
 * window takes out the earliest, so that they are a queue. A value costs a pass over the rows of
 * the window. */
#include "extension.h"

#include <string.h>

SQLITE_EXTENSION_INIT3

/* So many rows of a group that its memory is at most 128 MB. It is SQLite's own (sqlite3_malloc),
 * so that PRAGMA hard_heap_limit holds for it too. */
enum { MOST_ROWS = 1 << 22, FEWEST_ROWS = 16 };

/* A row: k is the same in all of them, the weight is not. */
typedef struct kept {
    row_constant k;
    int first; /* the rows first .. end - 1 are in the group */
    int end;
    int room;
    double *quantity;
    double *weight; /* NULL where there are none */
} kept;

static double *more_room(const kept *rows, const double *old, int room)
{
    double *array = sqlite3_malloc64((sqlite3_uint64)room * sizeof *array);

    if (array && old) {
        memcpy(array, old + rows->first, (size_t)(rows->end - rows->first) * sizeof *array);
    }
    return array;
}

/* Rows that left make room where they are a third or more; else it doubles. */
static int make_room(sqlite3_context *context, kept *rows, int with_weights)
{
    int needed = rows->end - rows->first + 1;
    int room = rows->room < FEWEST_ROWS ? FEWEST_ROWS : rows->room;
    double *quantity, *weight;

    if (needed > MOST_ROWS) {
        fail(context, "more than %d rows in a group", MOST_ROWS);
        return 0;
    }
    while (room < needed + needed / 2) {
        room *= 2;
    }
    quantity = more_room(rows, rows->quantity, room);
    weight = with_weights ? more_room(rows, rows->weight, room) : NULL;
    if (!quantity || (with_weights && !weight)) {
        sqlite3_free(quantity);
        sqlite3_free(weight);
        sqlite3_result_error_nomem(context);
        return 0;
    }
    sqlite3_free(rows->quantity);
    sqlite3_free(rows->weight);
    rows->quantity = quantity;
    rows->weight = weight;
    rows->room = room;
    rows->end -= rows->first;
    rows->first = 0;
    return 1;
}

static kept *room_for_one(sqlite3_context *context, int with_weights)
{
    kept *rows = sqlite3_aggregate_context(context, sizeof *rows);

    if (!rows) {
        sqlite3_result_error_nomem(context);
        return NULL;
    }
    if (rows->end == rows->room && !make_room(context, rows, with_weights)) {
        return NULL;
    }
    return rows;
}

static void add_top(sqlite3_context *context, int count, sqlite3_value **argument)
{
    int is_null = sqlite3_value_type(argument[1]) == SQLITE_NULL;
    double quantity, k = 0;
    kept *rows;

    (void)count;
    if (sqlite3_value_type(argument[0]) == SQLITE_NULL ||
        !take_quantity(context, argument[0], "quantity", &quantity) ||
        (!is_null && !take_count(context, argument[1], "k", &k))) {
        return;
    }
    rows = room_for_one(context, 0);
    if (rows && add_constant(context, &rows->k, is_null, k, "k")) {
        rows->quantity[rows->end++] = quantity;
    }
}

static int has_null(sqlite3_value **argument)
{
    return sqlite3_value_type(argument[0]) == SQLITE_NULL ||
           sqlite3_value_type(argument[1]) == SQLITE_NULL;
}

static void add_weighted(sqlite3_context *context, int count, sqlite3_value **argument)
{
    double quantity, weight;
    kept *rows;

    (void)count;
    if (has_null(argument) || !take_quantity(context, argument[0], "quantity", &quantity) ||
        !take_quantity(context, argument[1], "weight", &weight)) {
        return;
    }
    rows = room_for_one(context, 1);
    if (rows) {
        rows->quantity[rows->end] = quantity;
        rows->weight[rows->end++] = weight;
    }
}

/* The row that leaves is the earliest: what SQLite promises, and what is checked. */
static kept *leave(sqlite3_context *context, sqlite3_value *quantity)
{
    kept *rows = sqlite3_aggregate_context(context, 0);

    if (!rows || rows->first == rows->end ||
        rows->quantity[rows->first] != sqlite3_value_double(quantity)) {
        fail(context, "a window took out another row than its earliest");
        return NULL;
    }
    rows->first++;
    return rows;
}

static void leave_top(sqlite3_context *context, int count, sqlite3_value **argument)
{
    kept *rows;

    (void)count;
    if (sqlite3_value_type(argument[0]) == SQLITE_NULL) {
        return;
    }
    rows = leave(context, argument[0]);
    if (rows) {
        rows->k.rows--;
    }
}

static void leave_weighted(sqlite3_context *context, int count, sqlite3_value **argument)
{
    (void)count;
    if (!has_null(argument)) {
        leave(context, argument[0]);
    }
}

/* The rows, if there are any; if not, the result stays NULL. */
static const kept *any_rows(sqlite3_context *context)
{
    const kept *rows = sqlite3_aggregate_context(context, 0);

    return rows && rows->end > rows->first ? rows : NULL;
}

static void top_value(sqlite3_context *context)
{
    const kept *rows = any_rows(context);
    minrisk_status status;
    double share = 0;
    size_t n, k;

    if (!rows || rows->k.is_null) {
        return;
    }
    n = (size_t)(rows->end - rows->first);
    k = rows->k.value < (double)n ? (size_t)rows->k.value : n;
    status = minrisk_top_share(rows->quantity + rows->first, n, k, &share);
    give(context, status, share);
}

static void weighted_value(sqlite3_context *context)
{
    const kept *rows = any_rows(context);
    minrisk_status status;
    double hhi = 0;

    if (!rows) {
        return;
    }
    status = minrisk_weighted_hhi(rows->quantity + rows->first, rows->weight + rows->first,
                                  (size_t)(rows->end - rows->first), &hhi);
    give(context, status, hhi);
}

/* SQLite calls it also where a statement ended early. */
static void release(sqlite3_context *context)
{
    kept *rows = sqlite3_aggregate_context(context, 0);

    if (rows) {
        sqlite3_free(rows->quantity);
        sqlite3_free(rows->weight);
        memset(rows, 0, sizeof *rows);
    }
}

static void top_final(sqlite3_context *context)
{
    top_value(context);
    release(context);
}

static void weighted_final(sqlite3_context *context)
{
    weighted_value(context);
    release(context);
}

int register_kept(sqlite3 *db)
{
    static const aggregate table[] = {
        {"top_share", 2, add_top, top_final, top_value, leave_top},
        {"weighted_hhi", 2, add_weighted, weighted_final, weighted_value, leave_weighted},
    };

    return register_aggregates(db, table, sizeof table / sizeof *table);
}
