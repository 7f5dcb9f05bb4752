/* SPDX-License-Identifier: MIT */
/* The HHI of a market whose quantities are each known to lie in an interval: the largest and the
 * least over a box. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/uncertain.h"

#include "exact.h"

/* With M = Q / T, HHI rises with a quantity above M and falls with one below. So at the low end of
 * HHI the quantities lie as near as they may to one level c = M, and at the high end as far. */
enum pull { TOGETHER, APART };

/* (low + high) / 2 > level, exactly. */
static int is_middle_above(double low, double high, double level)
{
    minrisk_sum ends, twice;

    if (minrisk_rank_key(high) <= minrisk_rank_key(level)) {
        return 0;
    }
    memset(&ends, 0, sizeof ends);
    memset(&twice, 0, sizeof twice);
    minrisk_sum_add(&ends, low);
    minrisk_sum_add(&ends, high);
    minrisk_sum_add(&twice, level);
    minrisk_sum_add(&twice, level);
    return minrisk_sum_compare(&ends, &twice) > 0;
}

static double place(double low, double high, double level, enum pull pull)
{
    if (pull == APART) {
        return is_middle_above(low, high, level) ? high : low;
    }
    if (minrisk_rank_key(level) < minrisk_rank_key(low)) {
        return low;
    }
    return minrisk_rank_key(level) > minrisk_rank_key(high) ? high : level;
}

/* Total and squares of the quantities at their places. */
static void place_all(const double *low, const double *high, size_t n, double level, enum pull pull,
                      minrisk_sum *total, minrisk_products *squares)
{
    size_t i;

    memset(total, 0, sizeof *total);
    memset(squares, 0, sizeof *squares);
    for (i = 0; i < n; i++) {
        double x = place(low[i], high[i], level, pull);
        minrisk_sum_add(total, x);
        minrisk_products_add(squares, x, x);
    }
}

/* The least double c above 0 with c T >= Q at the places that c gives, by bisection over the bits
 * of doubles. For either pull c T - Q changes its sign once, and is not negative at the top: as a
 * sum of x (c - x), its terms rise with c under TOGETHER; under APART it has the sign of the slope
 * in c of the bound of limit_of, which falls and then rises. */
static double find_level(const double *low, const double *high, size_t n, double top,
                         enum pull pull)
{
    uint64_t below = 0, above = minrisk_rank_key(top);
    minrisk_sum total;
    minrisk_products squares;
    uint32_t limb[3];
    minrisk_quotient q;

    q.d2 = minrisk_natural_one();
    q.unit = 0;
    while (above - below > 1) {
        uint64_t middle = below + (above - below) / 2;
        double level = minrisk_double_of(middle);
        place_all(low, high, n, level, pull, &total, &squares);
        q.n1 = minrisk_natural_of_quantity(level, limb);
        q.n2 = minrisk_natural_of_sum(&total);
        q.d1 = minrisk_natural_of_products(&squares);
        if (minrisk_quotient_compare_one(&q) >= 0) {
            above = middle;
        } else {
            below = middle;
        }
    }
    return minrisk_double_of(above);
}

/* The least HHI. Of the quantities, k are free to take the level c, which lies at or just below the
 * double that is given; the others stand at an end, with total A and squares B. Then c = B / A and
 *
 *     H = (B + k c^2) / (A + k c)^2 = B / (A^2 + k B),
 *
 * or 1 / k where all are free, whatever they share. */
static double flattest_index(const double *low, const double *high, size_t n, double level)
{
    minrisk_sum total;
    minrisk_products squares, whole;
    minrisk_natural a;
    minrisk_quotient q;
    uint64_t is_free = 0;
    size_t i;

    memset(&total, 0, sizeof total);
    memset(&squares, 0, sizeof squares);
    for (i = 0; i < n; i++) {
        int is_below = minrisk_rank_key(high[i]) < minrisk_rank_key(level);
        double x = is_below ? high[i] : low[i];
        if (!is_below && minrisk_rank_key(low[i]) < minrisk_rank_key(level)) {
            is_free++;
        } else {
            minrisk_sum_add(&total, x);
            minrisk_products_add(&squares, x, x);
        }
    }
    a = minrisk_natural_of_sum(&total);
    if (a.length == 0) {
        squares.limb[0] = 1;
    }
    memcpy(&whole, &squares, sizeof whole);
    minrisk_limbs_scale(whole.limb, MINRISK_PRODUCT_LIMBS, is_free);
    minrisk_limbs_add_product(whole.limb, MINRISK_PRODUCT_LIMBS, &a, &a, 0);
    q.n1 = minrisk_natural_of_products(&squares);
    q.d1 = minrisk_natural_of_products(&whole);
    q.n2 = q.d2 = minrisk_natural_one();
    q.unit = 0;
    return minrisk_quotient_round(&q, MINRISK_DOWN);
}

