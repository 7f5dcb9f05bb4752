/* SPDX-License-Identifier: MIT */
/* Status codes, their text, and which figure was refused. */
#ifndef MINRISK_STATUS_H
#define MINRISK_STATUS_H

#include "config.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a function returns. Values are pinned; later versions only add to them. Checks run in the
 * order of the list and the first that fails is returned; outputs and state are then untouched. */
typedef int32_t minrisk_status;

enum minrisk_status_code {
    MINRISK_OK = 0,
    MINRISK_E_NULL = -1,     /* a required pointer is NULL */
    MINRISK_E_STATE = -2,    /* a struct was not initialised, or by another version (none yet) */
    MINRISK_E_SIZE = -3,     /* a count is unusable (n = 0, k = 0), or a workspace is too small */
    MINRISK_E_PARAM = -4,    /* a scalar is outside its stated domain */
    MINRISK_E_DATA = -5,     /* an element is NaN, infinite or negative, or out of order */
    MINRISK_E_NO_SUPPLY = -6 /* the total is zero: there are no shares */
};

/* One English sentence for a status, without a full stop.
 *
 * status         any value
 * returns        a constant string, never NULL; an unknown value gives "unknown status"
 * accuracy       -
 * cost           O(1)
 * example        examples/quickstart.c
 */
MINRISK_API const char *minrisk_status_text(minrisk_status status);

#if MINRISK_HAS_BINARY64
/* Index of the first quantity that is NaN, infinite or negative: which figure E_DATA speaks of,
 * where a function takes quantities.
 *
 * quantity  [n]  any values; -0.0 is a zero
 * n              any
 * returns        the index, or n if every quantity is valid; 0 if quantity is NULL
 * accuracy       integer
 * cost           O(n), reads only
 * example        examples/quickstart.c
 */
MINRISK_API size_t minrisk_first_invalid(const double *quantity, size_t n);
#endif

/* Version of the built library, to be compared with MINRISK_VERSION of the header.
 *
 * returns        10,000 * major + 100 * minor + patch
 * accuracy       integer
 * cost           O(1)
 * example        examples/quickstart.c
 */
MINRISK_API uint32_t minrisk_version(void);

#ifdef __cplusplus
}
#endif

#endif
