/* SPDX-License-Identifier: MIT */
/* Fields of a row, read strictly. */
#include "load.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

int out_of_memory(struct loader *loader)
{
    problem_set(loader->problem, "out of memory");
    return -1;
}

void *room_for_one(struct loader *loader, void *items, size_t count, size_t item_size)
{
    unsigned char *grown = arena_grow(loader->arena, items, count, item_size);

    if (grown == NULL) {
        (void)out_of_memory(loader);
        return NULL;
    }
    memset(grown + count * item_size, 0, item_size);
    return grown;
}

const char *get_text(struct loader *loader, struct csv *csv, size_t column)
{
    const char *copy = arena_copy(loader->arena, csv_get(csv, column));

    if (copy == NULL)
        (void)out_of_memory(loader);
    return copy;
}

const char *get_name(struct loader *loader, struct csv *csv, size_t column)
{
    if (csv_get(csv, column)[0] == '\0') {
        (void)csv_refuse(csv, column, "a name");
        return NULL;
    }
    return get_text(loader, csv, column);
}

int get_integer(struct csv *csv, size_t column, int low, int high, int *value)
{
    const char *text = csv_get(csv, column);
    size_t length = strlen(text);
    long number;

    if (length == 0 || length > 9 || strspn(text, "0123456789") != length)
        return csv_refuse(csv, column, "a whole number");
    number = strtol(text, NULL, 10);
    if (number < low || number > high) {
        char expected[64];
        (void)snprintf(expected, sizeof expected, "a whole number from %d to %d", low, high);
        return csv_refuse(csv, column, expected);
    }
    *value = (int)number;
    return 0;
}

int get_number(struct csv *csv, size_t column, double low, double high, double *value)
{
    char expected[64];
    double number;

    if (csv_number(csv, column, &number) != 0)
        return csv_refuse(csv, column,
                          csv->dialect != NULL && csv->dialect->decimal_comma
                              ? "a decimal number with a comma"
                              : "a decimal number");
    if (number < low || number > high) {
        if (high < HUGE_VAL)
            (void)snprintf(expected, sizeof expected, "a number from %g to %g", low, high);
        else
            (void)snprintf(expected, sizeof expected, "a number of at least %g", low);
        return csv_refuse(csv, column, expected);
    }
    *value = number;
    return 0;
}

int get_optional(struct csv *csv, size_t column, double low, double high, struct optional *value)
{
    value->has = csv_get(csv, column)[0] != '\0';
    value->value = 0;
    return value->has ? get_number(csv, column, low, high, &value->value) : 0;
}

int get_iso3(struct csv *csv, size_t column, char iso3[4])
{
    const char *text = csv_get(csv, column);

    /* Governance scores have codes of their own for areas that ISO does not list ("R20"), and a
     * list of suppliers has the user's. */
    if (strlen(text) != 3 || text[0] < 'A' || text[0] > 'Z' ||
        strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != 3)
        return csv_refuse(csv, column, "an ISO 3166 alpha-3 code, or three capitals or digits");
    memcpy(iso3, text, 4);
    return 0;
}

int get_critical(struct csv *csv, size_t column, int *critical)
{
    const char *text = csv_get(csv, column);

    /* The source marks yttrium by its name, and leaves some rows without a mark. */
    *critical = strcmp(text, "Yes") == 0 || strcmp(text, "Yttrium") == 0;
    if (!*critical && strcmp(text, "No") != 0 && text[0] != '\0')
        return csv_refuse(csv, column, "Yes, No or nothing");
    return 0;
}

static const struct {
    enum figure_kind kind;
    const char *flag;
    int has_value; /* the column of values repeats the printed number */
} flags[] = {
    {FIGURE_NUMBER, "ok", 1},
    {FIGURE_ZERO, "zero", 0},
    {FIGURE_ABOVE, "gt", 1},
    {FIGURE_BELOW, "lt", 1},
    {FIGURE_UNDER_HALF, "lt_half_unit", 0},
    {FIGURE_BLANK, "blank", 0},
    {FIGURE_WITHHELD, "withheld", 0},
    {FIGURE_NOT_AVAILABLE, "na", 0},
    {FIGURE_NOT_APPLICABLE, "not_applicable", 0},
    {FIGURE_NET_EXPORTER, "net_exporter", 0},
};

/* A printed figure, with a decimal point whatever the dialect. */
static const char *get_raw(struct loader *loader, struct csv *csv, size_t raw)
{
    char *copy = arena_copy(loader->arena, csv_get(csv, raw));

    if (copy == NULL)
        (void)out_of_memory(loader);
    else
        csv_exchange(csv, copy);
    return copy;
}

static int check_range(struct csv *csv, size_t value, size_t flag, const struct figure *figure)
{
    const char *text = csv_get(csv, flag);
    size_t length = strlen(text);
    char plain[128];

    (void)snprintf(plain, sizeof plain, "%.127s", text);
    csv_exchange(csv, plain);
    if (csv_has(csv, flag) && (length >= sizeof plain || strncmp(plain, "other:", 6) != 0 ||
                               strcmp(plain + 6, figure->raw) != 0))
        return csv_refuse(csv, flag, "\"other:\" and the range, as the printed figure is one");
    if (csv_get(csv, value)[0] != '\0')
        return csv_refuse(csv, value, "nothing, as the printed figure is a range");
    return 0;
}

static int check_value(struct csv *csv, size_t value, const struct figure *figure, int has_value)
{
    double number;

    if (!csv_has(csv, value))
        return 0;
    if (!has_value) {
        /* A dash is a zero, whether the column of values says so or is left empty. */
        if (csv_get(csv, value)[0] == '\0' ||
            (figure->kind == FIGURE_ZERO && strcmp(csv_get(csv, value), "0") == 0))
            return 0;
        return csv_refuse(csv, value, "nothing, as the printed figure is no number");
    }
    if (csv_number(csv, value, &number) != 0)
        return csv_refuse(csv, value, "the printed number");
    if (number != (figure->kind == FIGURE_BELOW ? figure->high : figure->low))
        return csv_refuse(csv, value, "the number that is printed under \"raw\"");
    return 0;
}

int get_figure(struct loader *loader, struct csv *csv, size_t raw, size_t value, size_t flag,
               struct figure *figure)
{
    const char *text = get_raw(loader, csv, raw), *expected;
    size_t i;

    if (text == NULL)
        return -1;
    expected = figure_parse(text, figure);
    if (expected != NULL)
        return csv_refuse(csv, raw, expected);
    if (figure->kind == FIGURE_RANGE)
        return check_range(csv, value, flag, figure);
    for (i = 0; i < sizeof flags / sizeof flags[0]; ++i) {
        char message[80];
        if (flags[i].kind != figure->kind)
            continue;
        if (!csv_has(csv, flag) || strcmp(csv_get(csv, flag), flags[i].flag) == 0)
            return check_value(csv, value, figure, flags[i].has_value);
        (void)snprintf(message, sizeof message, "\"%s\", as \"%.16s\" is printed", flags[i].flag,
                       text);
        return csv_refuse(csv, flag, message);
    }
    return csv_refuse(csv, raw, "a figure");
}
