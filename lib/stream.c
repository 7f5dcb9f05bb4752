/* SPDX-License-Identifier: MIT */
/* A running market: its total T and its sum of squares Q, exact in limbs of 32 bits. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/stream.h"

#include "exact.h"
#include "fast.h"
#include "limbs.h"

/* The limbs are those of exact.h. */
typedef char same_limbs[(int)MINRISK_STREAM_TOTAL == (int)MINRISK_SUM_LIMBS &&
                                (int)MINRISK_STREAM_SQUARES == (int)MINRISK_PRODUCT_LIMBS
                            ? 1
                            : -1];

/* "MRS" and the version of the form; 2^62 suppliers, fewer than which have T < 2^(2098 + 62) and
 * Q < 2^(4196 + 62): so many limbs. One limb more is enough for a supplier, or another market. */
static const uint32_t FORM = 0x4D525301;
static const uint64_t MOST_SUPPLIERS = (uint64_t)1 << 62;
enum { MOST_TOTAL = 68, MOST_SQUARES = 134 };

/* --- numbers in a span of limbs: what lies outside counts as zero and is never read */

static int is_empty(minrisk_span span)
{
    return span.from == span.to;
}

static void widen(uint32_t *limb, minrisk_span *span, uint32_t from, uint32_t to)
{
    if (is_empty(*span)) {
        span->from = span->to = from;
    }
    while (span->from > from) {
        limb[--span->from] = 0;
    }
    while (span->to < to) {
        limb[span->to++] = 0;
    }
}

static void trim(const uint32_t *limb, minrisk_span *span)
{
    while (span->to > span->from && limb[span->to - 1] == 0) {
        span->to--;
    }
    while (span->from < span->to && limb[span->from] == 0) {
        span->from++;
    }
    if (is_empty(*span)) {
        span->from = span->to = 0;
    }
}

static void widen_for(uint32_t *limb, minrisk_span *span, const minrisk_term *term)
{
    widen(limb, span, term->offset, term->offset + term->length);
}

static void add_term(uint32_t *limb, minrisk_span *span, const minrisk_term *term)
{
    widen_for(limb, span, term);
    if (minrisk_limbs_add(limb, span->to, term)) {
        limb[span->to++] = 1;
    }
    trim(limb, span);
}

static void join(uint32_t *limb, minrisk_span *span, const uint32_t *other, minrisk_span theirs)
{
    uint64_t carry = 0;
    uint32_t i;

    widen(limb, span, theirs.from, theirs.to);
    for (i = theirs.from; i < span->to; i++) {
        carry += limb[i];
        carry += i < theirs.to ? other[i] : 0;
        limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry) {
        limb[span->to++] = 1;
    }
    trim(limb, span);
}

static const uint32_t ONE = 1;
static const minrisk_span ONE_LIMB = {0, 1};

/* Field by field: a struct copied as soon as it is written costs more than all else here. */
static void view(minrisk_natural *natural, const uint32_t *limb, minrisk_span span)
{
    natural->limb = limb + span.from;
    natural->length = span.to - span.from;
    natural->skipped = span.from;
}

/* --- what must hold of a state ---------------------------------------------------------------- */

static inline int span_is_formed(const uint32_t *limb, minrisk_span span, uint32_t most)
{
    if (is_empty(span)) {
        return span.to == 0;
    }
    return span.from < span.to && span.to <= most && limb[span.from] != 0 && limb[span.to - 1] != 0;
}

/* All that keeps reads and writes inside the state. */
static inline int is_formed(const minrisk_stream *s)
{
    return s->form == FORM && s->suppliers <= MOST_SUPPLIERS &&
           span_is_formed(s->total, s->total_span, MOST_TOTAL) &&
           span_is_formed(s->squares, s->squares_span, MOST_SQUARES);
}

/* Whether a market with these sums can be, for a state that is formed. */
static int is_possible(const minrisk_stream *s)
{
    minrisk_natural total, squares;

    if (s->suppliers == 0 || is_empty(s->total_span) || is_empty(s->squares_span)) {
        return s->suppliers == 0 && is_empty(s->total_span) && is_empty(s->squares_span);
    }
    view(&total, s->total, s->total_span);
    view(&squares, s->squares, s->squares_span);
    return minrisk_sums_are_possible(&total, &squares, s->suppliers);
}

#if MINRISK_HAS_FAST