/* A vertex of the box: each pair holds the end where its quantity stands and then the other one. */
typedef struct vertex {
    minrisk_sum total;
    minrisk_products squares;
    double level;
    double best; /* the largest HHI met, rounded up */
} vertex;

/* To the other end and, called again, back. */
static void flip(vertex *v, double *pair)
{
    double from = pair[0];

    pair[0] = pair[1];
    pair[1] = from;
    minrisk_sum_add(&v->total, pair[0]);
    minrisk_sum_subtract(&v->total, from);
    minrisk_products_add(&v->squares, pair[0], pair[0]);
    minrisk_products_subtract(&v->squares, from, from);
}

static void note_index(vertex *v)
{
    double index = minrisk_squares_ratio(&v->squares, &v->total, MINRISK_UP);

    if (minrisk_rank_key(index) > minrisk_rank_key(v->best)) {
        v->best = index;
    }
}

/* With v = 2 c T - Q > 0, HHI is at most c^2 / v, since (c T - v)^2 >= 0; here rounded up. Under
 * APART each quantity stands where it adds least to v = sum of x (2 c - x), so that at the start
 * this bounds the whole box; and as each flip adds to v, it bounds what more flips may reach. */
static double limit_of(const vertex *v)
{
    minrisk_products rest;
    minrisk_natural total = minrisk_natural_of_sum(&v->total);
    uint32_t limb[3];
    minrisk_quotient q;

    q.n1 = q.n2 = minrisk_natural_of_quantity(v->level, limb);
    memset(&rest, 0, sizeof rest);
    minrisk_limbs_add_product(rest.limb, MINRISK_PRODUCT_LIMBS, &q.n1, &total, 0);
    minrisk_limbs_add_product(rest.limb, MINRISK_PRODUCT_LIMBS, &q.n1, &total, 0);
    q.d1 = minrisk_natural_of_products(&v->squares);
    q.d2 = minrisk_natural_one();
    minrisk_limbs_add_product(rest.limb, MINRISK_PRODUCT_LIMBS, &q.d1, &q.d2, 1);
    q.d1 = minrisk_natural_of_products(&rest);
    q.unit = 0;
    return minrisk_quotient_round(&q, MINRISK_UP);
}

/* Flips a quantity if a larger HHI may be met with it at its other end. */
static int try_flip(vertex *v, double *pair)
{
    double limit;

    flip(v, pair);
    limit = limit_of(v);
    if (minrisk_rank_key(limit) <= minrisk_rank_key(v->best)) {
        flip(v, pair);
        return 0;
    }
    note_index(v);
    return 1;
}

static void swap_pairs(double *a, double *b)
{
    double kept[2];

    memcpy(kept, a, sizeof kept);
    memcpy(a, b, sizeof kept);
    memcpy(b, kept, sizeof kept);
}

/* Moves the pairs that alone may lead to a larger HHI to the front, in their order; what a flip
 * rules out by itself it rules out together with others. Returns their number. */
static size_t gather(vertex *v, double *pair, size_t n)
{
    size_t kept = 0;
    size_t i;

    for (i = 0; i < n; i++) {
        if (minrisk_rank_key(pair[2 * i]) != minrisk_rank_key(pair[2 * i + 1]) &&
            try_flip(v, &pair[2 * i])) {
            flip(v, &pair[2 * i]);
            swap_pairs(&pair[2 * kept], &pair[2 * i]);
            kept++;
        }
    }
    return kept;
}

/* Whether the quantity stands nearer to the level than it could. */
static int is_flipped(const vertex *v, const double *pair)
{
    int falls = minrisk_rank_key(pair[0]) < minrisk_rank_key(pair[1]);
    double low = falls ? pair[0] : pair[1];
    double high = falls ? pair[1] : pair[0];

    return is_middle_above(low, high, v->level) == falls;
}

static int same_pair(const double *a, const double *b)
{
    return minrisk_bits_of(&a[0]) == minrisk_bits_of(&b[0]) &&
           minrisk_bits_of(&a[1]) == minrisk_bits_of(&b[1]);
}

/* Depth first through the sets of flipped quantities, each set once, in the order of the pairs. Of
 * equal pairs only the first may be flipped first. Returns whether all sets were seen or ruled out;
 * 2^14 trials are enough for any 14 quantities. */
enum { MOST_TRIALS = 1 << 14 };

static int search(vertex *v, double *pair, size_t n)
{
    size_t trials = 0;
    size_t i = 0;

    for (;;) {
        if (i < n) {
            if (trials++ == MOST_TRIALS) {
                return 0;
            }
            if (i == 0 || !same_pair(&pair[2 * i - 2], &pair[2 * i])) {
                try_flip(v, &pair[2 * i]);
            }
        } else {
            do {
                if (i == 0) {
                    return 1;
                }
                i--;
            } while (!is_flipped(v, &pair[2 * i]));
            flip(v, &pair[2 * i]);
        }
        i++;
    }
}

