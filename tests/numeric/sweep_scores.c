/* SPDX-License-Identifier: MIT */
/* The great sweep of scores, balances, chains and times: see sweep_rest.c. */
#include <string.h>

#include "minrisk.h"
#include "numeric/sweep_rest.h"
#include "support/bits.h"

enum { FEW = 12, MOST_BLOCS = 4 };

static double out[SWEEP_MOST], effect[SWEEP_MOST], factor[SWEEP_MOST], grade[SWEEP_MOST];
static double by_quantity[SWEEP_MOST], by_risk[SWEEP_MOST];
static uint32_t bloc[SWEEP_MOST];

static sums few, other, of_factor; /* of parts of a case */
static mpz_t num, den, part, rest, term, unity;

void open_scores(void)
{
    sums_open(&few);
    sums_open(&other);
    sums_open(&of_factor);
    mpz_inits(num, den, part, rest, term, (mpz_ptr)NULL);
    mpz_init_set_ui(unity, 1);
}

void close_scores(void)
{
    sums_close(&few);
    sums_close(&other);
    sums_close(&of_factor);
    mpz_clears(num, den, part, rest, term, unity, (mpz_ptr)NULL);
}

static double pick(const rest_case *c)
{
    return c->pool[random_below(&drawn, POOL)];
}

/* As many as a check can do with, or none, if these have nothing. */
static size_t some(const double *x, size_t n, size_t most)
{
    n = n < most ? n : most;
    for (size_t i = 0; i < n; i++)
        if (x[i] > 0)
            return n;
    return 0;
}

static void signed_whole(const sums *s, mpz_t z, double x)
{
    whole(s, z, x);
    if (x < 0)
        mpz_neg(z, z);
}

/* Rounded before anything is added to it, whatever a compiler may contract: the same cases. */
static double product(double x, double y)
{
    volatile double p = x * y;
    return p;
}

static double at_most(double x, double most)
{
    return x < most ? x : most;
}

/* --- chains ------------------------------------------------------------------------------------- */

static void check_chain(const rest_case *c)
{
    size_t stages = random_size(&drawn, 1, 4);
    const double *risk = random_below(&drawn, 2) ? c->x : c->rate, *weight = c->y;
    size_t worst = 0;
    minrisk_chain got;
    minrisk_status status;

    stages = stages < c->n ? stages : c->n;
    weight = some(weight, stages, stages) ? weight : NULL;
    status = minrisk_chain_risk(risk, weight, stages, &got);
    for (size_t i = 1; i < stages; i++)
        worst = risk[i] > risk[worst] ? i : worst;
    compare_double("chain, maximum", status, got.maximum, risk[worst] + 0.0); /* no -0.0 */
    compare("chain, bottleneck", status, got.bottleneck, worst);
    compare("chain, known", status, got.known,
            (risk[worst] <= 1 ? MINRISK_CHAIN_SERIES : 0u) |
                (weight ? MINRISK_CHAIN_WEIGHTED : 0u));
    sums_of(&few, risk, stages, NULL, 0);
    mpz_set_ui(den, stages);
    compare_double("chain, mean", status, got.mean, nearest_scaled(few.total, den, few.unit));
    if (!weight)
        return;
    sums_of(&other, weight, stages, NULL, 0);
    mpz_set_ui(num, 0);
    for (size_t i = 0; i < stages; i++) {
        whole(&few, part, risk[i]);
        whole(&other, rest, weight[i]);
        mpz_addmul(num, part, rest);
    }
    compare_double("chain, weighted", status, got.weighted,
                   nearest_scaled(num, other.total, few.unit));
}

/* A length that covers sum to, all but a rounding, so that little is left of it. */
static void check_disruption(const rest_case *c)
{
    size_t stages = c->n < FEW ? c->n : FEW, origin = random_below(&drawn, stages);
    size_t held = stages, held_at = stages + 1, summed = random_size(&drawn, origin, stages);
    double length = random_below(&drawn, 4) ? 0 : pick(c);
    minrisk_status status;

    for (size_t i = origin; i < summed; i++)
        length += c->x[i];
    length = length < infinity() ? length + 0.0 : c->x[0];
    status = minrisk_chain_disruption(length, origin, c->x, stages, out, &held_at);
    sums_of(&few, c->x, stages, &length, 1);
    whole(&few, num, length);
    for (size_t i = 0; i < stages; i++) {
        whole(&few, part, c->x[i]);
        if (i >= origin)
            mpz_sub(num, num, part);
        if (mpz_sgn(num) < 0)
            mpz_set_ui(num, 0);
        held = i >= origin && held == stages && mpz_sgn(num) == 0 ? i : held;
        mpz_set(rest, num);
        if (i < origin)
            mpz_set_ui(rest, 0);
        compare_double("disruption", status, out[i], nearest_scaled(rest, unity, few.unit));
    }
    compare("disruption, held_at", status, held_at, held);
}

