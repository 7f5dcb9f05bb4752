/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    enum { SYSTEM = 6, MOST_NEED = 99 };
    double chance[SYSTEM] = {0}, q = take_double(&in), work[MOST_NEED + 1];
    uint32_t capacity[SYSTEM] = {0}, need = take_byte(&in) % (MOST_NEED + 1), extra = 777;
    size_t n = take_byte(&in) % (SYSTEM + 1);
    int good = 1;
    minrisk_status status;

    for (size_t i = 0; i < n; i++) {
        chance[i] = take_double(&in);
        capacity[i] = take_byte(&in);
        good = good && is_fraction(chance[i]);
    }
    status = minrisk_plan_capacity(chance, capacity, n, need, q, &extra, work, need + 1);
    if (!(q > 0.0 && q <= 1.0))
        require(status == MINRISK_E_PARAM && extra == 777);
    else
        require(status == (good ? MINRISK_OK : MINRISK_E_DATA));
    if (status == MINRISK_OK) {
        double enough = 0.0, less = 0.0; /* with the extra, and with one unit less of it */
        for (unsigned state = 0; state < 1u << n; state++) {
            double p = 1.0, sum = extra;
            for (size_t k = 0; k < n; k++) {
                p *= state >> k & 1 ? chance[k] : 1.0 - chance[k];
                sum += state >> k & 1 ? capacity[k] : 0.0;
            }
            enough += sum >= need ? p : 0.0;
            less += sum - 1.0 >= need ? p : 0.0;
        }
        require(extra <= need && enough >= q - 1e-12);
        require(extra == 0 || less < q + 1e-12);
    }
    return 0;
}
