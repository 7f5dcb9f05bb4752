/* SPDX-License-Identifier: MIT */
/* A claim on a terminal, and as JSON. */
#include <string.h>

#include "claim.h"

static enum style style_of(enum verdict verdict)
{
    switch (verdict) {
    case VERDICT_HOLDS:
        return STYLE_GOOD;
    case VERDICT_FAILS:
        return STYLE_BAD;
    case VERDICT_UNKNOWN:
    case VERDICT_DIFFERS:
        return STYLE_WARNING;
    default:
        return STYLE_PLAIN;
    }
}

/* Ends the use of a claim as a place for texts; a text that found no memory is a failed output. */
static void drop(struct claim *scratch, struct out *out)
{
    out->failed |= scratch->failed;
    claim_free(scratch);
}

static void print_verdict(struct out *out, int indent, enum verdict verdict, const char *label)
{
    out_style(out, style_of(verdict));
    if (verdict == VERDICT_NONE) {
        out_wrapf(out, indent, indent + 2, "%s", label);
    } else {
        out_wrapf(out, indent, indent + 2, "%s: %s", label, verdict_text(verdict));
    }
    out_style(out, STYLE_PLAIN);
}

/* "holds 3, does not hold 2", of readings that disagree. */
static const char *verdict_counts(const struct claim *claim, struct claim *scratch)
{
    const struct reading *reading;
    int number[VERDICT_DIFFERS + 1] = {0}, verdict;
    const char *text = "";

    for (reading = claim->first; reading != NULL; reading = reading->next) {
        number[reading->verdict]++;
    }
    for (verdict = VERDICT_HOLDS; verdict < VERDICT_DIFFERS; verdict++) {
        if (number[verdict] > 0) {
            text = claim_format(scratch, "%s%s%s (%d)", text, text[0] == '\0' ? "" : ", ",
                                verdict_text((enum verdict)verdict), number[verdict]);
        }
    }
    return text;
}

static void print_claim_verdict(const struct claim *claim, const char *label, struct out *out)
{
    struct claim scratch;

    if (claim->verdict != VERDICT_DIFFERS) {
        print_verdict(out, 2, claim->verdict, label);
        return;
    }
    memset(&scratch, 0, sizeof scratch);
    out_style(out, style_of(claim->verdict));
    out_wrapf(out, 2, 4, "%s: %s: %s", label, verdict_text(claim->verdict),
              verdict_counts(claim, &scratch));
    out_style(out, STYLE_PLAIN);
    drop(&scratch, out);
}

void claim_print_summary(const struct claim *claim, size_t claims, double base_year,
                         struct out *out)
{
    size_t i;

    out_heading(out, "The article, claim by claim");
    out_wrapf(
        out, 0, 0,
        "A verdict is \"holds\", \"does not hold\" or \"cannot be told from public data\". Where "
        "a claim has several readings, each has its own. Figures speak for a reading (+), "
        "against it (-), cannot tell (?) or stand beside it (.). Years count from %.1f, the end "
        "of the last year that the data cover, which stands for today.",
        base_year);
    for (i = 0; i < claims; i++) {
        print_claim_verdict(&claim[i], claim[i].title, out);
    }
}

static int says_the_same(const struct evidence *a, const struct evidence *b)
{
    return a->verdict == b->verdict && strcmp(a->text, b->text) == 0;
}

static int was_said(const struct reading *reading, const struct evidence *evidence)
{
    const struct evidence *before;

    for (before = reading->first; before != evidence; before = before->next) {
        if (says_the_same(before, evidence)) {
            return 1;
        }
    }
    return 0;
}

/* Minerals that share a group's table share a line. */
static void print_evidence(const struct reading *reading, const struct evidence *evidence,
                           struct out *out)
{
    static const char mark[] = ".+-??";
    const struct evidence *other;
    const char *labels = evidence->label;
    struct claim scratch;

    if (was_said(reading, evidence)) {
        return;
    }
    memset(&scratch, 0, sizeof scratch);
    for (other = evidence->next; other != NULL; other = other->next) {
        if (says_the_same(evidence, other) && strcmp(evidence->label, other->label) != 0) {
            labels = claim_format(&scratch, "%s, %s", labels, other->label);
        }
    }
    out_wrapf(out, 4, 6, "%c %s: %s", mark[evidence->verdict], labels, evidence->text);
    drop(&scratch, out);
}

/* The first row of a file after `last` that a reading uses; 0 if there is none. */
static unsigned long next_row(const struct reading *reading, const char *file, unsigned long last)
{
    const struct evidence *evidence;
    unsigned long next = 0;
    size_t i;

    for (evidence = reading->first; evidence != NULL; evidence = evidence->next) {
        for (i = 0; i < evidence->origins; i++) {
            unsigned long line = evidence->origin[i].line;

            if (strcmp(evidence->origin[i].file, file) == 0 && line > last &&
                (next == 0 || line < next)) {
                next = line;
            }
        }
    }
    return next;
}

/* "2-10, 658". */
static const char *rows_of(const struct reading *reading, const char *file, struct claim *scratch)
{
    const char *rows = "";
    unsigned long first, last, next;

    for (first = next_row(reading, file, 0); first != 0; first = next) {
        last = first;
        while ((next = next_row(reading, file, last)) == last + 1) {
            last = next;
        }
        rows = claim_format(scratch, "%s%s%lu", rows, rows[0] == '\0' ? "" : ", ", first);
        if (last > first) {
            rows = claim_format(scratch, "%s-%lu", rows, last);
        }
    }
    return rows;
}

