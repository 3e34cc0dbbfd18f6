"""A figure never stands alone: value, unit, period, source, meaning, and whether it is fictional."""

from dataclasses import dataclass


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
    """"CBS, Kerncijfers wijken en buurten 2017"."""
    interval: str = ""
    """The uncertainty in words: "tussen 37 en 45"."""
    note: str = ""
    """What the figure does and does not say, one sentence."""
    meaning_href: str = ""
    too_few: bool = False
    """Too few people to show: says so in place of the value."""
    fictional: bool = False


@dataclass(frozen=True, kw_only=True)
class FigureSource:
    """Where the figures of one kind come from."""

    name: str
    """What is counted: "aantal kinderen van 0 tot 15 jaar"."""
    source: str
    year: int
    fictional: bool = False
