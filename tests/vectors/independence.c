/* SPDX-License-Identifier: MIT */
/* The cases of independence.json: time to independence, by exact rational sweeps, by algebra and by
 * mpmath at 50 digits. */
#include <stdlib.h>
#include <string.h>

#include "minrisk.h"
#include "support/when.h"
#include "vectors/reader.h"

enum { CASES = 62, MOST = 100, STAGES = 4, KNOTS = 16 };

static char id[16]; /* of the case that runs, for messages */

static double tolerance(const char *c, double expected)
{
    const char *tol = json_member(c, "tol");
    double relative = json_number(json_member(tol, "rel"));
    return json_number(json_member(tol, "abs")) + relative * (expected < 0 ? -expected : expected);
}

static int32_t status_named(const char *value)
{
    static const struct {
        const char *name;
        int32_t status;
    } names[] = {{"already", MINRISK_ALREADY},
                 {"reached", MINRISK_REACHED},
                 {"never", MINRISK_NEVER},
                 {"beyond_horizon", MINRISK_BEYOND_HORIZON},
                 {"not_within_horizon", MINRISK_NOT_WITHIN_HORIZON},
                 {"undefined_zero_total", MINRISK_UNDEFINED}};
    for (size_t i = 0; i < COUNT(names); i++)
        if (json_is_text(value, names[i].name))
            return names[i].status;
    fail_msg("%s: unknown status %.30s", id, value);
    return 0;
}

/* A member that is null is not known; one that the case does not speak of is not compared. */
static void assert_time(const char *c, const char *expected, const minrisk_when *when, uint32_t bit,
                        double actual)
{
    if (expected == NULL)
        return;
    assert_case(when_knows(when, bit), !json_is_null(expected), id);
    if (!json_is_null(expected)) {
        double t = json_number(expected);
        assert_near(actual, t, tolerance(c, t));
    }
}

static double member_or(const char *object, const char *name, double otherwise)
{
    const char *value = json_member(object, name);
    return json_is_null(value) ? otherwise : json_number(value);
}

/* --- closed forms ----------------------------------------------------------------------------- */

static minrisk_when linear(const char *in, double horizon)
{
    minrisk_when when;
    assert_int_equal(minrisk_when_linear(json_number(json_member(in, "S0")),
                                         json_number(json_member(in, "a")),
                                         json_number(json_member(in, "R0")),
                                         json_number(json_member(in, "b")), horizon, &when),
                     MINRISK_OK);
    return when;
}

static minrisk_when exponential(const char *in, double horizon)
{
    minrisk_when when;
    assert_int_equal(minrisk_when_exponential(json_number(json_member(in, "S0")),
                                              json_number(json_member(in, "supply_cagr")),
                                              json_number(json_member(in, "R0")),
                                              json_number(json_member(in, "req_cagr")), horizon,
                                              &when),
                     MINRISK_OK);
    return when;
}

static minrisk_when share(const char *in, double horizon)
{
    minrisk_when when;
    assert_int_equal(minrisk_when_share(json_number(json_member(in, "S_dom")),
                                        json_number(json_member(in, "dom_cagr")),
                                        json_number(json_member(in, "S_other")),
                                        json_number(json_member(in, "other_cagr")),
                                        json_number(json_member(in, "tau")), horizon, &when),
                     MINRISK_OK);
    return when;
}

static minrisk_when linear_exponential(const char *in, double horizon)
{
    minrisk_when when;
    assert_int_equal(minrisk_when_linear_exponential(
                         json_number(json_member(in, "S0")), json_number(json_member(in, "a")),
                         json_number(json_member(in, "R0")), json_number(json_member(in, "b")),
                         horizon, &when),
                     MINRISK_OK);
    return when;
}

static minrisk_when logistic(const char *in, double horizon)
{
    minrisk_when when;
    assert_int_equal(minrisk_when_logistic(
                         json_number(json_member(in, "K")), json_number(json_member(in, "k")),
                         json_number(json_member(in, "tm")), json_number(json_member(in, "R0")),
                         json_number(json_member(in, "b")), horizon, &when),
                     MINRISK_OK);
    return when;
}

