/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    enum { SYSTEM = 6, MOST_NEED = 99 };
    double chance[SYSTEM] = {0}, importance[SYSTEM], work[MOST_NEED + 1];
    uint32_t capacity[SYSTEM] = {0}, need = take_byte(&in) % (MOST_NEED + 1);
    size_t n = take_byte(&in) % (SYSTEM + 1);
    int good = 1;
    minrisk_status status;

    for (size_t i = 0; i < n; i++) {
        chance[i] = take_double(&in);
        capacity[i] = take_byte(&in);
        good = good && is_fraction(chance[i]);
    }
    status = minrisk_plan_importance(chance, capacity, n, need, importance, work, need + 1);
    if (n == 0)
        require(status == MINRISK_E_SIZE);
    else if (need == 0)
        require(status == MINRISK_E_PARAM);
    else
        require(status == (good ? MINRISK_OK : MINRISK_E_DATA));
    for (size_t i = 0; i < n && status == MINRISK_OK; i++) {
        double with = 0.0; /* by the states of the others */
        for (unsigned state = 0; state < 1u << n; state++) {
            double p = 1.0, sum = 0.0;
            for (size_t k = 0; k < n; k++) {
                int there = (int)(state >> k & 1);
                p *= k == i ? (there ? 0.0 : 1.0) : there ? chance[k] : 1.0 - chance[k];
                sum += there ? capacity[k] : 0.0;
            }
            if (sum < need && sum + capacity[i] >= need)
                with += p;
        }
        require(size_of(importance[i] - with) <= 1e-12);
    }
    return 0;
}
