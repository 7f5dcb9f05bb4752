/* SPDX-License-Identifier: MIT */
/* Where minrisk.mjs reads and writes members of the library's structs: in a module for wasm32 a
 * pointer and a size_t have 4 bytes. This file compiles only while that is true; it has no code. */
#include "minrisk.h"

#define HOLDS(name, truth)      typedef char web_##name[(truth) ? 1 : -1]
#define AT(type, member, place) HOLDS(type##_##member, offsetof(type, member) == (place))

/* Word by word, in the order of the header. */
AT(minrisk_model, projects, 0);
AT(minrisk_model, stage, 4 * 2);
AT(minrisk_model, capacity, 4 * 4);
AT(minrisk_model, base, 4 * 5);
AT(minrisk_model, ramp, 4 * 6);
AT(minrisk_model, success, 4 * 7);
AT(minrisk_model, phase_first, 4 * 8);
AT(minrisk_model, phase, 4 * 9);
AT(minrisk_model, tables, 4 * 14);
AT(minrisk_model, table_len, 4 * 15);
AT(minrisk_model, table, 4 * 16);
AT(minrisk_model, stages, 4 * 17);
AT(minrisk_model, need_first, 4 * 18);
AT(minrisk_model, need_tick, 4 * 19);
AT(minrisk_model, need, 4 * 20);
AT(minrisk_model, horizon, 4 * 32);
HOLDS(model, sizeof(minrisk_model) == 4 * 33);

AT(minrisk_tally, assumptions, 4);
AT(minrisk_tally, trials, 12);
AT(minrisk_tally, already, 16);
AT(minrisk_tally, never, 20);
AT(minrisk_tally, lost, 24);
AT(minrisk_tally, bottleneck, 56);
HOLDS(tally, sizeof(minrisk_tally) == 4984);

AT(minrisk_when, status, 0);
AT(minrisk_when, known, 4);
AT(minrisk_when, first, 16);
HOLDS(when, sizeof(minrisk_when) == 64);

AT(minrisk_estimate, low, 0);
AT(minrisk_estimate, value, 8);
AT(minrisk_estimate, high, 16);
HOLDS(estimate, sizeof(minrisk_estimate) == 32);

HOLDS(interval, sizeof(minrisk_interval) == 16 && offsetof(minrisk_interval, high) == 8);
HOLDS(trial, sizeof(minrisk_trial) == 16);

AT(minrisk_projects, count, 0);
AT(minrisk_projects, start, 4 * 1);
AT(minrisk_projects, ramp, 4 * 2);
AT(minrisk_projects, capacity, 4 * 3);
AT(minrisk_projects, stage, 4 * 6);
HOLDS(projects, sizeof(minrisk_projects) == 4 * 15);

AT(minrisk_condition, kind, 0);
AT(minrisk_condition, stage, 4);
AT(minrisk_condition, fraction, 8);
AT(minrisk_condition, knots, 16);
AT(minrisk_condition, need_year, 20);
AT(minrisk_condition, need, 24);
HOLDS(condition, sizeof(minrisk_condition) == 72);
