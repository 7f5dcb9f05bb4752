/* SPDX-License-Identifier: MIT */
/* Puts the rows of the production file into tables: one for each commodity, stage and year.
 *
 * The stage is the detail without "rounded", which marks rows of world totals. Where the form of a
 * country differs from the others' the file adds it to the detail ("Refinery production:
 * concentrate"); such a row belongs to the table "Refinery production" unless a world total is
 * printed for its own detail, which makes it a table of its own ("Mine production: Palladium").
 */
#include "load.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"

#define BUCKETS 4096u

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static int same(const char *a, const char *b)
{
    while (*a != '\0' && lower(*a) == lower(*b)) {
        ++a;
        ++b;
    }
    return lower(*a) == lower(*b);
}

static unsigned hash(unsigned seed, const char *text)
{
    for (; *text != '\0'; ++text)
        seed = (seed ^ (unsigned char)lower(*text)) * 16777619u;
    return seed;
}

/* --- the stage and the form of a row ---------------------------------------------------------- */

static void cut_rounded(char *detail)
{
    static const char *const endings[] = {": rounded", ", rounded"};
    size_t i, length = strlen(detail);

    for (i = 0; i < 2; ++i) {
        size_t ending = strlen(endings[i]);
        if (length > ending && same(detail + length - ending, endings[i])) {
            detail[length - ending] = '\0';
            return;
        }
    }
}

/* Where a detail splits into stage and form: the last ": " or em dash. NULL if nowhere. */
static char *form_split(char *detail, char **form)
{
    static const char *const signs[] = {": ", "\xE2\x80\x94"};
    char *best = NULL;
    size_t i;

    for (i = 0; i < 2; ++i) {
        char *at = detail;
        while ((at = strstr(at, signs[i])) != NULL) {
            if (best == NULL || at > best) {
                best = at;
                *form = at + strlen(signs[i]);
            }
            ++at;
        }
    }
    return best;
}

/* Both forms of a detail: as it is, and cut at the form. */
struct stage {
    char *whole, *base, *form; /* base and form: NULL if there is no form */
    size_t next;               /* in its bucket, + 1 */
};

static int find_stage(struct loader *loader, const struct production_row *row, struct stage *stage)
{
    char *form, *split;

    memset(stage, 0, sizeof *stage);
    stage->whole = arena_copy(loader->arena, row->detail);
    stage->base = arena_copy(loader->arena, row->detail);
    if (stage->whole == NULL || stage->base == NULL)
        return out_of_memory(loader);
    cut_rounded(stage->whole);
    cut_rounded(stage->base);
    split = form_split(stage->base, &form);
    if (split == NULL) {
        stage->base = NULL;
        return 0;
    }
    stage->form = form;
    *split = '\0';
    if (same(form, "all forms")) {
        stage->whole = stage->base;
        stage->base = NULL;
        stage->form = NULL;
    }
    return 0;
}

/* --- which stages have a world total ---------------------------------------------------------- */

struct builder {
    struct loader *loader;
    struct stage *stage;    /* of each row */
    size_t total[BUCKETS];  /* row + 1 of the first world total of the bucket */
    size_t market[BUCKETS]; /* market + 1 */
    size_t *next_market;
};

static unsigned total_bucket(const char *commodity, const char *stage)
{
    return hash(hash(2166136261u, commodity), stage) % BUCKETS;
}

static int has_total(const struct builder *builder, const char *commodity, const char *stage)
{
    const struct production_row *rows = builder->loader->production;
    size_t at = builder->total[total_bucket(commodity, stage)];

    for (; at != 0; at = builder->stage[at - 1].next) {
        if (same(rows[at - 1].commodity, commodity) && same(builder->stage[at - 1].whole, stage))
            return 1;
    }
    return 0;
}

static int find_stages(struct builder *builder)
{
    const struct production_row *rows = builder->loader->production;
    size_t i;

    for (i = 0; i < builder->loader->production_rows; ++i) {
        if (find_stage(builder->loader, &rows[i], &builder->stage[i]) != 0)
            return -1;
        if (rows[i].row_kind == ROW_WORLD) {
            unsigned bucket = total_bucket(rows[i].commodity, builder->stage[i].whole);
            builder->stage[i].next = builder->total[bucket];
            builder->total[bucket] = i + 1;
        }
    }
    return 0;
}

/* --- the tables ------------------------------------------------------------------------------- */

static int refuse_row(struct loader *loader, const struct production_row *row, const char *column,
                      const char *expected, const char *found)
{
    problem_set(loader->problem, "%s:%lu: column %s: expected %s, found \"%.60s\"",
                row->origin.file, row->origin.line, column, expected, found);
    return -1;
}

