/* SPDX-License-Identifier: MIT */
/* The scores of criticality.h and chain.h between guard pages; guards.c shows that these work. */
#define _DEFAULT_SOURCE
#include <string.h>

#include "memory/guard.h"
#include "minrisk.h"
#include "support/check.h"
#include "support/random.h"

enum { LONGEST = 14 };

static random_source source = {2026};
static enum guard_side side;

static double *output(size_t n)
{
    return guard_output(n * sizeof(double), side);
}

/* Between two values, read-only, of the exact length. */
static const double *draw(size_t n, double low, double high)
{
    double x[LONGEST] = {0};
    for (size_t i = 0; i < n; i++)
        x[i] = low + (high - low) * random_unit(&source);
    return guard_input(x, n * sizeof *x, side);
}

static minrisk_sourcing draw_sourcing(size_t n, double risk, double least, double most)
{
    minrisk_sourcing s;
    s.quantity = draw(n, 1, 100);
    s.risk = draw(n, 0, risk);
    s.factor = random_below(&source, 2) ? draw(n, least, most) : NULL;
    s.n = n;
    return s;
}

static const minrisk_attribution *attribution(size_t n)
{
    const minrisk_attribution a = {output(n), output(n), output(n)};
    return guard_input(&a, sizeof a, side);
}

static void eu(size_t n)
{
    minrisk_eu_stage stage = {draw_sourcing(n, 10, .8, 1.5), draw_sourcing(n + 1, 10, .8, 1.5), .5,
                              .25, .75};
    const minrisk_eu_uses uses = {draw(n, 0, 1), draw(n, 1, 5), n, 5, .5};
    const minrisk_eu_stage *view = guard_input(&stage, sizeof stage, side);
    assert_int_equal(minrisk_eu_supply_risk(view, guard_output(sizeof(minrisk_eu_risk), side),
                                            attribution(n), attribution(n + 1)),
                     MINRISK_OK);
    assert_int_equal(
        minrisk_eu_supply_risk_interval(view, view, guard_output(sizeof(minrisk_interval), side)),
        MINRISK_OK);
    assert_int_equal(minrisk_eu_importance(guard_input(&uses, sizeof uses, side),
                                           guard_output(sizeof(minrisk_eu_importance_of), side),
                                           output(n)),
                     MINRISK_OK);
    assert_int_equal(
        minrisk_eu_critical(draw(n, 0, 2), n, 3, guard_output(sizeof(minrisk_eu_verdict), side)),
        MINRISK_OK);
    assert_int_equal(minrisk_score_sigma(draw(n, -1, 1), draw(n, 0, 1), n, output(1)), MINRISK_OK);
}

static void geopolrisk(size_t n)
{
    uint32_t region[LONGEST] = {0};
    const minrisk_geopolrisk_inputs in = {draw(n + 1, 1, 9),
                                          n + 1,
                                          draw(n, 1, 9),
                                          draw(n, 0, 1),
                                          guard_input(region, n * sizeof *region, side),
                                          n,
                                          1,
                                          2,
                                          3,
                                          4};
    const minrisk_geopolrisk_inputs *view = guard_input(&in, sizeof in, side);
    assert_int_equal(minrisk_geopolrisk(view, guard_output(sizeof(minrisk_geopolrisk_result), side),
                                        attribution(n), attribution(n + 1)),
                     MINRISK_OK);
    assert_int_equal(
        minrisk_geopolrisk_interval(view, view, guard_output(sizeof(minrisk_interval), side)),
        MINRISK_OK);
}

static void usgs(size_t n)
{
    const minrisk_usgs_inputs in = {draw_sourcing(n, 1, 0, 1),
                                    .5,
                                    draw(n + 1, 0, 9),
                                    draw(n + 1, 0, 9),
                                    draw(n + 1, 1, 9),
                                    n + 1,
                                    100};
    const minrisk_usgs_inputs *view = guard_input(&in, sizeof in, side);
    assert_int_equal(minrisk_usgs_supply_risk(view, guard_output(sizeof(minrisk_usgs_risk), side),
                                              attribution(n)),
                     MINRISK_OK);
    assert_int_equal(
        minrisk_usgs_risk_interval(view, view, guard_output(sizeof(minrisk_interval), side)),
        MINRISK_OK);
}

static void screens(size_t n)
{
    const double *x = draw(n + 1, 1, 9), *share = draw(n + 1, 0, 1);
    assert_int_equal(minrisk_expected_loss(share, x, n + 1,
                                           guard_output(sizeof(minrisk_loss), side), output(n + 1)),
                     MINRISK_OK);
    assert_int_equal(minrisk_single_producer(x, n + 1, guard_output(sizeof(int32_t), side),
                                             guard_output(sizeof(size_t), side)),
                     MINRISK_OK);
    assert_int_equal(minrisk_dera_country_risk(x, share, n + 1,
                                               guard_output(sizeof(minrisk_dera_result), side),
                                               attribution(n + 1)),
                     MINRISK_OK);
    assert_int_equal(minrisk_cepii_dependence(x, n + 1, share, n + 1, 3,
                                              guard_output(sizeof(minrisk_dependence), side)),
                     MINRISK_OK);
    assert_int_equal(minrisk_merger_screen(x, n + 1, n, 0, MINRISK_GUIDELINE_2023,
                                           guard_output(sizeof(minrisk_merger), side)),
                     MINRISK_OK);
    assert_int_equal(minrisk_chain_risk(share, x, n + 1, guard_output(sizeof(minrisk_chain), side)),
                     MINRISK_OK);
    assert_int_equal(
        minrisk_chain_disruption(3, n, x, n + 1, output(n + 1), guard_output(sizeof(size_t), side)),
        MINRISK_OK);
}

static void scores(void **state)
{
    (void)state;
    for (size_t n = 1; n + 1 < LONGEST; n++)
        for (int s = GUARD_AFTER; s < GUARD_SIDES; s++) {
            side = (enum guard_side)s;
            eu(n);
            guard_release();
            geopolrisk(n);
            guard_release();
            usgs(n);
            guard_release();
            screens(n);
            guard_release();
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(scores)};
    return cmocka_run_group_tests_name("memory_scores", tests, NULL, NULL);
}
