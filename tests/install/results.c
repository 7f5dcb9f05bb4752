/* SPDX-License-Identifier: MIT */
/* One line for each public function: a hash of the bits that it gives for a fixed set of inputs,
 * errors included. Whatever the compiler, its flags, the processor, and the way in which the library
 * is taken in, the lines are those of tests/targets/hashes.txt. Written in what C99 and C++98 have
 * in common.
 *
 * A call for each new function goes into the part of its class, its name into the table at the end;
 * `sh tests/targets/update.sh` then writes the lines anew. With RESULTS_EXACT_ONLY the reproducible
 * part is left out, for builds that the files of that class refuse; with RESULTS_ROUNDING, a mode of
 * fenv.h, all runs in that mode; with RESULTS_QUICK, what is slow is done with few inputs, and the
 * lines are those of tests/targets/quick.txt. */
#ifdef MINRISK_SINGLE
#include "minrisk_single.h"
#else
#include <minrisk.h>
#endif

#ifdef RESULTS_ROUNDING
#include <fenv.h>
#endif
#include <stdio.h>
#include <string.h>

#ifdef RESULTS_QUICK
enum { ROUNDS = 12 };
#else
enum { ROUNDS = 400 };
#endif
enum { MOST = 24, LARGE = 2500, WORK = 4000 };

/* --- inputs ----------------------------------------------------------------------------------
 *
 * One draw an expression, since C leaves their order open; no product that is added to, since a
 * compiler may contract that; and what the exact functions take is never rounded, since x87 rounds
 * twice, and the mode of rounding may be any: factors are powers of two. */

static uint64_t seed;

/* Steele, Lea and Flood 2014, splitmix64; the constants are made of halves for C++98. */
static uint64_t next_bits(void)
{
    uint64_t z = seed += (uint64_t)0x9E3779B9u << 32 | 0x7F4A7C15u;
    z = (z ^ (z >> 30)) * ((uint64_t)0xBF58476Du << 32 | 0x1CE4E5B9u);
    z = (z ^ (z >> 27)) * ((uint64_t)0x94D049BBu << 32 | 0x133111EBu);
    return z ^ (z >> 31);
}

static uint32_t below(uint32_t limit)
{
    return (uint32_t)(next_bits() >> 33) % limit;
}

static double fraction(void)
{
    return (double)(next_bits() >> 11) / 9007199254740992.0;
}

/* 2^-33 and up to twice that: 1 less this is where sums in software have been seen to fail. */
static double trace(void)
{
    return (1.0 + (double)(next_bits() >> 12) / 4503599627370496.0) / 8589934592.0;
}

/* One time in eight any bits at all: subnormals, infinities, NaN and negative numbers. */
static double number(void)
{
    uint64_t bits = next_bits();
    double x;

    switch (below(8)) {
    case 0:
        memcpy(&x, &bits, sizeof x);
        return x;
    case 1:
        return below(2) ? 1.0 : trace();
    case 2:
    case 3:
    case 4:
        return fraction();
    default:
        return fraction() * 1048576.0;
    }
}

/* Whole numbers, since their quotients tie. */
static double quantity(void)
{
    switch (below(5)) {
    case 0:
        return 0.0;
    case 1:
        return (double)below(64);
    case 2:
        return fraction() * 1.1830521861667747e-271; /* 2^-900 */
    default:
        return fraction() * 131072.0;
    }
}

static void fill(double *out, size_t n, int wild)
{
    size_t i;
    for (i = 0; i < n; i++)
        out[i] = wild ? number() : quantity();
}

/* --- the hash -------------------------------------------------------------------------------- */

static uint64_t hash;

/* Fowler, Noll and Vo, FNV-1a. */
static void take_byte(unsigned byte)
{
    hash = (hash ^ byte) * ((uint64_t)0x100u << 32 | 0x1B3u);
}

/* From the low end, whatever the order of the bytes in memory. */
static void take_integer(uint64_t x)
{
    int i;
    for (i = 0; i < 64; i += 8)
        take_byte((unsigned)(x >> i) & 0xFF);
}

/* The sign and the rest of a NaN are the processor's own; told by its bits, whatever the flags. */
static void take_double(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    take_integer(bits << 1 > (uint64_t)0xFFE << 52 ? 0x6E616E : bits);
}

static void take_text(const char *text)
{
    for (; *text != '\0'; text++)
        take_byte((unsigned char)*text);
}

/* --- the exact and integer classes ----------------------------------------------------------- */

static double market[MOST], large[LARGE];
static size_t suppliers, large_suppliers;

static void draw_market(void)
{
    suppliers = below(MOST + 1);
    fill(market, MOST, below(4) == 0);
}

/* Of several blocks, the last of any length; seldom, since it takes long. */
static int draw_large_market(void)
{
    if (below(16) != 0)
        return 0;
    large_suppliers = LARGE - below(1500);
    fill(large, large_suppliers, below(16) == 0);
    return 1;
}

static void call_hhi(void)
{
    double hhi = -1.0;
    take_integer((uint32_t)minrisk_hhi(market, suppliers, &hhi));
    take_double(hhi);
    if (draw_large_market()) {
        take_integer((uint32_t)minrisk_hhi(large, large_suppliers, &hhi));
        take_double(hhi);
    }
}

static void call_hhi_f32(void)
{
    float single[MOST], hhi = -1.0f;
    size_t i;
    for (i = 0; i < MOST; i++)
        single[i] = below(16) == 0 ? -1.0f : (float)below(1 << 24);
    take_integer((uint32_t)minrisk_hhi_f32(single, suppliers, &hhi));
    take_double((double)hhi);
}

static void call_hhi_normalised(void)
{
    double value = -1.0;
    take_integer((uint32_t)minrisk_hhi_normalised(market, suppliers, below(40), &value));
    take_double(value);
}

static void call_merger_delta(void)
{
    double delta = -1.0;
    size_t a = below(20);
    size_t b = below(20);
    take_integer((uint32_t)minrisk_merger_delta(market, suppliers, a, b, &delta));
    take_double(delta);
}

static void call_effective_suppliers(void)
{
    double number_of = -1.0;
    take_integer((uint32_t)minrisk_effective_suppliers(market, suppliers, &number_of));
    take_double(number_of);
    if (draw_large_market()) {
        take_integer((uint32_t)minrisk_effective_suppliers(large, large_suppliers, &number_of));
        take_double(number_of);
    }
}

static void call_gini_simpson(void)
{
    double value = -1.0;
    take_integer((uint32_t)minrisk_gini_simpson(market, suppliers, &value));
    take_double(value);
}

static void call_weighted_mean(void)
{
    double weight[MOST];
    double value = -1.0;
    fill(weight, MOST, below(4) == 0);
    weight[0] = -weight[0];
    take_integer((uint32_t)minrisk_weighted_mean(market, weight, suppliers, &value));
    take_double(value);
}

static void call_shares(void)
{
    double share[MOST] = {0.0};
    size_t i;
    take_integer((uint32_t)minrisk_shares(market, suppliers, share));
    for (i = 0; i < MOST; i++)
        take_double(share[i]);
}

/* The market cut in up to four, and as rows of up to four. */
static void call_hhi_groups(void)
{
    size_t offset[5] = {0, 0, 0, 0, 0}, groups = below(5), g;
    double hhi[4] = {-1.0, -1.0, -1.0, -1.0};
    minrisk_status each[4] = {9, 9, 9, 9};
    for (g = 0; g < groups; g++)
        offset[g + 1] = offset[g] + below(8);
    take_integer((uint32_t)minrisk_hhi_groups(market, suppliers, offset, groups, hhi, each));
    for (g = 0; g < 4; g++) {
        take_integer((uint32_t)each[g]);
        take_double(hhi[g]);
    }
}

static void call_hhi_columns(void)
{
    size_t columns = below(5), rows = below(7), stride = below(6), g;
    double hhi[4] = {-1.0, -1.0, -1.0, -1.0};
    minrisk_status each[4] = {9, 9, 9, 9};
    take_integer((uint32_t)minrisk_hhi_columns(market, MOST, rows, columns, stride, hhi, each));
    for (g = 0; g < 4; g++) {
        take_integer((uint32_t)each[g]);
        take_double(hhi[g]);
    }
}

static void call_to_points(void)
{
    take_double(minrisk_to_points(market[0]));
}

