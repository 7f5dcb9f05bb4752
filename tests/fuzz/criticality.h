/* SPDX-License-Identifier: MIT */
/* Supplies weighted by risk, from bytes; what is wrong with them is said once more than the library
 * says it. */
#ifndef TESTS_FUZZ_CRITICALITY_H
#define TESTS_FUZZ_CRITICALITY_H

#include "fuzz.h"

enum { LONGEST_SUPPLY = 12 };

typedef struct supply {
    minrisk_sourcing view;
    double *quantity, *risk, *factor; /* as in the view */
    double *part[3];                  /* contribution, by quantity, by risk */
} supply;

/* Mostly valid, lest nothing but errors be tested. */
static inline double *take_within(input *in, size_t n, double low, double high, int tame)
{
    double *x = take_doubles(in, n);
    for (size_t i = 0; i < n; i++) {
        if (tame && !(x[i] >= low && x[i] <= high))
            x[i] = low + (high - low) * (double)(i % 4) / 4.0;
    }
    return x;
}

static inline supply take_supply(input *in, double risk, double least, double most)
{
    supply s;
    int tame = take_byte(in) < 200;
    s.view.n = take_byte(in) % LONGEST_SUPPLY;
    s.quantity = take_within(in, s.view.n, 0.0, 1e300, tame);
    s.risk = take_within(in, s.view.n, 0.0, risk, tame);
    s.factor = take_byte(in) % 2 ? take_within(in, s.view.n, least, most, tame) : NULL;
    s.view.quantity = s.quantity;
    s.view.risk = s.risk;
    s.view.factor = s.factor;
    for (int i = 0; i < 3; i++)
        s.part[i] = block_of(s.view.n * sizeof(double));
    return s;
}

static inline void release_supply(supply *s)
{
    size_t bytes = s->view.n * sizeof(double);
    release(s->quantity, bytes);
    release(s->risk, bytes);
    release(s->factor, bytes);
    for (int i = 0; i < 3; i++)
        release(s->part[i], bytes);
}

static inline minrisk_attribution attribution_of(const supply *s)
{
    minrisk_attribution a;
    a.contribution = s->part[0];
    a.by_quantity = s->part[1];
    a.by_risk = s->part[2];
    return a;
}

static inline int are_within(const double *x, size_t n, double low, double high)
{
    for (size_t i = 0; x != NULL && i < n; i++) {
        if (!(x[i] >= low && x[i] <= high))
            return 0;
    }
    return 1;
}

static inline minrisk_status status_of_supply(const supply *s, double risk, double least,
                                              double most)
{
    if (!all_quantities(s->quantity, s->view.n) || !are_within(s->risk, s->view.n, 0.0, risk) ||
        !are_within(s->factor, s->view.n, least, most))
        return MINRISK_E_DATA;
    return s->view.n > 0 && all_zero(s->quantity, s->view.n) ? MINRISK_E_NO_SUPPLY : MINRISK_OK;
}

static inline minrisk_status first_status(minrisk_status a, minrisk_status b)
{
    return b == MINRISK_OK || (a != MINRISK_OK && a > b) ? a : b;
}

static inline double sum_of(const double *x, size_t n)
{
    double sum = 0.0;
    for (size_t i = 0; i < n; i++)
        sum += x[i];
    return sum;
}

static inline int parts_are_untouched(const supply *s)
{
    for (int i = 0; i < 3; i++) {
        if (!is_filled(s->part[i], s->view.n * sizeof(double)))
            return 0;
    }
    return 1;
}

/* --- a stage of the EU's method ------------------------------------------------------------------ */

typedef struct eu_supplies {
    supply global, eu;
    minrisk_eu_stage stage;
} eu_supplies;

static inline eu_supplies take_stage(input *in)
{
    eu_supplies s;
    s.global = take_supply(in, 10.0, 0.8, 1.5);
    s.eu = take_supply(in, 10.0, 0.8, 1.5);
    s.stage.global = s.global.view;
    s.stage.eu = s.eu.view;
    s.stage.import_reliance = take_double(in);
    s.stage.recycling = take_double(in);
    s.stage.substitution = take_double(in);
    if (take_byte(in) < 200) {
        s.stage.import_reliance =
            is_fraction(s.stage.import_reliance) ? s.stage.import_reliance : 1;
        s.stage.recycling = is_fraction(s.stage.recycling) ? s.stage.recycling : 0.0;
        s.stage.substitution = is_fraction(s.stage.substitution) ? s.stage.substitution : 1.0;
    }
    return s;
}

static inline void release_stage(eu_supplies *s)
{
    release_supply(&s->global);
    release_supply(&s->eu);
}

static inline minrisk_status status_of_stage(const eu_supplies *s)
{
    if (s->global.view.n == 0 && s->eu.view.n == 0)
        return MINRISK_E_SIZE;
    if (!is_fraction(s->stage.import_reliance) || !is_fraction(s->stage.recycling) ||
        !is_fraction(s->stage.substitution))
        return MINRISK_E_PARAM;
    return first_status(status_of_supply(&s->global, 10.0, 0.8, 1.5),
                        status_of_supply(&s->eu, 10.0, 0.8, 1.5));
}

#endif
