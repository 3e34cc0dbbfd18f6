"""All that is public of the figures of a division: every area, the municipality and the country beside it.

Page, map, export and API read figures here and nowhere else, so what is hidden on one is hidden on all.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial

from wijkaanzet.areas.models import Area, Division
from wijkaanzet.scans.models import FigureColumn
from wijkaanzet.scans.queries.figures import (
    Composition,
    Known,
    compositions_of,
    counting_columns,
    exact,
    held,
)
from wijkaanzet.scans.queries.guarded import Guarded
from wijkaanzet.scans.queries.relatives import relatives_of
from wijkaanzet.scans.rules import catalogue
from wijkaanzet.scans.rules.catalogue import Indicator, Method, Polarity
from wijkaanzet.scans.rules.columns import ColumnKind
from wijkaanzet.scans.rules.disclosure.thresholds import PublicationRules
from wijkaanzet.scans.rules.importing import Origin
from wijkaanzet.scans.rules.reading.numbers import MissingReason
from wijkaanzet.scans.rules.reading.regions import COUNTRY
from wijkaanzet.scans.rules.roll_up import Whole
from wijkaanzet.scans.rules.showing import Shown, as_published, as_shown
from wijkaanzet.scans.rules.statistics.comparison import (
    LARGE_PART,
    Comparison,
    NotCompared,
    Outcome,
    compare,
    leave_one_out,
)
from wijkaanzet.scans.rules.sureness import SCALES, Measured, Sure, sureness

Parts = Mapping[str, Fraction]


@dataclass(frozen=True)
class Told:
    """One figure of one area, as anybody may read it, beside the municipality."""

    column: FigureColumn
    shown: Shown
    sure: Sure
    benchmark: float | None
    left_out: bool
    """Whether the area was left out of the municipality, because it is more than a tenth of it."""
    comparison: Comparison
    missing: MissingReason | None = None
    """Why the publisher gave no figure, where an area is exactly one CBS area."""


class Sheet:
    """The figures of some columns for all areas of a division; six queries, however many of both."""

    def __init__(self, division: Division, columns: Collection[FigureColumn]) -> None:
        self.columns = list(columns)
        self.division, self.code = division, division.municipality.code
        every = Area.objects.filter(division__municipality=division.municipality_id).order_by("name", "id")
        self.all_areas = list(every.select_related("division"))
        self.areas = [area for area in self.all_areas if area.division_id == division.pk]
        self.compositions = compositions_of(self.all_areas)
        codes = {code for many in self.compositions.values() for one in many for code in one.parts}
        self.counting = counting_columns(division)
        relatives = relatives_of(self.columns)
        others = (one for many in relatives.values() for one in many.all)
        self.known = Known([*self.columns, *self.counting, *others], {*codes, self.code, COUNTRY})
        self.rules = PublicationRules()
        self.guarded = Guarded(
            self.known,
            self.all_areas,
            self.compositions,
            self.code,
            self.rules,
            people=self._people_in,
            relatives=relatives,
        )
        self._shown: dict[tuple[int, int], Shown] = {}
        self._compositions: dict[tuple[int, int], Composition] = {}
        self._people_of: dict[tuple[int, int], Fraction | None] = {}

    def parts(self, area: Area, column: FigureColumn) -> Parts:
        """Of which CBS areas an area is made up in the region year of a table."""
        return self.composition(area, column).parts

    def composition(self, area: Area, column: FigureColumn) -> Composition:
        """The same, with the year that it is of: the region year, or the nearest that is known."""
        key = (area.id, column.figure_import.region_year)
        if key not in self._compositions:
            self._compositions[key] = held(self.compositions[area.id], column.figure_import.region_year)
        return self._compositions[key]

    def shown(self, area: Area, column: FigureColumn) -> Shown:
        """A figure as the public sees it."""
        key = (area.id, column.id)
        if key not in self._shown:
            self._shown[key] = self._show(area, column)
        return self._shown[key]

    def values(self, column: FigureColumn) -> dict[int, Fraction]:
        """What is shown of every area of the division, by area; those of which nothing is shown are left out."""
        found = {area.id: self.shown(area, column).whole.value for area in self.areas}
        return {id_: value for id_, value in found.items() if value is not None}

    def city(self, column: FigureColumn) -> Whole:
        """The municipality: by its own row in the table, else made up of all its areas; guarded as an area is."""
        row = {self.code: Fraction(1)}
        parts = row if self.known.cell(column, self.code)[0] else self._all_parts(column)
        whole = self.known.whole(column, parts)
        if not self._is_own(column):
            return whole
        return as_shown(ColumnKind(column.kind), whole, self.guarded.of_city(column, self.division.pk)).whole

    def country(self, column: FigureColumn) -> Whole:
        """The Netherlands, as the table says it."""
        return self.known.whole(column, {COUNTRY: Fraction(1)})

    def told(self, areas: Iterable[Area], column: FigureColumn) -> dict[int, Told]:
        """What can be told of areas in one column, by area, with how sure it is."""
        areas = list(areas)
        shown = [self.shown(area, column) for area in areas]
        indicator = indicator_of(column)
        kind, city = ColumnKind(column.kind), self.city(column)
        measured = [self._measured(area, column, one) for area, one in zip(areas, shown, strict=True)]
        sure = sureness(kind, measured, indicator=indicator, rounding=self._rounding(column, indicator))
        told = {
            area.id: replace(_told(column, one, certain, city, indicator), missing=self._missing(area, column))
            for area, one, certain in zip(areas, shown, sure, strict=True)
        }
        return {area.id: self._beside(area, column, told[area.id]) for area in areas}

    def _beside(self, area: Area, column: FigureColumn, told: Told) -> Told:
        """An area that is a large part of the municipality, and cannot be taken out of it, is not compared with it."""
        whole = told.shown.whole
        is_known = whole.numerator is not None and whole.denominator is not None
        if is_known or told.comparison.outcome is Outcome.NOT_COMPARED:
            return told
        people, all_people = self.people(area, column), self._people_of_city(column)
        if people is None or all_people is None or people <= Fraction(LARGE_PART) * all_people:
            return told
        return replace(told, comparison=Comparison(Outcome.NOT_COMPARED, reason=NotCompared.PART_OF_IT))

    def _people_of_city(self, column: FigureColumn) -> Fraction | None:
        row = self._people_in(column, self.code)
        return self._people(column, self._all_parts) if row is None else row

    def people(self, area: Area, column: FigureColumn) -> Fraction | None:
        """How many people live in an area: by the same table, else by the newest one that counts them."""
        key = (area.id, column.figure_import_id)
        if key not in self._people_of:
            self._people_of[key] = self._people(column, partial(self.parts, area))
        return self._people_of[key]

    def _people_in(self, column: FigureColumn, code: str) -> Fraction | None:
        """How many people live in a CBS area."""
        return self._people(column, lambda _counting: {code: Fraction(1)})

    def _people(self, column: FigureColumn, parts: Callable[[FigureColumn], Parts]) -> Fraction | None:
        of_table = [one for one in self.counting if one.figure_import_id == column.figure_import_id]
        for one in (*of_table, *self.counting):
            found = self.known.people(one, parts(one))
            if found is not None:
                return found
        return None

    def _show(self, area: Area, column: FigureColumn) -> Shown:
        parts = self.parts(area, column)
        kind, whole = ColumnKind(column.kind), self.known.whole(column, parts)
        if self._is_own(column):
            return as_shown(kind, whole, self.guarded.of_area(column, area))
        return as_published(kind, whole, people=self.people(area, column))

    def _is_own(self, column: FigureColumn) -> bool:
        """Whether we have to guard the people behind it; how many live somewhere is public."""
        table = column.figure_import
        return table.origin == Origin.OWN and column.key != table.inhabitants_column

    def _all_parts(self, column: FigureColumn) -> Parts:
        """The CBS areas of the division, each with how much of it lies in its areas together."""
        found: dict[str, Fraction] = {}
        for area in self.areas:
            for code, weight in self.parts(area, column).items():
                found[code] = found.get(code, Fraction(0)) + weight
        return found

    def _measured(self, area: Area, column: FigureColumn, shown: Shown) -> Measured:
        """What was published beside a figure holds where an area is exactly one CBS area.

        What stands beside a figure of our own is never shown: its bounds would tell what rounding hides. Of a survey
        the rounded number of those who answered says how sure it is; of a share of nobody knows how many, nothing does.
        """
        parts = self.parts(area, column)
        decimals = self._decimals(column, parts)
        if self._is_own(column):
            if column.of:
                return Measured(shown.whole, decimals=decimals)
            answered = shown.whole.denominator if column.respondents else None
            return Measured(replace(shown.whole, numerator=None, denominator=None), None, None, answered, decimals)
        if list(parts.values()) != [1] or shown.whole.value is None:
            return Measured(shown.whole, decimals=decimals)
        _value, _reason, *beside = self.known.cell(column, next(iter(parts)))
        low, high, respondents = (exact(one) if one else None for one in beside)
        return Measured(shown.whole, low, high, respondents, decimals)

    def _missing(self, area: Area, column: FigureColumn) -> MissingReason | None:
        cells = [self.known.cell(column, code)[1] for code in self.parts(area, column)]
        return MissingReason(cells[0]) if len(cells) == 1 and cells[0] else None

    def _decimals(self, column: FigureColumn, parts: Parts) -> int:
        """In how many decimals a table gives a figure: as many as its cells have."""
        cells = (self.known.cell(column, code)[0] for code in parts)
        return max((len(cell.partition(".")[2]) for cell in cells), default=0)

    def _rounding(self, column: FigureColumn, indicator: Indicator | None) -> float:
        if self._is_own(column):
            return float(self.rules.rounding_base)
        return float(indicator.rounding_base or indicator.source.rounding_base) if indicator is not None else 0.0


def indicator_of(column: FigureColumn) -> Indicator | None:
    """The indicator of the catalogue that a column holds; None for a figure of the municipality's own."""
    return catalogue.catalogue().indicators.get(column.indicator)


