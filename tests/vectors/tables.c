/* SPDX-License-Identifier: MIT */
/* The cases of the two CSV files. In concentration.csv, where the source computed exactly from the
 * doubles given, the result must be the very double; where it started from decimals or rounded, its
 * tolerance holds. */
#include <stdlib.h>
#include <string.h>

#include "minrisk.h"
#include "support/check.h"
#include "vectors/reader.h"

enum { ROWS = 443, FIELDS = 6, MOST = 600 };
enum field { SOURCE, MEASURE, PARAMS, INPUT, EXPECTED, TOLERANCE };

static double quantity[MOST];
static size_t n;

static void read_input(char *input)
{
    char *field[MOST];
    n = split(input, ';', field, MOST);
    for (size_t i = 0; i < n; i++)
        quantity[i] = strtod(field[i], NULL);
}

static unsigned long parameter(const char *params, const char *name, unsigned long otherwise)
{
    const char *found = strstr(params, name);
    return found == NULL ? otherwise : strtoul(found + strlen(name), NULL, 10);
}

/* The shares named are of a total of 1, and the smallest of them is the cap. */
static minrisk_interval bounds(const char *params, int capped)
{
    unsigned long suppliers = parameter(params, "n=", 0);
    double named = 0, least = 1;
    minrisk_interval hhi = {-1, -1};
    for (size_t i = 0; i < n; i++) {
        named += quantity[i];
        least = quantity[i] < least ? quantity[i] : least;
    }
    assert_int_equal(minrisk_hhi_bounds(quantity, n, 1 - named,
                                        suppliers == 0 ? 0 : (size_t)suppliers - n,
                                        capped ? least : MINRISK_NO_CAP, &hhi),
                     MINRISK_OK);
    return hhi;
}

typedef minrisk_status (*of_order)(const double *, size_t, double, double *);

static const struct {
    const char *name;
    of_order run;
} ordered[] = {
    {"hill", minrisk_hill_number},
    {"renyi", minrisk_renyi_entropy},
    {"tsallis", minrisk_tsallis_entropy},
    {"hannah_kay", minrisk_hannah_kay},
};

/* The base of a logarithm comes last: "base=e", or "q=2;base=2". */
static double natural_base(const char *params)
{
    const char *base = strstr(params, "base=");
    return base == NULL || base[5] == 'e' ? 1
           : base[5] == '2'               ? 0.69314718055994531
                                          : 2.3025850929940457;
}

static int find_entropy(const char *measure, const char *params, double *value)
{
    minrisk_status status = MINRISK_OK;
    for (size_t i = 0; i < COUNT(ordered); i++)
        if (strcmp(measure, ordered[i].name) == 0) {
            status = ordered[i].run(quantity, n, strtod(params + 2, NULL), value); /* q= or a= */
            assert_int_equal(status, MINRISK_OK);
            *value /= natural_base(params);
            return 1;
        }
    if (strcmp(measure, "shannon") == 0)
        status = minrisk_shannon_entropy(quantity, n, value);
    else if (strcmp(measure, "shannon_evenness") == 0)
        status = minrisk_evenness(quantity, n, value);
    else if (strcmp(measure, "theil_t") == 0)
        status = minrisk_theil(quantity, n, n, value);
    else if (strcmp(measure, "gini_simpson") == 0)
        status = minrisk_gini_simpson(quantity, n, value);
    else
        return 0;
    assert_int_equal(status, MINRISK_OK);
    *value /= natural_base(params);
    return 1;
}

