/* SPDX-License-Identifier: MIT */
#include "reliance.h"

static int is_valid(const minrisk_balance *b)
{
    return is_quantity(b->production) && is_quantity(b->old_scrap) && is_quantity(b->imports) &&
           is_quantity(b->exports) && is_finite(b->stock_release);
}

/* By the formula, where nothing large cancels. */
static void check_value(const minrisk_balance *b, const minrisk_reliance *r)
{
    double home = b->production + b->old_scrap, net = b->imports - b->exports + b->stock_release;
    double all = home + b->imports + b->exports + size_of(b->stock_release);

    if (all == 0.0 || !is_tame(all) || size_of(net) < 1e-3 * all ||
        size_of(net + home) < 1e-3 * all)
        return;
    if (net + home < 0.0)
        require(r->state == MINRISK_RELIANCE_NO_CONSUMPTION);
    else
        require(r->known && is_near(r->low, net / (net + home), 1e-9));
}

/* Scrap and primary production count alike, and so do imports and what comes out of stocks. */
static void check_alike(const minrisk_balance *b, const minrisk_reliance *r)
{
    minrisk_balance other = *b;
    minrisk_reliance again;

    other.production = b->old_scrap;
    other.old_scrap = b->production;
    if (b->stock_release >= 0.0) {
        other.imports = b->stock_release;
        other.stock_release = b->imports;
    }
    require(minrisk_net_import_reliance(&other, &again) == MINRISK_OK);
    require(same_reliance(&again, r));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    minrisk_balance b;
    minrisk_reliance r = untouched_reliance();
    minrisk_status status;

    b.production = take_double(&in);
    b.old_scrap = take_double(&in);
    b.imports = take_double(&in);
    b.exports = take_double(&in);
    b.stock_release = take_double(&in);
    status = minrisk_net_import_reliance(&b, &r);
    require(status == (is_valid(&b) ? MINRISK_OK : MINRISK_E_DATA));
    require(minrisk_net_import_reliance(&b, NULL) == MINRISK_E_NULL);
    require(minrisk_net_import_reliance(NULL, &r) == MINRISK_E_NULL);
    if (status != MINRISK_OK) {
        require(is_untouched_reliance(&r));
        return 0;
    }
    check_reliance_of_balance(&r);
    check_value(&b, &r);
    check_alike(&b, &r);
    return 0;
}
