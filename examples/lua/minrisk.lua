-- SPDX-License-Identifier: MIT
-- libminrisk for LuaJIT's FFI. Formulas, units and accuracy are those of the C functions of the
-- same names in minrisk.h. Quantities are a table of numbers, which is copied, or an array of
-- doubles by ffi.new("double[?]", n) with its length, which is read where it is:
--
--     local hhi, err = minrisk.hhi({67000, 3000, 2400})
--     local hhi, err = minrisk.hhi(array, n)
--
-- As is usual in Lua, what cannot be scored gives nil and an error: a table with `status`,
-- `message` and, where an element is to blame, its `index` (from 1 on) and `value`. assert() raises
-- it, and tostring() says it.
local ffi = require("ffi")

ffi.cdef [[
typedef struct minrisk_interval { double low, high; } minrisk_interval;
const char *minrisk_status_text(int32_t status);
size_t minrisk_first_invalid(const double *quantity, size_t n);
int32_t minrisk_hhi(const double *quantity, size_t n, double *hhi);
int32_t minrisk_effective_suppliers(const double *quantity, size_t n, double *suppliers);
int32_t minrisk_top_share(const double *quantity, size_t n, size_t k, double *share);
int32_t minrisk_hhi_bounds(const double *named, size_t n, double residual,
                           size_t residual_suppliers, double residual_cap, minrisk_interval *hhi);
int32_t minrisk_hhi_groups(const double *quantity, size_t quantity_len, const size_t *offset,
                           size_t groups, double *hhi, int32_t *each);
]]

local named = os.getenv("MINRISK_LIBRARY")
local is_folder = named and not named:match("%.so")
local c = ffi.load(is_folder and named .. "/libminrisk.so" or named or "minrisk")
local SIZE, PARAM, DATA = -3, -4, -5
local minrisk = {}

function minrisk.status_text(status)
    return ffi.string(c.minrisk_status_text(status))
end

local failure = { __tostring = function(err) return err.message end }

local function refuse(status, x, n)
    local err = setmetatable({ status = status, message = minrisk.status_text(status) }, failure)
    local i = status == DATA and x and tonumber(c.minrisk_first_invalid(x, n)) or n
    if status == DATA and x and i < n then
        err.index, err.value = i + 1, x[i]
        err.message = ("element %d (%.17g): %s"):format(err.index, err.value, err.message)
    end
    return nil, err
end

-- Doubles and their length; an empty array has an address too.
local function doubles(x, n)
    if type(x) == "table" then
        return ffi.new("double[?]", #x + 1, x), #x
    end
    return x, n
end

local function count(n)
    return n == n and n >= 0 and n < 2 ^ 53 and n % 1 == 0
end

-- A function of quantities and parameters that writes one number.
local function measure(call, x, n, ...)
    local value, parameters = ffi.new("double[1]"), { ... }
    parameters[#parameters + 1] = value
    local status = call(x, n, unpack(parameters))
    if status ~= 0 then
        return refuse(status, x, n)
    end
    return value[0]
end

-- HHI as competition authorities print it, 0 to 10,000.
function minrisk.points(hhi)
    return 10000 * hhi
end

-- Herfindahl-Hirschman index, a fraction: the exact value, rounded once.
function minrisk.hhi(quantities, n)
    return measure(c.minrisk_hhi, doubles(quantities, n))
end

-- How many equal suppliers would give the same HHI.
function minrisk.effective_suppliers(quantities, n)
    return measure(c.minrisk_effective_suppliers, doubles(quantities, n))
end

-- Share of the k largest suppliers together.
function minrisk.top_share(quantities, k, n)
    local x, len = doubles(quantities, n)
    if not count(k) then
        return refuse(SIZE)
    end
    return measure(c.minrisk_top_share, x, len, k)
end

-- Bounds on the HHI of a market with a residual, which so many suppliers share at most, none of
-- them with more than the cap; nil: not known. Gives low and high.
function minrisk.hhi_bounds(named, residual, suppliers, cap, n)
    local x, len = doubles(named, n)
    local range = ffi.new("minrisk_interval")
    if suppliers == 0 or cap == 0 or not count(suppliers or 0) then
        return refuse(PARAM) -- to the library 0 is no limit
    end
    local status = c.minrisk_hhi_bounds(x, len, residual, suppliers or 0, cap or 0, range)
    if status ~= 0 then
        return refuse(status, x, len)
    end
    return range.low, range.high
end

-- HHI of many markets that stand one behind the other: market g, from 1 on, has the quantities
-- after offsets[g] up to offsets[g + 1]. Gives two tables: HHI (false for none), and statuses.
function minrisk.hhi_groups(quantities, offsets, n)
    local x, len = doubles(quantities, n)
    local groups = #offsets - 1
    local where = ffi.new("size_t[?]", #offsets + 1)
    for g, offset in ipairs(offsets) do
        if not count(offset) then
            return refuse(SIZE)
        end
        where[g - 1] = offset
    end
    local hhi, each = ffi.new("double[?]", #offsets), ffi.new("int32_t[?]", #offsets)
    local status = c.minrisk_hhi_groups(x, len, where, math.max(groups, 0), hhi, each)
    if status ~= 0 then
        return refuse(status)
    end
    local values, statuses = {}, {}
    for g = 1, groups do
        statuses[g] = each[g - 1]
        values[g] = statuses[g] == 0 and hhi[g - 1]
    end
    return values, statuses
end

return minrisk
