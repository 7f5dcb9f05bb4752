/* SPDX-License-Identifier: MIT */
/* What can be said of a market whose figures are known in part.
 *
 * Each named country is an interval [low, high], a point where the figure is a number. What is
 * withheld is [0, infinity). "Other countries" is one residual that any number may share, a row of
 * several countries one that so many share. No way of filling in all of that lies outside the
 * intervals that are computed here.
 */
#include "dataset.h"

#include <math.h>
#include <string.h>

/* So many figures that are intervals are tried at both ends in every combination. */
#define MAX_FREE 12
/* Wider than any error of a few hundred additions and divisions of doubles. */
#define SLACK 1e-12

/* A market, taken apart. */
struct parts {
    double low[MAX_SUPPLIERS], high[MAX_SUPPLIERS]; /* of the named countries */
    const struct supplier *supplier[MAX_SUPPLIERS];
    size_t named, unknown;
    double residual_low, residual_high;
    size_t members; /* that share the residual; MINRISK_UNKNOWN_COUNT: any number */
    double cap;     /* MINRISK_NO_CAP unless it is assumed and possible */
    const char *why;
};

static double least(double value)
{
    return value * (1 - SLACK);
}

static double most(double value)
{
    return value * (1 + SLACK) > 1 ? 1 : value * (1 + SLACK);
}

static double sum(const double *value, size_t n)
{
    double total = 0;
    size_t i;

    for (i = 0; i < n; ++i)
        total += value[i];
    return total;
}

/* --- taking a market apart -------------------------------------------------------------------- */

/* What one withheld figure can be at most, if the printed world total has it within: the total, of
 * which the last digit is rounded, less what is known. Where nothing would be left, the total
 * plainly does not have it within, and there is no limit. */
static double withheld_limit(const struct market *market)
{
    double known = 0, limit;
    size_t i;

    if (!market->has_world || !figure_is_bounded(&market->world))
        return HUGE_VAL;
    for (i = 0; i < market->suppliers; ++i) {
        if (figure_has_number(&market->supplier[i].quantity))
            known += market->supplier[i].quantity.low;
    }
    limit = market->world.high + market->world.rounding - known;
    return limit > 0 ? limit : HUGE_VAL;
}

static void add_residual(struct parts *parts, const struct supplier *supplier, double high)
{
    double low = figure_has_number(&supplier->quantity) ? supplier->quantity.low : 0;

    parts->residual_low += low;
    parts->residual_high += high;
    if (high <= 0)
        return;
    if (supplier->kind == SUPPLIER_RESIDUAL)
        parts->members = SIZE_MAX;
    else if (parts->members != SIZE_MAX)
        parts->members += supplier->members;
}

static void take_apart(const struct market *market, const struct assumptions *assume,
                       struct parts *parts)
{
    double limit = assume->withheld_in_total ? withheld_limit(market) : HUGE_VAL;
    size_t i;

    memset(parts, 0, sizeof *parts);
    for (i = 0; i < market->suppliers; ++i) {
        const struct supplier *supplier = &market->supplier[i];
        int has_number = figure_has_number(&supplier->quantity);
        double high = has_number ? supplier->quantity.high : limit;
        parts->unknown += !has_number;
        if (supplier->kind != SUPPLIER_COUNTRY) {
            add_residual(parts, supplier, high);
            continue;
        }
        parts->supplier[parts->named] = supplier;
        parts->low[parts->named] = has_number ? supplier->quantity.low : 0;
        parts->high[parts->named++] = high;
    }
    if (parts->members == SIZE_MAX)
        parts->members = MINRISK_UNKNOWN_COUNT;
}

/* The smallest country that is named with a number above zero: nobody else is larger, if the source
 * names the largest. Taken at its high end, so that the bound holds whatever it is. */
static double natural_cap(const struct parts *parts)
{
    double cap = HUGE_VAL;
    size_t i;

    for (i = 0; i < parts->named; ++i) {
        if (parts->low[i] > 0 && parts->high[i] < cap)
            cap = parts->high[i];
    }
    return cap;
}