/* --- scores ------------------------------------------------------------------------------------- */

/* sum x^2 r f into num, in units of a: of x squared, of r and of f (NULL: 1). */
static void weigh_squares(const rest_case *c, const sums *a, const double *x, const double *r,
                          const double *f, size_t n)
{
    mpz_set_ui(num, 0);
    for (size_t i = 0; i < n; i++) {
        whole(a, part, x[i]);
        mpz_mul(part, part, part);
        whole(&c->of_rate, rest, r[i]);
        mpz_mul(part, part, rest);
        if (f) {
            whole(&of_factor, rest, f[i]);
            mpz_mul(part, part, rest);
        }
        mpz_add(num, num, part);
    }
}

static void check_eu(const rest_case *c)
{
    size_t n = some(c->x, c->n, FEW), m = some(c->y, c->n, FEW);
    minrisk_eu_stage stage = {
        {c->x, c->rate, factor, n}, {c->y, c->rate, NULL, m}, c->some_rate, .25, .75};
    minrisk_eu_risk got;
    minrisk_status status;

    if (n == 0 && m == 0)
        return;
    for (size_t i = 0; i < n; i++)
        factor[i] = at_most(.8 + product(.7, c->rate[n - 1 - i]), 1.5);
    sums_of(&of_factor, factor, n, NULL, 0);
    sums_of(&few, c->x, n, NULL, 0);
    sums_of(&other, c->y, m, NULL, 0);
    status = minrisk_eu_supply_risk(&stage, &got, NULL, NULL);
    if (n > 0) {
        weigh_squares(c, &few, c->x, c->rate, factor, n);
        compare_double("EU, hhi_global", status, got.hhi_global,
                       nearest_scaled(num, few.square_of_total, c->of_rate.unit + of_factor.unit));
    }
    if (m > 0) {
        weigh_squares(c, &other, c->y, c->rate, NULL, m);
        compare_double("EU, hhi_eu", status, got.hhi_eu,
                       nearest_scaled(num, other.square_of_total, c->of_rate.unit));
    }
}

/* 10 S sum A Q / L, the sum of A, 10 sum A Q / L, and 10 S A Q / L each. */
static void check_importance(const rest_case *c)
{
    minrisk_eu_uses uses = {c->rate, c->x, c->n, 0, c->some_rate};
    minrisk_eu_importance_of got;
    minrisk_status status;
    long unit = c->of_rate.unit;

    for (size_t i = 0; i < c->n; i++)
        uses.largest = c->x[i] > uses.largest ? c->x[i] : uses.largest;
    if (random_below(&drawn, 2) && uses.largest < 1e307)
        uses.largest *= 1 + (double)random_below(&drawn, 6);
    status = minrisk_eu_importance(&uses, &got, out);
    whole(&c->of_x, den, uses.largest);
    whole(&c->of_rate, term, c->some_rate);
    mpz_set_ui(num, 0);
    for (size_t i = 0; i < c->n; i++) {
        whole(&c->of_rate, part, c->rate[i]);
        whole(&c->of_x, rest, c->x[i]);
        mpz_mul(part, part, rest);
        mpz_mul_ui(part, part, 10);
        mpz_add(num, num, part);
        if (i < first_checked(c) || (i - first_checked(c)) % step_of(c) != 0)
            continue;
        mpz_mul(part, part, term);
        compare_double("importance, contribution", status, out[i],
                       nearest_scaled(part, den, 2 * unit));
    }
    compare_double("importance, by_substitution", status, got.by_substitution,
                   nearest_scaled(num, den, unit));
    mpz_mul(num, num, term);
    compare_double("importance", status, got.importance, nearest_scaled(num, den, 2 * unit));
    compare_double("importance, shares", status, got.shares,
                   nearest_scaled(c->of_rate.total, unity, unit));
}

