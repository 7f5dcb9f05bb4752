/* SPDX-License-Identifier: MIT */
/* The contract of batch.h: a call fails whole, with nothing written, only on its own arguments. */
#include "contract/defects.h"

enum { MARKETS = 3, LENGTH = 12 };

typedef struct call {
    double quantity[LENGTH];
    size_t offset[MARKETS + 1];
    double hhi[MARKETS];
    minrisk_status each[MARKETS];
    int null; /* which pointer is NULL, from 1 on */
    size_t length, groups, suppliers, stride;
} call;

static minrisk_status run_groups(call *c)
{
    return minrisk_hhi_groups(c->null == 1 ? NULL : c->quantity, c->length,
                              c->null == 4 ? NULL : c->offset, c->groups,
                              c->null == 2 ? NULL : c->hhi, c->null == 3 ? NULL : c->each);
}

static minrisk_status run_columns(call *c)
{
    return minrisk_hhi_columns(c->null == 1 ? NULL : c->quantity, c->length, c->suppliers,
                               c->groups, c->stride, c->null == 2 ? NULL : c->hhi,
                               c->null == 3 ? NULL : c->each);
}

static void make_valid(call *c)
{
    static const call valid = {
        {3, 1, 2, 5, 5, 1, 0, -0.0, 2, 4, 4, 9}, {0, 4, 4, 12}, {0}, {0}, 0, LENGTH, MARKETS, 3, 4};
    memcpy(c, &valid, sizeof valid);
    fill_pattern(c->hhi, sizeof c->hhi);
    fill_pattern(c->each, sizeof c->each);
}

static void null_1(call *c)
{
    c->null = 1;
}
static void null_2(call *c)
{
    c->null = 2;
}
static void null_3(call *c)
{
    c->null = 3;
}
static void null_4(call *c)
{
    c->null = 4;
}
static void no_groups(call *c)
{
    c->groups = 0;
}
static void endless_groups(call *c)
{
    c->groups = SIZE_MAX;
}
static void descending(call *c)
{
    c->offset[1] = 5;
}
static void descending_last(call *c)
{
    c->offset[3] = 3;
}
static void too_short(call *c)
{
    c->length = 10;
}
static void endless_offset(call *c)
{
    c->offset[3] = SIZE_MAX;
}
static void no_suppliers(call *c)
{
    c->suppliers = 0;
}
static void narrow(call *c)
{
    c->stride = 2;
}
static void no_stride(call *c)
{
    c->stride = 0;
}
static void many_suppliers(call *c)
{
    c->suppliers = SIZE_MAX;
}
static void wide(call *c)
{
    c->stride = SIZE_MAX;
}

/* Products that come out as 0, 8 and 12 where they wrap around. */
static void wrap_to_zero(call *c)
{
    c->suppliers = SIZE_MAX / 2 + 2;
    c->stride = 2 * MARKETS;
}

static void wrap_to_some(call *c)
{
    c->suppliers = SIZE_MAX / 4 + 4;
    c->stride = 4;
}

typedef struct defect {
    void (*make)(call *c);
    minrisk_status status;
    int of_extent; /* depends on more than one argument, of which another defect may change one */
} defect;

static const defect of_groups[] = {
    {null_1, MINRISK_E_NULL, 0},     {null_2, MINRISK_E_NULL, 0},
    {null_3, MINRISK_E_NULL, 0},     {null_4, MINRISK_E_NULL, 0},
    {no_groups, MINRISK_E_SIZE, 0},  {endless_groups, MINRISK_E_SIZE, 0},
    {descending, MINRISK_E_SIZE, 0}, {descending_last, MINRISK_E_SIZE, 0},
    {too_short, MINRISK_E_SIZE, 0},  {endless_offset, MINRISK_E_SIZE, 0},
};

static const defect of_columns[] = {
    {null_1, MINRISK_E_NULL, 0},         {null_2, MINRISK_E_NULL, 0},
    {null_3, MINRISK_E_NULL, 0},         {no_groups, MINRISK_E_SIZE, 0},
    {no_suppliers, MINRISK_E_SIZE, 0},   {narrow, MINRISK_E_PARAM, 0},
    {no_stride, MINRISK_E_PARAM, 0},     {too_short, MINRISK_E_SIZE, 1},
    {many_suppliers, MINRISK_E_SIZE, 1}, {wide, MINRISK_E_SIZE, 1},
    {wrap_to_zero, MINRISK_E_SIZE, 1},   {wrap_to_some, MINRISK_E_SIZE, 1},
    {endless_groups, MINRISK_E_SIZE, 1},
};

static void assert_refused(minrisk_status (*run)(call *), call *c, minrisk_status expected)
{
    call before;
    memcpy(&before, c, sizeof before);
    assert_int_equal(run(c), expected);
    assert_memory_equal(c, &before, sizeof before);
}

static void break_in_every_two_ways(minrisk_status (*run)(call *), const defect *defects, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j <= i; j++) {
            call c;
            if (i != j && defects[i].of_extent && defects[j].status != MINRISK_E_NULL)
                continue;
            make_valid(&c);
            defects[j].make(&c);
            defects[i].make(&c);
            assert_refused(run, &c, first_status(defects[i].status, defects[j].status));
        }
}

static void refused_whole(void **state)
{
    (void)state;
    break_in_every_two_ways(run_groups, of_groups, COUNT(of_groups));
    break_in_every_two_ways(run_columns, of_columns, COUNT(of_columns));
}

static void accepted(void **state)
{
    call c;
    (void)state;
    make_valid(&c);
    c.length = LENGTH;
    assert_int_equal(run_groups(&c), MINRISK_OK);
    assert_int_equal(c.each[0], MINRISK_OK);
    assert_int_equal(c.each[1], MINRISK_E_SIZE);
    assert_int_equal(c.each[2], MINRISK_OK);
    assert_true(is_pattern(&c.hhi[1], sizeof c.hhi[1]));
    make_valid(&c);
    c.length = 2 * 4 + MARKETS; /* just as many as are needed */
    assert_int_equal(run_columns(&c), MINRISK_OK);
    for (size_t g = 0; g < MARKETS; g++)
        assert_int_equal(c.each[g], MINRISK_OK);
    c.length--;
    assert_int_equal(run_columns(&c), MINRISK_E_SIZE);
}

/* One row, or no elements at all, need no product; a market may be the whole array. */
static void ends_of_the_domain(void **state)
{
    call c;
    (void)state;
    make_valid(&c);
    c.suppliers = 1;
    c.stride = SIZE_MAX;
    assert_int_equal(run_columns(&c), MINRISK_OK);
    c.suppliers = LENGTH;
    c.groups = c.stride = 1;
    assert_int_equal(run_columns(&c), MINRISK_OK);
    assert_int_equal(c.each[0], MINRISK_OK);
    memset(c.offset, 0, sizeof c.offset);
    c.length = 0;
    c.groups = MARKETS;
    assert_int_equal(run_groups(&c), MINRISK_OK);
    for (size_t g = 0; g < MARKETS; g++)
        assert_int_equal(c.each[g], MINRISK_E_SIZE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refused_whole),
        cmocka_unit_test(accepted),
        cmocka_unit_test(ends_of_the_domain),
    };
    return cmocka_run_group_tests_name("contract_batch", tests, NULL, NULL);
}
