# SPDX-License-Identifier: MIT
"""Gini beside numpy, scikit-bio and R, on the same data and in the same run: time, and digits that
are right on input that is hard. `python3 tests/bench/gini.py` from the root of the repository prints
CSV; it is never a test. What is not installed is left out, and named."""

import ctypes
import math
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from fractions import Fraction

import numpy

SIZES = (20, 10000, 1000000)
ROUNDS = 9


def build(folder):
    path = os.path.join(folder, "libminrisk.so")
    sources = sorted("lib/" + name for name in os.listdir("lib") if name.endswith(".c"))
    subprocess.check_call([os.environ.get("CC", "cc"), "-std=c99", "-O3", "-ffp-contract=off", "-fPIC",
                           "-shared", "-Iinclude", *sources, "-o", path])
    library = ctypes.CDLL(path)
    doubles, size = ctypes.POINTER(ctypes.c_double), ctypes.c_size_t
    library.minrisk_gini.argtypes = [doubles, size, size, doubles, size, doubles]
    return library


def with_minrisk(library):
    doubles = ctypes.POINTER(ctypes.c_double)
    out = ctypes.c_double()
    scratch = numpy.empty(max(SIZES))

    def gini(x):
        status = library.minrisk_gini(x.ctypes.data_as(doubles), len(x), len(x),
                                      scratch.ctypes.data_as(doubles), len(scratch),
                                      ctypes.byref(out))
        return out.value if status == 0 else math.nan

    return gini


def with_numpy(x):
    n = len(x)
    return float(numpy.dot(2 * numpy.arange(1, n + 1) - n - 1, numpy.sort(x)) / (n * x.sum()))


def with_skbio():
    """Its trapezoids; the default subtracts 1/n. It takes counts, or whatever it is given."""
    try:
        from skbio.diversity.alpha import gini_index
    except ImportError:
        return None
    return lambda x: float(gini_index(x, method="trapezoids"))


R_SCRIPT = """
gini <- function(x) { n <- length(x); sum((2 * seq_len(n) - n - 1) * sort(x)) / (n * sum(x)) }
size <- as.numeric(commandArgs(TRUE)[1])
x <- readBin(commandArgs(TRUE)[2], "double", size)
times <- as.numeric(commandArgs(TRUE)[3])
best <- Inf
for (round in 1:9) {
    began <- proc.time()[["elapsed"]]
    for (i in seq_len(times)) g <- gini(x)
    best <- min(best, (proc.time()[["elapsed"]] - began) / times)
}
cat(sprintf("%.17g %.17g", best, g))
"""


def with_r(folder, x, times):
    """The least seconds of nine rounds of so many calls, and the value."""
    data, script = os.path.join(folder, "x"), os.path.join(folder, "gini.R")
    x.tofile(data)
    with open(script, "w", encoding="ascii") as file:
        file.write(R_SCRIPT)
    answer = subprocess.run(["Rscript", "--vanilla", script, str(len(x)), data, str(times)],
                            stdout=subprocess.PIPE, check=True).stdout.split()
    return float(answer[0]), float(answer[1])


def seconds(gini, x):
    times = max(1, 20000 // len(x))
    began = time.perf_counter()
    for _ in range(times):
        gini(x)
    return (time.perf_counter() - began) / times


def time_all(ways, folder):
    """The least of interleaved rounds, fresh data in each."""
    source = numpy.random.default_rng(2026)
    print("way,n,ns_per_supplier,ratio_to_numpy")
    for n in SIZES:
        best = dict.fromkeys(ways, math.inf)
        for _ in range(ROUNDS):
            x = numpy.exp(2 * source.standard_normal(n))
            for name, gini in ways.items():
                best[name] = min(best[name], seconds(gini, x))
        if shutil.which("Rscript"):
            best["R"] = with_r(folder, x, max(1, 200000 // n))[0]
        for name, best_time in best.items():
            print(f"{name},{n},{1e9 * best_time / n:.2f},{best_time / best['numpy']:.3f}")


HARD = {
    "three of 1e308": [1e308, 1.5e308, 1.7e308],
    "three of 1e-300": [1e-300, 2e-300, 3e-300],
    "subnormal": [5e-324, 1e-323, 2.5e-323],
    "1e6 beside ones": [1e6] + [1.0] * 30,
    "1 beside 1e-12": [1.0, 1e-12],
    "1 +- 1e-8": [1 - 1e-8, 1 + 1e-8] * 5,
    "1 +- 1e-14": [1 - 1e-14, 1 + 1e-14] * 5,
    "a tenth ten times": [0.1] * 10,
    "600 decades": [1e300, 1.0, 1e-300],
}


def exact(values):
    x = sorted(map(Fraction, values))
    n = len(x)
    return sum((2 * i - n + 1) * v for i, v in enumerate(x)) / (n * sum(x))


def digits(value, truth):
    if value == float(truth):
        return "nearest"
    if math.isnan(value) or math.isinf(value) or truth == 0:
        return "none"
    error = abs(Fraction(value) / truth - 1)
    return f"{max(0.0, -math.log10(error)):.1f}"


def judge_all(ways, folder):
    print("\ninput,way,right_digits")
    for name, values in HARD.items():
        random.Random(1).shuffle(values)
        x, truth = numpy.array(values), exact(values)
        answers = {}
        for way, gini in ways.items():
            try:
                with numpy.errstate(all="ignore"):
                    answers[way] = gini(x)
            except (ValueError, TypeError):
                answers[way] = math.nan
        if shutil.which("Rscript"):
            answers["R"] = with_r(folder, x, 1)[1]
        for way, value in answers.items():
            print(f"{name},{way},{digits(value, truth)}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        ways = {"minrisk": with_minrisk(build(folder)), "numpy": with_numpy, "scikit-bio": with_skbio()}
        for name in [name for name, way in ways.items() if way is None] + (
                [] if shutil.which("Rscript") else ["R"]):
            print(f"left out: {name}", file=sys.stderr)
        ways = {name: way for name, way in ways.items() if way is not None}
        time_all(ways, folder)
        judge_all(ways, folder)


main()
