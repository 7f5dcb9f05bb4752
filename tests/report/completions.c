/* SPDX-License-Identifier: MIT */
/* Random completions of every table: what is not named is shared out, what is withheld is made up,
 * intervals are filled in; each result must lie in the interval that the report gives. The values
 * are computed here, in long double, from the figures of the table alone. */
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load.h"

#define MAX_PARTS 2048
#define ROUNDS    100

/* Long double sums of at most MAX_PARTS terms are far closer than this; where long double is no wider
 * than double, as under valgrind whatever its type says, the test is a thousand times less sharp and takes fewer rounds. */
static long double slack = 1e-14L;
static int rounds = ROUNDS;

static void measure_precision(void)
{
    volatile long double one = 1, sum = one + (long double)DBL_EPSILON / 8;

    if (sum > one)
        return;
    slack = 1e-11L;
    rounds = ROUNDS / 10;
}

static uint64_t seed = 20261123;

/* Xorshift, Marsaglia 2003. */
static double uniform(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (double)(seed >> 11) / 9007199254740992.0;
}

static long double wide(double value)
{
    return (long double)value;
}

struct completion {
    long double part[MAX_PARTS]; /* every supplier */
    size_t parts;
    long double covered, total; /* covered: rows of one country with a number */
    long double leader;
};

static long double fill_in(const struct figure *figure, long double scale)
{
    double kind = uniform();
    long double width;

    if (figure->high <= figure->low)
        return wide(figure->low);
    if (figure->high >= HUGE_VAL)
        return wide(figure->low) + scale * powl(10, (long double)(8 * uniform() - 6));
    width = wide(figure->high) - wide(figure->low);
    if (kind < .2)
        return wide(figure->low);
    return kind < .4 ? wide(figure->high) : wide(figure->low) + width * wide(uniform());
}

static void add_part(struct completion *to, long double value)
{
    to->part[to->parts++] = value;
    to->total += value;
}

/* The more skewed, the nearer to nothing most of them are. */
static long double random_weight(int skew)
{
    long double weight = 1;

    for (; skew > 0; --skew)
        weight *= wide(uniform());
    return weight;
}

/* Shares an amount between `members` suppliers, or any number (0); none larger than cap, if > 0. */
static void share_out(struct completion *to, long double amount, size_t members, long double cap)
{
    size_t n = members > 0 ? 1 + (size_t)(uniform() * (double)members)
                           : 1 + (size_t)(uniform() * (uniform() < .3 ? 900 : 20)),
           i;
    int skew = (int)(5 * uniform());
    long double left = amount;

    for (i = 0; cap > 0 && (long double)n * cap < amount && n < 900; ++i)
        ++n;
    for (i = 0; i < n; ++i) {
        size_t after = n - 1 - i;
        long double weight = random_weight(skew);
        long double value = after == 0 ? left : left * weight / (weight + (long double)after);
        if (cap > 0 && value > cap)
            value = cap;
        /* What comes after must be able to take the rest. */
        if (cap > 0 && left - value > (long double)after * cap)
            value = left - (long double)after * cap;
        add_part(to, value);
        left -= value;
    }
}

static long double table_size(const struct market *market)
{
    long double size = 0;
    size_t i;

    for (i = 0; i < market->suppliers; ++i) {
        if (market->supplier[i].quantity.high < HUGE_VAL)
            size += wide(market->supplier[i].quantity.high);
    }
    return size > 0 ? size : 1;
}

static void complete(const struct market *market, const struct supplier *leader, long double cap,
                     struct completion *to)
{
    size_t i;

    memset(to, 0, sizeof *to);
    for (i = 0; i < market->suppliers; ++i) {
        const struct supplier *supplier = &market->supplier[i];
        long double value = fill_in(&supplier->quantity, table_size(market));
        if (supplier->kind != SUPPLIER_COUNTRY) {
            share_out(to, value, supplier->members, cap);
            continue;
        }
        add_part(to, value);
        if (figure_has_number(&supplier->quantity))
            to->covered += value;
        if (supplier == leader)
            to->leader = value;
    }
}

static long double hhi_of(const struct completion *of)
{
    long double squares = 0;
    size_t i;

    for (i = 0; i < of->parts; ++i)
        squares += of->part[i] * of->part[i];
    return squares / (of->total * of->total);
}

static long double top_three_of(const struct completion *of)
{
    long double three[3] = {0, 0, 0};
    size_t i, k;

    for (i = 0; i < of->parts; ++i) {
        long double value = of->part[i];
        for (k = 0; k < 3; ++k) {
            if (value > three[k]) {
                long double smaller = three[k];
                three[k] = value;
                value = smaller;
            }
        }
    }
    return (three[0] + three[1] + three[2]) / of->total;
}

