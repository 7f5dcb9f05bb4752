/* SPDX-License-Identifier: MIT */
#include "diversity.h"

/* Each member is what its own function gives. */
static void check_members(const market *m, const minrisk_market_profile *p)
{
    size_t leader = 0;
    double value = -1.0;
    require(minrisk_leader(m->x, m->n, &leader, &value) == MINRISK_OK);
    require(p->leader == leader && same_bits(p->top_1, value));
    require(minrisk_top_share(m->x, m->n, 3, &value) == MINRISK_OK && same_bits(p->top_3, value));
    require(minrisk_top_share(m->x, m->n, 4, &value) == MINRISK_OK && same_bits(p->top_4, value));
    require(minrisk_hhi(m->x, m->n, &value) == MINRISK_OK && same_bits(p->hhi, value));
    require(minrisk_hhi_normalised(m->x, m->n, 0, &value) == MINRISK_OK);
    require(same_bits(p->hhi_normalised, value));
    require(minrisk_effective_suppliers(m->x, m->n, &value) == MINRISK_OK);
    require(same_bits(p->effective_suppliers, value));
    require(minrisk_shannon_entropy(m->x, m->n, &value) == MINRISK_OK);
    require(same_bits(p->entropy, value));
    require(minrisk_evenness(m->x, m->n, &value) == MINRISK_OK && same_bits(p->evenness, value));
    require((double)p->suppliers == positives_of(m));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    minrisk_market_profile p;
    minrisk_status status;
    double total = 0.0;

    memset(&p, 0xa5, sizeof p);
    status = minrisk_profile(m.x, m.n, &p);
    require(status == status_of_market(&m));
    require(minrisk_profile(m.x, m.n, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK) {
        check_members(&m, &p);
        for (size_t i = 0; i < m.n; i++)
            total += m.x[i];
        require(is_finite(total) ? is_near(p.total, total, 1e-14) : p.total > 1e308);
    } else {
        require(is_filled(&p, sizeof p));
    }
    release_market(&m);
    return 0;
}