static void call_classify(void)
{
    static const int32_t years[4] = {1992, 2010, 2023, 2000};
    int32_t level = -1;
    take_integer((uint32_t)minrisk_classify(market[0], years[below(4)], &level));
    take_integer((uint32_t)level);
}

static void call_top_share(void)
{
    double share = -1.0;
    take_integer((uint32_t)minrisk_top_share(market, suppliers, below(6), &share));
    take_double(share);
    if (draw_large_market()) {
        take_integer((uint32_t)minrisk_top_share(large, large_suppliers, below(200), &share));
        take_double(share);
    }
}

static void call_leader(void)
{
    double share = -1.0;
    size_t leader = 99;
    take_integer((uint32_t)minrisk_leader(market, suppliers, &leader, &share));
    take_integer(leader);
    take_double(share);
}

/* Markets that need scratch, and half of the time in order. */
enum { MANY = 200 };

static double many[MANY], space[MANY];
static size_t numerous;

static void draw_many(void)
{
    int wild = below(8) == 0;
    int in_order = !wild && below(2);
    size_t i, j;
    numerous = below(MANY + 1);
    fill(many, MANY, wild);
    for (i = 1; i < numerous && in_order; i++)
        for (j = i; j > 0 && many[j] > many[j - 1]; j--) {
            double larger = many[j];
            many[j] = many[j - 1];
            many[j - 1] = larger;
        }
}

static void call_gini(void)
{
    size_t size = below(2) ? 0 : 100 + below(MANY);
    double gini = -1.0;
    draw_many();
    take_integer((uint32_t)minrisk_gini(many, numerous, size, space, MANY, &gini));
    take_double(gini);
    take_integer((uint32_t)minrisk_gini_sorted(many, numerous, size, &gini));
    take_double(gini);
}

static void call_hall_tideman(void)
{
    double index = -1.0;
    draw_many();
    take_integer((uint32_t)minrisk_hall_tideman(many, numerous, space, MANY, &index));
    take_double(index);
    take_integer((uint32_t)minrisk_hall_tideman_sorted(many, numerous, &index));
    take_double(index);
}

/* What the calls below write; -1 where they refuse. */
static double measure;

static void take_measure(minrisk_status status)
{
    take_integer((uint32_t)status);
    take_double(measure);
    measure = -1.0;
}

static void call_exact_indices(void)
{
    size_t size = below(2) ? 0 : 100 + below(MANY);
    size_t i;
    draw_many();
    measure = -1.0;
    take_measure(minrisk_hhi_dual(many, numerous, &measure));
    take_measure(minrisk_hhi_minimum(many, numerous, &measure));
    take_measure(minrisk_hoover(many, numerous, size, &measure));
    take_measure(minrisk_palma(many, numerous, space, MANY, &measure));
    take_measure(minrisk_kwoka(many, numerous, space, MANY, &measure));
    take_measure(minrisk_stenbacka(market, suppliers, &measure));
    take_integer((uint32_t)minrisk_lorenz(market, suppliers, space));
    for (i = 0; i < suppliers; i++)
        take_double(space[i]);
}

#ifndef RESULTS_EXACT_ONLY
static void call_reproducible_indices(void)
{
    size_t size = below(2) ? 0 : MOST + below(MANY);
    double order = below(2) ? (double)below(5) - 1.0 : 2.0 * fraction();
    size_t core = 99;
    measure = -1.0;
    take_measure(minrisk_garcia_alba(market, suppliers, &measure));
    take_measure(minrisk_horvath(market, suppliers, &measure));
    take_measure(minrisk_grs(market, suppliers, &measure));
    take_measure(minrisk_kvalseth(market, suppliers, space, MANY, &measure));
    take_measure(minrisk_linda(market, suppliers, below(6), space, MANY, &measure));
    take_measure(minrisk_linda_core(market, suppliers, space, MANY, &core, &measure));
    take_integer(core);
    take_measure(minrisk_theil_l(market, suppliers, &measure));
    take_measure(minrisk_generalised_entropy(market, suppliers, size, order, &measure));
    take_measure(minrisk_atkinson(market, suppliers, size, 2.0 * fraction(), &measure));
}
#endif

static void call_hhi_bounds(void)
{
    double cap = below(2) ? MINRISK_NO_CAP : number();
    size_t count = below(2) ? MINRISK_UNKNOWN_COUNT : below(50);
    minrisk_interval hhi = {-1.0, -1.0};
    take_integer((uint32_t)minrisk_hhi_bounds(market, suppliers, quantity(), count, cap, &hhi));
    take_double(hhi.low);
    take_double(hhi.high);
}

static void call_hhi_interval(void)
{
    double low[MOST], room[2 * MOST];
    minrisk_interval hhi = {-1.0, -1.0};
    int32_t is_sharp = -1;
    size_t i;
    for (i = 0; i < MOST; i++)
        low[i] = below(2) ? 0.0 : market[i] * fraction();
    take_integer((uint32_t)minrisk_hhi_interval(low, market, suppliers, room, 2 * suppliers, &hhi,
                                                &is_sharp));
    take_double(hhi.low);
    take_double(hhi.high);
    take_integer((uint32_t)is_sharp);
}

static void call_coverage(void)
{
    double share = -1.0;
    take_integer((uint32_t)minrisk_coverage(market, suppliers, quantity(), &share));
    take_double(share);
}

static void call_changes(void)
{
    double after[MOST], each[MOST] = {0.0};
    minrisk_change change = {-9.0, -9.0, -9.0, -9.0};
    int32_t points[MOST] = {0};
    size_t i;
    for (i = 0; i < MOST; i++)
        after[i] = below(4) ? market[i] : quantity();
    take_integer((uint32_t)minrisk_hhi_change(market, after, suppliers, &change));
    take_double(change.whole);
    take_double(change.stayers);
    take_double(change.entries);
    take_double(change.exits);
    take_integer((uint32_t)minrisk_hhi_contributions(market, suppliers, each));
    for (i = 0; i < MOST; i++)
        take_double(each[i]);
    take_integer((uint32_t)minrisk_hhi_change_each(market, after, suppliers, each));
    take_integer((uint32_t)minrisk_parts_to_points(each, suppliers, change.whole, points));
    for (i = 0; i < MOST; i++) {
        take_double(each[i]);
        take_integer((uint32_t)points[i]);
    }
}

static void call_first_invalid(void)
{
    take_integer(minrisk_first_invalid(market, suppliers));
}

static void call_status_text(void)
{
    take_text(minrisk_status_text((int32_t)below(12) - 8));
}

static void call_version(void)
{
    take_integer(minrisk_version());
}

static void take_reliance(minrisk_status status, const minrisk_reliance *out)
{
    take_integer((uint32_t)status);
    if (status != MINRISK_OK)
        return;
    take_integer((uint32_t)out->state);
    take_integer((uint32_t)out->known);
    take_double(out->low);
    take_double(out->high);
}

static void call_net_import_reliance(void)
{
    minrisk_balance balance;
    minrisk_reliance out;
    minrisk_status status;

    balance.production = market[0];
    balance.old_scrap = market[1];
    balance.imports = market[2];
    balance.exports = market[3];
    balance.stock_release = below(2) ? market[4] : -market[4];
    status = minrisk_net_import_reliance(&balance, &out);
    take_reliance(status, &out);
}

static void call_reliance_of_consumption(void)
{
    minrisk_reliance out;
    minrisk_status status = minrisk_reliance_of_consumption(market[0], market[1], &out);
    take_reliance(status, &out);
}

static void call_reliance_published(void)
{
    double percent = below(2) ? 0.0 : 128.0 * fraction();
    minrisk_reliance out;
    int32_t state = (int32_t)below(8);
    minrisk_status status = minrisk_reliance_published(state, percent, &out);
    take_reliance(status, &out);
}

static void call_reliance_interval(void)
{
    minrisk_balance low, high;
    minrisk_reliance out;
    minrisk_status status;

    low.production = market[0];
    low.old_scrap = market[1];
    low.imports = market[2];
    low.exports = market[3];
    low.stock_release = -market[4];
    high.production = below(4) ? 2.0 * low.production : low.production;
    high.old_scrap = low.old_scrap;
    high.imports = below(4) ? 2.0 * low.imports : low.imports;
    high.exports = below(4) ? 4.0 * low.exports : low.exports;
    high.stock_release = market[4];
    status = minrisk_reliance_interval(&low, &high, &out);
    take_reliance(status, &out);
}

