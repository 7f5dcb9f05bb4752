# SPDX-License-Identifier: MIT
"""The expected results of examples/cases.csv, from exact fractions and from a plain forecast of its
own: none of the library's code runs here.

    python3 tests/integrations/truth.py FILE          names each row that is not what it should be
    python3 tests/integrations/truth.py --print FILE  prints the file with what it should be
"""
import math
import os
import sys
from fractions import Fraction
from itertools import product

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../support"))
from quantities import above, below, index_of, nearest, numbers

OK, SIZE, PARAM, DATA, NO_SUPPLY = 0, -3, -4, -5, -6
HEAD = "case,function,quantity,argument,status,bad,expected"


class Refused(Exception):
    def __init__(self, status, bad=""):
        super().__init__(status)
        self.status = status
        self.bad = bad


# --- the checks of the contract, in its order ----------------------------------------------------


def is_quantity(x):
    return math.isfinite(x) and x >= 0


def refuse_size(values):
    if not values:
        raise Refused(SIZE)


def refuse_data(values):
    for i, x in enumerate(values):
        if not is_quantity(x):
            raise Refused(DATA, i)


def market(values):
    """The market as fractions, if it is one."""
    refuse_size(values)
    refuse_data(values)
    if not any(values):
        raise Refused(NO_SUPPLY)
    return [Fraction(x) for x in values]


# --- the functions -------------------------------------------------------------------------------


def hhi(values, _):
    return [nearest(index_of(market(values)))]


def effective_suppliers(values, _):
    return [nearest(1 / index_of(market(values)))]


def hhi_normalised(values, argument):
    size = int(argument[0])
    refuse_size(values)
    refuse_data(values)
    positive = sum(x > 0 for x in values)
    if size != 0 and size < positive:
        raise Refused(PARAM)
    h, m = index_of(market(values)), size or positive
    return [1.0 if m == 1 else nearest((h * m - 1) / (m - 1))]


def top_share(values, argument):
    k = int(argument[0])
    if k == 0:
        raise Refused(SIZE)
    x = market(values)
    return [nearest(sum(sorted(x, reverse=True)[:k]) / sum(x))]


def leader(values, _):
    x = market(values)
    return [x.index(max(x)), nearest(max(x) / sum(x))]


def weighted_hhi(values, argument):
    refuse_size(values)
    for i, (x, w) in enumerate(zip(values, argument)):
        if not is_quantity(x) or not is_quantity(w):
            raise Refused(DATA, i)
    x = market(values)
    return [nearest(sum(a * a * Fraction(w) for a, w in zip(x, argument)) / sum(x) ** 2)]


def hhi_bounds(values, argument):
    residual, count, cap = argument
    refuse_size(values)
    if not is_quantity(residual) or not is_quantity(cap):
        raise Refused(PARAM)
    refuse_data(values)
    rest, most = Fraction(residual), Fraction(cap)
    if count and cap and count * most < rest:
        raise Refused(PARAM)
    x = market(values + [residual])[:-1]
    squares, total = sum(a * a for a in x), sum(x) + rest
    full = rest // most if cap else 0
    left = rest - full * most
    low = squares + (rest * rest / Fraction(count) if count else 0)
    high = squares + full * most * most + left * left
    return [below(low / total**2), above(high / total**2)]


def hhi_interval(values, argument):
    refuse_size(values)
    for i, (low, high) in enumerate(zip(values, argument)):
        if not is_quantity(low) or not is_quantity(high) or low > high:
            raise Refused(DATA, i)
    box = [(Fraction(a), Fraction(b)) for a, b in zip(values, argument)]
    if not any(argument):
        raise Refused(NO_SUPPLY)
    # H is quasi-convex: its maximum is at a vertex, its minimum where each x_i is as near to one
    # level as its interval allows, and the level is Q / T: that of two neighbouring ends.
    high = max(index_of(v) for v in product(*box) if any(v))
    ends = sorted(set(end for pair in box for end in pair if end > 0))
    levels = list(ends)
    for a, b in zip(ends, ends[1:]):
        fixed = [min(max((a + b) / 2, lo), hi) for lo, hi in box if not lo < (a + b) / 2 < hi]
        if sum(fixed) > 0:
            level = sum(f * f for f in fixed) / sum(fixed)
            levels += [level] if a <= level <= b else []
    low = min(index_of([min(max(level, lo), hi) for lo, hi in box]) for level in levels)
    return [below(low), above(high), 1]


