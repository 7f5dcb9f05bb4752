/* SPDX-License-Identifier: MIT */
/* The contract of what takes two arrays or works from partial data: change.h, and partial.h but for
 * minrisk_hhi_bounds, which stands with the other functions of one market. */
#include "contract/defects.h"

enum { LONGEST = 5 };

typedef struct call {
    double storage[2][LONGEST];
    const double *first, *second;
    size_t n;
    double residual;
    size_t suppliers;
    double cap;
    int32_t measure;
    double parameter;
    double work[2 * LONGEST];
    double *scratch;
    size_t scratch_len;
    double output[LONGEST];
    int32_t flag;
    void *out;
    int32_t *out_flag;
} call;

enum takes { SECOND = 1, RESIDUAL = 2, SCRATCH = 4, FLAG = 8, MEASURE = 16 };

static minrisk_status run_interval(const call *c)
{
    return minrisk_hhi_interval(c->first, c->second, c->n, c->scratch, c->scratch_len, c->out,
                                c->out_flag);
}

static minrisk_status run_coverage(const call *c)
{
    return minrisk_coverage(c->first, c->n, c->residual, c->out);
}

static minrisk_status run_measure(const call *c)
{
    return minrisk_measure_bounds(c->first, c->n, c->residual, c->suppliers, c->cap, c->measure,
                                  c->parameter, c->scratch, c->scratch_len, c->out);
}

static minrisk_status run_sigma(const call *c)
{
    return minrisk_hhi_sigma(c->first, c->second, c->n, c->out);
}

static minrisk_status run_contributions(const call *c)
{
    return minrisk_hhi_contributions(c->first, c->n, c->out);
}

static minrisk_status run_change(const call *c)
{
    return minrisk_hhi_change(c->first, c->second, c->n, c->out);
}

static minrisk_status run_change_each(const call *c)
{
    return minrisk_hhi_change_each(c->first, c->second, c->n, c->out);
}

static const struct {
    const char *name;
    minrisk_status (*run)(const call *);
    unsigned takes;
    size_t outputs; /* doubles; 0: as many as the input */
} functions[] = {
    {"minrisk_hhi_interval", run_interval, SECOND | SCRATCH | FLAG, 2},
    {"minrisk_coverage", run_coverage, RESIDUAL, 1},
    {"minrisk_measure_bounds", run_measure, RESIDUAL | MEASURE, 2},
    {"minrisk_hhi_sigma", run_sigma, SECOND, 1},
    {"minrisk_hhi_contributions", run_contributions, 0, 0},
    {"minrisk_hhi_change", run_change, SECOND, 4},
    {"minrisk_hhi_change_each", run_change_each, SECOND, 0},
};

/* By number in the list of functions. */
enum { INTERVAL = 0, MEASURE_BOUNDS = 2 };

enum target {
    ALL_ZERO,
    A_RESIDUAL,
    A_CAP,
    A_MEASURE,
    A_PARAMETER,
    NULL_FIRST,
    NULL_SECOND,
    NULL_SCRATCH,
    NULL_OUT,
    NULL_FLAG,
    NONE,
    SHORT,
    ELEMENT,
    OF_SECOND
};

typedef struct defect {
    enum target target;
    double value;
    minrisk_status status;
    unsigned takes; /* only for functions that take this */
} defect;