/* A need that is less by what is tolerated, substituted and recycled, then as the exponential. */
static minrisk_when recycled(const char *in, double horizon)
{
    double growth = json_number(json_member(in, "demand_cagr")), factor = -1;
    minrisk_when when;
    assert_int_equal(minrisk_net_need_factor(json_number(json_member(in, "theta")),
                                             json_number(json_member(in, "substitution")),
                                             json_number(json_member(in, "eol_recovery")), growth,
                                             json_number(json_member(in, "lifetime")), &factor),
                     MINRISK_OK);
    assert_near(factor, .42, 1e-15);
    assert_int_equal(minrisk_when_exponential(json_number(json_member(in, "S0")),
                                              json_number(json_member(in, "supply_cagr")),
                                              json_number(json_member(in, "D0")) * factor, growth,
                                              horizon, &when),
                     MINRISK_OK);
    return when;
}

static void closed_form(const char *c, minrisk_when (*form)(const char *, double))
{
    const char *in = json_member(c, "input"), *out = json_member(c, "expected");
    const char *within = json_member(out, "status_with_horizon");
    minrisk_when when = form(in, infinity());
    assert_when_coherent(&when, infinity());
    assert_case(when.status, status_named(json_member(out, "status")), id);
    assert_time(c, json_member(out, "t"), &when, MINRISK_KNOWS_FIRST, when.first);
    assert_time(c, json_member(out, "t_lost"), &when, MINRISK_KNOWS_LOST, when.lost);
    if (within == NULL)
        return;
    when = form(in, json_number(json_member(in, "horizon")));
    assert_case(when.status, status_named(within), id);
    assert_time(c, json_member(out, "t"), &when, MINRISK_KNOWS_FIRST, when.first);
}

static void growing_hhi(const char *c)
{
    const char *in = json_member(c, "input"), *out = json_member(c, "expected");
    const char *windows = json_member(out, "windows");
    double supply[4], growth[4], horizon = json_number(json_member(in, "horizon"));
    size_t n = json_length(json_member(in, "S"));
    minrisk_when when;
    for (size_t i = 0; i < n; i++) {
        supply[i] = json_number(json_item(json_member(in, "S"), i));
        growth[i] = json_number(json_item(json_member(in, "cagr"), i));
    }
    assert_int_equal(minrisk_when_hhi(supply, growth, n, json_number(json_member(in, "hhi_max")),
                                      horizon, &when),
                     MINRISK_OK);
    assert_case(when.status, status_named(json_member(out, "status")), id);
    assert_case(when.windows, json_length(windows), id);
    assert_time(c, json_member(out, "t"), &when, MINRISK_KNOWS_FIRST, when.first);
}

static void months_of_cover(const char *c)
{
    const char *in = json_member(c, "input"), *out = json_member(c, "expected");
    double months = -1;
    assert_int_equal(minrisk_months_of_cover(json_number(json_member(in, "stock")),
                                             json_number(json_member(in, "annual_use")),
                                             json_number(json_member(in, "dependence")), &months),
                     MINRISK_OK);
    if (json_is_text(json_member(out, "months"), "inf"))
        assert_true(months == infinity());
    else
        assert_true(months == json_number(json_member(out, "months")));
}

/* --- projects -------------------------------------------------------------------------------- */

typedef struct chain {
    double start[MOST], ramp[MOST], capacity[MOST], life[MOST];
    uint32_t stage[MOST], country[MOST], shape[MOST];
    double time[MOST][KNOTS], part[MOST][KNOTS];
    minrisk_shape shapes[MOST];
    int shaped; /* a ramp is not straight, which the plain form does not know */
    size_t count;
    double year[STAGES][KNOTS], need[STAGES][KNOTS];
    minrisk_condition condition[STAGES];
    size_t stages;
} chain;

static chain supply;
static double work[10000];

static void add_project(double start, double ramp, double capacity, double life, uint32_t stage)
{
    size_t i = supply.count++;
    assert_true(i < MOST);
    supply.start[i] = start;
    supply.ramp[i] = ramp;
    supply.capacity[i] = capacity;
    supply.life[i] = life;
    supply.stage[i] = stage;
    supply.shape[i] = (uint32_t)i;
    supply.time[i][1] = supply.part[i][1] = 1;
    supply.shapes[i].knots = 2;
    supply.shapes[i].time = supply.time[i];
    supply.shapes[i].part = supply.part[i];
}

