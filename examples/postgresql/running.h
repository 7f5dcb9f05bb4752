/* SPDX-License-Identifier: MIT */
/* States of running markets, between aggregates, processes and servers. */
#ifndef MINRISK_RUNNING_H
#define MINRISK_RUNNING_H

#include "postgres.h"

#include "fmgr.h"

#include "minrisk.h"

extern void stream_open(minrisk_stream *stream);
extern void stream_merge(minrisk_stream *into, const minrisk_stream *from);

/* A state from bytes of any origin: what is no state is an error. */
extern void stream_load(minrisk_stream *stream, const uint8 *bytes, Size size);

#endif
