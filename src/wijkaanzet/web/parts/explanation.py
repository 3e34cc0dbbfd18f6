"""Explanation lines: how an amount is built up, line by line, to the cent."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ExplanationLine:
    """One line of the sum: what for, how it is counted, and what that makes."""

    label: str
    """"Vast bedrag", "Kinderen in een gezin met een laag inkomen", "Ondergrens", "Afronding"."""
    cents: int
    """May be negative (a floor elsewhere is paid by all)."""
    how: str = ""
    """The sum in words: "2.345 kinderen × € 12,35" or "voor elke wijk gelijk"."""
    why: str = ""
    """Why this counts, one short sentence."""


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """All lines of one pot for one area, with their sum."""

    title: str
    """Name of the earmark: "Jeugd"."""
    lines: tuple[ExplanationLine, ...]
    intro: str = ""
    """What the pot is for and how large it is, one or two sentences."""

    @property
    def cents(self) -> int:
        """The lines added up."""
        return sum(line.cents for line in self.lines)
