/* SPDX-License-Identifier: MIT */
/* The known answers of Random123 (Salmon, Moraes, Dror and Shaw 2011; tests/kat_vectors, Threefry
 * 4x32 with 20 rounds), and a batch against single blocks. */
#include "random.h"

#include "support/check.h"

typedef struct answer {
    uint32_t key[4], counter[4], word[4];
} answer;

static const answer answers[] = {
    {{0, 0, 0, 0}, {0, 0, 0, 0}, {0x9c6ca96a, 0xe17eae66, 0xfc10ecd4, 0x5256a7d8}},
    {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
     {0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
     {0x2a881696, 0x57012287, 0xf6c7446e, 0xa16a6732}},
    {{0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89},
     {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
     {0x59cd1dbb, 0xb8879579, 0x86b5d00c, 0xac8b6d84}},
};

static void known_answers(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(answers); i++) {
        uint32_t word[4];
        minrisk_random_block(answers[i].key, answers[i].counter, word);
        assert_memory_equal(word, answers[i].word, sizeof word);
    }
}

/* Trials whose number passes 32 bits within the batch, and 64. */
static void batches(void **state)
{
    static const uint64_t trials[] = {0, 5, 0xfffffffdu, 0x1fffffffbu, UINT64_MAX - 2};
    const uint64_t seed = 0x0123456789abcdefu;
    const uint32_t key[4] = {0x89abcdefu, 0x01234567u, 0, 0};
    (void)state;
    for (size_t t = 0; t < COUNT(trials); t++) {
        uint32_t batch[4][MINRISK_BATCH];
        minrisk_random_batch(seed, trials[t], 77, minrisk_random_last(MINRISK_DRAW_SLIP, 3), batch);
        for (uint64_t i = 0; i < MINRISK_BATCH; i++) {
            uint64_t trial = trials[t] + i;
            const uint32_t counter[4] = {(uint32_t)trial, (uint32_t)(trial >> 32), 77, 0x04000003};
            uint32_t word[4];
            minrisk_random_block(key, counter, word);
            for (int w = 0; w < 4; w++)
                assert_int_equal(batch[w][i], word[w]);
        }
    }
}

/* The carry within a batch is that of both. */
static void pairs(void **state)
{
    static const uint64_t trials[] = {0, 0xfffffffdu, UINT64_MAX - 2};
    static const uint32_t entity[][2] = {{0, 1}, {UINT32_MAX, 0}, {77, 77}, {12, 3}};
    static const uint32_t last[][2] = {{0, 0}, {1, 1u << 24}, {5u << 24 | 1, 2}, {3, 3}};
    (void)state;
    for (size_t t = 0; t < COUNT(trials); t++)
        for (size_t e = 0; e < COUNT(entity); e++) {
            uint32_t pair[2][4][MINRISK_BATCH], one[4][MINRISK_BATCH];
            minrisk_random_pair(42, trials[t], entity[e], last[e], pair);
            for (size_t i = 0; i < 2; i++) {
                minrisk_random_batch(42, trials[t], entity[e][i], last[e][i], one);
                assert_memory_equal(pair[i], one, sizeof one);
            }
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(known_answers), cmocka_unit_test(batches),
                                       cmocka_unit_test(pairs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
