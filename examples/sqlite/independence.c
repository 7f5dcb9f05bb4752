/* SPDX-License-Identifier: MIT */
/* independence(projects, need, horizon, trials, seed): by when projects whose lead times are
 * uncertain cover a need. A table without a name of its own: a row for each year from 0 to the
 * horizon, with the chance to be independent by then and its 95 % interval.
 *
 *     SELECT chance FROM independence('[{"capacity": 800, "least": 5, "likely": 7, "most": 12,
 *                                        "success": 0.6, "ramp": 2}]', 500);
 *
 * Equal arguments give equal rows on every machine. It spends time at the caller's wish, so that a
 * schema from a stranger must not call it: SQLITE_VTAB_DIRECTONLY. */
#include "projects.h"

#include <string.h>

SQLITE_EXTENSION_INIT3

enum { MOST_YEARS = 100, MOST_TRIALS = 1000000, MOST_DRAWS = 20000000, SLICE = 1000 };

enum column { YEAR, LOW, CHANCE, HIGH, ASSUMPTIONS, PROJECTS, NEED, HORIZON, TRIALS, SEED };
enum { ARGUMENTS = SEED - PROJECTS + 1 };

static const char SCHEMA[] =
    "CREATE TABLE x(year INTEGER, low REAL, chance REAL, high REAL, assumptions TEXT,"
    " projects HIDDEN, need HIDDEN, horizon HIDDEN, trials HIDDEN, seed HIDDEN)";

typedef struct independence_table {
    sqlite3_vtab base;
    sqlite3 *db;
} independence_table;

typedef struct independence_cursor {
    sqlite3_vtab_cursor base;
    minrisk_tally tally;
    int year;
    int horizon; /* -1: no rows yet */
} independence_cursor;

/* What a call asks for. */
typedef struct request {
    sqlite3_value *projects;
    double need;
    sqlite3_int64 horizon, trials, seed;
} request;

static int connect_table(sqlite3 *db, void *aux, int argc, const char *const *argv,
                         sqlite3_vtab **table, char **error)
{
    independence_table *t;
    int code = sqlite3_declare_vtab(db, SCHEMA);

    (void)aux;
    (void)argc;
    (void)argv;
    (void)error;
    if (code != SQLITE_OK) {
        return code;
    }
    code = sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
    if (code != SQLITE_OK) {
        return code;
    }
    t = sqlite3_malloc(sizeof *t);
    if (!t) {
        return SQLITE_NOMEM;
    }
    memset(t, 0, sizeof *t);
    t->db = db;
    *table = &t->base;
    return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *table)
{
    sqlite3_free(table);
    return SQLITE_OK;
}

/* An argument of the call is an equality with a hidden column. Those that are there are passed on
 * in the order of the columns, and idxNum has a bit for each. */
static int best_index(sqlite3_vtab *table, sqlite3_index_info *info)
{
    int at[ARGUMENTS], i, passed = 0;

    (void)table;
    memset(at, -1, sizeof at);
    for (i = 0; i < info->nConstraint; i++) {
        int argument = info->aConstraint[i].iColumn - PROJECTS;
        if (argument < 0 || info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ) {
            continue;
        }
        if (!info->aConstraint[i].usable) {
            return SQLITE_CONSTRAINT;
        }
        at[argument] = i;
    }
    info->idxNum = 0;
    for (i = 0; i < ARGUMENTS; i++) {
        if (at[i] >= 0) {
            info->aConstraintUsage[at[i]].argvIndex = ++passed;
            info->aConstraintUsage[at[i]].omit = 1;
            info->idxNum |= 1 << i;
        }
    }
    info->estimatedCost = 1e6;
    info->estimatedRows = MOST_YEARS;
    return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
    independence_cursor *c = sqlite3_malloc(sizeof *c);

    (void)table;
    if (!c) {
        return SQLITE_NOMEM;
    }
    memset(c, 0, sizeof *c);
    c->horizon = -1;
    *cursor = &c->base;
    return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *cursor)
{
    sqlite3_free(cursor);
    return SQLITE_OK;
}

