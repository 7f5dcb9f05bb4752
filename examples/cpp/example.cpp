// SPDX-License-Identifier: MIT
// Containers of C++ scored by libminrisk, and what is said of those that cannot be.
#include "minrisk.hpp"

#include <array>
#include <cstdio>
#include <vector>

int main()
{
    // Mine production of tungsten, tonnes, 2025 (USGS, Mineral Commodity Summaries 2026).
    const std::vector<double> mined = {67000, 3000, 2400, 2000, 2000, 1700,
                                       1300,  1000, 840,  800,  700};
    const double others = 2400;

    const auto hhi = minrisk::hhi(mined);
    const auto suppliers = minrisk::effective_suppliers(mined);
    const auto bounds = minrisk::hhi_bounds(mined, others);
    if (!hhi || !suppliers || !bounds) {
        return 1;
    }
    std::printf("tungsten, named countries alone: HHI %.0f points, like %.2f equal suppliers\n",
                minrisk::points(*hhi), *suppliers);
    std::printf("the first three hold %.1f %%\n", 100 * minrisk::top_share(mined, 3).value_or(0));
    std::printf("with the others, whoever they are: HHI %.1f to %.1f points\n",
                minrisk::points(bounds->low), minrisk::points(bounds->high));

    // Three markets one behind the other, the second of them empty.
    const std::array<double, 7> sold = {5, 3, 2, 10, 20, 20, 50};
    const std::array<std::size_t, 4> begins = {0, 3, 3, 7};
    std::array<double, 3> each_hhi{};
    std::array<minrisk_status, 3> each{};
    if (!minrisk::hhi_groups(sold, begins, each_hhi, each)) {
        return 1;
    }
    for (std::size_t g = 0; g < each.size(); g++) {
        if (each[g] == MINRISK_OK) {
            std::printf("market %zu: HHI %.4f\n", g, each_hhi[g]);
        } else {
            std::printf("market %zu: %s\n", g, minrisk_status_text(each[g]));
        }
    }

    const double wrong[] = {1, 2, -0.5};
    if (const auto bad = minrisk::hhi(wrong); !bad) {
        std::printf("refused: element %zu: %s\n", bad.error().index, bad.error().text());
    }
    return 0;
}