static void set_cap(struct parts *parts)
{
    double cap = natural_cap(parts);

    /* A residual that is itself an interval, or that so few cannot share, stays without a cap. */
    if (!(cap < HUGE_VAL) || parts->residual_low < parts->residual_high ||
        parts->residual_high <= 0)
        return;
    if (parts->members != MINRISK_UNKNOWN_COUNT &&
        (double)parts->members * cap < parts->residual_high)
        return;
    parts->cap = cap;
}

static int is_point(const struct parts *parts)
{
    size_t i;

    for (i = 0; i < parts->named; ++i) {
        if (parts->low[i] < parts->high[i])
            return 0;
    }
    return parts->residual_low >= parts->residual_high;
}

/* --- bounds on the HHI ------------------------------------------------------------------------ */

static int bounds_at(const struct parts *parts, const double *named, double residual,
                     minrisk_interval *hhi)
{
    static const double nobody = 0;
    const double *array = parts->named > 0 ? named : &nobody;
    size_t n = parts->named > 0 ? parts->named : 1;

    return minrisk_hhi_bounds(array, n, residual, parts->members, parts->cap, hhi) == MINRISK_OK
               ? 0
               : -1;
}

struct level {
    double total, squares, excess; /* excess: sum of x (x - level), less level times the residual */
};

static void add_clamped(struct level *level, double at, double low, double high, double count)
{
    double x = at < low ? low : at > high ? high : at;

    level->total += count * x;
    level->squares += count * x * x;
    level->excess += count * x * (x - at);
}

/* Every quantity moved as near to `at` as its interval lets it. */
static struct level clamp_all(const struct parts *parts, double at)
{
    struct level level = {0, 0, 0};
    double m = (double)parts->members;
    size_t i;

    for (i = 0; i < parts->named; ++i)
        add_clamped(&level, at, parts->low[i], parts->high[i], 1);
    if (parts->members != MINRISK_UNKNOWN_COUNT) {
        add_clamped(&level, at, parts->residual_low / m, parts->residual_high / m, m);
    } else if (parts->residual_high > 0) {
        level.total += parts->residual_high;
        level.excess -= at * parts->residual_high;
    }
    return level;
}

static double largest_end(const struct parts *parts)
{
    double largest = parts->residual_low;
    size_t i;

    for (i = 0; i < parts->named; ++i) {
        if (parts->low[i] > largest)
            largest = parts->low[i];
        if (parts->high[i] < HUGE_VAL && parts->high[i] > largest)
            largest = parts->high[i];
    }
    return largest;
}

/* The least HHI. The square root of H is a norm over a linear function, so H is quasi-convex and a
 * place where no single move lowers it is the minimum over the box: all quantities clamped to one
 * level c = squares / total. Their excess over c falls as c rises, so bisection finds it; at the
 * minimum a wrong c counts in the second order alone, and SLACK covers that. A residual that any
 * number may share adds its high end to the total and nothing to the squares. */
static double least_hhi(const struct parts *parts)
{
    double below = 0, above = largest_end(parts);
    struct level level;
    int i;

    if (parts->members == MINRISK_UNKNOWN_COUNT && !(parts->residual_high < HUGE_VAL))
        return 0;
    for (i = 0; i < 200; ++i) {
        double middle = below + (above - below) / 2;
        level = clamp_all(parts, middle);
        if (level.excess > 0)
            below = middle;
        else
            above = middle;
    }
    level = clamp_all(parts, above);
    return level.total > 0 ? least(level.squares / level.total / level.total) : 0;
}

/* The greatest HHI: a quasi-convex function is greatest at a vertex of the box, and the residual is
 * worst in one hand. Beyond MAX_FREE intervals, and where one has no end, it is 1. */
