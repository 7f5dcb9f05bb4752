/* SPDX-License-Identifier: MIT */
#include "market.h"

enum { MOST_GROUPS = 20 };

/* Ascending as a rule. */
static size_t *take_offsets(input *in, size_t groups)
{
    size_t *offset = block_of((groups + 1) * sizeof *offset), at = 0;
    for (size_t g = 0; g <= groups; g++) {
        unsigned step = take_byte(in);
        at += step < 250 ? step % 6 : (size_t)0 - 1;
        offset[g] = at;
    }
    return offset;
}

static int are_ascending(const size_t *offset, size_t groups, size_t length)
{
    for (size_t g = 0; g < groups; g++) {
        if (offset[g] > offset[g + 1])
            return 0;
    }
    return offset[groups] <= length;
}

static void check_each(const market *m, const size_t *offset, size_t groups, const double *hhi,
                       const minrisk_status *each)
{
    for (size_t g = 0; g < groups; g++) {
        double alone = hhi[g];
        require(each[g] == minrisk_hhi(m->x + offset[g], offset[g + 1] - offset[g], &alone));
        require(same_bits(alone, hhi[g]));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    size_t groups = take_byte(&in) % MOST_GROUPS;
    size_t *offset = take_offsets(&in, groups);
    double *hhi = block_of(groups * sizeof *hhi);
    minrisk_status *each = block_of(groups * sizeof *each);
    minrisk_status status = minrisk_hhi_groups(m.x, m.n, offset, groups, hhi, each);

    if (m.x == NULL)
        require(status == MINRISK_E_NULL);
    else if (groups == 0 || !are_ascending(offset, groups, m.n))
        require(status == MINRISK_E_SIZE);
    else
        require(status == MINRISK_OK);
    if (status == MINRISK_OK)
        check_each(&m, offset, groups, hhi, each);
    else
        require(is_filled(hhi, groups * sizeof *hhi) && is_filled(each, groups * sizeof *each));
    release(each, groups * sizeof *each);
    release(hhi, groups * sizeof *hhi);
    release(offset, (groups + 1) * sizeof *offset);
    release_market(&m);
    return 0;
}
