/* SPDX-License-Identifier: MIT */
/* libminrisk: the risk of depending on a concentrated supply.
 *
 * No function allocates, keeps a pointer after it returns, or uses global state; every struct may
 * be moved or copied with memcpy.
 *
 * Conventions that hold everywhere, so that the comments of the functions need not repeat them:
 *
 * Status     Functions return a minrisk_status: 0 is success, negative values are errors. Checks
 *            run in the order of enum minrisk_status_code and the first that fails is returned;
 *            outputs and state are then untouched. A scalar's own domain, which is that below the
 *            count for an index, is checked before the data; any other relation, be it between two
 *            scalars, after them, as MINRISK_E_PARAM.
 * Arrays     A pointer and a size_t. Inputs are const. The brackets in a comment, as in
 *            `quantity [n]`, give the length. Quantities are in any unit, finite and >= 0 (-0.0 is
 *            a zero); they are normalised inside. Zeros never change a result, but where the
 *            comment says so.
 * Overlap    An output may be an input array only where the comment says "in place". Any other
 *            overlap of an output or a workspace with an input breaks the contract.
 * Units      Shares and HHI are fractions; minrisk_to_points gives 0 to 10,000. Times are years,
 *            and 0 is now.
 * Classes    exact         the correctly rounded value (nearest, ties to even) of the exact result,
 *                          or its bounds rounded outwards; the same bits in any order of the input,
 *                          on every platform, in any rounding mode, with subnormals flushed or not
 *            reproducible  a stated bound, and the same bits everywhere, in round-to-nearest with
 *                          gradual underflow
 *            integer       integers in and out
 * Threads    Any number may call any function; nothing is shared.
 * Integers   MINRISK_INTEGER_ONLY leaves those functions alone that need no floating point, for
 *            processors and compilers without it: config.h says which.
 */
#ifndef MINRISK_H
#define MINRISK_H

#include "minrisk/version.h"
#include "minrisk/config.h"
#include "minrisk/status.h"
#include "minrisk/count.h"
#include "minrisk/trend.h"
#include "minrisk/lead.h"
#include "minrisk/forecast.h"
#ifndef MINRISK_INTEGER_ONLY
#include "minrisk/floating.h"
#include "minrisk/concentration.h"
#include "minrisk/ranking.h"
#include "minrisk/partial.h"
#include "minrisk/projects.h"
#include "minrisk/pipeline.h"
#include "minrisk/outlook.h"
#include "minrisk/growth.h"
#include "minrisk/stream.h"
#include "minrisk/batch.h"
#include "minrisk/indices.h"
#include "minrisk/change.h"
#include "minrisk/uncertain.h"
#include "minrisk/reliance.h"
#include "minrisk/criticality.h"
#include "minrisk/chain.h"
#include "minrisk/plan.h"
#endif

#endif
