/* SPDX-License-Identifier: MIT */
#define COUNT_TYPE uint32_t
#define HHI_POINTS minrisk_hhi_points_u32
#include "hhi_points.h"
