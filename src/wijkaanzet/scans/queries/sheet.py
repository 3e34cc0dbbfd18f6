"""All that is public of the figures of a division: every area, the municipality and the country beside it.

Page, map, export and API read figures here and nowhere else, so what is hidden on one is hidden on all.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from wijkaanzet.areas.models import Area, Division
from wijkaanzet.scans.models import FigureColumn
from wijkaanzet.scans.queries.figures import Known, compositions_of, counting_columns, held
from wijkaanzet.scans.rules import catalogue
from wijkaanzet.scans.rules.catalogue import Indicator, Polarity
from wijkaanzet.scans.rules.columns import ColumnKind
from wijkaanzet.scans.rules.disclosure.thresholds import PublicationRules
from wijkaanzet.scans.rules.importing import Origin
from wijkaanzet.scans.rules.reading.regions import COUNTRY
from wijkaanzet.scans.rules.roll_up import Whole
from wijkaanzet.scans.rules.showing import (
    OwnColumn,
    Shown,
    as_published,
    as_shown,
    by_people,
    counts_people,
    frozen,
    own_figures,
)
from wijkaanzet.scans.rules.statistics.comparison import Comparison, compare, leave_one_out
from wijkaanzet.scans.rules.sureness import SCALES, Measured, Sure, sureness

CITY = "city"
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


class Sheet:
    """The figures of some columns for all areas of a division; five queries, however many of both."""

    def __init__(self, division: Division, columns: Collection[FigureColumn]) -> None:
        self.columns = list(columns)
        self.code = division.municipality.code
        every = Area.objects.filter(division__municipality=division.municipality_id).order_by("name", "id")
        self.all_areas = list(every.select_related("division"))
        self.areas = [area for area in self.all_areas if area.division_id == division.pk]
        self.compositions = compositions_of(self.all_areas)
        codes = {code for many in self.compositions.values() for one in many for code in one.parts}
        self.counting = counting_columns(division)
        self.known = Known([*self.columns, *self.counting], {*codes, self.code, COUNTRY})
        self.rules = PublicationRules()
        self._shown: dict[tuple[int, int], Shown] = {}

    def parts(self, area: Area, column: FigureColumn) -> Parts:
        """Of which CBS areas an area is made up in the region year of a table."""
        return held(self.compositions[area.id], column.figure_import.region_year).parts

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
        """The municipality: as it was published, else made up of all its areas."""
        published = self.known.whole(column, {self.code: Fraction(1)})
        if published.value is not None:
            return published
        if self._is_own(column) and counts_people(ColumnKind(column.kind)):
            judged = own_figures(self._own(column), self.rules)[CITY]
            return as_shown(ColumnKind(column.kind), self._whole_city(column), judged).whole
        return self._whole_city(column)

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
        return {
            area.id: _told(column, one, certain, city, indicator)
            for area, one, certain in zip(areas, shown, sure, strict=True)
        }

    def people(self, area: Area, column: FigureColumn) -> Fraction | None:
        """How many people live in an area: by the same table, else by the newest one that counts them."""
        of_table = [one for one in self.counting if one.figure_import_id == column.figure_import_id]
        for one in (*of_table, *self.counting):
            found = self.known.people(one, self.parts(area, one))
            if found is not None:
                return found
        return None

    def _show(self, area: Area, column: FigureColumn) -> Shown:
        kind = ColumnKind(column.kind)
        whole = self.known.whole(column, self.parts(area, column))
        people = self.people(area, column)
        if not self._is_own(column):
            return as_published(kind, whole, people=people)
        if not counts_people(kind) or (kind is not ColumnKind.COUNT and not column.of):
            return by_people(whole, people=people, rules=self.rules)
        return as_shown(kind, whole, own_figures(self._own(column), self.rules)[str(area.id)])

    def _is_own(self, column: FigureColumn) -> bool:
        """Whether we have to guard the people behind it; how many live somewhere is public."""
        table = column.figure_import
        return table.origin == Origin.OWN and column.key != table.inhabitants_column

    def _own(self, column: FigureColumn) -> OwnColumn:
        families: dict[str, dict[str, Parts]] = {}
        for area in self.all_areas:
            if parts := self.parts(area, column):
                families.setdefault(area.division.key, {})[str(area.id)] = parts
        families[CITY] = {CITY: self._all_parts(column)}
        codes = sorted({code for groups in families.values() for parts in groups.values() for code in parts})
        kind = ColumnKind(column.kind)
        bases = (
            None if kind is ColumnKind.COUNT else {code: self.known.number(column, column.of, code) for code in codes}
        )
        counts = {code: self._counted(column, code, bases) for code in codes}
        return OwnColumn(
            kind=kind,
            counts=frozen(counts.items()),
            bases=None if bases is None else frozen(bases.items()),
            families=tuple(
                (name, tuple((group, tuple(sorted(parts.items()))) for group, parts in sorted(groups.items())))
                for name, groups in sorted(families.items())
            ),
        )

    def _counted(self, column: FigureColumn, code: str, bases: Mapping[str, Fraction | None] | None) -> Fraction | None:
        """How many people a figure counts in a CBS area: a share is turned back into its count."""
        value = self.known.cell(column, code)[0]
        if not value:
            return None
        number = Fraction(value)
        if bases is None or column.kind == ColumnKind.PART:
            return number
        base = bases[code]
        return None if base is None else number * base / Fraction(SCALES[ColumnKind(column.kind)])

    def _all_parts(self, column: FigureColumn) -> Parts:
        """The CBS areas of the municipality that lie in areas of its divisions, each once and whole."""
        return {code: Fraction(1) for area in self.all_areas for code in self.parts(area, column)}

    def _whole_city(self, column: FigureColumn) -> Whole:
        parts: dict[str, Fraction] = {}
        for area in self.areas:
            for code, weight in self.parts(area, column).items():
                parts[code] = parts.get(code, Fraction(0)) + weight
        return self.known.whole(column, parts)

    def _measured(self, area: Area, column: FigureColumn, shown: Shown) -> Measured:
        parts = self.parts(area, column)
        if len(parts) != 1 or shown.whole.value is None:
            return Measured(shown.whole, decimals=self._decimals(column, parts))
        _value, _reason, low, high, respondents = self.known.cell(column, next(iter(parts)))
        low_, high_, n = (Fraction(one) if one else None for one in (low, high, respondents))
        return Measured(shown.whole, low_, high_, n, self._decimals(column, parts))

    def _decimals(self, column: FigureColumn, parts: Parts) -> int:
        """In how many decimals a table gives a figure: as many as its cells have."""
        cells = (self.known.cell(column, code)[0] for code in parts)
        return max((len(cell.partition(".")[2]) for cell in cells), default=0)

    def _rounding(self, column: FigureColumn, indicator: Indicator | None) -> float:
        if self._is_own(column):
            return float(self.rules.rounding_base)
        return float(indicator.source.rounding_base) if indicator is not None else 0.0


def indicator_of(column: FigureColumn) -> Indicator | None:
    """The indicator of the catalogue that a column holds; None for a figure of the municipality's own."""
    return catalogue.catalogue().indicators.get(column.indicator)


def polarity_of(column: FigureColumn) -> Polarity:
    """Whether a higher value is better; without an indicator nobody says so."""
    known = indicator_of(column)
    return Polarity.NO_JUDGEMENT if known is None else known.polarity


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
