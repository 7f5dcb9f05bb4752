/* SPDX-License-Identifier: MIT */
/* Lead times as tables of integers: see minrisk/lead.h.
 *
 * Each shape gives its quantiles in years, in order; one place makes knots of them. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/lead.h"

#include "elementary.h"
#include "lead_table.h"

/* --- knots ----------------------------------------------------------------------------------- */

static int is_lead(double years)
{
    return minrisk_is_quantity(years) && years <= MINRISK_LEAD_LONGEST;
}

/* The nearest whole number of ticks, within the range of a lead. */
static int32_t ticks_of(double ticks)
{
    const double longest = MINRISK_LEAD_LONGEST * 65536.0;

    if (!(ticks > 0.0)) {
        return 0;
    }
    return (int32_t)((ticks < longest ? ticks : longest) + 0.5);
}

/* A table under way: how many knots it has, and what they add up to. */
typedef struct writer {
    int32_t *table;
    size_t knots;
    minrisk_pair inner; /* ticks, not rounded, of all knots but the first */
    double first;
} writer;

static writer writer_of(int32_t *table)
{
    writer w;
    w.table = table;
    w.knots = 0;
    w.inner = minrisk_pair_of(0.0);
    w.first = 0.0;
    return w;
}

/* The next knot; not below the last one, whatever rounding has done. */
static void add_knot(writer *w, double years)
{
    double ticks = 65536.0 * years;
    int32_t knot = ticks_of(ticks);

    if (w->knots > 0) {
        w->inner = minrisk_pair_add(w->inner, minrisk_pair_of(ticks));
        knot = knot < w->table[w->knots - 1] ? w->table[w->knots - 1] : knot;
    } else {
        w->first = ticks;
    }
    w->table[w->knots++] = knot;
}

/* The last knot, n-th after the first, from the mean of the table:
 *
 *     mean = (first/2 + inner + last/2) / n */
static void add_last_knot(writer *w, double mean_years)
{
    double n = (double)w->knots;
    minrisk_pair sum = minrisk_two_product(65536.0 * mean_years, n);

    sum = minrisk_pair_add(sum, minrisk_pair_negate(w->inner));
    add_knot(w, minrisk_subtract(2.0 * sum.high, w->first) / 65536.0);
}

static void fill_constant(double years, int32_t *table, size_t table_len)
{
    size_t i;

    for (i = 0; i < table_len; i++) {
        table[i] = ticks_of(65536.0 * years);
    }
}

/* i / (table_len - 1), exact. */
static double probability_of(size_t i, size_t table_len)
{
    return (double)i / (double)(table_len - 1);
}

static minrisk_status check_table(const int32_t *table, size_t table_len)
{
    if (!table) {
        return MINRISK_E_NULL;
    }
    return minrisk_lead_bits(table_len) < 0 ? MINRISK_E_SIZE : MINRISK_OK;
}

/* --- straight densities ---------------------------------------------------------------------- */

minrisk_status minrisk_lead_uniform(double least, double most, int32_t *table, size_t table_len)
{
    minrisk_status status = check_table(table, table_len);
    writer w;
    size_t i;

    if (status != MINRISK_OK) {
        return status;
    }
    if (!is_lead(least) || !is_lead(most) || most < least) {
        return MINRISK_E_PARAM;
    }

    w = writer_of(table);
    for (i = 0; i < table_len; i++) {
        add_knot(&w, least + minrisk_multiply(probability_of(i, table_len),
                                              minrisk_subtract(most, least)));
    }
    return MINRISK_OK;
}

static minrisk_status check_estimates(double least, double likely, double most,
                                      const int32_t *table, size_t table_len)
{
    minrisk_status status = check_table(table, table_len);

    if (status != MINRISK_OK) {
        return status;
    }
    return is_lead(least) && is_lead(likely) && is_lead(most) && least <= likely && likely <= most
               ? MINRISK_OK
               : MINRISK_E_PARAM;
}