/* A project whose ramp is a line through knots, [time, part] each. */
static void add_shaped(const char *knots, double start, double ramp, double capacity, double life,
                       uint32_t stage)
{
    size_t n = json_length(knots), i = supply.count;
    assert_true(n <= KNOTS);
    add_project(start, ramp, capacity, life, stage);
    supply.shaped = 1;
    supply.shapes[i].knots = n;
    for (size_t k = 0; k < n; k++) {
        supply.time[i][k] = json_number(json_item(json_item(knots, k), 0));
        supply.part[i][k] = json_number(json_item(json_item(knots, k), 1));
    }
}

/* A line of supply, [year, quantity] each, from 0 to the horizon: a project that is at the first
 * knot now, with the largest quantity for its capacity. */
static void add_line(const char *knots, double horizon, uint32_t stage, uint32_t country)
{
    size_t n = json_length(knots), i = supply.count;
    double largest = 0;
    for (size_t k = 0; k < n; k++) {
        double quantity = json_number(json_item(json_item(knots, k), 1));
        largest = quantity > largest ? quantity : largest;
    }
    add_project(0, horizon, largest, infinity(), stage);
    supply.country[i] = country;
    for (size_t k = 0; k < n; k++) {
        double quantity = json_number(json_item(json_item(knots, k), 1));
        supply.time[i][k] = json_number(json_item(json_item(knots, k), 0)) / horizon;
        supply.part[i][k] = largest > 0 ? quantity / largest : 0;
    }
    supply.shapes[i].knots = n < 2 ? 2 : n;
    if (n < 2) {
        supply.time[i][1] = 1;
        supply.part[i][1] = supply.part[i][0];
    }
}

/* Supply that is taken away at an instant is need that steps up by as much then. */
static void raise_need(double year, double by, uint32_t stage)
{
    size_t knots = supply.condition[stage].knots;
    assert_int_equal(knots, 1);
    supply.year[stage][1] = supply.year[stage][2] = year;
    supply.need[stage][1] = supply.need[stage][0];
    supply.need[stage][2] = supply.need[stage][0] + by;
    supply.condition[stage].knots = 3;
}

static void add_one(const char *project, uint32_t stage)
{
    double start = json_number(json_member(project, "start"));
    double ramp = json_number(json_member(project, "ramp"));
    double capacity = json_number(json_member(project, "cap"));
    double life = member_or(project, "life", infinity());
    const char *shape = json_member(project, "shape");
    if (capacity < 0)
        raise_need(start, -capacity, stage);
    else if (shape != NULL)
        add_shaped(shape, start, ramp, capacity, life, stage);
    else
        add_project(start, ramp, capacity, life, stage);
}

static void add_condition(const char *knots, double fraction)
{
    uint32_t stage = (uint32_t)supply.stages++;
    minrisk_condition c = {.kind = MINRISK_COVERAGE,
                           .stage = stage,
                           .fraction = fraction,
                           .knots = json_length(knots),
                           .need_year = supply.year[stage],
                           .need = supply.need[stage]};
    for (size_t i = 0; i < c.knots; i++) {
        supply.year[stage][i] = json_number(json_item(json_item(knots, i), 0));
        supply.need[stage][i] = json_number(json_item(json_item(knots, i), 1));
    }
    supply.condition[stage] = c;
}

static void add_stage(const char *in)
{
    const char *projects = json_member(in, "projects");
    uint32_t stage = (uint32_t)supply.stages;
    double existing = member_or(in, "existing", 0);
    add_condition(json_member(in, "requirement"), 1);
    if (existing > 0)
        add_project(-1, 0, existing, infinity(), stage);
    for (size_t i = 0; i < json_length(projects); i++)
        add_one(json_item(projects, i), stage);
}

static minrisk_projects projects_of(void)
{
    const minrisk_projects projects = {.count = supply.count,
                                       .start = supply.start,
                                       .ramp = supply.ramp,
                                       .capacity = supply.capacity,
                                       .life = supply.life,
                                       .stage = supply.stage,
                                       .country = supply.country,
                                       .countries = 4,
                                       .shape = supply.shape,
                                       .shapes = supply.shapes,
                                       .shape_count = supply.count};
    return projects;
}

