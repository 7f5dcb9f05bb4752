/* SPDX-License-Identifier: MIT */
/* SQLite reads the JSON itself: json_each takes it apart, within the connection at hand. */
#include "projects.h"

#include <math.h>
#include <string.h>

SQLITE_EXTENSION_INIT3

static const char ELEMENTS[] =
    "SELECT p.key, p.type, f.key, f.type, f.atom"
    " FROM json_each(CASE json_type(?1) WHEN 'array' THEN ?1 ELSE 'no array' END) AS p"
    " LEFT JOIN json_each(CASE p.type WHEN 'object' THEN p.value ELSE '{}' END) AS f";

enum column { INDEX, ELEMENT_TYPE, NAME, TYPE, VALUE };

static int refuse(char **message, char *text)
{
    *message = text;
    return text ? SQLITE_ERROR : SQLITE_NOMEM;
}

static const char *text_of(sqlite3_stmt *statement, enum column column)
{
    return (const char *)sqlite3_column_text(statement, (int)column);
}

enum { MEMBERS = 6, NEEDED = 4 }; /* of a project; the first four must be given */
static const char *const MEMBER[MEMBERS] = {"capacity", "least",   "likely",
                                            "most",     "success", "ramp"};

static double *member_of(project *p, int i)
{
    double *member[MEMBERS] = {&p->capacity, &p->least,   &p->likely,
                               &p->most,     &p->success, &p->ramp};
    return member[i];
}

static int is_number(const char *type)
{
    return strcmp(type, "integer") == 0 || strcmp(type, "real") == 0;
}

/* One member of one project. What is not known is refused, rather than passed over. */
static int read_member(sqlite3_stmt *row, project *p, unsigned *given, char **message)
{
    int index = sqlite3_column_int(row, INDEX), i = 0;
    const char *name = text_of(row, NAME), *type = text_of(row, TYPE);

    if (!name || !type) {
        return refuse(message, sqlite3_mprintf("projects[%d] is no object with members", index));
    }
    while (i < MEMBERS && strcmp(name, MEMBER[i]) != 0) {
        i++;
    }
    if (i == MEMBERS) {
        return refuse(message,
                      sqlite3_mprintf("projects[%d] has an unknown member '%!.40s'", index, name));
    }
    if (*given & 1u << i) {
        return refuse(message, sqlite3_mprintf("projects[%d].%s is there twice", index, name));
    }
    if (!is_number(type)) {
        return refuse(message,
                      sqlite3_mprintf("projects[%d].%s must be a number, but is of type %s", index,
                                      name, type));
    }
    *given |= 1u << i;
    *member_of(p, i) = sqlite3_column_double(row, VALUE);
    return SQLITE_OK;
}

/* A project that is complete becomes the next of the model. */
static int accept(forecast *f, const project *p, unsigned given, char **message)
{
    int n = f->projects, i = 0;
    minrisk_status status;

    while (i < NEEDED && (given & 1u << i)) {
        i++;
    }
    if (i < NEEDED) {
        return refuse(message, sqlite3_mprintf("projects[%d] has no %s", n, MEMBER[i]));
    }
    if (minrisk_first_invalid(&p->capacity, 1) == 0) {
        return refuse(message,
                      sqlite3_mprintf("projects[%d].capacity must be finite and not negative", n));
    }
    status = minrisk_lead_pert(p->least, p->likely, p->most, f->table + (size_t)n * KNOTS, KNOTS);
    if (status != MINRISK_OK) {
        return refuse(message,
                      sqlite3_mprintf("projects[%d]: 0 <= least <= likely <= most must hold", n));
    }
    if (minrisk_chance(p->success, &f->success[n]) != MINRISK_OK) {
        return refuse(message, sqlite3_mprintf("projects[%d].success must be from 0 to 1", n));
    }
    if (!(p->ramp >= 0 && p->ramp <= MINRISK_LEAD_LONGEST)) {
        return refuse(message, sqlite3_mprintf("projects[%d].ramp must be a number of years", n));
    }
    f->capacity[n] = p->capacity;
    f->ramp[n] = (int32_t)(p->ramp * MINRISK_TICKS_PER_YEAR);
    f->phase[n] = (uint32_t)n;
    f->phase_first[n + 1] = (size_t)n + 1;
    f->projects++;
    return SQLITE_OK;
}

