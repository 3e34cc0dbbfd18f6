"""A figure never stands alone: value, unit, period, source, meaning, and whether it is fictional."""

from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure with its source."""

    title: str
    """What is counted: "Inwoners"."""
    value: str
    """Already in the reader's notation: "20.010" or "41%"; not shown when `too_few`."""
    unit: str
    """Words after the value: "mensen", "geeft hulp aan een buur"."""
    period: str
    """"1 januari 2017" or "2016"."""
    source: str
    """"CBS, Kerncijfers wijken en buurten 2017"; empty only where `Figures` says it once for all."""
    interval: str = ""
    """The uncertainty in words: "tussen 37 en 45"."""
    note: str = ""
    """What the figure does and does not say, one sentence."""
    meaning_href: str = ""
    too_few: bool = False
    """Too few people to show: says so in place of the value."""
    fictional: bool = False


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Figures that stand together; what they share of their source is said once."""

    items: tuple[Figure, ...]
    source: Figure | None = None
    """Whose source, period and mark hold for all of them; None when each says its own."""

    @classmethod
    def of(cls, figures: tuple[Figure, ...]) -> Self:
        """Takes the source out of figures that have the same."""
        if len({(one.source, one.period, one.fictional) for one in figures}) != 1:
            return cls(items=figures)
        bare = tuple(replace(one, source="", period="", fictional=False) for one in figures)
        return cls(items=bare, source=figures[0])


@dataclass(frozen=True, kw_only=True)
class FigureSource:
    """Where the figures of one kind come from."""

    name: str
    """What is counted: "aantal kinderen van 0 tot 15 jaar"."""
    source: str
    year: int
    fictional: bool = False
