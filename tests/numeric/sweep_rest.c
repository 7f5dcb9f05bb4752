/* SPDX-License-Identifier: MIT */
/* The great sweep of what sweep.c leaves: every other correctly rounded function, each member of its
 * results that is promised exact, against whole numbers.
 *
 *     numeric_sweep_rest [CASES [FIRST]]     as numeric_sweep
 *
 * The markets are those of numeric_sweep, most of them cut to a few suppliers; of each sixteen one
 * is made a partition of 10, 20 or 100, which meets thresholds exactly, one a sum that ends halfway
 * between doubles, and one near the end of the range. A second market differs from the first by a
 * factor, by last places, by who is in it, or in all.
 *
 * Of 10,000,000 cases, 180,272,004 values and 1,441,391,093 results, none was wrong. */
#include <stdlib.h>
#include <string.h>

#include "minrisk.h"
#include "numeric/cases.h"
#include "numeric/sweep_rest.h"
#include "support/bits.h"

enum { MOST_NAMED = 20, MOST_PARTS = 40, MOST_LISTED = MOST_NAMED + MOST_PARTS + 1, IN_BOX = 5 };

random_source drawn;

static double second[SWEEP_MOST], rate[SWEEP_MOST];
static double sorted[SWEEP_MOST], scratch[SWEEP_MOST], out[SWEEP_MOST];

static sums one, two; /* of parts of a case */
static mpz_t num, den, part, rest;
static mpz_t list[MOST_LISTED], listed;

size_t step_of(const rest_case *c)
{
    return c->n / CHECKED + 1;
}

size_t first_checked(const rest_case *c)
{
    return c->market->draw % step_of(c) % c->n;
}

/* --- what a case is made of --------------------------------------------------------------------- */

static void draw_partition(sweep_case *c)
{
    static const unsigned wholes[] = {10, 20, 20, 100};
    unsigned left = wholes[random_below(&drawn, 4)];
    unsigned most = (unsigned)random_size(&drawn, left / 10, 2 * left / 3);
    double unit = power_of_two((int)random_below(&drawn, 2000) - 1050);

    for (c->n = 0; left > 0 && c->n < 20; c->n++) {
        unsigned taken = (unsigned)random_size(&drawn, 1, most < left ? most : left);
        c->quantity[c->n] = taken * unit;
        left -= taken;
    }
    c->quantity[c->n - 1] += left * unit;
}

/* A number, half of its last place, and a trace or none. */
static void draw_halfway(sweep_case *c)
{
    double largest = random_scaled(&drawn, -960, 1000);
    uint64_t exponent = bits_of(largest) >> 52;

    c->n = 3;
    c->quantity[0] = largest;
    c->quantity[1] = double_of((exponent - 53) << 52);
    c->quantity[2] = random_below(&drawn, 3) ? c->quantity[1] * power_of_two(-60) : 0;
    if (random_below(&drawn, 4) == 0)
        c->quantity[2] = smallest();
}

static void draw_to_the_end(sweep_case *c)
{
    for (size_t i = 0; i < c->n; i++)
        if (c->quantity[i] > 0)
            c->quantity[i] = double_of((uint64_t)(2046 - random_below(&drawn, 3)) << 52 |
                                       bits_of(c->quantity[i]) << 12 >> 12);
}

/* The first few, as many of them as there are octaves of numbers. */
static void draw_few(sweep_case *c)
{
    size_t few = random_size(&drawn, 1, (size_t)2 << random_below(&drawn, 5));
    int any = 0;

    if (c->kind == TIES || c->kind == NEAR_MIDPOINT || few >= c->n)
        return;
    c->n = few;
    for (size_t i = 0; i < few; i++)
        any |= c->quantity[i] > 0;
    if (!any)
        c->quantity[few - 1] = c->residual > 0 ? c->residual : smallest();
}

static void change_market(sweep_case *c)
{
    uint64_t which = random_below(&drawn, 16);

    if (which == 0)
        draw_partition(c);
    else if (which == 1)
        draw_halfway(c);
    else if (which == 2)
        draw_to_the_end(c);
    else if (which < 14)
        draw_few(c);
    c->a = random_below(&drawn, c->n);
    c->b = random_below(&drawn, c->n);
    if (which > 2)
        return;
    c->residual = random_below(&drawn, 2) ? c->quantity[c->a] : 0;
    c->cap = random_below(&drawn, 2) ? c->quantity[c->b] : 0;
}