static int read_rows(sqlite3_stmt *row, forecast *f, char **message)
{
    const project blank = {0, 0, 0, 0, 1, 0};
    project p = blank;
    unsigned given = 0;
    int code, step, index = 0;

    while ((step = sqlite3_step(row)) == SQLITE_ROW) {
        if (sqlite3_column_int(row, INDEX) != index) {
            code = accept(f, &p, given, message);
            if (code != SQLITE_OK) {
                return code;
            }
            p = blank;
            given = 0;
            index++;
        }
        if (index == MOST_PROJECTS) {
            return refuse(message, sqlite3_mprintf("more than %d projects", MOST_PROJECTS));
        }
        code = read_member(row, &p, &given, message);
        if (code != SQLITE_OK) {
            return code;
        }
    }
    if (step != SQLITE_DONE) {
        return step;
    }
    return given ? accept(f, &p, given, message) : SQLITE_OK;
}

static int read_json(sqlite3 *db, sqlite3_value *json, forecast *f, char **message)
{
    sqlite3_stmt *row = NULL;
    int code;

    if (sqlite3_value_type(json) != SQLITE_TEXT) {
        return refuse(message, sqlite3_mprintf("projects must be text, a JSON array of objects"));
    }
    code = sqlite3_prepare_v2(db, ELEMENTS, -1, &row, NULL);
    if (code == SQLITE_OK) {
        code = sqlite3_bind_value(row, 1, json);
    }
    if (code == SQLITE_OK) {
        code = read_rows(row, f, message);
    }
    if (code != SQLITE_OK && !*message && code != SQLITE_NOMEM) {
        *message = sqlite3_mprintf("projects, a JSON array of objects: %s", sqlite3_errmsg(db));
    }
    sqlite3_finalize(row);
    return code;
}

/* A power of two of which the capacities together, or the need, make from 2^28 to 2^29: whole
 * numbers below 2^29 stay exact, and others move by at most half a unit each. */
static double unit_for(const forecast *f, double need)
{
    double total = 0;
    int i, exponent;

    for (i = 0; i < f->projects; i++) {
        total += f->capacity[i];
    }
    (void)frexp(total > need ? total : need, &exponent);
    return ldexp(1, exponent > DBL_MIN_EXP + 29 ? exponent - 29 : DBL_MIN_EXP);
}

static int measure(forecast *f, double need, char **message)
{
    double unit = unit_for(f, need), rounding;

    if (minrisk_units(f->capacity, NULL, (size_t)f->projects, unit, f->units, &rounding) ||
        minrisk_units(&need, NULL, 1, unit, &f->need, &rounding)) {
        return refuse(message, sqlite3_mprintf("capacities and need are too large"));
    }
    return SQLITE_OK;
}

int read_projects(sqlite3 *db, sqlite3_value *json, double need, int horizon, forecast *f,
                  char **message)
{
    minrisk_model *m = &f->model;
    int code;

    memset(f, 0, sizeof *f);
    code = read_json(db, json, f, message);
    if (code == SQLITE_OK) {
        code = measure(f, need, message);
    }
    m->projects = (size_t)f->projects;
    m->capacity = f->units;
    m->ramp = f->ramp;
    m->success = f->success;
    m->phase_first = f->phase_first;
    m->phase = f->phase;
    m->tables = (size_t)f->projects;
    m->table_len = KNOTS;
    m->table = f->table;
    m->stages = 1;
    m->need = &f->need;
    m->horizon = (int32_t)(horizon * MINRISK_TICKS_PER_YEAR);
    return code;
}
