/* SPDX-License-Identifier: MIT */
/* The exact class against MPFR, bit for bit: random markets over the whole range of double, and
 * markets built so that a quotient ties or all but ties between two doubles, where a rounding step
 * that looks at too few bits must fail. In every rounding mode, and with subnormals flushed. */
#include <math.h>

#include "minrisk.h"
#include "numeric/cases.h"
#include "numeric/market.h"
#include "support/random.h"

enum { EVERYWHERE = (1 << ENVIRONMENTS) - 1, HERE = 1 << PLAIN };
enum { AIMED = 1200, TIED = 300 };

static random_source source;
static market m;

/* --- random markets --------------------------------------------------------------------------- */

static double quantity_of_kind(unsigned kind, int base)
{
    switch (kind) {
    case 0:
        return random_any(&source);
    case 1:
        return random_scaled(&source, base, base + 5);
    case 2:
        return (double)random_below(&source, 1000000);
    case 3:
        return random_unit(&source) * power_of_two((int)random_below(&source, 12) - 6);
    case 4:
        return random_below(&source, 2) ? 1e300 * random_unit(&source)
                                        : 1e-300 * random_unit(&source);
    case 5:
        return double_of(random_bits(&source) >> (12 + random_below(&source, 52)));
    default:
        return (double)random_below(&source, 64) * power_of_two(base);
    }
}

static size_t random_length(void)
{
    uint64_t draw = random_below(&source, 1000);
    if (draw < 900)
        return random_size(&source, 1, 9);
    return draw < 995 ? random_size(&source, 10, 40) : random_size(&source, 41, 300);
}

static double random_residual(unsigned kind, int base)
{
    switch (random_below(&source, 4)) {
    case 0:
        return 0;
    case 1:
        return m.quantity[random_below(&source, m.n)];
    default:
        return quantity_of_kind(kind, base);
    }
}

/* A cap that is far from the residual makes many suppliers, or one; both are wanted. */
static void draw_residual(unsigned kind, int base)
{
    m.residual = random_residual(kind, base);
    m.cap = 0;
    if (random_below(&source, 3) > 0)
        m.cap = random_below(&source, 2) ? quantity_of_kind(kind, base)
                                         : m.residual / (double)random_size(&source, 1, 20);
    m.suppliers = random_below(&source, 3) == 0 ? 0 : random_size(&source, 1, 30);
    if (random_below(&source, 20) == 0)
        m.suppliers = (size_t)random_bits(&source);
    if (!oracle_fits(&m))
        m.suppliers = 0;
}

static int has_supply(void)
{
    for (size_t i = 0; i < m.n; i++)
        if (m.quantity[i] > 0)
            return 1;
    return 0;
}

/* Any two suppliers, and a market of at least as many as have a quantity. */
static void draw_relations(void)
{
    m.a = random_below(&source, m.n);
    m.b = (m.a + 1 + random_below(&source, m.n)) % m.n;
    if (m.b == m.a && m.n > 1)
        m.b = (m.a + 1) % m.n;
    m.market_size = m.n + (size_t)(random_bits(&source) >> (2 + random_below(&source, 62)));
}

static void draw_market(void)
{
    unsigned kind = (unsigned)random_below(&source, 7);
    int base = (int)random_below(&source, 1900) - 950;
    m.n = random_length();
    m.k = random_size(&source, 1, m.n + 1);
    for (size_t i = 0; i < m.n; i++)
        m.quantity[i] = random_below(&source, 20) ? quantity_of_kind(kind, base) : 0.0;
    if (random_below(&source, 4) == 0)
        m.quantity[random_below(&source, m.n)] = m.quantity[0]; /* a tie of suppliers */
    if (!has_supply())
        m.quantity[0] = smallest();
    draw_residual(kind, base);
    draw_relations();
}

static void random_markets(void **state)
{
    size_t cases = numeric_cases();
    (void)state;
    for (size_t i = 0; i < cases; i++) {
        draw_market();
        assert_market(&m, i % 5 == 0 ? EVERYWHERE : HERE);
    }
}

