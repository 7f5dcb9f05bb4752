/* SPDX-License-Identifier: MIT */
/* The contract of the measures that give one figure of a market, in few suppliers and in so many
 * that scratch is needed: those by rank of ranking.h, and indices.h. */
#include "contract/defects.h"

enum { LONGEST = 70, FEW = 64 };

typedef struct call {
    double storage[LONGEST];
    const double *quantity;
    size_t n, market_size;
    double space[LONGEST];
    double *scratch;
    size_t scratch_len;
    double output[3];
    double *out;
} call;

enum { SCRATCH = 1, IN_ORDER = 2, MARKET_SIZE = 4, TWO_SUPPLIERS = 8 };

static minrisk_status run_gini(const call *c)
{
    return minrisk_gini(c->quantity, c->n, c->market_size, c->scratch, c->scratch_len, c->out);
}

static minrisk_status run_gini_sorted(const call *c)
{
    return minrisk_gini_sorted(c->quantity, c->n, c->market_size, c->out);
}

static minrisk_status run_hall_tideman(const call *c)
{
    return minrisk_hall_tideman(c->quantity, c->n, c->scratch, c->scratch_len, c->out);
}

static minrisk_status run_hall_tideman_sorted(const call *c)
{
    return minrisk_hall_tideman_sorted(c->quantity, c->n, c->out);
}

static minrisk_status run_hhi_dual(const call *c)
{
    return minrisk_hhi_dual(c->quantity, c->n, c->out);
}

static minrisk_status run_hhi_minimum(const call *c)
{
    return minrisk_hhi_minimum(c->quantity, c->n, c->out);
}

static minrisk_status run_theil_l(const call *c)
{
    return minrisk_theil_l(c->quantity, c->n, c->out);
}

static minrisk_status run_garcia_alba(const call *c)
{
    return minrisk_garcia_alba(c->quantity, c->n, c->out);
}

static minrisk_status run_horvath(const call *c)
{
    return minrisk_horvath(c->quantity, c->n, c->out);
}

static minrisk_status run_stenbacka(const call *c)
{
    return minrisk_stenbacka(c->quantity, c->n, c->out);
}

static minrisk_status run_grs(const call *c)
{
    return minrisk_grs(c->quantity, c->n, c->out);
}

static minrisk_status run_palma(const call *c)
{
    return minrisk_palma(c->quantity, c->n, c->scratch, c->scratch_len, c->out);
}

static minrisk_status run_kwoka(const call *c)
{
    return minrisk_kwoka(c->quantity, c->n, c->scratch, c->scratch_len, c->out);
}

static minrisk_status run_kvalseth(const call *c)
{
    return minrisk_kvalseth(c->quantity, c->n, c->scratch, c->scratch_len, c->out);
}

static minrisk_status run_hoover(const call *c)
{
    return minrisk_hoover(c->quantity, c->n, c->market_size, c->out);
}

static minrisk_status run_generalised_entropy(const call *c)
{
    return minrisk_generalised_entropy(c->quantity, c->n, c->market_size, 2, c->out);
}

static minrisk_status run_atkinson(const call *c)
{
    return minrisk_atkinson(c->quantity, c->n, c->market_size, .5, c->out);
}

static minrisk_status run_linda(const call *c)
{
    return minrisk_linda(c->quantity, c->n, 0, c->scratch, c->scratch_len, c->out);
}

static minrisk_status run_linda_core(const call *c)
{
    size_t suppliers = 777;
    minrisk_status status =
        minrisk_linda_core(c->quantity, c->n, c->scratch, c->scratch_len, &suppliers, c->out);
    assert_case(suppliers == 777, status != MINRISK_OK, "minrisk_linda_core");
    return status;
}

static minrisk_status run_lorenz(const call *c)
{
    double lorenz[LONGEST];
    minrisk_status status;
    fill_pattern(lorenz, sizeof lorenz);
    status = minrisk_lorenz(c->quantity, c->n, c->out == NULL ? NULL : lorenz);
    assert_case(is_pattern(lorenz, sizeof *lorenz), status != MINRISK_OK, "minrisk_lorenz");
    assert_true(is_pattern(&lorenz[c->n], (LONGEST - c->n) * sizeof *lorenz));
    if (status == MINRISK_OK)
        *c->out = lorenz[c->n - 1];
    return status;
}

