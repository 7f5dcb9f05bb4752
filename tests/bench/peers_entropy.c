/* SPDX-License-Identifier: MIT */
/* The entropy as it is commonly written, for measures.py: a pass for the total, and log of libm. */
#include <math.h>
#include <stddef.h>

double peer_entropy(const double *x, size_t n);

double peer_entropy(const double *x, size_t n)
{
    double sum = 0, entropy = 0;

    for (size_t i = 0; i < n; i++)
        sum += x[i];
    for (size_t i = 0; i < n; i++) {
        double share = x[i] / sum;
        if (share > 0)
            entropy -= share * log(share);
    }
    return entropy;
}
