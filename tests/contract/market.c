/* SPDX-License-Identifier: MIT */
/* The contract of the functions of a market: concentration.h, ranking.h and partial.h. */
#include "contract/defects.h"

#include <float.h>

enum { LONGEST = 5 };

typedef struct call {
    double storage[LONGEST];
    const double *quantity;
    size_t n, k;
    double residual;
    size_t suppliers;
    double cap;
    size_t market_size, a, b;
    double order;
    double weights[LONGEST];
    const double *weight;
    double output[LONGEST];
    size_t index;
    double *out;
    size_t *out_index;
} call;

enum {
    TAKES_K = 1,
    TAKES_RESIDUAL = 2,
    GIVES_INDEX = 4,
    TAKES_SIZE = 8,
    TAKES_PAIR = 16,
    TAKES_ORDER = 32,
    TAKES_WEIGHT = 64,
    TAKES_WEIGHT_ABOVE_0 = 128
};

static minrisk_status run_hhi(const call *c)
{
    return minrisk_hhi(c->quantity, c->n, c->out);
}

/* The nearest float, but for the ends of its range, where it would be no longer what x is. */
static float single_of(double x)
{
    float y = fabs(x) > (double)FLT_MAX && isfinite(x) ? FLT_MAX : (float)x;
    if (y == 0 && fabs(x) > 0)
        y = 1.4e-45F;
    return x < 0 ? -fabsf(y) : y;
}

static minrisk_status run_hhi_f32(const call *c)
{
    float quantity[LONGEST], hhi;
    minrisk_status status;
    for (size_t i = 0; i < LONGEST; i++)
        quantity[i] = single_of(c->storage[i]);
    memcpy(&hhi, c->output, sizeof hhi);
    status =
        minrisk_hhi_f32(c->quantity == NULL ? NULL : quantity, c->n, c->out == NULL ? NULL : &hhi);
    if (c->out != NULL)
        memcpy(c->out, &hhi, sizeof hhi);
    return status;
}

static minrisk_status run_normalised(const call *c)
{
    return minrisk_hhi_normalised(c->quantity, c->n, c->market_size, c->out);
}

static minrisk_status run_merger_delta(const call *c)
{
    return minrisk_merger_delta(c->quantity, c->n, c->a, c->b, c->out);
}

static minrisk_status run_effective(const call *c)
{
    return minrisk_effective_suppliers(c->quantity, c->n, c->out);
}

static minrisk_status run_shares(const call *c)
{
    return minrisk_shares(c->quantity, c->n, c->out);
}

static minrisk_status run_top_share(const call *c)
{
    return minrisk_top_share(c->quantity, c->n, c->k, c->out);
}

static minrisk_status run_leader(const call *c)
{
    return minrisk_leader(c->quantity, c->n, c->out_index, c->out);
}

static minrisk_status run_gini_simpson(const call *c)
{
    return minrisk_gini_simpson(c->quantity, c->n, c->out);
}

static minrisk_status run_shannon_entropy(const call *c)
{
    return minrisk_shannon_entropy(c->quantity, c->n, c->out);
}

static minrisk_status run_evenness(const call *c)
{
    return minrisk_evenness(c->quantity, c->n, c->out);
}

static minrisk_status run_hill_number(const call *c)
{
    return minrisk_hill_number(c->quantity, c->n, c->order, c->out);
}

static minrisk_status run_renyi_entropy(const call *c)
{
    return minrisk_renyi_entropy(c->quantity, c->n, c->order, c->out);
}

static minrisk_status run_tsallis_entropy(const call *c)
{
    return minrisk_tsallis_entropy(c->quantity, c->n, c->order, c->out);
}

static minrisk_status run_hannah_kay(const call *c)
{
    return minrisk_hannah_kay(c->quantity, c->n, c->order, c->out);
}

static minrisk_status run_theil(const call *c)
{
    return minrisk_theil(c->quantity, c->n, c->market_size, c->out);
}

static minrisk_status run_weighted_hhi(const call *c)
{
    return minrisk_weighted_hhi(c->quantity, c->weight, c->n, c->out);
}

static minrisk_status run_weighted_mean(const call *c)
{
    return minrisk_weighted_mean(c->quantity, c->weight, c->n, c->out);
}

static minrisk_status run_bounds(const call *c)
{
    minrisk_interval hhi;
    minrisk_status status;
    memcpy(&hhi, c->output, sizeof hhi);
    status = minrisk_hhi_bounds(c->quantity, c->n, c->residual, c->suppliers, c->cap,
                                c->out == NULL ? NULL : &hhi);
    if (c->out != NULL)
        memcpy(c->out, &hhi, sizeof hhi);
    return status;
}