static minrisk_when met(size_t first_condition, size_t n, double dwell, double horizon)
{
    const minrisk_projects projects = projects_of();
    minrisk_when when;
    assert_int_equal(minrisk_when_met(&projects, supply.condition + first_condition, n, dwell,
                                      horizon, work, COUNT(work), &when),
                     MINRISK_OK);
    assert_when_coherent(&when, horizon);
    return when;
}

static minrisk_when covered(double dwell, double horizon)
{
    minrisk_when when;
    assert_int_equal(minrisk_when_covered(supply.start, supply.ramp, supply.capacity, supply.life,
                                          supply.count, supply.year[0], supply.need[0],
                                          supply.condition[0].knots, dwell, horizon, work,
                                          COUNT(work), &when),
                     MINRISK_OK);
    assert_when_coherent(&when, horizon);
    return when;
}

/* The end of the first window is when it is lost, unless that is the horizon. */
static void assert_windows(const char *c, const char *windows, const minrisk_when *when,
                           double horizon)
{
    double total = 0;
    for (size_t i = 0; i < json_length(windows); i++) {
        const char *window = json_item(windows, i);
        double end = json_number(json_item(window, 1));
        total += end - json_number(json_item(window, 0));
        if (i == 0) {
            assert_case(when_knows(when, MINRISK_KNOWS_LOST), end < horizon, id);
            assert_near(when->lost, end < horizon ? end : 0, tolerance(c, end));
        }
    }
    assert_case(when->windows, json_length(windows), id);
    assert_near(when->satisfied, total, tolerance(c, total));
}

static void assert_when(const char *c, const minrisk_when *when, double horizon)
{
    const char *out = json_member(c, "expected"), *status = json_member(out, "status");
    if (status != NULL)
        assert_case(when->status, status_named(status), id);
    assert_time(c, json_member(out, "t_first"), when, MINRISK_KNOWS_FIRST, when->first);
    assert_time(c, json_member(out, "t_sustained"), when, MINRISK_KNOWS_SUSTAINED, when->sustained);
    assert_time(c, json_member(out, "t_permanent"), when, MINRISK_KNOWS_PERMANENT, when->permanent);
    assert_time(c, json_member(out, "total_time"), when, MINRISK_KNOWS_SATISFIED, when->satisfied);
    assert_windows(c, json_member(out, "windows"), when, horizon);
}

static void coverage(const char *c)
{
    const char *in = json_member(c, "input");
    double dwell = json_number(json_member(in, "dwell"));
    double horizon = json_number(json_member(in, "horizon"));
    minrisk_when when;
    add_stage(in);
    if (!supply.shaped) {
        when = covered(dwell, horizon);
        assert_when(c, &when, horizon);
    }
    when = met(0, 1, dwell, horizon);
    assert_when(c, &when, horizon);
}

/* Each condition alone, for the times that the case gives of them. */
static void assert_each_first(const char *c, const char *each, double horizon)
{
    for (size_t i = 0; i < supply.stages; i++) {
        minrisk_when when = met(i, 1, 0, horizon);
        assert_time(c, json_item(each, i), &when, MINRISK_KNOWS_FIRST, when.first);
    }
}

static void stages(const char *c)
{
    const char *in = json_member(c, "input");
    double horizon = json_number(json_member(in, "horizon"));
    minrisk_when when;
    for (size_t i = 0; i < json_length(json_member(in, "stages")); i++)
        add_stage(json_item(json_member(in, "stages"), i));
    when = met(0, supply.stages, 0, horizon);
    assert_when(c, &when, horizon);
    assert_each_first(c, json_member(json_member(c, "expected"), "stage_first"), horizon);
}

/* The benchmarks of the EU Critical Raw Materials Act: three of coverage, and the share of one
 * country in what is consumed. */