static int outside(const struct market *market, const char *what, long double value,
                   const minrisk_interval *interval)
{
    if (value >= wide(interval->low) - slack && value <= wide(interval->high) + slack)
        return 0;
    (void)printf("%s, %s, %s: %s %.17Lg is not in [%.17g, %.17g]\n", market->commodity,
                 market->stage, market->period, what, value, interval->low, interval->high);
    return 1;
}

static int check_one(const struct market *market, const struct concentration *found,
                     const struct completion *completion)
{
    int failures = 0;

    if (completion->total <= 0)
        return 0;
    failures += outside(market, "HHI", hhi_of(completion), &found->hhi);
    failures += outside(market, "top three", top_three_of(completion), &found->top3);
    failures += outside(market, "named", completion->covered / completion->total, &found->coverage);
    if (found->leader != NULL)
        failures += outside(market, "leader's share", completion->leader / completion->total,
                            &found->leader_share);
    return failures;
}

/* A certain leader has no supplier above it in any completion. */
static int check_leader(const struct market *market, const struct concentration *found,
                        const struct completion *completion)
{
    size_t i;

    for (i = 0; i < completion->parts && found->leader_certain; ++i) {
        if (completion->part[i] > completion->leader * (1 + slack)) {
            (void)printf("%s, %s: the certain leader is surpassed\n", market->commodity,
                         market->stage);
            return 1;
        }
    }
    return 0;
}

static long double smallest_named(const struct market *market)
{
    long double smallest = 0;
    size_t i;

    for (i = 0; i < market->suppliers; ++i) {
        const struct supplier *supplier = &market->supplier[i];
        if (supplier->kind == SUPPLIER_COUNTRY && supplier->quantity.kind == FIGURE_NUMBER &&
            (!(smallest > 0) || supplier->quantity.low < (double)smallest))
            smallest = wide(supplier->quantity.low);
    }
    return smallest;
}

static int all_numbers(const struct market *market)
{
    size_t i;

    for (i = 0; i < market->suppliers; ++i) {
        if (market->supplier[i].quantity.high > market->supplier[i].quantity.low)
            return 0;
    }
    return market->suppliers > 0;
}

/* The bounds are attained: everything in one hand, and spread over so many that it adds nothing. */
static int check_sharp(const struct market *market, const struct concentration *found)
{
    long double squares = 0, total = 0, residual = 0, low, high;
    size_t i;

    for (i = 0; i < market->suppliers; ++i) {
        long double value = wide(market->supplier[i].quantity.low);
        total += value;
        if (market->supplier[i].kind == SUPPLIER_COUNTRY)
            squares += value * value;
        else if (market->supplier[i].kind == SUPPLIER_RESIDUAL)
            residual += value;
        else
            return 0;
    }
    low = squares / (total * total);
    high = (squares + residual * residual) / (total * total);
    if (fabsl(low - wide(found->hhi.low)) < slack && fabsl(high - wide(found->hhi.high)) < slack)
        return 0;
    (void)printf("%s, %s: [%.17g, %.17g] is not the sharp [%.17Lg, %.17Lg]\n", market->commodity,
                 market->stage, found->hhi.low, found->hhi.high, low, high);
    return 1;
}

static int check_market(const struct market *market, int others_smaller)
{
    static struct completion completion;
    struct assumptions assume = {0, 0};
    struct concentration found;
    long double cap = 0;
    int failures = 0, i;

    assume.others_smaller = others_smaller;
    if (market_concentration(market, &assume, &found) != 0)
        return 0;
    if (others_smaller)
        cap = smallest_named(market);
    if (!others_smaller && all_numbers(market))
        failures += check_sharp(market, &found);
    for (i = 0; i < rounds; ++i) {
        complete(market, found.leader, cap, &completion);
        failures += check_one(market, &found, &completion);
        failures += check_leader(market, &found, &completion);
    }
    return failures;
}

int main(void)
{
    struct dataset data;
    struct problem problem;
    size_t i, tables = 0;
    int failures = 0;

    measure_precision();
    if (dataset_load(&data, NULL, &problem) != 0) {
        (void)printf("%s\n", problem.text);
        return 1;
    }
    for (i = 0; i < data.productions; ++i) {
        failures += check_market(&data.production[i], 0) + check_market(&data.production[i], 1);
        tables += data.production[i].suppliers > 0;
    }
    for (i = 0; i < data.import_groups; ++i)
        failures += check_market(&data.imports[i], 0);
    (void)printf("%lu production tables, %lu import groups, seed 20261123: %d failures\n",
                 (unsigned long)tables, (unsigned long)data.import_groups, failures);
    dataset_free(&data);
    /* The data release has 114 tables with a residual alone. */
    return failures != 0 || tables < 114 || i != 170;
}
