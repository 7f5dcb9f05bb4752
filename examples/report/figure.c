/* SPDX-License-Identifier: MIT */
#include "figure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* More digits than any statistic prints, and few enough that a figure stays finite. */
#define MAX_DIGITS 30

static int is_digit(char c)
{
    return c >= '0' && c <= '9';
}

int figure_is_bounded(const struct figure *figure)
{
    return figure->kind != FIGURE_ABOVE && figure_has_number(figure);
}

int figure_has_number(const struct figure *figure)
{
    return figure->kind < FIGURE_BLANK;
}

/* A number with thousands separated by commas, or not separated at all; `length` bytes are read. */
struct scanned {
    double value, rounding;
    size_t length;
};

/* Copies the digits without their commas. Returns the bytes read, 0 if the commas stand wrong. */
static size_t scan_digits(const char *text, char *digits, size_t *count)
{
    size_t at = 0, group = 0, n = 0;
    int separated = 0;

    for (; is_digit(text[at]) || (text[at] == ',' && is_digit(text[at + 1])); ++at) {
        if (text[at] == ',') {
            if (separated ? group != 3 : group == 0 || group > 3)
                return 0;
            separated = 1;
            group = 0;
            continue;
        }
        if (n == MAX_DIGITS)
            return 0;
        digits[n++] = text[at];
        ++group;
    }
    *count = n;
    /* "0,830" is a decimal comma, not a number with its thousands apart. */
    return separated && (group != 3 || digits[0] == '0') ? 0 : at;
}

/* Half a unit of the last digit that is not a zero before the decimal point: "72,800" is 50. */
static double half_unit(const char *digits, size_t whole, size_t decimals)
{
    size_t zeros = 0;

    if (decimals > 0)
        return .5 * pow(10, -(double)decimals);
    while (zeros + 1 < whole && digits[whole - 1 - zeros] == '0')
        ++zeros;
    return .5 * pow(10, (double)zeros);
}

static int scan(const char *text, struct scanned *number)
{
    char digits[2 * MAX_DIGITS + 2];
    size_t whole, decimals = 0, at = scan_digits(text, digits, &whole);

    if (at == 0)
        return -1;
    digits[whole] = '\0';
    if (text[at] == '.') {
        digits[whole] = '.';
        for (++at; is_digit(text[at]) && decimals < MAX_DIGITS; ++at)
            digits[whole + 1 + decimals++] = text[at];
        if (decimals == 0)
            return -1;
        digits[whole + 1 + decimals] = '\0';
    }
    /* The program never sets a locale, so that strtod reads a point. */
    number->value = strtod(digits, NULL);
    number->rounding = half_unit(digits, whole, decimals);
    number->length = at;
    return 0;
}

static const struct {
    const char *raw;
    enum figure_kind kind;
    double high;
} words[] = {
    {"", FIGURE_BLANK, HUGE_VAL},
    {"W", FIGURE_WITHHELD, HUGE_VAL},
    {"NA", FIGURE_NOT_AVAILABLE, HUGE_VAL},
    {"XX", FIGURE_NOT_APPLICABLE, HUGE_VAL},
    {"E", FIGURE_NET_EXPORTER, HUGE_VAL},
    {"s", FIGURE_UNDER_HALF, .5},
    {"--", FIGURE_ZERO, 0},
    {"\xE2\x80\x93", FIGURE_ZERO, 0}, /* en dash */
    {"\xE2\x80\x94", FIGURE_ZERO, 0}, /* em dash */
};

static int parse_word(const char *raw, struct figure *figure)
{
    size_t i;

    for (i = 0; i < sizeof words / sizeof words[0]; ++i) {
        if (strcmp(raw, words[i].raw) == 0) {
            figure->kind = words[i].kind;
            figure->low = 0;
            figure->high = words[i].high;
            figure->rounding = 0;
            return 0;
        }
    }
    return -1;
}

/* " - ", with a hyphen or an en dash, blanks or none; returns its length, or 0. */
static size_t range_sign(const char *text)
{
    size_t at = text[0] == ' ';

    if (text[at] == '-')
        at += 1;
    else if (strncmp(text + at, "\xE2\x80\x93", 3) == 0)
        at += 3;
    else
        return 0;
    return at + (text[at] == ' ');
}

static const char *parse_number(const char *raw, struct figure *figure)
{
    static const char expected[] =
        "a figure as printed: a number, a dash, a range, >, <, W, NA, XX, E, s or nothing";
    struct scanned low, high;
    const char *text = raw + (*raw == '>' || *raw == '<');
    size_t sign;

    if (*text == '-' && is_digit(text[1]))
        return "a figure that is not negative";
    if (scan(text, &low) != 0)
        return expected;
    figure->low = *raw == '<' ? 0 : low.value;
    figure->high = *raw == '>' ? HUGE_VAL : low.value;
    figure->rounding = text == raw ? low.rounding : 0;
    figure->kind = *raw == '>' ? FIGURE_ABOVE : *raw == '<' ? FIGURE_BELOW : FIGURE_NUMBER;
    text += low.length;
    if (*text == '\0')
        return NULL;
    sign = range_sign(text);
    if (sign == 0 || figure->kind != FIGURE_NUMBER || scan(text + sign, &high) != 0 ||
        text[sign + high.length] != '\0')
        return expected;
    if (high.value < low.value)
        return "a range that ascends";
    figure->kind = FIGURE_RANGE;
    figure->high = high.value;
    figure->rounding = high.rounding;
    return NULL;
}

const char *figure_parse(const char *raw, struct figure *figure)
{
    figure->raw = raw;
    return parse_word(raw, figure) == 0 ? NULL : parse_number(raw, figure);
}

int number_parse(const char *text, double *value)
{
    const char *at = text + (*text == '-');
    size_t digits = 0;

    for (; is_digit(*at); ++at)
        ++digits;
    if (*at == '.' && is_digit(at[1])) {
        for (++at; is_digit(*at); ++at)
            ++digits;
    }
    if (*at != '\0' || digits == 0 || digits > MAX_DIGITS)
        return -1;
    *value = strtod(text, NULL);
    return 0;
}
