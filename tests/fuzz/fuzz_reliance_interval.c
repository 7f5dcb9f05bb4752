/* SPDX-License-Identifier: MIT */
#include "reliance.h"

static minrisk_balance take_balance(input *in)
{
    minrisk_balance b;
    b.production = take_double(in);
    b.old_scrap = take_double(in);
    b.imports = take_double(in);
    b.exports = take_double(in);
    b.stock_release = take_double(in);
    return b;
}

static int is_part(double low, double high)
{
    return is_quantity(low) && is_quantity(high) && low <= high;
}

static int is_box(const minrisk_balance *a, const minrisk_balance *b)
{
    return is_part(a->production, b->production) && is_part(a->old_scrap, b->old_scrap) &&
           is_part(a->imports, b->imports) && is_part(a->exports, b->exports) &&
           is_finite(a->stock_release) && is_finite(b->stock_release) &&
           a->stock_release <= b->stock_release;
}

static double pick(input *in, double low, double high)
{
    return take_byte(in) % 2 ? high : low;
}

/* A balance of the box has its ratio within. */
static void check_inside(input *in, const minrisk_balance *a, const minrisk_balance *b,
                         const minrisk_reliance *r)
{
    minrisk_balance x;
    minrisk_reliance value;

    x.production = pick(in, a->production, b->production);
    x.old_scrap = pick(in, a->old_scrap, b->old_scrap);
    x.imports = pick(in, a->imports, b->imports);
    x.exports = pick(in, a->exports, b->exports);
    x.stock_release = pick(in, a->stock_release, b->stock_release);
    require(minrisk_net_import_reliance(&x, &value) == MINRISK_OK);
    if (r->state == MINRISK_RELIANCE_NO_CONSUMPTION)
        require(value.state == MINRISK_RELIANCE_NO_CONSUMPTION);
    if (r->known && value.known)
        require(r->low <= value.low && value.high <= r->high);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    minrisk_balance low = take_balance(&in), high = take_byte(&in) < 32 ? low : take_balance(&in);
    minrisk_reliance r = untouched_reliance();
    minrisk_status status = minrisk_reliance_interval(&low, &high, &r);

    require(status == (is_box(&low, &high) ? MINRISK_OK : MINRISK_E_DATA));
    if (status != MINRISK_OK) {
        require(is_untouched_reliance(&r));
        return 0;
    }
    check_unknown(&r);
    require(r.low <= r.high && r.high <= 1.0);
    for (int i = 0; i < 8; i++)
        check_inside(&in, &low, &high, &r);
    return 0;
}