/* --- nearly ties: a last supplier or two are solved for --------------------------------------- */

static mpfr_t sum, square_sum, target, aimed, a, b, c, root;

static void open_aim(void)
{
    mpfr_inits2(AIM_BITS, sum, square_sum, aimed, a, b, c, root, (mpfr_ptr)NULL);
    mpfr_init2(target, RESULT_BITS + 1);
}

static void close_aim(void)
{
    mpfr_clears(sum, square_sum, target, aimed, a, b, c, root, (mpfr_ptr)NULL);
}

static void sum_for_aim(void)
{
    mpfr_set_zero(sum, 1);
    mpfr_set_zero(square_sum, 1);
    for (size_t i = 0; i < m.n; i++) {
        mpfr_add_d(sum, sum, m.quantity[i], MPFR_RNDN);
        mpfr_set_d(a, m.quantity[i], MPFR_RNDN);
        mpfr_sqr(a, a, MPFR_RNDN);
        mpfr_add(square_sum, square_sum, a, MPFR_RNDN);
    }
}

/* The next midpoint below num / den, or above. */
static void next_midpoint(const mpfr_t num, const mpfr_t den, mpfr_rnd_t direction)
{
    mpfr_div(target, num, den, direction);
    if (mpfr_min_prec(target) <= RESULT_BITS) {
        if (direction == MPFR_RNDD)
            mpfr_nextbelow(target);
        else
            mpfr_nextabove(target);
    }
}

/* e with (Q + e^2) = t (S + e)^2: the smaller root of (1 - t) e^2 - 2 t S e + (Q - t S^2). */
static void solve_hhi(void)
{
    mpfr_mul(b, aimed, sum, MPFR_RNDN);
    mpfr_mul(c, b, sum, MPFR_RNDN);
    mpfr_sub(c, square_sum, c, MPFR_RNDN);
    mpfr_ui_sub(a, 1, aimed, MPFR_RNDN);
    mpfr_mul(a, a, c, MPFR_RNDN);
    mpfr_sqr(root, b, MPFR_RNDN);
    mpfr_sub(root, root, a, MPFR_RNDN);
    mpfr_sqrt(root, root, MPFR_RNDN);
    mpfr_add(root, root, b, MPFR_RNDN);
    mpfr_div(root, c, root, MPFR_RNDN);
}

/* e with (S + e)^2 = t (Q + e^2): the smaller root of (1 - t) e^2 + 2 S e - (t Q - S^2). */
static void solve_effective(void)
{
    mpfr_mul(c, target, square_sum, MPFR_RNDN);
    mpfr_sqr(b, sum, MPFR_RNDN);
    mpfr_sub(c, c, b, MPFR_RNDN);
    mpfr_ui_sub(a, 1, target, MPFR_RNDN);
    mpfr_mul(a, a, c, MPFR_RNDN);
    mpfr_add(root, b, a, MPFR_RNDN);
    mpfr_sqrt(root, root, MPFR_RNDN);
    mpfr_add(root, root, sum, MPFR_RNDN);
    mpfr_div(root, c, root, MPFR_RNDN);
}

/* H* = t where H = ((N - 1) t + 1) / N. */
static void aim_normalised(void)
{
    mpfr_mul_ui(aimed, target, m.market_size - 1, MPFR_RNDN);
    mpfr_add_ui(aimed, aimed, 1, MPFR_RNDN);
    mpfr_div_ui(aimed, aimed, m.market_size, MPFR_RNDN);
}

/* b holds 2 x_a x_b: e with b = t (S + e)^2. */
static void solve_delta(void)
{
    mpfr_div(root, b, target, MPFR_RNDN);
    mpfr_sqrt(root, root, MPFR_RNDN);
    mpfr_sub(root, root, sum, MPFR_RNDN);
}

enum aim { AT_HHI, AT_EFFECTIVE, AT_TOP, AT_NORMALISED, AT_DELTA, AIMS };

