/* SPDX-License-Identifier: MIT */
/* The contract of stream.h: the order of the checks, and states and outputs untouched on error. */
#include "contract/defects.h"

typedef struct call {
    minrisk_stream state, other;
    minrisk_stream *stream;
    const minrisk_stream *from;
    double before, after, residual, several[3];
    const double *quantity;
    double out[1];
    minrisk_interval ends[1];
    uint64_t count[1];
    uint8_t saved[MINRISK_STREAM_SAVED];
    double *value;
    minrisk_interval *interval;
    uint64_t *suppliers;
    uint8_t *bytes;
    size_t size, saved_size;
} call;

static minrisk_status run_init(call *c)
{
    return minrisk_stream_init(c->stream, c->size);
}

static minrisk_status run_add(call *c)
{
    return minrisk_stream_add(c->stream, c->before);
}

static minrisk_status run_add_all(call *c)
{
    return minrisk_stream_add_all(c->stream, c->quantity, 3);
}

static minrisk_status run_remove(call *c)
{
    return minrisk_stream_remove(c->stream, c->before);
}

static minrisk_status run_replace(call *c)
{
    return minrisk_stream_replace(c->stream, c->before, c->after);
}

static minrisk_status run_merge(call *c)
{
    return minrisk_stream_merge(c->stream, c->from);
}

static minrisk_status run_hhi(call *c)
{
    return minrisk_stream_hhi(c->stream, c->value);
}

static minrisk_status run_bounds(call *c)
{
    return minrisk_stream_hhi_bounds(c->stream, c->residual, c->interval);
}

static minrisk_status run_effective(call *c)
{
    return minrisk_stream_effective(c->stream, c->value);
}

static minrisk_status run_suppliers(call *c)
{
    return minrisk_stream_suppliers(c->stream, c->suppliers);
}

static minrisk_status run_total(call *c)
{
    return minrisk_stream_total(c->stream, c->value);
}

static minrisk_status run_save(call *c)
{
    return minrisk_stream_save(c->stream, c->bytes, c->saved_size);
}

static minrisk_status run_load(call *c)
{
    return minrisk_stream_load(c->stream, c->size, c->bytes, c->saved_size);
}

enum takes {
    TAKES_STATE = 1,
    TAKES_FROM = 2,
    TAKES_BEFORE = 4,
    TAKES_AFTER = 8,
    TAKES_VALUE = 16,
    TAKES_SUPPLIERS = 32,
    TAKES_BYTES = 64,
    TAKES_SIZE = 128,
    TAKES_SAVED_SIZE = 256,
    NEEDS_SUPPLY = 512,
    TAKES_SAVED = 1024,
    TAKES_RESIDUAL = 2048,
    TAKES_INTERVAL = 4096,
    TAKES_SEVERAL = 8192
};

static const struct {
    const char *name;
    minrisk_status (*run)(call *);
    int takes;
} functions[] = {
    {"minrisk_stream_init", run_init, TAKES_SIZE},
    {"minrisk_stream_add", run_add, TAKES_STATE | TAKES_BEFORE},
    {"minrisk_stream_add_all", run_add_all, TAKES_STATE | TAKES_SEVERAL},
    {"minrisk_stream_remove", run_remove, TAKES_STATE | TAKES_BEFORE},
    {"minrisk_stream_replace", run_replace, TAKES_STATE | TAKES_BEFORE | TAKES_AFTER},
    {"minrisk_stream_merge", run_merge, TAKES_STATE | TAKES_FROM},
    {"minrisk_stream_hhi", run_hhi, TAKES_STATE | TAKES_VALUE | NEEDS_SUPPLY},
    {"minrisk_stream_hhi_bounds", run_bounds, TAKES_STATE | TAKES_RESIDUAL | TAKES_INTERVAL},
    {"minrisk_stream_effective", run_effective, TAKES_STATE | TAKES_VALUE | NEEDS_SUPPLY},
    {"minrisk_stream_suppliers", run_suppliers, TAKES_STATE | TAKES_SUPPLIERS},
    {"minrisk_stream_total", run_total, TAKES_STATE | TAKES_VALUE},
    {"minrisk_stream_save", run_save, TAKES_STATE | TAKES_BYTES | TAKES_SAVED_SIZE},
    {"minrisk_stream_load", run_load, TAKES_BYTES | TAKES_SIZE | TAKES_SAVED_SIZE | TAKES_SAVED},
};