static void benchmarks(const char *c)
{
    static const char *const names[] = {"extraction", "processing", "recycling"};
    const char *in = json_member(c, "input"), *limits = json_member(in, "limits");
    double horizon = json_number(json_member(in, "horizon"));
    minrisk_when when;
    for (uint32_t i = 0; i < COUNT(names); i++) {
        add_condition(json_member(in, "demand"), json_number(json_member(limits, names[i])));
        add_line(json_member(in, names[i]), horizon, i, 0);
    }
    add_condition(json_member(in, "total_consumption_supply"),
                  json_number(json_member(limits, "single_country")));
    supply.condition[3].kind = MINRISK_SHARE;
    add_line(json_member(in, "top_third_country"), horizon, 3, 0);
    when = met(0, supply.stages, 0, horizon);
    assert_when(c, &when, horizon);
    assert_int_equal(when.binding, 1);
    assert_each_first(c, json_member(json_member(c, "expected"), "each_first"), horizon);
}

/* Lines of supply, each of a country, under one condition without a need. */
static minrisk_when asked_of(int32_t kind, const char *limit, double horizon, const double *weight)
{
    const minrisk_condition condition = {
        .kind = kind, .fraction = json_number(limit), .weight = weight};
    supply.condition[0] = condition;
    return met(0, 1, 0, horizon);
}

static void market_hhi(const char *c)
{
    const char *in = json_member(c, "input");
    double horizon = json_number(json_member(in, "horizon"));
    minrisk_when when;
    for (uint32_t i = 0; i < json_length(json_member(in, "supplies")); i++)
        add_line(json_item(json_member(in, "supplies"), i), horizon, 0, i);
    when = asked_of(MINRISK_HHI_AT_MOST, json_member(in, "hhi_max"), horizon, NULL);
    assert_when(c, &when, horizon);
}

static void named_share(const char *c)
{
    static const double first_alone[4] = {1, 0, 0, 0};
    const char *in = json_member(c, "input"), *out = json_member(c, "expected");
    double horizon = json_number(json_member(in, "horizon"));
    minrisk_when when;
    add_line(json_member(in, "dominant"), horizon, 0, 0);
    for (uint32_t i = 0; i < json_length(json_member(in, "others")); i++)
        add_line(json_item(json_member(in, "others"), i), horizon, 0, 1 + i);
    when = asked_of(MINRISK_SHARE, json_member(in, "tau"), horizon, first_alone);
    assert_case(when.status, status_named(json_member(out, "status")), id);
    when = asked_of(MINRISK_LARGEST_SHARE, json_member(in, "tau"), horizon, NULL);
    assert_case(when.status, status_named(json_member(out, "status")), id);
}

static void stock_bridge(const char *c)
{
    const char *in = json_member(c, "input"), *out = json_member(c, "expected");
    double horizon = json_number(json_member(in, "horizon")), deficit = -1;
    minrisk_projects projects;
    minrisk_when when;
    add_stage(in);
    when = met(0, 1, 0, horizon);
    assert_time(c, json_member(out, "t_permanent"), &when, MINRISK_KNOWS_PERMANENT, when.permanent);
    projects = projects_of();
    assert_int_equal(
        minrisk_deficit(&projects, &supply.condition[0], 0, horizon, work, COUNT(work), &deficit),
        MINRISK_OK);
    assert_near(deficit, json_number(json_member(out, "stock_needed_from_0")), tolerance(c, 480));
    supply.condition[0].kind = MINRISK_BRIDGED;
    supply.condition[0].stock = json_number(json_member(in, "stock"));
    when = met(0, 1, 0, horizon);
    assert_time(c, json_member(out, "t_survivable"), &when, MINRISK_KNOWS_FIRST, when.first);
}

/* Straight lines as a trend, one by one, and as projects whose ramp lasts to the horizon. */
static void linear_stages(const char *c)
{
    const double horizon = 40;
    const char *in = json_member(c, "input"), *out = json_member(c, "expected");
    const char *list = json_member(in, "stages"), *each = json_member(out, "stage_t");
    minrisk_when when;
    for (uint32_t i = 0; i < json_length(list); i++) {
        const char *stage = json_item(list, i);
        minrisk_condition condition = {.kind = MINRISK_COVERAGE,
                                       .stage = i,
                                       .fraction = 1,
                                       .knots = 1,
                                       .need_year = supply.year[i],
                                       .need = supply.need[i]};
        when = linear(stage, infinity());
        assert_time(c, json_item(each, i), &when, MINRISK_KNOWS_FIRST, when.first);
        supply.need[i][0] = json_number(json_member(stage, "R0"));
        add_project(-1, 0, json_number(json_member(stage, "S0")), infinity(), i);
        add_project(0, horizon, json_number(json_member(stage, "a")) * horizon, infinity(), i);
        supply.condition[supply.stages++] = condition;
    }
    when = met(0, supply.stages, 0, horizon);
    assert_time(c, json_member(out, "t"), &when, MINRISK_KNOWS_FIRST, when.first);
    assert_case(when.binding, json_number(json_member(out, "bottleneck")), id);
}

