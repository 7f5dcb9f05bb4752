/* SPDX-License-Identifier: MIT */
/* The background article, claim by claim: what the data and the model say of each. */
#ifndef REPORT_CLAIMS_H
#define REPORT_CLAIMS_H

#include "dataset.h"

struct claim;

/* Both print every claim with the figures behind it, the file and row of each, the verdict for each
 * reading and what it takes for granted. They return 0, or -1 if memory runs out. */
int claims_print(const struct dataset *data, const struct assumptions *assume, struct out *out);
/* An array of claims under the key. */
int claims_json(const struct dataset *data, const struct assumptions *assume, struct json *json,
                const char *key);

/* All claims of the dataset, examined, for claims_release; NULL if memory runs out. */
struct claim *claims_examine(const struct dataset *data, const struct assumptions *assume);
void claims_release(struct claim *claim, size_t claims);

#endif