/* All zeros comes first, since a defect that is made later overwrites an earlier one. */
static const defect defects[] = {
    {ALL_ZERO, 0, MINRISK_E_NO_SUPPLY, 0},
    {NULL_FIRST, 0, MINRISK_E_NULL, 0},
    {NULL_SECOND, 0, MINRISK_E_NULL, SECOND},
    {NULL_SCRATCH, 0, MINRISK_E_NULL, SCRATCH},
    {NULL_OUT, 0, MINRISK_E_NULL, 0},
    {NULL_FLAG, 0, MINRISK_E_NULL, FLAG},
    {NONE, 0, MINRISK_E_SIZE, 0},
    {SHORT, 0, MINRISK_E_SIZE, SCRATCH},
    {A_RESIDUAL, -1, MINRISK_E_PARAM, RESIDUAL},
    {A_RESIDUAL, -4.9e-324, MINRISK_E_PARAM, RESIDUAL},
    {A_RESIDUAL, HUGE_VAL, MINRISK_E_PARAM, RESIDUAL},
    {A_RESIDUAL, (double)NAN, MINRISK_E_PARAM, RESIDUAL},
    {A_CAP, -1, MINRISK_E_PARAM, MEASURE},
    {A_CAP, HUGE_VAL, MINRISK_E_PARAM, MEASURE},
    {A_CAP, (double)NAN, MINRISK_E_PARAM, MEASURE},
    {A_MEASURE, 0, MINRISK_E_PARAM, MEASURE},
    {A_MEASURE, 6, MINRISK_E_PARAM, MEASURE},
    {A_MEASURE, -1, MINRISK_E_PARAM, MEASURE},
    {A_PARAMETER, -1, MINRISK_E_PARAM, MEASURE},
    {A_PARAMETER, -4.9e-324, MINRISK_E_PARAM, MEASURE},
    {A_PARAMETER, (double)NAN, MINRISK_E_PARAM, MEASURE},
    {ELEMENT, -1, MINRISK_E_DATA, 0},
    {ELEMENT, -4.9e-324, MINRISK_E_DATA, 0},
    {ELEMENT, HUGE_VAL, MINRISK_E_DATA, 0},
    {ELEMENT, -HUGE_VAL, MINRISK_E_DATA, 0},
    {ELEMENT, (double)NAN, MINRISK_E_DATA, 0},
    {OF_SECOND, -1, MINRISK_E_DATA, SECOND},
    {OF_SECOND, -4.9e-324, MINRISK_E_DATA, SECOND},
    {OF_SECOND, HUGE_VAL, MINRISK_E_DATA, SECOND},
    {OF_SECOND, -HUGE_VAL, MINRISK_E_DATA, SECOND},
    {OF_SECOND, (double)NAN, MINRISK_E_DATA, SECOND},
};

static void make_valid(call *c, size_t n)
{
    static const double quantity[2][LONGEST] = {{3, -0.0, 5e-324, 0, 2}, {3, 0, 4, -0.0, 2.5}};
    memcpy(c->storage, quantity, sizeof quantity);
    c->first = c->storage[0];
    c->second = c->storage[1];
    c->n = n;
    c->residual = 1;
    c->suppliers = 3;
    c->cap = .5;
    c->measure = MINRISK_MEASURE_HILL;
    c->parameter = 2;
    c->scratch = c->work;
    c->scratch_len = 2 * n;
    fill_pattern(c->work, sizeof c->work);
    fill_pattern(c->output, sizeof c->output);
    fill_pattern(&c->flag, sizeof c->flag);
    c->out = c->output;
    c->out_flag = &c->flag;
}

static void zero_all(call *c)
{
    for (size_t i = 0; i < LONGEST; i++)
        c->storage[0][i] = c->storage[1][i] = i % 2 == 0 ? 0.0 : -0.0;
    c->residual = -0.0;
}

static void break_call(call *c, const defect *d, size_t place)
{
    switch (d->target) {
    case ALL_ZERO:
        zero_all(c);
        break;
    case A_RESIDUAL:
        c->residual = d->value;
        break;
    case A_CAP:
        c->cap = d->value;
        break;
    case A_MEASURE:
        c->measure = (int32_t)d->value;
        break;
    case A_PARAMETER:
        c->parameter = d->value;
        break;
    case NULL_FIRST:
        c->first = NULL;
        break;
    case NULL_SECOND:
        c->second = NULL;
        break;
    case NULL_SCRATCH:
        c->scratch = NULL;
        break;
    case NULL_OUT:
        c->out = NULL;
        break;
    case NULL_FLAG:
        c->out_flag = NULL;
        break;
    case NONE:
        c->n = 0;
        break;
    case SHORT:
        c->scratch_len--;
        break;
    case ELEMENT:
        c->storage[0][place] = d->value;
        break;
    case OF_SECOND:
        c->storage[1][place] = d->value;
        break;
    }
}

static void assert_refused(size_t f, const call *c, minrisk_status expected)
{
    call before;
    memcpy(&before, c, sizeof before);
    assert_case(functions[f].run(c), expected, functions[f].name);
    assert_case(is_pattern(c->output, sizeof c->output), 1, functions[f].name);
    assert_case(is_pattern(&c->flag, sizeof c->flag), 1, functions[f].name);
    assert_memory_equal(c->storage, before.storage, sizeof before.storage);
}