static const struct {
    const char *name;
    minrisk_status (*run)(const call *);
    int takes;
} functions[] = {
    {"minrisk_gini", run_gini, SCRATCH | MARKET_SIZE},
    {"minrisk_gini_sorted", run_gini_sorted, IN_ORDER | MARKET_SIZE},
    {"minrisk_hall_tideman", run_hall_tideman, SCRATCH},
    {"minrisk_hall_tideman_sorted", run_hall_tideman_sorted, IN_ORDER},
    {"minrisk_hhi_dual", run_hhi_dual, 0},
    {"minrisk_hhi_minimum", run_hhi_minimum, 0},
    {"minrisk_theil_l", run_theil_l, 0},
    {"minrisk_garcia_alba", run_garcia_alba, 0},
    {"minrisk_horvath", run_horvath, 0},
    {"minrisk_stenbacka", run_stenbacka, 0},
    {"minrisk_grs", run_grs, 0},
    {"minrisk_lorenz", run_lorenz, 0},
    {"minrisk_palma", run_palma, SCRATCH},
    {"minrisk_kwoka", run_kwoka, SCRATCH},
    {"minrisk_kvalseth", run_kvalseth, SCRATCH},
    {"minrisk_hoover", run_hoover, MARKET_SIZE},
    {"minrisk_generalised_entropy", run_generalised_entropy, MARKET_SIZE},
    {"minrisk_atkinson", run_atkinson, MARKET_SIZE},
    {"minrisk_linda", run_linda, SCRATCH | TWO_SUPPLIERS},
    {"minrisk_linda_core", run_linda_core, SCRATCH | TWO_SUPPLIERS},
};

/* Falling quantities, of which the last third is 0. */
static void make_valid(call *c, size_t n)
{
    for (size_t i = 0; i < LONGEST; i++)
        c->storage[i] = i <= n * 2 / 3 ? (double)(LONGEST - i) : i % 2 ? 0.0 : -0.0;
    c->quantity = c->storage;
    c->n = n;
    c->market_size = 0;
    fill_pattern(c->space, sizeof c->space);
    c->scratch = c->space;
    c->scratch_len = n;
    fill_pattern(c->output, sizeof c->output);
    c->out = c->output;
}

enum target { ALL_ZERO, QUANTITY, FIRST, MIDDLE, LAST, ORDER, N, TOO_FEW, NO_SCRATCH, SHORT, OUT };

typedef struct defect {
    enum target target;
    double value;
    minrisk_status status;
    int takes;    /* only for functions that take this */
    size_t least; /* only from so many suppliers on */
} defect;

/* In the order in which they can be made together. */
static const defect defects[] = {
    {ALL_ZERO, 0, MINRISK_E_NO_SUPPLY, 0, 1},
    {TOO_FEW, 0, MINRISK_E_PARAM, MARKET_SIZE, 2},
    {ORDER, 0, MINRISK_E_DATA, IN_ORDER, 2},
    {FIRST, -1, MINRISK_E_DATA, 0, 1},
    {FIRST, (double)NAN, MINRISK_E_DATA, 0, 1},
    {FIRST, HUGE_VAL, MINRISK_E_DATA, 0, 1},
    {MIDDLE, -4.9e-324, MINRISK_E_DATA, 0, 1},
    {MIDDLE, HUGE_VAL, MINRISK_E_DATA, 0, 1},
    {LAST, -HUGE_VAL, MINRISK_E_DATA, 0, 1},
    {LAST, (double)NAN, MINRISK_E_DATA, 0, 1},
    {LAST, -1, MINRISK_E_DATA, 0, 1},
    {QUANTITY, 0, MINRISK_E_NULL, 0, 1},
    {OUT, 0, MINRISK_E_NULL, 0, 1},
    {NO_SCRATCH, 0, MINRISK_E_NULL, SCRATCH, FEW + 1},
    {SHORT, 0, MINRISK_E_SIZE, SCRATCH, FEW + 1},
    {N, 0, MINRISK_E_SIZE, 0, 1},
};

static void break_call(call *c, const defect *d, size_t n)
{
    switch (d->target) {
    case ALL_ZERO:
        for (size_t i = 0; i < LONGEST; i++)
            c->storage[i] = i % 2 ? -0.0 : 0.0;
        break;
    case QUANTITY:
        c->quantity = NULL;
        break;
    case FIRST:
        c->storage[0] = d->value;
        break;
    case MIDDLE:
        c->storage[n / 2] = d->value;
        break;
    case LAST:
        c->storage[n - 1] = d->value;
        break;
    case ORDER:
        c->storage[n - 1] = LONGEST + 1;
        break;
    case N:
        c->n = 0;
        break;
    case TOO_FEW:
        c->market_size = n * 2 / 3;
        break;
    case NO_SCRATCH:
        c->scratch = NULL;
        break;
    case SHORT:
        c->scratch_len = n - 1;
        break;
    case OUT:
        c->out = NULL;
        break;
    }
}