static double greatest_hhi(const struct parts *parts)
{
    size_t at[MAX_FREE + 1], frees = 0, i;
    unsigned long vertex;
    double named[MAX_SUPPLIERS], greatest = 0;

    for (i = 0; i < parts->named; ++i) {
        named[i] = parts->low[i];
        if (parts->low[i] >= parts->high[i])
            continue;
        if (frees == MAX_FREE || !(parts->high[i] < HUGE_VAL))
            return 1;
        at[frees++] = i;
    }
    if (!(parts->residual_high < HUGE_VAL))
        return 1;
    for (vertex = 0; vertex < 2ul << frees; ++vertex) {
        minrisk_interval hhi;
        double residual = vertex >> frees ? parts->residual_high : parts->residual_low;
        for (i = 0; i < frees; ++i)
            named[at[i]] = vertex >> i & 1 ? parts->high[at[i]] : parts->low[at[i]];
        if (bounds_at(parts, named, residual, &hhi) == 0 && hhi.high > greatest)
            greatest = hhi.high;
    }
    return greatest > 0 ? greatest : 1;
}

static void find_hhi(const struct parts *parts, struct concentration *out)
{
    if (is_point(parts) && bounds_at(parts, parts->low, parts->residual_low, &out->hhi) == 0)
        return;
    out->hhi.low = least_hhi(parts);
    out->hhi.high = greatest_hhi(parts);
}

/* --- shares ----------------------------------------------------------------------------------- */

/* What is at least a, at most b, beside what is at least c, at most d, of the whole of both. */
static minrisk_interval share_of(double a, double b, double c, double d)
{
    minrisk_interval share = {0, 1};

    if (a > 0 && d < HUGE_VAL)
        share.low = least(a / (a + d));
    if (b < HUGE_VAL)
        share.high = b > 0 ? most(b / (b + c)) : 0;
    if (a >= b && c >= d)
        share.low = share.high = b > 0 ? b / (b + c) : 0;
    return share;
}

/* The same of the named country i. */
static minrisk_interval share_of_named(const struct parts *parts, size_t i)
{
    double others_low = parts->residual_low, others_high = parts->residual_high;
    size_t k;

    for (k = 0; k < parts->named; ++k) {
        if (k != i) {
            others_low += parts->low[k];
            others_high += parts->high[k];
        }
    }
    return share_of(parts->low[i], parts->high[i], others_low, others_high);
}

static void find_leader(const struct parts *parts, struct concentration *out)
{
    size_t i, leader = parts->named;

    for (i = 0; i < parts->named; ++i) {
        if (figure_has_number(&parts->supplier[i]->quantity) && parts->low[i] > 0 &&
            (leader == parts->named || parts->low[i] > parts->low[leader]))
            leader = i;
    }
    if (leader == parts->named)
        return;
    out->leader = parts->supplier[leader];
    out->leader_share = share_of_named(parts, leader);
    out->leader_certain = parts->cap > 0 || parts->low[leader] > parts->residual_high;
    for (i = 0; i < parts->named; ++i) {
        if (i != leader && parts->high[i] >= parts->low[leader])
            out->leader_certain = 0;
    }
}

/* Keeps the three largest, descending. */
static void rank_three(double three[3], double value)
{
    size_t i;

    for (i = 0; i < 3; ++i) {
        if (value > three[i]) {
            double smaller = three[i];
            three[i] = value;
            value = smaller;
        }
    }
}

/* At least: three named countries at their low ends, all else at its high end. At most: the three
 * largest high ends, beside the low ends of the rest, which are at least the sum of all low ends
 * less the three largest of them. A residual may be one supplier, unless nobody in it is larger
 * than the named, of whom there are three. */
static void find_top_three(const struct parts *parts, struct concentration *out)
{
    double low[3] = {0, 0, 0}, high[3] = {0, 0, 0}, a, b, c, d;
    int residual_apart = parts->cap > 0 && parts->named >= 3;
    size_t i;

    for (i = 0; i < parts->named; ++i) {
        rank_three(low, parts->low[i]);
        rank_three(high, parts->high[i]);
    }
    a = sum(low, 3);
    d = sum(parts->high, parts->named) + parts->residual_high - a;
    c = sum(parts->low, parts->named) + parts->residual_low;
    if (!residual_apart) {
        rank_three(low, parts->residual_low);
        rank_three(high, parts->residual_high);
    }
    b = sum(high, 3);
    c -= sum(low, 3);
    out->top3 = share_of(a, b, c > 0 ? c : 0, d > 0 ? d : 0);
}

