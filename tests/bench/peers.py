# SPDX-License-Identifier: MIT
"""HHI with numpy and pandas, as rows of bench.csv without ratios: see run.sh. Fresh data of the same
kind in each round; the time is that of the computation alone."""
import time

import numpy

try:
    import pandas
except ImportError:
    pandas = None

random = numpy.random.default_rng(2026)


def whole(x, n):
    return (x * x).sum() / x.sum() ** 2


def dotted(x, n):
    return x.dot(x) / x.sum() ** 2


def reduceat(x, n):
    offset = numpy.arange(0, len(x), n)
    return numpy.add.reduceat(x * x, offset) / numpy.add.reduceat(x, offset) ** 2


def rows(x, n):
    x = x.reshape(-1, n)
    return (x * x).sum(axis=1) / x.sum(axis=1) ** 2


def groupby(frame, n):
    shares = frame.x / frame.groupby("market").x.transform("sum")
    return (shares * shares).groupby(frame.market).sum()


def bench(case, n, markets, rounds, name, way, prepare=lambda x: x):
    times = []
    for _ in range(rounds):
        x = prepare(1 / (1.0005 - random.random(n * markets)))
        begin = time.process_time()
        way(x, n)
        times.append(1e9 * (time.process_time() - begin) / markets)
    times.sort()
    print(f"python,{case},{n},{name},{times[0]:.1f},{times[rounds // 2]:.1f},,", flush=True)


for n in 8, 20, 10000, 1000000:
    bench("hhi", n, 1, 101 if n < 1000000 else 15, "numpy", whole)
    bench("hhi", n, 1, 101 if n < 1000000 else 15, "numpy dot", dotted)
bench("groups", 20, 1000000, 5, "numpy reduceat", reduceat)
bench("groups", 20, 1000000, 5, "numpy by rows", rows)
if pandas:
    market = numpy.repeat(numpy.arange(1000000), 20)
    bench("groups", 20, 1000000, 3, "pandas groupby", groupby,
          lambda x: pandas.DataFrame({"market": market, "x": x}))