/* Of the largest score, and of whether it and another reach 1 and 2.8. */
static void check_critical(const rest_case *c)
{
    static const double near[] = {1, 2.8, 1 - 0x1p-53, 2.8 - 0x1p-51, .5, 3};
    double stage[3], importance = near[random_below(&drawn, 6)];
    size_t stages = random_size(&drawn, 1, 3), worst = 0;
    minrisk_eu_verdict got;
    minrisk_status status;

    for (size_t i = 0; i < stages; i++)
        stage[i] = random_below(&drawn, 2) ? near[random_below(&drawn, 6)] : pick(c);
    status = minrisk_eu_critical(stage, stages, importance, &got);
    for (size_t i = 1; i < stages; i++)
        worst = stage[i] > stage[worst] ? i : worst;
    compare_double("verdict, risk", status, got.risk, stage[worst] + 0.0);
    compare("verdict, bottleneck", status, got.bottleneck, worst);
    compare("verdict, critical", status, (uint64_t)got.critical,
            stage[worst] >= 1 && importance >= 2.8);
}

/* Q / T^2 of production, and sum f g / (p + F) of imports, g being 0 at home. */
static void check_geopolrisk(const rest_case *c)
{
    size_t n = some(c->x, c->n, FEW), m = some(c->y, c->n, FEW);
    double domestic = pick(c);
    minrisk_geopolrisk_inputs in = {c->x, n, c->y, c->rate, bloc, m, 1, domestic, 1, 1};
    minrisk_geopolrisk_result got;
    minrisk_status status;

    if (n == 0 || m == 0)
        return;
    in.region = random_below(&drawn, 2) ? bloc : NULL;
    status = minrisk_geopolrisk(&in, &got, NULL, NULL);
    sums_of(&few, c->x, n, NULL, 0);
    compare_double("GeoPolRisk, hhi", status, got.hhi, nearest(few.squares, few.square_of_total));
    sums_of(&other, c->y, m, &domestic, 1);
    mpz_set_ui(num, 0);
    for (size_t i = 0; i < m; i++) {
        if (in.region && bloc[i] == 1)
            continue;
        whole(&other, part, c->y[i]);
        whole(&c->of_rate, rest, c->rate[i]);
        mpz_addmul(num, part, rest);
    }
    whole(&other, den, domestic);
    mpz_add(den, den, other.total);
    compare_double("GeoPolRisk, import_risk", status, got.import_risk,
                   nearest_scaled(num, den, c->of_rate.unit));
}

static void check_usgs(const rest_case *c)
{
    static const double one[] = {1};
    size_t n = some(c->x, c->n, FEW);
    minrisk_usgs_inputs in = {{c->x, c->rate, factor, n}, .5, one, one, one, 1, 1};
    minrisk_usgs_risk got;
    minrisk_status status;

    if (n == 0)
        return;
    for (size_t i = 0; i < n; i++)
        factor[i] = c->rate[n - 1 - i];
    sums_of(&of_factor, factor, n, NULL, 0);
    sums_of(&few, c->x, n, NULL, 0);
    status = minrisk_usgs_supply_risk(&in, &got, NULL);
    weigh_squares(c, &few, c->x, c->rate, factor, n);
    compare_double("USGS, disruption_potential", status, got.disruption_potential,
                   nearest_scaled(num, few.square_of_total, c->of_rate.unit + of_factor.unit));
}

/* --- losses ------------------------------------------------------------------------------------- */

static void draw_effects(const rest_case *c)
{
    for (size_t i = 0; i < c->n; i++) {
        effect[i] = c->x[i];
        if (random_below(&drawn, 4) == 0 && i > 0)
            effect[i] = c->x[i - 1];
        if (random_below(&drawn, 2))
            effect[i] = -effect[i];
    }
}

/* p_i e_i, in units of both. */
static void take_loss(const rest_case *c, mpz_t z, size_t i)
{
    whole(&c->of_rate, rest, c->rate[i]);
    signed_whole(&c->of_x, z, effect[i]);
    mpz_mul(z, z, rest);
}

static void check_loss(const rest_case *c)
{
    long unit = c->of_rate.unit + c->of_x.unit;
    size_t worst = 0;
    minrisk_loss got = {-1, -1, -1, c->n};
    minrisk_status status, right = MINRISK_OK;

    draw_effects(c);
    status = minrisk_expected_loss(c->rate, effect, c->n, &got, out);
    mpz_set_ui(num, 0);
    mpz_set_ui(den, 0);
    for (size_t i = 0; i < c->n; i++) {
        take_loss(c, part, i);
        if (mpz_sgn(part) > 0)
            mpz_add(num, num, part);
        else
            mpz_sub(den, den, part);
        if (i == 0 || mpz_cmp(part, term) > 0) {
            mpz_set(term, part);
            worst = i;
        }
    }
    if (nearest_scaled(num, unity, unit) == infinity() ||
        nearest_scaled(den, unity, unit) == infinity())
        right = MINRISK_E_DATA;
    compare("loss, status", MINRISK_OK, (uint64_t)(int64_t)status, (uint64_t)(int64_t)right);
    if (right != MINRISK_OK)
        return;
    compare_double("loss, losses", status, got.losses, nearest_scaled(num, unity, unit));
    compare_double("loss, gains", status, got.gains, nearest_scaled(den, unity, unit));
    mpz_sub(num, num, den);
    compare_double("loss, expected", status, got.expected, nearest_scaled(num, unity, unit));
    compare("loss, worst", status, got.worst, worst);
    for (size_t i = first_checked(c); i < c->n; i += step_of(c)) {
        take_loss(c, part, i);
        compare_double("loss, contribution", status, out[i], nearest_scaled(part, unity, unit));
    }
}

