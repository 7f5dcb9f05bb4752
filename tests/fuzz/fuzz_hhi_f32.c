/* SPDX-License-Identifier: MIT */
#include "market.h"

/* The floats of a market, one for each of its doubles, as doubles too. */
static float *take_floats(const market *m)
{
    float *single = block_of(m->n * sizeof *single);
    for (size_t i = 0; i < m->n; i++) {
        uint32_t word = (uint32_t)(bits_of(m->x[i]) >> 29);
        single[i] = m->x[i] > 3e38 ? 3e38F : (float)m->x[i];
        if (bits_of(m->x[i]) % 4 == 3 && word < 0x7F800000)
            memcpy(&single[i], &word, sizeof word); /* subnormals among them */
        m->x[i] = (double)single[i];
    }
    return single;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    float *single = m.x == NULL ? NULL : take_floats(&m);
    float hhi = -7.0F;
    minrisk_status status = minrisk_hhi_f32(single, m.n, &hhi);

    require(status == status_of_market(&m));
    require(minrisk_hhi_f32(single, m.n, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK) {
        double wide = -7.0;
        require(minrisk_hhi(m.x, m.n, &wide) == MINRISK_OK);
        require(hhi > 0.0F && hhi <= 1.0F);
        require(is_near((double)hhi, wide, 0x1.01p-24));
    } else {
        require(same_bits((double)hhi, -7.0));
    }
    if (single != NULL)
        release(single, m.n * sizeof *single);
    release_market(&m);
    return 0;
}