static void draw_second(const sweep_case *c)
{
    static double other[SWEEP_MOST];
    sweep_case unlike = {.quantity = other};
    uint64_t likeness = random_below(&drawn, 8);
    double factor = power_of_two((int)random_below(&drawn, 9) - 4);

    if (likeness < 2)
        sweep_draw(&unlike, random_bits(&drawn));
    for (size_t i = 0; i < c->n; i++) {
        double x = c->quantity[i], y = x;
        if (likeness < 2)
            y = other[i % unlike.n];
        else if (likeness < 4)
            y = x < 1e300 ? x * (likeness == 2 ? 3 : factor) : x;
        else if (likeness < 6)
            y = x > 0 && x < 1e308 ? double_of(bits_of(x) + random_below(&drawn, 3)) : x;
        if (likeness % 2 && random_below(&drawn, 4) == 0)
            y = random_below(&drawn, 2) ? 0.0 : c->quantity[random_below(&drawn, c->n)];
        second[i] = y;
    }
    if (likeness >= 6)
        second[c->b] = c->quantity[c->a];
    for (size_t i = 0; i < c->n; i++)
        if (second[i] > 0)
            return;
    second[0] = 1;
}

static double draw_rate(uint64_t kind)
{
    switch (random_below(&drawn, 8)) {
    case 0:
        return 0;
    case 1:
        return 1;
    default:
        break;
    }
    if (kind < 3)
        return (double)random_below(&drawn, 17) / 16;
    if (kind < 7)
        return random_unit(&drawn);
    return random_below(&drawn, 2) ? 1 - power_of_two(-53) : random_scaled(&drawn, -1022, -1);
}

static void draw_pool(const sweep_case *c, double *pool)
{
    double a = double_of(bits_of(c->quantity[c->a]) << 1 >> 1);
    double b = double_of(bits_of(c->quantity[c->b]) << 1 >> 1);

    pool[0] = a;
    pool[1] = b;
    pool[2] = a < 1e308 / 2 && b < 1e308 / 2 ? a + b : a;
    pool[3] = a > b ? a - b : b - a;
    pool[4] = a < 1e308 ? next_up(a) : a;
    pool[5] = second[c->a] + 0.0;
    pool[6] = 1;
    pool[7] = 0;
}

static void draw_rest(rest_case *c, sweep_case *market)
{
    double also[2];
    uint64_t kind;

    drawn.state = market->draw;
    change_market(market);
    draw_second(market);
    kind = random_below(&drawn, 8);
    for (size_t i = 0; i < market->n; i++)
        rate[i] = draw_rate(kind);
    c->market = market;
    c->n = market->n;
    c->x = market->quantity;
    c->y = second;
    c->rate = rate;
    c->some_rate = draw_rate(kind);
    draw_pool(market, c->pool);
    also[0] = market->residual;
    also[1] = market->cap;
    sums_of(&c->of_x, c->x, c->n, also, 2);
    sums_of(&c->of_y, c->y, c->n, NULL, 0);
    sums_of(&c->of_rate, c->rate, c->n, &c->some_rate, 1);
    sums_of(&c->of_pool, c->pool, POOL, NULL, 0);
    sort_market(c->x, c->n, sorted);
}

/* --- indices ------------------------------------------------------------------------------------ */

/* 1 - T^2 / (m Q), and 1 / m. */
static void check_dual(const rest_case *c)
{
    double got = -1;
    minrisk_status status = minrisk_hhi_dual(c->x, c->n, &got);

    mpz_mul_ui(den, c->of_x.squares, c->of_x.positives);
    mpz_sub(num, den, c->of_x.square_of_total);
    compare_double("hhi_dual", status, got, nearest(num, den));
    status = minrisk_hhi_minimum(c->x, c->n, &got);
    mpz_set_ui(num, 1);
    mpz_set_ui(den, c->of_x.positives);
    compare_double("hhi_minimum", status, got, nearest(num, den));
}