static void assert_refused(size_t f, call *c, minrisk_status expected)
{
    call before;
    memcpy(&before, c, sizeof before);
    assert_case(functions[f].run(c), expected, functions[f].name);
    assert_case(is_pattern(c->output, sizeof c->output), 1, functions[f].name);
    assert_case(is_pattern(c->space, sizeof c->space) || expected == MINRISK_E_PARAM, 1,
                functions[f].name);
    assert_memory_equal(c->storage, before.storage, sizeof before.storage);
}

/* How the size of the market relates to the data is a parameter, but checked after the data. */
static minrisk_status first_of(const defect *a, const defect *b)
{
    if (a->target == TOO_FEW && b->status == MINRISK_E_DATA)
        return MINRISK_E_DATA;
    if (b->target == TOO_FEW && a->status == MINRISK_E_DATA)
        return MINRISK_E_DATA;
    return first_status(a->status, b->status);
}

static int applies(size_t f, const defect *d, size_t n)
{
    return (d->takes & ~functions[f].takes) == 0 && n >= d->least;
}

/* Without supply there is no order and no positive quantity, and no suppliers need no scratch. */
static int exclude_each_other(const defect *a, const defect *b)
{
    return (a->target == ALL_ZERO && (b->target == TOO_FEW || b->target == ORDER)) ||
           (a->target == NO_SCRATCH && b->target == N);
}

static void break_in_every_two_ways(size_t f, size_t n)
{
    for (size_t i = 0; i < COUNT(defects); i++)
        for (size_t j = i; j < COUNT(defects); j++) {
            call c;
            if (!applies(f, &defects[i], n) || !applies(f, &defects[j], n) ||
                exclude_each_other(&defects[i], &defects[j]))
                continue;
            make_valid(&c, n);
            break_call(&c, &defects[i], n);
            break_call(&c, &defects[j], n);
            assert_refused(f, &c, first_of(&defects[i], &defects[j]));
        }
}

static const size_t lengths[] = {1, 2, 3, 5, FEW, FEW + 1, LONGEST};

static void refused_in_order_with_nothing_written(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++)
        for (size_t i = 0; i < COUNT(lengths); i++)
            break_in_every_two_ways(f, lengths[i]);
}

static void accepted_with_inputs_unchanged(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++)
        for (size_t i = 0; i < COUNT(lengths); i++) {
            call c, before;
            if (functions[f].takes & TWO_SUPPLIERS && lengths[i] < 2)
                continue;
            make_valid(&c, lengths[i]);
            memcpy(&before, &c, sizeof c);
            assert_case(functions[f].run(&c), MINRISK_OK, functions[f].name);
            assert_memory_equal(c.storage, before.storage, sizeof c.storage);
            assert_case(is_pattern(&c.output[0], sizeof(double)), 0, functions[f].name);
            assert_case(is_pattern(&c.output[1], 2 * sizeof(double)), 1, functions[f].name);
            assert_case(is_pattern(&c.space[c.n], (LONGEST - c.n) * sizeof(double)), 1,
                        functions[f].name);
        }
}

/* Up to 64 suppliers scratch is neither needed nor touched, whatever its length. */
static void few_suppliers_need_no_scratch(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++)
        for (size_t n = 2; n <= FEW; n++) {
            call c;
            make_valid(&c, n);
            c.scratch_len = n % 2 ? 0 : LONGEST;
            assert_case(functions[f].run(&c), MINRISK_OK, functions[f].name);
            assert_case(is_pattern(c.space, sizeof c.space), 1, functions[f].name);
            c.scratch = NULL;
            assert_case(functions[f].run(&c), MINRISK_OK, functions[f].name);
        }
}

