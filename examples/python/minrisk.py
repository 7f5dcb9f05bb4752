# SPDX-License-Identifier: MIT
"""libminrisk for Python: how concentrated a supply is, and when dependence on it could end.

One file, and no compiler: it loads the shared library with ctypes, from the file or folder that the
environment variable MINRISK_LIBRARY names, from beside this file, or from where the system keeps
libraries.

    >>> import minrisk
    >>> minrisk.hhi([67000, 3000, 2400])
    0.8592...

Quantities may be a one-dimensional numpy array or pandas Series of float64, or anything with a
writable, contiguous buffer of doubles such as array.array("d"): these are read where they are. All
else is copied into doubles first: lists, other dtypes, strided arrays. (Integers above 2**53 are
rounded by that.) An empty one is a market without suppliers.

What cannot be scored raises MinriskError, a ValueError; BadElement, a kind of it, says which
element is to blame. Formulas, units and accuracy are those of the C functions of the same names, in
minrisk.h. Calls release the interpreter's lock, so that threads run side by side.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import operator
import os
import sys
from ctypes import c_double, c_int32, c_size_t, c_uint32, c_uint64
from typing import Any, Callable, Iterable, NamedTuple, Optional, Sequence

E_SIZE, E_PARAM, E_DATA = -3, -4, -5
SAVED_BYTES = 848  # MINRISK_STREAM_SAVED
TICKS_PER_YEAR = 65536
KNOTS = 257  # of a table of lead times, as lead.h recommends


# --- the library ---------------------------------------------------------------------------------


def _find() -> str:
    named = os.environ.get("MINRISK_LIBRARY")
    if named:
        return os.path.join(named, "libminrisk.so") if os.path.isdir(named) else named
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), "libminrisk.so")
    found = beside if os.path.exists(beside) else ctypes.util.find_library("minrisk")
    if not found:
        raise ImportError("libminrisk was not found; set MINRISK_LIBRARY to its file or folder")
    return found


_library = ctypes.CDLL(_find())

# What each function takes: p a pointer, n a size, d a double, i, u and q integers of 32 (signed and
# not) and 64 bits. It returns a status, unless another type is named.
_TYPE = {
    "p": ctypes.c_void_p, "n": c_size_t, "d": c_double, "i": c_int32, "u": c_uint32, "q": c_uint64,
}  # fmt: skip
_TAKES = {
    "first_invalid": "pn", "status_text": "i", "when_text": "i", "assumption_text": "u",
    "version": "", "to_points": "d",
    "hhi": "pnp", "effective_suppliers": "pnp", "hhi_normalised": "pnnp", "top_share": "pnnp",
    "leader": "pnpp", "shares": "pnp", "weighted_hhi": "ppnp", "profile": "pnp",
    "hhi_bounds": "pndndp", "hhi_interval": "ppnpnpp", "hhi_groups": "pnpnpp",
    "stream_sizeof": "", "stream_init": "pn", "stream_add": "pd", "stream_remove": "pd",
    "stream_replace": "pdd", "stream_merge": "pp", "stream_hhi": "pp", "stream_suppliers": "pp",
    "stream_save": "ppn", "stream_load": "pnpn",
    "lead_uniform": "ddpn", "lead_pert": "dddpn", "lead_lognormal": "ddpn", "chance": "dp",
    "units": "ppndpp", "forecast_workspace": "p", "forecast_run": "pqqupnp",
    "tally_sizeof": "", "tally_init": "pn", "tally_merge": "pp",
    "forecast_within": "pdp", "forecast_quantile": "pdppp",
}  # fmt: skip
_RETURNS = {
    "first_invalid": c_size_t, "status_text": ctypes.c_char_p, "when_text": ctypes.c_char_p,
    "assumption_text": ctypes.c_char_p, "version": c_uint32, "to_points": c_double,
    "stream_sizeof": c_size_t, "forecast_workspace": c_size_t, "tally_sizeof": c_size_t,
}  # fmt: skip


class _C:
    """The functions of the library, by their names without the prefix."""

    def __getattr__(self, name: str) -> Any:
        function = getattr(_library, "minrisk_" + name)
        function.argtypes = [_TYPE[letter] for letter in _TAKES[name]]
        function.restype = _RETURNS.get(name, c_int32)
        setattr(self, name, function)
        return function


_c = _C()
if _c.version() // 100 != 1:
    raise ImportError(f"this module is for libminrisk 0.1, not for version {_c.version()}")


def _record(members: str) -> Any:
    """A struct, from "TYPES: names" for each run of members of one type."""
    kinds = {"f64": c_double, "i32": c_int32, "u32": c_uint32, "u64": c_uint64, "size": c_size_t,
             "ptr": ctypes.c_void_p}  # fmt: skip
    fields = []
    for run in members.split(";"):
        kind, names = run.split(":")
        for name in names.split():
            name, _, length = name.partition("[")
            field = kinds[kind.strip()]
            fields.append((name, field * int(length[:-1]) if length else field))
    return type("_Record", (ctypes.Structure,), {"_fields_": fields})


_Interval = _record("f64: low high")
_Estimate = _record("f64: low value high; u32: assumptions reserved")
_When = _record(
    "i32: status; u32: known assumptions windows;"
    "f64: first sustained permanent lost satisfied; u32: binding reserved"
)
_Profile = _record(
    "f64: total; u64: suppliers leader;"
    "f64: top_1 top_3 top_4 hhi hhi_normalised effective_suppliers entropy evenness"
)
_Tally = _record(
    "u32: version assumptions; i32: horizon; u32: trials already never lost reserved;"
    "u64: sum squares[2]; u32: bottleneck[32] month[1200]"
)
_Model = _record(
    "size: projects; ptr: id stage country capacity base ramp success phase_first phase slip"
    " slipped group after; size: tables table_len; ptr: table; size: stages;"
    "ptr: need_first need_tick need; size: slips; ptr: slip_chance slip_table slip_group;"
    "size: groups; ptr: group_chance; size: shocks;"
    "ptr: shock_chance shock_table shock_countries shock_stages; i32: horizon"
)
if _c.tally_sizeof() != ctypes.sizeof(_Tally):
    raise ImportError("this module and the library differ in the layout of a tally")


# --- errors --------------------------------------------------------------------------------------


class MinriskError(ValueError):
    """The library refused; `status` is its code."""

    def __init__(self, status: int, text: str = "") -> None:
        super().__init__(text or status_text(status))
        self.status = status


class BadElement(MinriskError):
    """An element that is no quantity: which one, and what it is."""

    def __init__(self, index: int, value: Any) -> None:
        super().__init__(E_DATA, f"element {index} is {value}: not a finite number of at least 0")
        self.index = index
        self.value = value


def _check(status: int, *arrays: "_Doubles") -> None:
    """Raises what a status says; arrays are what E_DATA may speak of."""
    if status == E_DATA and arrays:
        bad = [_c.first_invalid(a.address, a.length) for a in arrays]
        first = min(range(len(arrays)), key=lambda i: bad[i])
        if bad[first] < arrays[first].length:
            raise BadElement(bad[first], arrays[first][bad[first]])
    if status != 0:
        raise MinriskError(status)


# --- arrays --------------------------------------------------------------------------------------


class _Doubles:
    """The doubles of an argument: where they are, and what keeps them there."""

    def __init__(self, values: Any) -> None:
        if hasattr(values, "to_numpy"):  # of pandas; a view of float64
            values = values.to_numpy()
        if hasattr(values, "__array_interface__"):
            self._from_numpy(values)
        else:
            self._from_others(values)

    def _from_numpy(self, values: Any) -> None:
        numpy = sys.modules["numpy"]
        if values.ndim != 1:
            raise TypeError(f"an array of one dimension is needed, not of {values.ndim}")
        if not numpy.can_cast(values.dtype, numpy.float64, "same_kind"):
            raise TypeError(f"quantities of {values.dtype} are no numbers")
        if numpy.ma.is_masked(values):
            raise TypeError("a masked element is not known, and no figure is made up for it")
        self.owner = numpy.ascontiguousarray(values, dtype=numpy.float64)
        self.address = self.owner.__array_interface__["data"][0]
        self.length = len(self.owner)

    def _from_others(self, values: Iterable[float]) -> None:
        try:
            view = memoryview(values)  # type: ignore[arg-type]
            if view.format != "d" or view.ndim != 1:
                raise TypeError
            # Which raises TypeError too, where the buffer has gaps or may not be written.
            self.owner = (c_double * len(view)).from_buffer(view)
        except TypeError:
            copy = list(values)
            self.owner = (c_double * len(copy))(*copy)
        self.address = ctypes.addressof(self.owner)
        self.length = len(self.owner)

    def __getitem__(self, i: int) -> float:
        return float(self.owner[i])

    def like(self, out: Any) -> Any:
        """Results in the kind of array that the argument was."""
        is_numpy = hasattr(self.owner, "__array_interface__")
        return sys.modules["numpy"].array(out) if is_numpy else list(out)


def _array(kind: Any, values: Sequence[Any]) -> Any:
    return (kind * len(values))(*values)


def _whole(value: Any, kind: Any = c_size_t) -> int:
    """A number as one of C's that are not negative: ctypes by itself would wrap it around."""
    number = operator.index(value)
    if not 0 <= number < 1 << 8 * ctypes.sizeof(kind):
        raise OverflowError(f"{number} is negative or too large")
    return number


