/* SPDX-License-Identifier: MIT */
/* Time to independence under the rarer trends, and what recycling and stocks change. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/growth.h"

#include "elementary.h"
#include "exact.h"
#include "spells.h"
#include "trend_window.h"

/* --- spans of time between two crossings ----------------------------------------------------- */

enum curve_kind { LINEAR_SUPPLY, LOGISTIC_SUPPLY };

/* Supply against need, whose ratio rises to its peak and falls from there. */
typedef struct curve {
    enum curve_kind kind;
    double supply;    /* now, or the ceiling */
    double rate;      /* of supply: an amount a year, or of the S-curve */
    double midyear;   /* of the S-curve */
    double need;      /* now, > 0 */
    double need_rate; /* not 0 for a linear supply */
    double peak;      /* >= 0; infinite: the ratio rises for ever */
    int covers_late;  /* an endless rise comes to 1 */
    int falls;        /* an endless fall comes below 1 */
} curve;

static double larger(double a, double b)
{
    return a > b ? a : b;
}

static double size_of(double x)
{
    return x < 0.0 ? -x : x;
}

static double infinite(void)
{
    return minrisk_double_of(MINRISK_INFINITY_BITS);
}

/* ln(1 + e^x). Beyond 700 either term is below 2^-1000 of the other. */
static minrisk_pair softplus(minrisk_pair x)
{
    if (x.high > 700.0) {
        return x;
    }
    if (x.high < -700.0) {
        return minrisk_pair_of(0.0);
    }
    return minrisk_log_pair(minrisk_pair_add(minrisk_pair_of(1.0), minrisk_exp_pair(x)));
}

static minrisk_pair log_of(double x)
{
    return minrisk_log_pair(minrisk_pair_of(x));
}

/* a + b t */
static minrisk_pair line(double a, double b, double t)
{
    return minrisk_pair_add(minrisk_pair_of(a), minrisk_two_product(b, t));
}

/* Past the range of double as ln(a/2 + S/(2 t)) + ln t + ln 2. */
static minrisk_pair log_linear(const curve *c, double t)
{
    minrisk_pair x;

    if (minrisk_is_finite(c->rate * t)) {
        x = line(c->supply, c->rate, t);
        return x.high > 0.0 ? minrisk_log_pair(x) : minrisk_pair_of(-infinite());
    }
    if (c->rate < 0.0) {
        return minrisk_pair_of(-infinite());
    }
    x = minrisk_pair_divide(minrisk_pair_of(0.5 * c->supply), minrisk_pair_of(t));
    x = minrisk_log_pair(minrisk_pair_add(minrisk_pair_of(0.5 * c->rate), x));
    return minrisk_pair_add(x, minrisk_pair_add(log_of(t), log_of(2.0)));
}

static minrisk_pair log_logistic(const curve *c, double t)
{
    double half = minrisk_multiply(c->rate, minrisk_subtract(0.5 * c->midyear, 0.5 * t));
    minrisk_pair x = minrisk_two_sum(0.5 * c->midyear, -0.5 * t);

    if (size_of(half) > 1e300) {
        return half > 0.0 ? minrisk_pair_of(-infinite()) : log_of(c->supply);
    }
    x = minrisk_pair_multiply(x, minrisk_pair_of(c->rate));
    x = minrisk_pair_add(x, x);
    return minrisk_pair_add(log_of(c->supply), minrisk_pair_negate(softplus(x)));
}

/* ln supply against ln need, since neither side need be within the range of double; where there is
 * no supply its logarithm is infinite. */
static int covers(const curve *c, double t)
{
    minrisk_pair supply = c->kind == LINEAR_SUPPLY ? log_linear(c, t) : log_logistic(c, t);
    minrisk_pair need, excess;

    if (!minrisk_is_finite(supply.high)) {
        return 0;
    }
    if (!minrisk_is_finite(c->need_rate * t)) {
        return c->need_rate < 0.0;
    }
    need = minrisk_pair_add(log_of(c->need), minrisk_two_product(c->need_rate, t));
    excess = minrisk_pair_add(supply, minrisk_pair_negate(need));
    return excess.high >= 0.0;
}

