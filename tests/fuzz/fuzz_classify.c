/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

typedef struct edges {
    int32_t guideline;
    double low, high;
} edges;

/* The published points, as fractions. */
static const edges published[] = {
    {1992, 1000 / 1e4, 1800 / 1e4}, {2010, 1500 / 1e4, 2500 / 1e4}, {2023, 1000 / 1e4, 1800 / 1e4}};

static const edges *edges_of(int32_t guideline)
{
    for (size_t i = 0; i < COUNT(published); i++) {
        if (published[i].guideline == guideline)
            return &published[i];
    }
    return NULL;
}

static int32_t take_guideline(input *in)
{
    unsigned selector = take_byte(in);
    return selector < 240 ? published[selector % COUNT(published)].guideline
                          : (int32_t)(take_word(in) >> 33) - (int32_t)selector;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    int32_t guideline = take_guideline(&in), level = -7;
    double hhi = take_double(&in);
    const edges *e = edges_of(guideline);
    minrisk_status status = minrisk_classify(hhi, guideline, &level);

    require(minrisk_classify(hhi, guideline, NULL) == MINRISK_E_NULL);
    if (!is_fraction(hhi) || e == NULL) {
        require(status == MINRISK_E_PARAM && level == -7);
        return 0;
    }
    require(status == MINRISK_OK);
    require((level == MINRISK_HIGH) == (hhi > e->high));
    require((level == MINRISK_UNCONCENTRATED) == (hhi < e->low));
    require(level >= MINRISK_UNCONCENTRATED && level <= MINRISK_HIGH);
    return 0;
}
