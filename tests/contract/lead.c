/* SPDX-License-Identifier: MIT */
/* The contract of lead.h: every shape takes numbers and a table, and refuses in the same order. */
#include "contract/defects.h"

enum { LENGTH = 5, NUMBERS = 3 };
enum shape { UNIFORM, TRIANGULAR, PERT, LOGNORMAL, MEDIAN, WEIBULL, SHAPES };

typedef struct call {
    double number[NUMBERS];
    int32_t table[LENGTH];
    int32_t *table_given;
    size_t length;
} call;

static const double valid[SHAPES][NUMBERS] = {{1, 2, 0},  {1, 2, 4},    {1, 2, 4},
                                              {15, 5, 0}, {15, 0.3, 0}, {1.5, 6, 0}};

static void make_valid(call *c, enum shape shape)
{
    memcpy(c->number, valid[shape], sizeof c->number);
    fill_pattern(c->table, sizeof c->table);
    c->table_given = c->table;
    c->length = LENGTH;
}

static minrisk_status run(enum shape shape, call *c)
{
    const double *x = c->number;
    switch (shape) {
    case UNIFORM:
        return minrisk_lead_uniform(x[0], x[1], c->table_given, c->length);
    case TRIANGULAR:
        return minrisk_lead_triangular(x[0], x[1], x[2], c->table_given, c->length);
    case PERT:
        return minrisk_lead_pert(x[0], x[1], x[2], c->table_given, c->length);
    case LOGNORMAL:
        return minrisk_lead_lognormal(x[0], x[1], c->table_given, c->length);
    case MEDIAN:
        return minrisk_lead_median(x[0], x[1], c->table_given, c->length);
    default:
        return minrisk_lead_weibull(x[0], x[1], c->table_given, c->length);
    }
}

static void assert_refused(enum shape shape, call *c, minrisk_status status)
{
    assert_int_equal(run(shape, c), status);
    assert_true(is_pattern(c->table, sizeof c->table));
}

static void shapes_refuse_numbers(void **state)
{
    static const double bad[] = {(double)NAN, HUGE_VAL, -HUGE_VAL, -1, -4.9e-324, 32767.000001};
    (void)state;
    for (int s = 0; s < SHAPES; s++) {
        enum shape shape = (enum shape)s;
        int numbers = shape == TRIANGULAR || shape == PERT ? 3 : 2;
        for (int i = 0; i < numbers; i++)
            for (size_t b = 0; b < COUNT(bad); b++) {
                call c;
                make_valid(&c, shape);
                c.number[i] = bad[b];
                assert_refused(shape, &c, MINRISK_E_PARAM);
                c.length = LENGTH - 1;
                assert_refused(shape, &c, MINRISK_E_SIZE);
                c.table_given = NULL;
                assert_refused(shape, &c, MINRISK_E_NULL);
            }
    }
}

static void shapes_refuse_what_does_not_fit(void **state)
{
    static const struct {
        enum shape shape;
        double number[NUMBERS];
    } bad[] = {{UNIFORM, {2, 1.9999999, 0}},
               {TRIANGULAR, {3, 2, 4}},
               {TRIANGULAR, {1, 5, 4}},
               {PERT, {3, 2, 4}},
               {PERT, {1, 5, 4}},
               {LOGNORMAL, {1e-5, 1, 0}},
               {MEDIAN, {1e-5, 1, 0}},
               {MEDIAN, {1, 8.001, 0}},
               {WEIBULL, {0.1249, 1, 0}},
               {WEIBULL, {1024.001, 1, 0}},
               {WEIBULL, {0, 1, 0}}};
    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++) {
        call c;
        make_valid(&c, bad[i].shape);
        memcpy(c.number, bad[i].number, sizeof c.number);
        assert_refused(bad[i].shape, &c, MINRISK_E_PARAM);
    }
}

static void shapes_refuse_lengths(void **state)
{
    static const size_t bad[] = {0, 1, 4, 6, 7, 8, 131073, SIZE_MAX};
    (void)state;
    for (int s = 0; s < SHAPES; s++)
        for (size_t i = 0; i < COUNT(bad); i++) {
            call c;
            make_valid(&c, (enum shape)s);
            assert_int_equal(run((enum shape)s, &c), MINRISK_OK);
            make_valid(&c, (enum shape)s);
            c.length = bad[i];
            assert_refused((enum shape)s, &c, MINRISK_E_SIZE);
        }
}