static void check_single(const rest_case *c)
{
    int32_t single = -1;
    size_t producer = c->n, first = 0;
    minrisk_status status = minrisk_single_producer(c->y, c->n, &single, &producer);

    while (!(c->y[first] > 0))
        first++;
    compare("single_producer", status, (uint64_t)single, c->of_y.positives == 1);
    compare("single_producer, producer", status, producer, first);
}

/* --- screens ------------------------------------------------------------------------------------ */

static int32_t class_below(double x, double low, double high)
{
    return x < low ? 0 : x > high ? 2 : 1;
}

/* Indicators in quarters, so that a mean may be on a threshold, or of all digits. */
static void draw_grades(size_t n)
{
    int fine = random_below(&drawn, 2) != 0;
    double same = (double)random_below(&drawn, 5) / 4 - .5;
    int all_same = random_below(&drawn, 8) == 0;

    for (size_t i = 0; i < n; i++) {
        grade[i] =
            fine ? product(random_unit(&drawn), 10) - 5 : (double)random_below(&drawn, 41) / 4 - 5;
        if (all_same)
            grade[i] = same;
    }
}

/* With S = sum x w: w x / T, x / T and (w T - S) / T^2. */
static void check_parts(const rest_case *c, minrisk_status status, size_t i, const sums *g)
{
    whole(&c->of_x, part, c->x[i]);
    compare_double("DERA, by_risk", status, by_risk[i], nearest(part, c->of_x.total));
    signed_whole(g, rest, grade[i]);
    mpz_mul(part, part, rest);
    compare_double("DERA, contribution", status, out[i],
                   nearest_scaled(part, c->of_x.total, g->unit));
    mpz_mul(part, rest, c->of_x.total);
    mpz_sub(part, part, num);
    compare_double("DERA, by_quantity", status, by_quantity[i],
                   nearest_scaled(part, c->of_x.square_of_total, g->unit - c->of_x.unit));
}

static void check_dera(const rest_case *c)
{
    const minrisk_attribution parts = {out, c->n <= FEW ? by_quantity : NULL, by_risk};
    minrisk_dera_result got;
    minrisk_status status;
    double risk, hhi;

    draw_grades(c->n);
    sums_of(&other, grade, c->n, NULL, 0);
    status = minrisk_dera_country_risk(c->x, grade, c->n, &got, c->n <= FEW ? &parts : NULL);
    mpz_set_ui(num, 0);
    for (size_t i = 0; i < c->n; i++) {
        whole(&c->of_x, part, c->x[i]);
        signed_whole(&other, rest, grade[i]);
        mpz_addmul(num, part, rest);
    }
    risk = nearest_scaled(num, c->of_x.total, other.unit);
    hhi = nearest(c->of_x.squares, c->of_x.square_of_total);
    compare_double("DERA, country_risk", status, got.country_risk, risk);
    compare_double("DERA, hhi", status, got.hhi, hhi);
    compare("DERA, risk_class", status, (uint64_t)got.risk_class,
            (uint64_t)(2 - class_below(risk, -.5, .5)));
    compare("DERA, concentration", status, (uint64_t)got.concentration,
            (uint64_t)class_below(hhi, .15, .25));
    for (size_t i = 0; i < c->n && c->n <= FEW; i++)
        check_parts(c, status, i, &other);
}