static void call_wgi_to_risk(void)
{
    double wgi = 16.0 * (fraction() - 0.5);
    double risk = -1.0;
    int32_t clamped = -1;

    take_integer((uint32_t)minrisk_wgi_to_risk_10(wgi, &risk, &clamped));
    take_double(risk);
    take_integer((uint32_t)minrisk_wgi_to_risk_1(wgi, &risk, &clamped));
    take_double(risk);
    take_integer((uint32_t)clamped);
}

static void call_bloc_totals(void)
{
    uint32_t bloc[MOST];
    double total[4] = {-1.0, -1.0, -1.0, -1.0};
    size_t i;

    for (i = 0; i < MOST; i++)
        bloc[i] = below(4);
    take_integer((uint32_t)minrisk_bloc_totals(market, bloc, suppliers, total, 4));
    for (i = 0; i < 4; i++)
        take_double(total[i]);
}

static void call_without(void)
{
    minrisk_outage out;
    double room[MOST];
    const double *spare = below(2) ? room : NULL;
    double lacking = 131072.0 * fraction();
    minrisk_status status;

    fill(room, MOST, below(8) == 0);
    status = minrisk_without(market, spare, suppliers, below(4), lacking, &out);
    take_integer((uint32_t)status);
    if (status != MINRISK_OK)
        return;
    take_double(out.rest);
    take_double(out.rest_hhi);
    take_double(out.spare);
    take_double(out.covered);
    take_double(out.shortfall);
}

/* Counts of all sizes, zeros among them. */
static void draw_counts(uint64_t *count)
{
    size_t i;
    for (i = 0; i < suppliers; i++) {
        count[i] = next_bits();
        count[i] >>= below(64);
        count[i] *= below(4) != 0;
    }
}

static void call_hhi_points_u32(void)
{
    uint64_t wide[MOST];
    uint32_t count[MOST], points = 99999;
    size_t i;
    draw_counts(wide);
    for (i = 0; i < suppliers; i++)
        count[i] = (uint32_t)wide[i];
    take_integer((uint32_t)minrisk_hhi_points_u32(count, suppliers, &points));
    take_integer(points);
    take_integer((uint32_t)minrisk_top_points_u32(count, suppliers, below(6), &points));
    take_integer(points);
}

static void take_stream(const minrisk_stream *s)
{
    uint8_t saved[MINRISK_STREAM_SAVED] = {0};
    double hhi = -1.0, effective = -1.0, total = -1.0;
    minrisk_interval bounds = {-1.0, -1.0};
    uint64_t count = 99;
    size_t i;

    take_integer((uint32_t)minrisk_stream_hhi(s, &hhi));
    take_double(hhi);
    take_integer((uint32_t)minrisk_stream_hhi_bounds(s, number(), &bounds));
    take_double(bounds.low);
    take_double(bounds.high);
    take_integer((uint32_t)minrisk_stream_effective(s, &effective));
    take_double(effective);
    take_integer((uint32_t)minrisk_stream_total(s, &total));
    take_double(total);
    take_integer((uint32_t)minrisk_stream_suppliers(s, &count));
    take_integer(count);
    take_integer((uint32_t)minrisk_stream_save(s, saved, sizeof saved));
    for (i = 0; i < sizeof saved; i++)
        take_byte(saved[i]);
}

static void call_stream(void)
{
    minrisk_stream s, other;
    uint8_t saved[MINRISK_STREAM_SAVED];
    size_t i;

    take_integer((uint32_t)minrisk_stream_sizeof());
    take_integer((uint32_t)minrisk_stream_init(&s, sizeof s));
    minrisk_stream_init(&other, sizeof other);
    for (i = 0; i < suppliers; i++)
        take_integer((uint32_t)minrisk_stream_add(i % 3 ? &s : &other, market[i]));
    take_integer((uint32_t)minrisk_stream_add_all(&other, market, suppliers));
    take_integer((uint32_t)minrisk_stream_merge(&s, &other));
    take_stream(&s);
    take_integer((uint32_t)minrisk_stream_remove(&s, market[0]));
    take_integer((uint32_t)minrisk_stream_replace(&s, market[1], number()));
    take_stream(&s);
    minrisk_stream_save(&s, saved, sizeof saved);
    i = below(MINRISK_STREAM_SAVED);
    saved[i] ^= (uint8_t)below(256);
    take_integer((uint32_t)minrisk_stream_load(&s, sizeof s, saved, sizeof saved));
    take_stream(&s);
}

static void call_hhi_points_u64(void)
{
    uint64_t count[MOST];
    uint32_t points = 99999;
    draw_counts(count);
    take_integer((uint32_t)minrisk_hhi_points_u64(count, suppliers, &points));
    take_integer(points);
}

/* What falls on each country. */
static double part_of_score[3 * MOST];

static void take_doubles(const double *x, size_t n)
{
    size_t i;
    for (i = 0; i < n; i++)
        take_double(x[i]);
}

static void call_eu_importance(void)
{
    minrisk_eu_uses uses;
    minrisk_eu_importance_of out;
    minrisk_status status;
    double share[MOST];
    size_t i;

    for (i = 0; i < MOST; i++)
        share[i] = fraction();
    uses.share = share;
    uses.value_added = market;
    uses.n = suppliers;
    uses.largest = 1e6;
    uses.substitution = fraction();
    status = minrisk_eu_importance(&uses, &out, part_of_score);
    take_integer((uint32_t)status);
    if (status != MINRISK_OK)
        return;
    take_double(out.importance);
    take_double(out.shares);
    take_double(out.by_substitution);
    take_doubles(part_of_score, suppliers);
}

static void call_eu_critical(void)
{
    minrisk_eu_verdict out = {-1.0, 0, -1, -1};
    double importance = 4.0 * fraction();

    take_integer((uint32_t)minrisk_eu_critical(market, suppliers, importance, &out));
    take_double(out.risk);
    take_integer(out.bottleneck);
    take_integer((uint32_t)out.critical);
}

static void take_screen(minrisk_status status, const double *x, size_t n, uint32_t flags)
{
    take_integer((uint32_t)status);
    if (status != MINRISK_OK)
        return;
    take_doubles(x, n);
    take_integer(flags);
}

static void call_expected_loss(void)
{
    minrisk_loss out;
    minrisk_status status;
    double chance[MOST], figure[3];
    size_t i;

    for (i = 0; i < MOST; i++) {
        chance[i] = fraction();
        market[i] = below(2) ? market[i] : -market[i];
    }
    status = minrisk_expected_loss(chance, market, suppliers, &out, part_of_score);
    if (status == MINRISK_OK) {
        figure[0] = out.expected;
        figure[1] = out.losses;
        figure[2] = out.gains;
        take_doubles(part_of_score, suppliers);
        take_integer(out.worst);
    }
    take_screen(status, figure, 3, 0);
}

static void call_single_producer(void)
{
    int32_t single = -1;
    size_t producer = 99;
    minrisk_status status = minrisk_single_producer(market, suppliers % 4, &single, &producer);

    take_integer((uint32_t)status);
    take_integer((uint32_t)single);
    take_integer(producer);
}

static void call_dera_country_risk(void)
{
    minrisk_dera_result out;
    minrisk_attribution parts;
    minrisk_status status;
    double wgi[MOST], figure[2];
    size_t i;

    for (i = 0; i < MOST; i++)
        wgi[i] = 8.0 * (fraction() - 0.5);
    parts.contribution = part_of_score;
    parts.by_quantity = part_of_score + MOST;
    parts.by_risk = part_of_score + 2 * MOST;
    status = minrisk_dera_country_risk(market, wgi, suppliers, &out, &parts);
    if (status != MINRISK_OK) {
        take_integer((uint32_t)status);
        return;
    }
    figure[0] = out.country_risk;
    figure[1] = out.hhi;
    take_screen(status, figure, 2, (uint32_t)(out.risk_class + 4 * out.concentration));
    take_doubles(parts.contribution, suppliers);
    take_doubles(parts.by_quantity, suppliers);
    take_doubles(parts.by_risk, suppliers);
}

