/* SPDX-License-Identifier: MIT */
/* What every header needs: types, how a symbol is marked, what must hold of the compiler. */
#ifndef MINRISK_CONFIG_H
#define MINRISK_CONFIG_H

#include <float.h>
#include <limits.h>
#include <stddef.h>
#include <stdint.h>

/* Whether double is IEEE 754 binary64. Where it is not, integers alone are served: count.h. */
#if FLT_RADIX == 2 && DBL_MANT_DIG == 53 && DBL_MAX_EXP == 1024
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