/* Exports that are what imports sum to, all but a rounding, or something else. */
static void check_cepii(const rest_case *c)
{
    double exports = nearest_scaled(c->of_x.total, unity, c->of_x.unit), cover = infinity();
    double import_hhi = nearest(c->of_x.squares, c->of_x.square_of_total);
    double world_hhi = nearest(c->of_y.squares, c->of_y.square_of_total);
    minrisk_dependence got;
    minrisk_status status;
    int more;

    exports = random_below(&drawn, 4) && exports < infinity() ? exports : pick(c);
    status = minrisk_cepii_dependence(c->x, c->n, c->y, c->n, exports, &got);
    compare_double("CEPII, import_hhi", status, got.import_hhi, import_hhi);
    compare_double("CEPII, world_hhi", status, got.world_hhi, world_hhi);
    sums_of(&few, c->x, c->n, &exports, 1);
    whole(&few, den, exports);
    if (mpz_sgn(den) != 0)
        cover = nearest(few.total, den);
    more = mpz_cmp(few.total, den) > 0;
    compare_double("CEPII, cover", status, got.cover, cover);
    compare("CEPII, classes", status,
            (uint64_t)(got.concentrated_imports | got.concentrated_world << 1 |
                       got.not_substitutable << 2 | got.dependent << 3),
            (uint64_t)((import_hhi > .4) | (world_hhi > .4) << 1 | more << 2 |
                       (import_hhi > .4 && world_hhi > .4 && more) << 3));
}

/* The tables of criticality.h, in points that are exact where the figure is on a threshold. */
static int32_t finding(int32_t guideline, double after, double delta, double share)
{
    if (guideline == 2023)
        return delta > .01 && (after > .18 || share > .3) ? 2 : 0;
    if (guideline == 2010) {
        if (delta < .01 || after < .15)
            return 0;
        return after <= .25 ? 1 : delta > .02 ? 2 : 1;
    }
    if (after < .1)
        return 0;
    if (after <= .18)
        return delta > .01 ? 1 : 0;
    return delta > .01 ? 2 : delta > .005 ? 1 : 0;
}

static void check_merger_screen(const rest_case *c)
{
    static const int32_t guidelines[] = {1992, 2010, 2023};
    int32_t guideline = guidelines[random_below(&drawn, 3)], level;
    size_t a = c->market->a, b = c->market->b;
    double before = nearest(c->of_x.squares, c->of_x.square_of_total), after, delta, share;
    minrisk_merger got;
    minrisk_status status;

    if (a == b)
        return;
    status = minrisk_merger_screen(c->x, c->n, a, b, guideline, &got);
    whole(&c->of_x, part, c->x[a]);
    whole(&c->of_x, rest, c->x[b]);
    mpz_mul(num, part, rest);
    mpz_mul_2exp(num, num, 1);
    delta = nearest(num, c->of_x.square_of_total);
    mpz_add(num, num, c->of_x.squares);
    after = nearest(num, c->of_x.square_of_total);
    mpz_add(part, part, rest);
    share = nearest(part, c->of_x.total);
    compare_double("merger, before", status, got.before, before);
    compare_double("merger, after", status, got.after, after);
    compare_double("merger, delta", status, got.delta, delta);
    compare_double("merger, share", status, got.share, share);
    level = guideline == 2010 ? class_below(after, .15, .25) : class_below(after, .1, .18);
    compare("merger, level", status, (uint64_t)got.level, (uint64_t)level);
    status |= minrisk_classify(after, guideline, &got.level);
    compare("classify", status, (uint64_t)got.level, (uint64_t)level);
    compare("merger, finding", status, (uint64_t)got.finding,
            (uint64_t)finding(guideline, after, delta, share));
}

/* --- reliance ----------------------------------------------------------------------------------- */

static void compare_reliance(const char *what, minrisk_status status, const minrisk_reliance *got,
                             int32_t state, double low, double high)
{
    int known = state != MINRISK_RELIANCE_NO_CONSUMPTION &&
                state != MINRISK_RELIANCE_NOT_AVAILABLE && state != MINRISK_RELIANCE_WITHHELD &&
                state != MINRISK_RELIANCE_UNBOUNDED && low > -infinity();
    compare(what, status, (uint64_t)got->state, (uint64_t)state);
    compare(what, status, (uint64_t)got->known, (uint64_t)known);
    compare_double(what, status, got->low, known ? low : 0);
    compare_double(what, status, got->high, known ? high : 0);
}

/* N into num and H into den, of a balance: trade of the one, home of the other. */
static void net_of(const rest_case *c, const minrisk_balance *trade, double exports,
                   const minrisk_balance *home)
{
    const sums *s = &c->of_pool;
    whole(s, num, trade->imports);
    whole(s, part, exports);
    mpz_sub(num, num, part);
    signed_whole(s, part, trade->stock_release);
    mpz_add(num, num, part);
    whole(s, den, home->production);
    whole(s, part, home->old_scrap);
    mpz_add(den, den, part);
}

