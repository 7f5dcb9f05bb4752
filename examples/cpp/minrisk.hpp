// SPDX-License-Identifier: MIT
// libminrisk for C++17: containers in, a value or an error out. Nothing is copied or allocated, and
// nothing is thrown: it builds with -fno-exceptions -fno-rtti.
//
//     std::vector<double> mined = {67000, 3000, 2400};
//     if (auto hhi = minrisk::hhi(mined)) {
//         use(*hhi);
//     } else {
//         complain(hhi.error().text(), hhi.error().index);
//     }
//
// Formulas, units and accuracy are those of the C functions of the same names in minrisk.h.
#ifndef MINRISK_HPP
#define MINRISK_HPP

#include "minrisk.h"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <type_traits>
#include <utility>

namespace minrisk {

// A contiguous range of someone else's: a vector, an array, a std::span, a pointer and a length.
template <class T> class view {
public:
    constexpr view(T *first, std::size_t length) : data_(first), size_(length) {}
    template <class Range, class = std::enable_if_t<std::is_convertible_v<
                               decltype(std::data(std::declval<Range &>())), T *>>>
    constexpr view(Range &&range) : data_(std::data(range)), size_(std::size(range)) {}

    // Never null, as an empty vector's may be: an empty market is told by its size.
    constexpr T *data() const { return data_ != nullptr ? data_ : &nothing; }
    constexpr std::size_t size() const { return size_; }
    constexpr T &operator[](std::size_t i) const { return data_[i]; }

private:
    inline static std::remove_const_t<T> nothing{};
    T *data_;
    std::size_t size_;
};

using quantities = view<const double>;

// Why there is no value and, where an element is to blame, which one.
struct error {
    static constexpr std::size_t no_index = static_cast<std::size_t>(-1);
    minrisk_status status = MINRISK_OK;
    std::size_t index = no_index;
    const char *text() const { return minrisk_status_text(status); }
};

// A value or an error. To read the one that is not there is a mistake, which assert tells.
template <class T> class [[nodiscard]] expected {
public:
    constexpr expected(const T &value) : value_(value) {}
    constexpr expected(const minrisk::error &error) : error_(error) {}

    constexpr explicit operator bool() const { return error_.status == MINRISK_OK; }
    constexpr const T &operator*() const { return assert(*this), value_; }
    constexpr const T *operator->() const { return assert(*this), &value_; }
    constexpr const minrisk::error &error() const { return assert(!*this), error_; }
    constexpr T value_or(const T &other) const { return *this ? value_ : other; }

private:
    T value_{};
    minrisk::error error_;
};

namespace detail {

inline error blame(minrisk_status status, quantities x)
{
    return {status, status == MINRISK_E_DATA ? minrisk_first_invalid(x.data(), x.size())
                                             : error::no_index};
}

// Of two arrays that go together; where they are the ends of intervals, they may be in a wrong order.
inline error blame(minrisk_status status, quantities x, quantities y, bool ends)
{
    error e = blame(status, x);
    if (status == MINRISK_E_DATA) {
        const std::size_t other = minrisk_first_invalid(y.data(), y.size());
        e.index = other < e.index ? other : e.index;
        for (std::size_t i = 0; ends && i < e.index; i++) {
            e.index = x[i] > y[i] ? i : e.index;
        }
    }
    return e;
}

template <class T> expected<T> result(minrisk_status status, const T &value, quantities x)
{
    return status == MINRISK_OK ? expected<T>(value) : expected<T>(blame(status, x));
}

// A function of quantities and parameters that writes one value.
template <class T, class Function, class... Parameter>
expected<T> call(Function function, quantities x, Parameter... parameter)
{
    T out{};
    const minrisk_status status = function(x.data(), x.size(), parameter..., &out);
    return result(status, out, x);
}

template <class T> expected<T> result(minrisk_status status, const T &value)
{
    return status == MINRISK_OK ? expected<T>(value) : expected<T>(error{status});
}

} // namespace detail

inline double points(double hhi) { return minrisk_to_points(hhi); }

inline expected<double> hhi(quantities x) { return detail::call<double>(minrisk_hhi, x); }

inline expected<double> effective_suppliers(quantities x)
{
    return detail::call<double>(minrisk_effective_suppliers, x);
}

inline expected<double> hhi_normalised(quantities x, std::size_t market_size = 0)
{
    return detail::call<double>(minrisk_hhi_normalised, x, market_size);
}

inline expected<double> top_share(quantities x, std::size_t k)
{
    return detail::call<double>(minrisk_top_share, x, k);
}

struct supplier {
    std::size_t index;
    double share;
};

inline expected<supplier> leader(quantities x)
{
    supplier out{};
    const minrisk_status status = minrisk_leader(x.data(), x.size(), &out.index, &out.share);
    return detail::result(status, out, x);
}

inline expected<minrisk_market_profile> profile(quantities x)
{
    return detail::call<minrisk_market_profile>(minrisk_profile, x);
}

inline expected<double> weighted_hhi(quantities x, quantities weight)
{
    double out = 0;
    if (weight.size() != x.size()) {
        return error{MINRISK_E_SIZE};
    }
    const minrisk_status status = minrisk_weighted_hhi(x.data(), weight.data(), x.size(), &out);
    return status == MINRISK_OK ? expected<double>(out) : detail::blame(status, x, weight, false);
}

// What "other countries" may hide: so many suppliers at most, none of them above the cap.
inline expected<minrisk_interval> hhi_bounds(quantities named, double residual,
                                             std::size_t suppliers = MINRISK_UNKNOWN_COUNT,
                                             double cap = MINRISK_NO_CAP)
{
    return detail::call<minrisk_interval>(minrisk_hhi_bounds, named, residual, suppliers, cap);
}

struct interval {
    double low, high;
    bool high_is_sharp;
};

// Each quantity lies between two ends. The scratch, of twice their number, is overwritten.
inline expected<interval> hhi_interval(quantities low, quantities high, view<double> scratch)
{
    minrisk_interval out{};
    std::int32_t sharp = 0;
    if (low.size() != high.size()) {
        return error{MINRISK_E_SIZE};
    }
    const minrisk_status status = minrisk_hhi_interval(low.data(), high.data(), low.size(),
                                                       scratch.data(), scratch.size(), &out, &sharp);
    return status == MINRISK_OK ? expected<interval>({out.low, out.high, sharp != 0})
                                : detail::blame(status, low, high, true);
}

// Market g is x[offset[g]] up to x[offset[g + 1]]. Each has a status of its own; the value is how
// many markets are good.
inline expected<std::size_t> hhi_groups(quantities x, view<const std::size_t> offset,
                                        view<double> hhi, view<minrisk_status> each)
{
    const std::size_t groups = offset.size() == 0 ? 0 : offset.size() - 1;
    std::size_t good = 0;
    if (hhi.size() < groups || each.size() < groups) {
        return error{MINRISK_E_SIZE};
    }
    const minrisk_status status =
        minrisk_hhi_groups(x.data(), x.size(), offset.data(), groups, hhi.data(), each.data());
    for (std::size_t g = 0; status == MINRISK_OK && g < groups; g++) {
        good += each[g] == MINRISK_OK;
    }
    return detail::result(status, good);
}

// A running market, which never drifts: after any history it has the bits of hhi() anew.
class market {
public:
    market() { minrisk_stream_init(&state_, sizeof state_); }