def polarity_of(column: FigureColumn) -> Polarity:
    """Whether a higher value is better; without an indicator nobody says so."""
    known = indicator_of(column)
    return Polarity.NO_JUDGEMENT if known is None else known.polarity


def decimals_of(column: FigureColumn) -> int:
    """In how many decimals a figure is read: none for people, one where nobody said."""
    known = indicator_of(column)
    if known is not None:
        return known.decimals
    return 0 if column.kind == ColumnKind.COUNT else 1


def is_counted(column: FigureColumn) -> bool:
    """Whether everybody was counted, so that only chance makes the figure go up and down; else some were asked."""
    known = indicator_of(column)
    return known.method is Method.REGISTER if known is not None else not column.respondents


def _told(column: FigureColumn, shown: Shown, sure: Sure, city: Whole, indicator: Indicator | None) -> Told:
    """One figure beside the municipality, which is taken without the area when this is a large part of it."""
    benchmark, left_out = None if city.value is None else float(city.value), False
    numbers = (shown.whole.numerator, shown.whole.denominator, city.numerator, city.denominator)
    if all(number is not None for number in numbers) and city.denominator:
        x, n, of_x, of_n = (float(number or 0) for number in numbers)
        found = leave_one_out(x, n, of_numerator=of_x, of_denominator=of_n)
        if found.left_out:
            scale = SCALES.get(ColumnKind(column.kind), 1.0)
            benchmark, left_out = None if found.value is None else found.value * scale, True
    polarity = Polarity.NO_JUDGEMENT if indicator is None else indicator.polarity
    if ColumnKind(column.kind) is ColumnKind.COUNT:
        benchmark = None  # an area is never beside the whole of which it is a part
    return Told(column, shown, sure, benchmark, left_out, compare(sure.estimate, benchmark, polarity=polarity))