static void make_valid(call *c)
{
    memset(c, 0, sizeof *c);
    assert_int_equal(minrisk_stream_init(&c->state, sizeof c->state), MINRISK_OK);
    c->other = c->state;
    assert_int_equal(minrisk_stream_add(&c->state, 2), MINRISK_OK);
    assert_int_equal(minrisk_stream_add(&c->state, 3), MINRISK_OK);
    assert_int_equal(minrisk_stream_add(&c->other, 7), MINRISK_OK);
    assert_int_equal(minrisk_stream_save(&c->other, c->saved, sizeof c->saved), MINRISK_OK);
    c->stream = &c->state;
    c->from = &c->other;
    c->before = 2;
    c->after = 4;
    c->size = sizeof c->state;
    c->saved_size = sizeof c->saved;
    c->residual = 1;
    c->several[1] = 5;
    c->several[2] = 1;
    c->quantity = c->several;
    c->value = c->out;
    c->interval = c->ends;
    c->suppliers = c->count;
    c->bytes = c->saved;
}

static void empty(call *c)
{
    assert_int_equal(minrisk_stream_init(&c->state, sizeof c->state), MINRISK_OK);
}

static void no_stream(call *c)
{
    c->stream = NULL;
}

static void no_from(call *c)
{
    c->from = NULL;
}

static void no_value(call *c)
{
    c->value = NULL;
}

static void no_quantity(call *c)
{
    c->quantity = NULL;
}

static void no_interval(call *c)
{
    c->interval = NULL;
}

static void no_suppliers(call *c)
{
    c->suppliers = NULL;
}

static void no_bytes(call *c)
{
    c->bytes = NULL;
}

static void not_initialised(call *c)
{
    memset(&c->state, PATTERN, sizeof c->state);
}

static void another_form(call *c)
{
    c->state.form++;
}

static void too_many_suppliers(call *c)
{
    c->state.suppliers = UINT64_MAX;
}

static void too_few_suppliers(call *c)
{
    c->state.suppliers = 1;
}

static void no_supplier_at_all(call *c)
{
    c->state.suppliers = 0;
}

static void total_too_small(call *c)
{
    c->state.total[c->state.total_span.to - 1] = 1;
}

static void squares_too_small(call *c)
{
    c->state.squares[c->state.squares_span.to - 1] = 1;
}

static void squares_far_too_small(call *c)
{
    memset(c->state.squares, 0, sizeof c->state.squares);
    c->state.squares_span.from = 0;
    c->state.squares_span.to = 1;
    c->state.squares[0] = 1;
}

static void total_is_gone(call *c)
{
    c->state.total_span.from = c->state.total_span.to = 0;
    memset(c->state.total, 0, sizeof c->state.total);
}

static void squares_are_gone(call *c)
{
    c->state.squares_span.from = c->state.squares_span.to = 0;
    memset(c->state.squares, 0, sizeof c->state.squares);
}

static void empty_span_elsewhere(call *c)
{
    c->state.total_span.from = c->state.total_span.to;
}

static void span_turned_round(call *c)
{
    c->state.squares_span.from = c->state.squares_span.to + 1;
}

static void total_span_too_long(call *c)
{
    c->state.total_span.to = 69;
    c->state.total[68] = 1;
}

/* One supplier of 2^(2175 - 1074), which no double is: T^2 = Q, but in more limbs than can be. */
static void squares_span_too_long(call *c)
{
    memset(&c->state.total, 0, sizeof c->state.total);
    memset(&c->state.squares, 0, sizeof c->state.squares);
    c->state.suppliers = 1;
    c->state.total_span.from = 67;
    c->state.total_span.to = 68;
    c->state.total[67] = (uint32_t)1 << 31;
    c->state.squares_span.from = 135;
    c->state.squares_span.to = 136;
    c->state.squares[135] = (uint32_t)1 << 30;
}

static void span_out_of_bounds(call *c)
{
    c->state.total_span.to = UINT32_MAX;
}

static void zero_below(call *c)
{
    c->state.total[--c->state.total_span.from] = 0;
}

static void zero_above(call *c)
{
    c->state.squares[c->state.squares_span.to++] = 0;
}

