# SPDX-License-Identifier: MIT
"""A supply scored from Python, with what is there of numpy, pandas and matplotlib.

    python3 example.py [FOLDER]     the figure goes to FOLDER
"""

import sys
from pathlib import Path

import minrisk

# Mine production of tungsten, tonnes, 2025 (USGS, Mineral Commodity Summaries 2026).
MINED = [67000, 3000, 2400, 2000, 2000, 1700, 1300, 1000, 840, 800, 700]
OTHERS = 2400


def concentration() -> None:
    market = minrisk.profile(MINED)
    low, high = minrisk.hhi_bounds(MINED, OTHERS)
    print(
        f"tungsten, named countries alone: HHI {minrisk.points(market.hhi):.0f} points,"
        f" like {market.effective_suppliers:.2f} equal suppliers"
    )
    print(f"the first three hold {100 * minrisk.top_share(MINED, 3):.1f} %")
    print(
        "with the others, whoever they are: HHI"
        f" {minrisk.points(low):.1f} to {minrisk.points(high):.1f} points"
    )


def markets() -> None:
    """Three markets one behind the other, the second of them empty."""
    groups = minrisk.hhi_groups([5, 3, 2, 10, 20, 20, 50], [0, 3, 3, 7])
    for g, (hhi, status) in enumerate(zip(groups.hhi, groups.status)):
        print(f"market {g}: " + (f"HHI {hhi:.4f}" if status == 0 else minrisk.status_text(status)))


def refusal() -> None:
    try:
        minrisk.hhi([1, 2, -0.5])
    except minrisk.BadElement as error:
        print(f"refused: element {error.index}: {minrisk.status_text(error.status)}")


def by_mineral() -> None:
    try:
        import pandas
    except ImportError:
        print("by mineral: pandas is not here")
        return
    frame = pandas.DataFrame(
        [("Gallium", "China", 900.0), ("Tungsten", "China", 67000.0), ("Gallium", "Russia", 5.0),
         ("Tungsten", "Vietnam", 3000.0), ("Gallium", "Japan", 3.0)],
        columns=["mineral", "country", "tonnes"],
    )  # fmt: skip
    for mineral, hhi in minrisk.hhi_by(frame.groupby("mineral")["tonnes"]).items():
        print(f"of five rows, by mineral: {mineral} {hhi:.4f}")


def bar(part: float) -> None:
    """A progress bar, where somebody is watching."""
    if sys.stderr.isatty():
        print(f"\r[{'#' * round(40 * part):40}]", end="" if part < 1 else "\n", file=sys.stderr)


def chain() -> minrisk.Tally:
    """A mine, then a refinery: both are needed."""
    mine = minrisk.Project(1200, [minrisk.pert(5, 8.5, 12), minrisk.pert(2, 2.6, 5)], success=0.6)
    refinery = minrisk.Project(1000, [minrisk.pert(3, 5, 9)], success=0.9, stage=1)
    model = minrisk.Model(needs=[800, 800], projects=[mine, refinery], horizon=40)
    tally = minrisk.forecast(model, trials=20000, seed=2026, progress=bar)
    median = tally.quantile(0.25).value
    within = tally.within(12)
    print(f"independent: a quarter of the trials within {median.years:.2f} years")
    print(f"within 12 years: {within.value:.3f} ({within.low:.3f} to {within.high:.3f})")
    print("if " + "; ".join(tally.assumptions()))
    return tally


def figure(tally: minrisk.Tally, folder: Path) -> None:
    try:
        import matplotlib

        matplotlib.use("Agg")
        from matplotlib import pyplot
    except ImportError:
        print("figure: matplotlib is not here")
        return
    years = [month / 12 for month in range(40 * 12 + 1)]
    chances = [tally.within(year) for year in years]
    pyplot.fill_between(
        years, [c.low for c in chances], [c.high for c in chances], alpha=0.3, label="95 % interval"
    )
    pyplot.plot(years, [c.value for c in chances], label="chance to be independent")
    pyplot.xlabel("years from now")
    pyplot.ylim(0, 1)
    pyplot.legend()
    pyplot.savefig(folder / "independence.svg")
    print("figure: independence.svg")


if __name__ == "__main__":
    concentration()
    markets()
    refusal()
    by_mineral()
    figure(chain(), Path(sys.argv[1] if len(sys.argv) > 1 else "."))
