/* SPDX-License-Identifier: MIT */
/* The closed forms of trend.h against the sweep of pipeline.h, which knows nothing of growth: each
 * curve is a project whose ramp is a line through knots on it, and so is the need. A chord of an
 * exponential is off by (step ln(1 + g))^2 / 8 of it at most, and slightly more near its ends. */
#include <math.h>
#include <string.h>

#include "minrisk.h"
#include "support/check.h"
#include "support/random.h"
#include "support/when.h"

enum { KNOTS = 1025, ROUNDS = 150, WORK = 40 * KNOTS };

static const double horizon = 20;
static random_source source;
static double work[WORK], part[2][KNOTS], at[KNOTS], year[KNOTS], need[KNOTS];

typedef struct curve {
    double now, growth; /* by a fraction a year, or by an amount, where it is a line */
} curve;

static double between(double low, double high)
{
    return low + (high - low) * random_unit(&source);
}

static double line_at(const curve *c, double t)
{
    return c->now + c->growth * t;
}

static double exponential_at(const curve *c, double t)
{
    return c->now * pow(1 + c->growth, t);
}

typedef double (*form)(const curve *, double);

/* Suppliers of a country each. */
static void sweep(const curve *supplier, size_t n, form value, minrisk_condition *condition,
                  minrisk_when *when)
{
    static const double zeros[2] = {0, 0}, ramps[2] = {20, 20};
    static const uint32_t numbers[2] = {0, 1};
    minrisk_shape shapes[2];
    minrisk_projects p;
    double capacity[2] = {0, 0};

    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < KNOTS; k++)
            capacity[i] = fmax(capacity[i], value(&supplier[i], horizon * at[k]));
        for (size_t k = 0; k < KNOTS; k++)
            part[i][k] = fmin(value(&supplier[i], horizon * at[k]) / capacity[i], 1);
        shapes[i].knots = KNOTS;
        shapes[i].time = at;
        shapes[i].part = part[i];
    }
    memset(&p, 0, sizeof p);
    p.count = n;
    p.start = zeros;
    p.ramp = ramps;
    p.capacity = capacity;
    p.country = numbers;
    p.countries = n;
    p.shape = numbers;
    p.shapes = shapes;
    p.shape_count = n;
    assert_true(minrisk_when_met_workspace(&p, condition, 1) <= WORK);
    assert_int_equal(minrisk_when_met(&p, condition, 1, 0, horizon, work, WORK, when), MINRISK_OK);
}

static void against_need(const curve *supply, const curve *asked, form value, minrisk_when *when)
{
    minrisk_condition c;

    for (size_t k = 0; k < KNOTS; k++) {
        year[k] = horizon * at[k];
        need[k] = value(asked, year[k]);
    }
    memset(&c, 0, sizeof c);
    c.kind = MINRISK_COVERAGE;
    c.fraction = 1;
    c.knots = KNOTS;
    c.need_year = year;
    c.need = need;
    sweep(supply, 1, value, &c, when);
}

/* What is met within the tolerance of the ends may be met on either side of them. */
static size_t met, missed;

static void assert_same(const minrisk_when *closed, const minrisk_when *swept, double tolerance)
{
    int within = closed->status == MINRISK_ALREADY || closed->status == MINRISK_REACHED;
    double end = when_knows(closed, MINRISK_KNOWS_FIRST) ? closed->first : horizon + 1;

    if (closed->status == MINRISK_REACHED && end < tolerance)
        return;
    if (fabs(end - horizon) <= tolerance)
        return;
    if (!within) {
        missed++;
        assert_int_equal(swept->status, MINRISK_NOT_WITHIN_HORIZON);
        return;
    }
    met++;
    assert_int_equal(swept->status, closed->status);
    assert_near(swept->first, closed->first, tolerance);
    if (when_knows(closed, MINRISK_KNOWS_LOST) && closed->lost < horizon - tolerance) {
        assert_true(when_knows(swept, MINRISK_KNOWS_LOST));
        assert_near(swept->lost, closed->lost, tolerance);
    } else if (!when_knows(closed, MINRISK_KNOWS_LOST)) {
        assert_false(when_knows(swept, MINRISK_KNOWS_LOST));
    }
}

static void lines(void **state)
{
    (void)state;
    met = missed = 0;
    for (int round = 0; round < 4 * ROUNDS; round++) {
        curve supply = {between(0, 50), between(-2, 6)}, asked = {between(0, 100), between(-4, 4)};
        minrisk_when closed, swept;

        if (line_at(&supply, horizon) < 0 || line_at(&asked, horizon) < 0 ||
            fabs(supply.growth - asked.growth) < 1e-3)
            continue;
        assert_int_equal(minrisk_when_linear(supply.now, supply.growth, asked.now, asked.growth,
                                             horizon, &closed),
                         MINRISK_OK);
        against_need(&supply, &asked, line_at, &swept);
        assert_same(&closed, &swept, 1e-9);
    }
    assert_true(met > 100 && missed > 50);
}

/* By how many years chords of two curves can move where they meet. */
static double moved_by(const curve *a, const curve *b)
{
    double step = horizon / (KNOTS - 1), x = log1p(a->growth), y = log1p(b->growth);
    return 1.01 * step * step / 8 * (x * x + y * y) / fabs(x - y) + 1e-9;
}

static void exponentials(void **state)
{
    (void)state;
    met = missed = 0;
    for (int round = 0; round < ROUNDS; round++) {
        curve supply = {between(1, 50), between(-.2, .4)},
              asked = {between(1, 100), between(-.2, .2)};
        minrisk_when closed, swept;

        assert_int_equal(minrisk_when_exponential(supply.now, supply.growth, asked.now,
                                                  asked.growth, horizon, &closed),
                         MINRISK_OK);
        against_need(&supply, &asked, exponential_at, &swept);
        assert_same(&closed, &swept, moved_by(&supply, &asked));
    }
    assert_true(met > 50 && missed > 20);
}

static void shares(void **state)
{
    static const double of_the_first[2] = {1, 0};
    (void)state;
    met = missed = 0;
    for (int round = 0; round < ROUNDS; round++) {
        curve both[2] = {{between(1, 100), between(-.1, .1)}, {between(1, 100), between(-.1, .3)}};
        double threshold = between(.1, .9);
        minrisk_when closed, swept;
        minrisk_condition c;

        memset(&c, 0, sizeof c);
        c.kind = MINRISK_SHARE;
        c.fraction = threshold;
        c.weight = of_the_first;
        assert_int_equal(minrisk_when_share(both[0].now, both[0].growth, both[1].now,
                                            both[1].growth, threshold, horizon, &closed),
                         MINRISK_OK);
        sweep(both, 2, exponential_at, &c, &swept);
        assert_same(&closed, &swept, moved_by(&both[0], &both[1]));
    }
    assert_true(met > 50 && missed > 20);
}

static int seed(void **state)
{
    (void)state;
    source.state = 20261126;
    for (size_t k = 0; k < KNOTS; k++)
        at[k] = (double)k / (KNOTS - 1);
    print_message("seed %lu\n", (unsigned long)source.state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines),
        cmocka_unit_test(exponentials),
        cmocka_unit_test(shares),
    };
    return cmocka_run_group_tests_name("property_closed_forms", tests, seed, NULL);
}
