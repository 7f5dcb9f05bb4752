/* SPDX-License-Identifier: MIT */
/* The contract of the functions of scalars: trend.h, growth.h and reliance.h. */
#include "contract/defects.h"

enum { MOST = 6 };

typedef union output {
    minrisk_when when;
    minrisk_reliance reliance;
    double number;
    unsigned char bytes[sizeof(minrisk_when) + sizeof(minrisk_reliance)];
} output;

static minrisk_status run_linear(const double *a, output *out)
{
    return minrisk_when_linear(a[0], a[1], a[2], a[3], a[4], out ? &out->when : NULL);
}

static minrisk_status run_exponential(const double *a, output *out)
{
    return minrisk_when_exponential(a[0], a[1], a[2], a[3], a[4], out ? &out->when : NULL);
}

static minrisk_status run_share(const double *a, output *out)
{
    return minrisk_when_share(a[0], a[1], a[2], a[3], a[4], a[5], out ? &out->when : NULL);
}

static minrisk_status run_linear_exponential(const double *a, output *out)
{
    return minrisk_when_linear_exponential(a[0], a[1], a[2], a[3], a[4], out ? &out->when : NULL);
}

static minrisk_status run_logistic(const double *a, output *out)
{
    return minrisk_when_logistic(a[0], a[1], a[2], a[3], a[4], a[5], out ? &out->when : NULL);
}

static minrisk_status run_net_need(const double *a, output *out)
{
    return minrisk_net_need_factor(a[0], a[1], a[2], a[3], a[4], out ? &out->number : NULL);
}

static minrisk_status run_months(const double *a, output *out)
{
    return minrisk_months_of_cover(a[0], a[1], a[2], out ? &out->number : NULL);
}

static minrisk_status run_balance(const double *a, output *out)
{
    const minrisk_balance balance = {a[0], a[1], a[2], a[3], a[4]};
    return minrisk_net_import_reliance(&balance, out ? &out->reliance : NULL);
}

static minrisk_status run_consumption(const double *a, output *out)
{
    return minrisk_reliance_of_consumption(a[0], a[1], out ? &out->reliance : NULL);
}

enum kind { QUANTITY, RATE, GROWTH, SHARE, HORIZON, SPEED };

static const struct {
    const char *name;
    minrisk_status (*run)(const double *, output *);
    minrisk_status refusal;
    size_t count;
    double valid[MOST];
    enum kind kind[MOST];
} functions[] = {
    {"minrisk_when_linear",
     run_linear,
     MINRISK_E_PARAM,
     5,
     {10, 5, 60, 2, 100},
     {QUANTITY, RATE, QUANTITY, RATE, HORIZON}},
    {"minrisk_when_exponential",
     run_exponential,
     MINRISK_E_PARAM,
     5,
     {10, .2, 60, .1, 100},
     {QUANTITY, GROWTH, QUANTITY, GROWTH, HORIZON}},
    {"minrisk_when_share",
     run_share,
     MINRISK_E_PARAM,
     6,
     {92, .02, 8, .15, .65, 100},
     {QUANTITY, GROWTH, QUANTITY, GROWTH, SHARE, HORIZON}},
    {"minrisk_when_linear_exponential",
     run_linear_exponential,
     MINRISK_E_PARAM,
     5,
     {10, 5, 60, .02, 100},
     {QUANTITY, RATE, QUANTITY, RATE, HORIZON}},
    {"minrisk_when_logistic",
     run_logistic,
     MINRISK_E_PARAM,
     6,
     {100, .5, 10, 60, .02, 100},
     {QUANTITY, SPEED, RATE, QUANTITY, RATE, HORIZON}},
    {"minrisk_net_need_factor",
     run_net_need,
     MINRISK_E_PARAM,
     5,
     {.1, .2, .3, .05, 12},
     {SHARE, SHARE, SHARE, GROWTH, QUANTITY}},
    {"minrisk_months_of_cover",
     run_months,
     MINRISK_E_PARAM,
     3,
     {50, 100, .5},
     {QUANTITY, QUANTITY, SHARE}},
    {"minrisk_net_import_reliance",
     run_balance,
     MINRISK_E_DATA,
     5,
     {5, 1, 20, 3, -2},
     {QUANTITY, QUANTITY, QUANTITY, QUANTITY, RATE}},
    {"minrisk_reliance_of_consumption",
     run_consumption,
     MINRISK_E_PARAM,
     2,
     {20, 5},
     {QUANTITY, QUANTITY}},
};

