/* SPDX-License-Identifier: MIT */
/* Trials into a tally. */
#ifndef MINRISK_FORECAST_TALLY_H
#define MINRISK_FORECAST_TALLY_H

#include "minrisk/forecast.h"

enum { MINRISK_MONTHS_PER_YEAR = 12 };

int minrisk_tally_is_ready(const minrisk_tally *tally);

/* The first `count` of the trials. */
void minrisk_tally_add(minrisk_tally *tally, const minrisk_trial *trial, uint32_t count);

#endif
