/* SPDX-License-Identifier: MIT */
/* What every header needs: types, how a symbol is marked, what must hold of the compiler. */
#ifndef MINRISK_CONFIG_H
#define MINRISK_CONFIG_H

#include <float.h>
#include <limits.h>
#include <stddef.h>
#include <stdint.h>

/* Whether double is IEEE 754 binary64 and wanted. Where it is not, integers alone are served. A build
 * of library and program with MINRISK_INTEGER_ONLY leaves, of every source, what has none but
 * integer instructions: status.h without minrisk_first_invalid, count.h, and of forecast.h the
 * trials and the tallies, on models and tables of lead times that are made elsewhere. */
#if !defined(MINRISK_INTEGER_ONLY) && FLT_RADIX == 2 && DBL_MANT_DIG == 53 && DBL_MAX_EXP == 1024
#define MINRISK_HAS_BINARY64 1
#else
#define MINRISK_HAS_BINARY64 0
#endif

#if CHAR_BIT != 8
#error "libminrisk: a byte must have 8 bits"
#endif

/* Empty for the static library, so that plain parsers read the headers. The build of the shared
 * library defines MINRISK_BUILD_SHARED; on Windows its users define MINRISK_SHARED. */
#if defined(_WIN32) && defined(MINRISK_BUILD_SHARED)
#define MINRISK_API __declspec(dllexport)
#elif defined(_WIN32) && defined(MINRISK_SHARED)
#define MINRISK_API __declspec(dllimport)
#elif defined(MINRISK_BUILD_SHARED) && defined(__GNUC__)
#define MINRISK_API __attribute__((visibility("default")))
#else
#define MINRISK_API
#endif

#endif
