/* SPDX-License-Identifier: MIT */
/* No function leaves a trace in the environment: errno and the rounding mode stay as they were,
 * on success and on error, and no call keeps anything for the next one. */
#include <errno.h>
#include <fenv.h>

#include "contract/defects.h"

enum { RESULTS = 64, BY_RANK = 40 };

static void call_each_by_rank_and_index(const double *quantity, double *result)
{
    double close; /* of the class reproducible, which round-to-nearest is a condition of */
    size_t index;
    minrisk_gini(quantity, 3, 4, NULL, 0, &result[0]);
    minrisk_gini_sorted(quantity, 1, 4, &result[1]);
    minrisk_hall_tideman(quantity, 3, NULL, 0, &result[2]);
    minrisk_hall_tideman_sorted(quantity, 1, &result[3]);
    minrisk_hhi_dual(quantity, 3, &result[4]);
    minrisk_hhi_minimum(quantity, 3, &result[5]);
    minrisk_theil_l(quantity, 3, &close);
    minrisk_generalised_entropy(quantity, 3, 4, 1.5, &close);
    minrisk_atkinson(quantity, 3, 0, 2, &close);
    minrisk_hoover(quantity, 3, 4, &result[9]);
    minrisk_palma(quantity, 3, NULL, 0, &result[10]);
    minrisk_garcia_alba(quantity, 3, &close);
    minrisk_horvath(quantity, 3, &close);
    minrisk_kwoka(quantity, 3, NULL, 0, &result[13]);
    minrisk_linda(quantity, 3, 2, NULL, 0, &close);
    minrisk_linda_core(quantity, 3, NULL, 0, &index, &close);
    minrisk_kvalseth(quantity, 3, NULL, 0, &close);
    minrisk_stenbacka(quantity, 3, &result[17]);
    minrisk_grs(quantity, 3, &close);
    minrisk_lorenz(quantity, 3, &result[19]);
}

static void use_stream(const double *quantity)
{
    minrisk_stream s, loaded;
    uint8_t saved[MINRISK_STREAM_SAVED];
    uint64_t suppliers;
    double value;
    minrisk_interval hhi;

    minrisk_stream_init(&s, minrisk_stream_sizeof());
    minrisk_stream_add(&s, quantity[0]);
    minrisk_stream_add(&s, quantity[1]);
    minrisk_stream_remove(&s, quantity[1]);
    minrisk_stream_replace(&s, quantity[0], quantity[2]);
    minrisk_stream_merge(&s, &s);
    minrisk_stream_hhi(&s, &value);
    minrisk_stream_hhi_bounds(&s, quantity[1], &hhi);
    minrisk_stream_add_all(&s, quantity, 3);
    minrisk_stream_effective(&s, &value);
    minrisk_stream_total(&s, &value);
    minrisk_stream_suppliers(&s, &suppliers);
    minrisk_stream_save(&s, saved, sizeof saved);
    minrisk_stream_load(&loaded, sizeof loaded, saved, sizeof saved);
}

