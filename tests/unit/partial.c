/* SPDX-License-Identifier: MIT */
/* Bounds on the HHI of markets with a residual or of intervals, worked out by hand as fractions. */
#include "minrisk.h"
#include "support/check.h"

static minrisk_interval bounds_of(const double *named, size_t n, double residual, size_t suppliers,
                                  double cap)
{
    minrisk_interval hhi = {-1, -1};
    assert_int_equal(minrisk_hhi_bounds(named, n, residual, suppliers, cap, &hhi), MINRISK_OK);
    return hhi;
}

/* The double nearest to each bound is on a known side of it: .21, .24 and .3 are stored too low,
 * so rounding up gives the next double, and 5/9 is stored too high. */
static const struct {
    double named[3];
    size_t n;
    double residual;
    size_t suppliers;
    double cap;
    double low, high;
    int up; /* high is the double above the one given */
} cases[] = {
    /* {4, 2, 1} and 3 others: 21/100 .. 24/100 under the natural cap of 1, 30/100 without one */
    {{4, 2, 1}, 3, 3, MINRISK_UNKNOWN_COUNT, 1, .21, .24, 1},
    {{4, 2, 1}, 3, 3, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, .21, .3, 1},
    {{4, 2, 1}, 3, 3, 3, 1, .24, .24, 1},
    {{4, 2, 1}, 3, 3, 1, MINRISK_NO_CAP, .3, .3, 1},
    {{4, 2, 1}, 3, 3, MINRISK_UNKNOWN_COUNT, 5, .21, .3, 1}, /* a cap above the residual */
    /* dyadic, so low and high are exact: {2, 1} and 1 other: 5/16 .. 6/16 */
    {{2, 1}, 2, 1, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, 5 / 16., 6 / 16., 0},
    {{2, 1}, 2, 1, 4, MINRISK_NO_CAP, 21 / 64., 6 / 16., 0}, /* (5 + 1/4) / 16 */
    {{2, 1}, 2, 1, 2, .75, 11 / 32., 45 / 128., 0},          /* (5 + .5625 + .0625) / 16 */
    /* no residual: the HHI of the named, rounded each way */
    {{1, 1}, 2, 0, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, .5, .5, 0},
    {{1, 1}, 2, -0.0, 7, 1, .5, .5, 0},
    /* nobody named */
    {{0}, 1, 1, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, 0, 1, 0},
    {{0}, 1, 1, MINRISK_UNKNOWN_COUNT, .25, 0, .25, 0},
    {{0}, 1, 1, 4, .25, .25, .25, 0},
    /* the far ends of double */
    {{1e308, 1e308}, 2, 2e307 * 5, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, 2 / 9., 1 / 3., 1},
    {{5e-324}, 1, 5e-324, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, .25, .5, 0},
    {{1e-300}, 1, 1e300, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, 0, 1, 0},
};

static void known_bounds(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        minrisk_interval hhi = bounds_of(cases[i].named, cases[i].n, cases[i].residual,
                                         cases[i].suppliers, cases[i].cap);
        assert_double(hhi.low, cases[i].low);
        assert_double(hhi.high, cases[i].up ? next_up(cases[i].high) : cases[i].high);
    }
}

/* The shares as a source prints them: .21 and .24 lie inside, and nothing much wider. */
static void the_example_in_decimals(void **state)
{
    static const double named[] = {.4, .2, .1};
    minrisk_interval hhi = bounds_of(named, 3, .3, MINRISK_UNKNOWN_COUNT, .1);
    (void)state;
    assert_near(hhi.low, .21, 1e-15);
    assert_near(hhi.high, .24, 1e-15);
}

/* So many suppliers that their part is all but nothing, whatever the width of size_t. */
static void the_largest_count(void **state)
{
    static const double named[] = {2, 1};
    minrisk_interval hhi = bounds_of(named, 2, 1, SIZE_MAX, MINRISK_NO_CAP);
    (void)state;
    assert_true(hhi.low >= 5 / 16. && hhi.low < 5 / 16. + 1e-5);
    assert_double(hhi.high, 6 / 16.);
}