static void set_target(enum aim aim)
{
    sum_for_aim();
    if (aim == AT_EFFECTIVE) {
        mpfr_sqr(a, sum, MPFR_RNDN);
        next_midpoint(a, square_sum, MPFR_RNDU);
    } else if (aim == AT_HHI) {
        mpfr_sqr(a, sum, MPFR_RNDN);
        next_midpoint(square_sum, a, MPFR_RNDD);
    } else if (aim == AT_NORMALISED) {
        mpfr_sqr(a, sum, MPFR_RNDN);
        mpfr_mul_ui(c, square_sum, m.market_size, MPFR_RNDN);
        mpfr_sub(c, c, a, MPFR_RNDN);
        mpfr_mul_ui(a, a, m.market_size - 1, MPFR_RNDN);
        next_midpoint(c, a, MPFR_RNDD);
    } else if (aim == AT_DELTA) {
        mpfr_sqr(a, sum, MPFR_RNDN);
        mpfr_set_d(b, m.quantity[m.a], MPFR_RNDN);
        mpfr_mul_d(b, b, 2 * m.quantity[m.b], MPFR_RNDN);
        next_midpoint(b, a, MPFR_RNDD);
    } else {
        next_midpoint(b, sum, MPFR_RNDD);
    }
}

/* b holds what the k largest have: they stand first in the markets that are aimed. */
static void sum_top_for_aim(void)
{
    mpfr_set_zero(b, 1);
    for (size_t i = 0; i < m.k; i++)
        mpfr_add_d(b, b, m.quantity[i], MPFR_RNDN);
}

/* Adds the supplier that brings the quotient to the target, rounded to a double one way. */
static void add_solution(enum aim aim, mpfr_rnd_t rounding)
{
    if (aim == AT_TOP) {
        sum_top_for_aim();
        mpfr_div(root, b, target, MPFR_RNDN);
        mpfr_sub(root, root, sum, MPFR_RNDN);
    } else if (aim == AT_HHI) {
        mpfr_set(aimed, target, MPFR_RNDN);
        solve_hhi();
    } else if (aim == AT_NORMALISED) {
        aim_normalised();
        solve_hhi();
    } else if (aim == AT_DELTA) {
        solve_delta();
    } else {
        solve_effective();
    }
    m.quantity[m.n++] = mpfr_get_d(root, rounding);
}

/* A power of two changes no quotient, as long as nothing over- or underflows. */
static void scale_market(int exponent)
{
    for (size_t i = 0; i < m.n; i++)
        m.quantity[i] *= power_of_two(exponent);
}

/* Ordinary suppliers, the k largest of them first; the solutions are far smaller than any. */
static void draw_ordinary(void)
{
    m.n = random_size(&source, 2, 8);
    m.k = random_size(&source, 1, m.n - 1);
    for (size_t i = 0; i < m.n; i++)
        m.quantity[i] = random_scaled(&source, i < m.k ? 4 : 1, i < m.k ? 6 : 3);
    m.market_size = m.n + 2;
    m.a = 0;
    m.b = 1;
    m.residual = 0;
    m.suppliers = 0;
    m.cap = 0;
}

/* Rounded down, the first supplier leaves the quotient short of the target, and a second one
 * comes nearer; rounded up, it steps just beyond. */
static void aim_market(enum aim aim)
{
    uint64_t draw = random_bits(&source);
    draw_ordinary();
    if (aim == AT_TOP) {
        sum_for_aim();
        sum_top_for_aim();
    }
    set_target(aim);
    if (draw & 1) {
        add_solution(aim, MPFR_RNDD);
        sum_for_aim();
    }
    add_solution(aim, draw & 2 ? MPFR_RNDD : MPFR_RNDU);
    scale_market((int)random_below(&source, 1600) - 700);
    if (aim != AT_DELTA)
        random_shuffle(&source, m.quantity, m.n);
}

