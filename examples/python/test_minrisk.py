# SPDX-License-Identifier: MIT
"""Tests of minrisk.py: python3 test_minrisk.py [TEST...]. Those that need numpy or pandas are
skipped without them."""

import array
import doctest
import math
import os
import pickle
import struct
import sys
import threading
import unittest
from pathlib import Path

import minrisk

try:
    if os.environ.get("WITHOUT_NUMPY"):
        raise ImportError
    import numpy
    import pandas
except ImportError:
    numpy = pandas = None

CASES = Path(__file__).resolve().parent.parent / "cases.csv"


def numbers(text):
    return [float(word) if word else None for word in text.split(";")] if text else []


def bits(values):
    return [None if v is None or math.isnan(v) else struct.pack("<d", v) for v in values]


def chain(least, argument):
    n = len(least)
    leads = zip(least, argument[:n], argument[n : 2 * n])
    projects = [
        minrisk.Project(1, [minrisk.uniform(a, b, knots=2)], chance, stage)
        for stage, (a, b, chance) in enumerate(leads)
    ]
    return minrisk.Model([1] * n, projects, argument[2 * n])


def forecast(least, argument):
    seed, trials = (int(word) for word in argument[-2:])
    tally = minrisk.forecast(chain(least, argument), trials, seed)
    counts = tally.counts
    median = tally.quantile(0.5).value.years
    return [counts.trials, counts.never, counts.sum, median, *counts.bottleneck[: len(least)]]


# Each function of cases.csv: (quantities, arguments) to values.
CALLS = {
    "hhi": lambda x, p: [minrisk.hhi(x)],
    "effective_suppliers": lambda x, p: [minrisk.effective_suppliers(x)],
    "hhi_normalised": lambda x, p: [minrisk.hhi_normalised(x, int(p[0]))],
    "top_share": lambda x, p: [minrisk.top_share(x, int(p[0]))],
    "leader": lambda x, p: list(minrisk.leader(x)),
    "weighted_hhi": lambda x, p: [minrisk.weighted_hhi(x, p)],
    "hhi_bounds": lambda x, p: list(minrisk.hhi_bounds(x, p[0], int(p[1]), p[2])),
    "hhi_interval": lambda x, p: [*minrisk.hhi_interval(x, p)[0], minrisk.hhi_interval(x, p)[1]],
    "forecast_run": forecast,
}


def call(function, quantity, argument):
    """Statuses, the bad element and values, as the file has them."""
    try:
        if function == "hhi_groups":
            groups = minrisk.hhi_groups(quantity, [int(o) for o in argument])
            return list(groups.status), None, list(groups.hhi)
        return [0], None, CALLS[function](quantity, argument)
    except minrisk.BadElement as error:
        return [error.status], error.index, []
    except minrisk.MinriskError as error:
        return [error.status], None, []


def check_cases(test, convert):
    cases = 0
    for line in CASES.read_text(encoding="ascii").splitlines()[1:]:
        name, function, quantity, argument, status, bad, expected = line.split(",")
        with test.subTest(name, function=function):
            said = call(function, convert(numbers(quantity)), numbers(argument))
            index = int(bad) if bad and function != "hhi_groups" else None
            test.assertEqual(said[0], [int(word) for word in status.split(";")])
            test.assertEqual(said[1], index)
            test.assertEqual(bits(map(maybe, said[2])), bits(numbers(expected)))
        cases += 1
    test.assertGreater(cases, 60)
    print(f"{cases} cases alike")


def maybe(value):
    return None if value is None else float(value)