static void find_coverage(const struct parts *parts, struct concentration *out)
{
    double low = 0, high = 0, rest_low = parts->residual_low, rest_high = parts->residual_high;
    size_t i;

    for (i = 0; i < parts->named; ++i) {
        if (figure_has_number(&parts->supplier[i]->quantity)) {
            low += parts->low[i];
            high += parts->high[i];
            out->named += parts->high[i] > 0;
        } else {
            rest_low += parts->low[i];
            rest_high += parts->high[i];
        }
    }
    out->coverage = share_of(low, high, rest_low, rest_high);
    out->residual_share = share_of(parts->residual_low, parts->residual_high,
                                   sum(parts->low, parts->named), sum(parts->high, parts->named));
}

/* --- the whole -------------------------------------------------------------------------------- */

static int cannot(struct concentration *out, const char *why)
{
    out->why = why;
    return -1;
}

static int has_supply(const struct parts *parts)
{
    size_t i;

    for (i = 0; i < parts->named; ++i) {
        if (parts->low[i] > 0)
            return 1;
    }
    return parts->residual_low > 0;
}

static int begin(const struct market *market, const struct assumptions *assume, struct parts *parts,
                 struct concentration *out)
{
    memset(out, 0, sizeof *out);
    out->why = "";
    if (market->suppliers == 0)
        return cannot(out, "a world figure alone is printed, no countries");
    if (market->has_world && market->world.kind == FIGURE_NOT_APPLICABLE)
        return cannot(out, "the source adds up no world total, as the countries' forms differ");
    take_apart(market, assume, parts);
    if (assume->others_smaller)
        set_cap(parts);
    if (!has_supply(parts))
        return cannot(out, "no figure above zero is printed");
    return 0;
}

static const char *explain(const struct market *market, const struct assumptions *assume,
                           const struct parts *parts)
{
    if (parts->unknown > 0 && !assume->withheld_in_total)
        return "what is withheld or not available has no upper bound";
    if (parts->unknown > 0 && (!market->has_world || !figure_is_bounded(&market->world)))
        return "what is withheld or not available has no upper bound, as no world total is printed";
    if (parts->unknown > 0 && !(withheld_limit(market) < HUGE_VAL))
        return "the printed world total leaves no room for what is withheld or not available";
    if (parts->unknown > 0)
        return "what is withheld or not available is taken to be within the printed world total";
    if (assume->others_smaller && parts->residual_high > 0 && !(parts->cap > 0))
        return "the residual cannot be shared by countries smaller than the named; no cap is used";
    return "";
}

int market_concentration(const struct market *market, const struct assumptions *assume,
                         struct concentration *out)
{
    struct parts parts;

    if (begin(market, assume, &parts, out) != 0)
        return -1;
    out->known = 1;
    out->unknown = parts.unknown;
    out->why = explain(market, assume, &parts);
    find_hhi(&parts, out);
    out->effective.low = out->hhi.high < 1 ? nextafter(1 / out->hhi.high, 0) : 1;
    out->effective.high = out->hhi.low > 0 ? nextafter(1 / out->hhi.low, HUGE_VAL) : HUGE_VAL;
    find_leader(&parts, out);
    find_top_three(&parts, out);
    find_coverage(&parts, out);
    return 0;
}

int market_share(const struct market *market, const char *iso3, const struct assumptions *assume,
                 minrisk_interval *share)
{
    struct parts parts;
    struct concentration unused;
    size_t i;

    if (begin(market, assume, &parts, &unused) != 0)
        return -1;
    share->low = share->high = 0;
    for (i = 0; i < parts.named; ++i) {
        if (strcmp(parts.supplier[i]->iso3, iso3) == 0)
            *share = share_of_named(&parts, i);
    }
    return 0;
}