static void call_cepii_dependence(void)
{
    minrisk_dependence out;
    minrisk_status status;
    double exports = 65536.0 * fraction(), figure[3] = {0.0, 0.0, 0.0};
    size_t half = suppliers / 2;

    memset(&out, 0, sizeof out);
    status = minrisk_cepii_dependence(market, half, market + half, half, exports, &out);
    figure[0] = out.import_hhi;
    figure[1] = out.world_hhi;
    figure[2] = out.cover;
    take_screen(status, figure, 3, (uint32_t)(out.not_substitutable + 2 * out.dependent));
}

static void call_merger_screen(void)
{
    static const int32_t years[] = {1992, 2010, 2023, 2011};
    minrisk_merger out;
    minrisk_status status;
    double figure[4] = {0.0, 0.0, 0.0, 0.0};
    uint32_t a = below(3);
    uint32_t b = below(3);

    memset(&out, 0, sizeof out);
    status = minrisk_merger_screen(market, suppliers, a, b, years[below(4)], &out);
    figure[0] = out.before;
    figure[1] = out.after;
    figure[2] = out.delta;
    figure[3] = out.share;
    take_screen(status, figure, 4, (uint32_t)(out.level + 4 * out.finding));
}

static void call_chain_disruption(void)
{
    size_t held_at = 99;
    double length = 65536.0 * fraction();
    minrisk_status status =
        minrisk_chain_disruption(length, below(3), market, suppliers, part_of_score, &held_at);

    take_screen(status, part_of_score, suppliers, (uint32_t)held_at);
}

/* A model of up to eight projects in two stages; everything that a model can have is there. */
enum { PROJECTS_OF_MODEL = 8, PHASES_OF_MODEL = 5, WORK_OF_MODEL = 11 * 8 + 8 * 3 };

static uint32_t model_stage[8], model_country[8], model_capacity[8], model_slip[8], model_group[8],
    model_after[8], model_phase[40], model_need[4], model_index[1];
static int32_t model_base[8], model_ramp[8], model_tick[4], model_work[WORK_OF_MODEL],
    model_table[34];
static size_t model_first[9], model_need_first[3];
static uint64_t model_success[8], model_chance[1], model_mask[1];
static uint32_t model_stages[1];

static void draw_project(uint32_t i)
{
    size_t phase;

    model_stage[i] = below(2);
    model_country[i] = below(3);
    model_capacity[i] = 1 + below(50);
    model_slip[i] = below(3) == 0 ? 0 : MINRISK_NONE;
    model_group[i] = below(3) == 0 ? 0 : MINRISK_NONE;
    model_after[i] = i > 0 && below(4) == 0 ? below(i) : MINRISK_NONE;
    model_base[i] = (int32_t)below(65536);
    model_ramp[i] = below(2) ? (int32_t)below(200000) : 0;
    model_success[i] = next_bits() >> 32;
    model_first[i + 1] = model_first[i] + below(PHASES_OF_MODEL);
    for (phase = model_first[i]; phase < model_first[i + 1]; phase++)
        model_phase[phase] = below(2);
}

static minrisk_model draw_model(void)
{
    minrisk_model m;
    uint32_t i;

    memset(&m, 0, sizeof m);
    for (i = 0; i < 34; i++)
        model_table[i] = (int32_t)below(60000) + (i % 17 == 0 ? 0 : model_table[i - 1]);
    m.projects = below(PROJECTS_OF_MODEL + 1);
    for (i = 0; i < m.projects; i++)
        draw_project(i);
    for (i = 0; i < 4; i++) {
        model_need[i] = below(80);
        model_tick[i] = i % 2 ? 1000000 : 0;
    }
    model_need_first[1] = 2;
    model_need_first[2] = 4;
    model_chance[0] = (uint64_t)1 << 31;
    model_mask[0] = 3;
    model_stages[0] = 1;
    m.capacity = model_capacity;
    m.stage = model_stage;
    m.country = model_country;
    m.base = model_base;
    m.ramp = model_ramp;
    m.success = model_success;
    m.phase_first = model_first;
    m.phase = model_phase;
    m.slip = model_slip;
    m.group = model_group;
    m.after = model_after;
    m.tables = 2;
    m.table_len = 17;
    m.table = model_table;
    m.stages = 2;
    m.need_first = below(2) ? model_need_first : NULL;
    m.need_tick = model_tick;
    m.need = model_need;
    m.slips = m.groups = m.shocks = 1;
    m.slip_chance = m.group_chance = m.shock_chance = model_chance;
    m.slip_table = m.shock_table = model_index;
    m.shock_countries = model_mask;
    m.shock_stages = model_stages;
    m.horizon = (int32_t)below(2000000);
    return m;
}

static void call_forecast_trial(void)
{
    minrisk_model m = draw_model();
    int32_t begins[PROJECTS_OF_MODEL] = {0};
    minrisk_trial trial;
    minrisk_status status =
        minrisk_forecast_trial(&m, seed, seed, model_work, WORK_OF_MODEL, begins, &trial);
    size_t i;

    take_integer((uint32_t)status);
    take_integer(minrisk_forecast_workspace(&m));
    for (i = 0; i < m.projects; i++)
        take_integer((uint32_t)begins[i]);
    take_integer((uint32_t)trial.first);
    take_integer((uint32_t)trial.lost);
    take_integer(trial.bottleneck);
}

static minrisk_tally tally;

static minrisk_status draw_tally(void)
{
    minrisk_model m = draw_model();
    minrisk_tally part;

    minrisk_tally_init(&tally, minrisk_tally_sizeof());
    minrisk_tally_init(&part, minrisk_tally_sizeof());
    minrisk_forecast_run(&m, 1, seed, 5, model_work, WORK_OF_MODEL, &tally);
    minrisk_forecast_run(&m, 1, seed + 5, 20, model_work, WORK_OF_MODEL, &part);
    return minrisk_tally_merge(&tally, &part);
}

static void call_forecast_run(void)
{
    take_integer((uint32_t)draw_tally());
    take_integer(tally.never);
    take_integer(tally.lost);
    take_integer(tally.sum);
    take_integer(tally.squares[0]);
    take_integer(tally.bottleneck[1]);
    take_integer(tally.month[300]);
}

/* --- the reproducible class, and what stands in its files ------------------------------------ */

#ifndef RESULTS_EXACT_ONLY

static void call_shannon_entropy(void)
{
    double value = -1.0;
    take_integer((uint32_t)minrisk_shannon_entropy(market, suppliers, &value));
    take_double(value);
}

static void call_evenness(void)
{
    double value = -1.0;
    take_integer((uint32_t)minrisk_evenness(market, suppliers, &value));
    take_double(value);
}

/* Mostly small, sometimes next to 1, and whatever number() gives besides. */
static double order(void)
{
    double x = below(2) ? 3.0 * fraction() : 1.0;
    if (below(4) == 0)
        return number();
    return below(3) == 0 ? 1.0 + 1e-9 * fraction() : x;
}

static void call_hill_number(void)
{
    double value = -1.0;
    double at = order();
    take_integer((uint32_t)minrisk_hill_number(market, suppliers, at, &value));
    take_double(value);
}

static void call_renyi_entropy(void)
{
    double value = -1.0;
    double at = order();
    take_integer((uint32_t)minrisk_renyi_entropy(market, suppliers, at, &value));
    take_double(value);
}

static void call_tsallis_entropy(void)
{
    double value = -1.0;
    double at = order();
    take_integer((uint32_t)minrisk_tsallis_entropy(market, suppliers, at, &value));
    take_double(value);
}

static void call_hannah_kay(void)
{
    double value = -1.0;
    double at = order();
    take_integer((uint32_t)minrisk_hannah_kay(market, suppliers, at, &value));
    take_double(value);
}

static void call_theil(void)
{
    double value = -1.0;
    size_t size = below(2) ? 0 : below(40);
    take_integer((uint32_t)minrisk_theil(market, suppliers, size, &value));
    take_double(value);
}

static void call_profile(void)
{
    minrisk_market_profile p;
    minrisk_status status = minrisk_profile(market, suppliers, &p);
    take_integer((uint32_t)status);
    if (status != MINRISK_OK)
        return;
    take_double(p.total);
    take_integer(p.suppliers);
    take_integer(p.leader);
    take_double(p.top_1);
    take_double(p.top_3);
    take_double(p.top_4);
    take_double(p.hhi);
    take_double(p.hhi_normalised);
    take_double(p.effective_suppliers);
    take_double(p.entropy);
    take_double(p.evenness);
}