static void without_a_residual_the_ends_enclose_the_index(void **state)
{
    static const double named[] = {1, 2};
    minrisk_interval hhi = bounds_of(named, 2, 0, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP);
    (void)state;
    assert_double(hhi.high, 5 / 9.);
    assert_double(hhi.low, next_down(5 / 9.));
}

/* An HHI of 1e-600 is no double: the low end is 0, the high end the smallest double. */
static void tiny_bounds_stay_outward(void **state)
{
    static const double named[] = {1e-300};
    minrisk_interval hhi = bounds_of(named, 1, 1e300, MINRISK_UNKNOWN_COUNT, 1e-300);
    (void)state;
    assert_double(hhi.low, 0.0);
    assert_double(hhi.high, smallest());
}

static void a_count_that_just_suffices(void **state)
{
    static const double named[] = {4};
    minrisk_interval hhi = {-1, -1};
    (void)state;
    assert_int_equal(minrisk_hhi_bounds(named, 1, 3, 3, 1, &hhi), MINRISK_OK);
    assert_int_equal(minrisk_hhi_bounds(named, 1, 3, 3, next_down(1), &hhi), MINRISK_E_PARAM);
    assert_int_equal(minrisk_hhi_bounds(named, 1, next_up(3), 3, 1, &hhi), MINRISK_E_PARAM);
    assert_int_equal(minrisk_hhi_bounds(named, 1, 3, 2, 1, &hhi), MINRISK_E_PARAM);
    /* as stored, 3 * .1 is more than .3 and 3 * .2 more than .6, though 3 * .3 is less than .9 */
    assert_int_equal(minrisk_hhi_bounds(named, 1, .3, 3, .1, &hhi), MINRISK_OK);
    assert_int_equal(minrisk_hhi_bounds(named, 1, .9, 3, .3, &hhi), MINRISK_E_PARAM);
}

/* --- other measures -------------------------------------------------------------------------- */

static minrisk_interval measure(int32_t which, double parameter, const double *named, size_t n,
                                double residual, size_t suppliers, double cap)
{
    minrisk_interval bounds = {-1, -1};
    assert_int_equal(minrisk_measure_bounds(named, n, residual, suppliers, cap, which, parameter,
                                            NULL, 0, &bounds),
                     MINRISK_OK);
    return bounds;
}

/* A bound that is rational, and how many doubles it may lie outside of it. */
static void assert_bounds(minrisk_interval bounds, double low, double high, uint64_t steps)
{
    assert_true(bounds.low <= low && high <= bounds.high);
    assert_true(bits_of(low) - bits_of(bounds.low) <= steps);
    assert_true(bits_of(bounds.high) - bits_of(high) <= steps);
}

/* {4, 2, 1} and 3 others of at most 1 each: {4, 2, 1, 1, 1, 1}, or parts as small as you like. */
static void measures_by_rank(void **state)
{
    static const double named[] = {1, 4, -0.0, 2};
    const int32_t top = MINRISK_MEASURE_TOP_SHARE, ht = MINRISK_MEASURE_HALL_TIDEMAN;
    const int32_t gini = MINRISK_MEASURE_GINI;
    (void)state;
    assert_bounds(measure(top, 1, named, 4, 3, 0, 1), .4, .4, 1);
    assert_bounds(measure(top, 4, named, 4, 3, 0, 1), .7, .8, 1);
    assert_bounds(measure(top, 5, named, 4, 3, 4, 1), 8.5 / 10, .9, 1); /* .75 twice, or 1 */
    assert_bounds(measure(top, 9, named, 4, 3, 4, 1), 1, 1, 0);
    assert_bounds(measure(top, 2, named, 4, 3, 0, 0), .6, .7, 1); /* {4, 3, 2, 1} */
    assert_bounds(measure(top, 3, named, 4, 8, 2, 0), 12 / 15., 14 / 15., 1);
    assert_bounds(measure(top, 5, named, 4, 3.5, 0, 1), 7 / 10.5, 9 / 10.5, 1);
    /* sum j x = 4 + 4 + 3 + 4 + 5 + 6 */
    assert_bounds(measure(ht, 0, named, 4, 3, 3, 1), 10 / 42., 10 / 42., 1);
    assert_bounds(measure(ht, 0, named, 4, 3, 0, 1), 0, 10 / 42., 1);
    /* a rest of 1/2 after two parts of 1 and 1, all after 4 and 2: 4 + 4 + 3 + 4 + 5 + 3 */
    assert_bounds(measure(ht, 0, named, 4, 2.5, 0, 1), 0, 9.5 / (46 - 9.5), 1);
    /* (7 * 10 - 2 * 26) / 60; ten counted: seven parts of 3/7, 11 + 49 * 3/7 = 32 for 26 */
    assert_bounds(measure(gini, 6, named, 4, 3, 0, 1), .3, .3, 1);
    assert_bounds(measure(gini, 10, named, 4, 3, 0, 1), .46, .58, 1);
    assert_bounds(measure(gini, 3, named, 4, 0, 0, 0), 2 / 7., 2 / 7., 1); /* (28 - 2 * 11) / 21 */
}