def hhi_groups(values, offset):
    """A status and a value for each market; `bad` is where the first bad element stands."""
    offset = [int(o) for o in offset]
    if len(offset) < 2 or offset != sorted(offset) or offset[-1] > len(values):
        raise Refused(SIZE)
    each, out, first = [], [], ""
    for a, b in zip(offset, offset[1:]):
        try:
            out += hhi(values[a:b], [])
            each.append(OK)
        except Refused as refusal:
            out.append("")
            each.append(refusal.status)
            if refusal.status == DATA and first == "":
                first = a + refusal.bad
    return each, first, out


# --- a forecast, as forecast.h words it ----------------------------------------------------------

ROTATIONS = [(10, 26), (11, 21), (13, 27), (23, 5), (6, 20), (17, 11), (25, 10), (18, 20)]
WORD = 2**32 - 1


def threefry(key, counter):
    """Threefry4x32-20: Salmon, Moraes, Dror and Shaw 2011."""
    k = list(key) + [0x1BD11BDA ^ key[0] ^ key[1] ^ key[2] ^ key[3]]
    x = list(counter)
    for r in range(21):
        if r % 4 == 0:
            x = [(x[i] + k[(r // 4 + i) % 5]) & WORD for i in range(4)]
            x[3] = (x[3] + r // 4) & WORD
        if r == 20:
            return x
        for (a, b), turn in zip(((0, 1), (2, 3)) if r % 2 == 0 else ((0, 3), (2, 1)), ROTATIONS[r % 8]):
            x[a] = (x[a] + x[b]) & WORD
            x[b] = ((x[b] << turn | x[b] >> (32 - turn)) & WORD) ^ x[a]


def draw(seed, trial, entity, domain):
    return threefry(
        [seed & WORD, seed >> 32, 0, 0],
        [trial & WORD, trial >> 32, entity, domain << 24],
    )


def start(seed, trial, project, least, most, chance):
    """The tick at which a project starts, if it succeeds."""
    if not draw(seed, trial, project >> 2, 1)[project & 3] < chance:
        return math.inf
    part = draw(seed, trial, project, 0)[0] >> 16
    return least + ((most - least) * part >> 16)


def forecast_run(least, argument):
    """A chain of one project a stage, all of which are needed."""
    n = len(least)
    most, success = argument[:n], argument[n : 2 * n]
    horizon, seed, trials = argument[2 * n :]
    if any(not 0 <= p <= 1 for p in success) or any(a > b for a, b in zip(least, most)):
        raise Refused(PARAM)
    ticks = [(int(a * 65536), int(b * 65536)) for a, b in zip(least, most)]
    chances = [int(p * 2**32) for p in success]
    months, bottleneck, never, total = {}, [0] * n, 0, 0
    for trial in range(int(trials)):
        starts = [start(int(seed), trial, p, *ticks[p], chances[p]) for p in range(n)]
        last = max(starts)
        if last > horizon * 65536:
            never += 1
            continue
        total += last
        bottleneck[starts.index(last)] += 1
        month = -(-last * 12 // 65536) - 1
        months[month] = months.get(month, 0) + 1
    return [int(trials), never, total, median(months, int(trials), never)] + bottleneck


def median(months, trials, never):
    """Straight within its month; empty if that trial does not get there."""
    rank, before = -(-trials // 2), 0
    if rank > trials - never:
        return ""
    for month in sorted(months):
        if before + months[month] >= rank:
            return (month + (rank - before - 0.5) / months[month]) / 12
        before += months[month]


# --- the file ------------------------------------------------------------------------------------


def joined(values):
    return ";".join(v if v == "" else repr(v) for v in values)


def answer(function, quantity, argument):
    try:
        if function == "hhi_groups":
            each, bad, out = hhi_groups(quantity, argument)
            return joined(each), str(bad), joined(out)
        return "0", "", joined(globals()[function](quantity, argument))
    except Refused as refusal:
        return str(refusal.status), str(refusal.bad), ""


def right(line):
    case, function, quantity, argument = line.split(",")[:4]
    return ",".join((case, function, quantity, argument) + answer(function, numbers(quantity), numbers(argument)))


def main(arguments):
    printing = arguments[:1] == ["--print"]
    with open(arguments[-1], encoding="ascii") as file:
        head, *lines = file.read().splitlines()
    should = [right(line) for line in lines]
    if printing:
        print("\n".join([HEAD] + should))
        return 0
    wrong = [f"{a}\n    should be {b}" for a, b in zip(lines, should) if a != b]
    wrong += ["the head"] if head != HEAD else []
    print("\n".join(wrong + [f"{len(lines)} cases, {len(wrong)} wrong"]))
    return 1 if wrong or len(lines) < 60 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