/* Whether a value is in the domain of its kind, as the headers state it. */
static int allowed(enum kind kind, double value)
{
    if (value != value)
        return 0;
    if (kind == HORIZON)
        return value >= 0;
    if (value == infinity() || value == -infinity())
        return 0;
    if (kind == QUANTITY)
        return value >= 0;
    if (kind == GROWTH)
        return value > -1;
    if (kind == SPEED)
        return value > 0;
    return kind == RATE || (value >= 0 && value <= 1);
}

static const double values[] = {
    (double)NAN,
    HUGE_VAL,
    -HUGE_VAL,
    -1.7976931348623157e308,
    -2,
    -1.0000000000000002,
    -1,
    -0.9999999999999999,
    -4.9e-324,
    -0.0,
    0,
    4.9e-324,
    .5,
    1,
    1.0000000000000002,
    1000,
    1.7976931348623157e308,
};

static void assert_outcome(size_t f, const double *arguments, minrisk_status expected)
{
    output out;
    fill_pattern(&out, sizeof out);
    assert_case(functions[f].run(arguments, &out), expected, functions[f].name);
    assert_case(is_pattern(&out, sizeof out), expected != MINRISK_OK, functions[f].name);
    if (expected != MINRISK_OK)
        assert_case(functions[f].run(arguments, NULL), MINRISK_E_NULL, functions[f].name);
}

/* Every pair of arguments at every pair of values. */
static void domains(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++)
        for (size_t i = 0; i < functions[f].count; i++)
            for (size_t j = 0; j < functions[f].count; j++)
                for (size_t v = 0; v < COUNT(values) * COUNT(values); v++) {
                    double a[MOST];
                    int good;
                    memcpy(a, functions[f].valid, sizeof a);
                    a[i] = values[v % COUNT(values)];
                    a[j] = values[v / COUNT(values)];
                    good =
                        allowed(functions[f].kind[i], a[i]) && allowed(functions[f].kind[j], a[j]);
                    assert_outcome(f, a, good ? MINRISK_OK : functions[f].refusal);
                }
}

static void null_outputs(void **state)
{
    minrisk_reliance out;
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++)
        assert_case(functions[f].run(functions[f].valid, NULL), MINRISK_E_NULL, functions[f].name);
    fill_pattern(&out, sizeof out);
    assert_int_equal(minrisk_net_import_reliance(NULL, &out), MINRISK_E_NULL);
    assert_true(is_pattern(&out, sizeof out));
    assert_int_equal(minrisk_net_import_reliance(NULL, NULL), MINRISK_E_NULL);
}

static void assert_published(int32_t form, double percent, minrisk_status expected)
{
    minrisk_reliance out;
    fill_pattern(&out, sizeof out);
    assert_int_equal(minrisk_reliance_published(form, percent, &out), expected);
    assert_int_equal(is_pattern(&out, sizeof out), expected != MINRISK_OK);
    assert_int_equal(minrisk_reliance_published(form, percent, NULL), MINRISK_E_NULL);
}

static void published_forms(void **state)
{
    static const int32_t unknown[] = {-1, 7, 100, INT32_MAX, INT32_MIN};
    static const double percent[] = {
        (double)NAN, HUGE_VAL, -HUGE_VAL, -1,  -4.9e-324,          -0.0,
        0,           4.9e-324, 50,        100, 100.00000000000001, 1e308};
    (void)state;
    for (size_t p = 0; p < COUNT(percent); p++) {
        int inside = percent[p] >= 0 && percent[p] <= 100;
        for (int32_t form = MINRISK_RELIANCE_VALUE; form <= MINRISK_RELIANCE_WITHHELD; form++) {
            int fits = form <= MINRISK_RELIANCE_BELOW ? inside : percent[p] == 0;
            int empty = (form == MINRISK_RELIANCE_ABOVE && percent[p] == 100) ||
                        (form == MINRISK_RELIANCE_BELOW && percent[p] == 0);
            fits = fits && !empty;
            assert_published(form, percent[p], fits ? MINRISK_OK : MINRISK_E_PARAM);
        }
        for (size_t u = 0; u < COUNT(unknown); u++)
            assert_published(unknown[u], percent[p], MINRISK_E_PARAM);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(domains),
        cmocka_unit_test(null_outputs),
        cmocka_unit_test(published_forms),
    };
    return cmocka_run_group_tests_name("contract_scalars", tests, NULL, NULL);
}