class WithoutNumpy(unittest.TestCase):
    def test_what_the_text_shows(self):
        failed, tried = doctest.testmod(minrisk, optionflags=doctest.ELLIPSIS)
        self.assertEqual(failed, 0)
        self.assertGreater(tried, 0)

    def test_cases_of_lists(self):
        check_cases(self, list)

    def test_cases_of_buffers(self):
        check_cases(self, lambda x: array.array("d", x))

    def test_a_buffer_is_not_copied(self):
        quantities = array.array("d", [3, 2, 1])
        self.assertEqual(minrisk._Doubles(quantities).address, quantities.buffer_info()[0])

    def test_what_is_no_buffer_of_doubles_is_copied(self):
        market = [3.0, 2.0, 1.0]
        for other in (
            tuple(market), iter(market), array.array("f", market), array.array("i", [3, 2, 1]),
            memoryview(array.array("d", [3, 0, 2, 0, 1, 0]))[::2],
            memoryview(array.array("d", market)).toreadonly(),
        ):  # fmt: skip
            self.assertEqual(minrisk.hhi(other), minrisk.hhi(market))

    def test_an_error_names_the_element(self):
        with self.assertRaisesRegex(minrisk.BadElement, "element 2 is -0.5") as caught:
            minrisk.hhi([1, 2, -0.5, math.nan])
        self.assertEqual((caught.exception.index, caught.exception.value), (2, -0.5))
        self.assertIsInstance(caught.exception, ValueError)
        with self.assertRaisesRegex(minrisk.BadElement, "element 1 is from 5.0 to 4.0"):
            minrisk.hhi_interval([1, 5], [2, 4])

    def test_what_c_would_wrap_around_is_refused(self):
        for wrong in (lambda: minrisk.top_share([1], -1), lambda: minrisk.hhi_groups([1], [0, -1]),
                      lambda: minrisk.hhi_bounds([1], 1, -1),
                      lambda: minrisk.hhi_normalised([1], -1),
                      lambda: minrisk.forecast(chain([1], [2, 1, 9]), 2**40)):  # fmt: skip
            self.assertRaises(OverflowError, wrong)
        self.assertRaises(TypeError, minrisk.top_share, [1], 1.5)
        self.assertRaises(minrisk.MinriskError, chain, [1], [2, 1, 1e9])
        self.assertRaises(minrisk.MinriskError, minrisk.weighted_hhi, [1, 2], [1])
        phases = [minrisk.pert(1, 2, 3), minrisk.pert(1, 2, 3, knots=9)]
        with self.assertRaisesRegex(minrisk.MinriskError, "equally many knots"):
            minrisk.Model([1], [minrisk.Project(1, phases)], 9)

    def test_shares_and_profile(self):
        self.assertEqual(minrisk.shares([6, 2, 0]), [0.75, 0.25, 0.0])
        profile = minrisk.profile([6, 2, 0])
        self.assertEqual((profile.total, profile.suppliers, profile.leader), (8.0, 2, 0))
        self.assertEqual((profile.hhi, profile.hhi_normalised), (0.625, 0.25))

    def test_a_running_market(self):
        market, rest = minrisk.Market([1e308, 5e-324]), minrisk.Market([2, 3])
        market.merge(rest)
        market.replace(3, 4)
        market.remove(1e308)
        self.assertEqual((market.hhi(), len(market)), (minrisk.hhi([5e-324, 2, 4]), 3))
        self.assertEqual(pickle.loads(pickle.dumps(market)), market)
        self.assertNotEqual(market, rest)
        with self.assertRaisesRegex(minrisk.MinriskError, "element"):
            market.remove(50)
        with self.assertRaises(minrisk.MinriskError):
            minrisk.Market.from_bytes(b"no market" + bytes(839))
        with self.assertRaisesRegex(minrisk.MinriskError, "total is zero"):
            minrisk.Market().hhi()


