# SPDX-License-Identifier: MIT
"""The extension for PostgreSQL: extension.py SOCKETS. Values against exact fractions and the cases that
all integrations share; windows and parallel plans to the bit; hostile states."""
import csv
import os
import random
import re
import subprocess
import sys
import unittest
from fractions import Fraction

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../support"))
from quantities import above, any_quantity, below, index_of, nearest, numbers

SOCKETS = sys.argv.pop(1)
CASES = os.path.join(os.path.dirname(__file__), "../../examples/cases.csv")
ROWS = int(os.environ.get("MINRISK_SQL_ROWS", "30000"))
SAVED = 848


def sql(script):
    """What psql prints, a list of words for each row."""
    done = subprocess.run(
        ["psql", "-XqAt", "-F", "\t", "-h", SOCKETS, "-U", "postgres", "-d", "postgres", "-v", "ON_ERROR_STOP=1"],
        input=script, capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(done.stderr + script[:2000])
    return [line.split("\t") for line in done.stdout.splitlines()]


def array(values):
    return "'{" + ", ".join(map(repr, values)) + "}'::float8[]"


def setUpModule():
    sql("""CREATE EXTENSION minrisk;
        CREATE FUNCTION refusal(query text) RETURNS text LANGUAGE plpgsql AS $$
        DECLARE answer text;
        BEGIN EXECUTE query INTO answer; RETURN answer;
        EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE; END $$;""")


class Values(unittest.TestCase):
    EXPRESSIONS = {"hhi": "hhi(q)", "effective_suppliers": "effective_suppliers(q)", "top_share": "top_share(q, r::int)",
                   "weighted_hhi": "weighted_hhi(q, r)", "hhi_bounds": "hhi_low(q, r) || ';' || hhi_high(q, r)"}

    @unittest.skipUnless(os.path.exists(CASES), "examples/cases.csv is not there")
    def test_shared_cases(self):
        with open(CASES, encoding="ascii") as file:
            cases = [c for c in csv.DictReader(file) if c["function"] in self.EXPRESSIONS]
        cases = [c for c in cases if c["function"] != "hhi_bounds" or numbers(c["argument"])[1:] == [0, 0]]
        self.assertGreater(len(cases), 50)
        queries = []
        for case in cases:
            quantity, argument = numbers(case["quantity"]), numbers(case["argument"])
            if case["function"] in ("top_share", "hhi_bounds"):
                argument = argument[:1] * len(quantity)
            queries.append(f"SELECT {self.EXPRESSIONS[case['function']]} FROM unnest({array(quantity)},"
                           f" {array(argument)}) AS t(q, r)")
        answers = sql("".join(f"SELECT refusal($q${q}$q$);\n" for q in queries))
        for case, (answer,) in zip(cases, answers):
            with self.subTest(case["case"], function=case["function"]):
                if case["status"] == "0":
                    self.assertEqual(numbers(answer), numbers(case["expected"]))
                elif not case["quantity"] or case["status"] == "-6":
                    self.assertEqual(answer, "")  # no rows, or no supply
                else:
                    self.assertIn(answer, ("22003", "22023"))

    def test_random_markets_against_fractions(self):
        source, script, expected = random.Random(11), "", []
        for _ in range(150):
            market = [any_quantity(source) for _ in range(source.randrange(1, 30))]
            rest, k, x = any_quantity(source), source.randrange(1, 12), [Fraction(q) for q in market]
            if sum(x) == 0:
                continue
            squares, total, r = sum(a * a for a in x), sum(x), Fraction(rest)
            expected.append([nearest(index_of(x)), nearest(1 / index_of(x)), nearest(sum(sorted(x)[-k:]) / total),
                             below(squares / (total + r) ** 2), above((squares + r * r) / (total + r) ** 2),
                             nearest(index_of(x))])
            script += (f"SELECT hhi(q), effective_suppliers(q), top_share(q, {k}), hhi_low(q, {rest!r}),"
                       f" hhi_high(q, {rest!r}), hhi_of(hhi_state(q)) FROM unnest({array(market)}) AS q;\n")
        self.assertEqual([[float(word) for word in row] for row in sql(script)], expected)

    def test_windows_are_computations_anew(self):
        """Each frame's rows, listed by PostgreSQL itself, go through the plain aggregates."""
        source = random.Random(12)
        rows = [(i, "NULL" if source.randrange(8) == 0 else repr(any_quantity(source)), repr(any_quantity(source)))
                for i in range(200)]
        rows[40:48] = [(i, "0", "1") for i in range(40, 48)]
        sql("CREATE TABLE w(i int PRIMARY KEY, q float8, r float8); INSERT INTO w VALUES "
            + ", ".join(f"({i}, {q}, {r})" for i, q, r in rows))
        measures = ("hhi(q)", "effective_suppliers(q)", "hhi_low(q, 1.25)", "hhi_high(q, 1.25)", "top_share(q, 3)",
                    "weighted_hhi(q, r)")
        plain = ", ".join(measures)
        for order, frame in (("i", "ROWS BETWEEN 3 PRECEDING AND 2 FOLLOWING"),
                             ("i", "ROWS BETWEEN 9 PRECEDING AND 4 PRECEDING"),
                             ("i", "ROWS BETWEEN 40 PRECEDING AND 1 FOLLOWING"),
                             ("i", "ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING"),
                             ("i / 3", "GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING"),
                             ("i / 3", "RANGE BETWEEN 4 PRECEDING AND 3 FOLLOWING"),
                             ("i", "ROWS BETWEEN 3 PRECEDING AND 3 FOLLOWING EXCLUDE CURRENT ROW")):
            over = f"OVER (ORDER BY {order} {frame})"
            moving = ", ".join(f"{m} {over}" for m in measures)
            (count, different), = sql(
                f"SELECT count(*), count(*) FILTER (WHERE moving IS DISTINCT FROM anew) FROM (SELECT"
                f" (SELECT row({plain})::text FROM w AS v WHERE v.i = ANY (frame)) AS anew, moving FROM"
                f" (SELECT array_agg(i) {over} AS frame, row({moving})::text AS moving FROM w) AS a) AS b;")
            self.assertEqual((count, different), ("200", "0"), frame)
        sql("DROP TABLE w")

    def test_a_constant_of_each_frame(self):
        rows = sql("SELECT hhi_high(q, r) OVER one, top_share(q, r::int) OVER one"
                   " FROM (VALUES (1, 1, 5), (2, NULL, 0), (3, 2, 6), (4, NULL, 0), (5, 3, 7)) AS v(i, q, r)"
                   " WINDOW one AS (ORDER BY i ROWS 1 PRECEDING);")
        self.assertEqual([[float(word) for word in row] for row in rows],
                         [[above(Fraction(n, d)), 1] for n, d in ((26, 36), (26, 36), (40, 64), (40, 64), (58, 100))])

    def test_the_limit_of_rows(self):
        if ROWS < 1000000:
            self.skipTest("MINRISK_SQL_ROWS is below a million")
        for expression in ("top_share(i, 2)", "weighted_hhi(i, 1)"):
            (answer,), = sql(f"SELECT refusal('SELECT {expression} FROM generate_series(1, 4194305) AS i')")
            self.assertEqual(answer, "54000")


class Parallel(unittest.TestCase):
    FORCED = """SET min_parallel_table_scan_size = 0; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0;
        SET max_parallel_workers_per_gather = 4; SET max_parallel_workers = 8;"""
    SERIAL = "SET max_parallel_workers_per_gather = 0;"
    MEASURES = ("hhi(q), effective_suppliers(q), hhi_low(q, 7), hhi_high(q, 7), top_share(q, 3),"
                " weighted_hhi(q, q), md5(hhi_state(q))")

    @classmethod
    def setUpClass(cls):
        sql(f"""CREATE UNLOGGED TABLE big(g int, q float8) WITH (parallel_workers = 4);
            INSERT INTO big SELECT i % 1000, (i::bigint * 7919 % 1000003) / 3.0 + 0.1
            FROM generate_series(1, {ROWS}) AS i;
            VACUUM ANALYZE big;""")

    def test_the_same_bits_with_four_workers(self):
        query = f"SELECT g, {self.MEASURES} FROM big GROUP BY g ORDER BY g;"
        serial = sql(self.SERIAL + query)
        self.assertEqual(len(serial), 1000)
        self.assertEqual(sql(self.FORCED + query), serial)
        for mode in ("enable_hashagg", "enable_sort"):
            self.assertEqual(sql(f"{self.FORCED} SET {mode} = off; {query}"), serial, mode)

    def test_the_same_bits_by_partitions(self):
        """States that are merged within one process, without being saved."""
        sql("CREATE TABLE parts(g int, q float8) PARTITION BY RANGE (q);"
            "CREATE TABLE low PARTITION OF parts FOR VALUES FROM (0) TO (150000);"
            "CREATE TABLE high PARTITION OF parts DEFAULT;"
            "INSERT INTO parts SELECT * FROM big; ANALYZE parts;")
        query = f"SELECT g, {self.MEASURES} FROM parts GROUP BY g ORDER BY g;"
        settings = self.SERIAL + "SET enable_partitionwise_aggregate = on;"
        plan = "\n".join(line[0] for line in sql(settings + "EXPLAIN " + query))
        self.assertRegex(plan, r"Finalize(.|\n)*Append(.|\n)*Partial")
        self.assertEqual(sql(settings + query), sql(self.SERIAL + query.replace("parts", "big")))

    def test_the_plan_is_parallel(self):
        plan = "\n".join(line[0] for line in sql(
            f"{self.FORCED} EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) SELECT g, hhi(q) FROM big GROUP BY g;"))
        self.assertRegex(plan, r"Finalize \w*Aggregate")
        self.assertRegex(plan, r"Partial HashAggregate")
        self.assertRegex(plan, r"Workers Launched: 4")
        for measure in re.findall(r"\w+\([^()]*\)", self.MEASURES.replace("md5(hhi_state(q))", "hhi_state(q)")):
            plan = "\n".join(line[0] for line in sql(f"{self.FORCED} EXPLAIN SELECT {measure} FROM big;"))
            self.assertRegex(plan, r"Finalize Aggregate(.|\n)*Partial Aggregate", measure)

    def test_constants_across_workers(self):
        for expression in ("hhi_low(q, g)", "top_share(q, g + 1)"):
            sql(f"DO $$ BEGIN PERFORM {expression} FROM big; RAISE 'accepted';"
                " EXCEPTION WHEN invalid_parameter_value THEN NULL; END $$")

    def test_states_are_merged_in_parallel(self):
        sql("CREATE UNLOGGED TABLE states WITH (parallel_workers = 4) AS"
            " SELECT g, q::int % 7 AS part, hhi_state(q) AS state FROM big GROUP BY 1, 2; ANALYZE states;")
        merged = sql(self.FORCED + "SELECT g, hhi_of(hhi_merge(state)) FROM states GROUP BY g ORDER BY g;")
        self.assertEqual(merged, sql("SELECT g, hhi(q) FROM big GROUP BY g ORDER BY g;"))

    def test_speed_against_own_sums(self):
        if ROWS < 1000000:
            self.skipTest("MINRISK_SQL_ROWS is below a million")
        own, exact = "sum(q * q) / (sum(q) * sum(q))", "hhi(q)"
        for settings, name in ((self.SERIAL, "serial"), (self.FORCED, "four workers")):
            script = settings + "SET track_io_timing = off;"
            for expression in (own, exact) * 4:
                script += f"EXPLAIN (ANALYZE, TIMING OFF) SELECT g, {expression} FROM big GROUP BY g;"
            taken = [float(line[0].split()[2]) for line in sql(script) if line[0].startswith("Execution Time")]
            ratio = min(taken[1::2]) / min(taken[::2])
            print(f"{ROWS} rows, {name}: hhi {min(taken[1::2]):.0f} ms, own sums {min(taken[::2]):.0f} ms,"
                  f" ratio {ratio:.2f}")
            self.assertLess(ratio, 2)


class HostileStates(unittest.TestCase):
    """Whatever the bytes: an error, or what a market can have."""

    @staticmethod
    def checked(body):
        check = 2166136261
        for byte in body:
            check = (check ^ byte) * 16777619 & 0xFFFFFFFF
        return b"MRS\x01" + check.to_bytes(4, "little") + body

    def answers(self, states):
        script = "".join(f"SELECT refusal($q$SELECT min(hhi_of(s)) || ' ' || hhi_of(hhi_merge(s)) FROM (VALUES"
                         f" ('\\x{state.hex()}'::bytea)) AS v(s)$q$);\n" for state in states)
        return [answer for (answer,) in sql(script)]

    def test_random_truncated_and_flipped(self):
        source = random.Random(13)
        good = bytes.fromhex(sql("SELECT encode(hhi_state(i), 'hex') FROM generate_series(1, 9) AS i")[0][0])
        states = [source.randbytes(SAVED) for _ in range(60)]
        states += [good[:n] for n in (0, 1, 7, 8, 15, 16, 296, 847)] + [good + b"\0", good * 2]
        for _ in range(150):
            flipped = bytearray(good)
            flipped[source.randrange(SAVED)] ^= 1 << source.randrange(8)
            states.append(bytes(flipped))
        self.assertEqual(set(self.answers(states)), {"22P03"})
        self.assertEqual(self.answers([good]), ["0.14074074074074075 0.14074074074074075"])

    def test_with_a_check_that_is_right(self):
        source, states = random.Random(14), []
        good = bytes.fromhex(sql("SELECT encode(hhi_state(i), 'hex') FROM generate_series(1, 9) AS i")[0][0])
        for n in range(300):
            body = bytearray(good[8:]) if n % 3 else bytearray(source.randbytes(SAVED - 8))
            for _ in range(source.randrange(1, 4)):
                at = source.choice([source.randrange(8), source.randrange(140, 160), source.randrange(SAVED - 8)])
                body[at] = source.choice([0, 1, 255, source.randrange(256)])
            states.append(self.checked(bytes(body)))
        states.append(self.checked(b"\xff" * (SAVED - 8)))
        answers = self.answers(states)
        self.assertGreater(answers.count("22P03"), 150)
        for answer in answers:
            if answer not in ("22P03", ""):
                hhi, merged = map(float, answer.split())
                self.assertTrue(0 < hhi <= 1 and hhi == merged, answer)

    def test_of_an_empty_market(self):
        self.assertEqual(self.answers([self.checked(bytes(SAVED - 8))]), [""])

    def test_a_full_market_is_refused(self):
        """2^62 suppliers are all that a state counts: twice as many are an error."""
        (answer,), = sql("""CREATE FUNCTION doubled(state bytea, times int) RETURNS bytea LANGUAGE plpgsql AS $$
            BEGIN
                FOR i IN 1..times LOOP state := (SELECT hhi_merge(state) FROM generate_series(1, 2)); END LOOP;
                RETURN state;
            END $$;
            SELECT hhi_of(doubled(hhi_state(1), 62)) || ' ' || refusal('SELECT doubled(hhi_state(1), 63)');""")
        self.assertEqual(answer, f"{2.0**-62!r} 54000")


if __name__ == "__main__":
    unittest.main(verbosity=1)
