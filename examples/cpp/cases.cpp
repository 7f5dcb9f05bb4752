// SPDX-License-Identifier: MIT
// examples/cases.csv through minrisk.hpp: the same bits, the same statuses, the same bad elements,
// and not one allocation. cases FILE
#include "minrisk.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <new>
#include <string>
#include <vector>

static long allocations = 0;

void *operator new(std::size_t size)
{
    allocations++;
    if (void *p = std::malloc(size)) {
        return p;
    }
    std::abort();
}
void operator delete(void *p) noexcept { std::free(p); }
void operator delete(void *p, std::size_t) noexcept { std::free(p); }

namespace {

using doubles = std::vector<double>;
using words = std::vector<std::string>;

words split(const std::string &text, char at)
{
    words out(1);
    for (const char c : text) {
        if (c == at) {
            out.emplace_back();
        } else {
            out.back() += c;
        }
    }
    return out;
}

// An empty word is a value that is not there: -1.
doubles numbers(const std::string &text)
{
    doubles out;
    for (const std::string &word : text.empty() ? words() : split(text, ';')) {
        out.push_back(word.empty() ? -1 : std::strtod(word.c_str(), nullptr));
    }
    return out;
}

struct answer {
    std::vector<minrisk_status> status;
    double value[8] = {};
    std::size_t values = 0;
    std::size_t bad = minrisk::error::no_index;

    void refuse(const minrisk::error &error)
    {
        values = 0;
        status[0] = error.status;
        bad = error.index;
    }
    void add(double x) { value[values++] = x; }
    void add(std::size_t x) { value[values++] = static_cast<double>(x); }
    void add(const minrisk_interval &x) { add(x.low), add(x.high); }
    void add(const minrisk::supplier &x) { add(x.index), add(x.share); }
    void add(const minrisk::interval &x) { add(x.low), add(x.high), add(x.high_is_sharp ? 1.0 : 0.0); }