/* The first double after `from`, up to `to`, at which the answer is that at `to`: bisection over
 * bits, since those of quantities stand in their order. */
static double change_between(const curve *c, double from, double to)
{
    uint64_t low = minrisk_bits_of(&from), high = minrisk_bits_of(&to);
    int there = covers(c, to);

    while (high - low > 1) {
        uint64_t middle = low + (high - low) / 2;
        if (covers(c, minrisk_double_of(middle)) == there) {
            high = middle;
        } else {
            low = middle;
        }
    }
    return minrisk_double_of(high);
}

/* When the answer first becomes `wanted`, after `from` where it is not; infinite past the largest
 * time that is tried. */
static double change_after(const curve *c, double from, int wanted)
{
    const double latest = 1e300;
    double t = from < 1.0 ? 1.0 : 2.0 * from;

    while (t < latest && covers(c, t) != wanted) {
        from = t;
        t *= 2.0;
    }
    return t < latest ? change_between(c, from, t) : infinite();
}

static minrisk_window window_of(const curve *c)
{
    minrisk_window w = {1, 1, 0.0, 0, 0.0};

    w.now = covers(c, 0.0);
    if (!w.now && minrisk_is_finite(c->peak)) {
        w.any = covers(c, c->peak);
        w.begin = w.any ? change_between(c, 0.0, c->peak) : 0.0;
    } else if (!w.now) {
        w.any = c->covers_late;
        w.begin = w.any ? change_after(c, 0.0, 1) : 0.0;
    }
    if (w.any && c->falls) {
        w.ends = 1;
        w.end = change_after(c, w.begin > c->peak ? w.begin : c->peak, 0);
    }
    return w;
}

/* --- linear against exponential -------------------------------------------------------------- */

/* Where a = b R e^(b t), if that is to come. */
static double linear_peak(const curve *c)
{
    double a = c->rate, b = c->need_rate;
    minrisk_pair gap;
    double t;

    if (b < 0.0 && a >= 0.0) {
        return infinite();
    }
    if (b > 0.0 && a <= 0.0) {
        return 0.0;
    }
    gap = minrisk_pair_add(log_of(a < 0.0 ? -a : a), minrisk_pair_negate(log_of(c->need)));
    gap = minrisk_pair_add(gap, minrisk_pair_negate(log_of(b < 0.0 ? -b : b)));
    t = gap.high / b;
    return t > 0.0 ? t : 0.0;
}

minrisk_status minrisk_when_linear_exponential(double supply, double supply_per_year, double need,
                                               double need_rate_continuous, double horizon,
                                               minrisk_when *when)
{
    curve c = {LINEAR_SUPPLY, supply, supply_per_year, 0.0, need, need_rate_continuous, 0.0, 0, 0};
    minrisk_window w;

    if (!when) {
        return MINRISK_E_NULL;
    }
    if (!minrisk_is_quantity(supply) || !minrisk_is_finite(supply_per_year) ||
        !minrisk_is_quantity(need) || !minrisk_is_finite(need_rate_continuous) ||
        !minrisk_is_span(horizon)) {
        return MINRISK_E_PARAM;
    }

    if (minrisk_is_zero(need) || minrisk_is_zero(need_rate_continuous)) {
        return minrisk_when_linear(supply, supply_per_year, need, 0.0, horizon, when);
    }
    c.peak = linear_peak(&c);
    c.covers_late = supply > 0.0 || supply_per_year > 0.0;
    c.falls = minrisk_is_finite(c.peak);
    w = window_of(&c);
    *when = minrisk_window_answer(&w, horizon);
    return MINRISK_OK;
}

/* --- logistic -------------------------------------------------------------------------------- */

