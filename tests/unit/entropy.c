/* SPDX-License-Identifier: MIT */
/* Entropy, Hill numbers and their kin at known values: fractions worked by hand, the others from
 * mpmath at 4,000 bits, rounded to the nearest double. */
#include "minrisk.h"
#include "support/check.h"

typedef struct known {
    double quantity[5];
    size_t n;
    double entropy, evenness, theil, gini_simpson;
    double hill[4], renyi[4]; /* of orders 1/2, 1, 3 and infinity */
    double tsallis[2];        /* of orders 1/2 and 3 */
} known;

static const known markets[] = {
    {{7}, 1, 0, 1, 0, 0, {1, 1, 1, 1}, {0, 0, 0, 0}, {0, 0}},
    {{1, 1},
     2,
     0.69314718055994529,
     1,
     0,
     0.5,
     {2, 2, 2, 2},
     {0.69314718055994529, 0.69314718055994529, 0.69314718055994529, 0.69314718055994529},
     {0.82842712474619007, 0.375}},
    {{2, 1, 1},
     3,
     1.0397207708399179,
     0.94639463035718618,
     0.058891517828191728,
     0.625,
     {2.9142135623730949, 2.8284271247461903, 2.5298221281347035, 2},
     {1.0695999934791407, 1.0397207708399179, 0.92814899518281313, 0.69314718055994529},
     {1.4142135623730951, 0.421875}},
    {{1e+308, 1e+308, 1e+308},
     3,
     1.0986122886681098,
     1,
     0,
     0.66666666666666663,
     {3, 3, 3, 3},
     {1.0986122886681098, 1.0986122886681098, 1.0986122886681098, 1.0986122886681098},
     {1.4641016151377546, 0.44444444444444442}},
    {{1e-300, 1e-300, 1e-300},
     3,
     1.0986122886681098,
     1,
     0,
     0.66666666666666663,
     {3, 3, 3, 3},
     {1.0986122886681098, 1.0986122886681098, 1.0986122886681098, 1.0986122886681098},
     {1.4641016151377546, 0.44444444444444442}},
    {{5e-324, 1e-323},
     2,
     0.63651416829481278,
     0.91829583405448956,
     0.056633012265132489,
     0.44444444444444442,
     {1.9428090415820634, 1.8898815748423097, 1.7320508075688772, 1.5},
     {0.66413488537097631, 0.63651416829481278, 0.54930614433405489, 0.40546510810816438},
     {0.78769370023470364, 0.33333333333333331}},
    {{1000000.0, 1},
     2,
     1.4815496242467865e-05,
     2.1374242957317461e-05,
     0.69313236506370279,
     1.9999960000060002e-06,
     {1.0019999980000021, 1.0000148156059925, 1.000001500000375, 1.0000009999999999},
     {0.0019980006666670659, 1.4815496242467865e-05, 1.4999992500000001e-06,
      9.9999950000033335e-07},
     {0.0019989990007507493, 1.4999970000045e-06}},
    {{1, 1e-12},
     2,
     2.8631021115900415e-11,
     4.1305832179496728e-11,
     0.6931471805313143,
     1.9999999999959998e-12,
     {1.0000020000000001, 1.0000000000286311, 1.0000000000014999, 1.0000000000010001},
     {1.9999980000006665e-06, 2.8631021115900415e-11, 1.49999999999925e-12, 9.9999999999949996e-13},
     {1.9999989999990002e-06, 1.4999999999969999e-12}},
    {{1e+308, 5e-324},
     2,
     0,
     0,
     0.69314718055994529,
     0,
     {1, 1, 1, 1},
     {4.4455175043621934e-316, 0, 0, 0},
     {4.4455175043621934e-316, 0}},
    {{1e+300, 1e-10, 1},
     3,
     6.9177552796969381e-298,
     6.296812215785062e-298,
     1.0986122886681098,
     2.0000000001999998e-300,
     {1, 1, 1, 1},
     {2.0000200000000001e-150, 6.9177552796969381e-298, 1.50000000015e-300,
      1.0000000000999999e-300},
     {2.0000200000000001e-150, 1.50000000015e-300}},
    {{67000, 3000, 2400, 2000, 2000},
     5,
     0.54169007762419996,
     0.33657096893222332,
     1.0677478348099003,
     0.22703599133795674,
     {2.6747082772320314, 1.7189094991355762, 1.2175500180133838, 1.1402985074626866},
     {0.98384031916065262, 0.54169007762419996, 0.19684065768793674, 0.13129007678150875},
     {1.2709070773912434, 0.16271550162165746}},
};

