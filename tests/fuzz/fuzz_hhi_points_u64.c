/* SPDX-License-Identifier: MIT */
#define COUNT_TYPE uint64_t
#define HHI_POINTS minrisk_hhi_points_u64
#include "hhi_points.h"
