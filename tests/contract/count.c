/* SPDX-License-Identifier: MIT */
/* The contract of count.h. */
#include "contract/defects.h"

enum { LONGEST = 40 };

typedef struct call {
    const void *quantity;
    size_t n, k;
    uint32_t *out;
} call;

static minrisk_status run_u32(const call *c)
{
    return minrisk_hhi_points_u32(c->quantity, c->n, c->out);
}

static minrisk_status run_u64(const call *c)
{
    return minrisk_hhi_points_u64(c->quantity, c->n, c->out);
}

static minrisk_status run_top(const call *c)
{
    return minrisk_top_points_u32(c->quantity, c->n, c->k, c->out);
}

static const struct {
    const char *name;
    minrisk_status (*run)(const call *);
    int takes_k;
} functions[] = {
    {"minrisk_hhi_points_u32", run_u32, 0},
    {"minrisk_hhi_points_u64", run_u64, 0},
    {"minrisk_top_points_u32", run_top, 1},
};

enum { NO_ARRAY = 1, NO_OUTPUT = 2, NO_N = 4, NO_K = 8, NO_SUPPLY = 16, DEFECTS = 32 };

static minrisk_status expected(unsigned defects, int takes_k)
{
    if (defects & (NO_ARRAY | NO_OUTPUT))
        return MINRISK_E_NULL;
    if (defects & NO_N || (takes_k && defects & NO_K))
        return MINRISK_E_SIZE;
    return defects & NO_SUPPLY ? MINRISK_E_NO_SUPPLY : MINRISK_OK;
}

/* Every set of defects: the status that stands first, and the output and the counts as they were. */
static void refused_in_order_with_nothing_written(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++)
        for (unsigned defects = 0; defects < DEFECTS; defects++)
            for (size_t n = 1; n <= LONGEST; n++) {
                uint64_t storage[LONGEST], before[LONGEST];
                uint32_t output;
                call c = {storage, n, 2, &output};
                minrisk_status status = expected(defects, functions[f].takes_k);
                for (size_t i = 0; i < LONGEST; i++)
                    before[i] = storage[i] = defects & NO_SUPPLY ? 0 : (i + 1) * 0x100000003u;
                fill_pattern(&output, sizeof output);
                c.quantity = defects & NO_ARRAY ? NULL : storage;
                c.out = defects & NO_OUTPUT ? NULL : &output;
                c.n = defects & NO_N ? 0 : n;
                c.k = defects & NO_K ? 0 : 2;
                assert_case(functions[f].run(&c), status, functions[f].name);
                assert_case(is_pattern(&output, sizeof output), status != MINRISK_OK,
                            functions[f].name);
                assert_memory_equal(storage, before, sizeof storage);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refused_in_order_with_nothing_written),
    };
    return cmocka_run_group_tests_name("contract_count", tests, NULL, NULL);
}
