/* SPDX-License-Identifier: MIT */
/* The library against the cases that its integrations share: cases FILE. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "minrisk.h"

enum { LINE = 512, COLUMNS = 7, MOST = 32, WORK = 256 };
enum column { CASE, FUNCTION, QUANTITY, ARGUMENT, STATUS, BAD, EXPECTED };

typedef struct list {
    size_t n;
    double value[MOST];
} list;

/* Some functions give a status for each market. */
typedef struct answer {
    size_t statuses, values;
    minrisk_status status[MOST];
    double value[MOST]; /* -1 where there is none */
    size_t bad;
} answer;

/* Splits in place. */
static size_t split(char *text, char at, char **part, size_t most)
{
    size_t n = 0;

    for (; text != NULL && n < most; n++) {
        part[n] = text;
        text = strchr(text, at);
        if (text != NULL) {
            *text++ = '\0';
        }
    }
    return n;
}

static list numbers(char *text)
{
    char *part[MOST];
    list l = {0, {0}};
    size_t i;

    l.n = *text == '\0' ? 0 : split(text, ';', part, MOST);
    for (i = 0; i < l.n; i++) {
        l.value[i] = *part[i] == '\0' ? -1.0 : strtod(part[i], NULL);
    }
    return l;
}

static void one_value(answer *a, double value)
{
    a->value[a->values++] = value;
}

static void call_groups(const list *quantity, const list *argument, answer *a)
{
    size_t offset[MOST] = {0}, i;
    minrisk_status status;

    for (i = 0; i < argument->n; i++) {
        offset[i] = (size_t)argument->value[i];
    }
    for (i = 0; i < MOST; i++) {
        a->value[i] = -1.0;
    }
    a->values = a->statuses = argument->n - 1;
    status =
        minrisk_hhi_groups(quantity->value, quantity->n, offset, a->values, a->value, a->status);
    if (status != MINRISK_OK) {
        a->values = 0;
        a->statuses = 1;
        a->status[0] = status;
    }
}

/* A chain of one project a stage, each with a capacity of one unit, which is what is needed. */
typedef struct chain {
    uint32_t one[MOST], number[MOST];
    int32_t table[2 * MOST], work[WORK];
    uint64_t success[MOST];
    size_t phase_first[MOST + 1];
} chain;

static minrisk_status build_chain(const list *least, const list *argument, chain *c,
                                  minrisk_model *model)
{
    const double *most = argument->value, *success = most + least->n;
    const size_t n = least->n;
    minrisk_status status = MINRISK_OK;
    size_t p;

    for (p = 0; p < n && status == MINRISK_OK; p++) {
        c->one[p] = 1;
        c->number[p] = (uint32_t)p;
        c->phase_first[p + 1] = p + 1;
        status = minrisk_lead_uniform(least->value[p], most[p], c->table + 2 * p, 2);
        if (status == MINRISK_OK) {
            status = minrisk_chance(success[p], &c->success[p]);
        }
    }
    model->projects = model->stages = model->tables = n;
    model->table_len = 2;
    model->table = c->table;
    model->stage = model->phase = c->number;
    model->capacity = model->need = c->one;
    model->phase_first = c->phase_first;
    model->success = c->success;
    model->horizon = (int32_t)(success[n] * (double)MINRISK_TICKS_PER_YEAR);
    return status;
}

static minrisk_status call_forecast(const list *least, const list *argument, answer *a)
{
    static chain c;
    const double *seed = argument->value + 2 * least->n + 1;
    minrisk_model model = {0};
    minrisk_tally tally;
    minrisk_when low, median, high;
    minrisk_status status = build_chain(least, argument, &c, &model);
    size_t stage;

    minrisk_tally_init(&tally, sizeof tally);
    if (status == MINRISK_OK) {
        status = minrisk_forecast_run(&model, (uint64_t)seed[0], 0, (uint32_t)seed[1], c.work, WORK,
                                      &tally);
    }
    if (status == MINRISK_OK) {
        minrisk_forecast_quantile(&tally, 0.5, &low, &median, &high);
        one_value(a, (double)tally.trials);
        one_value(a, (double)tally.never);
        one_value(a, (double)tally.sum);
        one_value(a, median.known & MINRISK_KNOWS_FIRST ? median.first : -1.0);
        for (stage = 0; stage < least->n; stage++) {
            one_value(a, (double)tally.bottleneck[stage]);
        }
    }
    return status;
}