/* Where k (1 - S/K) = b: e^(k (t - m)) = (k - b) / b, if that is to come. */
static double logistic_peak(const curve *c)
{
    double k = c->rate, b = c->need_rate;
    double t;

    if (b <= 0.0) {
        return infinite();
    }
    if (b >= k) {
        return 0.0;
    }
    t = minrisk_add(c->midyear,
                    minrisk_log_ratio(minrisk_two_sum(k, -b), minrisk_pair_of(b)).high / k);
    return t > 0.0 ? t : 0.0;
}

minrisk_status minrisk_when_logistic(double ceiling, double rate_continuous, double midyear,
                                     double need, double need_rate_continuous, double horizon,
                                     minrisk_when *when)
{
    curve c = {
        LOGISTIC_SUPPLY, ceiling, rate_continuous, midyear, need, need_rate_continuous, 0.0, 0, 0};
    minrisk_window w = {0, 0, 0.0, 0, 0.0};

    if (!when) {
        return MINRISK_E_NULL;
    }
    if (!minrisk_is_quantity(ceiling) || !minrisk_is_finite(rate_continuous) ||
        rate_continuous <= 0.0 || !minrisk_is_finite(midyear) || !minrisk_is_quantity(need) ||
        !minrisk_is_finite(need_rate_continuous) || !minrisk_is_span(horizon)) {
        return MINRISK_E_PARAM;
    }

    if (minrisk_is_zero(need)) {
        w.any = w.now = 1;
    } else if (!minrisk_is_zero(ceiling)) {
        c.peak = logistic_peak(&c);
        c.covers_late = need_rate_continuous < 0.0 || ceiling > need;
        c.falls = minrisk_is_finite(c.peak);
        w = window_of(&c);
    }
    *when = minrisk_window_answer(&w, horizon);
    if (minrisk_is_zero(need_rate_continuous)) {
        when->assumptions |= MINRISK_ASSUMES_CONSTANT_NEED;
    }
    return MINRISK_OK;
}

/* --- the HHI of a market that grows ---------------------------------------------------------- */

enum { MOST_STEPS = 1024 };

/* A market of suppliers that grow. */
typedef struct market {
    const double *supply, *growth;
    size_t n;
    double limit;
    minrisk_pair fastest; /* the largest ln(1 + g) of a supplier that has supply */
    double spread;        /* how far the smallest is below it */
} market;

/* HHI at a time, less the limit, and its slope. */
typedef struct point {
    double excess;
    double slope;
    int met;
} point;

static minrisk_pair log_growth(double g)
{
    return minrisk_log_pair(minrisk_two_sum(1.0, g));
}

static int is_growth(double g)
{
    return minrisk_is_finite(g) && g > -1.0;
}

/* Returns 0 if there is no supply. */
static int find_spread(market *m)
{
    double fastest = 0.0, slowest = 0.0;
    int any = 0;
    size_t i;

    for (i = 0; i < m->n; i++) {
        if (minrisk_is_zero(m->supply[i])) {
            continue;
        }
        fastest = !any || m->growth[i] > fastest ? m->growth[i] : fastest;
        slowest = !any || m->growth[i] < slowest ? m->growth[i] : slowest;
        any = 1;
    }
    m->fastest = log_growth(fastest);
    m->spread =
        minrisk_log_ratio(minrisk_two_sum(1.0, fastest), minrisk_two_sum(1.0, slowest)).high;
    return any;
}

/* ln(1 + g_i) less the fastest. */
static double lag_of(const market *m, size_t i)
{
    return minrisk_pair_add(log_growth(m->growth[i]), minrisk_pair_negate(m->fastest)).high;
}

/* H = Q / T^2 and H' = 2 (H B / T - A / T^2), with T = sum w, Q = sum w^2, B = sum w |lag| and
 * A = sum w^2 |lag| for the lags behind the fastest: each quotient rounded once. Suppliers are
 * taken in proportion to the fastest, so that none overflows. */
