/* SPDX-License-Identifier: MIT */
/* What must hold of every minrisk_when, whatever the question was. */
#ifndef TESTS_SUPPORT_WHEN_H
#define TESTS_SUPPORT_WHEN_H

#include "minrisk.h"
#include "check.h"

static inline int when_knows(const minrisk_when *when, uint32_t member)
{
    return (when->known & member) != 0;
}

/* A member outside `known` is 0. */
static inline void assert_unknown_are_zero(const minrisk_when *when)
{
    if (!when_knows(when, MINRISK_KNOWS_FIRST))
        assert_double(when->first, 0.0);
    if (!when_knows(when, MINRISK_KNOWS_SUSTAINED))
        assert_double(when->sustained, 0.0);
    if (!when_knows(when, MINRISK_KNOWS_PERMANENT))
        assert_double(when->permanent, 0.0);
    if (!when_knows(when, MINRISK_KNOWS_LOST))
        assert_double(when->lost, 0.0);
    if (!when_knows(when, MINRISK_KNOWS_SATISFIED))
        assert_double(when->satisfied, 0.0);
    if (!when_knows(when, MINRISK_KNOWS_BINDING))
        assert_int_equal(when->binding, 0);
    assert_int_equal(when->reserved, 0);
}

/* The times agree with the status and with one another. */
static inline void assert_when_coherent(const minrisk_when *when, double horizon)
{
    assert_unknown_are_zero(when);
    if (when->status == MINRISK_ALREADY || when->status == MINRISK_REACHED) {
        assert_true(when_knows(when, MINRISK_KNOWS_FIRST));
        assert_true(when->windows >= 1);
        assert_true(when->first <= horizon);
    }
    if (when->status == MINRISK_ALREADY)
        assert_double(when->first, 0.0);
    if (when->status == MINRISK_NEVER || when->status == MINRISK_NOT_WITHIN_HORIZON) {
        assert_false(when_knows(when, MINRISK_KNOWS_FIRST | MINRISK_KNOWS_SUSTAINED |
                                          MINRISK_KNOWS_PERMANENT | MINRISK_KNOWS_LOST));
        assert_int_equal(when->windows, 0);
    }
    if (when_knows(when, MINRISK_KNOWS_SUSTAINED))
        assert_true(when->sustained >= when->first);
    if (when_knows(when, MINRISK_KNOWS_PERMANENT))
        assert_true(when->permanent >= when->first);
    if (when_knows(when, MINRISK_KNOWS_LOST))
        assert_true(when->lost >= when->first &&
                    (when->lost <= horizon || when_knows(when, MINRISK_KNOWS_PERMANENT)));
}

#endif