def _ticks(years: float) -> int:
    """Years in the unit of forecasts."""
    if not 0 <= years <= 32767:
        raise MinriskError(E_PARAM, f"{years} years are negative or too many")
    return round(years * TICKS_PER_YEAR)


def _measure(function: Any, quantities: Any, *parameters: Any, out: Any = c_double) -> Any:
    """A function of quantities and parameters that writes one thing."""
    x, result = _Doubles(quantities), out()
    _check(function(x.address, x.length, *parameters, ctypes.byref(result)), x)
    return result


# --- concentration -------------------------------------------------------------------------------


class Interval(NamedTuple):
    """Everything from low to high."""

    low: float
    high: float


class Leader(NamedTuple):
    """The largest supplier: where it stands, and its share."""

    index: int
    share: float


class Profile(NamedTuple):
    """A market at a glance: each member is what the function of its name gives."""

    total: float
    suppliers: int
    leader: int
    top_1: float
    top_3: float
    top_4: float
    hhi: float
    hhi_normalised: float
    effective_suppliers: float
    entropy: float
    evenness: float


class Groups(NamedTuple):
    """HHI of many markets: NaN where a market's status is not 0."""

    hhi: Any
    status: Any


def version() -> str:
    """The version of the library that is loaded."""
    number = _c.version()
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