static void other_is_no_state(call *c)
{
    c->other.suppliers++;
    c->other.squares[c->other.squares_span.from]++;
}

static void size_too_small(call *c)
{
    c->size--;
}

static void size_too_large(call *c)
{
    c->size++;
}

static void saved_too_small(call *c)
{
    c->saved_size--;
}

static void saved_too_large(call *c)
{
    c->saved_size++;
}

static void saved_of_another_form(call *c)
{
    c->saved[3]++;
}

static void saved_with_a_wrong_bit(call *c)
{
    c->saved[700] ^= 4;
}

static void saved_is_nothing(call *c)
{
    memset(c->saved, 0, sizeof c->saved);
}

static void before_is_negative(call *c)
{
    c->before = -2;
}

static void before_is_not_a_number(call *c)
{
    c->before = not_a_number();
}

static void before_is_infinite(call *c)
{
    c->before = infinity();
}

static void one_is_negative(call *c)
{
    c->several[2] = -smallest();
}

static void one_is_not_a_number(call *c)
{
    c->several[0] = not_a_number();
}

static void one_is_infinite(call *c)
{
    c->several[1] = infinity();
}

static void residual_is_negative(call *c)
{
    c->residual = -smallest();
}

static void residual_is_not_a_number(call *c)
{
    c->residual = not_a_number();
}

static void residual_is_infinite(call *c)
{
    c->residual = infinity();
}

static void after_is_negative(call *c)
{
    c->after = -smallest();
}

static void after_is_not_a_number(call *c)
{
    c->after = not_a_number();
}

static const struct {
    void (*make)(call *);
    minrisk_status status;
    int takes;
} defects[] = {
    {empty, MINRISK_E_NO_SUPPLY, NEEDS_SUPPLY},
    {no_stream, MINRISK_E_NULL, 0},
    {no_from, MINRISK_E_NULL, TAKES_FROM},
    {no_value, MINRISK_E_NULL, TAKES_VALUE},
    {no_quantity, MINRISK_E_NULL, TAKES_SEVERAL},
    {no_interval, MINRISK_E_NULL, TAKES_INTERVAL},
    {no_suppliers, MINRISK_E_NULL, TAKES_SUPPLIERS},
    {no_bytes, MINRISK_E_NULL, TAKES_BYTES},
    {not_initialised, MINRISK_E_STATE, TAKES_STATE},
    {another_form, MINRISK_E_STATE, TAKES_STATE},
    {too_many_suppliers, MINRISK_E_STATE, TAKES_STATE},
    {too_few_suppliers, MINRISK_E_STATE, TAKES_STATE},
    {no_supplier_at_all, MINRISK_E_STATE, TAKES_STATE},
    {total_too_small, MINRISK_E_STATE, TAKES_STATE},
    {squares_too_small, MINRISK_E_STATE, TAKES_STATE},
    {squares_far_too_small, MINRISK_E_STATE, TAKES_STATE},
    {total_is_gone, MINRISK_E_STATE, TAKES_STATE},
    {squares_are_gone, MINRISK_E_STATE, TAKES_STATE},
    {empty_span_elsewhere, MINRISK_E_STATE, TAKES_STATE},
    {span_turned_round, MINRISK_E_STATE, TAKES_STATE},
    {total_span_too_long, MINRISK_E_STATE, TAKES_STATE},
    {squares_span_too_long, MINRISK_E_STATE, TAKES_STATE},
    {span_out_of_bounds, MINRISK_E_STATE, TAKES_STATE},
    {zero_below, MINRISK_E_STATE, TAKES_STATE},
    {zero_above, MINRISK_E_STATE, TAKES_STATE},
    {other_is_no_state, MINRISK_E_STATE, TAKES_FROM},
    {saved_of_another_form, MINRISK_E_STATE, TAKES_SAVED},
    {saved_with_a_wrong_bit, MINRISK_E_STATE, TAKES_SAVED},
    {saved_is_nothing, MINRISK_E_STATE, TAKES_SAVED},
    {size_too_small, MINRISK_E_SIZE, TAKES_SIZE},
    {size_too_large, MINRISK_E_SIZE, TAKES_SIZE},
    {saved_too_small, MINRISK_E_SIZE, TAKES_SAVED_SIZE},
    {saved_too_large, MINRISK_E_SIZE, TAKES_SAVED},
    {residual_is_negative, MINRISK_E_PARAM, TAKES_RESIDUAL},
    {residual_is_not_a_number, MINRISK_E_PARAM, TAKES_RESIDUAL},
    {residual_is_infinite, MINRISK_E_PARAM, TAKES_RESIDUAL},
    {one_is_negative, MINRISK_E_DATA, TAKES_SEVERAL},
    {one_is_not_a_number, MINRISK_E_DATA, TAKES_SEVERAL},
    {one_is_infinite, MINRISK_E_DATA, TAKES_SEVERAL},
    {before_is_negative, MINRISK_E_DATA, TAKES_BEFORE},
    {before_is_not_a_number, MINRISK_E_DATA, TAKES_BEFORE},
    {before_is_infinite, MINRISK_E_DATA, TAKES_BEFORE},
    {after_is_negative, MINRISK_E_DATA, TAKES_AFTER},
    {after_is_not_a_number, MINRISK_E_DATA, TAKES_AFTER},
};

