/* SPDX-License-Identifier: MIT */
/* Spells: the times during which a condition holds. Those of the conditions so far are kept in a
 * list and intersected with those of the next one as they come; those of the last condition are
 * counted into the answer. */
#ifndef MINRISK_SPELLS_H
#define MINRISK_SPELLS_H

#include "minrisk/trend.h"

/* Times closer than this, of the horizon, are one instant; a supply short of the need by less than
 * this, of the need, is enough. */
#define MINRISK_TOLERANCE 1e-12

/* What a spell takes in a list. */
enum { MINRISK_SPELL_DOUBLES = 3 };

/* It includes its beginning unless it is late: a supplier that begins to ramp is there from then
 * on, but not yet; and its end unless it is open: supply that drops is gone at that instant. */
typedef struct minrisk_spell {
    double begin;
    double end;
    uint32_t binding; /* the condition whose own spell began last */
    int open;
    int late;
} minrisk_spell;

/* The answer in the making: spells come in order, and touching ones are one. */
typedef struct minrisk_verdict {
    minrisk_when when;
    double dwell, horizon;
    minrisk_spell last; /* not yet counted */
    int any;
    int late; /* the first spell is */
} minrisk_verdict;

/* Where a condition's spells go: through those that all conditions before have in common, into the
 * next list or, from the last condition, into the answer. */
typedef struct minrisk_sink {
    const double *before; /* spells in common so far; NULL: no condition came before */
    size_t before_count, before_next;
    double *after; /* NULL: this is the last condition */
    size_t after_count;
    minrisk_verdict *answer;
    double instant;   /* times that are no farther apart are one */
    double own_first; /* when this condition's own first spell begins */
    int own_any;
} minrisk_sink;

/* Takes in the next spell of a condition. */
void minrisk_sink_emit(minrisk_sink *to, const minrisk_spell *s);

/* Counts the spell that is left; 0 if there was none at all. */
int minrisk_verdict_close(minrisk_verdict *c);

#endif