/* Deviations sum to 0, so that half of their sizes is the sum of those above: with k suppliers above
 * the mean, who have C together, (N C - k T) / (N T). */
static void check_hoover(const rest_case *c)
{
    size_t size = c->market->market_size, k = 0;
    double got = -1;
    minrisk_status status;

    size = size >= c->of_x.positives ? size : 0;
    status = minrisk_hoover(c->x, c->n, size, &got);
    size = size ? size : c->of_x.positives;
    for (; k < c->n; k++) {
        whole(&c->of_x, part, sorted[k]);
        mpz_mul_ui(part, part, size);
        if (mpz_cmp(part, c->of_x.total) <= 0)
            break;
    }
    plain_sum_of(&c->of_x, num, sorted, k);
    mpz_mul_ui(num, num, size);
    mpz_mul_ui(den, c->of_x.total, size);
    mpz_submul_ui(num, c->of_x.total, k);
    compare_double("hoover", status, got, nearest(num, den));
}

/* What the first `tenths` tenths of a supplier hold, in tenths. */
static void add_tenths(const rest_case *c, mpz_t sum, const double *x, size_t tenths)
{
    plain_sum_of(&c->of_x, sum, x, tenths / 10);
    mpz_mul_ui(sum, sum, 10);
    if (tenths % 10) {
        whole(&c->of_x, part, x[tenths / 10]);
        mpz_addmul_ui(sum, part, tenths % 10);
    }
}

static void check_palma(const rest_case *c)
{
    size_t m = c->of_x.positives;
    double got = -1;
    minrisk_status status = minrisk_palma(c->x, c->n, scratch, c->n, &got);

    add_tenths(c, num, sorted, m);
    for (size_t i = 0; i < m; i++)
        scratch[i] = sorted[m - 1 - i];
    add_tenths(c, den, scratch, 4 * m);
    compare_double("palma", status, got, nearest(num, den));
}

static void check_kwoka(const rest_case *c)
{
    double got = -1;
    minrisk_status status = minrisk_kwoka(c->x, c->n, scratch, c->n, &got);

    mpz_set_ui(num, 0);
    for (size_t i = 0; i + 1 < c->of_x.positives; i++) {
        if (!(sorted[i] > sorted[i + 1]))
            continue;
        whole(&c->of_x, part, sorted[i]);
        whole(&c->of_x, rest, sorted[i + 1]);
        mpz_sub(part, part, rest);
        mpz_addmul(num, part, part);
    }
    compare_double("kwoka", status, got, nearest(num, c->of_x.square_of_total));
}

/* (T^2 - x_(1)^2 + x_(2)^2) / (2 T^2) */
static void check_stenbacka(const rest_case *c)
{
    double got = -1;
    minrisk_status status = minrisk_stenbacka(c->x, c->n, &got);

    mpz_set(num, c->of_x.square_of_total);
    whole(&c->of_x, part, sorted[0]);
    mpz_submul(num, part, part);
    whole(&c->of_x, part, c->n > 1 ? sorted[1] : 0);
    mpz_addmul(num, part, part);
    mpz_mul_2exp(den, c->of_x.square_of_total, 1);
    compare_double("stenbacka", status, got, nearest(num, den));
}

/* From the largest on, what is left of the total without those before. */
static void check_lorenz(const rest_case *c)
{
    minrisk_status status = minrisk_lorenz(c->x, c->n, out);
    size_t step = step_of(c), last = 0;

    mpz_set(num, c->of_x.total);
    for (size_t i = first_checked(c); i < c->n; i += step) {
        plain_sum_of(&c->of_x, part, sorted + last, i - last);
        mpz_sub(num, num, part);
        last = i;
        compare_double("lorenz", status, out[c->n - 1 - i], nearest(num, c->of_x.total));
    }
}

/* --- changes ------------------------------------------------------------------------------------ */

static void check_contributions(const rest_case *c)
{
    minrisk_status status = minrisk_hhi_contributions(c->x, c->n, out);

    for (size_t i = first_checked(c); i < c->n; i += step_of(c)) {
        whole(&c->of_x, num, c->x[i]);
        mpz_mul(num, num, num);
        compare_double("contributions", status, out[i], nearest(num, c->of_x.square_of_total));
    }
}