static void break_in_every_two_ways(size_t f, size_t n, size_t place)
{
    for (size_t i = 0; i < COUNT(defects); i++)
        for (size_t j = i; j < COUNT(defects); j++) {
            call c;
            if ((defects[i].takes | defects[j].takes) & ~functions[f].takes)
                continue;
            make_valid(&c, n);
            break_call(&c, &defects[i], place);
            break_call(&c, &defects[j], place);
            assert_refused(f, &c, first_status(defects[i].status, defects[j].status));
        }
}

static void refused_in_order_with_nothing_written(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++)
        for (size_t n = 1; n <= LONGEST; n++)
            for (size_t place = 0; place < n; place++)
                break_in_every_two_ways(f, n, place);
}

static void accepted_with_inputs_unchanged(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++)
        for (size_t n = 1; n <= LONGEST; n++) {
            size_t outputs = functions[f].outputs ? functions[f].outputs : n;
            call c, before;
            make_valid(&c, n);
            memcpy(&before, &c, sizeof c);
            assert_case(functions[f].run(&c), MINRISK_OK, functions[f].name);
            assert_memory_equal(c.storage, before.storage, sizeof c.storage);
            for (size_t i = 0; i < outputs; i++)
                assert_case(is_pattern(&c.output[i], sizeof(double)), 0, functions[f].name);
            assert_case(is_pattern(&c.output[outputs], (LONGEST - outputs) * sizeof(double)), 1,
                        functions[f].name);
            assert_case(is_pattern(&c.flag, sizeof c.flag), !(functions[f].takes & FLAG),
                        functions[f].name);
            assert_case(is_pattern(&c.work[2 * n], (2 * LONGEST - 2 * n) * sizeof(double)), 1,
                        functions[f].name);
        }
}

static void an_interval_the_wrong_way_round(void **state)
{
    (void)state;
    for (size_t n = 1; n <= LONGEST; n++)
        for (size_t place = 0; place < n; place++) {
            call c;
            make_valid(&c, n);
            c.storage[0][place] = next_up(c.storage[1][place] + 0.0);
            assert_refused(INTERVAL, &c, MINRISK_E_DATA);
            c.storage[0][place] = c.storage[1][place];
            assert_int_equal(run_interval(&c), MINRISK_OK);
        }
}

static void assert_accepted(call *c)
{
    assert_int_equal(run_measure(c), MINRISK_OK);
    fill_pattern(c->output, sizeof c->output);
}

static void assert_parameter(int32_t measure, double parameter, minrisk_status expected)
{
    call c;
    make_valid(&c, LONGEST);
    c.measure = measure;
    c.parameter = parameter;
    if (expected != MINRISK_OK)
        assert_refused(MEASURE_BOUNDS, &c, expected);
    else
        assert_accepted(&c);
    c.storage[0][0] = -1;
    assert_refused(MEASURE_BOUNDS, &c, expected == MINRISK_OK ? MINRISK_E_DATA : expected);
}

static void parameters_of_measures(void **state)
{
    static const double not_counts[] = {0,     .5,       1.5,         -1,       4503599627370497.0,
                                        1e300, HUGE_VAL, (double)NAN, 4.9e-324, -HUGE_VAL};
    (void)state;
    for (size_t i = 0; i < COUNT(not_counts); i++) {
        assert_parameter(MINRISK_MEASURE_TOP_SHARE, not_counts[i], MINRISK_E_PARAM);
        assert_parameter(MINRISK_MEASURE_GINI, not_counts[i], MINRISK_E_PARAM);
        assert_parameter(MINRISK_MEASURE_ENTROPY, not_counts[i], MINRISK_OK);
        assert_parameter(MINRISK_MEASURE_HALL_TIDEMAN, not_counts[i], MINRISK_OK);
    }
    assert_parameter(MINRISK_MEASURE_TOP_SHARE, 1, MINRISK_OK);
    assert_parameter(MINRISK_MEASURE_TOP_SHARE, 4503599627370496.0, MINRISK_OK);
    assert_parameter(MINRISK_MEASURE_GINI, 4503599627370496.0, MINRISK_OK);
    assert_parameter(MINRISK_MEASURE_HILL, HUGE_VAL, MINRISK_OK);
    assert_parameter(MINRISK_MEASURE_HILL, -0.0, MINRISK_OK);
    assert_parameter(MINRISK_MEASURE_HILL, -HUGE_VAL, MINRISK_E_PARAM);
}

