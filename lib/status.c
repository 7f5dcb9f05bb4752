/* SPDX-License-Identifier: MIT */
/* Status codes, their text, and which figure was refused. */
#include "minrisk/status.h"
#include "minrisk/version.h"

#if MINRISK_HAS_BINARY64
#include "bits.h"
#endif

const char *minrisk_status_text(minrisk_status status)
{
    switch (status) {
    case MINRISK_OK:
        return "success";
    case MINRISK_E_NULL:
        return "a required pointer is NULL";
    case MINRISK_E_STATE:
        return "a struct was not initialised, or by another version";
    case MINRISK_E_SIZE:
        return "a count is unusable, or a workspace is too small";
    case MINRISK_E_PARAM:
        return "a parameter is outside its domain";
    case MINRISK_E_DATA:
        return "an element is not a number, infinite, negative or out of order";
    case MINRISK_E_NO_SUPPLY:
        return "the total is zero, so there are no shares";
    default:
        return "unknown status";
    }
}

#if MINRISK_HAS_BINARY64
size_t minrisk_first_invalid(const double *quantity, size_t n)
{
    size_t i = 0;

    if (!quantity) {
        return 0;
    }
    while (i < n && minrisk_bits_are_quantity(minrisk_bits_of(&quantity[i]))) {
        i++;
    }
    return i;
}
#endif

uint32_t minrisk_version(void)
{
    return MINRISK_VERSION;
}