/* The squares of x where the other market has nothing. */
static void squares_alone(const double *x, const double *other, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (!(other[i] > 0))
            scratch[kept++] = x[i];
    sums_of(&one, scratch, kept, x, n);
}

/* With E and X the squares of those who came and who left: stayers (Q' - E) / T'^2 - (Q - X) / T^2. */
static void check_change(const rest_case *c)
{
    const sums *x = &c->of_x, *y = &c->of_y;
    minrisk_change got = {-2, -2, -2, -2};
    minrisk_status status = minrisk_hhi_change(c->x, c->y, c->n, &got);

    mpz_mul(den, x->square_of_total, y->square_of_total);
    mpz_mul(num, y->squares, x->square_of_total);
    mpz_submul(num, x->squares, y->square_of_total);
    compare_double("change, whole", status, got.whole, nearest(num, den));
    squares_alone(c->y, c->x, c->n);
    compare_double("change, entries", status, got.entries,
                   nearest(one.squares, y->square_of_total));
    mpz_submul(num, one.squares, x->square_of_total);
    squares_alone(c->x, c->y, c->n);
    mpz_mul_2exp(part, one.squares, (mp_bitcnt_t)(2 * (one.unit - x->unit)));
    mpz_addmul(num, part, y->square_of_total);
    compare_double("change, stayers", status, got.stayers, nearest(num, den));
    mpz_neg(part, part);
    compare_double("change, exits", status, got.exits, nearest(part, x->square_of_total));
}

/* Each takes so long that of a long market it is mostly the first that count. */
static void check_each(const rest_case *c)
{
    size_t n = c->n > CHECKED && c->market->draw >> 40 & 7 ? CHECKED : c->n;
    size_t step = n / CHECKED + 1;
    minrisk_status status;

    sums_of(&one, c->x, n, NULL, 0);
    sums_of(&two, c->y, n, NULL, 0);
    if (one.positives == 0 || two.positives == 0)
        return;
    status = minrisk_hhi_change_each(c->x, c->y, n, out);
    mpz_mul(den, one.square_of_total, two.square_of_total);
    for (size_t i = c->market->draw % step % n; i < n; i += step) {
        whole(&two, part, c->y[i]);
        mpz_mul(part, part, one.total);
        mpz_mul(num, part, part);
        whole(&one, part, c->x[i]);
        mpz_mul(part, part, two.total);
        mpz_submul(num, part, part);
        compare_double("change_each", status, out[i], nearest(num, den));
    }
}

/* --- at a glance, and running ------------------------------------------------------------------- */

static double top_of(const rest_case *c, size_t k)
{
    plain_sum_of(&c->of_x, num, sorted, k < c->n ? k : c->n);
    return nearest(num, c->of_x.total);
}

static void check_profile(const rest_case *c)
{
    const sums *x = &c->of_x;
    minrisk_market_profile got;
    minrisk_status status = minrisk_profile(c->x, c->n, &got);
    size_t leader = 0;

    mpz_set_ui(den, 1);
    compare_double("profile, total", status, got.total, nearest_scaled(x->total, den, x->unit));
    compare("profile, suppliers", status, got.suppliers, x->positives);
    while (c->x[leader] < sorted[0])
        leader++;
    compare("profile, leader", status, got.leader, leader);
    compare_double("profile, top_1", status, got.top_1, top_of(c, 1));
    compare_double("profile, top_3", status, got.top_3, top_of(c, 3));
    compare_double("profile, top_4", status, got.top_4, top_of(c, 4));
    compare_double("profile, hhi", status, got.hhi, nearest(x->squares, x->square_of_total));
    compare_double("profile, effective_suppliers", status, got.effective_suppliers,
                   nearest(x->square_of_total, x->squares));
    mpz_mul_ui(num, x->squares, x->positives);
    mpz_sub(num, num, x->square_of_total);
    mpz_mul_ui(den, x->square_of_total, x->positives - 1);
    compare_double("profile, hhi_normalised", status, got.hhi_normalised,
                   x->positives > 1 ? nearest(num, den) : 1);
}

