"""A value as a dot on its scale, with its interval and the mark of what it is compared with."""

from dataclasses import dataclass
from typing import Final, Literal

from django.utils.translation import gettext as _

from wijkaanzet.web.parts.line_drawing import Interval
from wijkaanzet.web.parts.plane import round_steps
from wijkaanzet.web.parts.words import one_decimal
from wijkaanzet.web.parts.written import written

NARROWEST: Final = 250
"""How wide the row is on a phone, in pixels."""
LETTER: Final = 7.4
"""How wide a letter under it is, in pixels."""

Tone = Literal["stone", "petrol", "leaf", "brick"]
"""Stone until people have talked about a figure."""
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, kw_only=True)
class Benchmark:
    """What a value is compared with."""

    name: str
    """Words: "Tilburg", "zeer stedelijke wijken"."""
    value: float


@dataclass(frozen=True, kw_only=True)
class DotRow:
    """One value on its scale."""

    title: str
    value: float
    interval: Interval | None
    """Between which values it lies with 95% certainty; None when that is not known."""
    benchmark: Benchmark | None
    minimum: float
    maximum: float
    """The ends of the scale; they stand beside it, so that a short scale deceives nobody."""
    sign: str
    """What follows each number: "%"."""
    decimals: int | None
    uid: str
    """Must differ for two on one page."""

    def __post_init__(self) -> None:
        low, high = self.interval or (self.value, self.value)
        if not self.minimum <= low <= self.value <= high <= self.maximum:
            raise ValueError("the value lies inside its interval, and the interval inside the scale")
        if self.benchmark and not self.minimum <= self.benchmark.value <= self.maximum:
            raise ValueError("what the value is compared with lies inside the scale")

    @property
    def words(self) -> tuple[str, ...]:
        """What the picture shows, sentence by sentence."""
        said = [f"{self._number(self.value)}."]
        if self.interval:
            low, high = (written(end, self.decimals) for end in self.interval)
            said.append(_("Probably between %(low)s and %(high)s.") % {"low": low, "high": high})
        if self.benchmark:
            words = {"name": self.benchmark.name, "value": self._number(self.benchmark.value)}
            said.append(_("%(name)s: %(value)s.") % words)
        return tuple(said)

    @property
    def x(self) -> str:
        return self._at(self.value)

    @property
    def interval_x(self) -> str:
        return self._at(self.interval[0]) if self.interval else ""

    @property
    def interval_width(self) -> str:
        low, high = self.interval or (0, 0)
        return f"{one_decimal(self._share(high) - self._share(low))}%" if self.interval else ""

    @property
    def mark_x(self) -> str:
        return self._at(self.benchmark.value) if self.benchmark else ""

    @property
    def mark_words(self) -> str:
        return f"{self.benchmark.name} {written(self.benchmark.value, self.decimals)}" if self.benchmark else ""

    @property
    def mark_anchor(self) -> Anchor:
        """The words under the mark stay inside the picture."""
        if self.benchmark is None:
            return "middle"
        half = 50 * LETTER * len(self.mark_words) / NARROWEST
        place = self._share(self.benchmark.value)
        return "start" if place < half else "end" if place > 100 - half else "middle"

    def _number(self, value: float) -> str:
        return f"{written(value, self.decimals)}{self.sign}"

    def _share(self, value: float) -> float:
        return 100 * (value - self.minimum) / (self.maximum - self.minimum)

    def _at(self, value: float) -> str:
        return f"{one_decimal(self._share(value))}%"


def scale_around(*values: float | None) -> tuple[float, float]:
    """The ends of a round scale that holds all values with room on both sides, and starts at zero when that is near."""
    known = [value for value in values if value is not None]
    low, high = min(known), max(known)
    room = (high - low or abs(high) or 1) / 2
    steps = round_steps(max(0, low - room) if low >= 0 else low - room, high + room)
    return steps[0], steps[-1]