def status_text(status: int) -> str:
    """One sentence for a status, such as those of a batch."""
    return _c.status_text(status).decode()


def points(hhi: float) -> float:
    """HHI in points, 0 to 10,000."""
    return _c.to_points(hhi)


def hhi(quantities: Iterable[float]) -> float:
    """Herfindahl-Hirschman index, a fraction: the exact value, rounded once."""
    return _measure(_c.hhi, quantities).value


def effective_suppliers(quantities: Iterable[float]) -> float:
    """How many equal suppliers would give the same HHI."""
    return _measure(_c.effective_suppliers, quantities).value


def hhi_normalised(quantities: Iterable[float], market_size: int = 0) -> float:
    """HHI between an even market (0) and a monopoly (1); 0: of those who supply something."""
    return _measure(_c.hhi_normalised, quantities, _whole(market_size)).value


def top_share(quantities: Iterable[float], k: int) -> float:
    """Share of the k largest suppliers together."""
    return _measure(_c.top_share, quantities, _whole(k)).value


def leader(quantities: Iterable[float]) -> Leader:
    """The largest supplier; the first of them on a tie."""
    x, index, share = _Doubles(quantities), c_size_t(), c_double()
    _check(_c.leader(x.address, x.length, ctypes.byref(index), ctypes.byref(share)), x)
    return Leader(index.value, share.value)


def shares(quantities: Iterable[float]) -> Any:
    """The share of each supplier: a list, or an array of numpy where one is given."""
    x = _Doubles(quantities)
    out = (c_double * x.length)()
    _check(_c.shares(x.address, x.length, out), x)
    return x.like(out)


