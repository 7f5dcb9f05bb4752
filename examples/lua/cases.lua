-- SPDX-License-Identifier: MIT
-- examples/cases.csv through minrisk.lua: the same bits, statuses and bad elements. cases.lua FILE
local ffi = require("ffi")
local minrisk = require("minrisk")

local function split(text, at)
    local out = {}
    for word in (text .. at):gmatch("([^" .. at .. "]*)" .. at) do
        out[#out + 1] = word
    end
    return out
end

local function numbers(text)
    local out = {}
    for _, word in ipairs(text == "" and {} or split(text, ";")) do
        out[#out + 1] = tonumber(word) or false
    end
    return out
end

-- Values by their bits, since 0 and -0 are equal.
local function bits(values)
    local out = {}
    for i, value in ipairs(values) do
        local word = ffi.new("union { double number; uint32_t half[2]; }", { number = value or -1 })
        out[i] = value and ("%08x%08x"):format(word.half[1], word.half[0]) or ""
    end
    return table.concat(out, ";")
end

local function unless_zero(x)
    return x ~= 0 and x or nil
end

local calls = {
    hhi = function(x) return minrisk.hhi(x) end,
    effective_suppliers = function(x) return minrisk.effective_suppliers(x) end,
    top_share = function(x, p) return minrisk.top_share(x, p[1]) end,
    hhi_bounds = function(x, p)
        return minrisk.hhi_bounds(x, p[1], unless_zero(p[2]), unless_zero(p[3]))
    end,
}

local function groups(x, p)
    local hhi, statuses = minrisk.hhi_groups(x, p)
    if not hhi then
        return nil, statuses
    end
    local bad = ""
    for i, value in ipairs(x) do
        if bad == "" and not (value >= 0 and value < 1 / 0) then
            bad = i - 1
        end
    end
    return table.concat(statuses, ";") .. "," .. bad .. "," .. bits(hhi)
end

-- Statuses, the bad element and values, as the file has them.
local function answer(name, x, p)
    local first, second
    if name == "hhi_groups" then
        first, second = groups(x, p)
    else
        first, second = calls[name](x, p)
    end
    if first == nil then
        return second.status .. "," .. (second.index and second.index - 1 or "") .. ","
    end
    return type(first) == "string" and first or "0,," .. bits({ first, second })
end

local cases = 0
for line in io.lines(arg[1]) do
    local column = split(line, ",")
    if calls[column[2]] or column[2] == "hhi_groups" then
        local said = answer(column[2], numbers(column[3]), numbers(column[4]))
        local should = column[5] .. "," .. column[6] .. "," .. bits(numbers(column[7]))
        assert(said == should, line .. "\nsays " .. said)
        cases = cases + 1
    end
end

local array = ffi.new("double[3]", { 3, 2, 1 })
assert(minrisk.hhi(array, 3) == minrisk.hhi({ 3, 2, 1 }))
assert(select(2, minrisk.top_share({ 3 }, -1)).status == -3)
assert(select(2, minrisk.hhi_groups({ 3 }, { 0, -1 })).status == -3)
assert(select(2, minrisk.hhi_bounds({ 3 }, 1, nil, 0)).status == -4)
local raised, err = pcall(function() assert(minrisk.hhi({ 3, -0.5 })) end)
assert(not raised and tostring(err):match("^element 2 %(%-0%.5%): an element"))
print(cases .. " cases alike")