static void measures_by_logarithm(void **state)
{
    static const double named[] = {1, 4, -0.0, 2}, one[] = {1}, two_one[] = {2, 1};
    const int32_t hill = MINRISK_MEASURE_HILL, entropy = MINRISK_MEASURE_ENTROPY;
    const double ln_2 = 0.6931471805599453;
    (void)state;
    assert_bounds(measure(hill, 0, named, 4, 3, 5, 1), 6, 8, 0);
    assert_bounds(measure(hill, 0, named, 4, 2.5, 4, 1), 6, 7, 0);
    assert_bounds(measure(hill, infinity(), named, 4, 3, 0, 1), 2.5, 2.5, 0);
    assert_bounds(measure(hill, infinity(), named, 4, 6, 0, 0), 13 / 6., 13 / 4., 1);
    assert_bounds(measure(hill, infinity(), named, 4, 14, 2, 0), 21 / 14., 21 / 7., 1);
    /* HHI of 21/64 and 6/16, as above */
    assert_bounds(measure(hill, 2, two_one, 2, 1, 4, 0), 16 / 6., 64 / 21., 1);
    assert_bounds(measure(entropy, 0, one, 1, 3, 3, 1), 2 * ln_2, 2 * ln_2, 1);
    assert_bounds(measure(entropy, 0, one, 1, 1, 2, 0), ln_2, 1.5 * ln_2, 1);
    assert_bounds(measure(hill, 1, one, 1, 3, 3, 1), 4, 4, 1);
    assert_bounds(measure(hill, .5, one, 1, 3, 3, 1), 4, 4, 1);
    assert_bounds(measure(hill, 1e9, one, 1, 3, 3, 1), 4, 4, 1);
    assert_bounds(measure(hill, 3, one, 1, 0, 0, 0), 1, 1, 1);
    assert_double(measure(hill, 3, one, 1, 0, 0, 0).low, 1.0);
    assert_bounds(measure(entropy, 0, one, 1, 0, 0, 0), 0, power_of_two(-900), 1);
}

/* Parts without end: no bound where each adds to the sum, a limit where all of them add nothing. */
static void measures_of_any_number(void **state)
{
    static const double nobody[] = {0}, one[] = {1};
    const int32_t hill = MINRISK_MEASURE_HILL;
    (void)state;
    assert_double(measure(hill, 0, one, 1, 1, 0, 0).high, infinity());
    assert_double(measure(hill, 1, one, 1, 1e-300, 0, 0).high, infinity());
    assert_double(measure(MINRISK_MEASURE_ENTROPY, 0, one, 1, 1, 0, 0).high, infinity());
    assert_bounds(measure(hill, 2, one, 1, 1, 0, 0), 2, 4, 1); /* (1/2)^2 left of the sum */
    assert_bounds(measure(hill, 2, one, 1, 3, 0, 3), 1.6, 16, 1);
    /* (1/4)^1.001 is left, to the power of -1000: 4^1001 is past the range of double */
    assert_double(measure(hill, 1.001, one, 1, 3, 0, 0).high, infinity());
    /* 4^(q / (q - 1)) is e^698, and e^701.5, which has a double */
    assert_near(measure(hill, 1.00199, one, 1, 3, 0, 0).high, 1.3956264812957201e303, 1e288);
    assert_double(measure(hill, 1.00198, one, 1, 3, 0, 0).high, infinity());
    /* as many as there may be, and the one that is named: a power of two */
    assert_bounds(measure(hill, 0, one, 1, 1, SIZE_MAX, 0), 2, (double)SIZE_MAX + 1, 1);
    /* nothing at all is left of it */
    assert_double(measure(hill, 2, nobody, 1, 1, 0, 0).high, infinity());
    assert_double(measure(hill, infinity(), nobody, 1, 1, 0, 0).high, infinity());
    assert_double(measure(MINRISK_MEASURE_TOP_SHARE, 3, nobody, 1, 1, 0, 0).low, 0.0);
    assert_double(measure(MINRISK_MEASURE_HALL_TIDEMAN, 0, nobody, 1, 1, 0, .5).high, .5);
    assert_bounds(measure(hill, 2, nobody, 1, 1, 4, .25), 4, 4, 1);
    /* no residual, no parts */
    assert_bounds(measure(hill, 1, one, 1, -0.0, 0, 0), 1, 1, 1);
}