/* Scratch is asked for above 64 suppliers alone. */
static void scratch_for_many(void **state)
{
    static double many[65], scratch[65];
    minrisk_interval bounds;
    (void)state;
    for (size_t i = 0; i < COUNT(many); i++)
        many[i] = (double)(i + 1);
    assert_int_equal(minrisk_measure_bounds(many, 64, 1, 0, 0, MINRISK_MEASURE_HALL_TIDEMAN, 0,
                                            NULL, 0, &bounds),
                     MINRISK_OK);
    assert_int_equal(minrisk_measure_bounds(many, 65, 1, 0, 0, MINRISK_MEASURE_HALL_TIDEMAN, 0,
                                            NULL, 65, &bounds),
                     MINRISK_E_NULL);
    assert_int_equal(minrisk_measure_bounds(many, 65, -1, 0, 0, MINRISK_MEASURE_HALL_TIDEMAN, 0,
                                            scratch, 64, &bounds),
                     MINRISK_E_SIZE);
    assert_int_equal(minrisk_measure_bounds(many, 65, 1, 0, 0, MINRISK_MEASURE_HALL_TIDEMAN, 0,
                                            scratch, 65, &bounds),
                     MINRISK_OK);
}

/* How a count, a cap, a residual and a size of the market relate is checked after the data. */
static void relations(void **state)
{
    call c;
    (void)state;
    make_valid(&c, LONGEST);
    c.suppliers = 1;
    assert_refused(MEASURE_BOUNDS, &c, MINRISK_E_PARAM);
    c.suppliers = 0;
    assert_accepted(&c);
    c.cap = 5e-324; /* 2^1074 suppliers */
    assert_refused(MEASURE_BOUNDS, &c, MINRISK_E_PARAM);
    c.cap = power_of_two(-63);
    assert_accepted(&c);
    c.cap = power_of_two(-64);
    assert_refused(MEASURE_BOUNDS, &c, MINRISK_E_PARAM);
    /* {3, 5e-324, 2} named and a residual of 1 at .5 each: five suppliers at least */
    make_valid(&c, LONGEST);
    c.measure = MINRISK_MEASURE_GINI;
    c.suppliers = 0;
    for (c.parameter = 1; c.parameter < 5; c.parameter++)
        assert_refused(MEASURE_BOUNDS, &c, MINRISK_E_PARAM);
    assert_accepted(&c);
    c.storage[0][1] = -1;
    c.parameter = 4;
    assert_refused(MEASURE_BOUNDS, &c, MINRISK_E_DATA);
    /* nothing to share: room for those named is enough */
    make_valid(&c, LONGEST);
    c.measure = MINRISK_MEASURE_GINI;
    c.residual = 0;
    c.parameter = 2;
    assert_refused(MEASURE_BOUNDS, &c, MINRISK_E_PARAM);
    c.parameter = 3;
    assert_accepted(&c);
}

/* One market without supply is enough. */
static void a_market_that_came_or_went(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++)
        for (size_t which = 0; which < 2; which++) {
            call c;
            if (functions[f].run != run_change && functions[f].run != run_change_each)
                continue;
            make_valid(&c, LONGEST);
            memset(c.storage[which], 0, sizeof c.storage[which]);
            assert_refused(f, &c, MINRISK_E_NO_SUPPLY);
            c.storage[1 - which][LONGEST - 1] = -1;
            assert_refused(f, &c, MINRISK_E_DATA);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refused_in_order_with_nothing_written),
        cmocka_unit_test(accepted_with_inputs_unchanged),
        cmocka_unit_test(an_interval_the_wrong_way_round),
        cmocka_unit_test(a_market_that_came_or_went),
        cmocka_unit_test(parameters_of_measures),
        cmocka_unit_test(scratch_for_many),
        cmocka_unit_test(relations),
    };
    return cmocka_run_group_tests_name("contract_partial", tests, NULL, NULL);
}