static int refuse(sqlite3_vtab *table, char *text)
{
    sqlite3_free(table->zErrMsg);
    table->zErrMsg = text ? sqlite3_mprintf("independence: %s", text) : NULL;
    sqlite3_free(text);
    return table->zErrMsg ? SQLITE_ERROR : SQLITE_NOMEM;
}

static int take_whole(sqlite3_vtab *table, sqlite3_value *argument, const char *name,
                      sqlite3_int64 least, sqlite3_int64 most, sqlite3_int64 *whole)
{
    *whole = sqlite3_value_int64(argument);
    if (sqlite3_value_type(argument) != SQLITE_INTEGER || *whole < least || *whole > most) {
        return refuse(table, sqlite3_mprintf("%s must be a whole number from %lld to %lld", name,
                                             least, most));
    }
    return SQLITE_OK;
}

static int take_need(sqlite3_vtab *table, sqlite3_value *argument, double *need)
{
    int type = sqlite3_value_type(argument);

    *need = sqlite3_value_double(argument);
    if ((type != SQLITE_INTEGER && type != SQLITE_FLOAT) || minrisk_first_invalid(need, 1) == 0) {
        return refuse(table, sqlite3_mprintf("need must be a number, finite and not negative"));
    }
    return SQLITE_OK;
}

static int take_argument(sqlite3_vtab *table, enum column column, sqlite3_value *argument,
                         request *r)
{
    switch (column) {
    case PROJECTS:
        r->projects = argument;
        return SQLITE_OK;
    case NEED:
        return take_need(table, argument, &r->need);
    case HORIZON:
        return take_whole(table, argument, "horizon", 0, MOST_YEARS, &r->horizon);
    case TRIALS:
        return take_whole(table, argument, "trials", 1, MOST_TRIALS, &r->trials);
    default:
        return take_whole(table, argument, "seed", INT64_MIN, INT64_MAX, &r->seed);
    }
}

static int take_request(sqlite3_vtab *table, int given, sqlite3_value **argv, request *r)
{
    int needed = 1 << (PROJECTS - PROJECTS) | 1 << (NEED - PROJECTS), i, code;

    r->horizon = 40;
    r->trials = 10000;
    r->seed = 0;
    if ((given & needed) != needed) {
        return refuse(table, sqlite3_mprintf("projects and need must be given"));
    }
    for (i = 0; i < ARGUMENTS; i++) {
        if (!(given & 1 << i)) {
            continue;
        }
        code = take_argument(table, (enum column)(PROJECTS + i), *argv++, r);
        if (code != SQLITE_OK) {
            return code;
        }
    }
    return SQLITE_OK;
}

/* In slices, between which a statement that does nothing learns of sqlite3_interrupt, and lets the
 * progress handler run. */
static int run(independence_table *table, forecast *f, const request *r, minrisk_tally *tally)
{
    sqlite3_stmt *pause = NULL;
    sqlite3_int64 done;
    int code = sqlite3_prepare_v2(table->db, "SELECT 1", -1, &pause, NULL);

    for (done = 0; done < r->trials && code == SQLITE_OK; done += SLICE) {
        uint32_t trials = (uint32_t)(r->trials - done < SLICE ? r->trials - done : SLICE);
        minrisk_status status =
            minrisk_forecast_run(&f->model, (uint64_t)r->seed, (uint64_t)done, trials, f->work,
                                 sizeof f->work / sizeof *f->work, tally);
        if (status != MINRISK_OK) {
            code = refuse(&table->base, sqlite3_mprintf("%s", minrisk_status_text(status)));
            break;
        }
        sqlite3_step(pause);
        code = sqlite3_reset(pause);
    }
    sqlite3_finalize(pause);
    return code;
}