static double value_of(const char *measure, const char *params)
{
    double value = -1;
    size_t index;
    if (strcmp(measure, "hhi_lower") == 0)
        return bounds(params, 1).low;
    if (strcmp(measure, "hhi_others_dropped") == 0)
        return bounds("", 0).low; /* as if nobody held the rest */
    if (strcmp(measure, "hhi_upper") == 0)
        return bounds(params, 1).high;
    if (strcmp(measure, "hhi_others_as_one") == 0)
        return bounds("", 0).high;
    if (strcmp(measure, "hhi") == 0)
        assert_int_equal(minrisk_hhi(quantity, n, &value), MINRISK_OK);
    else if (strcmp(measure, "numbers_equivalent") == 0)
        assert_int_equal(minrisk_effective_suppliers(quantity, n, &value), MINRISK_OK);
    else if (strcmp(measure, "cr") == 0)
        assert_int_equal(minrisk_top_share(quantity, n, parameter(params, "k=", 0), &value),
                         MINRISK_OK);
    else if (strcmp(measure, "berger_parker") == 0)
        assert_int_equal(minrisk_leader(quantity, n, &index, &value), MINRISK_OK);
    else if (strcmp(measure, "hhi_norm") == 0)
        assert_int_equal(
            minrisk_hhi_normalised(quantity, n, strcmp(params, "n=all") == 0 ? n : 0, &value),
            MINRISK_OK);
    else if (strcmp(measure, "hhi_delta_merge") == 0)
        assert_int_equal(minrisk_merger_delta(quantity, n, parameter(params, "i=", 9),
                                              parameter(params, "j=", 9), &value),
                         MINRISK_OK);
    else if (!find_entropy(measure, params, &value))
        fail_msg("no function for %s", measure);
    return value;
}

static double in_unit(double value, const char *params)
{
    if (strstr(params, "unit=percent_squared") != NULL)
        return minrisk_to_points(value);
    return strstr(params, "unit=percent") != NULL ? value * 100 : value;
}

static double tolerance_of(const char *tolerance, double expected)
{
    double t = strtod(tolerance + 4, NULL);
    return strncmp(tolerance, "rel:", 4) == 0 ? t * expected : t;
}

static void check_row(char **row)
{
    double value, expected = strtod(row[EXPECTED], NULL);
    read_input(row[INPUT]);
    value = value_of(row[MEASURE], row[PARAMS]);
    if (strncmp(row[SOURCE], "mpmath", 6) == 0 && strstr(row[PARAMS], "unit") == NULL &&
        natural_base(row[PARAMS]) == 1) {
        /* The last place may differ where the entropy is one of the reproducible class. */
        if (strstr(row[PARAMS], "q=1") != NULL || strstr(row[PARAMS], "a=1") != NULL ||
            strncmp(row[MEASURE], "shannon", 7) == 0)
            assert_near(value, expected, 2.3e-16 * expected);
        else
            assert_double(value, expected);
    } else
        assert_near(in_unit(value, row[PARAMS]), expected, tolerance_of(row[TOLERANCE], expected));
}

static void every_row(void **state)
{
    char *text = read_text("concentration.csv"), *rest = text, *line = next_line(&rest);
    size_t rows = 0;
    (void)state;
    assert_string_equal(line, "source,measure,params,input,expected,tolerance");
    while ((line = next_line(&rest)) != NULL) {
        char *row[FIELDS];
        assert_int_equal(split(line, ',', row, FIELDS), FIELDS);
        check_row(row);
        rows++;
    }
    assert_int_equal(rows, ROWS);
    free(text);
}

/* commodity,unit,production,imports,exports,apparent consumption,published percentage,basis */
enum { PRODUCTION = 2, CONSUMPTION = 5, PERCENT = 6, COLUMNS = 7 };

static void published_net_import_reliance(void **state)
{
    char *text = read_text("usgs_nir_2024_cases.csv"), *rest = text, *line = next_line(&rest);
    size_t rows = 0;
    (void)state;
    while ((line = next_line(&rest)) != NULL) {
        char *row[COLUMNS];
        minrisk_reliance out = {-1, -1, -1, -1};
        assert_int_equal(split(line, ',', row, COLUMNS), COLUMNS);
        assert_int_equal(minrisk_reliance_of_consumption(strtod(row[CONSUMPTION], NULL),
                                                         strtod(row[PRODUCTION], NULL), &out),
                         MINRISK_OK);
        assert_int_equal(out.state, MINRISK_RELIANCE_VALUE);
        assert_near(out.low * 100, strtod(row[PERCENT], NULL), 1.0);
        rows++;
    }
    assert_int_equal(rows, 12);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row),
        cmocka_unit_test(published_net_import_reliance),
    };
    return cmocka_run_group_tests_name("vectors_tables", tests, NULL, NULL);
}