static point point_at(const market *m, double t)
{
    minrisk_sum total, slow;
    minrisk_products squares, slow_squares;
    minrisk_quotient q;
    double hhi, mean_lag, slow_part;
    point p;
    size_t i;

    memset(&total, 0, sizeof total);
    memset(&slow, 0, sizeof slow);
    memset(&squares, 0, sizeof squares);
    memset(&slow_squares, 0, sizeof slow_squares);
    for (i = 0; i < m->n; i++) {
        if (!minrisk_is_zero(m->supply[i])) {
            double lag = lag_of(m, i);
            double w = minrisk_multiply(m->supply[i], minrisk_exp(minrisk_multiply(lag, t)));
            double slowed = minrisk_multiply(w, minrisk_positive_part(-lag));
            minrisk_sum_add(&total, w);
            minrisk_sum_add(&slow, slowed);
            minrisk_products_add(&squares, w, w);
            minrisk_products_add(&slow_squares, w, slowed);
        }
    }
    q.n1 = minrisk_natural_of_products(&squares);
    q.n2 = minrisk_natural_one();
    q.d1 = q.d2 = minrisk_natural_of_sum(&total);
    q.unit = 0;
    hhi = minrisk_quotient_round(&q, MINRISK_NEAREST);
    q.n1 = minrisk_natural_of_products(&slow_squares);
    slow_part = minrisk_quotient_round(&q, MINRISK_NEAREST);
    mean_lag = minrisk_sum_ratio(&slow, &total);
    p.excess = minrisk_subtract(hhi, minrisk_multiply(m->limit, 1.0 + MINRISK_TOLERANCE));
    p.slope = 2.0 * minrisk_subtract(minrisk_multiply(hhi, mean_lag), slow_part);
    p.met = p.excess <= 0.0;
    return p;
}

/* How far it is at least to a crossing: with the distance d to it, the speed v of going away from
 * it, and |H''| <= 4 D^2, the root of d + v x - 2 D^2 x^2, in the form that does not cancel. */
static double safe_step(const market *m, const point *p)
{
    double d = size_of(p->excess), v = p->met ? -p->slope : p->slope;
    double bend = 4.0 * minrisk_multiply(m->spread, m->spread);
    double root =
        minrisk_sqrt(minrisk_add(minrisk_multiply(v, v), 2.0 * minrisk_multiply(bend, d)));

    return v > 0.0 ? (v + root) / bend : 2.0 * d / minrisk_subtract(root, v);
}

/* Where what is met at one end of a step changes. */
static double edge_between(const market *m, double from, double to, int met_to)
{
    int halvings;

    for (halvings = 0; halvings < 64; halvings++) {
        double middle = from + 0.5 * minrisk_subtract(to, from);
        if (point_at(m, middle).met == met_to) {
            to = middle;
        } else {
            from = middle;
        }
    }
    return to;
}

static void find_spells(const market *m, double horizon, minrisk_verdict *answer)
{
    minrisk_spell current = {0.0, 0.0, 0, 0, 0};
    minrisk_sink to;
    point p = point_at(m, 0.0);
    double t = 0.0;
    uint32_t steps = 0;

    memset(&to, 0, sizeof to);
    to.answer = answer;
    while (t < horizon) {
        double least = steps++ < MOST_STEPS ? MINRISK_TOLERANCE : 1.0 / (double)MOST_STEPS;
        double step = larger(safe_step(m, &p), minrisk_multiply(least, horizon));
        double next = t + step < horizon ? t + step : horizon;
        point q = point_at(m, next);
        if (q.met != p.met) {
            double edge = edge_between(m, t, next, q.met);
            current.end = edge;
            if (p.met) {
                minrisk_sink_emit(&to, &current);
            }
            current.begin = edge;
        }
        t = next;
        p = q;
    }
    if (p.met) {
        current.end = horizon;
        minrisk_sink_emit(&to, &current);
    }
}

static minrisk_status check_market(const double *supply, const double *growth, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (!minrisk_is_quantity(supply[i]) || !is_growth(growth[i])) {
            return MINRISK_E_DATA;
        }
    }
    return MINRISK_OK;
}