class Forecast(unittest.TestCase):
    def setUp(self):
        self.model = chain([2, 1.5], [9, 6.25, 0.75, 0.875, 25])
        self.whole = minrisk.forecast(self.model, 3000, 7)

    def test_threads_and_slices_come_to_the_same(self):
        tallies = [minrisk.Tally() for _ in range(3)]
        model = pickle.loads(pickle.dumps(self.model))
        threads = [
            threading.Thread(target=model.run, args=(7, 1000 * i, 1000, tally))
            for i, tally in enumerate(tallies)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        tallies[2].merge(tallies[0])
        tallies[2].merge(pickle.loads(pickle.dumps(tallies[1])))
        self.assertEqual(tallies[2], self.whole)

    def test_progress(self):
        parts = []
        self.assertEqual(minrisk.forecast(self.model, 3000, 7, parts.append), self.whole)
        self.assertEqual((len(parts), parts[0], parts[-1]), (100, 0.01, 1.0))

        def stop(part):
            raise KeyboardInterrupt

        self.assertRaises(KeyboardInterrupt, minrisk.forecast, self.model, 3000, 7, stop)

    def test_what_it_says(self):
        reached = self.whole.counts.trials - self.whole.counts.never
        within = self.whole.within(25)
        self.assertEqual(within.value, reached / 3000)
        self.assertLess(within.low, 0.75 * 0.875)  # both succeed, and 25 years are enough
        self.assertGreater(within.high, 0.75 * 0.875)
        self.assertEqual(self.whole.quantile(0.9).value, (None, "not within the horizon"))
        self.assertIn("the need does not change", self.whole.assumptions())


@unittest.skipUnless(numpy, "numpy and pandas are not here")
class WithNumpy(unittest.TestCase):
    def test_cases_of_arrays(self):
        check_cases(self, lambda x: numpy.array(x, dtype=float))

    def test_float64_is_not_copied(self):
        quantities = numpy.array([3.0, 2.0, 1.0])
        quantities.flags.writeable = False
        for values in (quantities, pandas.Series(quantities)):
            self.assertEqual(minrisk._Doubles(values).address, quantities.ctypes.data)
        self.assertEqual(minrisk._Doubles(quantities[1:]).address, quantities.ctypes.data + 8)

    def test_others_are_copied(self):
        whole = numpy.array([3, 2, 1])
        for other in (whole, whole.astype("f4"), whole.astype(">f8"), whole[::-1].astype(float)):
            self.assertEqual(minrisk.hhi(other), minrisk.hhi([3, 2, 1]))
        twos = numpy.array([3.0, 9.0, 2.0, 9.0, 1.0])[::2]
        self.assertEqual(minrisk.hhi(twos), minrisk.hhi([3, 2, 1]))

    def test_what_is_no_market_is_refused(self):
        for wrong in (numpy.ones((2, 2)), ["1", "2"], [1j], 1.0):
            self.assertRaises(TypeError, minrisk.hhi, numpy.array(wrong))

    def test_results_are_arrays_too(self):
        shares = minrisk.shares(numpy.array([6.0, 2.0]))
        self.assertIsInstance(shares, numpy.ndarray)
        self.assertEqual(list(shares), [0.75, 0.25])

    def test_groups_of_pandas(self):
        frame = pandas.DataFrame(
            {"of": ["b", "a", "b", None, "a", "c", "b"], "t": [1.0, 5, 2, 9, 3, 0, 4]}
        )
        found = minrisk.hhi_by(frame.groupby("of")["t"])
        self.assertEqual(list(found.index), ["a", "b", "c"])
        self.assertEqual(list(found)[:2], [minrisk.hhi([5, 3]), minrisk.hhi([1, 2, 4])])
        self.assertTrue(math.isnan(found["c"]))  # without supply
        frame.loc[4, "t"] = -1
        with self.assertRaisesRegex(minrisk.BadElement, "element 4 is -1.0"):
            minrisk.hhi_by(frame.groupby("of")["t"])

    def test_masked_elements_are_refused(self):
        some = numpy.ma.array([3.0, 1.0], mask=[False, True])
        with self.assertRaises(TypeError):
            minrisk.hhi(some)
        self.assertEqual(minrisk.hhi(some.compressed()), 1.0)
        self.assertEqual(minrisk.hhi(numpy.ma.array([3.0, 1.0])), 0.625)

    def test_a_market_of_a_million(self):
        quantities = numpy.random.default_rng(1).lognormal(size=1_000_000)
        shuffled = numpy.random.default_rng(2).permutation(quantities)
        self.assertEqual(minrisk.hhi(quantities), minrisk.hhi(shuffled))


if __name__ == "__main__":
    if os.environ.get("WITHOUT_NUMPY"):
        assert "numpy" not in sys.modules
    unittest.main()
