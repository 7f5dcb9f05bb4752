/* SPDX-License-Identifier: MIT */
#include "compare.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- who is who ------------------------------------------------------------------------------- */

static int same_supplier(const struct supplier *a, const struct supplier *b)
{
    if (a->kind != b->kind)
        return 0;
    if (a->kind == SUPPLIER_COUNTRY)
        return strcmp(a->iso3, b->iso3) == 0;
    return a->kind == SUPPLIER_RESIDUAL || strcmp(a->name, b->name) == 0;
}

static const struct supplier *find_supplier(const struct market *market,
                                            const struct supplier *wanted)
{
    size_t i;

    for (i = 0; i < market->suppliers; ++i) {
        if (same_supplier(&market->supplier[i], wanted))
            return &market->supplier[i];
    }
    return NULL;
}

static int same_figure(const struct figure *a, const struct figure *b)
{
    return a->kind == b->kind && a->low == b->low && a->high == b->high;
}

static int same_market(const struct market *a, const struct market *b)
{
    size_t i;

    if (a == NULL || b == NULL)
        return a == b;
    if (a->suppliers != b->suppliers || strcmp(a->unit, b->unit) != 0 ||
        strcmp(a->period, b->period) != 0 || a->has_world != b->has_world ||
        (a->has_world && !same_figure(&a->world, &b->world)))
        return 0;
    for (i = 0; i < a->suppliers; ++i) {
        const struct supplier *other = find_supplier(b, &a->supplier[i]);
        if (other == NULL || !same_figure(&a->supplier[i].quantity, &other->quantity))
            return 0;
    }
    return 1;
}

static int same_cited(const struct cited *a, const struct cited *b)
{
    if (a == NULL || b == NULL)
        return a == b;
    return a->low == b->low && a->high == b->high && strcmp(a->figure, b->figure) == 0;
}

static int same_reliance(const struct reliance_row *a, const struct reliance_row *b)
{
    if (a == NULL || b == NULL)
        return a == b;
    return a->year == b->year && same_figure(&a->percent, &b->percent);
}

/* --- splitting a change ----------------------------------------------------------------------- */

static double number_of(const struct supplier *supplier)
{
    return supplier != NULL && figure_has_number(&supplier->quantity) ? supplier->quantity.low : 0;
}

static enum part_state state_of(const struct supplier *before, const struct supplier *after)
{
    double was = number_of(before), is = number_of(after);

    if (before == NULL)
        return PART_NAMED_ANEW;
    if (after == NULL)
        return PART_NO_LONGER_NAMED;
    if (figure_has_number(&before->quantity) != figure_has_number(&after->quantity))
        return figure_has_number(&after->quantity) ? PART_BECAME_KNOWN : PART_BECAME_WITHHELD;
    if ((was > 0) != (is > 0))
        return is > 0 ? PART_STARTED : PART_STOPPED;
    return PART_BOTH;
}

/* The rows that have a number, in `kept`, which has room for all. */
static struct market with_numbers(const struct market *market, struct supplier *kept)
{
    struct market known = *market;
    size_t i;

    known.supplier = kept;
    known.suppliers = 0;
    for (i = 0; i < market->suppliers; ++i) {
        if (figure_has_number(&market->supplier[i].quantity))
            kept[known.suppliers++] = market->supplier[i];
    }
    return known;
}

static double total_of(const struct market *market)
{
    double total = 0;
    size_t i;

    for (i = 0; i < market->suppliers; ++i)
        total += number_of(&market->supplier[i]);
    return total;
}

static int has_intervals(const struct market *known)
{
    size_t i;

    for (i = 0; i < known->suppliers; ++i) {
        if (known->supplier[i].quantity.low < known->supplier[i].quantity.high)
            return 1;
    }
    return 0;
}

static void add_part(struct split *split, const struct supplier *before,
                     const struct supplier *after, double total_before, double total_after)
{
    struct part *part = &split->part[split->parts++];

    part->before = before;
    part->after = after;
    part->state = state_of(before, after);
    part->share_before = total_before > 0 ? number_of(before) / total_before : 0;
    part->share_after = total_after > 0 ? number_of(after) / total_after : 0;
    /* The difference of squares without their cancellation. */
    part->change =
        (part->share_after - part->share_before) * (part->share_after + part->share_before);
}

static void add_parts(struct split *split, const struct market *before, const struct market *after)
{
    double total_before = total_of(before), total_after = total_of(after);
    size_t i;

    for (i = 0; i < after->suppliers; ++i) {
        const struct supplier *supplier = &after->supplier[i];
        if (supplier->kind == SUPPLIER_COUNTRY)
            add_part(split, find_supplier(before, supplier), supplier, total_before, total_after);
        else
            split->has_residual = 1;
    }
    for (i = 0; i < before->suppliers; ++i) {
        const struct supplier *supplier = &before->supplier[i];
        if (supplier->kind != SUPPLIER_COUNTRY)
            split->has_residual = 1;
        else if (find_supplier(after, supplier) == NULL)
            add_part(split, supplier, NULL, total_before, total_after);
    }
}