/* Q / (T + R)^2 and (Q + R^2) / (T + R)^2, of two streams that are joined. */
static void check_stream_bounds(const rest_case *c)
{
    minrisk_stream stream, from;
    minrisk_interval got = {-1, -1};
    minrisk_status status = minrisk_stream_init(&stream, sizeof stream);
    size_t half = c->n / 2;

    status |= minrisk_stream_init(&from, sizeof from);
    status |= minrisk_stream_add_all(&stream, c->x + half, c->n - half);
    if (half > 0)
        status |= minrisk_stream_add_all(&from, c->x, half);
    status |= minrisk_stream_merge(&stream, &from);
    status |= minrisk_stream_hhi_bounds(&stream, c->market->residual, &got);
    whole(&c->of_x, rest, c->market->residual);
    mpz_add(den, c->of_x.total, rest);
    mpz_mul(den, den, den);
    compare_double("stream_hhi_bounds, low", status, got.low, not_above(c->of_x.squares, den));
    mpz_set(num, c->of_x.squares);
    mpz_addmul(num, rest, rest);
    compare_double("stream_hhi_bounds, high", status, got.high, not_below(num, den));
}

/* --- boxes -------------------------------------------------------------------------------------- */

/* The lows, the highs, and the sum and the squares of what is at an end. */
static mpz_t low[IN_BOX], high[IN_BOX], ends[2 * IN_BOX + 1], sum, squares;

static int ascending(const void *a, const void *b)
{
    mpz_srcptr first = a, then = b;
    return mpz_cmp(first, then);
}

static void add_end(const mpz_t x)
{
    mpz_add(sum, sum, x);
    mpz_addmul(squares, x, x);
}

/* The largest HHI of a vertex, as num / den. */
static void highest_vertex(size_t m)
{
    mpz_set_ui(num, 0);
    mpz_set_ui(den, 1);
    for (unsigned vertex = 0; vertex < 1u << m; vertex++) {
        mpz_set_ui(sum, 0);
        mpz_set_ui(squares, 0);
        for (size_t i = 0; i < m; i++)
            add_end(vertex >> i & 1 ? high[i] : low[i]);
        mpz_mul(sum, sum, sum);
        mpz_mul(part, squares, den);
        mpz_mul(rest, num, sum);
        if (mpz_sgn(sum) != 0 && mpz_cmp(part, rest) > 0) {
            mpz_set(num, squares);
            mpz_set(den, sum);
        }
    }
}

/* Where all that lie between are at the level t = Q / T of the others, k of them: HHI is least, and
 * Q / (T^2 + k Q). Whether that is the case between two ends that are neighbours. */
static int least_between(size_t m, const mpz_t from, const mpz_t to)
{
    size_t free = 0;

    mpz_set_ui(sum, 0);
    mpz_set_ui(squares, 0);
    for (size_t i = 0; i < m; i++)
        if (mpz_cmp(high[i], from) <= 0)
            add_end(high[i]);
        else if (mpz_cmp(low[i], to) >= 0)
            add_end(low[i]);
        else
            free++;
    mpz_mul(part, from, sum);
    mpz_mul(rest, to, sum);
    if (mpz_cmp(squares, part) < 0 || mpz_cmp(squares, rest) > 0)
        return 0;
    mpz_set(num, squares);
    mpz_mul(den, sum, sum);
    mpz_addmul_ui(den, squares, free);
    if (mpz_sgn(sum) == 0) {
        mpz_set_ui(num, 1);
        mpz_set_ui(den, free);
    }
    return 1;
}

static void lowest_in_box(size_t m)
{
    size_t count = 0;

    mpz_set_ui(ends[count++], 0);
    for (size_t i = 0; i < m; i++) {
        mpz_set(ends[count++], low[i]);
        mpz_set(ends[count++], high[i]);
    }
    qsort(ends, count, sizeof *ends, ascending);
    for (size_t i = 0; i + 1 < count; i++)
        if (mpz_cmp(ends[i], ends[i + 1]) < 0 && least_between(m, ends[i], ends[i + 1]))
            return;
}