/* How far from an end, a side of the given length, the part u of the whole range lies. */
static double triangular_part(double u, double range, double side)
{
    return minrisk_sqrt(minrisk_multiply(minrisk_multiply(u, range), side));
}

minrisk_status minrisk_lead_triangular(double least, double likely, double most, int32_t *table,
                                       size_t table_len)
{
    minrisk_status status = check_estimates(least, likely, most, table, table_len);
    writer w;
    size_t i;

    if (status != MINRISK_OK) {
        return status;
    }

    w = writer_of(table);
    for (i = 0; i < table_len; i++) {
        double u = probability_of(i, table_len);
        add_knot(
            &w,
            minrisk_multiply(u, minrisk_subtract(most, least)) <= minrisk_subtract(likely, least)
                ? least + triangular_part(u, minrisk_subtract(most, least),
                                          minrisk_subtract(likely, least))
                : minrisk_subtract(most, triangular_part(1.0 - u, minrisk_subtract(most, least),
                                                         minrisk_subtract(most, likely))));
    }
    return MINRISK_OK;
}

/* --- PERT: quantiles of the Beta distribution with alpha + beta = 6 -------------------------- */

enum { MOST_STEPS = 100 };

/* x^a (1 - x)^b, for 0 < x <= 1/2 */
static double beta_kernel(double a, double b, double x)
{
    return minrisk_exp(minrisk_multiply(a, minrisk_log(x)) +
                       minrisk_multiply(b, minrisk_log1p(-x)));
}

/* The integral of t^(a-1) (1-t)^(b-1) from 0 to x <= 1/2, over the kernel at x; a + b = 6:
 *
 *     1/a + 6/(a (a+1)) x + 6 7/(a (a+1) (a+2)) x^2 + ...
 *
 * All terms are positive, and from the 12th on each is below 3/4 of the one before. */
static double beta_series(double a, double x)
{
    double term = 1.0 / a;
    double sum = term;
    int n;

    for (n = 0; term > minrisk_multiply(sum, 1e-17); n++) {
        term = minrisk_multiply(term, minrisk_multiply(x, (6.0 + n) / (a + 1.0 + n)));
        sum += term;
    }
    return sum;
}

/* x in [0, 1/2] where that integral is `area`: Newton's steps, and halving of the bracket where
 * they leave it. `x` is a guess. */
static double beta_root(double a, double b, double area, double x)
{
    double low = 0.0, high = 0.5;
    int i;

    for (i = 0; i < MOST_STEPS; i++) {
        double kernel = beta_kernel(a, b, x);
        double excess = minrisk_subtract(minrisk_multiply(kernel, beta_series(a, x)), area);
        double step = excess / (kernel / minrisk_multiply(x, minrisk_subtract(1.0, x)));
        double next = minrisk_subtract(x, step);
        if (excess > 0.0) {
            high = x;
        } else {
            low = x;
        }
        if (!(next > low && next < high)) {
            next = 0.5 * (low + high);
        }
        step = minrisk_subtract(next, x);
        x = next;
        /* The error after a step is of the order of the step's square over x. */
        if ((step < 0.0 ? -step : step) <= 1e-8 * x) {
            break;
        }
    }
    return x;
}

static void fill_pert(double least, double likely, double most, int32_t *table, size_t table_len)
{
    const double range = minrisk_subtract(most, least);
    const double a = 1.0 + 4.0 * (minrisk_subtract(likely, least) / range);
    const double b = 1.0 + 4.0 * (minrisk_subtract(most, likely) / range);
    const double below = minrisk_multiply(beta_kernel(a, b, 0.5), beta_series(a, 0.5));
    const double above = minrisk_multiply(beta_kernel(b, a, 0.5), beta_series(b, 0.5));
    writer w = writer_of(table);
    double x = 0.25;
    size_t i;

    add_knot(&w, least);
    for (i = 1; i < table_len - 1; i++) {
        double u = probability_of(i, table_len);
        double area = minrisk_multiply(u, below + above);
        if (area <= below) {
            x = beta_root(a, b, area, x);
            add_knot(&w, least + minrisk_multiply(x, range));
        } else {
            x = beta_root(b, a, minrisk_multiply(1.0 - u, below + above), x);
            add_knot(&w, minrisk_subtract(most, minrisk_multiply(x, range)));
        }
    }
    add_knot(&w, most);
}

