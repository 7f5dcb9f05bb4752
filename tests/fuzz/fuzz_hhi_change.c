/* SPDX-License-Identifier: MIT */
#include "changes.h"

/* Members are rounded one by one, so their sum is off by a few last places of the largest. */
static void check_values(const two_markets *m, const minrisk_change *c)
{
    double most = size_of(c->whole) + size_of(c->stayers) + c->entries - c->exits;
    double plain = plain_hhi(m->after.x, m->after.n) - plain_hhi(m->before.x, m->before.n);

    require(c->whole >= -1.0 && c->whole <= 1.0 && c->stayers >= -1.0 && c->stayers <= 1.0);
    require(c->entries >= 0.0 && c->entries <= 1.0 && c->exits <= 0.0 && c->exits >= -1.0);
    require(size_of(c->stayers + c->entries + c->exits - c->whole) <= most * 0x1p-50 + 0x1p-1070);
    require(size_of(c->whole - plain) < 1e-13);
}

/* The other way round, whoever came has left, and the change is the opposite. */
static void check_reverse(const two_markets *m, const minrisk_change *c)
{
    minrisk_change back;
    require(minrisk_hhi_change(m->after.x, m->before.x, m->after.n, &back) == MINRISK_OK);
    require(back.whole == -c->whole && back.stayers == -c->stayers);
    require(back.entries == -c->exits && back.exits == -c->entries);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    two_markets m = take_two_markets(&in);
    minrisk_change change = {-7.0, -7.0, -7.0, -7.0};
    minrisk_status status = minrisk_hhi_change(m.before.x, m.after.x, m.before.n, &change);

    require(status == status_of_both(&m));
    require(minrisk_hhi_change(m.before.x, m.after.x, m.before.n, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK) {
        check_values(&m, &change);
        check_reverse(&m, &change);
    } else {
        require(same_bits(change.whole, -7.0) && same_bits(change.exits, -7.0));
    }
    release_two_markets(&m);
    return 0;
}
