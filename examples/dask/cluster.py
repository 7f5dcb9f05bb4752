# SPDX-License-Identifier: MIT
"""libminrisk on a Dask cluster: HHI by market of rows that lie on many workers, and the trials of a
forecast. Markets and tallies are exact and merge in any order, so that the answer has the same bits
however the work is cut up, and whatever becomes of a worker on the way.

The functions stand in a module that the workers can import, beside minrisk.py.
"""

from __future__ import annotations

import os
import random
import signal
from typing import Any, Dict, Iterable, Tuple

import minrisk
from dask.distributed import Client, LocalCluster, as_completed

Markets = Dict[str, minrisk.Market]


# --- what runs on the workers --------------------------------------------------------------------


def score(rows: Iterable[Tuple[str, float]]) -> Markets:
    """Each market of some rows of (market, quantity)."""
    markets: Markets = {}
    for name, quantity in rows:
        markets.setdefault(name, minrisk.Market()).add(quantity)
    return markets


def join(parts: Iterable[Markets]) -> Markets:
    """The markets of several parts."""
    whole: Markets = {}
    for markets in parts:
        for name, market in markets.items():
            whole.setdefault(name, minrisk.Market()).merge(market)
    return whole


def run(model: minrisk.Model, seed: int, first: int, trials: int) -> minrisk.Tally:
    """A slice of the trials."""
    tally = minrisk.Tally()
    model.run(seed, first, trials, tally)
    return tally


def add_up(tallies: Iterable[minrisk.Tally]) -> minrisk.Tally:
    """The trials of several slices."""
    whole = minrisk.Tally()
    for tally in tallies:
        whole.merge(tally)
    return whole


# --- what runs where the questions are asked -----------------------------------------------------


def tree(client: Client, merge: Any, parts: list, width: int = 4) -> Any:
    """Merges on the workers, so that what travels stays small."""
    while len(parts) > 1:
        parts = [client.submit(merge, parts[i : i + width]) for i in range(0, len(parts), width)]
    return parts[0].result()


def hhi_by_market(client: Client, rows: list, slices: int) -> Dict[str, float]:
    chunks = [rows[i::slices] for i in range(slices)]
    whole = tree(client, join, client.map(score, chunks, pure=False))
    return {name: market.hhi() for name, market in sorted(whole.items())}


def forecast(client: Client, model: minrisk.Model, seed: int, trials: int, slices: int) -> Any:
    """Futures of the slices of a forecast."""
    ends = [trials * i // slices for i in range(slices + 1)]
    return [
        client.submit(run, model, seed, a, b - a, pure=False, retries=3)
        for a, b in zip(ends, ends[1:])
    ]


def kill_one(client: Client) -> None:
    """A worker dies without a word."""
    os.kill(min(client.run(os.getpid).values()), signal.SIGKILL)


def made_rows(n: int) -> list:
    """Suppliers of markets, their quantities over twenty orders of magnitude."""
    source = random.Random(2026)
    return [(f"market {source.randrange(7)}", 10 ** source.uniform(-10, 10)) for _ in range(n)]


def main() -> None:
    rows = made_rows(5000)
    alone = {
        name: minrisk.hhi([quantity for market, quantity in rows if market == name])
        for name in sorted({market for market, _ in rows})
    }
    mine = minrisk.Project(5, [minrisk.pert(4, 9, 18)], success=0.8)
    refinery = minrisk.Project(5, [minrisk.pert(3, 5, 9)], success=0.9, stage=1)
    model = minrisk.Model([4, 4], [mine, refinery], horizon=25)
    seed, trials, slices = 2026, 4_000_000, 64

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        with Client(cluster) as client:
            for cut in (1, 5, 32):
                assert hhi_by_market(client, rows, cut) == alone, cut
            print(f"{len(rows)} rows, {len(alone)} markets in 1, 5 and 32 parts: as in one process")

            futures = forecast(client, model, seed, trials, slices)
            next(as_completed(futures))
            kill_one(client)
            left = sum(not future.done() for future in futures)
            tally = tree(client, add_up, futures)
    assert left > 0, "the worker died too late"
    print("a worker was killed in mid-run, and its slices were run again")
    assert tally == minrisk.forecast(model, trials, seed)
    print(f"{trials} trials: as in one process, median {tally.quantile(0.5).value.years:.4f} years")


if __name__ == "__main__":
    main()