def profile(quantities: Iterable[float]) -> Profile:
    """A market at a glance, in one call."""
    record = _measure(_c.profile, quantities, out=_Profile)
    return Profile(*(getattr(record, name) for name in Profile._fields))


def weighted_hhi(quantities: Iterable[float], weights: Iterable[float]) -> float:
    """HHI with a weight for each supplier, such as its country's governance."""
    x, w, out = _Doubles(quantities), _Doubles(weights), c_double()
    if x.length != w.length:
        raise MinriskError(E_SIZE, f"{x.length} quantities, but {w.length} weights")
    _check(_c.weighted_hhi(x.address, w.address, x.length, ctypes.byref(out)), x, w)
    return out.value


def hhi_bounds(
    named: Iterable[float], residual: float, suppliers: int = 0, cap: float = 0.0
) -> Interval:
    """What HHI can be where a residual is unknown: of any number of suppliers and of any size,
    unless told how many share it at most, and what none of them surpasses."""
    out = _measure(_c.hhi_bounds, named, residual, _whole(suppliers), cap, out=_Interval)
    return Interval(out.low, out.high)


def hhi_interval(low: Iterable[float], high: Iterable[float]) -> "tuple[Interval, bool]":
    """What HHI can be where each quantity lies between two ends, and whether the high end of that
    is attained."""
    a, b, out, sharp = _Doubles(low), _Doubles(high), _Interval(), c_int32()
    if a.length != b.length:
        raise MinriskError(E_SIZE, f"{a.length} low ends, but {b.length} high ends")
    scratch = (c_double * (2 * a.length))()
    ends = a.address, b.address, a.length, scratch, len(scratch)
    status = _c.hhi_interval(*ends, ctypes.byref(out), ctypes.byref(sharp))
    turned = [i for i in range(a.length) if status == E_DATA and a[i] > b[i]]
    if turned and not any(_c.first_invalid(e.address, e.length) < turned[0] for e in (a, b)):
        raise BadElement(turned[0], f"from {a[turned[0]]} to {b[turned[0]]}")
    _check(status, a, b)
    return Interval(out.low, out.high), bool(sharp.value)


def hhi_groups(quantities: Iterable[float], offsets: Sequence[int]) -> Groups:
    """HHI of many markets that stand one behind the other: market g has the quantities from
    offsets[g] up to offsets[g + 1]. One that is bad leaves the others right."""
    x, where = _Doubles(quantities), _array(c_size_t, [_whole(o) for o in offsets])
    groups = max(len(where) - 1, 0)
    out, each = _array(c_double, [float("nan")] * groups), (c_int32 * groups)()
    _check(_c.hhi_groups(x.address, x.length, where, groups, out, each))
    return Groups(x.like(out), x.like(each))


def hhi_by(grouped: Any) -> Any:
    """HHI of each group of a pandas SeriesGroupBy, as frame.groupby("mineral")["tonnes"], in one
    call: a Series by group. The quantities are gathered by group, once. A bad one raises
    BadElement with its position in the column."""
    import numpy
    import pandas

    values = numpy.ascontiguousarray(grouped.obj.to_numpy(), dtype=numpy.float64)
    bad = _c.first_invalid(values.ctypes.data, len(values))
    if bad < len(values):
        raise BadElement(bad, float(values[bad]))
    code = grouped.ngroup().fillna(-1).to_numpy().astype(numpy.intp)  # -1: of no group
    size = numpy.bincount(code[code >= 0], minlength=len(grouped))
    order = numpy.argsort(code, kind="stable")[len(code) - size.sum() :]
    found = hhi_groups(values[order], numpy.concatenate(([0], numpy.cumsum(size))))
    return pandas.Series(found.hhi, index=grouped.size().index, name="hhi")


