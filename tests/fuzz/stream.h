/* SPDX-License-Identifier: MIT */
/* A running market from bytes, with a list of its suppliers as its judge; or what was tampered with,
 * of which only that must hold that it is refused or does no harm. */
#ifndef TESTS_FUZZ_STREAM_H
#define TESTS_FUZZ_STREAM_H

#include "fuzz.h"

enum { MOST_LIVE = 24, MOST_TAMPERED = 6 };

typedef struct running {
    minrisk_stream s;
    double live[MOST_LIVE + 1]; /* one more may come */
    size_t n;
    int tampered;
} running;

static inline void tamper_with(input *in, void *state, size_t size)
{
    uint8_t *byte = state;
    unsigned n = take_byte(in) % MOST_TAMPERED;
    for (unsigned i = 0; i < n; i++) {
        size_t at = (take_byte(in) << 8 | take_byte(in)) % size;
        byte[at] = (uint8_t)take_byte(in);
    }
}

static inline running take_running(input *in)
{
    running r;
    r.tampered = take_byte(in) >= 192;
    r.n = take_byte(in) % MOST_LIVE;
    require(minrisk_stream_init(&r.s, sizeof r.s) == MINRISK_OK);
    for (size_t i = 0; i < r.n; i++) {
        r.live[i] = take_double(in);
        if (!is_quantity(r.live[i]))
            r.live[i] = (double)i;
        require(minrisk_stream_add(&r.s, r.live[i]) == MINRISK_OK);
    }
    if (r.tampered)
        tamper_with(in, &r.s, sizeof r.s);
    return r;
}

static inline int same_span(const uint32_t *limb, minrisk_span a, const uint32_t *other,
                            minrisk_span b)
{
    return a.from == b.from && a.to == b.to &&
           (a.from >= a.to ||
            memcmp(limb + a.from, other + b.from, (a.to - a.from) * sizeof *limb) == 0);
}

/* What stands outside of a span, where a state was tampered with, is nothing. */
static inline int same_state(const minrisk_stream *a, const minrisk_stream *b)
{
    int forged = a->total_span.to > sizeof a->total / sizeof a->total[0] ||
                 a->squares_span.to > sizeof a->squares / sizeof a->squares[0];

    return memcmp(a, b, sizeof *a) == 0 ||
           (!forged && a->form == b->form && a->reserved == b->reserved &&
            a->suppliers == b->suppliers &&
            same_span(a->total, a->total_span, b->total, b->total_span) &&
            same_span(a->squares, a->squares_span, b->squares, b->squares_span));
}

/* The bits of the list of suppliers; of a state that was tampered with, what a market can have. */
static inline void judge(const running *r)
{
    double hhi = 0.5, effective = 2.0, total = 0.0, expected = 0.5;
    uint64_t suppliers = 0;
    minrisk_status status = minrisk_stream_hhi(&r->s, &hhi);

    minrisk_stream_effective(&r->s, &effective);
    minrisk_stream_total(&r->s, &total);
    minrisk_stream_suppliers(&r->s, &suppliers);
    require(hhi > 0.0 && hhi <= 1.0 && effective >= 1.0 && total >= 0.0);
    if (r->tampered)
        return;
    if (r->n == 0 || all_zero(r->live, r->n)) {
        require(status == MINRISK_E_NO_SUPPLY && suppliers == 0 && total == 0.0);
        return;
    }
    require(status == MINRISK_OK);
    require(minrisk_hhi(r->live, r->n, &expected) == MINRISK_OK && same_bits(hhi, expected));
    require(minrisk_effective_suppliers(r->live, r->n, &expected) == MINRISK_OK);
    require(same_bits(effective, expected));
}

/* A call with a quantity is refused for it, and only for it or for the state. */
static inline void require_status(const running *r, const minrisk_stream *before,
                                  minrisk_status status, int is_good)
{
    if (status != MINRISK_OK)
        require(same_state(&r->s, before));
    if (!r->tampered)
        require(status == (is_good ? MINRISK_OK : MINRISK_E_DATA));
}

/* Mostly one that is there. */
static inline double take_live(input *in, const running *r, size_t *at)
{
    unsigned selector = take_byte(in);
    *at = r->n > 0 ? selector % r->n : 0;
    return r->n > 0 && selector < 224 ? r->live[*at] : take_double(in);
}

#endif