/* 1 - 2^-48: what is cut, below 2^-51 of T^2 and 2^-52 of Q, and five roundings, each below 2^-52
 * in any mode, come to less than 2^-49. */
#define WITHIN (1.0 - 3.5527136788005009e-15)

static inline double power_of_two(int exponent)
{
    return minrisk_double_of((uint64_t)(exponent + 1023) << 52);
}

/* The leading 64 bits of T and of Q; Q counts in 2^exponent of what T^2 counts in. */
typedef struct leads {
    uint64_t total, squares;
    int exponent;
} leads;

/* Of a state that is formed; 0 where nothing can be told by them. */
static inline int leads_of(const minrisk_stream *s, leads *l)
{
    minrisk_natural total, squares;
    minrisk_prefix t, q;

    if (is_empty(s->total_span) || is_empty(s->squares_span)) {
        return 0;
    }
    view(&total, s->total, s->total_span);
    view(&squares, s->squares, s->squares_span);
    t = minrisk_prefix_of(&total);
    q = minrisk_prefix_of(&squares);
    l->total = t.mantissa;
    l->squares = q.mantissa;
    l->exponent = q.exponent - 2 * t.exponent - 11; /* of mantissas / 2^11 */
    return -128 <= l->exponent && l->exponent <= 128;
}

/* Enough for nearly all. */
static int is_surely_possible(const minrisk_stream *s)
{
    double square_of_t, q;
    leads l;

    if (!leads_of(s, &l)) {
        return 0;
    }
    square_of_t = (double)(int64_t)(l.total >> 11);
    square_of_t *= square_of_t;
    q = (double)(int64_t)(l.squares >> 11) * power_of_two(l.exponent);
    return q < square_of_t * WITHIN && square_of_t < q * (double)(int64_t)s->suppliers * WITHIN;
}

#else
static int is_surely_possible(const minrisk_stream *s)
{
    (void)s;
    return 0;
}
#endif

static int is_sound(const minrisk_stream *s)
{
    return is_formed(s) && is_possible(s);
}

/* --- suppliers ------------------------------------------------------------------------------- */

static void put_in(minrisk_stream *s, double quantity)
{
    minrisk_parts x = minrisk_parts_of(minrisk_bits_of(&quantity));
    minrisk_term term = minrisk_term_of_quantity(x);
    minrisk_term square = minrisk_term_of_product(x, x);

    add_term(s->total, &s->total_span, &term);
    add_term(s->squares, &s->squares_span, &square);
    s->suppliers++;
}

/* Returns 0, with nothing changed, where what is left would be no market. If it is one, then so was
 * the market before, since that has one supplier more: only a refusal needs a look at it. */
static int take_out(minrisk_stream *s, double quantity)
{
    minrisk_parts x = minrisk_parts_of(minrisk_bits_of(&quantity));
    minrisk_term term = minrisk_term_of_quantity(x);
    minrisk_term square = minrisk_term_of_product(x, x);
    minrisk_span total_before = s->total_span, squares_before = s->squares_span;
    minrisk_span total_wide, squares_wide;
    uint32_t owed;

    if (s->suppliers == 0) {
        return 0;
    }
    widen_for(s->total, &s->total_span, &term);
    widen_for(s->squares, &s->squares_span, &square);
    total_wide = s->total_span;
    squares_wide = s->squares_span;
    owed = minrisk_limbs_subtract(s->total, total_wide.to, &term);
    owed |= minrisk_limbs_subtract(s->squares, squares_wide.to, &square);
    trim(s->total, &s->total_span);
    trim(s->squares, &s->squares_span);
    s->suppliers--;
    if (!owed && (is_surely_possible(s) || is_possible(s))) {
        return 1;
    }
    (void)minrisk_limbs_add(s->total, total_wide.to, &term);
    (void)minrisk_limbs_add(s->squares, squares_wide.to, &square);
    s->total_span = total_before;
    s->squares_span = squares_before;
    s->suppliers++;
    return 0;
}

size_t minrisk_stream_sizeof(void)
{
    return sizeof(minrisk_stream);
}

minrisk_status minrisk_stream_init(minrisk_stream *stream, size_t size)
{
    if (!stream) {
        return MINRISK_E_NULL;
    }
    if (size != sizeof *stream) {
        return MINRISK_E_SIZE;
    }
    memset(stream, 0, sizeof *stream);
    stream->form = FORM;
    return MINRISK_OK;
}