static void call_weighted_hhi(void)
{
    double weight[MOST];
    double value = -1.0;
    fill(weight, MOST, below(4) == 0);
    take_integer((uint32_t)minrisk_weighted_hhi(market, weight, suppliers, &value));
    take_double(value);
}

static void take_bounds(int32_t measure, double parameter)
{
    size_t count = below(2) ? MINRISK_UNKNOWN_COUNT : below(50);
    double cap = below(2) ? MINRISK_NO_CAP : quantity();
    double residual = quantity();
    minrisk_interval bounds = {-1.0, -1.0};
    take_integer((uint32_t)minrisk_measure_bounds(market, suppliers, residual, count, cap, measure,
                                                  parameter, NULL, 0, &bounds));
    take_double(bounds.low);
    take_double(bounds.high);
}

static void call_measure_bounds(void)
{
    take_bounds(MINRISK_MEASURE_TOP_SHARE, 1.0 + below(6));
    take_bounds(MINRISK_MEASURE_HALL_TIDEMAN, 0.0);
    take_bounds(MINRISK_MEASURE_GINI, 20.0 + below(60));
    take_bounds(MINRISK_MEASURE_ENTROPY, 0.0);
    take_bounds(MINRISK_MEASURE_HILL, 0.25 * below(20));
}

static void call_hhi_sigma(void)
{
    double sigma[MOST], hhi_sigma = -1.0;
    fill(sigma, MOST, below(8) == 0);
    take_integer((uint32_t)minrisk_hhi_sigma(market, sigma, suppliers, &hhi_sigma));
    take_double(hhi_sigma);
}

static void take_when(minrisk_status status, const minrisk_when *when)
{
    take_integer((uint32_t)status);
    if (status != MINRISK_OK)
        return;
    take_integer((uint32_t)when->status);
    take_integer(when->known);
    take_integer(when->assumptions);
    take_integer(when->windows);
    take_double(when->first);
    take_double(when->sustained);
    take_double(when->permanent);
    take_double(when->lost);
    take_double(when->satisfied);
    take_integer(when->binding);
    take_integer(when->reserved);
}

static void call_when_texts(void)
{
    take_text(minrisk_when_text((int32_t)below(12)));
    take_text(minrisk_assumption_text((uint32_t)1 << below(12)));
}

/* For a year, as a fraction. */
static double growth_rate(void)
{
    return below(4) ? 2.0 * fraction() - 0.9 : below(2) ? trace() : -trace();
}

static void call_when_linear(void)
{
    double rate = below(2) ? market[1] : -market[2];
    minrisk_when when;
    minrisk_status status =
        minrisk_when_linear(market[0], rate, market[3], market[4], 100.0 * fraction(), &when);
    take_when(status, &when);
}

static void call_when_exponential(void)
{
    double growth = growth_rate();
    double need_growth = growth_rate();
    minrisk_when when;
    minrisk_status status =
        minrisk_when_exponential(market[0], growth, market[1], need_growth, 100.0, &when);
    take_when(status, &when);
}

static void call_when_share(void)
{
    double growth = growth_rate();
    double other_growth = growth_rate();
    double share = below(4) ? fraction() : trace();
    minrisk_when when;
    minrisk_status status =
        minrisk_when_share(market[0], growth, market[1], other_growth, share, 100.0, &when);
    take_when(status, &when);
}

/* Projects and needs of the two functions that sweep over them. */
static double start[MOST], ramp[MOST], capacity[MOST], life[MOST], part[MOST], year[MOST],
    need[MOST], work[WORK];
static uint32_t stage[MOST];

static void draw_projects(void)
{
    size_t i;
    double now = 0.0;

    for (i = 0; i < MOST; i++) {
        start[i] = 15.0 * fraction();
        start[i] = below(4) == 0 ? -start[i] : start[i];
        ramp[i] = below(3) == 0 ? 0.0 : 6.0 * fraction();
        capacity[i] = 100.0 * fraction();
        life[i] = 15.0 * fraction();
        part[i] = fraction();
        stage[i] = below(2);
        year[i] = now;
        need[i] = 400.0 * fraction();
        now += below(4) == 0 ? 0.0 : fraction();
    }
    if (below(8) == 0)
        capacity[1] = number();
}

static void call_when_covered(void)
{
    size_t projects = below(8);
    size_t knots = below(6);
    const double *closing = below(2) ? life : NULL;
    minrisk_when when;
    minrisk_status status;

    draw_projects();
    status = minrisk_when_covered(start, ramp, capacity, closing, projects, year, need, knots,
                                  fraction(), 20.0, work, WORK, &when);
    take_integer(minrisk_when_covered_workspace(projects, knots));
    take_when(status, &when);
}

static void call_when_met(void)
{
    minrisk_projects projects;
    minrisk_condition condition[2];
    minrisk_when when;
    minrisk_status status;
    uint32_t i;

    draw_projects();
    memset(&projects, 0, sizeof projects);
    memset(condition, 0, sizeof condition);
    projects.count = below(10);
    projects.start = start;
    projects.ramp = ramp;
    projects.capacity = capacity;
    projects.life = below(2) ? life : NULL;
    projects.share = below(2) ? part : NULL;
    projects.stage = below(2) ? stage : NULL;
    for (i = 0; i < 2; i++) {
        condition[i].kind = MINRISK_COVERAGE;
        condition[i].stage = i;
        condition[i].fraction = fraction();
        condition[i].knots = 1 + below(5);
        condition[i].need_year = year;
        condition[i].need = need;
    }
    take_integer(minrisk_when_met_workspace(&projects, condition, 2));
    status = minrisk_when_met(&projects, condition, 1 + below(2), 0.5, 20.0, work, WORK, &when);
    take_when(status, &when);
}

/* Supplies with risks, for the scores of criticality.h; two of them with one set of quantities. */
static double risk[MOST], worse[MOST], trade[MOST], more_trade[MOST];

static minrisk_sourcing draw_sourcing(double scale)
{
    static const double trades[] = {0.8, 1.0, 1.1, 1.5};
    minrisk_sourcing s;
    size_t i;

    for (i = 0; i < MOST; i++) {
        risk[i] = below(16) == 0 ? number() : scale * fraction();
        worse[i] = below(4) == 0 ? scale : risk[i];
        trade[i] = trades[below(4)];
        more_trade[i] = below(2) ? 1.5 : trade[i];
    }
    s.quantity = market;
    s.risk = risk;
    s.factor = below(2) ? trade : NULL;
    s.n = suppliers;
    return s;
}

static void take_attribution(const minrisk_attribution *a, size_t n)
{
    take_doubles(a->contribution, n);
    take_doubles(a->by_quantity, n);
    take_doubles(a->by_risk, n);
}

static minrisk_attribution attribution(void)
{
    minrisk_attribution a;
    a.contribution = part_of_score;
    a.by_quantity = part_of_score + MOST;
    a.by_risk = part_of_score + 2 * MOST;
    return a;
}

static minrisk_eu_stage draw_stage(void)
{
    minrisk_eu_stage stage;
    stage.global = draw_sourcing(8.0);
    stage.eu = stage.global;
    stage.eu.n = below(3) ? suppliers / 2 : 0;
    stage.import_reliance = fraction();
    stage.recycling = fraction();
    stage.substitution = fraction();
    return stage;
}

static void call_eu_supply_risk(void)
{
    minrisk_eu_stage stage = draw_stage();
    minrisk_attribution parts = attribution();
    minrisk_eu_risk out;
    minrisk_status status = minrisk_eu_supply_risk(&stage, &out, &parts, NULL);

    take_integer((uint32_t)status);
    if (status != MINRISK_OK)
        return;
    take_double(out.risk);
    take_double(out.hhi_global);
    take_double(out.hhi_eu);
    take_double(out.global_part);
    take_double(out.eu_part);
    take_double(out.unmitigated);
    take_double(out.by_import_reliance);
    take_double(out.by_recycling);
    take_double(out.by_substitution);
    take_integer((uint32_t)out.basis);
    take_attribution(&parts, suppliers);
}

