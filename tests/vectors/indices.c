/* SPDX-License-Identifier: MIT */
/* The cases of indices.csv. What the library does not compute, or computes otherwise by a choice that
 * its headers state, is left out by name, and counted. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "minrisk.h"
#include "support/check.h"
#include "vectors/reader.h"

enum { ROWS = 215, FIELDS = 6, MOST = 600 };
enum field { SOURCE, MEASURE, PARAMS, INPUT, EXPECTED, TOLERANCE };

static double quantity[MOST], scratch[MOST];
static size_t n;

/* Which rows are left out, why, and how many there are. */
static const struct {
    const char *measure, *params, *reason;
    size_t rows;
} left_out[] = {
    {"palma", "quantile=R7", "a quantile cut; here a part of a supplier counts as a part", 3},
    {"skbio_gini_rectangles_quirk", "", "subtracts 1/n from the coefficient", 1},
    {"gini", "weights=", "weighted suppliers", 4},
    {"gei", "weights=", "weighted suppliers", 1},
    {"theil_l", "weights=", "weighted suppliers", 1},
};

static size_t left[COUNT(left_out)];

static int is_left_out(char **row)
{
    for (size_t i = 0; i < COUNT(left_out); i++)
        if (strcmp(row[MEASURE], left_out[i].measure) == 0 &&
            strstr(row[PARAMS], left_out[i].params) != NULL) {
            left[i]++;
            return 1;
        }
    return 0;
}

static double number_after(const char *params, const char *name)
{
    const char *found = strstr(params, name);
    assert_non_null(found);
    return strtod(found + strlen(name), NULL);
}

/* All n entries are in these markets, those of 0 too. */
static minrisk_status in_whole_market(const char *measure, const char *params, double *value)
{
    if (strcmp(measure, "gini") == 0)
        return minrisk_gini(quantity, n, n, scratch, MOST, value);
    if (strcmp(measure, "hoover") == 0)
        return minrisk_hoover(quantity, n, n, value);
    if (strcmp(measure, "theil_l") == 0)
        return minrisk_generalised_entropy(quantity, n, n, 0, value);
    if (strcmp(measure, "gei") == 0)
        return minrisk_generalised_entropy(quantity, n, n, number_after(params, "alpha="), value);
    return minrisk_atkinson(quantity, n, n, number_after(params, "eps="), value);
}

static minrisk_status of_suppliers(const char *measure, double *value)
{
    if (strcmp(measure, "hall_tideman") == 0)
        return minrisk_hall_tideman(quantity, n, scratch, MOST, value);
    if (strcmp(measure, "dominance_ga") == 0)
        return minrisk_garcia_alba(quantity, n, value);
    if (strcmp(measure, "dominance_kwoka") == 0)
        return minrisk_kwoka(quantity, n, scratch, MOST, value);
    if (strcmp(measure, "horvath_cci") == 0)
        return minrisk_horvath(quantity, n, value);
    if (strcmp(measure, "kvalseth_ck") == 0)
        return minrisk_kvalseth(quantity, n, scratch, MOST, value);
    if (strcmp(measure, "linda") == 0)
        return minrisk_linda(quantity, n, 0, scratch, MOST, value);
    if (strcmp(measure, "stenbacka") == 0)
        return minrisk_stenbacka(quantity, n, value);
    if (strcmp(measure, "hhi_dual") == 0)
        return minrisk_hhi_dual(quantity, n, value);
    if (strcmp(measure, "hhi_min") == 0)
        return minrisk_hhi_minimum(quantity, n, value);
    return minrisk_grs(quantity, n, value);
}

/* Those that other libraries give in another form. */
static minrisk_status in_another_form(const char *measure, const char *params, double *value)
{
    minrisk_status status;
    double mean = 0, lorenz[MOST];
    if (strcmp(measure, "gini_unbiased") == 0) {
        status = minrisk_gini(quantity, n, n, scratch, MOST, value);
        *value *= (double)n / (double)(n - 1);
        return status;
    }
    if (strcmp(measure, "atkinson_ede") == 0) { /* the equally distributed equivalent */
        for (size_t i = 0; i < n; i++)
            mean += quantity[i] / (double)n;
        status = minrisk_atkinson(quantity, n, n, number_after(params, "eps="), value);
        *value = mean * (1 - *value);
        return status;
    }
    status = minrisk_lorenz(quantity, n, lorenz);
    *value = lorenz[(size_t)number_after(params, "i=") - 1];
    return status;
}

static int is_one_of(const char *measure, const char *names)
{
    const char *found = strstr(names, measure);
    size_t length = strlen(measure);
    return found != NULL && (found == names || found[-1] == ' ') &&
           (found[length] == ' ' || found[length] == '\0');
}

static minrisk_status value_of(const char *measure, const char *params, double *value)
{
    if (is_one_of(measure, "gini hoover theil_l gei atkinson"))
        return in_whole_market(measure, params, value);
    if (is_one_of(measure, "gini_unbiased atkinson_ede lorenz"))
        return in_another_form(measure, params, value);
    assert_true(is_one_of(measure, "hall_tideman dominance_ga dominance_kwoka horvath_cci "
                                   "kvalseth_ck linda stenbacka grs hhi_dual hhi_min"));
    return of_suppliers(measure, value);
}

/* From the very doubles, computed exactly: the nearest double, or the one beside it where the class
 * is reproducible. */
static void assert_nearest(const char *measure, double value, double expected)
{
    uint64_t a = bits_of(value), b = bits_of(expected + 0.0);
    if (is_one_of(measure, "gini hall_tideman hoover stenbacka hhi_dual hhi_min dominance_kwoka"))
        assert_double(value, expected + 0.0);
    assert_true(a - b + 1 <= 2);
}

static void check_row(char **row)
{
    const char *tolerance = row[TOLERANCE];
    double value = -1, expected = strtod(row[EXPECTED], NULL), t = strtod(tolerance + 4, NULL);
    char *field[MOST];
    minrisk_status status;

    n = split(row[INPUT], ';', field, MOST);
    for (size_t i = 0; i < n; i++)
        quantity[i] = strtod(field[i], NULL);
    status = value_of(row[MEASURE], row[PARAMS], &value);
    if (expected > 1.7976931348623157e308) { /* refused, not infinite */
        assert_int_equal(status, MINRISK_E_PARAM);
        return;
    }
    assert_case(status, MINRISK_OK, row[SOURCE]);
    if (strstr(row[PARAMS], "unit=percent") != NULL)
        value *= 100;
    else if (strncmp(row[SOURCE], "mpmath", 6) == 0)
        assert_nearest(row[MEASURE], value, expected);
    assert_near(value, expected, strncmp(tolerance, "rel:", 4) == 0 ? t * fabs(expected) : t);
}

static void every_row(void **state)
{
    char *text = read_text("indices.csv"), *rest = text, *line = next_line(&rest);
    size_t rows = 0;
    (void)state;
    assert_string_equal(line, "source,measure,params,input,expected,tolerance");
    while ((line = next_line(&rest)) != NULL) {
        char *row[FIELDS];
        assert_int_equal(split(line, ',', row, FIELDS), FIELDS);
        if (!is_left_out(row))
            check_row(row);
        rows++;
    }
    assert_int_equal(rows, ROWS);
    for (size_t i = 0; i < COUNT(left_out); i++)
        assert_case(left[i], left_out[i].rows, left_out[i].reason);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row),
    };
    return cmocka_run_group_tests_name("vectors_indices", tests, NULL, NULL);
}