/* Two equal parts, each a half but for 2^-67 of the total; and a market of 1e305 and 1e-306. */
static void measures_at_the_far_ends(void **state)
{
    const double speck[] = {power_of_two(-67)}, far[] = {1e305, 1e-306}, huge[] = {1e308, 1e308};
    const double ln_2 = 0.6931471805599453;
    (void)state;
    assert_bounds(measure(MINRISK_MEASURE_ENTROPY, 0, speck, 1, 1, 2, .5), ln_2, ln_2, 2);
    /* 2 within 1.5e-6: the speck counts as e^(-1e-9 * 1,407) */
    assert_near(measure(MINRISK_MEASURE_HILL, 1e-9, far, 2, 0, 0, 0).high, 2 - 1.4e-6, 2e-8);
    assert_double(measure(MINRISK_MEASURE_ENTROPY, 0, far, 2, 0, 0, 0).low, 0.0);
    assert_bounds(measure(MINRISK_MEASURE_HILL, 3, huge, 2, 1e308, 1, 0), 3, 3, 1);
    assert_bounds(measure(MINRISK_MEASURE_HALL_TIDEMAN, 0, huge, 2, 1e308, 1, 0), 1 / 3., 1 / 3.,
                  1);
}

/* --- intervals ------------------------------------------------------------------------------- */

enum { MOST = 600 };

static double scratch[2 * MOST];

static minrisk_interval interval_of(const double *low, const double *high, size_t n, int is_sharp)
{
    minrisk_interval hhi = {-1, -1};
    int32_t sharp = -1;
    assert_int_equal(minrisk_hhi_interval(low, high, n, scratch, 2 * n, &hhi, &sharp), MINRISK_OK);
    assert_int_equal(sharp, is_sharp);
    return hhi;
}

/* As fractions: the low end rounded down from the first, the high end up from the second. */
static const struct {
    double low[4], high[4];
    size_t n;
    double least_num, least_den, most_num, most_den;
} boxes[] = {
    /* nothing in doubt: {2, 1, 1} */
    {{2, 1, 1}, {2, 1, 1}, 3, 6, 16, 6, 16},
    /* {2, 1..3}: even at 2 and 2; 1 from the level is less even than 3: {2, 1} 5/9, {2, 3} 13/25 */
    {{2, 1}, {2, 3}, 2, 1, 2, 5, 9},
    /* {4, 0..1, 0..1}: as much as they may, 18/36; at most one of them nothing: 16/16 */
    {{4, 0, 0}, {4, 1, 1}, 3, 18, 36, 1, 1},
    /* {4, 1..5, 1}: A = 5, B = 17, so the level is 17/5: 17 / (25 + 17); most at 5: 42/100 and at
     * 1: 18/36 */
    {{4, 1, 1}, {4, 5, 1}, 3, 17, 42, 1, 2},
    /* withheld, each of two up to 6, beside 3: all at 3, 1/3; one alone at 6 beside 3: 45/81 is
     * less than all of 3 alone */
    {{3, 0, 0}, {3, 6, 6}, 3, 1, 3, 1, 1},
    /* {3, 1} known and one up to 6: level 10/4: 10/(16 + 10); 10/16 at 0, 46/100 at 6 */
    {{3, 1, 0}, {3, 1, 6}, 3, 10, 26, 10, 16},
    /* {3, 3} known and one of 1..12: 3 each; 19/49 and 162/324 */
    {{3, 3, 1}, {3, 3, 12}, 3, 1, 3, 1, 2},
    /* nothing certain: three that may supply, and one that cannot */
    {{0, 0, -0.0, 0}, {1, 5, 2, -0.0}, 4, 1, 3, 1, 1},
    /* one inside another: {2..3, 0..6, 2}: at 2, 2, 2; at 2, 6, 2: 44/100; 3, 0, 2: 13/25 */
    {{2, 0, 2}, {3, 6, 2}, 3, 1, 3, 13, 25},
    /* the far ends of double: {1e308 x3} known, one of 0..1e308; a subnormal beside one */
    {{1e308, 1e308, 1e308, 0}, {1e308, 1e308, 1e308, 1e308}, 4, 1, 4, 1, 3},
    {{5e-324, 5e-324}, {5e-324, 1e-323}, 2, 1, 2, 5, 9},
};