static double of_order(minrisk_status (*f)(const double *, size_t, double, double *),
                       const double *quantity, size_t n, double order)
{
    double value = -1;
    assert_int_equal(f(quantity, n, order, &value), MINRISK_OK);
    return value;
}

static double of_market(minrisk_status (*f)(const double *, size_t, double *),
                        const double *quantity, size_t n)
{
    double value = -1;
    assert_int_equal(f(quantity, n, &value), MINRISK_OK);
    return value;
}

static double theil_of(const double *quantity, size_t n, size_t market_size)
{
    double value = -1;
    assert_int_equal(minrisk_theil(quantity, n, market_size, &value), MINRISK_OK);
    return value;
}

static void assert_known(const known *k)
{
    const double orders[] = {.5, 1, 3, infinity()};
    assert_double(of_market(minrisk_shannon_entropy, k->quantity, k->n), k->entropy);
    assert_double(of_market(minrisk_evenness, k->quantity, k->n), k->evenness);
    assert_double(of_market(minrisk_gini_simpson, k->quantity, k->n), k->gini_simpson);
    assert_double(theil_of(k->quantity, k->n, 0), k->theil);
    for (size_t i = 0; i < COUNT(orders); i++) {
        assert_double(of_order(minrisk_hill_number, k->quantity, k->n, orders[i]), k->hill[i]);
        assert_double(of_order(minrisk_renyi_entropy, k->quantity, k->n, orders[i]), k->renyi[i]);
    }
    assert_double(of_order(minrisk_tsallis_entropy, k->quantity, k->n, .5), k->tsallis[0]);
    assert_double(of_order(minrisk_tsallis_entropy, k->quantity, k->n, 3), k->tsallis[1]);
}

static void known_markets(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(markets); i++)
        assert_known(&markets[i]);
}

/* Shares of 1/2, 1/4 and 1/4: sums of powers that are worked by hand. */
static void orders_by_hand(void **state)
{
    static const double x[] = {2, 0, 1, 1};
    (void)state;
    assert_double(of_order(minrisk_hill_number, x, 4, 0), 3.0);
    assert_double(of_order(minrisk_hill_number, x, 4, -0.0), 3.0);
    assert_double(of_order(minrisk_hill_number, x, 4, 2), 8 / 3.); /* 1 over 1/4 + 2/16 */
    assert_double(of_order(minrisk_hannah_kay, x, 4, 2), 3 / 8.);
    assert_double(of_order(minrisk_hannah_kay, x, 4, 0), 1 / 3.);
    assert_double(of_order(minrisk_hannah_kay, x, 4, infinity()), .5);
    assert_double(of_order(minrisk_hannah_kay, x, 4, 1), .35355339059327379); /* 2^-3/2 */
    assert_double(of_order(minrisk_tsallis_entropy, x, 4, 0), 2.0);
    assert_double(of_order(minrisk_tsallis_entropy, x, 4, 2), 5 / 8.);
    assert_double(of_order(minrisk_tsallis_entropy, x, 4, 3), 27 / 64.); /* (1 - 10/64) / 2 */
    assert_double(of_order(minrisk_tsallis_entropy, x, 4, infinity()), 0.0);
    assert_double(of_order(minrisk_tsallis_entropy, x, 4, 1), 1.0397207708399179);
    assert_double(of_order(minrisk_tsallis_entropy, x, 4, 1001), .001);
    assert_double(of_order(minrisk_renyi_entropy, x, 4, 0), 1.0986122886681098);
    assert_double(of_order(minrisk_renyi_entropy, x, 4, 1e308), .69314718055994531);
}