static void markets_near_a_midpoint(void **state)
{
    static nearness_tally tally;
    (void)state;
    open_aim();
    for (size_t i = 0; i < AIMED * AIMS; i++) {
        aim_market((enum aim)(i % AIMS));
        oracle_count_nearness(&m, &tally);
        m.residual = i % 2 ? m.quantity[0] : 0;
        assert_market(&m, EVERYWHERE);
    }
    close_aim();
    assert_true(tally.hhi[BELOW_MIDPOINT] > AIMED / 5);
    assert_true(tally.hhi[ABOVE_MIDPOINT] > AIMED / 5);
    assert_true(tally.effective[BELOW_MIDPOINT] > AIMED / 5);
    assert_true(tally.effective[ABOVE_MIDPOINT] > AIMED / 5);
    assert_true(tally.top[BELOW_MIDPOINT] > AIMED / 5);
    assert_true(tally.top[ABOVE_MIDPOINT] > AIMED / 5);
    assert_true(tally.normalised[BELOW_MIDPOINT] > AIMED / 5);
    assert_true(tally.normalised[ABOVE_MIDPOINT] > AIMED / 5);
    assert_true(tally.delta[BELOW_MIDPOINT] > AIMED / 5);
    assert_true(tally.delta[ABOVE_MIDPOINT] > AIMED / 5);
    assert_true(tally.share[BELOW_MIDPOINT] > AIMED / 30);
    assert_true(tally.share[ABOVE_MIDPOINT] > AIMED / 30);
}

/* --- exact ties ------------------------------------------------------------------------------- */

/* Whole numbers that sum to 2^k: Q / 2^(2k) ties where Q has just 54 significant bits. */
static void split_power_of_two(int k)
{
    uint64_t left = (uint64_t)1 << k;
    m.n = random_size(&source, 2, 20);
    for (size_t i = 0; i + 1 < m.n; i++) {
        uint64_t taken = random_below(&source, left / 2 + 1);
        m.quantity[i] = (double)taken;
        left -= taken;
    }
    m.quantity[m.n - 1] = (double)left;
}

static int significant_bits(uint64_t x)
{
    int bits = 0;
    while (x % 2 == 0)
        x /= 2;
    for (; x > 0; x /= 2)
        bits++;
    return bits;
}

static uint64_t whole_squares(void)
{
    uint64_t q = 0;
    for (size_t i = 0; i < m.n; i++)
        q += (uint64_t)m.quantity[i] * (uint64_t)m.quantity[i];
    return q;
}

static void draw_hhi_tie(void)
{
    do
        split_power_of_two((int)random_size(&source, 27, 30));
    while (significant_bits(whole_squares()) != RESULT_BITS + 1);
    m.k = 1;
}

/* A square is 0, 1, 4 or 9 modulo 16, which spares most of the roots. */
static int is_square(uint64_t x, uint64_t *side)
{
    if ((0x213u >> (x % 16) & 1) == 0)
        return 0;
    *side = (uint64_t)sqrt((double)x);
    return *side * *side == x;
}

/* 2 u_i v and |u|^2 - v^2, with |u|^2 + v^2 = 2^k: their squares sum to 2^(2k), a power of two, so
 * that S^2 / Q ties where S^2 has just 54 significant bits. */
static int five_squares(int k, uint64_t *u)
{
    uint64_t left = (uint64_t)1 << k, side = (uint64_t)1 << (k / 2 - 1);
    for (size_t i = 0; i < 3; i++) {
        u[i] = random_below(&source, side);
        left -= u[i] * u[i];
    }
    for (u[3] = 0; u[3] * u[3] <= left / 2; u[3]++)
        if (is_square(left - u[3] * u[3], &u[4]))
            return 1;
    return 0;
}