static int by_change(const void *a, const void *b)
{
    const struct part *left = a, *right = b;
    double x = fabs(left->change), y = fabs(right->change);

    return x > y ? -1 : x < y;
}

/* What the countries do not explain is the residual's: it can be in one hand or in many. */
static void add_residual(struct split *split, const minrisk_interval *before,
                         const minrisk_interval *after)
{
    double named = 0;
    size_t i;

    for (i = 0; i < split->parts; ++i)
        named += split->part[i].change;
    split->change.low = after->low - before->low;
    split->change.high = after->high - before->high;
    if (split->has_residual) {
        split->residual.low = split->change.low - named;
        split->residual.high = split->change.high - named;
    }
}

void compare_split(const struct market *before, const struct market *after,
                   const struct assumptions *assume, struct split *split)
{
    struct supplier kept_before[MAX_SUPPLIERS], kept_after[MAX_SUPPLIERS];
    struct market known_before = with_numbers(before, kept_before);
    struct market known_after = with_numbers(after, kept_after);
    struct concentration was, is;

    memset(split, 0, sizeof *split);
    split->why = "";
    split->exact =
        known_before.suppliers == before->suppliers && known_after.suppliers == after->suppliers;
    add_parts(split, before, after);
    if (market_concentration(&known_before, assume, &was) != 0 ||
        market_concentration(&known_after, assume, &is) != 0)
        split->why = "one of the two has no HHI";
    else if (has_intervals(&known_before) || has_intervals(&known_after))
        split->why = "a figure is a range";
    else
        add_residual(split, &was.hhi, &is.hhi);
    qsort(split->part, split->parts, sizeof split->part[0], by_change);
}

minrisk_interval compare_change(const minrisk_interval *before, const minrisk_interval *after)
{
    minrisk_interval change;

    change.low = after->low - before->high;
    change.high = after->high - before->low;
    return change;
}

const char *part_state_text(enum part_state state)
{
    static const char *const texts[PART_STATES] = {
        "",           "named anew",   "no longer named", "from nothing",
        "to nothing", "became known", "no longer given",
    };

    return texts[state];
}

/* --- pairing the rows ------------------------------------------------------------------------- */

static const char *stage_of(const struct report_row *row)
{
    return row->market == NULL ? "" : row->market->stage;
}

static const struct report_row *find_row(const struct report *report,
                                         const struct report_row *wanted)
{
    size_t i;

    for (i = 0; i < report->rows; ++i) {
        const struct report_row *row = &report->row[i];
        if (strcmp(row->mineral->name, wanted->mineral->name) == 0 &&
            strcmp(stage_of(row), stage_of(wanted)) == 0)
            return row;
    }
    return NULL;
}

int pair_changed(const struct pair *pair)
{
    return pair->production_changed || pair->imports_changed || pair->reliance_changed;
}

static void add_pair(struct comparison *comparison, const struct report_row *before,
                     const struct report_row *after)
{
    struct pair *pair = &comparison->pair[comparison->pairs++];

    pair->before = before;
    pair->after = after;
    if (before == NULL || after == NULL) {
        *(before == NULL ? &comparison->appeared : &comparison->vanished) += 1;
        return;
    }
    pair->production_changed = !same_market(before->market, after->market) ||
                               !same_cited(before->hhi, after->hhi) ||
                               !same_cited(before->leader, after->leader);
    pair->imports_changed = !same_market(before->imports, after->imports);
    pair->reliance_changed = !same_reliance(before->reliance, after->reliance);
    comparison->unchanged += !pair_changed(pair);
}

int compare_build(struct comparison *comparison, const struct report *before,
                  const struct report *after)
{
    size_t i;

    comparison->before = before;
    comparison->after = after;
    comparison->pairs = comparison->unchanged = comparison->appeared = comparison->vanished = 0;
    comparison->pair = calloc(before->rows + after->rows + 1, sizeof *comparison->pair);
    if (comparison->pair == NULL)
        return -1;
    for (i = 0; i < after->rows; ++i)
        add_pair(comparison, find_row(before, &after->row[i]), &after->row[i]);
    for (i = 0; i < before->rows; ++i) {
        if (find_row(after, &before->row[i]) == NULL)
            add_pair(comparison, &before->row[i], NULL);
    }
    return 0;
}

void compare_free(struct comparison *comparison)
{
    free(comparison->pair);
    comparison->pair = NULL;
}