    error add(double quantity) { return {minrisk_stream_add(&state_, quantity)}; }
    error remove(double quantity) { return {minrisk_stream_remove(&state_, quantity)}; }
    error replace(double before, double after)
    {
        return {minrisk_stream_replace(&state_, before, after)};
    }
    error merge(const market &other) { return {minrisk_stream_merge(&state_, &other.state_)}; }

    expected<double> hhi() const
    {
        double out = 0;
        const minrisk_status status = minrisk_stream_hhi(&state_, &out);
        return detail::result(status, out);
    }

private:
    minrisk_stream state_;
};

// What the trials of a forecast add up to, in any slices and on any threads.
class tally {
public:
    tally() { minrisk_tally_init(&counts_, sizeof counts_); }

    error run(const minrisk_model &model, std::uint64_t seed, std::uint64_t first,
              std::uint32_t trials, view<std::int32_t> work)
    {
        return {minrisk_forecast_run(&model, seed, first, trials, work.data(), work.size(), &counts_)};
    }
    error merge(const tally &other) { return {minrisk_tally_merge(&counts_, &other.counts_)}; }
    const minrisk_tally &counts() const { return counts_; }

    struct range {
        minrisk_when low, value, high;
    };
    expected<range> quantile(double q) const
    {
        range out{};
        const minrisk_status status =
            minrisk_forecast_quantile(&counts_, q, &out.low, &out.value, &out.high);
        return detail::result(status, out);
    }

private:
    minrisk_tally counts_;
};

} // namespace minrisk

#endif