static void observations(void **state)
{
    static const double years[] = {1, 2, 2}, law[] = {0, 0.5, 1};
    static const double bad[] = {(double)NAN, HUGE_VAL, -1, 32767.5};
    int32_t table[LENGTH];
    (void)state;
    fill_pattern(table, sizeof table);
    for (size_t i = 0; i < 3; i++)
        for (size_t b = 0; b < COUNT(bad); b++) {
            double broken[3];
            memcpy(broken, years, sizeof broken);
            broken[i] = bad[b];
            assert_int_equal(minrisk_lead_empirical(NULL, broken, 3, table, LENGTH),
                             MINRISK_E_DATA);
            memcpy(broken, law, sizeof broken);
            broken[i] = bad[b];
            assert_int_equal(minrisk_lead_empirical(broken, years, 3, table, LENGTH),
                             MINRISK_E_DATA);
            assert_int_equal(minrisk_lead_empirical(broken, years, 3, table, 4), MINRISK_E_SIZE);
            assert_int_equal(minrisk_lead_empirical(broken, years, 0, table, LENGTH),
                             MINRISK_E_SIZE);
            assert_int_equal(minrisk_lead_empirical(broken, NULL, 0, table, 4), MINRISK_E_NULL);
            assert_int_equal(minrisk_lead_empirical(broken, years, 0, NULL, 4), MINRISK_E_NULL);
        }
    assert_int_equal(minrisk_lead_empirical(NULL, law + 1, 2, table, LENGTH), MINRISK_OK);
    fill_pattern(table, sizeof table);
    {
        static const double descends[] = {2, 1.9999999999999998, 3};
        assert_int_equal(minrisk_lead_empirical(NULL, descends, 3, table, LENGTH), MINRISK_E_DATA);
    }
    assert_true(is_pattern(table, sizeof table));
}

static void ranges(void **state)
{
    static const int32_t from[] = {65536, 131072, 655360};
    static const double bad[] = {(double)NAN, HUGE_VAL, -HUGE_VAL, -3, 32768};
    int32_t table[LENGTH];
    (void)state;
    fill_pattern(table, sizeof table);
    for (size_t b = 0; b < COUNT(bad); b++) {
        assert_int_equal(minrisk_lead_given(from, 3, bad[b], 9, 0, table, LENGTH), MINRISK_E_PARAM);
        assert_int_equal(minrisk_lead_given(from, 3, 2, bad[b], 0, table, LENGTH), MINRISK_E_PARAM);
        assert_int_equal(minrisk_lead_given(from, 3, 2, 9, bad[b], table, LENGTH), MINRISK_E_PARAM);
        assert_int_equal(minrisk_lead_given(from, 3, bad[b], 9, 0, table, 4), MINRISK_E_SIZE);
        assert_int_equal(minrisk_lead_given(from, 2, 0, 1, 0, table, 4), MINRISK_E_SIZE);
        assert_int_equal(minrisk_lead_given(from, 1, 0, 1, 0, table, LENGTH), MINRISK_E_SIZE);
        assert_int_equal(minrisk_lead_given(NULL, 1, bad[b], 1, 0, table, 4), MINRISK_E_NULL);
        assert_int_equal(minrisk_lead_given(from, 1, bad[b], 1, 0, NULL, 4), MINRISK_E_NULL);
    }
    assert_int_equal(minrisk_lead_given(from, 3, 5, 4.9, 0, table, LENGTH), MINRISK_E_PARAM);
    assert_true(is_pattern(table, sizeof table));
}

static void broken_tables(void **state)
{
    static const int32_t good[] = {0, 1, 2};
    static const int32_t broken[][3] = {{-1, 0, 1}, {0, 2, 1}, {3, 2, 4}, {0, 1, 2147483647}};
    int32_t table[LENGTH];
    (void)state;
    fill_pattern(table, sizeof table);
    for (size_t i = 0; i < COUNT(broken); i++) {
        assert_int_equal(minrisk_lead_given(broken[i], 3, 0, 9, 0, table, LENGTH), MINRISK_E_DATA);
        assert_int_equal(minrisk_lead_given(broken[i], 3, -1, 9, 0, table, LENGTH),
                         MINRISK_E_PARAM);
        assert_int_equal(minrisk_lead_sum(broken[i], 3, good, 3, table, LENGTH), MINRISK_E_DATA);
        assert_int_equal(minrisk_lead_sum(good, 3, broken[i], 3, table, LENGTH), MINRISK_E_DATA);
        assert_int_equal(minrisk_lead_sum(broken[i], 4, good, 3, table, LENGTH), MINRISK_E_SIZE);
        assert_int_equal(minrisk_lead_sum(broken[i], 3, good, 4, table, LENGTH), MINRISK_E_SIZE);
        assert_int_equal(minrisk_lead_sum(broken[i], 3, good, 3, table, 4), MINRISK_E_SIZE);
        assert_int_equal(minrisk_lead_sum(NULL, 3, good, 3, table, 4), MINRISK_E_NULL);
        assert_int_equal(minrisk_lead_sum(good, 3, NULL, 3, table, 4), MINRISK_E_NULL);
        assert_int_equal(minrisk_lead_sum(good, 3, good, 3, NULL, 4), MINRISK_E_NULL);
    }
    assert_true(is_pattern(table, sizeof table));
    assert_int_equal(minrisk_lead_sum(good, 3, good, 3, table, LENGTH), MINRISK_OK);
    assert_int_equal(minrisk_lead_given(good, 3, 0, 9, 0, table, LENGTH), MINRISK_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_refuse_numbers),
        cmocka_unit_test(shapes_refuse_what_does_not_fit),
        cmocka_unit_test(shapes_refuse_lengths),
        cmocka_unit_test(observations),
        cmocka_unit_test(ranges),
        cmocka_unit_test(broken_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