static void call_eu_supply_risk_interval(void)
{
    minrisk_eu_stage low = draw_stage();
    minrisk_eu_stage high = low;
    minrisk_interval range = {-1.0, -1.0};

    high.global.risk = worse;
    high.global.factor = low.global.factor ? more_trade : NULL;
    high.recycling = below(2) ? 1.0 : low.recycling;
    high.import_reliance = below(2) ? 1.0 : low.import_reliance;
    take_integer((uint32_t)minrisk_eu_supply_risk_interval(&low, &high, &range));
    take_double(range.low);
    take_double(range.high);
}

static void call_geopolrisk(void)
{
    minrisk_sourcing source = draw_sourcing(1.0);
    minrisk_attribution parts = attribution();
    minrisk_geopolrisk_inputs in;
    minrisk_geopolrisk_result out;
    minrisk_interval range = {-1.0, -1.0};
    uint32_t region[MOST];
    size_t i;

    for (i = 0; i < MOST; i++)
        region[i] = below(3);
    in.production = market;
    in.producers = suppliers;
    in.imports = market;
    in.risk = source.risk;
    in.region = below(2) ? region : NULL;
    in.partners = suppliers / 2;
    in.home = 1;
    in.domestic = below(2) ? 65536.0 * fraction() : 0.0;
    in.price = fraction();
    in.reference = fraction();
    take_integer((uint32_t)minrisk_geopolrisk_interval(&in, &in, &range));
    take_double(range.low);
    take_double(range.high);
    if (minrisk_geopolrisk(&in, &out, &parts, NULL) != MINRISK_OK)
        return;
    take_double(out.score);
    take_double(out.hhi);
    take_double(out.import_risk);
    take_double(out.midpoint);
    take_double(out.characterisation);
    take_double(out.by_domestic);
    take_attribution(&parts, in.partners);
}

static void call_usgs_supply_risk(void)
{
    minrisk_attribution parts = attribution();
    minrisk_usgs_inputs in;
    minrisk_usgs_risk out;
    minrisk_interval range = {-1.0, -1.0};

    in.production = draw_sourcing(1.0);
    in.production.factor = NULL;
    in.trade_exposure = fraction();
    in.value_added = market;
    in.expenditure = trade;
    in.profit = more_trade;
    in.industries = suppliers / 2;
    in.gdp = 65536.0 * fraction();
    take_integer((uint32_t)minrisk_usgs_risk_interval(&in, &in, &range));
    take_double(range.low);
    take_double(range.high);
    if (minrisk_usgs_supply_risk(&in, &out, &parts) != MINRISK_OK)
        return;
    take_double(out.risk);
    take_double(out.disruption_potential);
    take_double(out.economic_vulnerability);
    take_double(out.by_trade_exposure);
    take_double(out.by_vulnerability);
    take_attribution(&parts, suppliers);
}

static void call_chain_risk(void)
{
    minrisk_sourcing source = draw_sourcing(1.0);
    minrisk_chain out;
    minrisk_status status =
        minrisk_chain_risk(source.risk, below(2) ? market : NULL, suppliers, &out);

    take_integer((uint32_t)status);
    if (status != MINRISK_OK)
        return;
    take_double(out.maximum);
    take_double(out.series);
    take_double(out.mean);
    take_double(out.geometric);
    take_double(out.weighted);
    take_integer(out.bottleneck);
    take_integer(out.known);
}

static void call_score_sigma(void)
{
    double sigma = -1.0;
    size_t i;

    for (i = 0; i < MOST; i++)
        risk[i] = number();
    take_integer((uint32_t)minrisk_score_sigma(risk, market, suppliers, &sigma));
    take_double(sigma);
}

static void draw_full(minrisk_projects *projects, minrisk_condition *condition)
{
    static const double time[3] = {0.0, 0.25, 1.0}, height[3] = {0.25, 1.0, 0.5};
    static const double weight[3] = {1.0, 0.5, 0.0}, yield[3] = {0.75, 1.0, 0.5};
    static minrisk_shape shape;
    static size_t awaited[10];
    static uint32_t country[10], shapes[10];
    uint32_t i;

    shape.knots = 3;
    shape.time = time;
    shape.part = height;
    for (i = 0; i < 10; i++) {
        awaited[i] = below(i + 1);
        country[i] = below(3);
        shapes[i] = 0;
    }
    memset(projects, 0, sizeof *projects);
    memset(condition, 0, sizeof *condition);
    draw_projects();
    projects->count = below(10);
    projects->start = start;
    projects->ramp = ramp;
    projects->capacity = capacity;
    projects->country = country;
    projects->countries = 3;
    projects->stage = below(2) ? stage : NULL;
    projects->stage_yield = yield;
    projects->stages = 3;
    projects->starts_after = below(2) ? awaited : NULL;
    projects->shape = below(2) ? shapes : NULL;
    projects->shapes = &shape;
    projects->shape_count = 1;
    condition->kind = MINRISK_COVERAGE;
    condition->fraction = fraction();
    condition->knots = 1 + below(5);
    condition->need_year = year;
    condition->need = need;
    condition->weight = below(2) ? weight : NULL;
    condition->substituted = fraction();
    condition->stock = quantity();
    condition->suppliers = 1 + below(3);
}

static void call_conditions(void)
{
    minrisk_projects projects;
    minrisk_condition condition;
    minrisk_when when;
    minrisk_status status;

    draw_full(&projects, &condition);
    condition.kind = (int32_t)below(10);
    if (condition.kind == MINRISK_HHI_AT_MOST || condition.kind == MINRISK_SUPPLIERS)
        condition.knots = 0;
    else if (condition.kind != MINRISK_SHARE && condition.kind != MINRISK_LARGEST_SHARE)
        condition.recovered = fraction();
    condition.lifetime = 5.0 * fraction();
    take_integer(minrisk_when_met_workspace(&projects, &condition, 1));
    status = minrisk_when_met(&projects, &condition, 1, 0.5, 20.0, work, WORK, &when);
    take_when(status, &when);
}

static void call_outlook(void)
{
    minrisk_projects projects;
    minrisk_condition condition;
    double supply[3] = {-1.0, -1.0, -1.0}, asked[3], lacking[3] = {-1.0, -1.0, -1.0};
    double area = -1.0;
    int i;

    for (i = 0; i < 3; i++)
        asked[i] = -1.0;
    draw_full(&projects, &condition);
    condition.kind = below(2) ? MINRISK_RELIANCE : MINRISK_COVERAGE;
    take_integer((uint32_t)minrisk_outlook(&projects, &condition, market, 3, work, WORK, supply,
                                           asked, lacking));
    take_integer(
        (uint32_t)minrisk_deficit(&projects, &condition, fraction(), 20.0, work, WORK, &area));
    take_double(area);
    for (i = 0; i < 3; i++) {
        take_double(supply[i]);
        take_double(asked[i]);
        take_double(lacking[i]);
    }
}

static void call_when_linear_exponential(void)
{
    double rate = fraction() * 0.125;
    minrisk_when when;
    minrisk_status status =
        minrisk_when_linear_exponential(market[0], market[1], market[2], rate, 100.0, &when);
    take_when(status, &when);
}

static void call_when_logistic(void)
{
    double rate = fraction(), need_rate = fraction() * 0.125;
    minrisk_when when;
    minrisk_status status =
        minrisk_when_logistic(market[0], rate, market[3], market[1], need_rate, 100.0, &when);
    take_when(status, &when);
}

static void call_when_hhi(void)
{
    double growth[MOST];
    minrisk_when when;
    minrisk_status status;
    size_t i;

    for (i = 0; i < suppliers; i++)
        growth[i] = fraction() * 0.5;
    status = minrisk_when_hhi(market, growth, suppliers, fraction(), 30.0, &when);
    take_when(status, &when);
}

static void call_months_of_cover(void)
{
    double months = -1.0;
    take_integer((uint32_t)minrisk_months_of_cover(market[0], market[1], fraction(), &months));
    take_double(months);
}

static void call_net_need_factor(void)
{
    double shortfall = fraction(), substituted = fraction(), recovered = fraction();
    double growth = fraction(), factor = -1.0;
    take_integer((uint32_t)minrisk_net_need_factor(shortfall, substituted, recovered, growth,
                                                   20.0 * fraction(), &factor));
    take_double(factor);
}

/* Tables of lead times. */
enum { KNOTS_OF_TABLE = 33 };

static int32_t lead[3][KNOTS_OF_TABLE];

static double lead_years(void)
{
    return below(9) == 0 ? number() : 30.0 * fraction();
}