static minrisk_status call_one(const char *name, const list *quantity, const list *argument,
                               double *value, size_t *values)
{
    const double *x = quantity->value, *p = argument->value;
    const size_t n = quantity->n;
    double scratch[2 * MOST];
    minrisk_interval range = {0.0, 0.0};
    minrisk_status status = MINRISK_E_STATE;
    int32_t sharp = 0;
    size_t index = 0;

    *values = 2;
    if (strcmp(name, "leader") == 0) {
        status = minrisk_leader(x, n, &index, &value[1]);
        value[0] = (double)index;
        return status;
    }
    if (strcmp(name, "hhi_bounds") == 0 || strcmp(name, "hhi_interval") == 0) {
        status = strcmp(name, "hhi_bounds") == 0
                     ? minrisk_hhi_bounds(x, n, p[0], (size_t)p[1], p[2], &range)
                     : minrisk_hhi_interval(x, p, n, scratch, 2 * MOST, &range, &sharp);
        value[0] = range.low;
        value[1] = range.high;
        value[2] = (double)sharp;
        *values = strcmp(name, "hhi_bounds") == 0 ? 2 : 3;
        return status;
    }
    *values = 1;
    return strcmp(name, "hhi") == 0                   ? minrisk_hhi(x, n, value)
           : strcmp(name, "effective_suppliers") == 0 ? minrisk_effective_suppliers(x, n, value)
           : strcmp(name, "hhi_normalised") == 0 ? minrisk_hhi_normalised(x, n, (size_t)p[0], value)
           : strcmp(name, "top_share") == 0      ? minrisk_top_share(x, n, (size_t)p[0], value)
           : strcmp(name, "weighted_hhi") == 0   ? minrisk_weighted_hhi(x, p, n, value)
                                                 : status;
}

/* The first bad element of the quantities or, where each has a fellow, of these; a low end above
 * its high end is bad too. */
static size_t first_bad(const char *name, const list *quantity, const list *argument)
{
    size_t bad = minrisk_first_invalid(quantity->value, quantity->n), other, i;

    if (strcmp(name, "weighted_hhi") == 0 || strcmp(name, "hhi_interval") == 0) {
        other = minrisk_first_invalid(argument->value, argument->n);
        bad = other < bad ? other : bad;
    }
    for (i = 0; i < bad && strcmp(name, "hhi_interval") == 0; i++) {
        bad = quantity->value[i] > argument->value[i] ? i : bad;
    }
    return bad;
}

static answer call(const char *name, const list *quantity, const list *argument)
{
    answer a = {0};
    size_t i;

    a.statuses = 1;
    if (strcmp(name, "hhi_groups") == 0) {
        call_groups(quantity, argument, &a);
    } else if (strcmp(name, "forecast_run") == 0) {
        a.status[0] = call_forecast(quantity, argument, &a);
    } else {
        a.status[0] = call_one(name, quantity, argument, a.value, &a.values);
    }
    a.values = a.status[0] != MINRISK_OK && a.statuses == 1 ? 0 : a.values;
    for (i = 0; i < a.statuses; i++) {
        a.bad = a.status[i] == MINRISK_E_DATA ? first_bad(name, quantity, argument) + 1 : a.bad;
    }
    return a;
}

static int is_alike(const answer *a, const list *status, const list *bad, const list *expected)
{
    size_t i;
    int alike = a->statuses == status->n && a->values == expected->n &&
                a->bad == (bad->n == 0 ? 0 : (size_t)bad->value[0] + 1);

    for (i = 0; alike && i < a->statuses; i++) {
        alike = (double)a->status[i] == status->value[i];
    }
    return alike && memcmp(a->value, expected->value, a->values * sizeof a->value[0]) == 0;
}

/* One line of the file: 0 if the library says the same. */
static int check(char *line)
{
    char copy[LINE], *column[COLUMNS];
    list quantity, argument, status, bad, expected;
    answer a;

    strcpy(copy, line);
    if (split(copy, ',', column, COLUMNS) != COLUMNS) {
        return printf("not a case: %s\n", line);
    }
    quantity = numbers(column[QUANTITY]);
    argument = numbers(column[ARGUMENT]);
    status = numbers(column[STATUS]);
    bad = numbers(column[BAD]);
    expected = numbers(column[EXPECTED]);
    a = call(column[FUNCTION], &quantity, &argument);
    return is_alike(&a, &status, &bad, &expected) ? 0 : printf("differs: %s\n", line);
}

int main(int argc, char **argv)
{
    FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;
    char line[LINE];
    int cases = 0, wrong = 0;

    if (file == NULL) {
        fprintf(stderr, "%s\n", argc == 2 ? strerror(errno) : "cases FILE");
        return 2;
    }
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (cases++ > 0) {
            wrong += check(line) != 0;
        }
    }
    fclose(file);
    printf("%d cases, %d wrong\n", cases - 1, wrong);
    return cases < 60 || wrong > 0;
}
