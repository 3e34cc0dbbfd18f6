"""One figure of one area through the years, cut where years cannot be compared."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from wijkaanzet.areas.models import Area
from wijkaanzet.areas.queries import changes_by_years
from wijkaanzet.areas.rules.changes import Comparability, comparable
from wijkaanzet.areas.rules.composition import Part
from wijkaanzet.scans.models import FigureColumn, FigurePlace
from wijkaanzet.scans.queries.sheet import Sheet, Told, indicator_of
from wijkaanzet.scans.rules.catalogue import Polarity
from wijkaanzet.scans.rules.series import BreakReason, Compared, Measurement, compared, cuts

SAME = frozenset({Comparability.SAME, Comparability.SAME_BY_CONCORDANCE})


@dataclass(frozen=True)
class Series:
    """The measurements of one area, the oldest first, with what may be said of them together."""

    told: tuple[Told, ...]
    breaks: dict[int, BreakReason]
    """Where a measurement cannot be compared with the one before it, by its place, and why."""
    compared: Compared

    @property
    def years(self) -> tuple[int, ...]:
        """The year of each measurement."""
        return tuple(one.column.figure_import.year for one in self.told)


def series_of(sheet: Sheet, area: Area, slug: str, *, polarity: Polarity) -> Series:
    """All years of one figure; two queries, however many years."""
    columns = sorted((one for one in sheet.columns if one.slug == slug), key=_year)
    told = [sheet.told([area], column)[area.id] for column in columns]
    measured = [Measurement(one.column.figure_import.year, one.sure.estimate) for one in told]
    breaks = Borders(sheet, area, columns).breaks(columns)
    return Series(tuple(told), breaks, compared(cuts(measured, breaks), polarity=polarity))


def _year(column: FigureColumn) -> int:
    return column.figure_import.year


def _region_year(column: FigureColumn) -> int:
    return column.figure_import.region_year


class Borders:
    """What is known of the borders of an area in the region years of some columns; two queries, however many."""

    def __init__(self, sheet: Sheet, area: Area, columns: Sequence[FigureColumn]) -> None:
        self.parts = {column.id: _parts(sheet, area, column) for column in columns}
        years = {_region_year(column) for column in columns}
        self.changes = changes_by_years(area.division.municipality, years=years)
        self.unchanged = _unchanged(columns, {part.code for parts in self.parts.values() for part in parts})

    def breaks(self, columns: Sequence[FigureColumn]) -> dict[int, BreakReason]:
        """Where measurements of one figure, the oldest first, cannot be compared with the one before, and why."""
        pairs = enumerate(pairwise(columns), start=1)
        return {place: reason for place, pair in pairs if (reason := self._break(*pair)) is not None}

    def _break(self, before: FigureColumn, after: FigureColumn) -> BreakReason | None:
        if _measured_otherwise(before, after):
            return BreakReason.SOURCE
        years = _region_year(before), _region_year(after)
        # CBS calls an area unchanged since the year before, and says nothing of earlier years.
        unchanged = self.unchanged.get(after.figure_import_id, set()) if years[1] - years[0] == 1 else set()
        earlier, later = sorted(years)
        outcome = comparable(
            self.parts[before.id],
            years[0],
            self.parts[after.id],
            years[1],
            self.changes.get((earlier, later), []),
            unchanged,
        ).outcome
        return None if outcome in SAME else BreakReason.BORDERS


def _parts(sheet: Sheet, area: Area, column: FigureColumn) -> list[Part]:
    weights = sheet.parts(area, column).items()
    return [Part(code, "", Decimal(weight.numerator) / weight.denominator) for code, weight in weights]


def _measured_otherwise(before: FigureColumn, after: FigureColumn) -> bool:
    """A figure of the catalogue has one definition; one of our own is the same only as long as its source is."""
    if indicator_of(before) is not None and before.indicator == after.indicator:
        return False
    return (before.figure_import.source, before.of, before.kind) != (after.figure_import.source, after.of, after.kind)


def _unchanged(columns: Collection[FigureColumn], codes: Collection[str]) -> dict[int, set[str]]:
    """The CBS areas that CBS itself calls unchanged, by the table that says so."""
    tables = [column.figure_import_id for column in columns]
    same = FigurePlace.objects.filter(figure_import__in=tables, cbs_code__in=codes, unchanged=True)
    found: dict[int, set[str]] = {}
    for table, code in same.values_list("figure_import_id", "cbs_code"):
        found.setdefault(table, set()).add(code)
    return found
