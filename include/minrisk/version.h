/* SPDX-License-Identifier: MIT */
/* The version: three numbers, and the only place that holds them. */
#ifndef MINRISK_VERSION_H
#define MINRISK_VERSION_H

#define MINRISK_VERSION_MAJOR 0
#define MINRISK_VERSION_MINOR 1
#define MINRISK_VERSION_PATCH 0

/* 10,000 * major + 100 * minor + patch; minrisk_version() says it of the built library. */
#define MINRISK_VERSION                                                                            \
    (MINRISK_VERSION_MAJOR * 10000 + MINRISK_VERSION_MINOR * 100 + MINRISK_VERSION_PATCH)

#endif
