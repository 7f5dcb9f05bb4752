# SPDX-License-Identifier: MIT
"""Entropy, Gini and a Hill number beside numpy, scikit-bio and R's vegan, on the same data in one run:
time, and the digits that are right on input that is hard. `python3 tests/bench/measures.py` from the
root of the repository, with Debian's packages python3-numpy, python3-skbio, python3-mpmath and
r-cran-vegan, prints three tables in Markdown, of which the second is of the goals, with the entropy
beside a loop in C that calls log; it is never a test. What is not installed is named."""

import ctypes
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time

import mpmath
import numpy

SIZES = (20, 10000, 1000000)
ROUNDS = 9
ORDER = 1.5
MEASURES = ("entropy", "Gini", "Hill number")


def build(folder, name, sources, *options):
    path = os.path.join(folder, name + ".so")
    subprocess.check_call([os.environ.get("CC", "cc"), "-std=c99", "-ffp-contract=off", "-fPIC",
                           "-shared", "-Iinclude", *options, *sources, "-o", path, "-lm"])
    return ctypes.CDLL(path)


def build_library(folder, name, *options):
    sources = sorted("lib/" + file for file in os.listdir("lib") if file.endswith(".c"))
    return build(folder, name, sources, "-O3", *options)


def of_minrisk(library):
    """The functions as they are called from Python: the cost of ctypes is in their times."""
    doubles, size = ctypes.POINTER(ctypes.c_double), ctypes.c_size_t
    library.minrisk_shannon_entropy.argtypes = [doubles, size, doubles]
    library.minrisk_gini.argtypes = [doubles, size, size, doubles, size, doubles]
    library.minrisk_hill_number.argtypes = [doubles, size, ctypes.c_double, doubles]
    scratch = numpy.empty(max(SIZES))
    out = ctypes.c_double()

    def pointer(x):
        return x.ctypes.data_as(doubles)

    def value(status):
        return out.value if status == 0 else math.nan

    return {
        "entropy": lambda x: value(library.minrisk_shannon_entropy(pointer(x), len(x), out)),
        "Gini": lambda x: value(library.minrisk_gini(pointer(x), len(x), len(x), pointer(scratch),
                                                     len(scratch), out)),
        "Hill number": lambda x: value(library.minrisk_hill_number(pointer(x), len(x), ORDER, out)),
    }


def numpy_entropy(x):
    p = x / x.sum()
    return float(-(p * numpy.log(p)).sum())


def numpy_gini(x):
    n = len(x)
    return float(numpy.dot(2 * numpy.arange(1, n + 1) - n - 1, numpy.sort(x)) / (n * x.sum()))


def numpy_hill(x):
    p = x / x.sum()
    return float((p ** ORDER).sum() ** (1 / (1 - ORDER)))


def of_skbio():
    """scikit-bio takes counts, or whatever it is given; it has no Hill numbers."""
    try:
        from skbio.diversity.alpha import gini_index, shannon
    except ImportError:
        print("left out: scikit-bio", file=sys.stderr)
        return {}
    return {"entropy": lambda x: float(shannon(x, base=math.e)),
            "Gini": lambda x: float(gini_index(x, method="trapezoids"))}


# vegan has no Gini; R's own is the formula over sort().
R_SCRIPT = """
suppressMessages(library(vegan))
ways <- list(
    entropy = function(x) diversity(x),
    Gini = function(x) { n <- length(x); sum((2 * seq_len(n) - n - 1) * sort(x)) / (n * sum(x)) },
    `Hill number` = function(x) as.numeric(renyi(x, scales = %s, hill = TRUE)))
given <- commandArgs(TRUE)
x <- readBin(given[1], "double", as.numeric(given[2]))
for (name in names(ways)) {
    best <- Inf
    value <- tryCatch({
        for (round in 1:5) {
            began <- proc.time()[["elapsed"]]
            for (i in seq_len(as.numeric(given[3]))) v <- ways[[name]](x)
            best <- min(best, (proc.time()[["elapsed"]] - began) / as.numeric(given[3]))
        }
        v }, error = function(e) NaN)
    cat(sprintf("%%s,%%.17g,%%.17g\\n", name, best, value))
}
""" % ORDER


def of_r(folder, x, times):
    """{measure: (seconds a call, value)}, the least of five rounds."""
    data, script = os.path.join(folder, "x"), os.path.join(folder, "measures.R")
    x.tofile(data)
    with open(script, "w", encoding="ascii") as file:
        file.write(R_SCRIPT)
    text = subprocess.run(["Rscript", "--vanilla", script, data, str(len(x)), str(times)],
                          stdout=subprocess.PIPE, check=True, encoding="ascii").stdout
    rows = (line.split(",") for line in text.splitlines())
    return {name: (float(seconds), float(value)) for name, seconds, value in rows}


