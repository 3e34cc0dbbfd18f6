"""Which kind of file a header belongs to, and what each column is; by name, never by position."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wijkaanzet.scans.rules.catalogue.headers import normalised
from wijkaanzet.scans.rules.catalogue.store import catalogue
from wijkaanzet.scans.rules.catalogue.table import Alias, HeaderRole, Layer, RoleAlias, Transform

_TITLE = re.compile(r"[\s.]")
_LONG_FORMAT = {HeaderRole.MEASURE, HeaderRole.VALUE}


class Doubt(StrEnum):
    """Why a column whose name we know is not read as such without somebody who says so."""

    OTHER_YEAR = "other_year"
    UNKNOWN_YEAR = "unknown_year"
    TWICE = "twice"


@dataclass(frozen=True)
class RecognisedColumn:
    """One column of a file. Neither indicator nor role: the name is not known. In doubt: `indicator` is a proposal."""

    header: str
    indicator: str = ""
    role: HeaderRole | None = None
    dimension: str = ""
    preference: int = 0
    """Of several columns with the same role: the lowest is the best."""
    transform: Transform = Transform.AS_IS
    doubt: Doubt | None = None

    @property
    def is_matched(self) -> bool:
        """Whether the column needs no explanation."""
        return self.doubt is None and (bool(self.indicator) or self.role is not None)


@dataclass(frozen=True)
class Recognised:
    """What a header says. `layer` is empty when no layout fits, or two fit equally well (`candidates`)."""

    layer: str
    columns: tuple[RecognisedColumn, ...]
    candidates: tuple[str, ...] = ()

    @property
    def matched(self) -> tuple[str, ...]:
        """Headers that are understood."""
        return tuple(column.header for column in self.columns if column.is_matched)

    @property
    def unmatched(self) -> tuple[str, ...]:
        """Headers that somebody has to explain or leave out."""
        return tuple(column.header for column in self.columns if not column.is_matched)

    def figures(self) -> dict[str, RecognisedColumn]:
        """The columns that hold an indicator, by the key of it."""
        return {column.indicator: column for column in self.columns if column.indicator and column.is_matched}

    def with_role(self, role: HeaderRole) -> tuple[str, ...]:
        """The headers with this task, the best first: the code of a buurt before that of its gemeente."""
        found = [column for column in self.columns if column.role is role]
        return tuple(column.header for column in sorted(found, key=lambda column: (column.preference, column.header)))


def recognise(header: Sequence[str], *, year: int | None = None, publisher: str = "") -> Recognised:
    """Find the layout of which most names stand in the header, and what each column then is.

    `publisher` (a key such as "cbs") leaves out the layouts of others. A tie is no answer: nothing is recognised then.
    """
    layers = [layer for layer in catalogue().layers.values() if not publisher or layer.publisher in ("", publisher)]
    read = {layer.key: _columns(header, layer, year) for layer in layers}
    score = {key: _score(columns) for key, columns in read.items() if _says_enough(columns)}
    best = max(score.values(), default=(0, 0))
    candidates = tuple(key for key, reached in score.items() if reached == best)
    if len(candidates) == 1:
        return Recognised(layer=candidates[0], columns=read[candidates[0]])
    return Recognised(layer="", columns=tuple(map(RecognisedColumn, header)), candidates=candidates)


def dimensions(header: Iterable[str]) -> dict[str, RoleAlias]:
    """The columns that StatLine puts beside the figures in OData (Perioden, Marges, SoortRegio_2 …), by their header.

    A title with spaces is left out: "Wijken en buurten" holds names, where WijkenEnBuurten holds codes.
    """
    known = {alias.header: alias for alias in catalogue().dimensions}
    names = [one for one in header if not _TITLE.search(one.strip())]
    return {one: known[normalised(one)] for one in names if normalised(one) in known}


def member(dimension: str, code: str) -> str:
    """What a code in a column of a dimension stands for, such as "lower-95" for MOG0095; empty when it is not known."""
    return catalogue().members.get(dimension, {}).get(code.strip(), "")


def measure(code: str) -> Alias | None:
    """What a measure code of the long format of CBS ("T001036 ") counts; None when it is not known."""
    wanted = normalised(code)
    for layer in catalogue().layers.values():
        if {alias.role for alias in layer.roles} >= _LONG_FORMAT:
            return next(iter(layer.meant_by.get(wanted, ())), None)
    return None


def _columns(header: Sequence[str], layer: Layer, year: int | None) -> tuple[RecognisedColumn, ...]:
    found = [_column(one, layer, year) for one in header]
    used = Counter(column.indicator for column in found if column.doubt is None)
    return tuple(_in_doubt(column) if column.indicator and used[column.indicator] > 1 else column for column in found)


def _column(header: str, layer: Layer, year: int | None) -> RecognisedColumn:
    name = normalised(header, positions=layer.positions)
    task = layer.role_of.get(name)
    if task is not None:
        place = layer.roles.index(task)
        return RecognisedColumn(header, role=task.role, dimension=task.dimension, preference=place)
    meant = layer.meant_by.get(name, ())
    valid = [alias for alias in meant if alias.holds_in(year)]
    if len(valid) != 1 and len(meant) != 1:
        return RecognisedColumn(header)
    alias, doubt = (valid or meant)[0], None
    if not valid:
        doubt = Doubt.UNKNOWN_YEAR if year is None else Doubt.OTHER_YEAR
    return RecognisedColumn(header, indicator=alias.indicator, transform=alias.transform, doubt=doubt)


def _in_doubt(column: RecognisedColumn) -> RecognisedColumn:
    return RecognisedColumn(
        column.header, indicator=column.indicator, transform=column.transform, doubt=column.doubt or Doubt.TWICE
    )


def _score(columns: Sequence[RecognisedColumn]) -> tuple[int, int]:
    """How many names the layout knows, and of how many of them there is no doubt."""
    known = [column for column in columns if column.indicator or column.role is not None]
    return len(known), sum(column.is_matched for column in known)


def _says_enough(columns: Sequence[RecognisedColumn]) -> bool:
    """A code and a name stand in every file; only a figure, or the long format, tells files apart."""
    roles = {column.role for column in columns}
    return any(column.indicator and column.is_matched for column in columns) or roles >= _LONG_FORMAT
