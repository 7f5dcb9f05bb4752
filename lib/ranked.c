/* SPDX-License-Identifier: MIT */
/* Sums over suppliers by rank: see ranked.h.
 *
 * The sum of j x_(j) is the sum of the running totals from the smallest supplier up, since the j-th
 * largest is in the last j of them. In a block of at most 512, every x is split at `unit`, 2^-44 of
 * a power of two above the block's largest, into h, a whole number of units, and l = x - h, both
 * exact, |l| <= unit / 2. Running totals of h, and their sum, are integers of at most 2^44 (1 + 2 +
 * ... + 512) < 2^62: exact. Those of l are rounded. With u = 2^-53:
 *
 *     sum l              512 additions at values of up to 2^8 units:              2^17 u unit
 *     its running sums   the errors of the totals, 1 to 512 times 2^8 u unit, and
 *                        512 additions at values of up to 2^16.01 units:          2^26.1 u unit
 *
 * beside a largest x of at least 2^43 units: 2^-16.9 u. Joining k blocks in pairs costs another
 * (3 k + 2) u^2 in the total and (9 k + 16) u^2 in the other sum: for a block 8 for the product, 3
 * for its own sum and 6 for the two additions, and what the total brings along. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "ranked.h"

#if MINRISK_HAS_FAST

enum { BLOCK = 512, PLACES = 44, LARGEST_EXPONENT = 400 };

/* What a block adds up to, in units and beside them. */
typedef struct block_sums {
    uint64_t places;         /* sum of h */
    uint64_t running_places; /* sum of the running totals of h */
    double low;
    double running_low;
} block_sums;

static inline void take(block_sums *s, double x, double shift)
{
    double shifted = x + shift;

    s->places += minrisk_bits_of(&shifted) - minrisk_bits_of(&shift);
    s->running_places += s->places;
    s->low += x - (shifted - shift);
    s->running_low += s->low;
}

/* Two blocks of n quantities side by side, so that their sums need not wait for each other. */
static void sum_blocks(const double *const x[2], size_t n, const double unit[2], block_sums s[2])
{
    const double shift[2] = {MINRISK_SHIFT_UNITS * unit[0], MINRISK_SHIFT_UNITS * unit[1]};
    block_sums a = {0, 0, 0.0, 0.0}, b = {0, 0, 0.0, 0.0};

    while (n-- > 0) {
        take(&a, x[0][n], shift[0]);
        take(&b, x[1][n], shift[1]);
    }
    s[0] = a;
    s[1] = b;
}

/* places * unit + low, for places below 2^63. */
static minrisk_pair pair_of_places(uint64_t places, double unit, double low)
{
    double high = (double)(int64_t)(places >> 32) * 4294967296.0;
    minrisk_pair p = minrisk_quick_two_sum(high, (double)(uint32_t)places);

    p.high *= unit;
    p.low *= unit;
    return minrisk_pair_add(p, minrisk_pair_of(low));
}

/* 2^-PLACES of the power of two above x. */
static double unit_of(double x)
{
    uint64_t exponent = minrisk_bits_of(&x) >> 52;
    return minrisk_double_of((exponent + 1 - PLACES) << 52);
}

static int is_usable(double x)
{
    int exponent = (int)(minrisk_bits_of(&x) >> 52) - 1023;
    return -LARGEST_EXPONENT <= exponent && exponent <= LARGEST_EXPONENT;
}

/* Adds a block of n suppliers that are larger than all so far. */
static void join(minrisk_ranked *sums, size_t n, double unit, const block_sums *s)
{
    minrisk_pair below = minrisk_pair_multiply(sums->total, minrisk_pair_of((double)n));

    sums->ranked = minrisk_pair_add(sums->ranked, below);
    sums->ranked =
        minrisk_pair_add(sums->ranked, pair_of_places(s->running_places, unit, s->running_low));
    sums->total = minrisk_pair_add(sums->total, pair_of_places(s->places, unit, s->low));
}

int minrisk_rank_sums(const minrisk_ordered *market, minrisk_ranked *sums)
{
    const double *x = market->quantity;
    size_t left = market->n;
    double blocks = 0.0;

    if (!minrisk_arithmetic_is_strict() || !is_usable(x[0]) || !is_usable(x[left - 1])) {
        return 0;
    }
    memset(sums, 0, sizeof *sums);
    while (left > 0) {
        size_t n = left < BLOCK ? left : (size_t)BLOCK;
        int pair = left - n >= n;
        const double *const block[2] = {x + left - n, x + left - n - (pair ? n : 0)};
        double unit[2] = {unit_of(block[0][0]), unit_of(block[1][0])};
        block_sums s[2];

        sum_blocks(block, n, unit, s);
        join(sums, n, unit[0], &s[0]);
        left -= n;
        if (pair) {
            join(sums, n, unit[1], &s[1]);
            left -= n;
        }
        blocks += 2.0;
    }
    sums->error = MINRISK_U * (1.52587890625e-5 + (16.0 * blocks + 32.0) * MINRISK_U);
    return 1;
}

#endif

#endif