static void known_intervals(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(boxes); i++) {
        minrisk_interval hhi = interval_of(boxes[i].low, boxes[i].high, boxes[i].n, 1);
        double least = boxes[i].least_num / boxes[i].least_den;
        double most = boxes[i].most_num / boxes[i].most_den;
        assert_near(hhi.low, least, power_of_two(-53));
        assert_near(hhi.high, most, power_of_two(-52));
        assert_true(hhi.low <= least && most <= hhi.high);
    }
}

/* 1/3 is stored too low, 5/9 and 13/25 too high. */
static void ends_are_rounded_outward(void **state)
{
    static const double low[] = {2, 0, 2}, high[] = {3, 6, 2};
    static const double same[] = {1, 2};
    minrisk_interval hhi = interval_of(low, high, 3, 1);
    (void)state;
    assert_double(hhi.low, 1 / 3.);
    assert_double(hhi.high, 13 / 25.);
    hhi = interval_of(same, same, 2, 1);
    assert_double(hhi.low, next_down(5 / 9.));
    assert_double(hhi.high, 5 / 9.);
}

/* A hundred shares rounded to whole percents beside two hundred withheld ones, all alike: equal
 * intervals are searched by their number. */
static void many_alike_are_searched(void **state)
{
    static double low[300], high[300];
    minrisk_interval hhi;
    (void)state;
    for (size_t i = 0; i < COUNT(low); i++) {
        low[i] = i < 100 ? 30.5 + (double)(i % 7) : 0;
        high[i] = i < 100 ? low[i] + 1 : 40;
    }
    hhi = interval_of(low, high, COUNT(low), 1);
    assert_true(hhi.low > 0.0033 && hhi.low < 0.0034);
    assert_true(hhi.high > 0.0100 && hhi.high < 0.0103);
}

/* Intervals about one middle: many sets of them may be turned at almost no cost, and the search
 * ends without an answer. The bound holds, and what three in ten at 140 give, (.3 19600 + .7 3600)
 * / 84^2 / 60 but for the spread, is hardly less. */
static void where_the_search_gives_up(void **state)
{
    double low[60], high[60], x[60], attained = -1;
    minrisk_interval hhi;
    (void)state;
    for (size_t i = 0; i < COUNT(low); i++) {
        double spread = 40 + (double)i / 1024 + (double)(i * i % 17) / 4096;
        low[i] = 100 - spread;
        high[i] = 100 + spread + (double)(i % 5) / 65536;
        x[i] = i % 10 < 3 ? high[i] : low[i];
    }
    hhi = interval_of(low, high, COUNT(low), 0);
    assert_int_equal(minrisk_hhi(x, COUNT(x), &attained), MINRISK_OK);
    assert_true(attained < hhi.high && hhi.high < 1.001 * attained);
}

/* --- standard deviations --------------------------------------------------------------------- */

