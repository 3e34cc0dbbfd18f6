"""The same figure of our own in other tables of that year: what is out already, and what lies beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from wijkaanzet.scans.models import FigureColumn
from wijkaanzet.scans.rules.importing import FigureImportStatus, Origin


@dataclass(frozen=True)
class Relatives:
    """Who holds two tables of one registration beside each other learns what one of them hides."""

    older: tuple[FigureColumn, ...] = ()
    """In older tables of the same division, the oldest first: what was corrected since tells who came or went."""
    beside: tuple[FigureColumn, ...] = ()
    """In the newest table of each other division: a wijk in one, its buurten in another."""

    @property
    def all(self) -> tuple[FigureColumn, ...]:
        """All of them."""
        return (*self.older, *self.beside)


def relatives_of(shown: Iterable[FigureColumn]) -> dict[int, Relatives]:
    """Of each figure that was counted here its relatives, by id of the column; one query, none without such figures."""
    own = [one for one in shown if one.figure_import.origin == Origin.OWN]
    if not own:
        return {}
    same = FigureColumn.objects.filter(
        figure_import__status=FigureImportStatus.IMPORTED,
        figure_import__origin=Origin.OWN,
        figure_import__municipality__in={one.figure_import.municipality_id for one in own},
        figure_import__year__in={one.figure_import.year for one in own},
        slug__in={one.slug for one in own},
    )
    columns = same.select_related("figure_import").defer("figure_import__content")
    found: dict[tuple[int, int, str], list[FigureColumn]] = {}
    for column in columns.order_by("figure_import_id", "id"):
        found.setdefault(_figure(column), []).append(column)
    return {one.id: _relatives(one, found[_figure(one)]) for one in own}


def _relatives(column: FigureColumn, same: Iterable[FigureColumn]) -> Relatives:
    division, older = column.figure_import.division_id, []
    newest: dict[int, FigureColumn] = {}
    for one in same:
        if one.figure_import.division_id != division:
            newest[one.figure_import.division_id] = one
        elif one.figure_import_id < column.figure_import_id:
            older.append(one)
    return Relatives(tuple(older), tuple(newest.values()))


def _figure(column: FigureColumn) -> tuple[int, int, str]:
    return column.figure_import.municipality_id, column.figure_import.year, column.slug