static void take_lead(minrisk_status status, const int32_t *table)
{
    size_t i;

    take_integer((uint32_t)status);
    for (i = 0; i < KNOTS_OF_TABLE; i++)
        take_integer((uint32_t)table[i]);
}

static void call_lead_bounded(void)
{
    double least = lead_years();
    double likely = least + lead_years();
    double most = likely + lead_years();

    take_lead(minrisk_lead_uniform(least, most, lead[0], KNOTS_OF_TABLE), lead[0]);
    take_lead(minrisk_lead_triangular(least, likely, most, lead[0], KNOTS_OF_TABLE), lead[0]);
    take_lead(minrisk_lead_pert(least, likely, most, lead[0], KNOTS_OF_TABLE), lead[0]);
}

static void call_lead_unbounded(void)
{
    double mean = lead_years();
    double sd = lead_years();
    double shape = 0.1 + 4.0 * fraction();
    double sigma = fraction();

    take_lead(minrisk_lead_lognormal(mean, sd, lead[0], KNOTS_OF_TABLE), lead[0]);
    take_lead(minrisk_lead_median(mean, sigma, lead[0], KNOTS_OF_TABLE), lead[0]);
    take_lead(minrisk_lead_weibull(shape, mean, lead[0], KNOTS_OF_TABLE), lead[0]);
}

static void call_lead_empirical(void)
{
    const double *probability;
    double years[5];
    double law[5];
    int i;

    years[0] = lead_years();
    law[0] = 0.0;
    for (i = 1; i < 5; i++) {
        years[i] = years[i - 1] + lead_years();
        law[i] = law[i - 1] + 0.25 * fraction();
    }
    law[4] = 1.0;
    probability = below(2) ? law : NULL;
    take_lead(minrisk_lead_empirical(probability, years, 5, lead[0], KNOTS_OF_TABLE), lead[0]);
}

static void call_lead_derived(void)
{
    double low = 10.0 * fraction();
    double shift = below(2) ? -low : lead_years();

    minrisk_lead_pert(5.0, 8.5, 12.0, lead[0], 17);
    minrisk_lead_lognormal(2.0 + 3.0 * fraction(), 2.0, lead[1], 17);
    take_lead(minrisk_lead_given(lead[0], 17, low, 20.0, shift, lead[2], KNOTS_OF_TABLE), lead[2]);
    if (below(8) == 0)
        take_lead(minrisk_lead_sum(lead[0], 17, lead[1], 17, lead[2], KNOTS_OF_TABLE), lead[2]);
}

static void call_answers(void)
{
    minrisk_estimate p;
    minrisk_when low, value, high;
    double years, q;

    draw_tally();
    years = (double)tally.horizon / 65536.0 * fraction();
    q = 0.001 + 0.9 * fraction();
    take_integer((uint32_t)minrisk_forecast_within(&tally, years, &p));
    take_double(p.low);
    take_double(p.value);
    take_double(p.high);
    take_when(minrisk_forecast_quantile(&tally, q, &low, &value, &high), &value);
    take_double(low.first);
    take_double(high.first);
}

/* The law of a model that hangs together in no way but by its shock. */
static double law_of_model[60000];

static void call_law(void)
{
    minrisk_model m = draw_model();
    double year = (double)m.horizon / 65536.0 * fraction();
    double p = -1.0;
    int32_t kind = -1;
    size_t length;

    m.after = NULL;
    m.groups = m.slips = 0;
    m.group = m.slip = NULL;
    if (below(8) != 0)
        return;
    length = minrisk_law_workspace(&m, 2);
    take_integer(length);
    if (length > 60000)
        return;
    take_integer((uint32_t)minrisk_law(&m, 2, &year, 1, &p, &kind, law_of_model, length));
    take_double(p);
    take_integer((uint32_t)kind);
}

/* Projects that slip together, and one that waits: many outcomes, so that one draw of 16 will do. */
static void call_law_of_ties(void)
{
    minrisk_model m = draw_model();
    double year = (double)m.horizon / 65536.0 * fraction();
    double chance[8] = {0.0}, last[MINRISK_MOST_STAGES] = {0.0};
    double p = -1.0;
    int32_t what = 1 + (int32_t)below(3), kind = -1;
    size_t i, length;

    if (below(16) != 0)
        return;
    m.horizon %= 200000;
    year = (double)m.horizon / 65536.0 * fraction();
    length = minrisk_law_workspace(&m, 1);
    take_integer(length);
    if (length > 60000)
        return;
    take_integer((uint32_t)minrisk_law_started(&m, 1, year, chance, law_of_model, length));
    take_integer((uint32_t)minrisk_plan_law(&m, what, below(8), 1, &year, 1, &p, &kind,
                                            law_of_model, length));
    take_double(p);
    take_integer((uint32_t)kind);
    m.need_first = NULL;
    m.ramp = NULL;
    take_integer((uint32_t)minrisk_law_bottleneck(&m, 1, last, &kind, law_of_model, length));
    for (i = 0; i < m.stages; i++)
        take_double(last[i]);
    for (i = 0; i < m.projects; i++)
        take_double(chance[i]);
}

static void call_plan_unnamed(void)
{
    double mean[3], sums[128];
    double chance = -1.0;
    uint32_t units[3];
    int i;

    for (i = 0; i < 3; i++) {
        mean[i] = below(9) == 0 ? 2000.0 * fraction() : 20.0 * fraction();
        units[i] = below(9);
    }
    take_integer((uint32_t)minrisk_plan_unnamed(mean, units, 3, below(128), &chance, sums, 128));
    take_double(chance);
}

static void call_plan_needed(void)
{
    minrisk_projects projects;
    minrisk_condition condition;
    minrisk_needed needed;
    double part = below(5) == 0 ? 0.0 : fraction();

    memset(&needed, 0, sizeof needed);
    draw_full(&projects, &condition);
    condition.kind = below(2) ? MINRISK_RELIANCE : MINRISK_COVERAGE;
    take_integer((uint32_t)minrisk_plan_needed(&projects, &condition, 20.0 * fraction(), part, work,
                                               WORK, &needed));
    take_integer(needed.known);
    take_double(needed.deficit);
    take_double(needed.nameplate);
    take_double(needed.slope);
    take_double(needed.stock);
}

static void call_plan_sums(void)
{
    double chance[8];
    double importance[8] = {0.0};
    double sums[128];
    uint32_t extra = 0;
    uint32_t need_of = 1 + below(100);
    size_t i;

    draw_model();
    for (i = 0; i < 8; i++)
        chance[i] = fraction();
    take_integer((uint32_t)minrisk_plan_importance(chance, model_capacity, 8, need_of, importance,
                                                   sums, 128));
    take_integer((uint32_t)minrisk_plan_capacity(chance, model_capacity, 8, need_of, fraction(),
                                                 &extra, sums, 128));
    for (i = 0; i < 8; i++)
        take_double(importance[i]);
    take_integer(extra);
}

static void call_plan_slopes(void)
{
    double by_capacity[3] = {0.0, 0.0, 0.0};
    double by_lead[3] = {0.0, 0.0, 0.0};
    double begin[3], ramps[3], rate[3];
    size_t pivotal = 99;
    int i;

    for (i = 0; i < 3; i++) {
        begin[i] = 10.0 * fraction();
        ramps[i] = 10.0 * fraction();
        rate[i] = 100.0 * fraction();
    }
    take_integer((uint32_t)minrisk_plan_slopes(begin, ramps, rate, 3, fraction(), 9.0, by_capacity,
                                               by_lead, &pivotal));
    for (i = 0; i < 3; i++) {
        take_double(by_capacity[i]);
        take_double(by_lead[i]);
    }
    take_integer(pivotal);
}

static void call_plan_without(void)
{
    minrisk_model m = draw_model();
    int32_t what = 1 + (int32_t)below(3);
    uint32_t which = below(8);

    minrisk_tally_init(&tally, minrisk_tally_sizeof());
    take_integer((uint32_t)minrisk_plan_without(&m, what, which, 1, seed, 5, model_work,
                                                WORK_OF_MODEL, &tally));
    take_integer(tally.never);
    take_integer(tally.sum);
}