minrisk_status minrisk_when_hhi(const double *supply, const double *growth, size_t n, double limit,
                                double horizon, minrisk_when *when)
{
    minrisk_verdict c;
    minrisk_status status;
    market m;

    if (!supply || !growth || !when) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_is_fraction(limit) || !minrisk_is_quantity(horizon)) {
        return MINRISK_E_PARAM;
    }
    status = check_market(supply, growth, n);
    if (status != MINRISK_OK) {
        return status;
    }

    memset(&c, 0, sizeof c);
    c.horizon = minrisk_positive_part(horizon);
    m.supply = supply;
    m.growth = growth;
    m.n = n;
    m.limit = limit;
    if (find_spread(&m)) {
        find_spells(&m, c.horizon, &c);
        c.when.known |= MINRISK_KNOWS_SATISFIED;
        c.when.status = MINRISK_NOT_WITHIN_HORIZON;
        if (minrisk_verdict_close(&c)) {
            c.when.status = c.when.first > 0.0 ? MINRISK_REACHED : MINRISK_ALREADY;
        }
    } else {
        c.when.status = MINRISK_UNDEFINED;
    }
    c.when.assumptions = MINRISK_ASSUMES_TREND_HOLDS;
    *when = c.when;
    return MINRISK_OK;
}

/* --- needs and stocks ------------------------------------------------------------------------ */

/* (1 + growth)^(-lifetime), infinite past the range of double. */
static minrisk_pair faded(double growth, double lifetime)
{
    minrisk_pair log = log_growth(growth);
    double rough = minrisk_multiply(log.high, -lifetime);

    if (rough > 709.0) {
        return minrisk_pair_of(infinite());
    }
    if (rough < -700.0) {
        return minrisk_pair_of(0.0);
    }
    return minrisk_exp_pair(minrisk_pair_multiply(log, minrisk_pair_of(-lifetime)));
}

minrisk_status minrisk_net_need_factor(double shortfall, double substituted, double recovered,
                                       double growth, double lifetime, double *factor)
{
    minrisk_pair kept, scrap;

    if (!factor) {
        return MINRISK_E_NULL;
    }
    if (!minrisk_is_fraction(shortfall) || !minrisk_is_fraction(substituted) ||
        !minrisk_is_fraction(recovered) || !is_growth(growth) || !minrisk_is_quantity(lifetime)) {
        return MINRISK_E_PARAM;
    }

    kept =
        minrisk_pair_multiply(minrisk_two_sum(1.0, -shortfall), minrisk_two_sum(1.0, -substituted));
    scrap = minrisk_pair_of(0.0);
    if (!minrisk_is_zero(recovered)) {
        scrap = faded(growth, lifetime);
        if (!minrisk_is_finite(scrap.high)) {
            *factor = -infinite();
            return MINRISK_OK;
        }
        scrap = minrisk_pair_multiply(scrap, minrisk_pair_of(recovered));
    }
    *factor = minrisk_pair_add(kept, minrisk_pair_negate(scrap)).high;
    return MINRISK_OK;
}

minrisk_status minrisk_months_of_cover(double stock, double annual_use, double dependence,
                                       double *months)
{
    minrisk_products twelve, lost;
    minrisk_quotient q;

    if (!months) {
        return MINRISK_E_NULL;
    }
    if (!minrisk_is_quantity(stock) || !minrisk_is_quantity(annual_use) ||
        !minrisk_is_fraction(dependence)) {
        return MINRISK_E_PARAM;
    }

    memset(&twelve, 0, sizeof twelve);
    memset(&lost, 0, sizeof lost);
    minrisk_products_add(&twelve, stock, 12.0);
    minrisk_products_add(&lost, annual_use, dependence);
    q.n1 = minrisk_natural_of_products(&twelve);
    q.d1 = minrisk_natural_of_products(&lost);
    q.n2 = q.d2 = minrisk_natural_one();
    q.unit = 0;
    *months = q.d1.length == 0 ? infinite() : minrisk_quotient_round(&q, MINRISK_NEAREST);
    return MINRISK_OK;
}

#endif