static minrisk_balance draw_balance(const rest_case *c)
{
    minrisk_balance b;
    b.production = random_below(&drawn, 4) ? pick(c) : 0;
    b.old_scrap = random_below(&drawn, 2) ? pick(c) : 0;
    b.imports = random_below(&drawn, 4) ? pick(c) : 0;
    b.exports = random_below(&drawn, 2) ? pick(c) : 0;
    b.stock_release = random_below(&drawn, 2) ? pick(c) : 0;
    if (random_below(&drawn, 2) && b.stock_release > 0)
        b.stock_release = -b.stock_release;
    return b;
}

static void check_balance(const rest_case *c)
{
    minrisk_balance b = draw_balance(c);
    minrisk_reliance got;
    minrisk_status status = minrisk_net_import_reliance(&b, &got);
    int32_t state = MINRISK_RELIANCE_NO_CONSUMPTION;
    double ratio = 0;

    net_of(c, &b, b.exports, &b);
    mpz_add(den, den, num);
    if (mpz_sgn(den) > 0) {
        state = mpz_sgn(num) < 0 ? MINRISK_RELIANCE_NET_EXPORTER : MINRISK_RELIANCE_VALUE;
        ratio = nearest(num, den);
    }
    compare_reliance("net_import_reliance", status, &got, state, ratio, ratio);
}

static void check_consumption(const rest_case *c)
{
    double consumption = pick(c), production = pick(c), ratio = 0;
    minrisk_reliance got;
    minrisk_status status = minrisk_reliance_of_consumption(consumption, production, &got);
    int32_t state = MINRISK_RELIANCE_NO_CONSUMPTION;

    whole(&c->of_pool, den, consumption);
    whole(&c->of_pool, part, production);
    mpz_sub(num, den, part);
    if (mpz_sgn(den) > 0) {
        state = mpz_sgn(num) < 0 ? MINRISK_RELIANCE_NET_EXPORTER : MINRISK_RELIANCE_VALUE;
        ratio = nearest(num, den);
    }
    compare_reliance("reliance_of_consumption", status, &got, state, ratio, ratio);
}

static void check_published(const rest_case *c)
{
    double percent = random_below(&drawn, 2) ? (double)random_below(&drawn, 101)
                                             : 100 * c->rate[random_below(&drawn, c->n)];
    int32_t state = (int32_t)random_below(&drawn, 3);
    double fraction;
    minrisk_reliance got;
    minrisk_status status;

    if ((state == MINRISK_RELIANCE_ABOVE && !(percent < 100)) ||
        (state == MINRISK_RELIANCE_BELOW && !(percent > 0)))
        state = MINRISK_RELIANCE_VALUE;
    status = minrisk_reliance_published(state, percent, &got);
    sums_of(&few, &percent, 1, NULL, 0);
    mpz_set_ui(den, 100);
    fraction = nearest_scaled(few.total, den, few.unit);
    compare_reliance("reliance_published", status, &got, state,
                     state == MINRISK_RELIANCE_BELOW ? 0 : fraction,
                     state == MINRISK_RELIANCE_ABOVE ? 1 : fraction);
}

/* The ends of a part of a box. */
static void order(double *low, double *high)
{
    double kept = *low;
    if (kept > *high) {
        *low = *high;
        *high = kept;
    }
}

/* N / (H + N), whose least is at the largest H if N is not negative, and at the least if it is;
 * there is no least where a box that has consumption, and something at home, has also balances of
 * exporters without any, or where it passes the range of double. Where nothing is at home, what is
 * consumed is imported. */
static void check_box(const rest_case *c)
{
    minrisk_balance low = draw_balance(c), high = draw_balance(c);
    double bottom = 1, top = 1;
    int32_t state = MINRISK_RELIANCE_VALUE;
    minrisk_reliance got;
    minrisk_status status;

    order(&low.production, &high.production);
    order(&low.old_scrap, &high.old_scrap);
    order(&low.imports, &high.imports);
    order(&low.exports, &high.exports);
    order(&low.stock_release, &high.stock_release);
    status = minrisk_reliance_interval(&low, &high, &got);
    net_of(c, &high, low.exports, &high);
    mpz_add(term, den, num);
    if (mpz_sgn(term) <= 0) {
        compare_reliance("interval", status, &got, MINRISK_RELIANCE_NO_CONSUMPTION, 0, 0);
        return;
    }
    if (mpz_sgn(den) > 0) {
        net_of(c, &low, high.exports, &low); /* N-, H- */
        mpz_set(term, num);
        mpz_add(den, den, num);
        if (mpz_sgn(num) < 0 && mpz_sgn(den) <= 0) {
            compare_reliance("interval", status, &got, MINRISK_RELIANCE_UNBOUNDED, 0, 0);
            return;
        }
        if (mpz_sgn(num) >= 0) {
            net_of(c, &low, high.exports, &high); /* N-, H+ */
            mpz_add(den, den, num);
        }
        bottom = not_above(num, den);
        net_of(c, &high, low.exports, &low); /* N+, H- */
        if (mpz_sgn(num) < 0)
            net_of(c, &high, low.exports, &high);
        mpz_add(den, den, num);
        top = mpz_sgn(num) == 0 ? 0 : not_below(num, den);
        state = mpz_sgn(num) < 0                      ? MINRISK_RELIANCE_NET_EXPORTER
                : mpz_sgn(term) >= 0 && bottom >= top ? MINRISK_RELIANCE_VALUE
                                                      : MINRISK_RELIANCE_BETWEEN;
    }
    if (bottom < -1.7976931348623157e308)
        state = MINRISK_RELIANCE_UNBOUNDED;
    compare_reliance("interval", status, &got, state, bottom, top);
}