    template <class T> void take(const minrisk::expected<T> &result)
    {
        if (result) {
            add(*result);
        } else {
            refuse(result.error());
        }
    }
};

void groups(const doubles &x, const std::vector<std::size_t> &offset, answer &a)
{
    std::vector<double> hhi(offset.size() - 1, -1);
    std::vector<minrisk_status> each(hhi.size());
    if (const auto good = minrisk::hhi_groups(x, offset, hhi, each); !good) {
        return a.refuse(good.error());
    }
    a.status = each;
    for (std::size_t g = 0; g < each.size(); g++) {
        a.add(hhi[g]);
        const auto one = minrisk::hhi({x.data() + offset[g], offset[g + 1] - offset[g]});
        if (!one && one.error().index < x.size() && a.bad > x.size()) {
            a.bad = offset[g] + one.error().index;
        }
    }
}

// A chain of one project a stage, each with a capacity of one unit, which is what is needed.
minrisk::error forecast(const doubles &least, const doubles &argument, answer &a)
{
    const std::size_t n = least.size();
    const double *most = argument.data(), *success = most + n, *rest = success + n;
    std::vector<std::uint32_t> one(n, 1), number(n);
    std::vector<std::int32_t> table(2 * n), work(11 * n);
    std::vector<std::uint64_t> chance(n);
    std::vector<std::size_t> first(n + 1);
    minrisk_model model = {};
    for (std::size_t p = 0; p < n; p++) {
        number[p] = static_cast<std::uint32_t>(p);
        first[p + 1] = p + 1;
        minrisk_status status = minrisk_lead_uniform(least[p], most[p], &table[2 * p], 2);
        status = status == MINRISK_OK ? minrisk_chance(success[p], &chance[p]) : status;
        if (status != MINRISK_OK) {
            return {status};
        }
    }
    model.projects = model.stages = model.tables = n;
    model.table_len = 2;
    model.table = table.data();
    model.stage = model.phase = number.data();
    model.capacity = model.need = one.data();
    model.phase_first = first.data();
    model.success = chance.data();
    model.horizon = static_cast<std::int32_t>(rest[0] * MINRISK_TICKS_PER_YEAR);

    minrisk::tally whole, part;
    const auto seed = static_cast<std::uint64_t>(rest[1]);
    const auto trials = static_cast<std::uint32_t>(rest[2]);
    whole.run(model, seed, 0, trials / 3, work);
    part.run(model, seed, trials / 3, trials - trials / 3, work);
    whole.merge(part);
    const auto median = whole.quantile(0.5);
    a.add(static_cast<double>(whole.counts().trials));
    a.add(static_cast<double>(whole.counts().never));
    a.add(static_cast<double>(whole.counts().sum));
    a.add((median->value.known & MINRISK_KNOWS_FIRST) != 0 ? median->value.first : -1);
    for (std::size_t s = 0; s < n; s++) {
        a.add(static_cast<double>(whole.counts().bottleneck[s]));
    }
    return {};
}

// The same market as a running one, to which a supplier came that left again.
bool runs_alike(const doubles &x, double hhi)
{
    minrisk::market market, rest;
    market.add(7);
    for (const double quantity : x) {
        rest.add(quantity);
    }
    market.merge(rest);
    market.remove(7);
    return market.hhi().value_or(0) == hhi;
}

void call_one(const std::string &function, const doubles &x, const doubles &p, answer &a)
{
    if (function == "hhi") {
        a.take(minrisk::hhi(x));
    } else if (function == "effective_suppliers") {
        a.take(minrisk::effective_suppliers(x));
    } else if (function == "hhi_normalised") {
        a.take(minrisk::hhi_normalised(x, static_cast<std::size_t>(p[0])));
    } else if (function == "top_share") {
        a.take(minrisk::top_share(x, static_cast<std::size_t>(p[0])));
    } else if (function == "leader") {
        a.take(minrisk::leader(x));
    } else if (function == "weighted_hhi") {
        a.take(minrisk::weighted_hhi(x, p));
    } else if (function == "hhi_bounds") {
        a.take(minrisk::hhi_bounds(x, p[0], static_cast<std::size_t>(p[1]), p[2]));
    }
}

answer call(const std::string &function, const doubles &x, const doubles &p)
{
    answer a;
    a.status.push_back(MINRISK_OK);
    doubles scratch(2 * x.size());
    const long before = allocations;
    if (function == "hhi_interval") {
        a.take(minrisk::hhi_interval(x, p, scratch));
    } else {
        call_one(function, x, p, a);
    }
    if (allocations != before || (function == "hhi" && a.values == 1 && !runs_alike(x, a.value[0]))) {
        a.status[0] = MINRISK_E_STATE;
    }
    if (function == "hhi_groups") {
        groups(x, {p.begin(), p.end()}, a);
    } else if (function == "forecast_run") {
        if (const auto error = forecast(x, p, a); error.status != MINRISK_OK) {
            a.refuse(error);
        }
    }
    return a;
}

bool alike(const std::string &line)
{
    const words column = split(line, ',');
    const answer a = call(column[1], numbers(column[2]), numbers(column[3]));
    const doubles status = numbers(column[4]), bad = numbers(column[5]), expected = numbers(column[6]);
    bool same = a.status.size() == status.size() && a.values == expected.size() &&
                (bad.empty() ? a.bad == minrisk::error::no_index
                             : a.bad == static_cast<std::size_t>(bad[0]));
    for (std::size_t i = 0; same && i < status.size(); i++) {
        same = static_cast<double>(a.status[i]) == status[i];
    }
    return same && (a.values == 0 ||
                    std::memcmp(a.value, expected.data(), a.values * sizeof a.value[0]) == 0);
}

} // namespace

int main(int argc, char **argv)
{
    std::ifstream file(argc == 2 ? argv[1] : "");
    std::string line;
    int cases = 0, wrong = 0;

    std::getline(file, line); // the head
    for (; std::getline(file, line); cases++) {
        if (!alike(line)) {
            wrong++;
            std::printf("differs: %s\n", line.c_str());
        }
    }
    if (wrong == 0) {
        std::printf("%d cases alike\n", cases);
    }
    return wrong > 0 || cases == 0;
}