static minrisk_status run_profile(const call *c)
{
    minrisk_market_profile profile;
    minrisk_status status = minrisk_profile(c->quantity, c->n, c->out == NULL ? NULL : &profile);
    if (status == MINRISK_OK)
        c->out[0] = profile.hhi;
    return status;
}

static const struct {
    const char *name;
    minrisk_status (*run)(const call *);
    int takes;
    int writes_all; /* an output for every quantity */
} functions[] = {
    {"minrisk_hhi", run_hhi, 0, 0},
    {"minrisk_hhi_f32", run_hhi_f32, 0, 0},
    {"minrisk_hhi_normalised", run_normalised, TAKES_SIZE, 0},
    {"minrisk_merger_delta", run_merger_delta, TAKES_PAIR, 0},
    {"minrisk_effective_suppliers", run_effective, 0, 0},
    {"minrisk_shares", run_shares, 0, 1},
    {"minrisk_top_share", run_top_share, TAKES_K, 0},
    {"minrisk_leader", run_leader, GIVES_INDEX, 0},
    {"minrisk_gini_simpson", run_gini_simpson, 0, 0},
    {"minrisk_shannon_entropy", run_shannon_entropy, 0, 0},
    {"minrisk_evenness", run_evenness, 0, 0},
    {"minrisk_hill_number", run_hill_number, TAKES_ORDER, 0},
    {"minrisk_renyi_entropy", run_renyi_entropy, TAKES_ORDER, 0},
    {"minrisk_tsallis_entropy", run_tsallis_entropy, TAKES_ORDER, 0},
    {"minrisk_hannah_kay", run_hannah_kay, TAKES_ORDER, 0},
    {"minrisk_profile", run_profile, 0, 0},
    {"minrisk_theil", run_theil, TAKES_SIZE, 0},
    {"minrisk_weighted_hhi", run_weighted_hhi, TAKES_WEIGHT | TAKES_WEIGHT_ABOVE_0, 0},
    {"minrisk_weighted_mean", run_weighted_mean, TAKES_WEIGHT, 0},
    {"minrisk_hhi_bounds", run_bounds, TAKES_RESIDUAL, 0},
};

enum target {
    ALL_ZERO,
    QUANTITY,
    ELEMENT,
    N,
    K,
    RESIDUAL,
    CAP,
    A,
    B,
    ORDER,
    WEIGHT,
    WEIGHT_ELEMENT,
    OUT,
    OUT_INDEX
};
enum place { FIRST, MIDDLE, LAST };

typedef struct defect {
    enum target target;
    double value;
    enum place place;
    minrisk_status status;
    int takes; /* only for functions that take this */
} defect;

#define BAD_ELEMENT(value, place)                                                                  \
    {                                                                                              \
        ELEMENT, value, place, MINRISK_E_DATA, 0                                                   \
    }

