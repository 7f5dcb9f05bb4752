/* SPDX-License-Identifier: MIT */
#include "criticality.h"

static void check_score(const minrisk_geopolrisk_inputs *buyer, const supply *world,
                        const supply *partners, const minrisk_geopolrisk_result *out)
{
    require(is_fraction(out->score) && is_fraction(out->hhi) && is_fraction(out->import_risk));
    require(out->score <= out->hhi && out->by_domestic <= 0.0 && out->midpoint >= 0.0);
    if (is_tame(out->score)) {
        require(is_near(sum_of(partners->part[0], buyer->partners), out->score, 1e-12));
        require(is_near(sum_of(world->part[0], buyer->producers), out->score, 1e-12));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    supply world = take_supply(&in, 1.0, 1.0, 1.0), partners = take_supply(&in, 1.0, 1.0, 1.0);
    minrisk_attribution imports = attribution_of(&partners), production = attribution_of(&world);
    uint32_t region[LONGEST_SUPPLY];
    minrisk_geopolrisk_inputs buyer = {world.quantity,
                                       world.view.n,
                                       partners.quantity,
                                       partners.risk,
                                       NULL,
                                       partners.view.n,
                                       0,
                                       0.0,
                                       0.0,
                                       0.0};
    minrisk_geopolrisk_result out;
    minrisk_interval range = {-7.0, -8.0};
    minrisk_status status;

    for (size_t i = 0; i < partners.view.n; i++)
        region[i] = take_byte(&in) % 3;
    buyer.region = take_byte(&in) % 2 ? region : NULL;
    buyer.domestic = take_double(&in);
    buyer.price = take_double(&in);
    buyer.reference = take_double(&in);
    memset(&out, fill_byte, sizeof out);
    status = minrisk_geopolrisk(&buyer, &out, &imports, &production);
    require(minrisk_geopolrisk_interval(&buyer, &buyer, &range) == status);
    if (buyer.producers == 0 || buyer.partners == 0)
        require(status == MINRISK_E_SIZE);
    else if (!is_quantity(buyer.domestic) || !is_quantity(buyer.price) ||
             !is_quantity(buyer.reference) || buyer.reference == 0.0)
        require(status == MINRISK_E_PARAM);
    if (status == MINRISK_OK) {
        check_score(&buyer, &world, &partners, &out);
        require(range.low <= out.score && out.score <= range.high);
    } else {
        require(is_filled(&out, sizeof out) && parts_are_untouched(&partners) &&
                parts_are_untouched(&world) && same_bits(range.low, -7.0));
    }
    release_supply(&world);
    release_supply(&partners);
    return 0;
}