static int forecast_of(independence_table *table, forecast *f, const request *r,
                       minrisk_tally *tally)
{
    char *message = NULL;
    int code = read_projects(table->db, r->projects, r->need, (int)r->horizon, f, &message);

    if (code != SQLITE_OK) {
        return message ? refuse(&table->base, message) : code;
    }
    if (r->trials * f->projects > MOST_DRAWS) {
        return refuse(&table->base, sqlite3_mprintf("trials times projects must be at most %d, but "
                                                    "are %lld",
                                                    MOST_DRAWS, r->trials * f->projects));
    }
    minrisk_tally_init(tally, sizeof *tally);
    return run(table, f, r, tally);
}

static int filter(sqlite3_vtab_cursor *cursor, int given, const char *name, int argc,
                  sqlite3_value **argv)
{
    independence_cursor *c = (independence_cursor *)cursor;
    request r;
    forecast *f;
    int code = take_request(cursor->pVtab, given, argv, &r);

    (void)name;
    (void)argc;
    c->horizon = -1;
    c->year = 0;
    if (code != SQLITE_OK) {
        return code;
    }
    f = sqlite3_malloc(sizeof *f);
    if (!f) {
        return SQLITE_NOMEM;
    }
    code = forecast_of((independence_table *)cursor->pVtab, f, &r, &c->tally);
    sqlite3_free(f);
    if (code == SQLITE_OK) {
        c->horizon = (int)r.horizon;
    }
    return code;
}

static int next(sqlite3_vtab_cursor *cursor)
{
    ((independence_cursor *)cursor)->year++;
    return SQLITE_OK;
}

static int is_at_end(sqlite3_vtab_cursor *cursor)
{
    const independence_cursor *c = (const independence_cursor *)cursor;

    return c->year > c->horizon;
}

static void give_assumptions(sqlite3_context *context, uint32_t assumptions)
{
    char *text = NULL, *longer;
    uint32_t bit;

    for (bit = 1; bit != 0; bit <<= 1) {
        if (assumptions & bit) {
            longer = text ? sqlite3_mprintf("%s; %s", text, minrisk_assumption_text(bit))
                          : sqlite3_mprintf("%s", minrisk_assumption_text(bit));
            sqlite3_free(text);
            text = longer;
            if (!text) {
                sqlite3_result_error_nomem(context);
                return;
            }
        }
    }
    sqlite3_result_text(context, text ? text : "", -1, SQLITE_TRANSIENT);
    sqlite3_free(text);
}

static int column_value(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
    const independence_cursor *c = (const independence_cursor *)cursor;
    minrisk_estimate p = {0};

    if (column == YEAR) {
        sqlite3_result_int(context, c->year);
        return SQLITE_OK;
    }
    if (column > ASSUMPTIONS || minrisk_forecast_within(&c->tally, c->year, &p) != MINRISK_OK) {
        return SQLITE_OK; /* a hidden column: NULL */
    }
    if (column == ASSUMPTIONS) {
        give_assumptions(context, p.assumptions);
    } else {
        sqlite3_result_double(context, column == LOW ? p.low : column == CHANCE ? p.value : p.high);
    }
    return SQLITE_OK;
}

static int row_number(sqlite3_vtab_cursor *cursor, sqlite3_int64 *number)
{
    *number = ((const independence_cursor *)cursor)->year;
    return SQLITE_OK;
}

int register_independence(sqlite3 *db)
{
    static const sqlite3_module module = {
        .iVersion = 1, /* no xCreate: the table is there without CREATE VIRTUAL TABLE */
        .xConnect = connect_table,
        .xBestIndex = best_index,
        .xDisconnect = disconnect,
        .xOpen = open_cursor,
        .xClose = close_cursor,
        .xFilter = filter,
        .xNext = next,
        .xEof = is_at_end,
        .xColumn = column_value,
        .xRowid = row_number,
    };

    return sqlite3_create_module_v2(db, "independence", &module, NULL, NULL);
}
