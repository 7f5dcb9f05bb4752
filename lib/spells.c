/* SPDX-License-Identifier: MIT */
/* Spells of the pipeline's conditions, intersected and counted: see spells.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "spells.h"

#include "arithmetic.h"

/* Three doubles of the workspace. */
static void put_spell(double *list, size_t i, const minrisk_spell *s)
{
    list[MINRISK_SPELL_DOUBLES * i] = s->begin;
    list[MINRISK_SPELL_DOUBLES * i + 1] = s->end;
    list[MINRISK_SPELL_DOUBLES * i + 2] =
        4.0 * (double)s->binding + 2.0 * (double)s->late + (double)s->open;
}

static minrisk_spell get_spell(const double *list, size_t i)
{
    uint64_t code = (uint64_t)list[MINRISK_SPELL_DOUBLES * i + 2];
    minrisk_spell s;

    s.begin = list[MINRISK_SPELL_DOUBLES * i];
    s.end = list[MINRISK_SPELL_DOUBLES * i + 1];
    s.binding = (uint32_t)(code >> 2);
    s.late = (int)(code >> 1 & 1);
    s.open = (int)(code & 1);
    return s;
}

/* What a and b have in common; 0 if nothing, or if it ends at the instant that it begins and does
 * not include it. On a tie of the beginnings a's condition stays. */
static int intersect(const minrisk_spell *a, const minrisk_spell *b, double instant,
                     minrisk_spell *both)
{
    *both = b->begin > a->begin ? *b : *a;
    if (a->end < b->end || (a->end == b->end && a->open)) {
        both->end = a->end;
        both->open = a->open;
    } else {
        both->end = b->end;
        both->open = b->open;
    }
    both->late = (a->late && a->begin >= both->begin) || (b->late && b->begin >= both->begin);
    return both->open || both->late ? both->begin + instant < both->end : both->begin <= both->end;
}

static void count_last(minrisk_verdict *c)
{
    minrisk_when *w = &c->when;
    double length = minrisk_subtract(c->last.end, c->last.begin);
    int to_horizon = c->last.end >= c->horizon && !c->last.open;

    w->windows++;
    w->satisfied += length;
    if (w->windows == 1) {
        w->first = c->last.begin;
        c->late = c->last.late;
        w->binding = c->last.binding;
        w->known |= MINRISK_KNOWS_FIRST;
        if (!to_horizon) {
            w->lost = c->last.end;
            w->known |= MINRISK_KNOWS_LOST;
        }
    }
    if (!(w->known & MINRISK_KNOWS_SUSTAINED) &&
        (to_horizon ||
         length >= minrisk_multiply(c->dwell, minrisk_subtract(1.0, MINRISK_TOLERANCE)))) {
        w->sustained = c->last.begin;
        w->known |= MINRISK_KNOWS_SUSTAINED;
    }
    if (to_horizon) {
        w->permanent = c->last.begin;
        w->known |= MINRISK_KNOWS_PERMANENT;
    }
}

static void count_spell(minrisk_verdict *c, const minrisk_spell *s)
{
    if (c->any && s->begin <= c->last.end) {
        c->last.end = s->end;
        c->last.open = s->open;
        return;
    }
    if (c->any) {
        count_last(c);
    }
    c->last = *s;
    c->any = 1;
}

static void pass_on(minrisk_sink *to, const minrisk_spell *s)
{
    if (to->after) {
        put_spell(to->after, to->after_count++, s);
    } else {
        count_spell(to->answer, s);
    }
}

void minrisk_sink_emit(minrisk_sink *to, const minrisk_spell *s)
{
    size_t i;

    if (!to->own_any) {
        to->own_any = 1;
        to->own_first = s->begin;
    }
    if (!to->before) {
        pass_on(to, s);
        return;
    }
    while (to->before_next < to->before_count &&
           to->before[MINRISK_SPELL_DOUBLES * to->before_next + 1] < s->begin) {
        to->before_next++;
    }
    for (i = to->before_next; i < to->before_count; i++) {
        minrisk_spell earlier = get_spell(to->before, i);
        minrisk_spell both;
        if (earlier.begin > s->end) {
            break;
        }
        if (intersect(&earlier, s, to->instant, &both)) {
            pass_on(to, &both);
        }
    }
}

int minrisk_verdict_close(minrisk_verdict *c)
{
    if (c->any) {
        count_last(c);
    }
    return c->any;
}

#endif