minrisk_status minrisk_lead_pert(double least, double likely, double most, int32_t *table,
                                 size_t table_len)
{
    minrisk_status status = check_estimates(least, likely, most, table, table_len);

    if (status != MINRISK_OK) {
        return status;
    }

    /* In a range below a ten-thousandth of a tick every knot is the same. */
    if (most - least < 1e-9) {
        fill_constant(likely, table, table_len);
    } else {
        fill_pert(least, likely, most, table, table_len);
    }
    return MINRISK_OK;
}

/* --- lognormal ------------------------------------------------------------------------------- */

/* (Phi(z) - 1/2) / phi(z) = z + z^3/3 + z^5/(3 5) + ..., all terms positive (z >= 0). */
static double normal_series(double z)
{
    double square = minrisk_multiply(z, z);
    double term = z;
    double sum = z;
    int n;

    for (n = 3; term > minrisk_multiply(sum, 1e-17); n += 2) {
        term = minrisk_multiply(term, square / n);
        sum += term;
    }
    return sum;
}

/* The quantile u < 1 of the normal distribution, for u >= 1/2, from a z below it: Phi is concave
 * there, so that Newton's steps do not pass it. The tail is at least 2^-19 (z < 4.7), where Phi is
 * known to 2^-53 and z therefore to 1e-11. */
static double normal_quantile(double u, double z)
{
    const double root_half_pi = 1.2533141373155003; /* sqrt(pi / 2) */
    double step = 1.0;

    while (step > 1e-8) {
        /* 1 / phi(z), as sqrt(2 pi) exp(z^2 / 2) */
        double inverse =
            2.0 * minrisk_multiply(root_half_pi, minrisk_exp(0.5 * minrisk_multiply(z, z)));
        step = minrisk_subtract(minrisk_multiply(u - 0.5, inverse), normal_series(z));
        z = minrisk_add(z, step);
    }
    return z;
}

static double lognormal_quantile(double mu, double sigma, double z)
{
    return minrisk_exp(minrisk_add(mu, minrisk_multiply(sigma, z)));
}

/* Quantiles u and 1 - u are z and -z; knots come in order, hence down to the middle and up again,
 * and what was found on the way down serves as a guess no more. */
static void fill_lognormal(double mu, double sigma, double mean, int32_t *table, size_t table_len)
{
    const double eighth = 0.125 / (double)(table_len - 1);
    const double first = eighth < 1.0 / 2048.0 ? eighth : 1.0 / 2048.0;
    writer w = writer_of(table);
    double z = 0.0;
    size_t i;

    add_knot(&w, lognormal_quantile(mu, sigma, -normal_quantile(1.0 - first, 0.0)));
    for (i = 1; i < table_len - 1; i++) {
        double u = probability_of(i, table_len);
        if (u < 0.5) {
            add_knot(&w, lognormal_quantile(mu, sigma, -normal_quantile(1.0 - u, 0.0)));
        } else {
            z = normal_quantile(u, z);
            add_knot(&w, lognormal_quantile(mu, sigma, z));
        }
    }
    add_last_knot(&w, mean);
}

minrisk_status minrisk_lead_lognormal(double mean, double sd, int32_t *table, size_t table_len)
{
    minrisk_status status = check_table(table, table_len);
    double ratio, variance;

    if (status != MINRISK_OK) {
        return status;
    }
    if (!is_lead(mean) || mean < 1.0 / 65536.0 || !is_lead(sd)) {
        return MINRISK_E_PARAM;
    }

    ratio = sd / mean;
    variance = minrisk_log1p(minrisk_multiply(ratio, ratio));
    if (variance < 1e-24) { /* a spread below any tick, and clear of underflow */
        fill_constant(mean, table, table_len);
    } else {
        fill_lognormal(minrisk_subtract(minrisk_log(mean), 0.5 * variance), minrisk_sqrt(variance),
                       mean, table, table_len);
    }
    return MINRISK_OK;
}

