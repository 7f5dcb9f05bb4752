/* SPDX-License-Identifier: MIT */
/* See sweep_cases.h. */
#include "numeric/sweep_cases.h"

#include "numeric/sweep_oracle.h"
#include "support/random.h"

static random_source source;

const char *const sweep_kind_name[SWEEP_KINDS] = {
    "uniform",        "lognormal",     "Pareto",      "equal",         "nearly equal",
    "small integers", "long integers", "ties",        "near midpoint", "subnormal",
    "1e+-300",        "any exponent",  "mostly zero", "spikes"};

/* --- one quantity ------------------------------------------------------------------------------ */

/* The exponent of 2 is that of 16 coins less 8, twice: a standard deviation of 2 octaves. */
static double lognormal(void)
{
    int heads = 0;
    for (uint64_t coins = random_bits(&source) & 0xffff; coins != 0; coins &= coins - 1)
        heads++;
    return (1 + random_unit(&source)) * power_of_two(heads - 8);
}

static double quantity_of(unsigned kind, double base)
{
    switch (kind) {
    case UNIFORM:
        return random_unit(&source);
    case LOGNORMAL:
        return lognormal();
    case PARETO:
        return 1 / (1 - random_unit(&source));
    case EQUAL:
        return base;
    case NEARLY_EQUAL:
        return double_of(bits_of(base) + random_below(&source, 8));
    case SMALL_INTEGERS:
        return (double)random_below(&source, 1000);
    case LONG_INTEGERS:
        return (double)random_below(&source, (uint64_t)1 << 53);
    case SUBNORMAL:
        return double_of(random_bits(&source) >> (12 + random_below(&source, 52)));
    case MIXED:
        return random_unit(&source) * (random_below(&source, 2) ? 1e300 : 1e-300);
    case ANY:
        return random_any(&source);
    case MOSTLY_ZERO:
        return random_below(&source, 20) ? 0 : random_unit(&source);
    default:
        return random_unit(&source) * (random_below(&source, 50) ? 1e-3 : 1e6);
    }
}

/* --- ties and near ties ------------------------------------------------------------------------ */

/* Whole numbers that sum to a power of two, so that many a quotient ends halfway; and those with a
 * trace more. */
static void draw_tie(sweep_case *c)
{
    static const double trace[] = {5e-324, 1e-300, 1e-100, 1e-20};
    uint64_t left = (uint64_t)1 << random_size(&source, 25, 31);

    c->n = random_size(&source, 2, 20);
    for (size_t i = 0; i + 1 < c->n; i++) {
        uint64_t taken = random_below(&source, left / 2 + 1);
        c->quantity[i] = (double)taken;
        left -= taken;
    }
    c->quantity[c->n - 1] = (double)left;
    if (random_below(&source, 2))
        c->quantity[c->n++] = trace[random_below(&source, 4)];
}

/* The midpoint 2^-shift mid next to num / den, mid odd and of 54 bits: the one below, or above. */
static unsigned next_midpoint(mpz_t mid, const mpz_t num, const mpz_t den, int above)
{
    long shift = (long)mpz_sizeinbase(den, 2) - (long)mpz_sizeinbase(num, 2) + 60;
    size_t length;

    mpz_mul_2exp(mid, num, (mp_bitcnt_t)shift);
    mpz_tdiv_q(mid, mid, den);
    length = mpz_sizeinbase(mid, 2);
    mpz_tdiv_q_2exp(mid, mid, length - 54);
    if (above)
        mpz_add_ui(mid, mid, 1);
    if (mpz_even_p(mid)) {
        if (above)
            mpz_add_ui(mid, mid, 1);
        else
            mpz_sub_ui(mid, mid, 1);
    }
    return (unsigned)((size_t)shift - (length - 54));
}

/* The supplier e that brings a quotient to the midpoint t, but for terms of e^2, which are as small
 * as what is lost where e becomes a double:
 *
 *     Q / T^2 below   (Q - t T^2) / (2 t T)      T^2 / Q above   (t Q - T^2) / (2 T)
 *     C / T below     C / t - T, C the k largest */
