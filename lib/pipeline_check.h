/* SPDX-License-Identifier: MIT */
/* How much workspace the pipeline's functions need, and whether what they are given can be used. */
#ifndef MINRISK_PIPELINE_CHECK_H
#define MINRISK_PIPELINE_CHECK_H

#include "minrisk/pipeline.h"

/* What conditions need together: the longest sweep, and in each of the two lists the spells of all
 * conditions but the last. */
typedef struct minrisk_room {
    size_t sweep;  /* doubles */
    size_t spells; /* in a list */
} minrisk_room;

minrisk_room minrisk_room_for(const minrisk_projects *projects, const minrisk_condition *conditions,
                              size_t n);

/* Whether a kind is of shares, of the need or of all supply. */
int minrisk_kind_is_of_base(int32_t kind);

/* The status of what is given, in the order of the contract. `own` is that of a function's other
 * arguments: MINRISK_OK, or its first of E_NULL, E_SIZE and E_PARAM. */
minrisk_status minrisk_pipeline_check(const minrisk_projects *p, const minrisk_condition *c,
                                      size_t n, const double *work, size_t work_len,
                                      minrisk_status own);

#endif
