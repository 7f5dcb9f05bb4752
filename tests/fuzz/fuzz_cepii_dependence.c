/* SPDX-License-Identifier: MIT */
#include "market.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market imports = take_market(&in), world = take_market(&in);
    double exports = take_double(&in), hhi = -1.0;
    minrisk_status a = status_of_market(&imports), b = status_of_market(&world), status;
    minrisk_status first = b == MINRISK_OK || (a != MINRISK_OK && a > b) ? a : b;
    minrisk_dependence out;

    memset(&out, fill_byte, sizeof out);
    status = minrisk_cepii_dependence(imports.x, imports.n, world.x, world.n, exports, &out);
    if (first == MINRISK_E_NULL || first == MINRISK_E_SIZE)
        require(status == first);
    else
        require(status == (is_quantity(exports) ? first : MINRISK_E_PARAM));
    if (status == MINRISK_OK) {
        require(minrisk_hhi(imports.x, imports.n, &hhi) == MINRISK_OK);
        require(same_bits(hhi, out.import_hhi));
        require(minrisk_hhi(world.x, world.n, &hhi) == MINRISK_OK);
        require(same_bits(hhi, out.world_hhi));
        require(out.not_substitutable >= (out.cover > 1.0));
        require(out.dependent ==
                (out.import_hhi > .4 && out.world_hhi > .4 && out.not_substitutable));
    } else {
        require(is_filled(&out, sizeof out));
    }
    release_market(&imports);
    release_market(&world);
    return 0;
}