static int applies(size_t f, size_t d)
{
    return defects[d].takes == 0 || (functions[f].takes & defects[d].takes) != 0;
}

/* An empty state has no limbs to be wrong. */
static int is_mended(size_t a, size_t b)
{
    return defects[a].make == empty && defects[b].status == MINRISK_E_STATE &&
           defects[b].make != not_initialised && defects[b].make != another_form;
}

/* A saved form of the wrong size cannot be read, so there the sizes come before the state. */
static minrisk_status first_of(size_t f, minrisk_status a, minrisk_status b)
{
    if ((functions[f].takes & TAKES_SAVED) && a != MINRISK_E_NULL && b != MINRISK_E_NULL &&
        (a == MINRISK_E_SIZE || b == MINRISK_E_SIZE))
        return MINRISK_E_SIZE;
    return first_status(a, b);
}

static void assert_refused(size_t f, call *c, minrisk_status status)
{
    static call before;
    fill_pattern(c->out, sizeof c->out);
    fill_pattern(c->ends, sizeof c->ends);
    fill_pattern(c->count, sizeof c->count);
    memcpy(&before, c, sizeof *c);
    assert_case(functions[f].run(c), status, functions[f].name);
    assert_memory_equal(c, &before, sizeof *c);
}

static void refused_in_order_with_nothing_written(void **state)
{
    static call c;
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++)
        for (size_t a = 0; a < COUNT(defects); a++)
            for (size_t b = a; b < COUNT(defects); b++) {
                if (!applies(f, a) || !applies(f, b) || is_mended(a, b))
                    continue;
                make_valid(&c);
                defects[a].make(&c);
                if (defects[a].status != defects[b].status)
                    defects[b].make(&c);
                assert_refused(f, &c, first_of(f, defects[a].status, defects[b].status));
            }
}

static void accepted_with_inputs_unchanged(void **state)
{
    static call c, before;
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++) {
        make_valid(&c);
        fill_pattern(c.out, sizeof c.out);
        fill_pattern(c.ends, sizeof c.ends);
        fill_pattern(c.count, sizeof c.count);
        memcpy(&before, &c, sizeof c);
        assert_case(functions[f].run(&c), MINRISK_OK, functions[f].name);
        assert_memory_equal(&c.other, &before.other, sizeof c.other);
        if (functions[f].takes & (TAKES_VALUE | TAKES_INTERVAL | TAKES_SUPPLIERS | TAKES_BYTES))
            assert_int_equal(memcmp(&c.state, &before.state, sizeof c.state) == 0,
                             !(functions[f].takes & TAKES_SAVED));
        assert_case(is_pattern(c.out, sizeof c.out), !(functions[f].takes & TAKES_VALUE),
                    functions[f].name);
        assert_case(is_pattern(c.ends, sizeof c.ends), !(functions[f].takes & TAKES_INTERVAL),
                    functions[f].name);
        assert_case(is_pattern(c.count, sizeof c.count), !(functions[f].takes & TAKES_SUPPLIERS),
                    functions[f].name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refused_in_order_with_nothing_written),
        cmocka_unit_test(accepted_with_inputs_unchanged),
    };
    return cmocka_run_group_tests_name("contract_stream", tests, NULL, NULL);
}
