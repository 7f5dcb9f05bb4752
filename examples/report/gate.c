/* SPDX-License-Identifier: MIT */
#include "gate.h"

#include <math.h>
#include <string.h>

#define NAME_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789_"

/* --- reading a limit -------------------------------------------------------------------------- */

static int refuse(struct problem *problem, const char *text, const char *at, const char *expected)
{
    problem_set(problem, "\"%.200s\", character %lu: expected %s, found \"%.60s\"", text,
                (unsigned long)(at - text) + 1, expected, at);
    return -1;
}

/* Matches "hhi_high" against the name of a measure and an end. */
static int match(const char *name, size_t length, enum measure measure, const char *end)
{
    const char *stem = measure_name(measure);
    size_t before = strlen(stem);

    return length == before + strlen(end) && strncmp(name, stem, before) == 0 &&
           strncmp(name + before, end, strlen(end)) == 0;
}

static int find_variable(struct gate *gate, const char *name, size_t length)
{
    int i;

    for (i = 0; i < MEASURE_COUNT; ++i) {
        gate->measure = (enum measure)i;
        gate->is_high = match(name, length, gate->measure, "_high");
        if (gate->is_high || match(name, length, gate->measure, "_low"))
            return 0;
    }
    return -1;
}

static const char *skip_spaces(const char *text)
{
    return text + strspn(text, " ");
}

/* A limit that no figure can reach would pass for ever, such as 2500 points for a fraction. */
static int check_limit(const struct gate *gate, const char *at, struct problem *problem)
{
    if (gate->limit < 0)
        return refuse(problem, gate->text, at, "a number that is not negative");
    if (gate->limit > 1 && strcmp(measure_unit(gate->measure), "fraction") == 0)
        return refuse(problem, gate->text, at, "a fraction from 0 to 1 (not points or percent)");
    return 0;
}

int gate_parse(struct gate *gate, const char *text, struct problem *problem)
{
    const char *at = skip_spaces(text);
    size_t length = strspn(at, NAME_CHARACTERS);

    gate->text = text;
    if (find_variable(gate, at, length) != 0)
        return refuse(problem, text, at, "a name that --help lists, such as hhi_high");
    at = skip_spaces(at + length);
    if (*at != '<' && *at != '>')
        return refuse(problem, text, at, ">, >=, < or <=");
    gate->below = *at == '<';
    gate->equal = at[1] == '=';
    at = skip_spaces(at + 1 + gate->equal);
    if (number_parse(at, &gate->limit) != 0)
        return refuse(problem, text, at, "a decimal number and nothing after it");
    return check_limit(gate, at, problem);
}

/* --- holding rows to it ----------------------------------------------------------------------- */

static int fails(const struct gate *gate, double value)
{
    if (value == gate->limit)
        return gate->equal;
    return gate->below ? value < gate->limit : value > gate->limit;
}

static const char *sign(const struct gate *gate)
{
    return gate->below ? (gate->equal ? "<=" : "<") : (gate->equal ? ">=" : ">");
}

static void say_value(const struct gate *gate, const char *title, double value, struct out *err)
{
    char number[32], limit[32];

    number_text_exact(number, value);
    number_text_exact(limit, gate->limit);
    out_format(err, "minrisk-report: %s: %s_%s is %s, %s %s (--fail-if)\n", title,
               measure_name(gate->measure), gate->is_high ? "high" : "low",
               fabs(value) < HUGE_VAL ? number
               : value > 0            ? "without limit"
                                      : "below any number",
               sign(gate), limit);
}

static void say_unknown(const struct gate *gate, const char *title, const char *remark, int fatal,
                        struct out *err)
{
    out_format(err, "minrisk-report: %s: %s_%s is not known%s%s: %s (--fail-if)\n", title,
               measure_name(gate->measure), gate->is_high ? "high" : "low",
               remark[0] == '\0' ? "" : ", ", remark,
               fatal ? "this counts as a failure" : "this does not count; see --fail-if-unknown");
}

static size_t apply(const struct gate *gate, const struct report_row *row, int unknown_fails,
                    struct out *err)
{
    struct measured value;
    char title[REPORT_CELL];
    double end;

    measure_row(row, gate->measure, &value);
    row_title(row, title);
    if (!value.known) {
        say_unknown(gate, title, value.remark, unknown_fails, err);
        return unknown_fails ? 1 : 0;
    }
    end = gate->is_high ? value.high : value.low;
    if (!fails(gate, end))
        return 0;
    say_value(gate, title, end, err);
    return 1;
}

size_t gates_apply(const struct gate *gates, size_t count, const struct report *report,
                   int unknown_fails, struct out *err)
{
    size_t i, k, failures = 0;

    for (i = 0; i < report->rows; ++i) {
        for (k = 0; k < count; ++k)
            failures += apply(&gates[k], &report->row[i], unknown_fails, err);
    }
    return failures;
}