/* 2 (2.5 - w) and (2.5 - w) / 5, held. */
static void check_governance(const rest_case *c)
{
    double wgi = product(random_unit(&drawn), 10) - 5, risk_10 = -1, risk_1 = -1;
    int32_t held[2] = {-1, -1};
    const double half = 2.5;
    minrisk_status status;

    if (random_below(&drawn, 2))
        wgi = at_most(product(c->rate[0], 5), 5) - (random_below(&drawn, 2) ? 2.5 : 0);
    if (random_below(&drawn, 4) == 0)
        wgi = c->rate[c->n - 1];
    status = minrisk_wgi_to_risk_10(wgi, &risk_10, &held[0]);
    status |= minrisk_wgi_to_risk_1(wgi, &risk_1, &held[1]);
    sums_of(&few, &wgi, 1, &half, 1);
    whole(&few, num, half);
    signed_whole(&few, part, wgi);
    mpz_mul_2exp(rest, num, 1);
    mpz_sub(num, num, part);
    if (mpz_sgn(num) < 0)
        mpz_set_ui(num, 0);
    if (mpz_cmp(num, rest) > 0)
        mpz_set(num, rest);
    compare_double("wgi_to_risk_10", status, risk_10, nearest_scaled(num, unity, few.unit + 1));
    mpz_set_ui(den, 5);
    compare_double("wgi_to_risk_1", status, risk_1, nearest_scaled(num, den, few.unit));
    compare("wgi, clamped", status, (uint64_t)(held[0] + held[1]), wgi > 2.5 || wgi < -2.5 ? 2 : 0);
}

/* --- blocs and outages -------------------------------------------------------------------------- */

static void check_blocs(const rest_case *c)
{
    size_t blocs = random_size(&drawn, 1, MOST_BLOCS);
    double total[MOST_BLOCS], right[MOST_BLOCS];
    int fits = 1;
    minrisk_status status;

    for (size_t i = 0; i < c->n; i++)
        bloc[i] = (uint32_t)(random_bits(&drawn) >> 32) % (uint32_t)blocs;
    status = minrisk_bloc_totals(c->x, bloc, c->n, total, blocs);
    for (size_t b = 0; b < blocs; b++) {
        size_t kept = 0;
        for (size_t i = 0; i < c->n; i++)
            if (bloc[i] == b)
                out[kept++] = c->x[i];
        plain_sum_of(&c->of_x, num, out, kept);
        right[b] = nearest_scaled(num, unity, c->of_x.unit);
        fits = fits && right[b] < infinity();
    }
    compare("bloc_totals, status", MINRISK_OK, (uint64_t)(int64_t)status,
            (uint64_t)(int64_t)(fits ? MINRISK_OK : MINRISK_E_DATA));
    for (size_t b = 0; b < blocs && fits; b++)
        compare_double("bloc_totals", status, total[b], right[b]);
}

/* What the rest and the spare together cover of a need near them. */
static void compare_cover(minrisk_status status, const minrisk_outage *got, double need)
{
    mpz_add(num, few.total, other.total);
    whole(&few, den, need);
    compare_double("without, covered", status, got->covered,
                   mpz_cmp(num, den) >= 0 ? 1 : nearest(num, den));
    mpz_sub(num, den, num);
    compare_double("without, shortfall", status, got->shortfall,
                   mpz_sgn(num) <= 0 ? 0 : nearest_scaled(num, unity, few.unit));
}