/* Next to order 1 the Hill number is that of order 1 and a slope of order e: no digit is lost. */
static void next_to_order_one(void **state)
{
    static const double x[] = {.5, .3, .2};
    (void)state;
    assert_double(of_order(minrisk_renyi_entropy, x, 3, 1), 1.0296530140645734);
    assert_double(of_order(minrisk_renyi_entropy, x, 3, 1.0000000001), 1.0296530140579254);
    assert_double(of_order(minrisk_tsallis_entropy, x, 3, 1.0000000001), 1.029653014004916);
    assert_double(of_order(minrisk_renyi_entropy, x, 3, next_up(1)), 1.0296530140645734);
    assert_double(of_order(minrisk_renyi_entropy, x, 3, next_down(1)), 1.0296530140645734);
    assert_double(of_order(minrisk_hill_number, x, 3, 2000), 2.0006936141748786);
}

/* ln N - E has no digit left in either: d^2/2 for one step of the last place among two, and for
 * 1e-8 among three. */
static void theil_near_uniform(void **state)
{
    const double two[] = {1, next_up(1)};
    static const double three[] = {1, 1 + 1e-8, 1};
    static const double equal[] = {.1, .1, .1, 0, .1};
    (void)state;
    assert_double(theil_of(two, 2, 0), 6.1629758220391534e-33);
    assert_double(theil_of(three, 3, 0), 1.1111110889636451e-17);
    assert_double(theil_of(equal, 5, 0), 0.0);
    assert_double(theil_of(equal, 5, 4), 0.0);
    assert_double(theil_of(equal, 5, 5), .22314355131420976); /* ln 5/4 */
    assert_double(theil_of(equal, 1, SIZE_MAX == UINT64_MAX ? SIZE_MAX : 1),
                  SIZE_MAX == UINT64_MAX ? 44.361419555836498 : 0); /* ln 2^64 */
    assert_double(theil_of(equal, 1, 1), 0.0);
}

static double weighted_hhi(const double *quantity, const double *weight, size_t n)
{
    double value = -1;
    assert_int_equal(minrisk_weighted_hhi(quantity, weight, n, &value), MINRISK_OK);
    return value;
}

static double weighted_mean(const double *quantity, const double *weight, size_t n)
{
    double value = -1;
    assert_int_equal(minrisk_weighted_mean(quantity, weight, n, &value), MINRISK_OK);
    return value;
}

static void weighted(void **state)
{
    static const double x[] = {5, 3, 2}, risk[] = {6, 1, 0}, ones[] = {1, 1, 1};
    static const double mixed[] = {-1, 2, -.5}, zero[] = {0, 0, 0};
    static const double far[] = {1e300, 1e-8, 0}, heavy[] = {0, 1e308, 1};
    static const double least[] = {5e-324, 5e-324}, small[] = {5e-324, 5e-324};
    (void)state;
    assert_double(weighted_hhi(x, risk, 3), 159 / 100.); /* 25 * 6 + 9 over 100 */
    assert_double(weighted_hhi(x, ones, 3), 38 / 100.);
    assert_double(weighted_hhi(x, zero, 3), 0.0);
    assert_double(weighted_hhi(far, heavy, 3), 1e-308); /* (1e-308)^2 1e308 */
    assert_double(weighted_hhi(least, small, 2), 0.0);  /* half the least double, to even */
    assert_double(weighted_mean(x, risk, 3), 33 / 10.);
    assert_double(weighted_mean(x, mixed, 3), 0.0); /* -5 + 6 - 1 */
    assert_double(weighted_mean(x, mixed, 2), 1 / 8.);
    assert_double(weighted_mean(x, mixed, 1), -1.0);
    assert_double(weighted_mean(far, heavy, 3), 1.0); /* 1e300 over 1e300 */
    assert_double(weighted_mean(least, small, 2), 5e-324);
}

