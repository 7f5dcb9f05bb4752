/* SPDX-License-Identifier: MIT */
/* The market that the board watches: the last reading of each supplier, its exact HHI, the level of
 * alarm, and what became of all frames. Nothing here knows of a board. */
#ifndef SUPPLY_H
#define SUPPLY_H

#include "frame.h"
#include "minrisk/stream.h"

/* The alarm is raised at 2,500 points and taken back below 1,500, the classes of the Horizontal
 * Merger Guidelines of 2010 (section 5.3); between them the level stays what it was. */
enum supply_limits { SUPPLIERS = 32, ENTER_POINTS = 2500, LEAVE_POINTS = 1500 };

typedef struct supply {
    minrisk_stream market;
    double quantity[SUPPLIERS];
    uint32_t is_there; /* a bit for each supplier that has a reading, be it 0 */
    uint32_t count[RESULTS];
    double hhi; /* 0 where there is no supply */
    uint16_t last;
    uint8_t has_last;
    uint8_t level;
} supply;

void supply_begin(supply *s);

/* Takes a frame of n bytes. Returns 1 if there is an answer to be sent, 0 if not, and -1 where the
 * market in memory is no market any more, so that nothing can be trusted. */
int supply_take(supply *s, const uint8_t *frame, size_t n, message *answer);

#endif