def seconds(function, x):
    times = max(1, 20000 // len(x))
    began = time.perf_counter()
    for _ in range(times):
        function(x)
    return (time.perf_counter() - began) / times


def time_all(tools, folder):
    """The least of interleaved rounds, fresh data in each, as ratios to numpy's."""
    source = numpy.random.default_rng(2026)
    print("| measure, suppliers | libminrisk | numpy | scikit-bio | R |\n|---|---|---|---|---|")
    for n in SIZES:
        best = {}
        for _ in range(ROUNDS):
            x = numpy.exp(2 * source.standard_normal(n))
            for tool, functions in tools.items():
                for name, function in functions.items():
                    key = tool, name
                    best[key] = min(best.get(key, math.inf), seconds(function, x))
        if shutil.which("Rscript"):
            for name, (least, _) in of_r(folder, x, max(1, 200000 // n)).items():
                best["R", name] = least
        for name in MEASURES:
            cells = [f"{best[tool, name] / best['numpy', name]:.2f}" if (tool, name) in best else ""
                     for tool in ("libminrisk", "numpy", "scikit-bio", "R")]
            print(f"| {name}, {n:,} | {' | '.join(cells)} |")


# The time of the entropy as a ratio to the loop's, that of Gini to numpy's.
GOALS = (("entropy", 10000, "SSE2", 0.75), ("entropy", 10000, "AVX2", 0.40),
         ("entropy", 1000000, "SSE2", 0.75), ("entropy", 1000000, "AVX2", 0.40),
         ("Gini", 1000000, "SSE2", 0.15), ("Gini", 1000000, "AVX2", 0.15))


def has_avx2():
    try:
        with open("/proc/cpuinfo", encoding="ascii") as file:
            return " avx2 " in file.read()
    except OSError:
        return False


def judge_goals(library, folder):
    """Both instruction sets and what they are measured by, interleaved."""
    loop = build(folder, "peer", ["tests/bench/peers_entropy.c"], "-O2").peer_entropy
    loop.argtypes, loop.restype = [ctypes.c_void_p, ctypes.c_size_t], ctypes.c_double
    sets = {"SSE2": of_minrisk(library)}
    if has_avx2():
        sets["AVX2"] = of_minrisk(build_library(folder, "avx2", "-mavx2"))
    else:
        print("left out: AVX2", file=sys.stderr)
    source = numpy.random.default_rng(2027)
    print("\n| measure, suppliers | 1.00 is | set | goal | measured |\n|---|---|---|---|---|")
    for measure, n in sorted({goal[:2] for goal in GOALS} | {("entropy", 20)}):
        is_entropy = measure == "entropy"
        ways = {tool: functions[measure] for tool, functions in sets.items()}
        ways["reference"] = (lambda x: loop(x.ctypes.data, len(x))) if is_entropy else numpy_gini
        best = dict.fromkeys(ways, math.inf)
        for _ in range(3 * ROUNDS):
            x = numpy.exp(2 * source.standard_normal(n))
            for tool, function in ways.items():
                best[tool] = min(best[tool], seconds(function, x))
        for tool in sets:
            ratio = best[tool] / best["reference"]
            goals = [goal[3] for goal in GOALS if goal[:3] == (measure, n, tool)]
            verdict = "".join(f", {'met' if ratio <= goal else 'not met'}" for goal in goals)
            print(f"| {measure}, {n:,} | {'loop in C with log' if is_entropy else 'numpy'} | {tool} "
                  f"| {''.join(f'{goal:.2f}' for goal in goals)} | {ratio:.2f}{verdict} |")


HARD = {
    "{1e308, 1.5e308, 1.7e308}": [1e308, 1.5e308, 1.7e308],
    "{1e-300, 2e-300, 3e-300}": [1e-300, 2e-300, 3e-300],
    "{1, 2, 5} of the least subnormal": [5e-324, 1e-323, 2.5e-323],
    "{1e6, 1, ..., 1}": [1e6] + [1.0] * 30,
    "{1, 1e-12}": [1.0, 1e-12],
    "{1 + 1e-8, 1 - 1e-8, ...}": [1 - 1e-8, 1 + 1e-8] * 5,
    "{.1, ..., .1}": [0.1] * 10,
    "{1e300, 1, 1e-300}": [1e300, 1.0, 1e-300],
}


def truth_of(name, values):
    x = sorted(mpmath.mpf(v) for v in values)
    total, n = mpmath.fsum(x), len(x)
    if name == "entropy":
        return -mpmath.fsum(v / total * mpmath.log(v / total) for v in x)
    if name == "Gini":
        return mpmath.fsum((2 * i - n + 1) * v for i, v in enumerate(x)) / (n * total)
    return mpmath.fsum((v / total) ** ORDER for v in x) ** (1 / mpmath.mpf(1 - ORDER))


def digits(value, truth):
    """Correct significant digits, all 16 of a double for the nearest one and its neighbours."""
    if math.isnan(value) or math.isinf(value):
        return "none"
    if truth == 0:
        return "all" if value == 0 else "none"
    error = abs(mpmath.mpf(value) / truth - 1)
    return "all" if error < 2.3e-16 else f"{max(0, int(-mpmath.log10(error)))}"


def answer(function, x):
    try:
        with numpy.errstate(all="ignore"):
            return function(x)
    except (ValueError, TypeError):
        return math.nan


def judge_all(tools, folder):
    print("\n| digits that are right: entropy / Gini / Hill number | libminrisk | numpy | scikit-bio "
          "| R |\n|---|---|---|---|---|")
    for text, values in HARD.items():
        x = numpy.array(values[::-1])
        in_r = of_r(folder, x, 1) if shutil.which("Rscript") else {}
        cells = []
        for tool in ("libminrisk", "numpy", "scikit-bio", "R"):
            marks = []
            for name in MEASURES:
                truth = truth_of(name, values)
                if tool == "R":
                    marks.append(digits(in_r[name][1], truth) if in_r else "-")
                elif name in tools.get(tool, {}):
                    marks.append(digits(answer(tools[tool][name], x), truth))
                else:
                    marks.append("-")
            cells.append(" / ".join(marks))
        print(f"| {text} | {' | '.join(cells)} |")


def main():
    mpmath.mp.prec = 4400  # the whole range of double, and some bits
    numpy.seterr(all="ignore")
    if not shutil.which("Rscript"):
        print("left out: R", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        library = build_library(folder, "libminrisk")
        tools = {"libminrisk": of_minrisk(library),
                 "numpy": {"entropy": numpy_entropy, "Gini": numpy_gini, "Hill number": numpy_hill},
                 "scikit-bio": of_skbio()}
        time_all(tools, folder)
        judge_goals(library, folder)
        judge_all(tools, folder)


main()