minrisk_status minrisk_stream_add(minrisk_stream *stream, double quantity)
{
    if (!stream) {
        return MINRISK_E_NULL;
    }
    if (!is_sound(stream)) {
        return MINRISK_E_STATE;
    }
    if (stream->suppliers == MOST_SUPPLIERS) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_is_quantity(quantity)) {
        return MINRISK_E_DATA;
    }

    if (!minrisk_is_zero(quantity)) {
        put_in(stream, quantity);
    }
    return MINRISK_OK;
}

/* What sums without a span have: all of their limbs, without the zeros at the ends. */
static void join_all(uint32_t *limb, minrisk_span *span, const uint32_t *other, uint32_t limbs)
{
    minrisk_span theirs;

    theirs.from = 0;
    theirs.to = limbs;
    trim(other, &theirs);
    join(limb, span, other, theirs);
}

minrisk_status minrisk_stream_add_all(minrisk_stream *stream, const double *quantity, size_t n)
{
    minrisk_sum total;
    minrisk_products squares;
    uint64_t suppliers;
    size_t i;

    if (!stream || !quantity) {
        return MINRISK_E_NULL;
    }
    if (!is_sound(stream)) {
        return MINRISK_E_STATE;
    }
    suppliers = minrisk_count_positive(quantity, n);
    if (suppliers > MOST_SUPPLIERS - stream->suppliers) {
        return MINRISK_E_SIZE;
    }
    if (minrisk_first_invalid(quantity, n) != n) {
        return MINRISK_E_DATA;
    }

    memset(&total, 0, sizeof total);
    memset(&squares, 0, sizeof squares);
    for (i = 0; i < n; i++) {
        minrisk_sum_add(&total, quantity[i]);
        minrisk_products_add(&squares, quantity[i], quantity[i]);
    }
    join_all(stream->total, &stream->total_span, total.limb, MINRISK_SUM_LIMBS);
    join_all(stream->squares, &stream->squares_span, squares.limb, MINRISK_PRODUCT_LIMBS);
    stream->suppliers += suppliers;
    return MINRISK_OK;
}

minrisk_status minrisk_stream_remove(minrisk_stream *stream, double quantity)
{
    int is_positive = minrisk_is_quantity(quantity) && !minrisk_is_zero(quantity);

    if (!stream) {
        return MINRISK_E_NULL;
    }
    if (is_formed(stream) && is_positive && take_out(stream, quantity)) {
        return MINRISK_OK;
    }
    if (!is_sound(stream)) {
        return MINRISK_E_STATE;
    }
    return minrisk_is_zero(quantity) ? MINRISK_OK : MINRISK_E_DATA;
}

minrisk_status minrisk_stream_replace(minrisk_stream *stream, double before, double after)
{
    minrisk_status status;

    if (!stream) {
        return MINRISK_E_NULL;
    }
    if (minrisk_is_zero(before)) {
        return minrisk_stream_add(stream, after);
    }
    if (!minrisk_is_quantity(after)) {
        return is_sound(stream) ? MINRISK_E_DATA : MINRISK_E_STATE;
    }

    status = minrisk_stream_remove(stream, before);
    if (status == MINRISK_OK && !minrisk_is_zero(after)) {
        put_in(stream, after);
    }
    return status;
}

minrisk_status minrisk_stream_merge(minrisk_stream *into, const minrisk_stream *from)
{
    if (!into || !from) {
        return MINRISK_E_NULL;
    }
    if (!is_sound(into) || !is_sound(from)) {
        return MINRISK_E_STATE;
    }
    if (into->suppliers + from->suppliers > MOST_SUPPLIERS) {
        return MINRISK_E_SIZE;
    }

    join(into->total, &into->total_span, from->total, from->total_span);
    join(into->squares, &into->squares_span, from->squares, from->squares_span);
    into->suppliers += from->suppliers;
    return MINRISK_OK;
}

/* --- results ---------------------------------------------------------------------------------- */

#if MINRISK_HAS_FAST

/* Q / T^2, or its inverse, of a state that is formed. Where it is surely within 1 / m and 1, the
 * state is a market; else it returns 0. */