static int is_first_mention(const struct reading *reading, const struct evidence *until,
                            size_t index)
{
    const char *file = until->origin[index].file;
    const struct evidence *evidence;
    size_t i;

    for (evidence = reading->first; evidence != NULL; evidence = evidence->next) {
        for (i = 0; i < evidence->origins; i++) {
            if (evidence == until && i == index) {
                return 1;
            }
            if (strcmp(evidence->origin[i].file, file) == 0) {
                return 0;
            }
        }
    }
    return 1;
}

static void print_inputs(const struct reading *reading, struct out *out)
{
    const struct evidence *evidence;
    struct claim scratch;
    size_t i;

    memset(&scratch, 0, sizeof scratch);
    out_style(out, STYLE_FAINT);
    for (evidence = reading->first; evidence != NULL; evidence = evidence->next) {
        for (i = 0; i < evidence->origins; i++) {
            if (is_first_mention(reading, evidence, i)) {
                const char *rows = rows_of(reading, evidence->origin[i].file, &scratch);

                out_wrapf(out, 4, 6, "from %s, row%s %s", evidence->origin[i].file,
                          strpbrk(rows, ",-") == NULL ? "" : "s", rows);
            }
        }
    }
    out_style(out, STYLE_PLAIN);
    drop(&scratch, out);
}

static void print_assumptions(const struct reading *reading, struct out *out)
{
    struct claim scratch;
    const char *text = "";
    uint32_t bit;

    memset(&scratch, 0, sizeof scratch);
    for (bit = 1; bit != 0; bit <<= 1) {
        if ((reading->assumptions & bit) != 0) {
            text = claim_format(&scratch, "%s%s%s", text, text[0] == '\0' ? "" : "; ",
                                minrisk_assumption_text(bit));
        }
    }
    if (reading->assumptions != 0) {
        out_wrapf(out, 4, 6, "assumes: %s", text);
    }
    drop(&scratch, out);
}

static void print_reading(const struct reading *reading, struct out *out)
{
    const struct evidence *evidence;

    print_verdict(out, 2, reading->verdict, reading->label);
    if (reading->why[0] != '\0') {
        out_wrap(out, 4, 4, reading->why);
    }
    for (evidence = reading->first; evidence != NULL; evidence = evidence->next) {
        print_evidence(reading, evidence, out);
    }
    print_assumptions(reading, out);
    print_inputs(reading, out);
}

void claim_print(const struct claim *claim, size_t number, struct out *out)
{
    const struct reading *reading;
    const struct remark *remark;

    out_text(out, "\n");
    out_style(out, STYLE_HEADING);
    out_wrapf(out, 0, 3, "%zu. %s", number, claim->title);
    out_style(out, STYLE_PLAIN);
    out_wrapf(out, 2, 2, "\"%s\" (%s; %s, row %lu)", claim->text, claim->quoted, claim->origin.file,
              claim->origin.line);
    print_claim_verdict(claim, "Verdict", out);
    for (reading = claim->first; reading != NULL; reading = reading->next) {
        print_reading(reading, out);
    }
    if (claim->assumption != NULL) {
        out_wrap(out, 2, 2, "Taken for granted:");
    }
    for (remark = claim->assumption; remark != NULL; remark = remark->next) {
        out_wrapf(out, 4, 6, "* %s", remark->text);
    }
}

static void verdict_json(enum verdict verdict, struct json *json)
{
    if (verdict == VERDICT_NONE) {
        json_null(json, "verdict");
    } else {
        json_string(json, "verdict", verdict_word(verdict));
    }
}

static void evidence_json(const struct evidence *evidence, struct json *json)
{
    size_t i;

    json_object_begin(json, NULL);
    json_string(json, "label", evidence->label);
    json_string(json, "text", evidence->text);
    verdict_json(evidence->verdict, json);
    if (evidence->has_value) {
        json_interval(json, "value", evidence->low, evidence->high);
        json_string(json, "unit", evidence->unit);
    }
    json_array_begin(json, "sources");
    for (i = 0; i < evidence->origins; i++) {
        json_origin(json, NULL, &evidence->origin[i]);
    }
    json_array_end(json);
    json_object_end(json);
}

static void reading_json(const struct reading *reading, struct json *json)
{
    const struct evidence *evidence;
    uint32_t bit;

    json_object_begin(json, NULL);
    json_string(json, "reading", reading->label);
    verdict_json(reading->verdict, json);
    json_string(json, "why", reading->why);
    json_array_begin(json, "figures");
    for (evidence = reading->first; evidence != NULL; evidence = evidence->next) {
        evidence_json(evidence, json);
    }
    json_array_end(json);
    json_array_begin(json, "assumptions");
    for (bit = 1; bit != 0; bit <<= 1) {
        if ((reading->assumptions & bit) != 0) {
            json_string(json, NULL, minrisk_assumption_text(bit));
        }
    }
    json_array_end(json);
    json_object_end(json);
}

void claim_json(const struct claim *claim, struct json *json)
{
    const struct reading *reading;
    const struct remark *remark;

    json_object_begin(json, NULL);
    json_string(json, "id", claim->id);
    json_string(json, "title", claim->title);
    json_string(json, "claim", claim->text);
    json_origin(json, "source", &claim->origin);
    verdict_json(claim->verdict, json);
    json_array_begin(json, "readings");
    for (reading = claim->first; reading != NULL; reading = reading->next) {
        reading_json(reading, json);
    }
    json_array_end(json);
    json_array_begin(json, "assumptions");
    for (remark = claim->assumption; remark != NULL; remark = remark->next) {
        json_string(json, NULL, remark->text);
    }
    json_array_end(json);
    json_object_end(json);
}