/* --- bad input ------------------------------------------------------------------------------- */

static void validation(const char *c)
{
    const char *in = json_member(json_member(c, "input"), "case");
    double start = 1, ramp = 0, capacity = 60, year[] = {0, 5}, need[] = {50, 50};
    double horizon = 20, fraction = 1;
    size_t count = 1;
    minrisk_projects projects = {.count = 0, .start = &start, .ramp = &ramp, .capacity = &capacity};
    minrisk_condition condition = {.kind = MINRISK_COVERAGE,
                                   .stage = 0,
                                   .fraction = 1,
                                   .knots = 2,
                                   .need_year = year,
                                   .need = need};
    minrisk_when when;
    minrisk_status status;
    if (json_is_text(in, "NaN demand"))
        need[1] = not_a_number();
    else if (json_is_text(in, "negative capacity"))
        capacity = -1;
    else if (json_is_text(in, "theta=-0.1"))
        fraction = 1.1; /* the part of the need that must be covered is 1 - theta */
    else if (json_is_text(in, "horizon=0"))
        horizon = 0;
    else if (json_is_text(in, "horizon<0"))
        horizon = -1;
    else if (json_is_text(in, "knots not sorted"))
        year[0] = 6;
    else if (json_is_text(in, "empty project list"))
        count = 0;
    else
        fail_msg("%s is not known", id);
    projects.count = count;
    condition.fraction = fraction;
    status = minrisk_when_met(&projects, &condition, 1, 0, horizon, work, COUNT(work), &when);
    if (json_is_text(json_member(json_member(c, "expected"), "status"), "evaluated"))
        assert_case(status, MINRISK_OK, id);
    else
        assert_true(status == MINRISK_E_PARAM || status == MINRISK_E_DATA);
}

static void run_case(const char *c)
{
    const char *model = json_member(c, "model");
    memset(&supply, 0, sizeof supply);
    json_copy(json_member(c, "id"), id, sizeof id);
    if (json_is_text(model, "closed.linear_vs_linear"))
        closed_form(c, linear);
    else if (json_is_text(model, "closed.exp_vs_exp"))
        closed_form(c, exponential);
    else if (json_is_text(model, "closed.dominant_share_exp"))
        closed_form(c, share);
    else if (json_is_text(model, "closed.linear_vs_exp"))
        closed_form(c, linear_exponential);
    else if (json_is_text(model, "closed.logistic_vs_exp"))
        closed_form(c, logistic);
    else if (json_is_text(model, "closed.recycling_substitution"))
        closed_form(c, recycled);
    else if (json_is_text(model, "closed.hhi_exp"))
        growing_hhi(c);
    else if (json_is_text(model, "stock.months_cover"))
        months_of_cover(c);
    else if (json_is_text(model, "pipeline.hhi"))
        market_hhi(c);
    else if (json_is_text(model, "pipeline.share"))
        named_share(c);
    else if (json_is_text(model, "pipeline.stock_bridge"))
        stock_bridge(c);
    else if (json_is_text(model, "closed.stages_all"))
        linear_stages(c);
    else if (json_is_text(model, "pipeline.coverage"))
        coverage(c);
    else if (json_is_text(model, "pipeline.stages_all"))
        stages(c);
    else if (json_is_text(model, "pipeline.crma_composite"))
        benchmarks(c);
    else if (json_is_text(model, "validation"))
        validation(c);
    else
        fail_msg("%s: no function for its model", id);
}

static void every_case(void **state)
{
    char *text = read_text("independence.json");
    size_t cases = 0;
    (void)state;
    for (const char *c = json_item(json_member(text, "cases"), 0); c != NULL; cases++) {
        run_case(c);
        c = json_next(c);
    }
    assert_int_equal(cases, CASES);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case),
    };
    return cmocka_run_group_tests_name("vectors_independence", tests, NULL, NULL);
}