/* Where the entropy is above 1, whatever the scale, and with a vector's rest; NaN behind a block, and
 * a quantity below 0, are seen. */
static void at_the_speed_of_a_loop(void **state)
{
    static double x[5003];
    static const double scales[] = {1, 1e-310, 1e-280, 3e300};
    double nats = -1;
    (void)state;
    for (size_t s = 0; s < COUNT(scales); s++)
        for (size_t n = 3; n <= COUNT(x); n += n < 40 ? 1 : 709) {
            for (size_t i = 0; i < n; i++)
                x[i] = scales[s];
            assert_int_equal(minrisk_shannon_entropy(x, n, &nats), MINRISK_OK);
            assert_double(of_order(minrisk_hill_number, x, n, 1), (double)n);
            assert_double(of_market(minrisk_evenness, x, n), 1.0);
        }
    x[4000] = not_a_number();
    assert_int_equal(minrisk_shannon_entropy(x, COUNT(x), &nats), MINRISK_E_DATA);
    x[4000] = infinity();
    assert_int_equal(minrisk_shannon_entropy(x, COUNT(x), &nats), MINRISK_E_DATA);
    x[4000] = -1e-300;
    assert_int_equal(minrisk_shannon_entropy(x, COUNT(x), &nats), MINRISK_E_DATA);
    x[4000] = 0;
    x[0] = 1e-300;
    x[1] = not_a_number();
    assert_int_equal(minrisk_shannon_entropy(x, 5, &nats), MINRISK_E_DATA);
}

/* {5, 0, 3, 5, 1}: 14 in all, and 25 + 9 + 25 + 1 over 196. */
static void at_a_glance(void **state)
{
    static const double x[] = {5, 0, 3, 5, 1};
    static const double large[] = {1e308, 1e308}, one[] = {0, 7};
    minrisk_market_profile p;
    (void)state;
    assert_int_equal(minrisk_profile(x, 5, &p), MINRISK_OK);
    assert_double(p.total, 14.0);
    assert_int_equal(p.suppliers, 4);
    assert_int_equal(p.leader, 0);
    assert_double(p.top_1, 5 / 14.);
    assert_double(p.top_3, 13 / 14.);
    assert_double(p.top_4, 1.0);
    assert_double(p.hhi, 60 / 196.);
    assert_double(p.hhi_normalised, 44 / 588.); /* 4 * 60 - 196 over 3 * 196 */
    assert_double(p.effective_suppliers, 196 / 60.);
    assert_double(p.entropy, of_market(minrisk_shannon_entropy, x, 5));
    assert_double(p.evenness, of_market(minrisk_evenness, x, 5));
    assert_near(p.entropy, 1.254042, 1e-6); /* ln 14 - (10 ln 5 + 3 ln 3) / 14 */
    assert_int_equal(minrisk_profile(large, 2, &p), MINRISK_OK);
    assert_double(p.total, infinity());
    assert_double(p.hhi, .5);
    assert_int_equal(minrisk_profile(one, 2, &p), MINRISK_OK);
    assert_int_equal(p.leader, 1);
    assert_double(p.hhi_normalised, 1.0);
    assert_double(p.entropy, 0.0);
    assert_double(p.evenness, 1.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_markets),
        cmocka_unit_test(orders_by_hand),
        cmocka_unit_test(next_to_order_one),
        cmocka_unit_test(theil_near_uniform),
        cmocka_unit_test(weighted),
        cmocka_unit_test(at_a_glance),
        cmocka_unit_test(at_the_speed_of_a_loop),
    };
    return cmocka_run_group_tests_name("unit_entropy", tests, NULL, NULL);
}
