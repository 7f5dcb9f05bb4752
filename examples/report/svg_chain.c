/* SPDX-License-Identifier: MIT */
/* How long each stage of one new chain takes, and when the last of them is there. */
#include "svg.h"

#include <math.h>

#include "chain.h"

#define ROW  60.0
#define AXIS 26.0

/* A segment narrower than this has no room for its word on a phone. */
#define ROOM_FOR_WORD .16

struct cases {
    struct chain chain[LEAD_CASES];
    minrisk_when when[LEAD_CASES];
    double span; /* years across the picture */
};

static double permit_of(const struct chain *chain, uint32_t stage)
{
    return stage == STAGE_MINE ? chain->permit : 0;
}

static double first_tonne(const struct chain *chain, uint32_t stage)
{
    return permit_of(chain, stage) + chain->build[stage];
}

/* Years until the stage covers its share of the need. */
static double years_of(const struct chain *chain, uint32_t stage)
{
    return first_tonne(chain, stage) + chain->need * chain->ramp;
}

static int find_cases(const struct dataset *data, struct cases *cases)
{
    uint32_t stage;
    int i;

    cases->span = 1;
    for (i = 0; i < LEAD_CASES; ++i) {
        struct chain *chain = &cases->chain[i];
        if (chain_from_leads(data, (enum lead_case)i, NULL, chain) != 0 ||
            chain_when(chain, PLANTS_NOW, CHAIN_HORIZON, &cases->when[i]) != MINRISK_OK)
            return -1;
        for (stage = 0; stage < CHAIN_STAGES; ++stage)
            cases->span = fmax(cases->span, years_of(chain, stage));
    }
    cases->span *= 1.02;
    return 0;
}

static void segment(struct page *page, const char *class_name, const char *text_class,
                    const char *word, double low, double high, double y)
{
    svg_bar(page, class_name, low, high, y, 20);
    if (high - low >= ROOM_FOR_WORD)
        svg_text(page, text_class, ANCHOR_MIDDLE, low + (high - low) / 2, y + 14, word);
}

static void draw_stage(struct page *page, const struct cases *cases, uint32_t stage, double y,
                       struct claim *scratch)
{
    const struct chain *likely = &cases->chain[LEAD_LIKELY];
    double low = years_of(&cases->chain[LEAD_LOW], stage);
    double high = years_of(&cases->chain[LEAD_HIGH], stage), span = cases->span;

    svg_line_of_text(page, "name", y + 13,
                     claim_format(scratch, "%s: %.1f years, %.1f to %.1f", chain_stage_name[stage],
                                  years_of(likely, stage), low, high));
    segment(page, "other segment", "code", "permit", 0, permit_of(likely, stage) / span, y + 20);
    segment(page, "sure segment", "code on", "building", permit_of(likely, stage) / span,
            first_tonne(likely, stage) / span, y + 20);
    svg_bar(page, "maybe segment", first_tonne(likely, stage) / span,
            years_of(likely, stage) / span, y + 20, 20);
    svg_level(page, "range", low / span, high / span, y + 46);
    svg_upright(page, "range", low / span, y + 42, y + 50);
    svg_upright(page, "range", high / span, y + 42, y + 50);
}

static void draw_axis(struct page *page, const struct cases *cases, double y, struct claim *scratch)
{
    double year, step = cases->span > 60 ? 20 : cases->span > 20 ? 10 : 5;

    for (year = 0; year <= cases->span; year += step) {
        svg_upright(page, "grid", year / cases->span, 0, y);
        svg_text(page, "tick", year > 0 ? ANCHOR_MIDDLE : ANCHOR_START, year / cases->span, y + 14,
                 year > 0 ? claim_format(scratch, "%.0f", year) : "years");
    }
}

static void table(struct page *page, const struct cases *cases)
{
    static const char *const headings[] = {
        "Stage", "Permit", "Building", "Ramp to the need", "Likely, years", "Low", "High", NULL};
    const struct chain *likely = &cases->chain[LEAD_LIKELY];
    uint32_t i;

    html_beside_begin(page, "Lead times by stage");
    html_headings(page, headings);
    for (i = 0; i < CHAIN_STAGES; ++i) {
        html_markup(page, "<tr>");
        html_element(page, "th scope=\"row\"", NULL, chain_stage_name[i]);
        html_elementf(page, "td", "number", "%.1f", permit_of(likely, i));
        html_elementf(page, "td", "number", "%.1f", likely->build[i]);
        html_elementf(page, "td", "number", "%.1f", likely->need * likely->ramp);
        html_elementf(page, "td", "number", "%.1f", years_of(likely, i));
        html_elementf(page, "td", "number", "%.1f", years_of(&cases->chain[LEAD_LOW], i));
        html_elementf(page, "td", "number", "%.1f", years_of(&cases->chain[LEAD_HIGH], i));
        html_markup(page, "</tr>\n");
    }
    html_beside_end(page);
}

static void draw(struct page *page, const struct cases *cases, struct claim *scratch)
{
    double bottom = ROW * CHAIN_STAGES;
    uint32_t stage;

    svg_begin(page, "chain", bottom + AXIS, "One new chain, stage by stage",
              "Four bars, one for each stage from mine to magnet, in years from now: permit, "
              "building and ramp with likely leads, and below each a line from its shortest to "
              "its longest. The table below has the years.");
    draw_axis(page, cases, bottom, scratch);
    for (stage = 0; stage < CHAIN_STAGES; ++stage)
        draw_stage(page, cases, stage, ROW * stage, scratch);
    svg_end(page);
}

void svg_chain(struct page *page, const struct dataset *data, struct claim *scratch)
{
    double base = dataset_base_year(data);
    struct cases cases;

    if (find_cases(data, &cases) != 0) {
        html_element(page, "p", NULL, "lead_times.csv lacks what this needs.");
        return;
    }
    html_elementf(page, "p", NULL,
                  "Everything started now and everything built: all four stages stand in %s with "
                  "likely leads, in %s with every lead at its shortest and in %s with every lead "
                  "at its longest. The ends are corners, not probabilities.",
                  svg_when_text(scratch, &cases.when[LEAD_LIKELY], base),
                  svg_when_text(scratch, &cases.when[LEAD_LOW], base),
                  svg_when_text(scratch, &cases.when[LEAD_HIGH], base));
    html_markup(page, "<figure>\n");
    draw(page, &cases, scratch);
    html_elementf(page, "figcaption", NULL,
                  "Muted: permit; full: building; hatched: the ramp up to %.0f %% of nameplate; "
                  "below: from all leads low to all leads high. Slips are in it.",
                  100 * cases.chain[LEAD_LIKELY].need);
    html_markup(page, "</figure>\n");
    table(page, &cases);
}
