# SPDX-License-Identifier: MIT
"""Trials of the chain of chain.h with numpy on a yearly grid, as rows of bench.csv without ratios: see
run.sh. Whole years are all that it tells; the tally is of them."""
import time

import numpy

PROJECTS, PHASES, STAGES, LEADS, YEARS, TRIALS, ROUNDS = 40, 4, 4, 12, 40, 4096, 15
SUCCESS = 0.8

random = numpy.random.default_rng(2026)
project = numpy.arange(PROJECTS)
stage = project * STAGES // PROJECTS
capacity = 60 + 10 * (project * 7 % 9)
need = numpy.bincount(stage, weights=capacity) * 3 // 5
mean = 1 + 0.25 * numpy.arange(LEADS)
sigma = numpy.full(LEADS, numpy.sqrt(numpy.log1p(0.4 ** 2)))
mu = numpy.log(mean) - sigma ** 2 / 2
lead = (project[:, None] * 5 + numpy.arange(PHASES) * 7) % LEADS
shares = (stage[:, None] == numpy.arange(STAGES)) * capacity[:, None].astype(numpy.float32)


def starts(trials):
    """Of each project the year by which it has started, YEARS + 1 if it has not by the last."""
    times = random.lognormal(mu[lead], sigma[lead], (trials, PROJECTS, PHASES)).sum(axis=2)
    times[random.random((trials, PROJECTS)) >= SUCCESS] = numpy.inf
    return numpy.ceil(numpy.minimum(times, YEARS + 1)).astype(numpy.int32)


def single_starts(trials):
    """The same in single precision."""
    times = random.standard_normal((trials, PROJECTS, PHASES), dtype=numpy.float32)
    times *= sigma[lead].astype(numpy.float32)
    times += mu[lead].astype(numpy.float32)
    times = numpy.exp(times, out=times).sum(axis=2)
    times[random.random((trials, PROJECTS), dtype=numpy.float32) >= SUCCESS] = numpy.inf
    return numpy.ceil(numpy.minimum(times, YEARS + 1)).astype(numpy.int32)


def tally(start):
    """How many trials are covered first in each year: capacities are put into their years."""
    trials = len(start)
    place = (numpy.arange(trials)[:, None] * STAGES + stage) * (YEARS + 2) + start
    supply = numpy.bincount(place.ravel(), numpy.broadcast_to(capacity, start.shape).ravel(),
                            trials * STAGES * (YEARS + 2))
    supply = supply.reshape(trials, STAGES, YEARS + 2)[:, :, :-1].cumsum(axis=2)
    covered = (supply >= need[:, None]).all(axis=1)
    first = numpy.where(covered.any(axis=1), covered.argmax(axis=1), YEARS + 1)
    return numpy.bincount(first, minlength=YEARS + 2)


def bench(name, draw):
    times = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        tally(draw(TRIALS))
        times.append(1e9 * (time.process_time() - begin) / TRIALS)
    times.sort()
    print(f"python,trials,{PROJECTS},{name},{times[0]:.1f},{times[ROUNDS // 2]:.1f},,", flush=True)


if __name__ == "__main__":
    bench("numpy by years", starts)
    bench("numpy by years in single precision", single_starts)