minrisk_status minrisk_lead_median(double median, double sigma, int32_t *table, size_t table_len)
{
    minrisk_status status = check_table(table, table_len);

    if (status != MINRISK_OK) {
        return status;
    }
    if (!is_lead(median) || median < 1.0 / 65536.0 || !minrisk_is_quantity(sigma) || sigma > 8.0) {
        return MINRISK_E_PARAM;
    }

    if (sigma < 1e-12) {
        fill_constant(median, table, table_len);
    } else {
        fill_lognormal(minrisk_log(median), sigma,
                       minrisk_multiply(median, minrisk_exp(0.5 * minrisk_multiply(sigma, sigma))),
                       table, table_len);
    }
    return MINRISK_OK;
}

/* --- Weibull --------------------------------------------------------------------------------- */

/* Gamma(1 + x) for 0 <= x <= 8, by Stirling's series for 17 + x; the first term left out is
 * 691 / (360360 17^11) < 1e-16. */
static double gamma_of_one_plus(double x)
{
    const double y = 17.0 + x;
    const double r = 1.0 / minrisk_multiply(y, y);
    const double half_log_two_pi = 0.91893853320467274;
    double series, product = 1.0;
    int i;

    series = 1.0 / 1188.0;
    series = minrisk_subtract(minrisk_multiply(series, r), 1.0 / 1680.0);
    series = minrisk_add(minrisk_multiply(series, r), 1.0 / 1260.0);
    series = minrisk_subtract(minrisk_multiply(series, r), 1.0 / 360.0);
    series = minrisk_add(minrisk_multiply(series, r), 1.0 / 12.0);
    for (i = 1; i < 17; i++) {
        product = minrisk_multiply(product, x + i);
    }
    return minrisk_exp(
               minrisk_subtract(minrisk_multiply(minrisk_subtract(y, 0.5), minrisk_log(y)), y) +
               half_log_two_pi + series / y) /
           product;
}

minrisk_status minrisk_lead_weibull(double shape, double scale, int32_t *table, size_t table_len)
{
    minrisk_status status = check_table(table, table_len);
    writer w;
    size_t i;

    if (status != MINRISK_OK) {
        return status;
    }
    if (!(shape >= 0.125 && shape <= 1024.0) || !is_lead(scale)) {
        return MINRISK_E_PARAM;
    }

    w = writer_of(table);
    add_knot(&w, 0.0);
    for (i = 1; i < table_len - 1; i++) {
        double hazard = -minrisk_log1p(-probability_of(i, table_len));
        add_knot(&w, minrisk_multiply(scale, minrisk_exp(minrisk_log(hazard) / shape)));
    }
    add_last_knot(&w, minrisk_multiply(scale, gamma_of_one_plus(1.0 / shape)));
    return MINRISK_OK;
}

/* --- as observed ----------------------------------------------------------------------------- */

static int is_distribution(const double *probability, size_t n)
{
    size_t i;

    for (i = 1; i < n; i++) {
        if (!(probability[i] >= probability[i - 1])) {
            return 0;
        }
    }
    return minrisk_is_zero(probability[0]) && probability[n - 1] == 1.0;
}

static int are_leads(const double *years, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (!is_lead(years[i]) || (i > 0 && years[i] < years[i - 1])) {
            return 0;
        }
    }
    return 1;
}

static double point_probability(const double *probability, size_t j, size_t n)
{
    return probability ? probability[j] : (double)j / (double)(n - 1);
}

/* The quantile u between the points j and j + 1, where the first j serves that brings the second
 * to u or beyond. */