static int fast_ratio(const minrisk_stream *s, int is_inverse, double *ratio)
{
    double suppliers = (double)(int64_t)s->suppliers, scaled, result, effective;
    minrisk_one_near total, squares, square;
    leads l;

    if (!minrisk_arithmetic_is_strict() || !leads_of(s, &l)) {
        return 0;
    }
    total = minrisk_near_of(l.total);
    squares = minrisk_near_of(l.squares);
    square = minrisk_near_square(&total);
    if (!(is_inverse ? minrisk_round_near(&square, &squares, &scaled)
                     : minrisk_round_near(&squares, &square, &scaled))) {
        return 0;
    }
    result = scaled * power_of_two(is_inverse ? -l.exponent : l.exponent);
    effective = is_inverse ? result : result * suppliers; /* the inverse of either is in 1 .. m */
    if (!(effective * WITHIN > 1.0 && effective < suppliers * WITHIN)) {
        return 0;
    }
    *ratio = result;
    return 1;
}

#else
static int fast_ratio(const minrisk_stream *s, int is_inverse, double *ratio)
{
    (void)s;
    (void)is_inverse;
    (void)ratio;
    return 0;
}
#endif

/* Q / T^2, or its inverse. */
static minrisk_status ratio_of(const minrisk_stream *s, int is_inverse, double *ratio)
{
    minrisk_natural total, squares, one;
    minrisk_quotient q;

    if (is_formed(s) && fast_ratio(s, is_inverse, ratio)) {
        return MINRISK_OK;
    }
    if (!is_sound(s)) {
        return MINRISK_E_STATE;
    }
    if (s->suppliers == 0) {
        return MINRISK_E_NO_SUPPLY;
    }

    view(&total, s->total, s->total_span);
    view(&squares, s->squares, s->squares_span);
    view(&one, &ONE, ONE_LIMB);
    q.n1 = is_inverse ? total : squares;
    q.n2 = is_inverse ? total : one;
    q.d1 = is_inverse ? squares : total;
    q.d2 = is_inverse ? one : total;
    q.unit = 0;
    *ratio = minrisk_quotient_round(&q, MINRISK_NEAREST);
    return MINRISK_OK;
}

minrisk_status minrisk_stream_hhi(const minrisk_stream *stream, double *hhi)
{
    return stream && hhi ? ratio_of(stream, 0, hhi) : MINRISK_E_NULL;
}

minrisk_status minrisk_stream_effective(const minrisk_stream *stream, double *effective)
{
    return stream && effective ? ratio_of(stream, 1, effective) : MINRISK_E_NULL;
}

/* The squares of some suppliers over the square of the total of all. */
static double part_of_squares(const minrisk_stream *some, const minrisk_stream *all,
                              enum minrisk_rounding rounding)
{
    minrisk_quotient q;

    view(&q.n1, some->squares, some->squares_span);
    view(&q.n2, &ONE, ONE_LIMB);
    view(&q.d1, all->total, all->total_span);
    view(&q.d2, all->total, all->total_span);
    q.unit = 0;
    return minrisk_quotient_round(&q, rounding);
}

minrisk_status minrisk_stream_hhi_bounds(const minrisk_stream *stream, double residual,
                                         minrisk_interval *hhi)
{
    minrisk_stream whole;

    if (!stream || !hhi) {
        return MINRISK_E_NULL;
    }
    if (!is_sound(stream)) {
        return MINRISK_E_STATE;
    }
    if (stream->suppliers == MOST_SUPPLIERS) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_is_quantity(residual)) {
        return MINRISK_E_PARAM;
    }
    if (stream->suppliers == 0 && minrisk_is_zero(residual)) {
        return MINRISK_E_NO_SUPPLY;
    }

    memcpy(&whole, stream, sizeof whole);
    if (!minrisk_is_zero(residual)) {
        put_in(&whole, residual);
    }
    hhi->low = part_of_squares(stream, &whole, MINRISK_DOWN);
    hhi->high = part_of_squares(&whole, &whole, MINRISK_UP);
    return MINRISK_OK;
}

minrisk_status minrisk_stream_suppliers(const minrisk_stream *stream, uint64_t *suppliers)
{
    if (!stream || !suppliers) {
        return MINRISK_E_NULL;
    }
    if (!is_sound(stream)) {
        return MINRISK_E_STATE;
    }

    *suppliers = stream->suppliers;
    return MINRISK_OK;
}

