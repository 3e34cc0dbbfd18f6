"""What stands on a sheet on which everybody who takes part writes: its columns, its rows, and what is asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.plans.rules.tools import Cell, Together, ToolKind
from wijkaanzet.web.parts.meaning import meaning


@dataclass(frozen=True, kw_only=True)
class Column:
    """A circle, or where it is written what a word means."""

    key: str
    name: str
    means: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A question or a word."""

    key: str
    text: str
    means: str = ""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """How a sheet is laid out; its places are those that may be filled in."""

    lead: str
    asks: str
    """What the rows are, above them."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def cells(self, row: Row) -> tuple[Cell, ...]:
        """The places of a row."""
        return tuple(Cell(row.key, column.key) for column in self.columns)

    @property
    def places(self) -> dict[Cell, str]:
        """Every place, with what its column asks."""
        return {Cell(row.key, column.key): column.name for row in self.rows for column in self.columns}

    @property
    def texts(self) -> Iterable[str]:
        """What the sheet itself says, in which words of the municipality may stand."""
        return [*(row.text for row in self.rows), *(column.means for column in self.columns)]


def layout_of(kind: Together, arrangement: Arrangement) -> Layout:
    """The sheet of a municipality."""
    return _words(arrangement) if kind is ToolKind.WORDS else _circles(arrangement)


def _circles(arrangement: Arrangement) -> Layout:
    spheres = arrangement.spheres
    return Layout(
        lead=_(
            "Put this on the table when you talk about who does what. Write down what is said, never who said it. Only "
            "who writes along reads this. Nothing has to be filled in."
        ),
        asks=_("Question"),
        columns=tuple(Column(key=one.key, name=one.name, means=one.means) for one in spheres.circles),
        rows=tuple(Row(key=one.key, text=one.text) for one in spheres.questions),
    )


def _words(arrangement: Arrangement) -> Layout:
    shown = map(meaning, arrangement.own_words)
    return Layout(
        lead=_(
            "A word can mean something else to everybody. Write down together what it means here, and with whom you "
            "agreed that. With a plan, everybody reads it where the word stands. Nothing has to be filled in."
        ),
        asks=_("Word"),
        columns=(Column(key="", name=_("What does it mean here?")),),
        rows=tuple(Row(key=one.term, text=one.term, means=f"{one.text} {one.agreed}") for one in shown),
    )
