/* SPDX-License-Identifier: MIT */
/* The claims of the background article with their verdicts. */
#include <string.h>

#include "claim.h"
#include "html.h"

/* A sign beside each verdict, so that its colour says nothing alone. */
static const struct {
    const char *class_name, *sign;
} looks[] = {
    {"", "·"},
    {"verdict holds", "✓"},
    {"verdict fails", "✗"},
    {"verdict unknown", "?"},
    {"verdict differs", "≠"},
};

static void verdict(struct page *page, const char *label, enum verdict found)
{
    if (found == VERDICT_NONE)
        return;
    html_markup(page, "<p class=\"");
    html_markup(page, looks[found].class_name);
    html_markup(page, "\"><span aria-hidden=\"true\">");
    html_markup(page, looks[found].sign);
    html_markup(page, "</span> ");
    html_text(page, label);
    html_text(page, verdict_text(found));
    html_markup(page, "</p>\n");
}

/* "holds (1), does not hold (2)" of readings that disagree. */
static const char *counts(const struct claim *claim, struct claim *scratch)
{
    int number[VERDICT_DIFFERS + 1] = {0}, found;
    const struct reading *reading;
    const char *text = "";

    for (reading = claim->first; reading != NULL; reading = reading->next)
        number[reading->verdict]++;
    for (found = VERDICT_HOLDS; found < VERDICT_DIFFERS; ++found) {
        if (number[found] > 0)
            text = claim_format(scratch, "%s%s%s (%d)", text, text[0] == '\0' ? "" : ", ",
                                verdict_text((enum verdict)found), number[found]);
    }
    return text;
}

static void summary(struct page *page, const struct claim *claim, size_t claims,
                    struct claim *scratch)
{
    static const char *const headings[] = {"Claim", "Verdict", NULL};
    size_t i;

    html_table_begin(page, "Claims and verdicts");
    html_headings(page, headings);
    for (i = 0; i < claims; ++i) {
        html_markup(page, "<tr><th scope=\"row\">");
        html_numbers(page, "<a href=\"#claim-%d\">", (int)i + 1);
        html_text(page, claim[i].title);
        html_markup(page, "</a></th><td>");
        verdict(page, "", claim[i].verdict);
        if (claim[i].verdict == VERDICT_DIFFERS)
            html_element(page, "p", "faint", counts(&claim[i], scratch));
        html_markup(page, "</td></tr>\n");
    }
    html_table_end(page);
}

/* Which rows of which files a figure was read from. */
static void origins(struct page *page, const struct evidence *evidence)
{
    const char *file = "";
    size_t i;

    for (i = 0; i < evidence->origins; ++i) {
        const struct origin *origin = &evidence->origin[i];
        if (strcmp(file, origin->file) != 0)
            html_textf(page, "%s%s, row %lu", i == 0 ? "" : "; ", origin->file, origin->line);
        else
            html_textf(page, ", %lu", origin->line);
        file = origin->file;
    }
}

static int says_the_same(const struct evidence *a, const struct evidence *b)
{
    return b != NULL && a->verdict == b->verdict && strcmp(a->text, b->text) == 0;
}

/* Figures that say the same one after the other share an item. Returns the last of them. */
static const struct evidence *item(struct page *page, const struct evidence *evidence)
{
    html_markup(page, "<li>");
    html_markup(page, looks[evidence->verdict].sign);
    html_textf(page, " %s", evidence->label);
    for (; says_the_same(evidence, evidence->next); evidence = evidence->next) {
        if (strcmp(evidence->label, evidence->next->label) != 0)
            html_textf(page, ", %s", evidence->next->label);
    }
    html_textf(page, "%s%s ", evidence->label[0] == '\0' ? "" : ": ", evidence->text);
    if (evidence->origins > 0) {
        html_markup(page, "<span class=\"from\">(");
        origins(page, evidence);
        html_markup(page, ")</span>");
    }
    html_markup(page, "</li>\n");
    return evidence->next;
}

static size_t count_figures(const struct reading *reading)
{
    const struct evidence *evidence;
    size_t count = 0;

    for (evidence = reading->first; evidence != NULL; evidence = evidence->next)
        count++;
    return count;
}

static void assumed(struct page *page, uint32_t bits)
{
    uint32_t bit;

    for (bit = 1; bit != 0; bit <<= 1) {
        if ((bits & bit) != 0)
            html_elementf(page, "li", NULL, "assumed: %s", minrisk_assumption_text(bit));
    }
}

static void one_reading(struct page *page, const struct reading *reading)
{
    const struct evidence *evidence = reading->first;
    size_t figures = count_figures(reading);

    html_markup(page, "<div class=\"reading\">\n");
    html_element(page, "h4", NULL, reading->label);
    verdict(page, "", reading->verdict);
    if (reading->why[0] != '\0')
        html_elementf(page, "p", NULL, "%s.", reading->why);
    if (figures > 0 || reading->assumptions != 0) {
        html_markup(page, "<details>\n<summary>");
        html_textf(page, "%zu %s and what is assumed", figures,
                   figures == 1 ? "figure" : "figures");
        html_markup(page, "</summary>\n<ul>\n");
        while (evidence != NULL)
            evidence = item(page, evidence);
        assumed(page, reading->assumptions);
        html_markup(page, "</ul>\n</details>\n");
    }
    html_markup(page, "</div>\n");
}

static void one_claim(struct page *page, const struct claim *claim, size_t number)
{
    const struct reading *reading;
    const struct remark *remark;

    html_numbers(page, "<article id=\"claim-%d\">\n", (int)number);
    html_elementf(page, "h3", NULL, "%zu. %s", number, claim->title);
    html_markup(page, "<blockquote>");
    html_element(page, "p", NULL, claim->text);
    html_markup(page, "</blockquote>\n");
    html_elementf(page, "p", "from", "%s; %s, row %lu", claim->quoted, claim->origin.file,
                  claim->origin.line);
    verdict(page, "Verdict: ", claim->verdict);
    for (reading = claim->first; reading != NULL; reading = reading->next)
        one_reading(page, reading);
    if (claim->assumption != NULL)
        html_markup(page, "<p>Taken for granted:</p>\n<ul>\n");
    for (remark = claim->assumption; remark != NULL; remark = remark->next)
        html_element(page, "li", NULL, remark->text);
    if (claim->assumption != NULL)
        html_markup(page, "</ul>\n");
    html_markup(page, "</article>\n");
}

void html_claims(struct page *page, const struct dataset *data, const struct claim *claim)
{
    struct claim scratch = {0};
    size_t i;

    html_elementf(page, "p", NULL,
                  "A background article, claim by claim: does what it says hold by public data? "
                  "Where a claim can be read in several ways, each reading has its own verdict. "
                  "Years count from %.1f, the end of the last year that the data cover.",
                  dataset_base_year(data));
    summary(page, claim, data->claims, &scratch);
    html_element(page, "p", "faint",
                 "Figures speak for a reading (✓), against it (✗), cannot tell (?) or stand "
                 "beside it (·).");
    for (i = 0; i < data->claims; ++i)
        one_claim(page, &claim[i], i + 1);
    page->failed |= scratch.failed;
    claim_free(&scratch);
}
