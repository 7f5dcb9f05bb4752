/* SPDX-License-Identifier: MIT */
#include "claims.h"

#include <stdlib.h>
#include <string.h>

#include "claim.h"

/* How each row of article_claims.csv is examined. */
static const struct {
    const char *id;
    void (*examine)(const struct dataset *data, struct claim *claim);
    int needs_figures; /* those of the claim are compared with ours */
    const char *partner[CLAIM_PARTNERS];
} examinations[] = {
    {"nine", claim_nine, 1, {NULL, NULL}},
    {"samarium", claim_samarium, 0, {NULL, NULL}},
    {"chain", claim_chain, 0, {NULL, NULL}},
    {"deal-australia", claim_agreement, 0, {"AUS", NULL}},
    {"deal-startups", claim_startups, 1, {NULL, NULL}},
    {"deal-kazakhstan", claim_agreement, 0, {"KAZ", NULL}},
    {"deal-central-africa", claim_agreement, 0, {"COD", "RWA"}},
    {"decades", claim_decades, 1, {NULL, NULL}},
    {"one-year", claim_one_year, 1, {NULL, NULL}},
    {"allies", claim_allies, 0, {NULL, NULL}},
};

#define EXAMINATIONS (sizeof examinations / sizeof *examinations)

static void state(struct claim *claim, const struct claim_row *row)
{
    claim->id = row->id;
    claim->title = row->title;
    claim->text = row->claim;
    claim->quoted = row->source;
    claim->has_figures = row->low.has && row->high.has;
    claim->low = row->low.value;
    claim->high = row->high.value;
    claim->unit = row->unit;
    claim->origin = row->origin;
}

static void cannot_examine(struct claim *claim, const char *why)
{
    struct reading *reading = claim_reading(claim, "as it stands");

    reading->verdict = VERDICT_UNKNOWN;
    reading->why = why;
}

static void examine(const struct dataset *data, struct claim *claim)
{
    size_t i;

    for (i = 0; i < EXAMINATIONS && strcmp(examinations[i].id, claim->id) != 0; i++) {
    }
    if (i == EXAMINATIONS) {
        cannot_examine(claim, "the report has no examination of this claim");
        return;
    }
    if (examinations[i].needs_figures && !claim->has_figures) {
        cannot_examine(claim, "article_claims.csv gives no low and high figure to compare with");
        return;
    }
    memcpy(claim->partner, examinations[i].partner, sizeof claim->partner);
    examinations[i].examine(data, claim);
}

void claims_release(struct claim *claim, size_t claims)
{
    size_t i;

    for (i = 0; i < claims; i++) {
        claim_free(&claim[i]);
    }
    free(claim);
}

struct claim *claims_examine(const struct dataset *data, const struct assumptions *assume)
{
    struct claim *claim = calloc(data->claims + 1, sizeof *claim);
    int failed = 0;
    size_t i;

    for (i = 0; claim != NULL && i < data->claims; i++) {
        state(&claim[i], &data->claim[i]);
        claim[i].assume = assume;
        examine(data, &claim[i]);
        claim_settle(&claim[i]);
        failed |= claim[i].failed;
    }
    if (failed) {
        claims_release(claim, data->claims);
        return NULL;
    }
    return claim;
}

int claims_print(const struct dataset *data, const struct assumptions *assume, struct out *out)
{
    struct claim *claim;
    size_t i;

    if (data->claims == 0) {
        return 0;
    }
    claim = claims_examine(data, assume);
    if (claim == NULL) {
        return -1;
    }
    claim_print_summary(claim, data->claims, dataset_base_year(data), out);
    for (i = 0; i < data->claims; i++) {
        claim_print(&claim[i], i + 1, out);
    }
    claims_release(claim, data->claims);
    return 0;
}

int claims_json(const struct dataset *data, const struct assumptions *assume, struct json *json,
                const char *key)
{
    struct claim *claim = claims_examine(data, assume);
    size_t i;

    if (claim == NULL) {
        return -1;
    }
    json_array_begin(json, key);
    for (i = 0; i < data->claims; i++) {
        claim_json(&claim[i], json);
    }
    json_array_end(json);
    claims_release(claim, data->claims);
    return 0;
}