static double observed_quantile(const double *probability, const double *years, size_t n, double u,
                                size_t *j)
{
    double low, high;

    while (*j + 2 < n && point_probability(probability, *j + 1, n) < u) {
        ++*j;
    }
    low = point_probability(probability, *j, n);
    high = point_probability(probability, *j + 1, n);
    return high > low ? years[*j] +
                            minrisk_multiply(minrisk_subtract(u, low) / minrisk_subtract(high, low),
                                             minrisk_subtract(years[*j + 1], years[*j]))
                      : years[*j];
}

minrisk_status minrisk_lead_empirical(const double *probability, const double *years, size_t n,
                                      int32_t *table, size_t table_len)
{
    writer w;
    size_t i, j = 0;

    if (!years || !table) {
        return MINRISK_E_NULL;
    }
    if (n == 0 || minrisk_lead_bits(table_len) < 0) {
        return MINRISK_E_SIZE;
    }
    if (!are_leads(years, n) || (probability && !is_distribution(probability, n))) {
        return MINRISK_E_DATA;
    }

    if (n == 1) {
        fill_constant(years[0], table, table_len);
        return MINRISK_OK;
    }
    w = writer_of(table);
    for (i = 0; i < table_len; i++) {
        add_knot(&w, observed_quantile(probability, years, n, probability_of(i, table_len), &j));
    }
    return MINRISK_OK;
}

/* --- tables from tables ---------------------------------------------------------------------- */