static int effective_ties(int k)
{
    uint64_t u[5], v, rest, s;
    size_t last = random_size(&source, 0, 4);
    if (!five_squares(k, u))
        return 0;
    v = u[last];
    u[last] = u[4];
    rest = ((uint64_t)1 << k) - v * v;
    if (v == 0 || rest < v * v)
        return 0;
    s = rest - v * v;
    m.quantity[4] = (double)s;
    for (size_t i = 0; i < 4; i++) {
        m.quantity[i] = (double)(2 * u[i] * v);
        s += 2 * u[i] * v;
    }
    while (s % 2 == 0)
        s /= 2;
    return s < (uint64_t)1 << 27 && s * s >= (uint64_t)1 << 53; /* s^2 is odd and has 54 bits */
}

static void draw_effective_tie(void)
{
    while (!effective_ties((int)random_size(&source, 26, 29)))
        continue;
    m.n = 5;
    m.k = 2;
}

/* Two suppliers with an odd sum of 54 bits, in a market of 2^55. */
static void draw_top_tie(void)
{
    const uint64_t half = (uint64_t)1 << 52;
    uint64_t x = half + random_below(&source, half), y = half + random_below(&source, half);
    uint64_t left = ((uint64_t)1 << 55) - x - y;
    if ((x + y) % 2 == 0)
        y ^= 1;
    left = ((uint64_t)1 << 55) - x - y;
    m.n = 2;
    m.k = 2;
    m.quantity[0] = (double)x;
    m.quantity[1] = (double)y;
    while (left > 0) {
        uint64_t part = left < half / 2 ? left : half / 2 - random_below(&source, half / 4);
        m.quantity[m.n++] = (double)part;
        left -= part;
    }
}

/* With a total of 2^k and N - 1 = 32 the denominator is a power of two. */
static void draw_normalised_tie(void)
{
    int k = (int)random_size(&source, 27, 29);
    m.market_size = 33;
    do
        split_power_of_two(k);
    while (significant_bits(m.market_size * whole_squares() - ((uint64_t)1 << 2 * k)) !=
           RESULT_BITS + 1);
}

/* Two suppliers whose product is odd and has 54 bits, in a market of 2^29. */
static void draw_delta_tie(void)
{
    const uint64_t low = ((uint64_t)1 << 27) - (1 << 25);
    uint64_t x = (low + random_below(&source, 1 << 25)) | 1;
    uint64_t y = (low + random_below(&source, 1 << 25)) | 1;
    m.n = 4;
    m.a = 0;
    m.b = 1;
    m.quantity[0] = (double)x;
    m.quantity[1] = (double)y;
    m.quantity[2] = (double)(1 << 27);
    m.quantity[3] = (double)(((uint64_t)1 << 29) - (1 << 27) - x - y);
}

/* Floats that sum to 2^13, and whose squares sum to a number of 25 bits. */
static void draw_float_tie(void)
{
    do
        split_power_of_two(13);
    while (significant_bits(whole_squares()) != FLOAT_BITS + 1);
}

/* A trace more in the market, or a little less of a small supplier: off the tie, either way. */
static void disturb(unsigned how)
{
    static const double trace[] = {5e-324, 1e-300, 1e-100, 1e-30, 1e-20};
    size_t least = 0;
    for (size_t i = 1; i < m.n; i++)
        if (m.quantity[i] > 0 && (m.quantity[i] < m.quantity[least] || m.quantity[least] <= 0))
            least = i;
    if (how == 1)
        m.quantity[m.n++] = trace[random_below(&source, COUNT(trace))];
    if (how == 2)
        m.quantity[least] = next_down(m.quantity[least]);
}

static void (*const draw_tie[])(void) = {draw_hhi_tie,   draw_effective_tie, draw_top_tie,
                                         draw_delta_tie, draw_float_tie,     draw_normalised_tie};