/* One supplier, or one subnormal among zeros, is a market. */
static void accepted_at_the_ends_of_the_domain(void **state)
{
    static const double ends[] = {5e-324, 2.2250738585072009e-308, 1, 1.7976931348623157e308};
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++)
        for (size_t e = 0; e < COUNT(ends); e++)
            for (size_t at = 0; at < LONGEST; at++) {
                call c;
                make_valid(&c, LONGEST);
                break_call(&c, &defects[0], LONGEST);
                c.storage[functions[f].takes & IN_ORDER ? 0 : at] = ends[e];
                assert_case(functions[f].run(&c),
                            functions[f].takes & TWO_SUPPLIERS ? MINRISK_E_PARAM : MINRISK_OK,
                            functions[f].name);
            }
}

/* An order of entropy, an aversion and a number of suppliers that are none come before the data, and
 * after whatever is NULL or of no size. */
static minrisk_status run_parameter(const call *c, int which, double value)
{
    switch (which) {
    case 0:
        return minrisk_generalised_entropy(c->quantity, c->n, 0, value, c->out);
    case 1:
        return minrisk_atkinson(c->quantity, c->n, 0, value, c->out);
    default:
        return minrisk_linda(c->quantity, c->n, 1, c->scratch, c->scratch_len, c->out);
    }
}

static void parameters_come_before_the_data(void **state)
{
    static const struct {
        int which;
        double value;
    } bad[] = {{0, (double)NAN}, {0, HUGE_VAL},  {0, -HUGE_VAL},
               {1, (double)NAN}, {1, HUGE_VAL},  {1, -1},
               {1, 1.001e300},   {1, -4.9e-324}, {2, 1}};
    (void)state;
    for (size_t b = 0; b < COUNT(bad); b++)
        for (size_t i = 0; i < COUNT(defects); i++) {
            call c;
            if (defects[i].takes & ~(bad[b].which == 2 ? SCRATCH : 0))
                continue;
            make_valid(&c, LONGEST);
            assert_int_equal(run_parameter(&c, bad[b].which, bad[b].value), MINRISK_E_PARAM);
            break_call(&c, &defects[i], LONGEST);
            assert_int_equal(run_parameter(&c, bad[b].which, bad[b].value),
                             first_status(defects[i].status, MINRISK_E_PARAM));
            assert_true(is_pattern(c.output, sizeof c.output));
        }
}

/* What follows from the data and a parameter together is told after the data. */
static void results_that_do_not_exist(void **state)
{
    static const double two[] = {1, 2}, far[] = {1e300, 1e-300}, three[] = {4, 2, 0};
    static const double orders[] = {0, -1, -0.0};
    double out = 7;
    size_t core = 7;
    (void)state;
    for (size_t i = 0; i < COUNT(orders); i++)
        assert_int_equal(minrisk_generalised_entropy(two, 2, 3, orders[i], &out), MINRISK_E_PARAM);
    assert_int_equal(minrisk_generalised_entropy(two, 2, 3, 5e-324, &out), MINRISK_E_PARAM);
    assert_int_equal(minrisk_generalised_entropy(two, 2, 0, 1e6, &out), MINRISK_E_PARAM);
    assert_int_equal(minrisk_generalised_entropy(two, 2, 0, -1e6, &out), MINRISK_E_PARAM);
    assert_int_equal(minrisk_generalised_entropy(two, 2, 0, 1e300, &out), MINRISK_E_PARAM);
    assert_int_equal(minrisk_generalised_entropy(two, 2, 0, -1e300, &out), MINRISK_E_PARAM);
    assert_int_equal(minrisk_generalised_entropy(far, 2, 0, -2, &out), MINRISK_E_PARAM);
    assert_int_equal(minrisk_linda(three, 3, 3, NULL, 0, &out), MINRISK_E_PARAM);
    assert_int_equal(minrisk_linda(far, 2, 2, NULL, 0, &out), MINRISK_E_PARAM);
    assert_int_equal(minrisk_linda_core(far, 2, NULL, 0, &core, &out), MINRISK_E_PARAM);
    assert_int_equal(minrisk_linda_core(two, 2, NULL, 0, NULL, &out), MINRISK_E_NULL);
    assert_double(out, 7.0);
    assert_int_equal(core, 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refused_in_order_with_nothing_written),
        cmocka_unit_test(accepted_with_inputs_unchanged),
        cmocka_unit_test(few_suppliers_need_no_scratch),
        cmocka_unit_test(accepted_at_the_ends_of_the_domain),
        cmocka_unit_test(parameters_come_before_the_data),
        cmocka_unit_test(results_that_do_not_exist),
    };
    return cmocka_run_group_tests_name("contract_measures", tests, NULL, NULL);
}