/* How many knots are below x, or at it too. */
static size_t knots_below(const int32_t *table, size_t table_len, double x, int at_too)
{
    size_t low = 0, high = table_len;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (at_too ? (double)table[middle] <= x : (double)table[middle] < x) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

double minrisk_lead_place_after(const int32_t *table, size_t table_len, size_t below, double x)
{
    double low, high;

    if (below == 0) {
        return 0.0;
    }
    if (below == table_len) {
        return (double)(table_len - 1);
    }
    low = (double)table[below - 1];
    high = (double)table[below];
    return (double)(below - 1) + minrisk_subtract(x, low) / (high - low);
}

double minrisk_lead_place(const int32_t *table, size_t table_len, double x, int at_last)
{
    return minrisk_lead_place_after(table, table_len, knots_below(table, table_len, x, at_last), x);
}

/* The quantile, in ticks, at a place among the knots. */
static double quantile_at(const int32_t *table, size_t table_len, double place)
{
    size_t i = (size_t)(uint32_t)place;

    if (i >= table_len - 1) {
        return (double)table[table_len - 1];
    }
    return (double)table[i] + minrisk_multiply(minrisk_subtract(place, (double)i),
                                               (double)table[i + 1] - (double)table[i]);
}

minrisk_status minrisk_lead_given(const int32_t *from, size_t from_len, double low, double high,
                                  double shift, int32_t *table, size_t table_len)
{
    double begin, end;
    writer w;
    size_t i;

    if (!from || !table) {
        return MINRISK_E_NULL;
    }
    if (minrisk_lead_bits(from_len) < 0 || minrisk_lead_bits(table_len) < 0) {
        return MINRISK_E_SIZE;
    }
    if (!is_lead(low) || !is_lead(high) || high < low || !minrisk_is_finite(shift) ||
        shift < -low || shift > MINRISK_LEAD_LONGEST) {
        return MINRISK_E_PARAM;
    }
    if (!minrisk_lead_is_valid(from, from_len)) {
        return MINRISK_E_DATA;
    }
    begin = minrisk_lead_place(from, from_len, 65536.0 * low, 0);
    end = minrisk_lead_place(from, from_len, 65536.0 * high, 1);
    if (!(begin < end)) {
        return MINRISK_E_PARAM;
    }

    w = writer_of(table);
    for (i = 0; i < table_len; i++) {
        double place =
            begin + minrisk_multiply(probability_of(i, table_len), minrisk_subtract(end, begin));
        add_knot(&w, quantile_at(from, from_len, place) / 65536.0 + shift);
    }
    return MINRISK_OK;
}

/* --- sums ------------------------------------------------------------------------------------ */

/* A walk down a table's law, from large times to small ones: the time reached, the law there, in
 * pieces, and the last knot at or before it; the first knot if there is none. */
typedef struct walk {
    const int32_t *table;
    size_t knot, last;
    double x, law;
} walk;

/* The law at x, in the piece at the knot. */
static double law_at(const walk *w, double x)
{
    double from = (double)w->table[w->knot];

    if (x <= from || w->knot == w->last) {
        return (double)w->knot;
    }
    return (double)w->knot + (x - from) / ((double)w->table[w->knot + 1] - from);
}

/* The integral of the law down to x, within a piece. */
static double step_to(walk *w, double x, double law)
{
    double area = minrisk_multiply(w->x - x, 0.5 * (w->law + law));

    w->x = x;
    w->law = law;
    return area;
}

/* The same down to any x, or to the first knot: no two terms cancel. */
static double walk_to(walk *w, double x)
{
    double area = 0.0;

    while (w->knot > 0 && (double)w->table[w->knot] > x) {
        area += step_to(w, (double)w->table[w->knot], (double)w->knot);
        w->knot--;
    }
    if (x < w->x) {
        double first = (double)w->table[0];
        area += step_to(w, x > first ? x : first, law_at(w, x));
    }
    return area;
}

/* P(A + B <= t), times the pieces of both: the mean of A's law over each piece of B. */
static double sum_law(const walk *a, const int32_t *b, size_t b_len, double t)
{
    walk w = *a;
    double sum = 0.0;
    size_t i;

    (void)walk_to(&w, t - (double)b[0]);
    for (i = 1; i < b_len; i++) {
        double area = walk_to(&w, t - (double)b[i]);
        sum += b[i] > b[i - 1] ? area / ((double)b[i] - (double)b[i - 1]) : w.law;
    }
    return sum;
}

/* The first tick from `low` on, `high` at the latest, to which the quantile is nearest. */
static int64_t sum_quantile(const walk *a, const int32_t *b, size_t b_len, double mass, int64_t low,
                            int64_t high)
{
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (sum_law(a, b, b_len, (double)middle + 0.5) >= mass) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

/* The mean of a table, in years: the ends count half. */
static double mean_of(const int32_t *table, size_t table_len)
{
    double sum = 0.5 * ((double)table[0] + (double)table[table_len - 1]);
    size_t i;

    for (i = 1; i < table_len - 1; i++) {
        sum += (double)table[i];
    }
    return sum / (double)(table_len - 1) / 65536.0;
}

static void fill_sum(const int32_t *a, size_t a_len, const int32_t *b, size_t b_len, int32_t *table,
                     size_t table_len)
{
    /* From beyond all sums. */
    const walk w = {a, a_len - 1, a_len - 1, 4294967296.0, (double)(a_len - 1)};
    const double pieces = (double)(a_len - 1) * (double)(b_len - 1);
    const int64_t end = (int64_t)a[a_len - 1] + b[b_len - 1];
    int64_t tick = (int64_t)a[0] + b[0];
    writer out = writer_of(table);
    size_t i;

    add_knot(&out, (double)tick / 65536.0);
    for (i = 1; i < table_len - 1; i++) {
        tick = sum_quantile(&w, b, b_len, probability_of(i, table_len) * pieces, tick, end);
        add_knot(&out, (double)tick / 65536.0);
    }
    add_last_knot(&out, mean_of(a, a_len) + mean_of(b, b_len));
}

minrisk_status minrisk_lead_sum(const int32_t *a, size_t a_len, const int32_t *b, size_t b_len,
                                int32_t *table, size_t table_len)
{
    if (!a || !b || !table) {
        return MINRISK_E_NULL;
    }
    if (minrisk_lead_bits(a_len) < 0 || minrisk_lead_bits(b_len) < 0 ||
        minrisk_lead_bits(table_len) < 0) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_lead_is_valid(a, a_len) || !minrisk_lead_is_valid(b, b_len)) {
        return MINRISK_E_DATA;
    }

    fill_sum(a, a_len, b, b_len, table, table_len);
    return MINRISK_OK;
}

#endif