static void markets_at_a_tie(void **state)
{
    static nearness_tally tally;
    static market tied;
    (void)state;
    m.residual = 0;
    m.suppliers = 0;
    m.cap = 0;
    for (size_t i = 0; i < TIED * COUNT(draw_tie); i++) {
        void (*draw)(void) = draw_tie[i % COUNT(draw_tie)];
        m.market_size = 0;
        m.k = 1;
        m.a = 0;
        m.b = 1;
        draw();
        m.market_size = m.market_size == 0 ? m.n + 1 : m.market_size;
        memcpy(&tied, &m, sizeof m);
        for (unsigned how = 0; how < 3; how++) {
            memcpy(&m, &tied, sizeof m);
            disturb(how);
            if (how != 1 && draw != draw_float_tie)
                scale_market((int)random_below(&source, 1800) - 900);
            if (draw != draw_delta_tie)
                random_shuffle(&source, m.quantity, m.n);
            oracle_count_nearness(&m, &tally);
            assert_market(&m, EVERYWHERE);
        }
    }
    assert_true(tally.hhi[TIE] >= TIED);
    assert_true(tally.effective[TIE] >= TIED);
    assert_true(tally.top[TIE] >= TIED);
    assert_true(tally.normalised[TIE] >= TIED);
    assert_true(tally.delta[TIE] >= TIED);
    assert_true(tally.hhi_f32[TIE] >= TIED);
    assert_true(tally.hhi[BELOW_MIDPOINT] > TIED / 4);
    assert_true(tally.normalised[BELOW_MIDPOINT] + tally.normalised[ABOVE_MIDPOINT] > TIED / 4);
    assert_true(tally.delta[BELOW_MIDPOINT] > TIED / 4);
    assert_true(tally.hhi_f32[BELOW_MIDPOINT] > TIED / 4);
    assert_true(tally.effective[ABOVE_MIDPOINT] > TIED / 4);
    assert_true(tally.top[BELOW_MIDPOINT] > TIED / 4);
}

/* Shares that are subnormal: of (3 u, 13 u, 16 u, 32 u, ...), each twice the one before, the
 * first are 3 and 13 over a power of two: a tie between subnormals at one length alone. */
static void shares_that_tie_among_subnormals(void **state)
{
    (void)state;
    m.residual = 0;
    m.suppliers = 0;
    m.cap = 0;
    m.k = 1;
    m.a = 0;
    m.b = 1;
    m.market_size = MOST_SUPPLIERS;
    for (size_t length = 1040; length < 1080; length++)
        for (uint64_t odd = 1; odd < 16; odd += 2) {
            double each = 16 * smallest();
            m.quantity[0] = double_of(odd);
            m.quantity[1] = double_of(16 - odd);
            for (m.n = 2; m.n < length && m.n < 1073; m.n++, each += each)
                m.quantity[m.n] = each;
            assert_market(&m, odd == 3 ? EVERYWHERE : HERE);
        }
}

/* Small multiples of u over whole numbers: a trace off n + 1/2 units, and whatever lies between. */
static void shares_of_a_few_units(void **state)
{
    (void)state;
    m.k = 1;
    m.a = 0;
    m.b = 1;
    m.market_size = MOST_SUPPLIERS;
    for (uint64_t units = 1; units < 40; units++)
        for (int parts = 1; parts < 40; parts++) {
            m.n = 3;
            m.quantity[0] = double_of(units);
            m.quantity[1] = parts * .5;
            m.quantity[2] = double_of(units * 1001);
            assert_market(&m, parts % 8 == 0 ? EVERYWHERE : HERE);
        }
}

static int open_oracle(void **state)
{
    (void)state;
    source.state = 20261123;
    print_message("seed %lu, %lu random markets\n", (unsigned long)source.state,
                  (unsigned long)numeric_cases());
    oracle_open();
    return 0;
}

static int close_oracle(void **state)
{
    (void)state;
    oracle_close();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_markets),        cmocka_unit_test(markets_near_a_midpoint),
        cmocka_unit_test(markets_at_a_tie),      cmocka_unit_test(shares_that_tie_among_subnormals),
        cmocka_unit_test(shares_of_a_few_units),
    };
    return cmocka_run_group_tests_name("numeric_exact", tests, open_oracle, close_oracle);
}
