"""A figure as it stood when it was chosen: everything that was shown of it, and nothing that was hidden. Plain Python.

It is kept in keys and numbers, so that it can be read in every language and held against the figure of another year.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from fractions import Fraction

from wijkaanzet.scans.rules.catalogue import Polarity
from wijkaanzet.scans.rules.columns import SHARES, ColumnKind
from wijkaanzet.scans.rules.statistics.comparison import Comparison, NotCompared, Outcome, Strength
from wijkaanzet.scans.rules.statistics.difference import Difference, difference
from wijkaanzet.scans.rules.statistics.distributions import STRONG, WEAK
from wijkaanzet.scans.rules.statistics.intervals import Estimate, Interval, IntervalMethod
from wijkaanzet.scans.rules.statistics.series import Point

Bounds = tuple[float, float]
Json = dict[str, object]


@dataclass(frozen=True)
class FrozenFigure:
    """What anybody could read of one figure of one area at one moment; hidden, it holds no number at all."""

    slug: str
    label: str
    kind: ColumnKind
    unit: str
    decimals: int
    year: int
    source: str
    value: str = ""
    """As exact text, such as 25/2; empty when nothing is shown."""
    hidden: str = ""
    """Why nothing is shown: a HiddenReason."""
    missing: str = ""
    """Why the publisher gave none: a MissingReason."""
    why: str = ""
    """Why its parts are no whole: a WhyUnknown, of `unknown` of the `parts`."""
    unknown: int = 0
    parts: int = 0
    weak: Bounds | None = None
    """Between which values it lies at 95 %."""
    strong: Bounds | None = None
    """The same at 99.8 %."""
    counted: float | None = None
    everybody: bool = False
    """Whether everybody was counted, so that only chance makes it go up and down; else some were asked."""
    rounded_to: float = 0.0
    no_interval: str = ""
    """Why it is not known how sure it is: a NoInterval."""
    benchmark: float | None = None
    left_out: bool = False
    outcome: str = Outcome.NOT_COMPARED.value
    strength: str = ""
    not_compared: str = ""
    comparable_since: int = 0
    """The first year with which it may be compared: borders and way of measuring are the same since."""
    table: str = ""
    rounding: str = ""
    provisional: bool = False
    fictional: bool = False
    estimated: bool = False

    @property
    def number(self) -> Fraction | None:
        """The value as a number; None when nothing is shown."""
        return Fraction(self.value) if self.value else None

    @property
    def sign(self) -> str:
        """What follows the number at once."""
        return "%" if self.kind in SHARES else ""

    @property
    def interval(self) -> Bounds | None:
        """Between which values it lies at 95 %; it holds the value, whatever rounding did to an end."""
        number = self.number
        if self.weak is None or number is None:
            return None
        return min(self.weak[0], float(number)), max(self.weak[1], float(number))

    @property
    def comparison(self) -> Comparison:
        """How it lay to the municipality; never whether that is good or bad."""
        return Comparison(
            Outcome(self.outcome),
            Strength(self.strength) if self.strength else None,
            reason=NotCompared(self.not_compared) if self.not_compared else None,
        )


class Since(StrEnum):
    """Verschil met de vorige scan. What may be said of one figure in two scans."""

    SAME_MEASUREMENT = "same_measurement"
    BROKEN = "broken"
    UNKNOWN = "unknown"
    CHANCE = "chance"
    LOWER = "lower"
    HIGHER = "higher"


@dataclass(frozen=True)
class ThenAndNow:
    """One figure in two scans, and whether it really changed."""

    then: FrozenFigure
    now: FrozenFigure
    since: Since
    strength: Strength | None = None

    @property
    def is_same(self) -> bool:
        """Whether both show the same number of the same year."""
        return (self.then.year, self.then.value) == (self.now.year, self.now.value)


SAID = {Outcome.SIMILAR: Since.CHANCE, Outcome.LOWER: Since.LOWER, Outcome.HIGHER: Since.HIGHER}


def then_and_now(then: FrozenFigure, now: FrozenFigure) -> ThenAndNow:
    """Hold a figure against what it was, by the interval of the difference; across a break nothing is said."""
    if now.year <= then.year:
        return ThenAndNow(then, now, Since.SAME_MEASUREMENT)
    if now.comparable_since > then.year or now.kind is not then.kind:
        return ThenAndNow(then, now, Since.BROKEN)
    comparison = _difference(then, now).comparison
    return ThenAndNow(then, now, SAID.get(comparison.outcome, Since.UNKNOWN), comparison.strength)


def _difference(then: FrozenFigure, now: FrozenFigure) -> Difference:
    points = (Point(one.year, _estimate(one)) for one in (then, now))
    return difference(*points, polarity=Polarity.NO_JUDGEMENT)


def _estimate(figure: FrozenFigure) -> Estimate:
    number = figure.number
    if number is None:
        return Estimate(None)
    weak, strong = _bounds(figure.weak, WEAK), _bounds(figure.strong, STRONG)
    return Estimate(float(number), weak, strong, figure.counted, figure.rounded_to)


def _bounds(bounds: Bounds | None, level: float) -> Interval | None:
    return None if bounds is None else Interval(*bounds, level, IntervalMethod.PUBLISHED)


def to_json(figure: FrozenFigure) -> Json:
    """As it is kept."""
    return asdict(figure)


def from_json(kept: Mapping[str, object]) -> FrozenFigure:
    """As it was kept. Raises TypeError when it is no such figure."""
    return FrozenFigure(
        kind=ColumnKind(_text(kept, "kind")),
        decimals=_whole(kept, "decimals"),
        year=_whole(kept, "year"),
        unknown=_whole(kept, "unknown"),
        parts=_whole(kept, "parts"),
        comparable_since=_whole(kept, "comparable_since"),
        weak=_both(kept, "weak"),
        strong=_both(kept, "strong"),
        counted=_float(kept["counted"]),
        benchmark=_float(kept["benchmark"]),
        rounded_to=_float(kept["rounded_to"]) or 0.0,
        everybody=bool(kept["everybody"]),
        left_out=bool(kept["left_out"]),
        provisional=bool(kept["provisional"]),
        fictional=bool(kept["fictional"]),
        estimated=bool(kept["estimated"]),
        **{name: _text(kept, name) for name in TEXTS},
    )


TEXTS = (
    "slug", "label", "unit", "source", "value", "hidden", "missing", "why", "no_interval", "outcome", "strength",
    "not_compared", "table", "rounding",
)  # fmt: skip


def _text(kept: Mapping[str, object], key: str) -> str:
    return str(kept[key])


def _whole(kept: Mapping[str, object], key: str) -> int:
    found = kept[key]
    if not isinstance(found, int):
        raise TypeError(f"{key} is no whole number")
    return found


def _float(found: object) -> float | None:
    if found is None:
        return None
    if not isinstance(found, int | float):
        raise TypeError(f"{found!r} is no number")
    return float(found)


def _both(kept: Mapping[str, object], key: str) -> Bounds | None:
    found = kept[key]
    if not isinstance(found, list | tuple):
        return None
    low, high = (_float(one) for one in found)
    return None if low is None or high is None else (low, high)
