-- SPDX-License-Identifier: MIT
-- Tables scored by libminrisk, and what is said of those that cannot be.
local minrisk = require("minrisk")

-- Mine production of tungsten, tonnes, 2025 (USGS, Mineral Commodity Summaries 2026).
local mined = { 67000, 3000, 2400, 2000, 2000, 1700, 1300, 1000, 840, 800, 700 }
local others = 2400

print(("tungsten, named countries alone: HHI %.0f points, like %.2f equal suppliers"):format(
    minrisk.points(assert(minrisk.hhi(mined))), assert(minrisk.effective_suppliers(mined))))
print(("the first three hold %.1f %%"):format(100 * assert(minrisk.top_share(mined, 3))))
local low, high = assert(minrisk.hhi_bounds(mined, others))
print(("with the others, whoever they are: HHI %.1f to %.1f points"):format(
    minrisk.points(low), minrisk.points(high)))

-- Three markets one behind the other, the second of them empty.
local hhi, statuses = assert(minrisk.hhi_groups({ 5, 3, 2, 10, 20, 20, 50 }, { 0, 3, 3, 7 }))
for g, status in ipairs(statuses) do
    local said = status == 0 and ("HHI %.4f"):format(hhi[g]) or minrisk.status_text(status)
    print(("market %d: %s"):format(g, said))
end

local _, err = minrisk.hhi({ 1, 2, -0.5 })
print(("refused: element %d: %s"):format(err.index, minrisk.status_text(err.status)))