static void call_conversions(void)
{
    uint32_t units[MOST] = {0};
    double rounding = -1.0;
    uint64_t chance = 0;
    size_t i;

    take_integer((uint32_t)minrisk_chance(market[0], &chance));
    take_integer(chance);
    take_integer(
        (uint32_t)minrisk_units(market, NULL, suppliers, 1.0 + fraction(), units, &rounding));
    take_double(rounding);
    for (i = 0; i < MOST; i++)
        take_integer(units[i]);
}

#endif

/* --- all of them ----------------------------------------------------------------------------- */

typedef struct entry {
    const char *name; /* of the public functions that the call reaches, or a heading */
    void (*call)(void);
} entry;

static const entry entries[] = {
    {"# exact and integer", NULL},
    {"minrisk_status_text", call_status_text},
    {"minrisk_first_invalid", call_first_invalid},
    {"minrisk_version", call_version},
    {"minrisk_hhi", call_hhi},
    {"minrisk_hhi_f32", call_hhi_f32},
    {"minrisk_hhi_normalised", call_hhi_normalised},
    {"minrisk_merger_delta", call_merger_delta},
    {"minrisk_effective_suppliers", call_effective_suppliers},
    {"minrisk_shares", call_shares},
    {"minrisk_gini_simpson", call_gini_simpson},
    {"minrisk_weighted_mean", call_weighted_mean},
    {"minrisk_hhi_groups", call_hhi_groups},
    {"minrisk_hhi_columns", call_hhi_columns},
    {"minrisk_to_points", call_to_points},
    {"minrisk_classify", call_classify},
    {"minrisk_top_share", call_top_share},
    {"minrisk_leader", call_leader},
    {"minrisk_gini minrisk_gini_sorted", call_gini},
    {"minrisk_hall_tideman minrisk_hall_tideman_sorted", call_hall_tideman},
    {"minrisk_hhi_dual minrisk_hhi_minimum minrisk_hoover minrisk_palma minrisk_kwoka "
     "minrisk_stenbacka minrisk_lorenz",
     call_exact_indices},
    {"minrisk_hhi_bounds", call_hhi_bounds},
    {"minrisk_hhi_points_u32 minrisk_top_points_u32", call_hhi_points_u32},
    {"minrisk_hhi_points_u64", call_hhi_points_u64},
    {"minrisk_stream_sizeof minrisk_stream_init minrisk_stream_add minrisk_stream_add_all "
     "minrisk_stream_remove minrisk_stream_replace minrisk_stream_merge minrisk_stream_hhi "
     "minrisk_stream_hhi_bounds minrisk_stream_effective minrisk_stream_total "
     "minrisk_stream_suppliers minrisk_stream_save minrisk_stream_load",
     call_stream},
    {"minrisk_hhi_interval", call_hhi_interval},
    {"minrisk_coverage", call_coverage},
    {"minrisk_hhi_contributions minrisk_hhi_change minrisk_hhi_change_each minrisk_parts_to_points",
     call_changes},
    {"minrisk_net_import_reliance", call_net_import_reliance},
    {"minrisk_reliance_of_consumption", call_reliance_of_consumption},
    {"minrisk_reliance_published", call_reliance_published},
    {"minrisk_reliance_interval", call_reliance_interval},
    {"minrisk_wgi_to_risk_10 minrisk_wgi_to_risk_1", call_wgi_to_risk},
    {"minrisk_bloc_totals", call_bloc_totals},
    {"minrisk_without", call_without},
    {"minrisk_eu_importance", call_eu_importance},
    {"minrisk_eu_critical", call_eu_critical},
    {"minrisk_expected_loss", call_expected_loss},
    {"minrisk_single_producer", call_single_producer},
    {"minrisk_dera_country_risk", call_dera_country_risk},
    {"minrisk_cepii_dependence", call_cepii_dependence},
    {"minrisk_merger_screen", call_merger_screen},
    {"minrisk_chain_disruption", call_chain_disruption},
    {"minrisk_forecast_trial minrisk_forecast_workspace", call_forecast_trial},
    {"minrisk_forecast_run minrisk_tally_init minrisk_tally_sizeof minrisk_tally_merge",
     call_forecast_run},
#ifndef RESULTS_EXACT_ONLY
    {"# reproducible", NULL},
    {"minrisk_shannon_entropy", call_shannon_entropy},
    {"minrisk_evenness", call_evenness},
    {"minrisk_hill_number", call_hill_number},
    {"minrisk_renyi_entropy", call_renyi_entropy},
    {"minrisk_tsallis_entropy", call_tsallis_entropy},
    {"minrisk_hannah_kay", call_hannah_kay},
    {"minrisk_theil", call_theil},
    {"minrisk_weighted_hhi", call_weighted_hhi},
    {"minrisk_profile", call_profile},
    {"minrisk_garcia_alba minrisk_horvath minrisk_grs minrisk_kvalseth minrisk_linda "
     "minrisk_linda_core minrisk_theil_l minrisk_generalised_entropy minrisk_atkinson",
     call_reproducible_indices},
    {"minrisk_measure_bounds", call_measure_bounds},
    {"minrisk_hhi_sigma", call_hhi_sigma},
    {"minrisk_when_text minrisk_assumption_text", call_when_texts},
    {"minrisk_when_linear", call_when_linear},
    {"minrisk_when_exponential", call_when_exponential},
    {"minrisk_when_share", call_when_share},
    {"minrisk_when_covered minrisk_when_covered_workspace", call_when_covered},
    {"minrisk_when_met minrisk_when_met_workspace", call_when_met},
    {"minrisk_when_met, conditions of every kind", call_conditions},
    {"minrisk_outlook minrisk_deficit", call_outlook},
    {"minrisk_when_linear_exponential", call_when_linear_exponential},
    {"minrisk_when_logistic", call_when_logistic},
    {"minrisk_when_hhi", call_when_hhi},
    {"minrisk_net_need_factor", call_net_need_factor},
    {"minrisk_months_of_cover", call_months_of_cover},
    {"minrisk_score_sigma", call_score_sigma},
    {"minrisk_eu_supply_risk", call_eu_supply_risk},
    {"minrisk_eu_supply_risk_interval", call_eu_supply_risk_interval},
    {"minrisk_geopolrisk minrisk_geopolrisk_interval", call_geopolrisk},
    {"minrisk_usgs_supply_risk minrisk_usgs_risk_interval", call_usgs_supply_risk},
    {"minrisk_chain_risk", call_chain_risk},
    {"minrisk_lead_uniform minrisk_lead_triangular minrisk_lead_pert", call_lead_bounded},
    {"minrisk_lead_lognormal minrisk_lead_median minrisk_lead_weibull", call_lead_unbounded},
    {"minrisk_lead_empirical", call_lead_empirical},
    {"minrisk_lead_given minrisk_lead_sum", call_lead_derived},
    {"minrisk_chance minrisk_units", call_conversions},
    {"minrisk_forecast_within minrisk_forecast_quantile", call_answers},
    {"minrisk_law minrisk_law_workspace", call_law},
    {"minrisk_plan_slopes", call_plan_slopes},
    {"minrisk_plan_importance minrisk_plan_capacity", call_plan_sums},
    {"minrisk_plan_without", call_plan_without},
    {"minrisk_law_started minrisk_law_bottleneck minrisk_plan_law", call_law_of_ties},
    {"minrisk_plan_unnamed", call_plan_unnamed},
    {"minrisk_plan_needed", call_plan_needed},
#endif
};

static void begin(void)
{
    hash = (uint64_t)0xCBF29CE4u << 32 | 0x84222325u;
}

/* The seed is made of the name, so that a function more changes no other line. What takes long is
 * not called in each round, but once at least. */
static void print_results(const entry *e)
{
    uint64_t nothing;
    int i;

    begin();
    take_text(e->name);
    seed = hash;
    begin();
    nothing = hash;
    for (i = 0; i < ROUNDS || hash == nothing; i++) {
        draw_market();
        e->call();
    }
    printf("%08lx%08lx %s\n", (unsigned long)(hash >> 32), (unsigned long)(hash & 0xFFFFFFFFu),
           e->name);
}

int main(void)
{
    size_t e;

#ifdef RESULTS_ROUNDING
    if (fesetround(RESULTS_ROUNDING) != 0)
        return 1;
#endif
    for (e = 0; e < sizeof entries / sizeof entries[0]; e++)
        if (entries[e].call == NULL)
            printf("%s\n", entries[e].name);
        else
            print_results(&entries[e]);
    return 0;
}