static double solve(const sums *s, const mpz_t top, unsigned aim)
{
    enum direction direction = random_below(&source, 2) ? TOWARD_ZERO : AWAY_FROM_ZERO;
    unsigned shift;
    double e = 0;
    mpz_t mid, num, den;

    mpz_inits(mid, num, den, (mpz_ptr)NULL);
    if (aim == 0) {
        shift = next_midpoint(mid, s->squares, s->square_of_total, 0);
        mpz_mul_2exp(num, s->squares, shift);
        mpz_submul(num, mid, s->square_of_total);
        mpz_mul(den, mid, s->total);
        mpz_mul_2exp(den, den, 1);
    } else if (aim == 1) {
        shift = next_midpoint(mid, s->square_of_total, s->squares, 1);
        mpz_mul(num, mid, s->squares);
        mpz_mul_2exp(den, s->square_of_total, shift);
        mpz_sub(num, num, den);
        mpz_mul_2exp(den, s->total, shift + 1);
    } else {
        shift = next_midpoint(mid, top, s->total, 0);
        mpz_mul_2exp(num, top, shift);
        mpz_submul(num, mid, s->total);
        mpz_set(den, mid);
    }
    if (mpz_sgn(num) > 0)
        e = rounded_quotient(num, den, s->unit, BINARY64, direction);
    mpz_clears(mid, num, den, (mpz_ptr)NULL);
    return e;
}

static void draw_near_midpoint(sweep_case *c)
{
    static sums s;
    static mpz_t top;
    static int open;

    if (!open) {
        sums_open(&s);
        mpz_init(top);
        open = 1;
    }
    c->n = random_below(&source, 8) ? random_size(&source, 2, 30) : random_size(&source, 31, 1500);
    c->k = random_size(&source, 1, c->n < 30 ? c->n - 1 : 30);
    for (size_t i = 0; i < c->n; i++)
        c->quantity[i] = random_scaled(&source, i < c->k ? 4 : 1, i < c->k ? 6 : 3);
    sums_of(&s, c->quantity, c->n, NULL, 0);
    plain_sum_of(&s, top, c->quantity, c->k);
    c->quantity[c->n] = solve(&s, top, (unsigned)random_below(&source, 3));
    c->n++;
}

/* --- a case ------------------------------------------------------------------------------------ */

/* Nineteen in twenty of up to 40 suppliers; one in a thousand of up to 100,000. */
static size_t draw_length(void)
{
    uint64_t which = random_below(&source, 1000);
    if (which < 950)
        return random_size(&source, 1, 40);
    if (which < 999)
        return random_size(&source, 41, 300);
    return random_size(&source, 300, SWEEP_MOST >> random_below(&source, 8));
}

static void draw_market(sweep_case *c)
{
    double base = random_scaled(&source, -300, 300);

    c->n = draw_length();
    for (size_t i = 0; i < c->n; i++)
        c->quantity[i] = quantity_of(c->kind, base);
    if (random_below(&source, 8) == 0)
        c->quantity[random_below(&source, c->n)] = 0;
    if (random_below(&source, 64) == 0) {
        c->quantity[random_below(&source, c->n)] = -0.0;
        c->ordinary = 0;
    }
}

static void scale(sweep_case *c)
{
    int most = random_below(&source, 8) ? 300 : 700;
    double factor = power_of_two((int)random_below(&source, 2 * (uint64_t)most) - most);
    c->ordinary &= most == 300;
    for (size_t i = 0; i < c->n; i++)
        c->quantity[i] *= factor;
}

static void draw_residual(sweep_case *c)
{
    double some = c->quantity[random_below(&source, c->n)];

    c->residual = random_below(&source, 3) ? some * (double)random_below(&source, 20) : 0;
    c->residual = c->residual < 1e308 ? c->residual : some;
    c->cap = random_below(&source, 2) ? c->quantity[random_below(&source, c->n)] : 0;
    c->suppliers = random_below(&source, 2) ? random_size(&source, 1, 40) : 0;
}

void sweep_draw(sweep_case *c, uint64_t number)
{
    size_t positives = 0;

    source.state = number;
    source.state = random_bits(&source);
    c->kind = (unsigned)(number % SWEEP_KINDS);
    c->k = 0;
    c->ordinary = 1;
    if (c->kind == TIES)
        draw_tie(c);
    else if (c->kind == NEAR_MIDPOINT)
        draw_near_midpoint(c);
    else
        draw_market(c);
    if (c->kind != SUBNORMAL && c->kind != MIXED && c->kind != ANY && random_below(&source, 4) == 0)
        scale(c);
    for (size_t i = 0; i < c->n; i++)
        positives += c->quantity[i] > 0;
    if (positives == 0) {
        c->quantity[0] = smallest();
        c->ordinary = 0;
        positives = 1;
    }
    if (c->k == 0)
        c->k = random_size(&source, 1, random_below(&source, 4) ? 8 : c->n + 1);
    random_shuffle(&source, c->quantity, c->n < 1000 ? c->n : 1000);
    c->a = random_below(&source, c->n);
    c->b = random_below(&source, c->n);
    c->market_size = random_below(&source, 2) ? positives + random_below(&source, 100) : 0;
    draw_residual(c);
    c->draw = random_bits(&source);
}
