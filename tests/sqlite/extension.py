# SPDX-License-Identifier: MIT
"""The extension for SQLite: extension.py LIBRARY. Values against exact fractions and the cases that
all integrations share, windows against a computation anew to the bit, and hostile input."""
import csv
import math
import os
import random
import resource
import sqlite3
import sys
import time
import unittest
from fractions import Fraction

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../support"))
from quantities import above, any_quantity, below, index_of, nearest, numbers

LIBRARY = sys.argv.pop(1)
CASES = os.path.join(os.path.dirname(__file__), "../../examples/cases.csv")


def connect():
    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    db.load_extension(LIBRARY)
    return db


class Extension(unittest.TestCase):
    def setUp(self):
        self.db = connect()
        self.db.execute("CREATE TABLE t(i INTEGER PRIMARY KEY, q, r)")

    def tearDown(self):
        self.db.close()

    def fill(self, rows):
        self.db.execute("DELETE FROM t")
        self.db.executemany("INSERT INTO t(q, r) VALUES (?, ?)", rows)

    def one(self, query, *arguments):
        return self.db.execute(query, arguments).fetchone()[0]

    def refused(self, text, query, *arguments):
        with self.assertRaises(sqlite3.Error) as caught:
            self.db.execute(query, arguments).fetchall()
        self.assertIn(text, str(caught.exception))

    # --- values --------------------------------------------------------------------------------

    @unittest.skipUnless(os.path.exists(CASES), "examples/cases.csv is not there")
    def test_shared_cases(self):
        expressions = {
            "hhi": "hhi(q)",
            "effective_suppliers": "effective_suppliers(q)",
            "top_share": "top_share(q, r)",
            "weighted_hhi": "weighted_hhi(q, r)",
            "hhi_bounds": "hhi_low(q, r)",
        }
        seen = 0
        with open(CASES, encoding="ascii") as file:
            for case in csv.DictReader(file):
                if case["function"] in expressions:
                    seen += self.shared_case(case, expressions[case["function"]])
        self.assertGreater(seen, 45)

    def shared_case(self, case, expression):
        """SQL has no NaN: Python's becomes NULL, and such a row is skipped."""
        quantity, argument = numbers(case["quantity"]), numbers(case["argument"])
        if any(x != x for x in quantity + argument):
            return 0
        if case["function"] == "hhi_bounds":
            if argument[1:] != [0, 0]:
                return 0
        if case["function"] in ("top_share", "hhi_bounds"):
            argument = [argument[0]] * len(quantity)
        if case["function"] == "top_share":
            argument = [int(k) for k in argument]
        self.fill(zip(quantity, argument or [None] * len(quantity)))
        with self.subTest(case["case"], function=case["function"]):
            if case["status"] == "0":
                expected = numbers(case["expected"])
                self.assertEqual(self.one(f"SELECT {expression} FROM t"), expected[0])
                if len(expected) == 2:
                    self.assertEqual(self.one("SELECT hhi_high(q, r) FROM t"), expected[1])
            elif not quantity or case["status"] == "-6":
                self.assertIsNone(self.one(f"SELECT {expression} FROM t"))
            else:
                self.refused("must be", f"SELECT {expression} FROM t")
        return 1

    def test_random_markets_against_fractions(self):
        source = random.Random(9)
        for _ in range(150):
            market = [any_quantity(source) for _ in range(source.randrange(1, 30))]
            rest, k = any_quantity(source), source.randrange(1, 12)
            weights = [any_quantity(source) for _ in market]
            x, r = [Fraction(q) for q in market], Fraction(rest)
            self.fill(zip(market, weights))
            got = self.db.execute(
                "SELECT hhi(q), effective_suppliers(q), top_share(q, ?1), hhi_low(q, ?2), hhi_high(q, ?2),"
                " weighted_hhi(q, r) FROM t", (k, rest)).fetchone()
            if sum(x) == 0:
                self.assertEqual(got[:3], (None, None, None))
                continue
            squares, total = sum(a * a for a in x), sum(x)
            self.assertEqual(got[:5], (
                nearest(index_of(x)), nearest(1 / index_of(x)),
                nearest(sum(sorted(x)[-k:]) / total),
                below(squares / (total + r) ** 2), above((squares + r * r) / (total + r) ** 2)))
            try:
                weighted = nearest(sum(a * a * Fraction(w) for a, w in zip(x, weights)) / total**2)
            except OverflowError:
                continue
            self.assertLessEqual(abs(got[5] - weighted), math.ulp(weighted))

    def test_nulls_and_nothing(self):
        for expression in ("hhi(q)", "effective_suppliers(q)", "hhi_low(q, 1)", "hhi_high(q, 1)",
                           "top_share(q, 1)", "weighted_hhi(q, 1)"):
            self.fill([])
            self.assertIsNone(self.one(f"SELECT {expression} FROM t"), expression)
            self.fill([(None, 1)])
            self.assertIsNone(self.one(f"SELECT {expression} FROM t"), expression)
            self.fill([(3, 1), (None, 1), (3, 1)])
            without = self.one(f"SELECT {expression} FROM t WHERE q IS NOT NULL")
            self.assertIsNotNone(without)
            self.assertEqual(self.one(f"SELECT {expression} FROM t"), without, expression)
        self.fill([(0, 5)])
        self.assertIsNone(self.one("SELECT hhi(q) FROM t"))
        self.assertEqual(self.db.execute("SELECT hhi_low(q, r), hhi_high(q, r) FROM t").fetchone(), (0, 1))
        self.fill([(1, None), (2, None)])
        self.assertIsNone(self.one("SELECT hhi_low(q, r) FROM t"))
        self.assertIsNone(self.one("SELECT top_share(q, r) FROM t"))
        self.assertIsNone(self.one("SELECT weighted_hhi(q, r) FROM t"))
        self.fill([(1, 2), (2, None), (3, 4)])
        self.assertEqual(self.one("SELECT weighted_hhi(q, r) FROM t"), 38 / 16)
        self.assertEqual(self.one("SELECT hhi(DISTINCT q) FILTER (WHERE q > 1) FROM t"), 13 / 25)
        self.assertEqual(self.one("SELECT top_share(q, 9223372036854775807) FROM t"), 1)

    # --- windows -------------------------------------------------------------------------------

    FRAMES = (
        "ROWS BETWEEN 3 PRECEDING AND 2 FOLLOWING",
        "ROWS BETWEEN 9 PRECEDING AND 4 PRECEDING",
        "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW",
        "ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING",
        "ROWS BETWEEN 40 PRECEDING AND 1 FOLLOWING",
        "GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING",
        "RANGE BETWEEN 4 PRECEDING AND 3 FOLLOWING",
        "ROWS BETWEEN 3 PRECEDING AND 3 FOLLOWING EXCLUDE CURRENT ROW",
        "GROUPS BETWEEN 2 PRECEDING AND 2 FOLLOWING EXCLUDE TIES",
    )
    MEASURES = ("hhi(q)", "effective_suppliers(q)", "hhi_low(q, 1.25)", "hhi_high(q, 1.25)",
                "top_share(q, 3)", "weighted_hhi(q, r)")

    def test_windows_are_computations_anew(self):
        """Each frame's rows, listed by SQLite itself, go through the plain aggregate."""
        source = random.Random(10)
        rows = [(None if source.randrange(8) == 0 else any_quantity(source), any_quantity(source))
                for _ in range(120)]
        rows[40:48] = [(0.0, 1.0)] * 8
        self.fill(rows)
        for frame in self.FRAMES:
            order = "i" if frame.startswith("ROWS") else "i / 3"
            window = f"OVER (ORDER BY {order} {frame})"
            columns = ", ".join(f"{m} {window}" for m in self.MEASURES)
            for row in self.db.execute(f"SELECT group_concat(i) {window}, {columns} FROM t").fetchall():
                anew = self.db.execute(
                    f"SELECT {', '.join(self.MEASURES)} FROM t WHERE i IN ({row[0] or ''})").fetchone()
                self.assertEqual(row[1:], anew, frame)

    def test_a_constant_of_each_partition(self):
        self.fill([(1, 5), (2, 5), (4, 6), (4, 6)])
        rows = self.db.execute("SELECT hhi_high(q, r) OVER (PARTITION BY r), top_share(q, r - 4) OVER"
                               " (ORDER BY i ROWS CURRENT ROW), hhi_high(q, r) OVER (ORDER BY i ROWS CURRENT ROW)"
                               " FROM t").fetchall()
        self.assertEqual([r[0] for r in rows], [30 / 64] * 2 + [above(Fraction(68, 14 * 14))] * 2)
        self.assertEqual([r[1] for r in rows], [1, 1, 1, 1])
        self.assertEqual([r[2] for r in rows], [above(Fraction(n, d)) for n, d in
                                                ((26, 36), (29, 49), (52, 100), (52, 100))])
        self.refused("residual must be the same", "SELECT hhi_low(q, r) OVER (ORDER BY i) FROM t")

    # --- hostile input -------------------------------------------------------------------------

    def test_what_is_no_quantity_is_named(self):
        for bad, text in (("tons", "the text 'tons'"), ("12", "the text '12'"), (b"\x00\x01", "a blob of 2"),
                          (-3, "is -3"), (-5e-324, "is -4.94"), (math.inf, "is Inf"), (-math.inf, "is -Inf")):
            for expression, name in (("hhi(q)", "hhi: quantity"), ("top_share(q, 2)", "top_share: quantity"),
                                     ("hhi_low(1, q)", "hhi_low: residual"), ("hhi_high(q, 1)", "hhi_high"),
                                     ("weighted_hhi(1, q)", "weighted_hhi: weight"),
                                     ("effective_suppliers(q)", "effective_suppliers: quantity")):
                for over in ("", " OVER ()"):
                    self.fill([(4, 0), (bad, 0)])
                    self.refused(name, f"SELECT {expression}{over} FROM t WHERE q <> 4")
                    self.refused(text, f"SELECT {expression}{over} FROM t WHERE q <> 4")
        self.fill([("x" * 100000, 0)])
        self.refused("the text '" + "x" * 40 + "'", "SELECT hhi(q) FROM t")

    def test_bad_constants(self):
        self.fill([(1, 2), (2, 3)])
        self.refused("residual must be the same", "SELECT hhi_low(q, r) FROM t")
        self.refused("k must be the same", "SELECT top_share(q, r) FROM t")
        self.fill([(1, 2), (2, None)])
        self.refused("residual must be the same", "SELECT hhi_high(q, r) FROM t")
        for k in (0, -1, 1.5, 2.0, "2", b"2"):
            self.refused("k must be", "SELECT top_share(q, ?) FROM t", k)
        self.refused("wrong number of arguments", "SELECT hhi(q, r) FROM t")

    ROWS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)"

    def test_memory_is_freed(self):
        """A statement that ends early frees what it kept: a megabyte each time."""
        def peak():
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

        failing = self.ROWS + " SELECT weighted_hhi(i, CASE i WHEN 60000 THEN -1 ELSE i END) FROM n"
        self.refused("weight must be", failing)
        before = peak()
        for _ in range(40):
            self.refused("weight must be", failing)
        self.assertLess(peak() - before, 20000)

    @unittest.skipIf("MINRISK_SQL_ROWS" not in os.environ, "MINRISK_SQL_ROWS is not set")
    def test_the_limit_of_rows(self):
        query = self.ROWS.replace("60000", "?") + " SELECT top_share(i, 1) FROM n"
        self.assertGreater(self.one(query, 4194304), 0)
        self.refused("more than 4194304 rows", query, 4194305)

    def test_the_limit_of_the_heap_holds(self):
        """In a process of its own, since that limit can only be lowered."""
        query = f"{self.ROWS.replace('60000', '200000')} SELECT top_share(i, 2) FROM n"
        self.assertAlmostEqual(self.one(query), 2e-5, 9)
        child = os.fork()
        if child == 0:
            try:
                self.db.execute("PRAGMA hard_heap_limit = 2000000")
                self.db.execute(query).fetchall()
                os._exit(1)
            except (MemoryError, sqlite3.Error):
                os._exit(0)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 0)

    def test_flags(self):
        found = dict(self.db.execute("SELECT name, flags FROM pragma_function_list WHERE name IN ('hhi',"
                                     " 'hhi_low', 'hhi_high', 'top_share', 'effective_suppliers',"
                                     " 'weighted_hhi')").fetchall())
        self.assertEqual(len(found), 6)
        for name, flags in found.items():
            self.assertEqual(flags & 0x280800, 0x200800, name)  # innocuous, deterministic, not directonly
        self.db.execute("PRAGMA trusted_schema = OFF")
        self.fill([(1, 0), (3, 0)])
        self.db.execute("CREATE VIEW safe AS SELECT hhi(q) AS h FROM t")
        self.assertEqual(self.one("SELECT h FROM safe"), 10 / 16)
        for trusted in ("OFF", "ON"):
            self.db.execute(f"PRAGMA trusted_schema = {trusted}")
            self.db.execute("CREATE VIEW unsafe AS SELECT * FROM independence('[]', 1)")
            self.refused("unsafe use of virtual table", "SELECT * FROM unsafe")
            self.db.execute("DROP VIEW unsafe")

    # --- independence --------------------------------------------------------------------------

    CERTAIN = '{"capacity": 800, "least": 3, "likely": 3, "most": 3, "ramp": 2}'
    LIKELY = '{"capacity": 800, "least": 2, "likely": 4, "most": 8, "success": 0.5}'

    def chances(self, *arguments):
        marks = ", ".join("?" * len(arguments))
        return self.db.execute(f"SELECT chance FROM independence({marks})", arguments).fetchall()

    def test_independence_of_a_certain_project(self):
        """A need of 400 is half of the capacity, and reached half way up the ramp, at 4."""
        self.assertEqual([c[0] for c in self.chances(f"[{self.CERTAIN}]", 400, 6, 100)], [0, 0, 0, 0, 1, 1, 1])
        self.assertEqual([c[0] for c in self.chances(f"[{self.CERTAIN}]", 800, 6, 100)], [0, 0, 0, 0, 0, 1, 1])
        self.assertEqual([c[0] for c in self.chances(f"[{self.CERTAIN}]", 801, 6, 100)], [0] * 7)
        self.assertEqual([c[0] for c in self.chances("[]", 0, 1, 1)], [1, 1])
        for whole in (2**28 + 1, 2**28 + 3, 2**29 - 3):
            large = f"[{self.CERTAIN}]".replace("800", str(whole))
            self.assertEqual(self.chances(large, whole, 6, 10)[6], (1,))
            self.assertEqual(self.chances(large, whole + 1, 6, 10)[6], (0,))
        two = f"[{self.CERTAIN}, {self.CERTAIN}]"
        self.assertEqual([c[0] for c in self.chances(two, 1600, 6, 100)], [0, 0, 0, 0, 0, 1, 1])

    def test_independence_of_likely_ones(self):
        """Of two that succeed by half, one suffices by 3 of 4, and both are needed by 1 of 4; PERT(2, 4,
        8) is 2 + 6 Beta(7/3, 11/3), here by Simpson's rule."""
        a, b, n = 7 / 3, 11 / 3, 2000

        def density(x):
            return x ** (a - 1) * (1 - x) ** (b - 1)

        def part(to):
            h = to / n
            return h / 3 * sum((1, 4, 2)[0 if i in (0, n) else 1 + (i % 2 == 0)] * density(i * h) for i in range(n + 1))

        within = part(0.5) / part(1)  # of five years
        two = f"[{self.LIKELY}, {self.LIKELY}]"
        for need, expected in ((800, (1 - (1 - within / 2) ** 2, 0.75)), (1600, (within**2 / 4, 0.25))):
            rows = self.db.execute("SELECT low, chance, high FROM independence(?, ?, 10, 40000, 7)"
                                   " WHERE year IN (5, 10)", (two, need)).fetchall()
            for (low, chance, high), p in zip(rows, expected):
                self.assertTrue(low < chance < high)
                self.assertLess(abs(chance - p), 4 * math.sqrt(p * (1 - p) / 40000))

    def test_independence_is_reproducible(self):
        one = self.chances(f"[{self.LIKELY}]", 500, 10, 2500, 3)
        self.assertEqual(one, self.chances(f"[{self.LIKELY}]", 500, 10, 2500, 3))
        self.assertNotEqual(one, self.chances(f"[{self.LIKELY}]", 500, 10, 2500, 4))
        self.assertNotEqual(self.chances(f"[{self.LIKELY}]", 500, 10, 1000),
                            self.chances(f"[{self.LIKELY}]", 500, 10, 2000))  # trials of two slices
        self.assertEqual(len(self.chances(f"[{self.LIKELY}]", 500)), 41)
        joined = self.db.execute("SELECT n.value, max(chance) FROM json_each('[100, 900]') AS n,"
                                 " independence(?, n.value, 10) GROUP BY n.value", (f"[{self.LIKELY}]",)).fetchall()
        self.assertEqual([round(c, 1) for _, c in joined], [0.5, 0])
        self.assertIn("no supply ends", self.one("SELECT assumptions FROM independence('[]', 5)"))

    def test_bad_arguments_of_independence(self):
        good = f"[{self.LIKELY}]"
        for arguments, text in (
                ((), "projects and need must be given"),
                ((good,), "projects and need must be given"),
                ((good, -1), "need must be"), ((good, "5"), "need must be"), ((good, None), "need must be"),
                ((good, math.inf), "need must be"),
                ((good, 5, 101), "horizon must be a whole number from 0 to 100"), ((good, 5, 1.5), "horizon"),
                ((good, 5, -1), "horizon"), ((good, 5, 10, 0), "trials must be"),
                ((good, 5, 10, 1000001), "trials must be a whole number from 1 to 1000000"),
                ((good, 5, 10, 5, "x"), "seed must be"), ((good, 5, 10, 5, 1, 1), "too many arguments"),
                ((None, 5), "projects must be text"), ((b"[]", 5), "projects must be text"),
                (("[", 5), "malformed JSON"), (("{}", 5), "malformed JSON"), (("3", 5), "malformed JSON"),
                (("[3]", 5), "projects[0] is no object"), (("[null]", 5), "projects[0] is no object"),
                (("[{}]", 5), "projects[0] is no object"), (("[[1]]", 5), "projects[0]"),
                ((f"[{self.LIKELY}, {{}}]", 5), "projects[1] is no object"),
                (('[{"capacity": 1}]', 5), "projects[0] has no least"),
                ((f'[{self.LIKELY}, {{"capacity": 1}}]', 5), "projects[1] has no least"),
                (('[{"capacity": "1"}]', 5), "projects[0].capacity must be a number, but is of type text"),
                (('[{"kapacity": 1}]', 5), "unknown member 'kapacity'"),
                (('[{"capacity": 1, "capacity": 2}]', 5), "projects[0].capacity is there twice"),
                ((good.replace("800", "-1"), 5), "projects[0].capacity must be finite"),
                ((good.replace("800", "1e999"), 5), "projects[0].capacity must be finite"),
                ((good.replace("800", "1.7e308").replace("]", "," + good[1:].replace("800", "1.7e308")), 5), "too large"),
                ((good.replace("4", "1"), 5), "projects[0]: 0 <= least <= likely <= most"),
                ((good.replace("0.5", "1.5"), 5), "projects[0].success must be from 0 to 1"),
                ((f"[{self.CERTAIN}]".replace('"ramp": 2', '"ramp": -2'), 5), "projects[0].ramp must be"),
                (("[" + ", ".join([self.LIKELY] * 101) + "]", 5), "more than 100 projects"),
                (("[" + ", ".join([self.LIKELY] * 100) + "]", 5, 10, 200001), "at most 20000000, but are 20000100"),
        ):
            with self.subTest(text):
                marks = "(" + ", ".join("?" * len(arguments)) + ")" if arguments else ""
                self.refused(text, f"SELECT * FROM independence{marks}", *arguments)

    def test_independence_can_be_interrupted(self):
        """Between two slices: after as many calls of the handler as all else takes, and a few."""
        calls, most = [], math.inf

        def handler():
            calls.append(1)
            return len(calls) > most

        self.db.set_progress_handler(handler, 1)
        query = "SELECT max(chance) FROM independence(?, 5, 10, ?)"
        self.one(query, f"[{self.LIKELY}]", 1)
        before, most = len(calls), len(calls) + 20
        calls.clear()
        self.refused("interrupted", query, f"[{self.LIKELY}]", 1000000)
        self.assertLess(len(calls), before + 40)
        self.db.set_progress_handler(None, 1)
        self.assertEqual(len(self.chances(f"[{self.LIKELY}]", 5, 10, 1)), 11)

    # --- speed ---------------------------------------------------------------------------------

    def test_speed_against_own_sums(self):
        rows = int(os.environ.get("MINRISK_SQL_ROWS", "0"))
        if rows == 0:
            self.skipTest("MINRISK_SQL_ROWS is not set")
        self.db.execute("CREATE TABLE big(g INTEGER, q REAL)")
        self.db.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                        " INSERT INTO big SELECT i % 1000, (i * 7919 % 1000003) / 3.0 + 0.1 FROM n", (rows,))
        best = {}
        for index in (False, True):
            if index:
                self.db.execute("CREATE INDEX by_group ON big(g, q)")
            for expression in ("sum(q * q) / (sum(q) * sum(q))", "hhi(q)") * 3:
                start = time.process_time()
                self.db.execute(f"SELECT sum(h) FROM (SELECT {expression} AS h FROM big GROUP BY g)").fetchall()
                taken = time.process_time() - start
                best[index, expression] = min(taken, best.get((index, expression), taken))
        for index in (False, True):
            own, exact = (best[index, e] for e in ("sum(q * q) / (sum(q) * sum(q))", "hhi(q)"))
            print(f"{rows} rows, {'by an index' if index else 'sorted'}: hhi {exact:.2f} s, own sums {own:.2f} s,"
                  f" ratio {exact / own:.2f}")
            self.assertLess(exact, 2 * own)


if __name__ == "__main__":
    unittest.main(verbosity=1)