static struct market *new_market(struct builder *builder, const struct production_row *row,
                                 const char *stage)
{
    struct loader *loader = builder->loader;
    struct dataset *data = loader->data;
    struct market *market;
    char period[16];

    data->production = room_for_one(loader, data->production, data->productions, sizeof *market);
    if (data->production == NULL)
        return NULL;
    builder->next_market =
        room_for_one(loader, builder->next_market, data->productions, sizeof *builder->next_market);
    if (builder->next_market == NULL)
        return NULL;
    market = &data->production[data->productions];
    market->kind = MARKET_PRODUCTION;
    market->chapter = row->chapter;
    market->commodity = row->commodity;
    market->stage = stage;
    market->unit = row->unit;
    market->year = row->year;
    (void)snprintf(period, sizeof period, "%d", row->year);
    market->period = arena_copy(loader->arena, period);
    if (market->period == NULL) {
        (void)out_of_memory(loader);
        return NULL;
    }
    ++data->productions;
    return market;
}

static struct market *find_market(struct builder *builder, const struct production_row *row,
                                  const char *stage)
{
    struct dataset *data = builder->loader->data;
    unsigned bucket = (total_bucket(row->commodity, stage) + (unsigned)row->year) % BUCKETS;
    size_t at = builder->market[bucket];
    struct market *market;

    for (; at != 0; at = builder->next_market[at - 1]) {
        market = &data->production[at - 1];
        if (market->year == row->year && same(market->commodity, row->commodity) &&
            same(market->stage, stage))
            return market;
    }
    market = new_market(builder, row, stage);
    if (market != NULL) {
        builder->next_market[data->productions - 1] = builder->market[bucket];
        builder->market[bucket] = data->productions;
    }
    return market;
}

static int add_world(struct loader *loader, struct market *market, const struct production_row *row)
{
    if (market->has_world)
        return refuse_row(loader, row, "country", "one world total in a table", row->name);
    market->has_world = 1;
    market->world = row->figure;
    market->world_origin = row->origin;
    return 0;
}

static int add_supplier(struct loader *loader, struct market *market,
                        const struct production_row *row, const char *form)
{
    struct supplier supplier;
    size_t i, length = strlen(row->detail);

    memset(&supplier, 0, sizeof supplier);
    supplier.form = form;
    supplier.quantity = row->figure;
    supplier.estimated = row->estimated;
    supplier.origin = row->origin;
    (void)supplier_identify(loader->data, row->name, &supplier);
    /* The source prints one residual under such a detail (cement), but never a country. */
    if (row->row_kind == ROW_COUNTRY && length > 7 && same(row->detail + length - 7, "rounded"))
        return refuse_row(loader, row, "detail", "\"rounded\" in world totals alone", row->detail);
    for (i = 0; i < market->suppliers; ++i) {
        if (suppliers_clash(loader->data, &market->supplier[i], &supplier))
            return refuse_row(loader, row, "country", "each country once in a table", row->name);
    }
    if (market->suppliers == MAX_SUPPLIERS)
        return refuse_row(loader, row, "country", "at most 256 rows in a table", row->name);
    market->supplier = room_for_one(loader, market->supplier, market->suppliers, sizeof supplier);
    if (market->supplier == NULL)
        return -1;
    market->supplier[market->suppliers++] = supplier;
    return 0;
}

static int add_row(struct builder *builder, size_t i)
{
    struct loader *loader = builder->loader;
    const struct production_row *row = &loader->production[i];
    const struct stage *stage = &builder->stage[i];
    int is_form = row->row_kind != ROW_WORLD && stage->base != NULL &&
                  !has_total(builder, row->commodity, stage->whole) &&
                  has_total(builder, row->commodity, stage->base);
    struct market *market = find_market(builder, row, is_form ? stage->base : stage->whole);

    if (market == NULL)
        return -1;
    if (strcmp(market->unit, row->unit) != 0)
        return refuse_row(loader, row, "unit", "one unit in a table", row->unit);
    market->critical |= row->critical;
    market->estimated |= row->estimated;
    if (row->row_kind == ROW_WORLD)
        return add_world(loader, market, row);
    return add_supplier(loader, market, row, is_form ? stage->form : "");
}

int build_production(struct loader *loader)
{
    struct builder *builder = arena_alloc(loader->arena, sizeof *builder);
    size_t i;

    if (builder == NULL)
        return out_of_memory(loader);
    builder->loader = loader;
    builder->stage = arena_alloc(loader->arena, loader->production_rows * sizeof *builder->stage);
    if (builder->stage == NULL)
        return out_of_memory(loader);
    if (find_stages(builder) != 0)
        return -1;
    for (i = 0; i < loader->production_rows; ++i) {
        if (add_row(builder, i) == 0)
            continue;
        if (loader->refused == NULL)
            return -1;
        loader->refused(loader);
    }
    return 0;
}