/* One call of each public function; what it gave goes into `result`. */
static void call_each(const double *quantity, double *result)
{
    static const double low[] = {1, 0, 5e-324}, other[] = {1, 0, 7}, year = 0, need = 40, start = 2,
                        ramp = 3, capacity = 60;
    static const uint32_t bloc[] = {1, 0, 1};
    const minrisk_projects projects = {
        .count = 1, .start = &start, .ramp = &ramp, .capacity = &capacity};
    const minrisk_condition condition = {.kind = MINRISK_COVERAGE,
                                         .stage = 0,
                                         .fraction = 1,
                                         .knots = 1,
                                         .need_year = &year,
                                         .need = &need};
    const minrisk_balance balance = {quantity[0], 0, 20, 3, 0};
    static const uint32_t count[] = {3, 1, 2};
    static const uint64_t wide_count[] = {3, 1, 2};
    static const double weight[3] = {.1, 7, 3};
    double work[64], reproducible;
    static const size_t offset[] = {0, 1, 3};
    minrisk_status each[3];
    minrisk_market_profile profile;
    const float single[3] = {quantity[0] < 0 ? -1.0F : 3.0F, 1e-44F, 2.0F};
    float hhi_f32 = 0;
    minrisk_when when;
    minrisk_interval interval;
    minrisk_reliance reliance;
    minrisk_outage outage;
    minrisk_change change = {0, 0, 0, 0};
    int32_t rounded[3];
    size_t index;
    uint32_t points;
    int32_t level;

    minrisk_hhi(quantity, 3, &result[0]);
    minrisk_effective_suppliers(quantity, 3, &result[1]);
    minrisk_shares(quantity, 3, &result[2]);
    minrisk_hhi_f32(single, 3, &hhi_f32);
    result[13] = (double)hhi_f32;
    minrisk_hhi_normalised(quantity, 3, 0, &result[14]);
    minrisk_merger_delta(quantity, 3, 1, 2, &result[15]);
    minrisk_profile(quantity, 3, &profile);
    minrisk_gini_simpson(quantity, 3, &result[30]);
    minrisk_shannon_entropy(quantity, 3, &reproducible);
    minrisk_evenness(quantity, 3, &reproducible);
    minrisk_hill_number(quantity, 3, .5, &reproducible);
    minrisk_renyi_entropy(quantity, 3, 3, &reproducible);
    minrisk_tsallis_entropy(quantity, 3, 1.01, &reproducible);
    minrisk_hannah_kay(quantity, 3, 40, &reproducible);
    minrisk_theil(quantity, 3, 5, &reproducible);
    minrisk_weighted_hhi(quantity, weight, 3, &reproducible);
    minrisk_weighted_mean(quantity, weight, 3, &result[31]);
    minrisk_hhi_groups(quantity, 3, offset, 2, &result[20], each);
    minrisk_hhi_columns(quantity, 3, 1, 3, 3, &result[22], each);
    minrisk_top_share(quantity, 3, 2, &result[5]);
    minrisk_leader(quantity, 3, &index, &result[6]);
    call_each_by_rank_and_index(quantity, &result[BY_RANK]);
    if (minrisk_hhi_bounds(quantity, 3, 1, 3, .5, &interval) == MINRISK_OK) {
        result[7] = interval.low;
        result[8] = interval.high;
    }
    if (minrisk_hhi_interval(low, quantity, 3, work, COUNT(work), &interval, &level) ==
        MINRISK_OK) {
        result[13] = interval.low;
        result[14] = interval.high;
    }
    minrisk_coverage(quantity, 3, 1, &result[15]);
    minrisk_hhi_contributions(quantity, 3, work);
    minrisk_hhi_sigma(quantity, other, 3, work);
    minrisk_measure_bounds(quantity, 3, 1, 3, .5, MINRISK_MEASURE_ENTROPY, 0, NULL, 0, &interval);
    if (minrisk_measure_bounds(quantity, 3, 1, 3, .5, MINRISK_MEASURE_HALL_TIDEMAN, 0, NULL, 0,
                               &interval) == MINRISK_OK)
        result[17] = interval.low;
    if (minrisk_hhi_change(quantity, other, 3, &change) == MINRISK_OK)
        result[16] = change.stayers;
    minrisk_hhi_change_each(quantity, other, 3, work);
    minrisk_parts_to_points(work, 3, change.whole, rounded);
    if (minrisk_net_import_reliance(&balance, &reliance) == MINRISK_OK)
        result[9] = reliance.low;
    if (minrisk_reliance_of_consumption(7, quantity[0], &reliance) == MINRISK_OK)
        result[10] = reliance.low;
    if (minrisk_reliance_published(MINRISK_RELIANCE_ABOVE, quantity[0], &reliance) == MINRISK_OK)
        result[11] = reliance.low;
    if (minrisk_reliance_interval(&balance, &balance, &reliance) == MINRISK_OK) {
        result[13] = reliance.low;
        result[14] = reliance.high;
    }
    minrisk_wgi_to_risk_10(quantity[1], &result[15], NULL);
    minrisk_wgi_to_risk_1(quantity[1], &result[16], NULL);
    minrisk_bloc_totals(quantity, bloc, 3, &result[17], 2);
    if (minrisk_without(quantity, quantity, 3, 2, 40, &outage) == MINRISK_OK) {
        result[19] = outage.rest_hhi;
        result[20] = outage.covered;
        result[21] = outage.shortfall;
    }
    if (minrisk_when_linear(quantity[0], .7, 60, .1, 1e9, &when) == MINRISK_OK)
        result[12] = when.first;
    minrisk_when_exponential(quantity[0], .2, 60, .1, 1e9, &when);
    minrisk_when_share(quantity[0], .02, 1, .15, .65, 1e9, &when);
    minrisk_when_covered(&start, &ramp, quantity, NULL, 1, &year, &need, 1, 0, 20, work,
                         COUNT(work), &when);
    minrisk_when_met(&projects, &condition, 1, -quantity[0], 20, work, COUNT(work), &when);
    minrisk_hhi_points_u32(count, 3, &points);
    minrisk_hhi_points_u64(wide_count, 3, &points);
    minrisk_top_points_u32(count, 3, 2, &points);
    use_stream(quantity);
    minrisk_classify(.2, MINRISK_GUIDELINE_2023, &level);
    minrisk_first_invalid(quantity, 3);
    minrisk_status_text(MINRISK_OK);
    minrisk_version();
    (void)level;
}

static const int modes[] = {
    FE_TONEAREST,
#ifdef FE_UPWARD
    FE_UPWARD,
#endif
#ifdef FE_DOWNWARD
    FE_DOWNWARD,
#endif
#ifdef FE_TOWARDZERO
    FE_TOWARDZERO,
#endif
};

static void the_environment_is_left_alone(void **state)
{
    static const double markets[][3] = {{3, 1, 2}, {3, -1, 2},         {-1, 0, 0},
                                        {0, 0, 0}, {5e-324, 1e300, 1}, {1e308, 1e308, 1e308}};
    (void)state;
    for (size_t m = 0; m < COUNT(modes); m++)
        for (size_t i = 0; i < COUNT(markets); i++) {
            double result[RESULTS] = {0};
            int mode_after, errno_after;
            assert_int_equal(fesetround(modes[m]), 0);
            errno = 1234;
            call_each(markets[i], result);
            errno_after = errno;
            mode_after = fegetround();
            fesetround(FE_TONEAREST);
            assert_int_equal(errno_after, 1234);
            assert_int_equal(mode_after, modes[m]);
        }
}

/* The exact class gives the same bits in every rounding mode, and in every repetition. */
static void exact_in_every_rounding_mode(void **state)
{
    static const double market[] = {3.1, 1.7, 2.9};
    double nearest[RESULTS] = {0};
    (void)state;
    call_each(market, nearest);
    for (size_t m = 0; m < COUNT(modes); m++) {
        double result[RESULTS] = {0};
        fesetround(modes[m]);
        call_each(market, result);
        fesetround(FE_TONEAREST);
        for (size_t i = 0; i < RESULTS; i++)
            assert_double(result[i], nearest[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_environment_is_left_alone),
        cmocka_unit_test(exact_in_every_rounding_mode),
    };
    return cmocka_run_group_tests_name("contract_environment", tests, NULL, NULL);
}