/* All zeros comes first, since a defect that is made later overwrites an earlier one. */
static const defect defects[] = {
    {ALL_ZERO, 0, FIRST, MINRISK_E_NO_SUPPLY, 0},
    {QUANTITY, 0, FIRST, MINRISK_E_NULL, 0},
    {OUT, 0, FIRST, MINRISK_E_NULL, 0},
    {OUT_INDEX, 0, FIRST, MINRISK_E_NULL, GIVES_INDEX},
    {N, 0, FIRST, MINRISK_E_SIZE, 0},
    {K, 0, FIRST, MINRISK_E_SIZE, TAKES_K},
    {RESIDUAL, -1, FIRST, MINRISK_E_PARAM, TAKES_RESIDUAL},
    {RESIDUAL, -4.9e-324, FIRST, MINRISK_E_PARAM, TAKES_RESIDUAL},
    {RESIDUAL, HUGE_VAL, FIRST, MINRISK_E_PARAM, TAKES_RESIDUAL},
    {RESIDUAL, (double)NAN, FIRST, MINRISK_E_PARAM, TAKES_RESIDUAL},
    {CAP, -1, FIRST, MINRISK_E_PARAM, TAKES_RESIDUAL},
    {CAP, HUGE_VAL, FIRST, MINRISK_E_PARAM, TAKES_RESIDUAL},
    {CAP, -HUGE_VAL, FIRST, MINRISK_E_PARAM, TAKES_RESIDUAL},
    {CAP, (double)NAN, FIRST, MINRISK_E_PARAM, TAKES_RESIDUAL},
    {A, 0, FIRST, MINRISK_E_PARAM, TAKES_PAIR},
    {A, (double)(SIZE_MAX / 2), FIRST, MINRISK_E_PARAM, TAKES_PAIR},
    {B, 0, FIRST, MINRISK_E_PARAM, TAKES_PAIR},
    {B, (double)(SIZE_MAX / 2), FIRST, MINRISK_E_PARAM, TAKES_PAIR},
    {ORDER, -1, FIRST, MINRISK_E_PARAM, TAKES_ORDER},
    {ORDER, -4.9e-324, FIRST, MINRISK_E_PARAM, TAKES_ORDER},
    {ORDER, -HUGE_VAL, FIRST, MINRISK_E_PARAM, TAKES_ORDER},
    {ORDER, (double)NAN, FIRST, MINRISK_E_PARAM, TAKES_ORDER},
    {WEIGHT, 0, FIRST, MINRISK_E_NULL, TAKES_WEIGHT},
    {WEIGHT_ELEMENT, HUGE_VAL, FIRST, MINRISK_E_DATA, TAKES_WEIGHT},
    {WEIGHT_ELEMENT, -HUGE_VAL, MIDDLE, MINRISK_E_DATA, TAKES_WEIGHT},
    {WEIGHT_ELEMENT, (double)NAN, LAST, MINRISK_E_DATA, TAKES_WEIGHT},
    {WEIGHT_ELEMENT, -4.9e-324, LAST, MINRISK_E_DATA, TAKES_WEIGHT_ABOVE_0},
    {WEIGHT_ELEMENT, -1, FIRST, MINRISK_E_DATA, TAKES_WEIGHT_ABOVE_0},
    BAD_ELEMENT(-1, FIRST),
    BAD_ELEMENT(-1, MIDDLE),
    BAD_ELEMENT(-1, LAST),
    BAD_ELEMENT(-4.9e-324, FIRST),
    BAD_ELEMENT(-4.9e-324, LAST),
    BAD_ELEMENT(HUGE_VAL, FIRST),
    BAD_ELEMENT(HUGE_VAL, MIDDLE),
    BAD_ELEMENT(HUGE_VAL, LAST),
    BAD_ELEMENT(-HUGE_VAL, FIRST),
    BAD_ELEMENT(-HUGE_VAL, LAST),
    BAD_ELEMENT((double)NAN, FIRST),
    BAD_ELEMENT((double)NAN, MIDDLE),
    BAD_ELEMENT((double)NAN, LAST),
};

static void make_valid(call *c, size_t n)
{
    static const double quantity[LONGEST] = {3, -0.0, 5e-324, 0, 2};
    memcpy(c->storage, quantity, sizeof quantity);
    c->quantity = c->storage;
    c->n = n;
    c->k = 2;
    c->residual = 1;
    c->suppliers = MINRISK_UNKNOWN_COUNT;
    c->cap = MINRISK_NO_CAP;
    c->market_size = LONGEST;
    c->a = n - 1;
    c->b = 0;
    c->order = 1.5;
    for (size_t i = 0; i < LONGEST; i++)
        c->weights[i] = (double)i;
    c->weight = c->weights;
    fill_pattern(c->output, sizeof c->output);
    fill_pattern(&c->index, sizeof c->index);
    c->out = c->output;
    c->out_index = &c->index;
}

static void zero_all(call *c)
{
    for (size_t i = 0; i < LONGEST; i++)
        c->storage[i] = i % 2 == 0 ? 0.0 : -0.0;
    c->residual = 0;
}

static void break_call(call *c, const defect *d, size_t n)
{
    const size_t places[] = {0, n / 2, n - 1};
    switch (d->target) {
    case ALL_ZERO:
        zero_all(c);
        break;
    case QUANTITY:
        c->quantity = NULL;
        break;
    case ELEMENT:
        c->storage[places[d->place]] = d->value;
        break;
    case N:
        c->n = 0;
        break;
    case K:
        c->k = 0;
        break;
    case RESIDUAL:
        c->residual = d->value;
        break;
    case CAP:
        c->cap = d->value;
        break;
    case A:
        c->a = n + (size_t)d->value;
        break;
    case B:
        c->b = n + (size_t)d->value;
        break;
    case ORDER:
        c->order = d->value;
        break;
    case WEIGHT:
        c->weight = NULL;
        break;
    case WEIGHT_ELEMENT:
        c->weights[places[d->place]] = d->value;
        break;
    case OUT:
        c->out = NULL;
        break;
    case OUT_INDEX:
        c->out_index = NULL;
        break;
    }
}