static int precedes(const double *a, const double *b)
{
    uint64_t low = minrisk_rank_key(a[0]), other_low = minrisk_rank_key(b[0]);
    return low < other_low || (low == other_low && minrisk_rank_key(a[1]) < minrisk_rank_key(b[1]));
}

/* Heapsort (Williams 1964): by the low ends, and by the high ones where these are equal. */
static void sort_pairs(double *pair, size_t n)
{
    size_t heap = n / 2, end = n;

    while (end > 1) {
        size_t root, child;
        if (heap > 0) {
            heap--;
        } else {
            end--;
            swap_pairs(&pair[0], &pair[2 * end]);
        }
        for (root = heap; root < end / 2; root = child) {
            child = 2 * root + 1;
            if (child + 1 < end && precedes(&pair[2 * child], &pair[2 * child + 2])) {
                child++;
            }
            if (!precedes(&pair[2 * root], &pair[2 * child])) {
                break;
            }
            swap_pairs(&pair[2 * root], &pair[2 * child]);
        }
    }
}

/* The largest HHI or, where the search gives up, a bound on it. Where no interval lies inside
 * another, the i-th low and the i-th high end belong together in the order of either. Then some
 * vertex with the largest HHI has its low ends before its high ones: with x_i = high_i and
 * x_j = low_j, i before j, exchange the two values, which the intervals allow; HHI stays. Then move
 * both outward to their ends: low_j < M < high_i, or the vertex were not the largest, so HHI does
 * not fall at first, and as it is quasi-convex it does not fall later. */
static double fullest_index(const double *low, const double *high, size_t n, double top,
                            double *pair, int *is_sharp)
{
    int is_ordered = 1;
    double limit;
    vertex v;
    size_t i;

    memset(&v, 0, sizeof v);
    for (i = 0; i < n; i++) {
        pair[2 * i] = minrisk_double_of(minrisk_rank_key(low[i]));
        pair[2 * i + 1] = minrisk_double_of(minrisk_rank_key(high[i]));
        minrisk_sum_add(&v.total, low[i]);
        minrisk_products_add(&v.squares, low[i], low[i]);
    }
    sort_pairs(pair, n);
    for (i = 1; i < n; i++) {
        is_ordered &= minrisk_rank_key(pair[2 * i - 1]) <= minrisk_rank_key(pair[2 * i + 1]);
    }
    if (is_ordered) {
        note_index(&v);
        for (i = n; i-- > 0;) {
            flip(&v, &pair[2 * i]);
            note_index(&v);
        }
        return v.best;
    }
    v.level = find_level(low, high, n, top, APART);
    for (i = 0; i < n; i++) {
        if (is_middle_above(pair[2 * i], pair[2 * i + 1], v.level)) {
            flip(&v, &pair[2 * i]);
        }
    }
    note_index(&v);
    limit = limit_of(&v);
    *is_sharp = search(&v, pair, gather(&v, pair, n));
    return *is_sharp ? v.best : minrisk_rank_key(limit) < minrisk_rank_key(1.0) ? limit : 1.0;
}

minrisk_status minrisk_hhi_interval(const double *low, const double *high, size_t n,
                                    double *scratch, size_t scratch_len, minrisk_interval *hhi,
                                    int32_t *high_is_sharp)
{
    double top = 0.0;
    size_t certain = 0; /* suppliers of which some supply is known */
    int is_sharp = 1;
    size_t i;

    if (!low || !high || !scratch || !hhi || !high_is_sharp) {
        return MINRISK_E_NULL;
    }
    if (n == 0 || scratch_len / 2 < n) {
        return MINRISK_E_SIZE;
    }
    for (i = 0; i < n; i++) {
        if (!minrisk_is_quantity(low[i]) || !minrisk_is_quantity(high[i]) ||
            minrisk_rank_key(low[i]) > minrisk_rank_key(high[i])) {
            return MINRISK_E_DATA;
        }
        top = minrisk_rank_key(high[i]) > minrisk_rank_key(top) ? high[i] : top;
        certain += !minrisk_is_zero(low[i]);
    }
    if (minrisk_is_zero(top)) {
        return MINRISK_E_NO_SUPPLY;
    }

    hhi->low = flattest_index(low, high, n, find_level(low, high, n, top, TOGETHER));
    hhi->high = certain < 2 ? 1.0 : fullest_index(low, high, n, top, scratch, &is_sharp);
    *high_is_sharp = is_sharp;
    return MINRISK_OK;
}

#endif
