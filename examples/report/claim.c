/* SPDX-License-Identifier: MIT */
#include "claim.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct block {
    struct block *next;
    double data[]; /* aligned for all that a claim holds */
};

void *claim_take(struct claim *claim, size_t bytes)
{
    struct block *block = calloc(1, sizeof *block + bytes);

    if (block == NULL) {
        claim->failed = 1;
        return NULL;
    }
    block->next = claim->block;
    claim->block = block;
    return block->data;
}

void claim_free(struct claim *claim)
{
    while (claim->block != NULL) {
        struct block *next = claim->block->next;

        free(claim->block);
        claim->block = next;
    }
}

const char *claim_format(struct claim *claim, const char *format, ...)
{
    va_list list;
    char *text = NULL;
    int length;

    va_start(list, format);
    length = vsnprintf(NULL, 0, format, list);
    va_end(list);
    if (length >= 0) {
        text = claim_take(claim, (size_t)length + 1);
    }
    if (text == NULL) {
        claim->failed = 1;
        return "";
    }
    va_start(list, format);
    vsnprintf(text, (size_t)length + 1, format, list);
    va_end(list);
    return text;
}

struct reading *claim_reading(struct claim *claim, const char *label)
{
    struct reading *reading = claim_take(claim, sizeof *reading);

    if (reading == NULL) {
        memset(&claim->spare_reading, 0, sizeof claim->spare_reading);
        return &claim->spare_reading;
    }
    reading->label = label;
    reading->why = "";
    if (claim->last == NULL) {
        claim->first = reading;
    } else {
        claim->last->next = reading;
    }
    claim->last = reading;
    return reading;
}

struct evidence *claim_evidence(struct claim *claim, struct reading *reading, enum verdict verdict,
                                const char *label, const char *text)
{
    struct evidence *evidence = claim_take(claim, sizeof *evidence);

    if (evidence == NULL) {
        memset(&claim->spare_evidence, 0, sizeof claim->spare_evidence);
        return &claim->spare_evidence;
    }
    evidence->label = label;
    evidence->text = text;
    evidence->verdict = verdict;
    evidence->unit = "";
    if (reading->last == NULL) {
        reading->first = evidence;
    } else {
        reading->last->next = evidence;
    }
    reading->last = evidence;
    return evidence;
}

static int is_assumed(const struct claim *claim, const char *text)
{
    const struct remark *remark;

    for (remark = claim->assumption; remark != NULL; remark = remark->next) {
        if (strcmp(remark->text, text) == 0) {
            return 1;
        }
    }
    return 0;
}

void claim_assume(struct claim *claim, const char *text)
{
    struct remark *remark = is_assumed(claim, text) ? NULL : claim_take(claim, sizeof *remark);

    if (remark == NULL) {
        return;
    }
    remark->text = text;
    if (claim->last_assumption == NULL) {
        claim->assumption = remark;
    } else {
        claim->last_assumption->next = remark;
    }
    claim->last_assumption = remark;
}

void evidence_value(struct evidence *evidence, double low, double high, const char *unit)
{
    evidence->has_value = 1;
    evidence->low = low;
    evidence->high = high;
    evidence->unit = unit;
}

void evidence_origin(struct claim *claim, struct evidence *evidence, const struct origin *origin)
{
    if (origin->file == NULL) {
        return;
    }
    if (evidence->origins == evidence->origin_room) {
        size_t room = evidence->origin_room == 0 ? 4 : 2 * evidence->origin_room;
        struct origin *larger = claim_take(claim, room * sizeof *larger);

        if (larger == NULL) {
            return;
        }
        if (evidence->origins > 0) {
            memcpy(larger, evidence->origin, evidence->origins * sizeof *larger);
        }
        evidence->origin = larger;
        evidence->origin_room = room;
    }
    evidence->origin[evidence->origins++] = *origin;
}

void claim_settle(struct claim *claim)
{
    const struct reading *reading;

    for (reading = claim->first; reading != NULL; reading = reading->next) {
        if (reading->verdict == VERDICT_NONE || reading->verdict == claim->verdict) {
            continue;
        }
        claim->verdict = claim->verdict == VERDICT_NONE ? reading->verdict : VERDICT_DIFFERS;
    }
}

static int lower(int c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

int same_name(const char *a, const char *b)
{
    while (*a != '\0' && lower((unsigned char)*a) == lower((unsigned char)*b)) {
        a++;
        b++;
    }
    return lower((unsigned char)*a) == lower((unsigned char)*b);
}

static const char *one_percent(struct claim *claim, double share)
{
    char text[64];

    snprintf(text, sizeof text, "%.1f", 100 * share);
    if (strstr(text, ".0") != NULL) {
        *strstr(text, ".0") = '\0';
    }
    if (share > 0 && strcmp(text, "0") == 0) {
        return "under 0.1";
    }
    return share < 1 && strcmp(text, "100") == 0 ? "over 99.9" : claim_format(claim, "%s", text);
}

const char *percent_text(struct claim *claim, double low, double high)
{
    const char *from = one_percent(claim, low), *to = one_percent(claim, high);

    if (strcmp(from, to) == 0) {
        return claim_format(claim, "%s %%", from);
    }
    return claim_format(claim, "%s to %s %%", from, to);
}

const char *number_text(struct claim *claim, double value)
{
    char plain[64], text[96];
    size_t digits, i, n = 0;

    snprintf(plain, sizeof plain, fabs(value) < 1e15 ? "%.1f" : "%.6g", value);
    if (strstr(plain, ".0") != NULL) {
        *strstr(plain, ".0") = '\0';
    }
    digits = strspn(plain, "0123456789");
    for (i = 0; plain[i] != '\0'; i++) {
        if (i > 0 && i < digits && (digits - i) % 3 == 0) {
            text[n++] = ',';
        }
        text[n++] = plain[i];
    }
    text[n] = '\0';
    return claim_format(claim, "%s", text);
}

static const struct {
    enum verdict verdict;
    const char *text, *word;
} verdicts[] = {
    {VERDICT_NONE, "", ""},
    {VERDICT_HOLDS, "holds", "holds"},
    {VERDICT_FAILS, "does not hold", "does_not_hold"},
    {VERDICT_UNKNOWN, "cannot be told from public data", "cannot_be_told"},
    {VERDICT_DIFFERS, "depends on the reading", "differs_by_reading"},
};

const char *verdict_text(enum verdict verdict)
{
    return verdicts[verdict].text;
}

const char *verdict_word(enum verdict verdict)
{
    return verdicts[verdict].word;
}

double dataset_base_year(const struct dataset *data)
{
    int year = 0;
    size_t i;

    for (i = 0; i < data->productions; i++) {
        year = data->production[i].year > year ? data->production[i].year : year;
    }
    return year + 1.0;
}

const char *when_text(struct claim *claim, const minrisk_when *when, double base)
{
    if (when->status == MINRISK_REACHED || when->status == MINRISK_ALREADY) {
        return claim_format(claim, "%.1f (%.1f years)", base + when->first, when->first);
    }
    return minrisk_when_text(when->status);
}