static void assert_refused(size_t f, call *c, minrisk_status expected)
{
    call before;
    memcpy(&before, c, sizeof before);
    assert_case(functions[f].run(c), expected, functions[f].name);
    assert_case(is_pattern(c->output, sizeof c->output), 1, functions[f].name);
    assert_case(is_pattern(&c->index, sizeof c->index), 1, functions[f].name);
    assert_memory_equal(c->storage, before.storage, sizeof before.storage);
}

static void break_in_every_two_ways(size_t f, size_t n)
{
    for (size_t i = 0; i < COUNT(defects); i++)
        for (size_t j = i; j < COUNT(defects); j++) {
            call c;
            if ((defects[i].takes | defects[j].takes) & ~functions[f].takes)
                continue;
            make_valid(&c, n);
            break_call(&c, &defects[i], n);
            break_call(&c, &defects[j], n);
            assert_refused(f, &c, first_status(defects[i].status, defects[j].status));
        }
}

/* A market of one has nobody to merge. */
static size_t least_length(size_t f)
{
    return functions[f].takes & TAKES_PAIR ? 2 : 1;
}

static void refused_in_order_with_nothing_written(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++)
        for (size_t n = least_length(f); n <= LONGEST; n++)
            break_in_every_two_ways(f, n);
}

static void accepted_with_inputs_unchanged(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++)
        for (size_t n = least_length(f); n <= LONGEST; n++) {
            call c, before;
            size_t outputs = functions[f].writes_all ? n : functions[f].run == run_bounds ? 2 : 1;
            make_valid(&c, n);
            memcpy(&before, &c, sizeof c);
            assert_case(functions[f].run(&c), MINRISK_OK, functions[f].name);
            assert_memory_equal(c.storage, before.storage, sizeof c.storage);
            for (size_t i = 0; i < outputs; i++)
                assert_case(is_pattern(&c.output[i], sizeof(double)), 0, functions[f].name);
            assert_case(is_pattern(&c.output[outputs], (LONGEST - outputs) * sizeof(double)), 1,
                        functions[f].name);
            assert_case(is_pattern(&c.index, sizeof c.index), !(functions[f].takes & GIVES_INDEX),
                        functions[f].name);
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
                zero_all(&c);
                c.storage[at] = ends[e];
                assert_case(functions[f].run(&c), MINRISK_OK, functions[f].name);
            }
}

static void shares_in_place_are_untouched_on_error(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(defects); i++) {
        call c, before;
        if (defects[i].takes != 0 || defects[i].target == OUT)
            continue;
        make_valid(&c, LONGEST);
        break_call(&c, &defects[i], LONGEST);
        memcpy(&before, &c, sizeof c);
        assert_int_equal(minrisk_shares(c.quantity, c.n, c.storage), defects[i].status);
        assert_memory_equal(c.storage, before.storage, sizeof c.storage);
    }
}

typedef struct relation {
    minrisk_status (*run)(const call *);
    void (*breaks)(call *c); /* the relation */
    int takes;
} relation;

static void lower_the_caps(call *c)
{
    c->residual = 3;
    c->suppliers = 2;
    c->cap = 1;
}

static void shrink_the_market(call *c)
{
    c->market_size = 2; /* of three positives */
}

static void merge_with_itself(call *c)
{
    c->a = c->b;
}

/* How a scalar relates to the data, or to another, is checked after the data; it is refused as a
 * parameter all the same. Where all is zero a market can be of any size. */
static void assert_relation_in_order(size_t f, const relation *r)
{
    for (size_t i = 0; i < COUNT(defects); i++) {
        call c;
        minrisk_status expected = first_status(defects[i].status, MINRISK_E_PARAM);
        if ((defects[i].takes & ~r->takes) ||
            (defects[i].target == ALL_ZERO && r->run != run_merger_delta))
            continue;
        make_valid(&c, LONGEST);
        r->breaks(&c);
        assert_refused(f, &c, MINRISK_E_PARAM);
        break_call(&c, &defects[i], LONGEST);
        if (defects[i].status == MINRISK_E_DATA)
            expected = MINRISK_E_DATA;
        assert_refused(f, &c, expected);
    }
}

static void relations_after_the_data(void **state)
{
    static const relation relations[] = {
        {run_bounds, lower_the_caps, TAKES_RESIDUAL},
        {run_normalised, shrink_the_market, TAKES_SIZE},
        {run_theil, shrink_the_market, TAKES_SIZE},
        {run_merger_delta, merge_with_itself, TAKES_PAIR},
    };
    (void)state;
    for (size_t r = 0; r < COUNT(relations); r++)
        for (size_t f = 0; f < COUNT(functions); f++)
            if (functions[f].run == relations[r].run)
                assert_relation_in_order(f, &relations[r]);
}