static void known_sigmas(void **state)
{
    static const struct {
        double quantity[3], sigma[3], hhi_sigma;
    } known[] = {
        /* s - H = 1/8 of the first alone: 2/4 * 1/8 * 2 */
        {{2, 1, 1}, {2, 0, -0.0}, .125},
        /* {3, 1}: s - H = 1/8 and -3/8, with 3 and 4/3: 2/4 sqrt(9/64 + 16/64) = 5/16 */
        {{3, 1, 0}, {3, 4 / 3., 0}, 5 / 16.},
        /* one that supplies nothing, but may: s - H = -1 at a monopoly; 2/4 * 1 * 2 */
        {{4, 0, 0}, {0, 2, 0}, 1},
        /* no slope at a monopoly in its own quantity, nor among equals */
        {{4, 0, 0}, {3, 0, 0}, 0},
        {{7, 7, 7}, {1, 2, 3}, 0},
        {{.1, .1, .1}, {1e308, 2, 3}, 0},
        {{1e308, 1e308, 1e308}, {1, 2, 3}, 0},
        /* nothing in doubt */
        {{2, 1, 1}, {0, -0.0, 0}, 0},
        /* the far ends of double, as the first but for the scale */
        {{1.5e308, .75e308, .75e308}, {1.5e308, 0, 0}, .125},
        {{1e-323, 5e-324, 5e-324}, {1e-323, 0, 0}, .125},
        {{2, 1, 1}, {4e-323, 0, 0}, 0}, /* half of the smallest double, and 0 is even */
    };
    (void)state;
    for (size_t i = 0; i < COUNT(known); i++) {
        double sigma = -1;
        assert_int_equal(minrisk_hhi_sigma(known[i].quantity, known[i].sigma, 3, &sigma),
                         MINRISK_OK);
        assert_double(sigma, known[i].hhi_sigma);
    }
}

/* Past the range of double, and just inside: 2/T at a monopoly of 2^-1022 is 2^1023. */
static void sigmas_out_of_proportion(void **state)
{
    const double one[] = {power_of_two(-1022), 0}, doubt[] = {0, 1}, more[] = {0, 2};
    const double least[] = {smallest(), 0}, most[] = {0, 1e308};
    double sigma = -1;
    (void)state;
    assert_int_equal(minrisk_hhi_sigma(one, doubt, 2, &sigma), MINRISK_OK);
    assert_double(sigma, power_of_two(1023));
    assert_int_equal(minrisk_hhi_sigma(one, more, 2, &sigma), MINRISK_OK);
    assert_double(sigma, infinity());
    assert_int_equal(minrisk_hhi_sigma(least, most, 2, &sigma), MINRISK_OK);
    assert_double(sigma, infinity());
}

/* --- coverage -------------------------------------------------------------------------------- */

static void coverage(void **state)
{
    static const struct {
        double named[3];
        double residual, share;
    } known[] = {
        {{4, 2, 1}, 3, .7},           {{1, 1, 1}, 0, 1},
        {{0, -0.0, 0}, 2, 0},         {{1e308, 1e308, 0}, 1e308, 2 / 3.},
        {{5e-324, 0, 0}, 5e-324, .5}, {{1, 1, 0}, -0.0, 1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(known); i++) {
        double share = -1;
        assert_int_equal(minrisk_coverage(known[i].named, 3, known[i].residual, &share),
                         MINRISK_OK);
        assert_double(share, known[i].share);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_bounds),
        cmocka_unit_test(the_example_in_decimals),
        cmocka_unit_test(the_largest_count),
        cmocka_unit_test(without_a_residual_the_ends_enclose_the_index),
        cmocka_unit_test(tiny_bounds_stay_outward),
        cmocka_unit_test(a_count_that_just_suffices),
        cmocka_unit_test(measures_by_rank),
        cmocka_unit_test(measures_by_logarithm),
        cmocka_unit_test(measures_of_any_number),
        cmocka_unit_test(measures_at_the_far_ends),
        cmocka_unit_test(known_intervals),
        cmocka_unit_test(ends_are_rounded_outward),
        cmocka_unit_test(many_alike_are_searched),
        cmocka_unit_test(where_the_search_gives_up),
        cmocka_unit_test(known_sigmas),
        cmocka_unit_test(sigmas_out_of_proportion),
        cmocka_unit_test(coverage),
    };
    return cmocka_run_group_tests_name("unit_partial", tests, NULL, NULL);
}
