"""Money as a table with totals, and money as one sentence with a bar."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import ngettext

from wijkaanzet.kernel.money import split

TONES: Final = ("petrol", "leaf", "stone", "brick")
ROOM_FOR_NUMBER: Final = 6
"""A piece narrower than this many hundredths has no room for its number; the legend has it."""


@dataclass(frozen=True, kw_only=True)
class MoneyRow:
    """One line of a money table."""

    label: str
    cents: tuple[int | None, ...]
    """One amount per column; None shows a dash."""
    href: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class MoneyTable:
    """Amounts in columns; the bottom line is computed here, so it cannot differ from the rows."""

    caption: str
    first: str
    """Heading of the first column: "2018" or "Wijk"."""
    columns: tuple[str, ...]
    rows: tuple[MoneyRow, ...]
    caption_hidden: bool = False
    """True when a heading just above the table says the same."""

    @property
    def totals(self) -> tuple[int, ...]:
        """The sum of each column."""
        return tuple(sum(row.cents[place] or 0 for row in self.rows) for place in range(len(self.columns)))

    @property
    def lines(self) -> tuple[tuple[MoneyRow, tuple[tuple[str, int | None], ...]], ...]:
        """Each row with its amounts, each amount with the name of its column (a phone shows them together)."""
        return tuple((row, tuple(zip(self.columns, row.cents, strict=True))) for row in self.rows)

    @property
    def total_cells(self) -> tuple[tuple[str, int], ...]:
        """The bottom line, each amount with the name of its column."""
        return tuple(zip(self.columns, self.totals, strict=True))


@dataclass(frozen=True, kw_only=True)
class Share:
    """One destination of the money."""

    label: str
    """Words that follow an amount: "voor jeugd" in "40 euro voor jeugd"."""
    cents: int


@dataclass(frozen=True, kw_only=True)
class BarPiece:
    """One piece of the bar: so many of every hundred euro."""

    label: str
    euros: int
    tone: str
    x: str
    width: str
    middle: str
    roomy: bool

    @property
    def words(self) -> str:
        """The piece as it stands in a sentence: "29 euro voor jeugd"."""
        words = ngettext("%(euros)s euro %(label)s", "%(euros)s euros %(label)s", self.euros)
        return words % {"euros": self.euros, "label": self.label}


@dataclass(frozen=True, kw_only=True)
class MoneyBar:
    """Of every 100 euro: where it goes."""

    shares: tuple[Share, ...]

    @property
    def pieces(self) -> tuple[BarPiece, ...]:
        """The pieces that are worth a whole euro; whole euros that add up to exactly 100."""
        named = [(f"{place:03}", share) for place, share in enumerate(self.shares) if share.cents > 0]
        if not named:
            return ()
        hundredths = split(100, {key: share.cents for key, share in named})
        pieces = []
        start = 0
        for place, (key, share) in enumerate(named):
            euros = hundredths[key]
            pieces.append(_piece(share.label, euros, start, TONES[place % len(TONES)]))
            start += euros
        return tuple(pieces)


def _piece(label: str, euros: int, start: int, tone: str) -> BarPiece:
    return BarPiece(
        label=label,
        euros=euros,
        tone=tone,
        x=f"{start}%",
        width=f"{euros}%",
        middle=f"{start + euros / 2:.1f}%",
        roomy=euros >= ROOM_FOR_NUMBER,
    )