class Market:
    """A market that changes. It never drifts: after any history, hhi() has the bits of the function
    hhi of the suppliers that are there. Markets can be merged, compared and pickled."""

    def __init__(self, quantities: Iterable[float] = ()) -> None:
        self._state = (c_uint64 * (_c.stream_sizeof() // 8))()
        _check(_c.stream_init(self._state, ctypes.sizeof(self._state)))
        for quantity in quantities:
            self.add(quantity)

    def add(self, quantity: float) -> None:
        """A supplier comes."""
        _check(_c.stream_add(self._state, quantity))

    def remove(self, quantity: float) -> None:
        """A supplier goes; one that cannot be there is an error."""
        _check(_c.stream_remove(self._state, quantity))

    def replace(self, before: float, after: float) -> None:
        """A supplier changes."""
        _check(_c.stream_replace(self._state, before, after))

    def merge(self, other: "Market") -> None:
        """The suppliers of another market come too."""
        _check(_c.stream_merge(self._state, other._state))

    def hhi(self) -> float:
        """Herfindahl-Hirschman index of the suppliers that are there."""
        out = c_double()
        _check(_c.stream_hhi(self._state, ctypes.byref(out)))
        return out.value

    def __len__(self) -> int:
        out = c_uint64()
        _check(_c.stream_suppliers(self._state, ctypes.byref(out)))
        return out.value

    def to_bytes(self) -> bytes:
        """The state, in a form that is the same on every machine."""
        out = ctypes.create_string_buffer(SAVED_BYTES)
        _check(_c.stream_save(self._state, out, SAVED_BYTES))
        return out.raw

    @classmethod
    def from_bytes(cls, saved: bytes) -> "Market":
        """A market from its saved state, which is verified."""
        market = cls()
        _check(_c.stream_load(market._state, ctypes.sizeof(market._state), saved, len(saved)))
        return market

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Market) and self.to_bytes() == other.to_bytes()

    def __reduce__(self) -> Any:
        return Market.from_bytes, (self.to_bytes(),)


# --- forecasts -----------------------------------------------------------------------------------


def _lead(function: Any, *parameters: float, knots: int) -> Any:
    table = (c_int32 * _whole(knots, c_uint32))()
    _check(function(*parameters, table, knots))
    return tuple(table)


def uniform(least: float, most: float, knots: int = KNOTS) -> Any:
    """A lead time of which only the ends are known, in years."""
    return _lead(_c.lead_uniform, least, most, knots=knots)


def pert(least: float, likely: float, most: float, knots: int = KNOTS) -> Any:
    """A lead time by three estimates, in years."""
    return _lead(_c.lead_pert, least, likely, most, knots=knots)


def lognormal(mean: float, sd: float, knots: int = KNOTS) -> Any:
    """A lead time with a long tail, by its mean and standard deviation, in years."""
    return _lead(_c.lead_lognormal, mean, sd, knots=knots)


class Project(NamedTuple):
    """A project: what it gives once it has passed its phases in turn, if it succeeds."""

    capacity: float
    phases: Sequence[Any]  # lead times, as uniform, pert or lognormal gives them
    success: float = 1.0
    stage: int = 0
    ramp: float = 0.0  # years from start to capacity


class Model:
    """A chain: what each stage needs, projects that could give it, and how many years to look
    ahead. Capacities and needs become whole units, of `unit` each. Models can be pickled."""

    def __init__(
        self, needs: Sequence[float], projects: Sequence[Project], horizon: float, unit: float = 1.0
    ) -> None:
        self._made_of = needs, projects, horizon, unit
        phases = [phase for project in projects for phase in project.phases]
        tables = list(dict.fromkeys(phases))
        lengths = set(map(len, tables)) or {2}
        if len(lengths) > 1:
            raise MinriskError(E_SIZE, "the lead times of a model must have equally many knots")
        first = [sum(len(p.phases) for p in projects[:i]) for i in range(len(projects) + 1)]
        arrays = {
            "stage": _array(c_uint32, [_whole(p.stage, c_uint32) for p in projects]),
            "capacity": self._units([p.capacity for p in projects], unit),
            "ramp": _array(c_int32, [_ticks(p.ramp) for p in projects]),
            "success": _array(c_uint64, [self._chance(p.success) for p in projects]),
            "phase_first": _array(c_size_t, first),
            "phase": _array(c_uint32, [tables.index(phase) for phase in phases]),
            "table": _array(c_int32, [knot for table in tables for knot in table]),
            "need": self._units(needs, unit),
        }
        self._arrays = arrays  # which the record points into
        self._record = _Model(
            projects=len(projects), tables=len(tables), table_len=lengths.pop(),
            stages=len(needs), horizon=_ticks(horizon),
            **{name: ctypes.addressof(array) for name, array in arrays.items()},
        )  # fmt: skip

    @staticmethod
    def _units(quantities: Sequence[float], unit: float) -> Any:
        x, rounding = _Doubles(quantities), c_double()
        out = (c_uint32 * x.length)()
        _check(_c.units(x.address, None, x.length, unit, out, ctypes.byref(rounding)), x)
        return out

    @staticmethod
    def _chance(probability: float) -> int:
        out = c_uint64()
        _check(_c.chance(probability, ctypes.byref(out)))
        return out.value

    def __reduce__(self) -> Any:
        return Model, self._made_of

    def run(self, seed: int, first: int, trials: int, tally: "Tally") -> None:
        """Trials first to first + trials - 1, added to the tally. Any slices, in any order and on
        any threads or machines, come to the same sum."""
        work = (c_int32 * _c.forecast_workspace(ctypes.byref(self._record)))()
        which = _whole(seed, c_uint64), _whole(first, c_uint64), _whole(trials, c_uint32)
        model = ctypes.byref(self._record)
        _check(_c.forecast_run(model, *which, work, len(work), tally._record_at()))


class When(NamedTuple):
    """A time in years from now, or None, and how it came out in words."""

    years: Optional[float]
    text: str


class Quantile(NamedTuple):
    """A quantile with its 95 % interval."""

    low: When
    value: When
    high: When


class Estimate(NamedTuple):
    """A chance with its 95 % interval."""

    low: float
    value: float
    high: float


class Tally:
    """What trials add up to: integers, so that parts add up to the whole in any order."""

    def __init__(self) -> None:
        self.counts = _Tally()
        _check(_c.tally_init(self._record_at(), ctypes.sizeof(self.counts)))

    def _record_at(self) -> Any:
        return ctypes.byref(self.counts)

    def merge(self, other: "Tally") -> None:
        """The trials of another tally come too."""
        _check(_c.tally_merge(self._record_at(), other._record_at()))

    def within(self, years: float) -> Estimate:
        """The chance to be independent within so many years."""
        out = _Estimate()
        _check(_c.forecast_within(self._record_at(), years, ctypes.byref(out)))
        return Estimate(out.low, out.value, out.high)

    def quantile(self, q: float) -> Quantile:
        """By when a part q of the trials is independent."""
        out = _When(), _When(), _When()
        _check(_c.forecast_quantile(self._record_at(), q, *map(ctypes.byref, out)))
        years = [when.first if when.known & 1 else None for when in out]
        return Quantile(*map(When, years, (_c.when_text(when.status).decode() for when in out)))

    def assumptions(self) -> "list[str]":
        """What the figures take for granted: to be printed with them."""
        bits = [1 << i for i in range(32) if self.counts.assumptions >> i & 1]
        return [_c.assumption_text(bit).decode() for bit in bits]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tally) and bytes(self.counts) == bytes(other.counts)

    def __reduce__(self) -> Any:
        return Tally._from_bytes, (bytes(self.counts),)

    @classmethod
    def _from_bytes(cls, saved: bytes) -> "Tally":
        tally = cls()
        ctypes.memmove(tally._record_at(), saved, ctypes.sizeof(tally.counts))
        return tally


def forecast(
    model: Model, trials: int, seed: int = 0, progress: Optional[Callable[[float], None]] = None
) -> Tally:
    """The time to independence, by trials. In slices, after each of which `progress` is told what
    part is done: raise in it to stop."""
    tally, slices = Tally(), min(100, max(trials, 1))
    for i in range(slices):
        first, end = trials * i // slices, trials * (i + 1) // slices
        model.run(seed, first, end - first, tally)
        if progress:
            progress((i + 1) / slices)
    return tally
