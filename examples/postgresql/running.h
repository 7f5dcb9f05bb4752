/* SPDX-License-Identifier: MIT */
/* Running markets, between aggregates, processes and servers. */
#ifndef MINRISK_RUNNING_H
#define MINRISK_RUNNING_H

#include "postgres.h"

#include "fmgr.h"

#include "minrisk.h"

/* Quantities wait until there are enough to be added together, which takes half the time. */
enum { MOST_WAITING = 32 };

typedef struct Market {
    minrisk_stream stream;
    int waiting;
    double quantity[MOST_WAITING];
} Market;

extern void market_open(Market *market);
extern void market_add(Market *market, double quantity);
extern void market_remove(Market *market, double quantity);
extern void market_merge(Market *into, const minrisk_stream *from);

/* The state, which nothing waits for. */
extern const minrisk_stream *market_stream(Market *market);

extern void stream_save(const minrisk_stream *stream, uint8 *bytes);

/* A state from bytes of any origin: what is no state is an error. */
extern void stream_load(minrisk_stream *stream, const uint8 *bytes, Size size);

#endif