static void check_interval(const rest_case *c)
{
    double from[IN_BOX], to[IN_BOX], work[2 * IN_BOX], any = 0;
    size_t most = random_below(&drawn, 8) ? 3 : IN_BOX, m = c->n < most ? c->n : most;
    minrisk_interval got = {-1, -1};
    int32_t is_sharp = -1;
    minrisk_status status;

    for (size_t i = 0; i < m; i++) {
        double x = c->x[i], y = c->y[i];
        from[i] = random_below(&drawn, 4) ? (x < y ? x : y) : 0.0;
        to[i] = x < y ? y : x;
        any = to[i] > 0 ? 1 : any;
    }
    if (any < 1)
        return;
    sums_of(&one, from, m, to, m);
    for (size_t i = 0; i < m; i++) {
        whole(&one, low[i], from[i]);
        whole(&one, high[i], to[i]);
    }
    status = minrisk_hhi_interval(from, to, m, work, 2 * m, &got, &is_sharp);
    lowest_in_box(m);
    compare_double("hhi_interval, low", status, got.low, not_above(num, den));
    highest_vertex(m);
    compare_double("hhi_interval, high", status, got.high, not_below(num, den));
    compare("hhi_interval, sharp", status, (uint64_t)is_sharp, 1);
}

/* --- measures of completed markets -------------------------------------------------------------- */

static int larger_first(const void *a, const void *b)
{
    return ascending(b, a);
}

/* The named, each so many times, and then parts. */
static size_t list_named(const rest_case *c, size_t times)
{
    mpz_set_ui(listed, 0);
    for (size_t i = 0; i < c->n; i++) {
        whole(&c->of_x, list[i], c->x[i]);
        mpz_mul_ui(list[i], list[i], times);
    }
    return c->n;
}

static void finish_list(size_t count)
{
    mpz_set_ui(listed, 0);
    for (size_t i = 0; i < count; i++)
        mpz_add(listed, listed, list[i]);
    qsort(list, count, sizeof *list, larger_first);
}

/* Any number of suppliers may be so many that none of them counts. */
static size_t list_evenly(const rest_case *c)
{
    size_t suppliers = c->market->suppliers, count = list_named(c, suppliers ? suppliers : 1);

    for (size_t i = 0; i < suppliers; i++)
        whole(&c->of_x, list[count++], c->market->residual);
    finish_list(count);
    whole(&c->of_x, rest, c->market->residual);
    if (suppliers == 0)
        mpz_add(listed, listed, rest);
    return count;
}

/* 0 for what takes too many suppliers of the cap. */
static size_t list_fully(const rest_case *c)
{
    size_t count = list_named(c, 1);

    whole(&c->of_x, rest, c->market->residual);
    whole(&c->of_x, part, c->market->cap);
    while (mpz_sgn(part) > 0 && mpz_cmp(rest, part) >= 0 && count + 1 < MOST_LISTED) {
        mpz_set(list[count++], part);
        mpz_sub(rest, rest, part);
    }
    if (mpz_sgn(part) > 0 && mpz_cmp(rest, part) >= 0)
        return 0;
    mpz_set(list[count++], rest);
    finish_list(count);
    return count;
}

/* A measure of the list as num / den. */
static void measure_list(size_t count, int32_t measure, size_t parameter)
{
    mpz_set_ui(part, 0);
    for (size_t i = 0; i < count; i++)
        mpz_addmul_ui(part, list[i], 2 * (i + 1));
    mpz_set(num, listed);
    mpz_set(den, listed);
    switch (measure) {
    case MINRISK_MEASURE_TOP_SHARE:
        mpz_set_ui(num, 0);
        for (size_t i = 0; i < count && i < parameter; i++)
            mpz_add(num, num, list[i]);
        break;
    case MINRISK_MEASURE_HALL_TIDEMAN:
        mpz_sub(den, part, listed);
        break;
    case MINRISK_MEASURE_GINI:
        mpz_mul_ui(num, listed, parameter + 1);
        mpz_sub(num, num, part);
        mpz_mul_ui(den, listed, parameter);
        break;
    default:
        mpz_set(den, list[0]);
        break;
    }
}