/* Those but one, and what they could give besides: the second market, all of it in one unit. */
static void check_without(const rest_case *c)
{
    size_t n = c->n < 2 * FEW ? c->n : 2 * FEW, gone = random_below(&drawn, n);
    double left[2 * FEW], spare[2 * FEW], all[4 * FEW + 1], need = pick(c), rest_of, more;
    minrisk_outage got;
    minrisk_status status, right;

    for (size_t i = 0; i < n; i++) {
        left[i] = i == gone ? 0 : c->x[i];
        spare[i] = i == gone ? 0 : c->y[i];
    }
    memcpy(all, left, n * sizeof *left);
    memcpy(all + n, spare, n * sizeof *spare);
    sums_of(&few, all, 2 * n, NULL, 0);
    if (random_below(&drawn, 2))
        need = nearest_scaled(few.total, unity, few.unit);
    need = need > 0 && need < 1e308 / 2 ? need * (double)random_size(&drawn, 1, 2) : 1;
    all[2 * n] = need;
    sums_of(&few, left, n, all, 2 * n + 1);
    sums_of(&other, spare, n, all, 2 * n + 1);
    status = minrisk_without(c->x, c->y, n, gone, need, &got);
    rest_of = nearest_scaled(few.total, unity, few.unit);
    more = nearest_scaled(other.total, unity, few.unit);
    right = rest_of < infinity() && more < infinity() ? MINRISK_OK : MINRISK_E_DATA;
    compare("without, status", MINRISK_OK, (uint64_t)(int64_t)status, (uint64_t)(int64_t)right);
    if (right != MINRISK_OK)
        return;
    compare_double("without, rest", status, got.rest, rest_of);
    compare_double("without, spare", status, got.spare, more);
    compare_double("without, rest_hhi", status, got.rest_hhi,
                   few.positives ? nearest(few.squares, few.square_of_total) : 0);
    compare_cover(status, &got, need);
}

/* --- times -------------------------------------------------------------------------------------- */

/* 12 s / (u d) */
static void check_months(const rest_case *c)
{
    double stock = pick(c), use = pick(c), got = -1, right = infinity();
    minrisk_status status = minrisk_months_of_cover(stock, use, c->some_rate, &got);

    whole(&c->of_pool, num, stock);
    mpz_mul_ui(num, num, 12);
    whole(&c->of_pool, den, use);
    whole(&c->of_rate, part, c->some_rate);
    mpz_mul(den, den, part);
    if (mpz_sgn(den) > 0)
        right = nearest_scaled(num, den, -c->of_rate.unit);
    compare_double("months_of_cover", status, got, right);
}

/* (R - S) / (a - b) */
static void check_linear(const rest_case *c)
{
    double supply = pick(c), need = pick(c), a = pick(c), b = pick(c), at = 0, begin = 0, end = 0;
    int32_t state = MINRISK_NEVER;
    minrisk_when got;
    minrisk_status status;

    a = random_below(&drawn, 2) ? a : -a;
    b = random_below(&drawn, 2) ? b : -b;
    status = minrisk_when_linear(supply, a, need, b, infinity(), &got);
    whole(&c->of_pool, num, need);
    whole(&c->of_pool, part, supply);
    mpz_sub(num, num, part);
    signed_whole(&c->of_pool, den, a);
    signed_whole(&c->of_pool, part, b);
    mpz_sub(den, den, part);
    if (mpz_sgn(num) <= 0)
        state = MINRISK_ALREADY;
    if (mpz_sgn(den) != 0 && (state == MINRISK_ALREADY) == (mpz_sgn(den) < 0)) {
        if (mpz_sgn(den) < 0)
            mpz_neg(num, num);
        mpz_abs(den, den);
        at = nearest(num, den);
        if (state == MINRISK_NEVER)
            state = at < infinity() ? MINRISK_REACHED : MINRISK_BEYOND_HORIZON;
        begin = state == MINRISK_REACHED ? at : 0;
        end = state == MINRISK_ALREADY && at < infinity() ? at : 0;
    }
    compare("when_linear, status", status, (uint64_t)got.status, (uint64_t)state);
    compare_double("when_linear, first", status, got.first, begin);
    compare_double("when_linear, lost", status, got.lost, end);
}

/* --- all ---------------------------------------------------------------------------------------- */

void check_scores(const rest_case *c)
{
    check_chain(c);
    check_disruption(c);
    check_blocs(c);
    check_eu(c);
    check_importance(c);
    check_critical(c);
    check_geopolrisk(c);
    check_usgs(c);
    check_loss(c);
    check_single(c);
    check_dera(c);
    check_cepii(c);
    check_merger_screen(c);
    check_balance(c);
    check_consumption(c);
    check_published(c);
    check_box(c);
    check_governance(c);
    check_without(c);
    check_months(c);
    check_linear(c);
}
