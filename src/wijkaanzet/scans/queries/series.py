"""One figure of one area through the years, cut where years cannot be compared."""

from dataclasses import dataclass
from decimal import Decimal

from wijkaanzet.areas.models import Area
from wijkaanzet.areas.queries import changes_between
from wijkaanzet.areas.rules.changes import Change, Verdict, comparable
from wijkaanzet.areas.rules.composition import Part
from wijkaanzet.scans.models import FigureColumn, FigurePlace
from wijkaanzet.scans.queries.sheet import Sheet, Told, indicator_of
from wijkaanzet.scans.rules.catalogue import Polarity
from wijkaanzet.scans.rules.series import BreakReason, Compared, Measurement, compared, cuts

SAME = frozenset({Verdict.SAME, Verdict.SAME_BY_CONCORDANCE})


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
    """All years of one figure; three queries for every pair of region years that differ."""
    columns = sorted((one for one in sheet.columns if one.slug == slug), key=_year)
    told = [sheet.told([area], column)[area.id] for column in columns]
    measured = [Measurement(one.column.figure_import.year, one.sure.estimate) for one in told]
    breaks = {
        place: reason
        for place in range(1, len(columns))
        if (reason := _break(sheet, area, columns[place - 1], columns[place])) is not None
    }
    return Series(tuple(told), breaks, compared(cuts(measured, breaks), polarity=polarity))


def _year(column: FigureColumn) -> int:
    return column.figure_import.year


def _break(sheet: Sheet, area: Area, before: FigureColumn, after: FigureColumn) -> BreakReason | None:
    """Why two measurements that follow each other cannot be compared; None when they can."""
    if _measured_otherwise(before, after):
        return BreakReason.SOURCE
    years = before.figure_import.region_year, after.figure_import.region_year
    parts = [_parts(sheet, area, one) for one in (before, after)]
    if years[0] == years[1]:
        return None if parts[0] == parts[1] else BreakReason.BORDERS
    verdict = comparable(
        parts[0], years[0], parts[1], years[1], _changes(area, years), _unchanged(sheet, area, before, after)
    ).verdict
    return None if verdict in SAME else BreakReason.BORDERS


def _parts(sheet: Sheet, area: Area, column: FigureColumn) -> list[Part]:
    weights = sheet.parts(area, column).items()
    return [Part(code, "", Decimal(weight.numerator) / weight.denominator) for code, weight in weights]


def _measured_otherwise(before: FigureColumn, after: FigureColumn) -> bool:
    """A figure of the catalogue has one definition; one of our own is the same only as long as its source is."""
    if indicator_of(before) is not None and before.indicator == after.indicator:
        return False
    return (before.figure_import.source, before.of, before.kind) != (after.figure_import.source, after.of, after.kind)


def _changes(area: Area, years: tuple[int, int]) -> list[Change]:
    earlier, later = sorted(years)
    return changes_between(area.division.municipality, from_year=earlier, to_year=later)


def _unchanged(sheet: Sheet, area: Area, before: FigureColumn, after: FigureColumn) -> set[str]:
    """The CBS areas that CBS itself calls unchanged, which it only says of the year before."""
    if after.figure_import.region_year - before.figure_import.region_year != 1:
        return set()
    codes = list(sheet.parts(area, after))
    same = FigurePlace.objects.filter(figure_import=after.figure_import_id, cbs_code__in=codes, unchanged=True)
    return set(same.values_list("cbs_code", flat=True))