/* Any size of a market is one, down to as many as have a quantity. */
static void market_sizes(void **state)
{
    (void)state;
    for (size_t size = 0; size < 8; size++) {
        call c;
        make_valid(&c, LONGEST);
        c.market_size = size;
        assert_int_equal(run_normalised(&c), size == 0 || size >= 3 ? MINRISK_OK : MINRISK_E_PARAM);
        assert_int_equal(run_theil(&c), run_normalised(&c));
        zero_all(&c);
        assert_int_equal(run_normalised(&c), MINRISK_E_NO_SUPPLY);
        assert_int_equal(run_theil(&c), MINRISK_E_NO_SUPPLY);
        c.market_size = SIZE_MAX - size;
        assert_int_equal(run_normalised(&c), MINRISK_E_NO_SUPPLY);
    }
}

static void nobody_to_merge_with(void **state)
{
    call c;
    (void)state;
    make_valid(&c, 1);
    assert_int_equal(run_merger_delta(&c), MINRISK_E_PARAM);
}

/* Every order in [0, infinity] is one, and so is -0.0; a weight is asked for where a supplier has
 * no supply too, and a mean takes those below 0. */
static void orders_and_weights(void **state)
{
    static const double orders[] = {0, -0.0, 5e-324, 1, 2, 1.7976931348623157e308, HUGE_VAL};
    call c;
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++)
        for (size_t i = 0; i < COUNT(orders); i++) {
            make_valid(&c, LONGEST);
            c.order = orders[i];
            assert_case(functions[f].run(&c), MINRISK_OK, functions[f].name);
        }
    make_valid(&c, LONGEST);
    c.weights[0] = -1.7976931348623157e308;
    assert_int_equal(run_weighted_mean(&c), MINRISK_OK);
    c.weights[0] = -0.0;
    assert_int_equal(run_weighted_hhi(&c), MINRISK_OK);
    c.weights[3] = not_a_number();
    assert_int_equal(run_weighted_hhi(&c), MINRISK_E_DATA);
}

static void a_profile_is_untouched_on_error(void **state)
{
    static const double bad[] = {1, -1}, none[] = {0, -0.0};
    minrisk_market_profile profile;
    (void)state;
    fill_pattern(&profile, sizeof profile);
    assert_int_equal(minrisk_profile(bad, 2, &profile), MINRISK_E_DATA);
    assert_int_equal(minrisk_profile(none, 2, &profile), MINRISK_E_NO_SUPPLY);
    assert_int_equal(minrisk_profile(bad, 0, &profile), MINRISK_E_SIZE);
    assert_true(is_pattern(&profile, sizeof profile));
}

static minrisk_status classify_untouched(double hhi, int32_t guideline)
{
    int32_t level = 77;
    minrisk_status status = minrisk_classify(hhi, guideline, &level);
    assert_int_equal(level == 77, status != MINRISK_OK);
    return status;
}

static void classes(void **state)
{
    static const int32_t unknown[] = {0, 1, 1982, 1991, 2024, -1992, INT32_MAX, INT32_MIN};
    const double outside[] = {not_a_number(), infinity(), -infinity(), -1,
                              -smallest(),    next_up(1), 2,           10000};
    (void)state;
    for (size_t i = 0; i < COUNT(unknown); i++) {
        assert_int_equal(classify_untouched(.2, unknown[i]), MINRISK_E_PARAM);
        assert_int_equal(minrisk_classify(.2, unknown[i], NULL), MINRISK_E_NULL);
    }
    for (size_t i = 0; i < COUNT(outside); i++) {
        assert_int_equal(classify_untouched(outside[i], MINRISK_GUIDELINE_2023), MINRISK_E_PARAM);
        assert_int_equal(minrisk_classify(outside[i], MINRISK_GUIDELINE_2010, NULL),
                         MINRISK_E_NULL);
    }
    assert_int_equal(minrisk_classify(.2, MINRISK_GUIDELINE_1992, NULL), MINRISK_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refused_in_order_with_nothing_written),
        cmocka_unit_test(accepted_with_inputs_unchanged),
        cmocka_unit_test(accepted_at_the_ends_of_the_domain),
        cmocka_unit_test(shares_in_place_are_untouched_on_error),
        cmocka_unit_test(relations_after_the_data),
        cmocka_unit_test(market_sizes),
        cmocka_unit_test(nobody_to_merge_with),
        cmocka_unit_test(orders_and_weights),
        cmocka_unit_test(a_profile_is_untouched_on_error),
        cmocka_unit_test(classes),
    };
    return cmocka_run_group_tests_name("contract_market", tests, NULL, NULL);
}
