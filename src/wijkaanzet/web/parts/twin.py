"""The same numbers as a table, for who cannot see a picture or wants to check it."""

from dataclasses import dataclass

Cell = float | str | None
"""A number, words, or nothing: then the table says that there is no figure."""


@dataclass(frozen=True, kw_only=True)
class TwinRow:
    """One row: what it is about, and a cell for each column."""

    label: str
    cells: tuple[Cell, ...]
    note: str = ""
    """What one must know of this row, under its label."""
    href: str = ""
    """The page about it; empty when there is none."""
    current: bool = False
    """True for the area whose page this is."""


@dataclass(frozen=True, kw_only=True)
class NamedCell:
    """A cell with the name of its column, which a phone shows beside it."""

    column: str
    value: Cell
    wordy: bool


@dataclass(frozen=True, kw_only=True)
class Twin:
    """A table beside a picture, in the order of the picture or by name."""

    caption: str
    first: str
    """Heading of the first column: "Jaar"."""
    columns: tuple[str, ...]
    rows: tuple[TwinRow, ...]
    wordy: frozenset[str] = frozenset()
    """Columns that hold sentences: they start at the left, and wrap."""
    people: bool = False
    """True when a value that is missing is of too few people to show."""
    opened: bool = False
    """True when the picture cannot be read without it."""

    @property
    def heads(self) -> tuple[tuple[str, bool], ...]:
        """Each column, and whether it holds sentences."""
        return tuple((column, column in self.wordy) for column in self.columns)

    @property
    def body(self) -> tuple[tuple[TwinRow, tuple[NamedCell, ...]], ...]:
        """Each row with its cells."""
        return tuple(
            (
                row,
                tuple(
                    NamedCell(column=column, value=value, wordy=column in self.wordy)
                    for column, value in zip(self.columns, row.cells, strict=True)
                ),
            )
            for row in self.rows
        )