static const struct {
    const char *low, *high;
    int32_t measure;
} measures[] = {
    {"top share, low", "top share, high", MINRISK_MEASURE_TOP_SHARE},
    {"Hall and Tideman, low", "Hall and Tideman, high", MINRISK_MEASURE_HALL_TIDEMAN},
    {"Gini, low", "Gini, high", MINRISK_MEASURE_GINI},
    {"largest share, high", "largest share, low", MINRISK_MEASURE_HILL},
};

static size_t parameter_of(const rest_case *c, int32_t measure)
{
    return measure == MINRISK_MEASURE_GINI ? MOST_LISTED : c->market->k;
}

/* The fullest completion is the end of concentration, and the evenest the other; Hill's number runs
 * the other way. */
static void check_measures(const rest_case *c)
{
    minrisk_interval got[4];
    minrisk_status status[4];
    size_t count, step = c->market->suppliers ? 1 : 3; /* any number: the first and the last */

    if (c->n > MOST_NAMED || !residual_fits(&c->of_x, c->market) || (count = list_fully(c)) == 0)
        return;
    for (size_t i = 0; i < 4; i += step) {
        int32_t measure = measures[i].measure;
        size_t parameter = parameter_of(c, measure);
        double given = measure == MINRISK_MEASURE_HILL ? infinity() : (double)parameter;
        status[i] = minrisk_measure_bounds(c->x, c->n, c->market->residual, c->market->suppliers,
                                           c->market->cap, measure, given, NULL, 0, &got[i]);
        measure_list(count, measure, parameter);
        compare_double(measures[i].high, status[i], i < 3 ? got[i].high : got[i].low,
                       i < 3 ? not_below(num, den) : not_above(num, den));
    }
    count = list_evenly(c);
    for (size_t i = 0; i < 4; i += step) {
        measure_list(count, measures[i].measure, parameter_of(c, measures[i].measure));
        compare_double(measures[i].low, status[i], i < 3 ? got[i].low : got[i].high,
                       i < 3 ? not_above(num, den) : not_below(num, den));
    }
}

/* --- all ---------------------------------------------------------------------------------------- */

static rest_case all;

static void check(sweep_case *market)
{
    draw_rest(&all, market);
    check_dual(&all);
    check_hoover(&all);
    check_palma(&all);
    check_kwoka(&all);
    check_stenbacka(&all);
    check_lorenz(&all);
    check_contributions(&all);
    check_change(&all);
    check_each(&all);
    check_profile(&all);
    check_stream_bounds(&all);
    check_interval(&all);
    check_measures(&all);
    check_scores(&all);
}

int main(int argc, char **argv)
{
    int failed;

    sums_open(&all.of_x);
    sums_open(&all.of_y);
    sums_open(&all.of_rate);
    sums_open(&all.of_pool);
    sums_open(&one);
    sums_open(&two);
    mpz_inits(num, den, part, rest, listed, sum, squares, (mpz_ptr)NULL);
    for (size_t i = 0; i < MOST_LISTED; i++)
        mpz_init(list[i]);
    for (size_t i = 0; i < IN_BOX; i++)
        mpz_inits(low[i], high[i], (mpz_ptr)NULL);
    for (size_t i = 0; i < 2 * IN_BOX + 1; i++)
        mpz_init(ends[i]);
    open_scores();
    failed = run_sweep(argc, argv, numeric_cases() / 40, check, NULL);
    close_scores();
    for (size_t i = 0; i < 2 * IN_BOX + 1; i++)
        mpz_clear(ends[i]);
    for (size_t i = 0; i < IN_BOX; i++)
        mpz_clears(low[i], high[i], (mpz_ptr)NULL);
    for (size_t i = 0; i < MOST_LISTED; i++)
        mpz_clear(list[i]);
    mpz_clears(num, den, part, rest, listed, sum, squares, (mpz_ptr)NULL);
    sums_close(&all.of_x);
    sums_close(&all.of_y);
    sums_close(&all.of_rate);
    sums_close(&all.of_pool);
    sums_close(&one);
    sums_close(&two);
    return failed;
}