minrisk_status minrisk_stream_total(const minrisk_stream *stream, double *total)
{
    minrisk_quotient q;

    if (!stream || !total) {
        return MINRISK_E_NULL;
    }
    if (!is_sound(stream)) {
        return MINRISK_E_STATE;
    }

    view(&q.n1, stream->total, stream->total_span);
    view(&q.n2, &ONE, ONE_LIMB);
    view(&q.d1, &ONE, ONE_LIMB);
    view(&q.d2, &ONE, ONE_LIMB);
    q.unit = -1074;
    *total = minrisk_quotient_round(&q, MINRISK_NEAREST);
    return MINRISK_OK;
}

/* --- the saved form: see minrisk_stream_save -------------------------------------------------- */

enum { AT_FORM = 0, AT_CHECK = 4, AT_SUPPLIERS = 8, AT_TOTAL = 16, AT_SQUARES = 296 };

static const uint8_t SAVED_FORM[4] = {'M', 'R', 'S', 1};

static void put_word(uint8_t *byte, uint32_t word)
{
    unsigned i;

    for (i = 0; i < 4; i++) {
        byte[i] = (uint8_t)(word >> 8 * i);
    }
}

static uint32_t get_word(const uint8_t *byte)
{
    return byte[0] | (uint32_t)byte[1] << 8 | (uint32_t)byte[2] << 16 | (uint32_t)byte[3] << 24;
}

static void put_number(uint8_t *byte, const uint32_t *limb, minrisk_span span)
{
    uint32_t i;

    for (i = span.from; i < span.to; i++) {
        put_word(byte + (size_t)4 * i, limb[i]);
    }
}

static minrisk_span get_number(const uint8_t *byte, uint32_t *limb, uint32_t limbs)
{
    minrisk_span span = {0, 0};

    for (span.to = 0; span.to < limbs; span.to++) {
        limb[span.to] = get_word(byte + (size_t)4 * span.to);
    }
    trim(limb, &span);
    return span;
}

static uint32_t check_of(const uint8_t *saved)
{
    uint32_t check = 2166136261u; /* the offset and, below, the prime of FNV-1a */
    unsigned i;

    for (i = AT_SUPPLIERS; i < MINRISK_STREAM_SAVED; i++) {
        check = (check ^ saved[i]) * 16777619u;
    }
    return check;
}

minrisk_status minrisk_stream_save(const minrisk_stream *stream, uint8_t *saved, size_t size)
{
    if (!stream || !saved) {
        return MINRISK_E_NULL;
    }
    if (!is_sound(stream)) {
        return MINRISK_E_STATE;
    }
    if (size < MINRISK_STREAM_SAVED) {
        return MINRISK_E_SIZE;
    }

    memset(saved, 0, MINRISK_STREAM_SAVED);
    put_word(saved + AT_SUPPLIERS, (uint32_t)stream->suppliers);
    put_word(saved + AT_SUPPLIERS + 4, (uint32_t)(stream->suppliers >> 32));
    put_number(saved + AT_TOTAL, stream->total, stream->total_span);
    put_number(saved + AT_SQUARES, stream->squares, stream->squares_span);
    memcpy(saved + AT_FORM, SAVED_FORM, sizeof SAVED_FORM);
    put_word(saved + AT_CHECK, check_of(saved));
    return MINRISK_OK;
}

minrisk_status minrisk_stream_load(minrisk_stream *stream, size_t size, const uint8_t *saved,
                                   size_t saved_size)
{
    minrisk_stream s;

    if (!stream || !saved) {
        return MINRISK_E_NULL;
    }
    if (size != sizeof *stream || saved_size != MINRISK_STREAM_SAVED) {
        return MINRISK_E_SIZE;
    }
    memset(&s, 0, sizeof s);
    s.form = FORM;
    s.suppliers = get_word(saved + AT_SUPPLIERS);
    s.suppliers |= (uint64_t)get_word(saved + AT_SUPPLIERS + 4) << 32;
    s.total_span = get_number(saved + AT_TOTAL, s.total, MINRISK_STREAM_TOTAL);
    s.squares_span = get_number(saved + AT_SQUARES, s.squares, MINRISK_STREAM_SQUARES);
    if (memcmp(saved + AT_FORM, SAVED_FORM, sizeof SAVED_FORM) != 0 ||
        get_word(saved + AT_CHECK) != check_of(saved) || !is_sound(&s)) {
        return MINRISK_E_STATE;
    }

    *stream = s;
    return MINRISK_OK;
}

#endif
